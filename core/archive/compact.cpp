// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/compact.h"

#include "core/archive/archivelimits.h"
#include "core/archive/columnfiles.h"
#include "core/archive/columnspec.h"
#include "core/archive/filelock.h"
#include "core/archive/segmentfile.h"
#include "core/archive/sqliteschema.h"
#include "core/archive/sqlitestop.h"
#include "core/base/logging.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QScopeGuard>
#include <QSqlError>
#include <QSqlQuery>
#include <QStorageInfo>
#include <QVariant>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <deque>
#include <vector>

namespace tocsin::archive {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kReserve = 64ll << 20;
constexpr double kSegments = 0.6; // of the work, as the person sees it; the index is the rest

struct Segment {
    qint64 id = 0;
    int writer = 0;
    qint64 stream = 0;
    QString path;
    qint64 size = 0;
    qint64 used = 0; // bytes that rows point at
    bool isEmpty = false; // no row points at it
};

// One run, on one thread, with its own connection.
class Compaction
{
public:
    Compaction(const CompactSettings &settings, QSqlDatabase &db) : m_settings(settings), m_db(db) {}

    Outcome run(CompactReport &report)
    {
        const Result<std::vector<Segment>> segments = closedSegments();
        if (!segments)
            return segments.error();
        if (const Outcome enough = checkSpace(segments.value()); !enough)
            return enough;
        const auto count = static_cast<double>(segments.value().size());
        double seen = 0;
        for (const Segment &segment : segments.value()) {
            if (!goOn(seen++ / count * kSegments))
                return stoppedBeforeTheEnd();
            if (segment.isEmpty) {
                if (const Outcome done = removeEmpty(segment, report); !done)
                    return done;
            } else if (isSparse(segment)) {
                if (const Outcome done = writeAnew(segment, report); !done)
                    return done;
            }
        }
        return Done{};
    }

    // The index itself; the caller holds the archive alone.
    Outcome shrinkIndex(CompactReport &report)
    {
        const QString path = m_settings.folder + u"/index.sqlite"_s;
        const auto bytes = [&path] { return QFileInfo(path).size() + QFileInfo(path + u"-wal"_s).size(); };
        const qint64 before = bytes();
        reached("vacuum");
        if (const Outcome done = exec(u"VACUUM"_s); !done)
            return done;
        reached("checkpoint");
        if (const Outcome done = exec(u"PRAGMA wal_checkpoint(TRUNCATE)"_s); !done)
            return done;
        keepFirstPage(m_db, m_settings.folder);
        report.indexBytes = before - bytes();
        return Done{};
    }

    [[nodiscard]] Result<qint64> number(const QString &sql)
    {
        QSqlQuery query(m_db);
        if (!query.exec(sql) || !query.next())
            return sqlError(sql, query.lastError().text());
        return qint64{query.value(0).toLongLong()};
    }

    [[nodiscard]] bool goOn(double fraction)
    {
        m_fraction = std::max(m_fraction, fraction);
        m_stopped = m_stopped || (m_settings.goOn && !m_settings.goOn(m_fraction));
        return !m_stopped;
    }
    [[nodiscard]] bool isStopped() const { return m_stopped; }

private:
    static bool isSparse(const Segment &segment) { return segment.size > 0 && segment.used < segment.size / 2; }

    void reached(const char *step) const
    {
        if (m_settings.reached)
            m_settings.reached(step);
    }

    Outcome exec(const QString &sql)
    {
        QSqlQuery query(m_db);
        if (!query.exec(sql))
            return sqlError(sql.left(60), query.lastError().text());
        return Done{};
    }

    Result<std::vector<Segment>> closedSegments()
    {
        QSqlQuery query(m_db);
        query.setForwardOnly(true);
        // Rows of one message share its packet.
        if (!query.exec(u"SELECT g.id, g.writer, g.stream, g.path, g.size, (SELECT coalesce(sum(size), 0) FROM (SELECT DISTINCT place, size FROM alerts a "
                        "WHERE a.segment = g.id)), NOT EXISTS (SELECT 1 FROM alerts a WHERE a.segment = g.id) FROM segments g WHERE is_open = 0"_s))
            return sqlError(u"segments"_s, query.lastError().text());
        std::vector<Segment> segments;
        while (query.next())
            segments.push_back({query.value(0).toLongLong(), query.value(1).toInt(), query.value(2).toLongLong(), query.value(3).toString(),
                                query.value(4).toLongLong(), query.value(5).toLongLong(), query.value(6).toBool()});
        return segments;
    }

    // One segment at a time is there twice; the index is written to a copy and to its log before it shrinks.
    Outcome checkSpace(const std::vector<Segment> &segments)
    {
        qint64 largest = 0;
        for (const Segment &segment : segments)
            largest = std::max(largest, isSparse(segment) ? segment.used : 0);
        const Result<qint64> pages = number(u"SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, pragma_freelist_count, pragma_page_size"_s);
        if (!pages)
            return pages.error();
        const qint64 needed = largest + 2 * pages.value() + kReserve;
        const qint64 free = m_settings.freeBytes >= 0 ? m_settings.freeBytes : QStorageInfo(m_settings.folder).bytesAvailable();
        const QLocale locale;
        if (free < needed)
            return Error{.kind = ErrorKind::Archive,
                         .message = QCoreApplication::translate("archive", "Compacting needs up to %1 of free space for a while; %2 are there.")
                                        .arg(locale.formattedDataSize(needed), locale.formattedDataSize(free)),
                         .remedy = QCoreApplication::translate("archive", "Nothing was changed. Free some space, or lower the limit of the archive first.")};
        if (m_settings.say)
            m_settings.say(QCoreApplication::translate("archive", "Up to %1 of free space is used meanwhile; %2 is there.")
                               .arg(locale.formattedDataSize(needed), locale.formattedDataSize(free)));
        return Done{};
    }

    // What an earlier run, or a purge, had no time to remove. The file goes while the index is locked: nobody can begin a
    // segment of the same name then.
    Outcome removeEmpty(const Segment &segment, CompactReport &report)
    {
        if (const Outcome begun = exec(u"BEGIN IMMEDIATE"_s); !begun)
            return begun;
        const Result<qint64> still = number(u"SELECT count(*) FROM segments g WHERE id = %1 AND is_open = 0 AND NOT EXISTS (SELECT 1 FROM alerts a WHERE a.segment = g.id)"_s
                                                .arg(segment.id));
        if (!still || still.value() == 0) {
            (void)exec(u"ROLLBACK"_s);
            return still ? Outcome(Done{}) : Outcome(still.error());
        }
        const QString path = m_settings.folder + u'/' + segment.path;
        const qint64 had = QFileInfo(path).size();
        if (QFile::exists(path) && !QFile::remove(path)) {
            (void)exec(u"ROLLBACK"_s);
            report.left << QCoreApplication::translate("archive", "%1 cannot be removed.").arg(path);
            return Done{};
        }
        reached("removed");
        if (const Outcome done = exec(u"DELETE FROM segments WHERE id = %1"_s.arg(segment.id)); !done) {
            (void)exec(u"ROLLBACK"_s);
            return done;
        }
        if (const Outcome done = exec(u"COMMIT"_s); !done)
            return done;
        report.segmentBytes += had;
        ++report.segments;
        return Done{};
    }

    // segments/1/2/2026091422.seg becomes segments/1/2/c17/2026091422.seg: a new name, because readers keep files open by name.
    static QString newPath(const Segment &segment)
    {
        return u"segments/%1/%2/c%3/%4"_s.arg(segment.writer).arg(segment.stream).arg(segment.id).arg(segment.path.section(u'/', -1));
    }

    Outcome writeAnew(const Segment &segment, CompactReport &report)
    {
        const QString from = m_settings.folder + u'/' + segment.path;
        const int fd = ::open(QFile::encodeName(from).constData(), O_RDONLY | O_CLOEXEC);
        if (fd < 0) {
            report.left << QCoreApplication::translate("archive", "%1 cannot be read; “tocsin archive verify” tells more.").arg(from);
            return Done{};
        }
        const auto closed = qScopeGuard([fd] { ::close(fd); });
        QSqlQuery query(m_db);
        query.setForwardOnly(true);
        if (!query.exec(u"SELECT DISTINCT place, size FROM alerts WHERE segment = %1 ORDER BY place"_s.arg(segment.id)))
            return sqlError(u"segment"_s, query.lastError().text());
        struct Moved {
            qint64 place = 0;
            SegmentFile::Span to;
        };
        std::vector<Moved> moved;
        std::deque<std::string> records;
        while (query.next()) {
            Result<std::string> record = SegmentRecord::readRaw(fd, query.value(0).toLongLong(), query.value(1).toLongLong());
            if (!record) {
                // Nothing that a row points at is given up here, however broken it is.
                report.left << QCoreApplication::translate("archive", "%1 stays as it is: %2").arg(segment.path, record.error().message);
                return Done{};
            }
            records.push_back(std::move(record).value());
            moved.push_back({query.value(0).toLongLong(), {}});
        }
        query.finish();
        // The new segment is known before its file is there: should we die, it is an empty one that the next run removes.
        const QString path = newPath(segment);
        query.prepare(u"INSERT INTO segments (writer, stream, path, size, is_open, first_row, last_row) SELECT writer, stream, ?, 0, 0, first_row, last_row "
                      "FROM segments WHERE id = ? ON CONFLICT (path) DO NOTHING"_s);
        query.addBindValue(path);
        query.addBindValue(segment.id);
        if (!query.exec())
            return sqlError(u"segment"_s, query.lastError().text());
        reached("noted");
        SegmentFile file;
        if (const Outcome opened = file.open(m_settings.folder + u'/' + path, 0); !opened)
            return opened;
        for (size_t i = 0; i < moved.size(); ++i)
            moved[i].to = file.addRaw(records[i]);
        if (const Outcome written = file.write(); !written)
            return written;
        reached("written");
        if (const Outcome done = pointAt(segment, path, file.size(), [&](QSqlQuery &step) -> Outcome {
                for (const Moved &one : moved) {
                    step.bindValue(0, qlonglong(one.to.place));
                    step.bindValue(1, segment.id);
                    step.bindValue(2, one.place);
                    if (!step.exec())
                        return sqlError(u"segment"_s, step.lastError().text());
                }
                return Done{};
            });
            !done)
            return done;
        reached("pointed");
        report.segmentBytes -= file.size();
        return removeEmpty(segment, report);
    }

    Outcome pointAt(const Segment &segment, const QString &path, qint64 size, const std::function<Outcome(QSqlQuery &)> &move)
    {
        if (const Outcome begun = exec(u"BEGIN IMMEDIATE"_s); !begun)
            return begun;
        const auto change = [&]() -> Outcome {
            QSqlQuery query(m_db);
            query.prepare(u"SELECT id FROM segments WHERE path = ?"_s);
            query.addBindValue(path);
            if (!query.exec() || !query.next())
                return sqlError(u"segment"_s, query.lastError().text());
            const qint64 id = query.value(0).toLongLong();
            query.finish();
            query.prepare(u"UPDATE alerts SET segment = %1, place = ? WHERE segment = ? AND place = ?"_s.arg(id));
            if (const Outcome done = move(query); !done)
                return done;
            if (const Outcome done = exec(u"UPDATE segments SET size = %1 WHERE id = %2"_s.arg(size).arg(id)); !done)
                return done;
            return exec(u"UPDATE segments SET size = 0 WHERE id = %1"_s.arg(segment.id));
        };
        Outcome done = change();
        if (done)
            done = exec(u"COMMIT"_s);
        if (!done)
            (void)exec(u"ROLLBACK"_s);
        return done;
    }

    const CompactSettings &m_settings;
    QSqlDatabase &m_db;
    double m_fraction = 0;
    bool m_stopped = false;
};

// They are only a copy: where most of their rows are gone they are thrown away and made anew; else what lies before the
// first row is given back to the disk (it holds zeros, as a hole does).
qint64 shrinkColumns(const QString &folder, qint64 rows, qint64 firstRow, qint64 lastRow)
{
    const qint64 before = columnBytes(folder);
    FileLock lock;
    if (lastRow - rows > rows && lock.tryLock(columnFolder(folder) + u".lock"_s)) {
        QDir(columnFolder(folder)).removeRecursively();
    } else if (firstRow > 0) {
        for (const ColumnSpec &spec : columnSpecs()) {
            const QString name = columnFolder(folder) + u'/' + QLatin1StringView(spec.field->key) + u".col"_s;
            const int fd = ::open(QFile::encodeName(name).constData(), O_RDWR | O_CLOEXEC);
            if (fd < 0)
                continue;
            if (::fallocate(fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0, firstRow * spec.width()) != 0)
                qCInfo(lcArchive).noquote() << name << "keeps its zeros: the file system has no holes";
            ::close(fd);
        }
    }
    return before - columnBytes(folder);
}

} // namespace

Result<CompactReport> compactArchive(const CompactSettings &settings)
{
    FileLock only;
    if (!only.tryLock(settings.folder + u"/compact.lock"_s))
        return Error{.kind = ErrorKind::Archive,
                     .message = QCoreApplication::translate("archive", "The archive in %1 is being compacted already, or cannot be written.").arg(settings.folder),
                     .remedy = QCoreApplication::translate("archive", "Wait for the other one to end, or check the rights of the folder.")};
    // Alone when nobody writes; beside the others else. Either way no recovery begins meanwhile.
    FileLock gate;
    const bool alone = gate.tryLock(gatePath(settings.folder));
    if (!alone && !gate.tryShare(gatePath(settings.folder)))
        return Error{.kind = ErrorKind::Archive,
                     .message = QCoreApplication::translate("archive", "The archive in %1 is being recovered just now.").arg(settings.folder),
                     .remedy = QCoreApplication::translate("archive", "Compact it when that is done.")};
    if (onNetworkFileSystem(settings.folder) && !alone)
        return Error{.kind = ErrorKind::Archive,
                     .message = QCoreApplication::translate("archive", "Another Tocsin uses the archive in %1; on a network file system only one may.").arg(settings.folder),
                     .remedy = QCoreApplication::translate("archive", "End the other one first.")};
    // SQLite makes its temporary copy where there was room.
    qputenv("SQLITE_TMPDIR", QFile::encodeName(settings.folder));
    Result<OpenedIndex> opened = openIndex(settings.folder, true);
    if (!opened)
        return opened.error();
    CompactReport report;
    const auto work = [&]() -> Outcome {
        Compaction compaction(settings, opened.value().db);
        const SqliteStop stop(opened.value().db, [&compaction] { return compaction.goOn(0); });
        const auto ended = [&compaction](Outcome done) { return compaction.isStopped() ? Outcome(stoppedBeforeTheEnd()) : done; };
        if (const Outcome done = compaction.run(report); !done)
            return ended(done);
        const Result<qint64> rows = compaction.number(u"SELECT count(*) FROM alerts"_s);
        const Result<qint64> first = compaction.number(u"SELECT coalesce(min(row), 0) FROM alerts"_s);
        const Result<qint64> last = compaction.number(u"SELECT coalesce(max(row), 0) FROM alerts"_s);
        if (!rows || !first || !last)
            return ended((!rows ? rows : !first ? first : last).error());
        report.columnBytes = shrinkColumns(settings.folder, rows.value(), first.value(), last.value());
        if (alone)
            return ended(compaction.shrinkIndex(report));
        report.left << QCoreApplication::translate("archive", "The index was not made smaller: another Tocsin writes into the archive (process %1). End it and compact again.")
                           .arg(writersOf(settings.folder).join(u", "_s));
        return Done{};
    };
    const Outcome done = work();
    closeIndex(opened.value().db);
    if (!done)
        return done.error();
    return report;
}

} // namespace tocsin::archive
