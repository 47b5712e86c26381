// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/indexwriter.h"

#include "core/archive/night.h"
#include "core/base/logging.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

namespace tocsin::archive {

using namespace Qt::StringLiterals;

namespace {

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
    const QString hour = this->hour();
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

} // namespace tocsin::archive
