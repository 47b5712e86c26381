// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/indexwriter.h"

#include "core/base/logging.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QScopeGuard>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace tocsin::archive {

using namespace Qt::StringLiterals;

namespace {

constexpr int64_t kDayUs = 86'400'000'000;

// Day number of the UTC noon that began the night.
int64_t nightOf(const Packet &packet)
{
    const int64_t us = packet.brokerTime.isValid() ? packet.brokerTime.us : packet.received.us;
    const int64_t shifted = us - kDayUs / 2;
    return shifted >= 0 ? shifted / kDayUs : -((kDayUs - 1 - shifted) / kDayUs);
}

const char *gapWord(Gap::Why why)
{
    switch (why) {
    case Gap::Why::Expired:
        return "expired";
    case Gap::Why::TopicRecreated:
        return "topic-recreated";
    case Gap::Why::TooLarge:
        return "too-large";
    case Gap::Why::Refused:
        return "refused";
    case Gap::Why::Skipped:
        return "skipped";
    case Gap::Why::Unknown:
        break;
    }
    return "unknown";
}

QVariant text(const std::string &value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

} // namespace

struct IndexWriter::Row {
    const DecodedPacket *packet = nullptr;
    HotInsert::Where where;
    bool replay = false;
};

IndexWriter::IndexWriter(QSqlDatabase db, QString folder, int writer, std::function<QDateTime()> clock)
    : m_db(std::move(db)), m_folder(std::move(folder)), m_writer(writer),
      m_clock(clock ? std::move(clock) : [] { return QDateTime::currentDateTimeUtc(); })
{
}

IndexWriter::~IndexWriter()
{
    m_hot.finish();
    m_position.reset();
    m_gap.reset();
    m_membership.reset();
    m_segmentSize.reset();
    m_rowsOf.reset();
    closeIndex(m_db);
}

Outcome IndexWriter::exec(const QString &sql)
{
    QSqlQuery query(m_db);
    if (!query.exec(sql))
        return sqlError(sql, query.lastError().text());
    return Done{};
}

Result<bool> IndexWriter::isReplay(int64_t lane, const Packet &packet)
{
    if (packet.position >= 0) {
        if (packet.position > m_highest[lane])
            return false;
    }
    return m_hot.exists(lane, packet);
}

Outcome IndexWriter::closeOldHours(const QString &hour)
{
    if (m_hour == hour)
        return Done{};
    if (const Outcome closed = closeSegments(); !closed)
        return closed; // tried again with the group: a segment that is left open would look like an unclean end
    m_hour = hour;
    return Done{};
}

Outcome IndexWriter::closeSegments()
{
    m_segments.clear();
    // By writer, not by what is in m_segments: a group that failed has left that list.
    return exec(u"UPDATE segments SET is_open = 0 WHERE is_open = 1 AND writer = %1"_s.arg(m_writer));
}

void IndexWriter::giveUp()
{
    for (const auto &[key, segment] : m_segments) {
        if (segment)
            segment->file.cut(segment->size);
    }
    m_segments.clear();
    m_laneByPointer.clear();
    m_laneByKey.clear();
    m_streams.clear();
    m_highest.clear();
}

Result<IndexWriter::Written> IndexWriter::write(std::span<DecodedBatch> group)
{
    const QString hour = m_clock().toUTC().toString(u"yyyyMMddHH"_s);
    if (const Outcome turned = closeOldHours(hour); !turned)
        return turned.error();
    std::vector<Row> rows;
    std::vector<Segment *> touched;
    const auto fail = [this](Error error) {
        giveUp();
        return error;
    };
    for (const DecodedBatch &batch : group) {
        rows.reserve(rows.size() + batch.packets.size());
        for (const DecodedPacket &decoded : batch.packets) {
            if (decoded.alerts.empty())
                continue;
            Row row;
            row.packet = &decoded;
            const Result<int64_t> lane = laneId(decoded.packet.lane);
            if (!lane)
                return fail(lane.error());
            const Result<int64_t> stream = streamId(decoded.packet.stream);
            if (!stream)
                return fail(stream.error());
            row.where.lane = lane.value();
            row.where.stream = stream.value();
            const Result<bool> replay = isReplay(lane.value(), decoded.packet);
            if (!replay)
                return fail(replay.error());
            row.replay = replay.value();
            if (!row.replay) {
                const Result<Segment *> segment = segmentFor(stream.value(), hour);
                if (!segment)
                    return fail(segment.error());
                row.where.segment = segment.value()->id;
                row.where.span = segment.value()->file.add(decoded.packet);
                if (std::ranges::find(touched, segment.value()) == touched.end())
                    touched.push_back(segment.value());
            }
            rows.push_back(row);
        }
    }
    for (Segment *segment : touched) {
        if (const Outcome done = segment->file.write(); !done)
            return fail(done.error());
    }
    if (const Outcome begun = exec(u"BEGIN IMMEDIATE"_s); !begun)
        return fail(begun.error());
    Written written;
    if (const Outcome done = writeRows(group, rows, written); !done) {
        (void)exec(u"ROLLBACK"_s);
        return fail(done.error());
    }
    if (const Outcome done = exec(u"COMMIT"_s); !done) {
        (void)exec(u"ROLLBACK"_s);
        return fail(done.error());
    }
    for (Segment *segment : touched)
        segment->size = segment->file.size();
    return written;
}

Outcome IndexWriter::writeRows(std::span<DecodedBatch> group, std::vector<Row> &rows, Written &written)
{
    struct Extent {
        int64_t size = 0;
        int64_t first = 0;
        int64_t last = 0;
    };
    std::map<int64_t, Extent> extents; // by segment
    for (const Row &row : rows) {
        const DecodedPacket &decoded = *row.packet;
        int64_t firstRow = 0;
        if (!row.replay) {
            const int64_t night = nightOf(decoded.packet);
            Extent &extent = extents[row.where.segment];
            extent.size = std::max(extent.size, row.where.span.place + row.where.span.size);
            for (const auto &alert : decoded.alerts) {
                const Result<int64_t> number = m_hot.insert(*alert, decoded.packet, night, row.where);
                if (!number)
                    return number.error();
                if (number.value() == 0)
                    continue;
                alert->row = number.value();
                written.alerts.push_back(alert);
                written.streams.push_back(static_cast<uint32_t>(row.where.stream));
                if (firstRow == 0)
                    firstRow = number.value();
                if (extent.first == 0)
                    extent.first = number.value();
                extent.last = number.value();
            }
            if (decoded.packet.position >= 0)
                m_highest[row.where.lane] = std::max(m_highest[row.where.lane], decoded.packet.position);
        }
        if (firstRow == 0) {
            if (const Outcome done = noteReplay(row, written); !done)
                return done;
        } else if (!decoded.packet.alsoFor.empty()) {
            for (const auto &alert : decoded.alerts) {
                if (const Outcome done = writeMemberships(alert->row, row.where.stream, decoded.packet); !done)
                    return done;
            }
        }
    }
    for (const auto &[id, extent] : extents) {
        m_segmentSize->bindValue(0, qlonglong(extent.size));
        m_segmentSize->bindValue(1, extent.first == 0 ? QVariant() : QVariant(qlonglong(extent.first)));
        m_segmentSize->bindValue(2, extent.last == 0 ? QVariant() : QVariant(qlonglong(extent.last)));
        m_segmentSize->bindValue(3, qlonglong(id));
        if (!m_segmentSize->exec())
            return sqlError(u"segment"_s, m_segmentSize->lastError().text());
    }
    for (const DecodedBatch &batch : group) {
        written.messages += batch.packets.size();
        if (const Outcome done = writeFilled(batch); !done)
            return done;
        if (const Outcome done = writeGaps(batch, written); !done)
            return done;
        if (const Outcome done = writePositions(batch); !done)
            return done;
    }
    return Done{};
}

Outcome IndexWriter::noteReplay(const Row &row, Written &written)
{
    ++written.replays;
    const DecodedPacket &decoded = *row.packet;
    m_rowsOf->bindValue(0, qlonglong(row.where.lane));
    m_rowsOf->bindValue(1, decoded.packet.position >= 0 ? QVariant(qlonglong(decoded.packet.position)) : text(decoded.packet.messageId));
    if (!m_rowsOf->exec())
        return sqlError(u"replay"_s, m_rowsOf->lastError().text());
    while (m_rowsOf->next()) {
        const int64_t number = m_rowsOf->value(0).toLongLong();
        const auto record = m_rowsOf->value(1).toULongLong();
        if (record < decoded.alerts.size()) {
            decoded.alerts[record]->row = number;
            written.replayed.push_back(decoded.alerts[record]);
        }
        // Another stream may have stored it: this one gets a membership, and so does each further one that matches.
        const int64_t owner = m_rowsOf->value(2).toLongLong();
        if (owner != row.where.stream) {
            if (const Outcome done = writeMembership(number, row.where.stream); !done)
                return done;
        }
        if (const Outcome done = writeMemberships(number, owner, decoded.packet); !done)
            return done;
    }
    m_rowsOf->finish();
    return Done{};
}

Outcome IndexWriter::writeMembership(int64_t row, int64_t stream)
{
    m_membership->bindValue(0, qlonglong(row));
    m_membership->bindValue(1, qlonglong(stream));
    if (!m_membership->exec())
        return sqlError(u"membership"_s, m_membership->lastError().text());
    return Done{};
}

Outcome IndexWriter::writeMemberships(int64_t row, int64_t owner, const Packet &packet)
{
    if (row == 0)
        return Done{};
    for (const StreamRefPtr &stream : packet.alsoFor) {
        const Result<int64_t> id = streamId(stream);
        if (!id)
            return id.error();
        if (id.value() == owner)
            continue;
        if (const Outcome done = writeMembership(row, id.value()); !done)
            return done;
    }
    return Done{};
}

Outcome IndexWriter::writePositions(const DecodedBatch &batch)
{
    for (const LanePosition &position : batch.positions) {
        const Result<int64_t> lane = laneId(position.lane);
        if (!lane)
            return lane.error();
        const Result<int64_t> stream = streamId(position.stream);
        if (!stream)
            return stream.error();
        m_position->bindValue(0, qlonglong(stream.value()));
        m_position->bindValue(1, qlonglong(lane.value()));
        m_position->bindValue(2, qlonglong(position.next));
        m_position->bindValue(3, position.lastStampUs == UtcTime::kNone ? QVariant() : QVariant(qlonglong(position.lastStampUs)));
        m_position->bindValue(4, static_cast<qlonglong>(position.lastHash));
        if (!m_position->exec())
            return sqlError(u"position"_s, m_position->lastError().text());
    }
    return Done{};
}

// In plain SQL: this is rare, and what is left of a gap keeps its reason and the time it was noticed.
Outcome IndexWriter::writeFilled(const DecodedBatch &batch)
{
    for (const Filled &filled : batch.filled) {
        const Result<int64_t> lane = laneId(filled.lane);
        if (!lane)
            return lane.error();
        const Result<int64_t> stream = streamId(filled.stream);
        if (!stream)
            return stream.error();
        const QString touched = u"stream = %1 AND lane = %2 AND first < %4 AND after_last > %3 AND after_last > first"_s.arg(stream.value()).arg(lane.value()).arg(filled.from).arg(filled.to);
        for (const QString &sql : {u"INSERT INTO gaps (stream, lane, first, after_last, why, detail, noticed) "
                                   "SELECT stream, lane, first, %1, why, detail, noticed FROM gaps WHERE first < %1 AND "_s.arg(filled.from)
                                       + touched + u" ON CONFLICT DO NOTHING"_s,
                                   u"INSERT INTO gaps (stream, lane, first, after_last, why, detail, noticed) "
                                   "SELECT stream, lane, %1, after_last, why, detail, noticed FROM gaps WHERE after_last > %1 AND "_s.arg(filled.to)
                                       + touched + u" ON CONFLICT DO NOTHING"_s,
                                   u"DELETE FROM gaps WHERE "_s + touched}) {
            if (const Outcome done = exec(sql); !done)
                return done;
        }
    }
    return Done{};
}

Outcome IndexWriter::writeGaps(const DecodedBatch &batch, Written &written)
{
    for (const Gap &gap : batch.gaps) {
        const Result<int64_t> lane = laneId(gap.lane);
        if (!lane)
            return lane.error();
        const Result<int64_t> stream = streamId(gap.stream);
        if (!stream)
            return stream.error();
        m_gap->bindValue(0, qlonglong(stream.value()));
        m_gap->bindValue(1, qlonglong(lane.value()));
        m_gap->bindValue(2, qlonglong(gap.from));
        m_gap->bindValue(3, qlonglong(gap.to));
        m_gap->bindValue(4, QLatin1String(gapWord(gap.why)));
        m_gap->bindValue(5, text(gap.detail));
        m_gap->bindValue(6, qlonglong(gap.noticed.isValid() ? gap.noticed.us : UtcTime::now().us));
        if (!m_gap->exec())
            return sqlError(u"gap"_s, m_gap->lastError().text());
        if (gap.why != Gap::Why::Skipped)
            written.gaps += static_cast<uint64_t>(std::max(0, m_gap->numRowsAffected()));
    }
    return Done{};
}

Result<IndexWriter::Purged> IndexWriter::purgeOldest()
{
    QSqlQuery query(m_db);
    if (!query.exec(u"SELECT id, stream, path, size FROM segments WHERE is_open = 0 AND size > 0 AND path NOT LIKE '%/kept.seg' ORDER BY id"_s))
        return sqlError(u"purge"_s, query.lastError().text());
    do {
        if (!query.next())
            return Purged{};
    } while (m_damaged.contains(query.value(0).toLongLong()));
    const qlonglong id = query.value(0).toLongLong();
    const int64_t stream = query.value(1).toLongLong();
    const QString path = m_folder + u'/' + query.value(2).toString();
    const int64_t size = query.value(3).toLongLong();
    query.finish();

    // Marked packets move first.
    struct Moved {
        qlonglong row = 0;
        SegmentFile::Span span;
    };
    std::vector<Moved> moved;
    std::vector<std::unique_ptr<StoredPacket>> memory;
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
        const Result<StoredPacket> stored = SegmentRecord::read(fd, query.value(1).toLongLong(), query.value(2).toLongLong());
        if (!stored) {
            // What somebody marked is never removed: the whole segment stays, for `verify` to name and for people to save.
            qCWarning(lcArchive).noquote() << path << "stays: the marked row" << query.value(0).toLongLong() << "cannot be copied:"
                                           << stored.error().message;
            if (kept)
                kept->file.forget();
            m_damaged.insert(id);
            query.finish();
            return purgeOldest();
        }
        if (!kept) {
            const Result<Segment *> segment = segmentFor(stream, u"kept"_s);
            if (!segment)
                return segment.error();
            kept = segment.value();
        }
        const StoredPacket &copy = *memory.emplace_back(std::make_unique<StoredPacket>(stored.value()));
        Packet packet;
        packet.value = copy.value;
        packet.key = copy.key;
        packet.headers = copy.headers;
        moved.push_back({query.value(0).toLongLong(), kept->file.add(packet)});
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
