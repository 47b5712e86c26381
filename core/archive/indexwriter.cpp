// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/indexwriter.h"

#include "core/archive/filelock.h"
#include "core/base/logging.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

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
    case Gap::Why::Unknown:
        break;
    }
    return "unknown";
}

QVariant text(const std::string &value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

QString lockPath(const QString &folder, int writer)
{
    return u"%1/writers/%2.lock"_s.arg(folder).arg(writer);
}

} // namespace

struct IndexWriter::Row {
    const DecodedPacket *packet = nullptr;
    HotInsert::Where where;
    bool replay = false;
};

IndexWriter::IndexWriter(QSqlDatabase db, QString folder, int writer) : m_db(std::move(db)), m_folder(std::move(folder)), m_writer(writer)
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

Outcome IndexWriter::prepare()
{
    const auto make = [this](std::unique_ptr<QSqlQuery> &query, const QString &sql) -> Outcome {
        query = std::make_unique<QSqlQuery>(m_db);
        if (!query->prepare(sql))
            return sqlError(sql, query->lastError().text());
        return Done{};
    };
    if (const Outcome done = m_hot.prepare(m_db); !done)
        return done;
    if (const Outcome done = make(m_position,
                                  u"INSERT INTO positions (stream, lane, next, last_stamp, last_hash) VALUES (?, ?, ?, ?, ?) "
                                  "ON CONFLICT (stream, lane) DO UPDATE SET next = excluded.next, last_stamp = excluded.last_stamp, "
                                  "last_hash = excluded.last_hash"_s);
        !done)
        return done;
    if (const Outcome done = make(m_gap,
                                  u"INSERT INTO gaps (stream, lane, first, after_last, why, detail, noticed) VALUES (?, ?, ?, ?, ?, ?, ?) "
                                  "ON CONFLICT DO NOTHING"_s);
        !done)
        return done;
    if (const Outcome done = make(m_membership, u"INSERT INTO memberships (row, stream) VALUES (?, ?) ON CONFLICT DO NOTHING"_s); !done)
        return done;
    if (const Outcome done = make(m_rowsOf, u"SELECT row, record, stream FROM alerts WHERE lane = ? AND position = ? ORDER BY record"_s); !done)
        return done;
    return make(m_segmentSize,
                u"UPDATE segments SET size = ?, first_row = coalesce(first_row, ?), last_row = coalesce(?, last_row) WHERE id = ?"_s);
}

Result<int64_t> IndexWriter::laneId(const LanePtr &lane)
{
    if (const auto it = m_laneByPointer.find(lane.get()); it != m_laneByPointer.end())
        return it->second.second;
    const std::string key = lane->source + '\n' + lane->topic + '\n' + std::to_string(lane->partition) + '\n' + std::to_string(lane->generation);
    int64_t id = 0;
    if (const auto it = m_laneByKey.find(key); it != m_laneByKey.end()) {
        id = it->second;
    } else {
        QSqlQuery query(m_db);
        query.prepare(u"INSERT INTO sources (identity) VALUES (?) ON CONFLICT DO NOTHING"_s);
        query.addBindValue(text(lane->source));
        if (!query.exec())
            return sqlError(u"source"_s, query.lastError().text());
        query.prepare(u"INSERT INTO lanes (source, topic, \"partition\", generation) SELECT id, ?, ?, ? FROM sources WHERE identity = ? "
                      "ON CONFLICT DO NOTHING"_s);
        query.addBindValue(text(lane->topic));
        query.addBindValue(lane->partition);
        query.addBindValue(lane->generation);
        query.addBindValue(text(lane->source));
        if (!query.exec())
            return sqlError(u"lane"_s, query.lastError().text());
        query.prepare(u"SELECT l.id FROM lanes l JOIN sources s ON s.id = l.source WHERE s.identity = ? AND l.topic = ? AND l.\"partition\" = ? "
                      "AND l.generation = ?"_s);
        query.addBindValue(text(lane->source));
        query.addBindValue(text(lane->topic));
        query.addBindValue(lane->partition);
        query.addBindValue(lane->generation);
        if (!query.exec() || !query.next())
            return sqlError(u"lane"_s, query.lastError().text());
        id = query.value(0).toLongLong();
        m_laneByKey.emplace(key, id);
        query.prepare(u"SELECT max(position) FROM alerts WHERE lane = ? AND typeof(position) = 'integer'"_s);
        query.addBindValue(qlonglong(id));
        if (!query.exec() || !query.next())
            return sqlError(u"lane"_s, query.lastError().text());
        m_highest[id] = query.value(0).isNull() ? -1 : query.value(0).toLongLong();
    }
    // Consumers keep one Lane object per partition; a table that grew for another reason starts anew.
    if (m_laneByPointer.size() > 100'000)
        m_laneByPointer.clear();
    m_laneByPointer.emplace(lane.get(), std::pair(lane, id));
    return id;
}

Result<int64_t> IndexWriter::streamId(const StreamRefPtr &stream)
{
    if (const auto it = m_streams.find(stream->uuid); it != m_streams.end() && it->second.name == stream->name)
        return it->second.id;
    QSqlQuery query(m_db);
    query.prepare(u"INSERT INTO streams (uuid, name, access, demo) VALUES (?, ?, ?, ?) "
                  "ON CONFLICT (uuid) DO UPDATE SET name = excluded.name, access = excluded.access"_s);
    query.addBindValue(text(stream->uuid));
    query.addBindValue(text(stream->name));
    query.addBindValue(text(stream->access));
    query.addBindValue(stream->demo ? 1 : 0);
    if (!query.exec())
        return sqlError(u"stream"_s, query.lastError().text());
    query.prepare(u"SELECT id FROM streams WHERE uuid = ?"_s);
    query.addBindValue(text(stream->uuid));
    if (!query.exec() || !query.next())
        return sqlError(u"stream"_s, query.lastError().text());
    const int64_t id = query.value(0).toLongLong();
    m_streams[stream->uuid] = {id, stream->name};
    return id;
}

Result<IndexWriter::Segment *> IndexWriter::segmentFor(int64_t stream, const QString &name)
{
    auto &slot = m_segments[{stream, name}];
    if (!slot) {
        auto segment = std::make_unique<Segment>();
        const QString path = u"segments/%1/%2/%3.seg"_s.arg(m_writer).arg(stream).arg(name);
        QSqlQuery query(m_db);
        query.prepare(u"INSERT INTO segments (writer, stream, path, size, is_open) VALUES (?, ?, ?, 0, 1) "
                      "ON CONFLICT (path) DO UPDATE SET is_open = 1"_s);
        query.addBindValue(m_writer);
        query.addBindValue(qlonglong(stream));
        query.addBindValue(path);
        if (!query.exec())
            return sqlError(u"segment"_s, query.lastError().text());
        query.prepare(u"SELECT id, size FROM segments WHERE path = ?"_s);
        query.addBindValue(path);
        if (!query.exec() || !query.next())
            return sqlError(u"segment"_s, query.lastError().text());
        segment->id = query.value(0).toLongLong();
        segment->size = query.value(1).toLongLong();
        if (const Outcome opened = segment->file.open(m_folder + u'/' + path, segment->size); !opened)
            return opened.error();
        slot = std::move(segment);
    }
    return slot.get();
}

Result<bool> IndexWriter::isReplay(int64_t lane, const Packet &packet)
{
    if (packet.position >= 0) {
        if (packet.position > m_highest[lane])
            return false;
    }
    return m_hot.exists(lane, packet);
}

void IndexWriter::closeOldHours(const QString &hour)
{
    if (m_hour == hour)
        return;
    closeSegments();
    m_hour = hour;
}

void IndexWriter::closeSegments()
{
    for (const auto &[key, segment] : m_segments) {
        if (segment)
            (void)exec(u"UPDATE segments SET is_open = 0 WHERE id = %1"_s.arg(segment->id));
    }
    m_segments.clear();
}

void IndexWriter::giveUp()
{
    m_segments.clear(); // opening anew cuts each to its committed size
    m_laneByPointer.clear();
    m_laneByKey.clear();
    m_streams.clear();
    m_highest.clear();
}

Result<IndexWriter::Written> IndexWriter::write(std::span<DecodedBatch> group)
{
    const QString hour = QDateTime::currentDateTimeUtc().toString(u"yyyyMMddHH"_s);
    closeOldHours(hour);
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
                if (const Outcome done = writeMembership(alert->row, decoded.packet); !done)
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
        // Another stream may have stored it: this one gets a membership.
        if (m_rowsOf->value(2).toLongLong() != row.where.stream) {
            m_membership->bindValue(0, qlonglong(number));
            m_membership->bindValue(1, qlonglong(row.where.stream));
            if (!m_membership->exec())
                return sqlError(u"membership"_s, m_membership->lastError().text());
        }
    }
    m_rowsOf->finish();
    return Done{};
}

Outcome IndexWriter::writeMembership(int64_t row, const Packet &packet)
{
    if (row == 0)
        return Done{};
    for (const StreamRefPtr &stream : packet.alsoFor) {
        const Result<int64_t> id = streamId(stream);
        if (!id)
            return id.error();
        m_membership->bindValue(0, qlonglong(row));
        m_membership->bindValue(1, qlonglong(id.value()));
        if (!m_membership->exec())
            return sqlError(u"membership"_s, m_membership->lastError().text());
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
        written.gaps += static_cast<uint64_t>(std::max(0, m_gap->numRowsAffected()));
    }
    return Done{};
}

Outcome IndexWriter::renameStream(const std::string &uuid, const std::string &name)
{
    QSqlQuery query(m_db);
    query.prepare(u"UPDATE streams SET name = ? WHERE uuid = ?"_s);
    query.addBindValue(text(name));
    query.addBindValue(text(uuid));
    if (!query.exec())
        return sqlError(u"rename"_s, query.lastError().text());
    if (const auto it = m_streams.find(uuid); it != m_streams.end())
        it->second.name = name;
    return Done{};
}

Outcome IndexWriter::setMarks(std::span<const int64_t> rows, uint8_t set, uint8_t clear)
{
    if (const Outcome begun = exec(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    QSqlQuery query(m_db);
    query.prepare(u"INSERT INTO marks (row, flags) VALUES (?, ?) ON CONFLICT (row) DO UPDATE SET flags = (flags | excluded.flags) & ~?"_s);
    for (const int64_t row : rows) {
        query.bindValue(0, qlonglong(row));
        query.bindValue(1, int(set));
        query.bindValue(2, int(clear));
        if (!query.exec()) {
            const Error error = sqlError(u"marks"_s, query.lastError().text());
            (void)exec(u"ROLLBACK"_s);
            return error;
        }
    }
    query.finish();
    return exec(u"COMMIT"_s);
}

Result<int64_t> IndexWriter::segmentBytes()
{
    QSqlQuery query(m_db);
    if (!query.exec(u"SELECT coalesce(sum(size), 0) FROM segments"_s) || !query.next())
        return sqlError(u"segments"_s, query.lastError().text());
    return int64_t{query.value(0).toLongLong()};
}

Result<int64_t> IndexWriter::purgeOldest()
{
    QSqlQuery query(m_db);
    if (!query.exec(u"SELECT id, stream, path, size FROM segments WHERE is_open = 0 AND path NOT LIKE '%/kept.seg' ORDER BY id LIMIT 1"_s))
        return sqlError(u"purge"_s, query.lastError().text());
    if (!query.next())
        return int64_t{0};
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
    int64_t keptBytes = 0;
    while (query.next()) {
        const Result<StoredPacket> stored = SegmentRecord::read(fd, query.value(1).toLongLong(), query.value(2).toLongLong());
        if (!stored)
            continue; // damaged: the row stays, its packet cannot be saved
        if (!kept) {
            const Result<Segment *> segment = segmentFor(stream, u"kept"_s);
            if (!segment) {
                ::close(fd);
                return segment.error();
            }
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
    if (fd >= 0)
        ::close(fd);
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
    const auto change = [&]() -> Outcome {
        QSqlQuery step(m_db);
        step.prepare(u"UPDATE alerts SET segment = ?, place = ?, size = ? WHERE row = ?"_s);
        for (const Moved &one : moved) {
            step.bindValue(0, qlonglong(kept->id));
            step.bindValue(1, qlonglong(one.span.place));
            step.bindValue(2, qlonglong(one.span.size));
            step.bindValue(3, one.row);
            if (!step.exec())
                return sqlError(u"purge"_s, step.lastError().text());
        }
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
    return std::max<int64_t>(1, size - keptBytes);
}

Result<int> IndexWriter::settleDead(int ownWriter)
{
    QSqlQuery query(m_db);
    if (!query.exec(u"SELECT id, writer, path, size FROM segments WHERE is_open = 1"_s))
        return sqlError(u"settle"_s, query.lastError().text());
    struct Left {
        qlonglong id;
        int writer;
        QString path;
        int64_t size;
    };
    std::vector<Left> left;
    while (query.next())
        left.push_back({query.value(0).toLongLong(), query.value(1).toInt(), m_folder + u'/' + query.value(2).toString(), query.value(3).toLongLong()});
    query.finish();
    int settled = 0;
    for (const Left &segment : left) {
        FileLock lock;
        if (segment.writer != ownWriter && !lock.tryLock(lockPath(m_folder, segment.writer)))
            continue; // its writer lives
        const QFileInfo file(segment.path);
        if (file.exists() && file.size() > segment.size) {
            qCInfo(lcArchive) << "cutting" << file.size() - segment.size << "bytes that were never committed from" << file.fileName();
            QFile::resize(segment.path, segment.size);
        }
        if (const Outcome done = exec(u"UPDATE segments SET is_open = 0 WHERE id = %1"_s.arg(segment.id)); !done)
            return done.error();
        ++settled;
    }
    return settled;
}

} // namespace tocsin::archive
