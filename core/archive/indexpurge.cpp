// SPDX-License-Identifier: GPL-3.0-or-later
// What the index writer does to keep the limits of the archive: the oldest rows go, what somebody has marked stays.
#include "core/archive/indexwriter.h"

#include "core/base/logging.h"

#include <QFile>
#include <QScopeGuard>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <deque>

namespace tocsin::archive {

using namespace Qt::StringLiterals;

Result<IndexWriter::Candidate> IndexWriter::oldestToPurge(const PurgeOrder &order)
{
    // The oldest first: rows are numbered as they come, a segment that was written anew is as old as its rows.
    QSqlQuery query(m_db);
    query.prepare(u"SELECT id, stream, path, size FROM segments g WHERE is_open = 0 AND size > 0 "
                  "AND (path NOT LIKE '%/kept%.seg' OR EXISTS (SELECT 1 FROM alerts a WHERE a.segment = g.id "
                  "AND NOT EXISTS (SELECT 1 FROM marks m WHERE m.row = a.row AND (m.flags & ?) <> 0))) ORDER BY first_row, id"_s);
    query.addBindValue(int(Starred | Pinned));
    if (!query.exec())
        return sqlError(u"purge"_s, query.lastError().text());
    std::vector<Candidate> all;
    while (query.next())
        all.push_back({query.value(0).toLongLong(), query.value(1).toLongLong(), query.value(2).toString(), query.value(3).toLongLong()});
    query.finish();
    for (const Candidate &one : all) {
        // What is marked moves to the kept segment of this hour: that one itself waits for the next.
        if (m_damaged.contains(one.id) || one.path == segmentPath(one.stream, u"kept-"_s + hour()))
            continue;
        if (order.storedBefore == std::numeric_limits<int64_t>::max())
            return one;
        const Result<int64_t> first = receivedAt(one.id, u"ASC"_s);
        const Result<int64_t> last = receivedAt(one.id, u"DESC"_s);
        if (!first || !last)
            return (first ? last : first).error();
        if (last.value() < order.storedBefore)
            return one;
        if (first.value() >= order.storedBefore)
            break; // what follows came later
    }
    return Candidate{};
}

// Of the first or the last row in a segment; the smallest number when it has none.
Result<int64_t> IndexWriter::receivedAt(qlonglong segment, const QString &order)
{
    QSqlQuery query(m_db);
    query.prepare(u"SELECT received FROM alerts WHERE segment = ? ORDER BY row %1 LIMIT 1"_s.arg(order));
    query.addBindValue(segment);
    if (!query.exec())
        return sqlError(u"purge"_s, query.lastError().text());
    return query.next() ? int64_t{query.value(0).toLongLong()} : std::numeric_limits<int64_t>::min();
}

Result<int64_t> IndexWriter::newestStamp()
{
    QSqlQuery query(m_db);
    if (!query.exec(u"SELECT coalesce(broker_time, received) FROM alerts ORDER BY row DESC LIMIT 1"_s))
        return sqlError(u"newest row"_s, query.lastError().text());
    return query.next() ? int64_t{query.value(0).toLongLong()} : int64_t{0};
}

Result<IndexWriter::Purged> IndexWriter::purgeOldest(const PurgeOrder &order)
{
    const Result<Candidate> candidate = oldestToPurge(order);
    if (!candidate)
        return candidate.error();
    const qlonglong id = candidate.value().id;
    if (id == 0)
        return Purged{};
    const int64_t stream = candidate.value().stream;
    const QString path = m_folder + u'/' + candidate.value().path;
    const int64_t size = candidate.value().size;
    QSqlQuery query(m_db);

    // Marked packets move first.
    struct Moved {
        qlonglong row = 0;
        SegmentFile::Span span;
    };
    std::vector<Moved> moved;
    std::deque<std::string> memory; // stable addresses
    Segment *kept = nullptr;
    query.prepare(u"SELECT a.row, a.place, a.size FROM alerts a JOIN marks m ON m.row = a.row WHERE a.segment = ? AND (m.flags & ?) <> 0"_s);
    query.addBindValue(id);
    query.addBindValue(int(Starred | Pinned));
    if (!query.exec())
        return sqlError(u"purge"_s, query.lastError().text());
    const int fd = ::open(path.toLocal8Bit().constData(), O_RDONLY | O_CLOEXEC);
    const int trouble = fd < 0 ? errno : 0;
    const auto closed = qScopeGuard([fd] {
        if (fd >= 0)
            ::close(fd);
    });
    if (trouble != 0 && trouble != ENOENT)
        return fileError(path, trouble); // too many open files, no rights: nothing is lost by waiting
    const bool gone = trouble == ENOENT;
    int64_t keptBytes = 0;
    while (!gone && query.next()) {
        Result<std::string> stored = SegmentRecord::readRaw(fd, query.value(1).toLongLong(), query.value(2).toLongLong());
        if (!stored) {
            // What somebody marked is never removed: the whole segment stays, for `verify` to name and for people to save.
            qCWarning(lcArchive).noquote() << path << "stays: the marked row" << query.value(0).toLongLong() << "cannot be copied:"
                                           << stored.error().message;
            if (kept)
                kept->file.forget();
            m_damaged.insert(id);
            query.finish();
            return purgeOldest(order);
        }
        if (!kept) {
            const Result<Segment *> segment = segmentFor(stream, u"kept-"_s + hour());
            if (!segment)
                return segment.error();
            kept = segment.value();
        }
        moved.push_back({query.value(0).toLongLong(), kept->file.addRaw(memory.emplace_back(std::move(stored).value()))});
        keptBytes += moved.back().span.size;
    }
    query.finish();
    if (kept) {
        if (const Outcome done = kept->file.write(); !done) {
            giveUp();
            return done.error();
        }
    }
    if (const Outcome begun = exec(u"BEGIN IMMEDIATE"_s); !begun) {
        giveUp();
        return begun.error();
    }
    Purged purged;
    const auto change = [&]() -> Outcome {
        QSqlQuery step(m_db);
        if (gone) {
            // Their packets are lost, the marked rows themselves stay.
            if (const Outcome done = exec(u"UPDATE alerts SET segment = 0 WHERE segment = %1 AND row IN (SELECT row FROM marks WHERE (flags & %2) <> 0)"_s
                                              .arg(id)
                                              .arg(int(Starred | Pinned)));
                !done)
                return done;
        }
        step.prepare(u"UPDATE alerts SET segment = ?, place = ?, size = ? WHERE row = ?"_s);
        for (const Moved &one : moved) {
            step.bindValue(0, qlonglong(kept->id));
            step.bindValue(1, qlonglong(one.span.place));
            step.bindValue(2, qlonglong(one.span.size));
            step.bindValue(3, one.row);
            if (!step.exec())
                return sqlError(u"purge"_s, step.lastError().text());
        }
        // Another process may have marked a row since they were looked for.
        if (!step.exec(u"SELECT count(*), sum(row IN (SELECT row FROM marks WHERE (flags & %2) <> 0)) FROM alerts WHERE segment = %1"_s.arg(id)
                           .arg(int(Starred | Pinned)))
            || !step.next())
            return sqlError(u"purge"_s, step.lastError().text());
        purged.rows = step.value(0).toLongLong();
        if (step.value(1).toLongLong() > 0)
            return sqlError(u"purge"_s, u"a row was marked meanwhile"_s);
        step.finish();
        if (kept) {
            if (const Outcome done = exec(u"UPDATE segments SET size = %1 WHERE id = %2"_s.arg(kept->file.size()).arg(kept->id)); !done)
                return done;
        }
        for (const QString &sql : {u"INSERT INTO changes (first_row, last_row) SELECT min(row), max(row) FROM alerts WHERE segment = %1 "
                                   "HAVING min(row) IS NOT NULL"_s,
                                   u"DELETE FROM memberships WHERE row IN (SELECT row FROM alerts WHERE segment = %1)"_s,
                                   u"DELETE FROM marks WHERE row IN (SELECT row FROM alerts WHERE segment = %1)"_s,
                                   u"DELETE FROM alerts WHERE segment = %1"_s, u"DELETE FROM segments WHERE id = %1"_s}) {
            if (const Outcome done = exec(sql.arg(id)); !done)
                return done;
        }
        return exec(u"COMMIT"_s);
    };
    if (const Outcome done = change(); !done) {
        (void)exec(u"ROLLBACK"_s);
        giveUp();
        return done.error();
    }
    if (kept)
        kept->size = kept->file.size();
    QFile::remove(path);
    purged.bytes = size - keptBytes;
    purged.done = true;
    return purged;
}

} // namespace tocsin::archive
