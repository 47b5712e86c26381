// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/reindex.h"

#include "core/archive/night.h"
#include "core/archive/sqliteschema.h"
#include "core/archive/sqlitestop.h"
#include "core/base/logging.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>
#include <cerrno>
#include <tuple>
#include <utility>

namespace tocsin::archive {

using namespace Qt::StringLiterals;

namespace {

constexpr int kStepsUnasked = 256; // records

QVariant text(const std::string &value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

} // namespace

Reindex::Reindex(QSqlDatabase &db, const RecoverSettings &settings, RecoverReport &report, GoOn goOn)
    : m_db(db), m_settings(settings), m_report(report), m_goOn(std::move(goOn))
{
}

Reindex::~Reindex()
{
    m_insert.finish();
}

Outcome Reindex::exec(const QString &sql)
{
    QSqlQuery query(m_db);
    if (!query.exec(sql))
        return sqlError(sql.left(60), query.lastError().text());
    return Done{};
}

Result<int64_t> Reindex::number(const QString &sql)
{
    QSqlQuery query(m_db);
    if (!query.exec(sql))
        return sqlError(sql.left(60), query.lastError().text());
    return query.next() ? int64_t{query.value(0).toLongLong()} : int64_t{0};
}

Outcome Reindex::run()
{
    if (const Outcome done = m_insert.prepare(m_db); !done)
        return done;
    if (const Outcome done = nameTheUnknown(); !done)
        return done;
    QStringList paths;
    QDirIterator files(m_settings.folder + u"/segments"_s, {u"*.seg"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        paths << QDir(m_settings.folder).relativeFilePath(files.next());
        m_bytes += files.fileInfo().size();
    }
    paths.sort();
    for (const QString &path : paths) {
        // A transaction for each: a large archive must not be one.
        if (const Outcome begun = exec(u"BEGIN"_s); !begun)
            return begun;
        if (const Outcome done = readFile(path); !done)
            return done;
        if (const Outcome done = exec(u"COMMIT"_s); !done)
            return done;
    }
    for (const QString &sql : {
             // Streams go on behind what there is of them.
             u"INSERT OR IGNORE INTO positions (stream, lane, next, last_hash) SELECT stream, lane, max(position) + 1, 0 FROM alerts "
             "WHERE typeof(position) = 'integer' GROUP BY stream, lane"_s,
             u"DELETE FROM lost WHERE row IN (SELECT row FROM alerts)"_s,
             u"DELETE FROM marks WHERE row NOT IN (SELECT row FROM alerts)"_s,
             u"DELETE FROM memberships WHERE row NOT IN (SELECT row FROM alerts)"_s,
             u"UPDATE segments SET is_open = 0, first_row = (SELECT min(row) FROM alerts a WHERE a.segment = segments.id), "
             "last_row = (SELECT max(row) FROM alerts a WHERE a.segment = segments.id)"_s}) {
        if (const Outcome done = exec(sql); !done)
            return done;
    }
    return noteGaps();
}

// Rows of the old index whose stream or lane could not be read: a packet of each tells. What stays without a name goes, and
// comes again from its packets.
Outcome Reindex::nameTheUnknown()
{
    struct Kind {
        QString id; // of the rows
        QString table;
        QString insert; // id, then what the origin gives
    };
    const Kind kinds[] = {
        {u"l.source"_s, u"sources"_s, u"INSERT OR IGNORE INTO sources (id, identity) VALUES (?1, ?2)"_s},
        {u"a.lane"_s, u"lanes"_s,
         u"INSERT OR IGNORE INTO lanes (id, source, topic, \"partition\", generation) SELECT ?1, id, ?3, ?4, ?5 FROM sources WHERE identity = ?2"_s},
        {u"a.stream"_s, u"streams"_s, u"INSERT OR IGNORE INTO streams (id, uuid, name, access, demo) VALUES (?1, ?2, ?3, ?4, ?5)"_s},
    };
    for (const Kind &kind : kinds) {
        QSqlQuery query(m_db);
        query.setForwardOnly(true);
        // The newest of each: the most likely to be still there.
        if (!query.exec(u"SELECT %1, g.path, a.place, a.size, max(a.row) FROM alerts a JOIN segments g ON g.id = a.segment LEFT JOIN lanes l ON l.id = a.lane "
                        "WHERE %1 NOT IN (SELECT id FROM %2) GROUP BY 1"_s.arg(kind.id, kind.table)))
            return sqlError(u"names"_s, query.lastError().text());
        while (query.next()) {
            QFile file(m_settings.folder + u'/' + query.value(1).toString());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const Result<std::string> bytes = SegmentRecord::readRaw(file.handle(), query.value(2).toLongLong(), query.value(3).toLongLong());
            const Result<SegmentRecord> record = bytes ? SegmentRecord::parse(bytes.value()) : Result<SegmentRecord>(bytes.error());
            if (!record || !record.value().origin)
                continue;
            const RecordOrigin &origin = *record.value().origin;
            const bool isStream = kind.table == u"streams"_s;
            if (kind.table == u"lanes"_s) {
                QSqlQuery source(m_db);
                source.prepare(u"INSERT OR IGNORE INTO sources (identity) VALUES (?)"_s);
                source.addBindValue(text(origin.lane.source));
                if (!source.exec())
                    return sqlError(u"names"_s, source.lastError().text());
            }
            QSqlQuery insert(m_db);
            insert.prepare(kind.insert);
            QVariantList values{query.value(0)};
            if (isStream)
                values << text(origin.stream.uuid) << text(origin.stream.name) << text(origin.stream.access) << (origin.stream.demo ? 1 : 0);
            else
                values << text(origin.lane.source);
            if (kind.table == u"lanes"_s)
                values << text(origin.lane.topic) << origin.lane.partition << origin.lane.generation;
            for (const QVariant &value : values)
                insert.addBindValue(value);
            if (!insert.exec())
                return sqlError(u"names"_s, insert.lastError().text());
        }
    }
    // Segment 0: a marked row whose packet was lost before.
    const QString nameless = u"FROM alerts WHERE stream NOT IN (SELECT id FROM streams) OR (segment <> 0 AND segment NOT IN (SELECT id FROM segments)) "
                             "OR lane NOT IN (SELECT l.id FROM lanes l JOIN sources s ON s.id = l.source)"_s;
    const Result<int64_t> gone = number(u"SELECT count(*) "_s + nameless);
    if (!gone)
        return gone.error();
    m_report.rowsRead -= gone.value();
    if (gone.value() == 0)
        return Done{};
    if (const Outcome done = exec(u"INSERT OR IGNORE INTO lost (lane, position, record, row) SELECT lane, position, record, row "_s + nameless); !done)
        return done;
    return exec(u"DELETE "_s + nameless);
}

Outcome Reindex::readFile(const QString &path)
{
    QFile file(m_settings.folder + u'/' + path);
    if (!file.open(QIODevice::ReadOnly))
        return fileError(file.fileName(), ENOENT);
    if (file.size() == 0)
        return Done{};
    const Result<int64_t> segment = segmentId(path);
    if (!segment)
        return segment.error();
    const uchar *bytes = file.map(0, file.size());
    if (!bytes)
        return fileError(file.fileName(), ENOMEM);
    return readRecords({reinterpret_cast<const char *>(bytes), static_cast<size_t>(file.size())}, segment.value());
}

Outcome Reindex::readRecords(std::string_view bytes, int64_t segment)
{
    // Where rows of the old index point: those packets are known.
    struct Known {
        int64_t size = 0;
        int64_t lane = 0;
        int64_t stream = 0;
        int64_t position = -1;
    };
    std::map<int64_t, Known> known;
    QSqlQuery query(m_db);
    if (!query.exec(u"SELECT place, size, lane, stream, CASE typeof(position) WHEN 'integer' THEN position ELSE -1 END FROM alerts WHERE segment = %1"_s.arg(segment)))
        return sqlError(u"packets"_s, query.lastError().text());
    while (query.next())
        known[query.value(0).toLongLong()]
            = {query.value(1).toLongLong(), query.value(2).toLongLong(), query.value(3).toLongLong(), query.value(4).toLongLong()};
    query.finish();

    std::map<int64_t, LaneSeen> lanes;
    const auto end = static_cast<int64_t>(bytes.size());
    int64_t behindLast = 0; // of the last good record
    int steps = 0;
    for (int64_t place = 0; place < end;) {
        if (++steps % kStepsUnasked == 1 && !m_goOn(static_cast<double>(m_bytesDone + place) / static_cast<double>(m_bytes)))
            return stoppedBeforeTheEnd();
        if (const auto it = known.find(place); it != known.end() && it->second.size > 0 && it->second.size <= end - place) {
            note(lanes, it->second.lane, it->second.stream, it->second.position);
            place += it->second.size;
            behindLast = place;
            continue;
        }
        const std::string_view rest = bytes.substr(static_cast<size_t>(place));
        const int64_t size = SegmentRecord::sizeFrom(rest);
        const Result<SegmentRecord> record
            = SegmentRecord::parse(size > 0 && size <= end - place ? rest.substr(0, static_cast<size_t>(size)) : std::string_view());
        if (record) {
            if (record.value().origin) {
                const RecordOrigin &origin = *record.value().origin;
                const Result<int64_t> lane = laneId(origin.lane);
                const Result<int64_t> stream = streamId(origin.stream);
                if (!lane || !stream)
                    return (lane ? stream : lane).error();
                HotInsert::Where where{.lane = lane.value(), .stream = stream.value(), .segment = segment, .span = {place, size}};
                if (const Outcome done = take(record.value(), where); !done)
                    return done;
                note(lanes, where.lane, where.stream, origin.position);
            } else {
                ++m_report.packetsWithoutOrigin;
            }
            place += size;
            behindLast = place;
            continue;
        }
        // Damage: on to the next record, or to the next place that a row knows.
        for (auto &[lane, seen] : lanes)
            seen.damageSince = true;
        const auto magic = std::min(bytes.find("TSG1", static_cast<size_t>(place) + 1), bytes.find("TSG2", static_cast<size_t>(place) + 1));
        int64_t next = magic == std::string_view::npos ? end : static_cast<int64_t>(magic);
        if (const auto it = known.upper_bound(place); it != known.end())
            next = std::min(next, it->first);
        place = next;
    }
    m_bytesDone += end;
    // What lies behind the last good record is cut by the next one who writes.
    return exec(u"UPDATE segments SET size = %1 WHERE id = %2"_s.arg(behindLast).arg(segment));
}

void Reindex::note(std::map<int64_t, LaneSeen> &lanes, int64_t lane, int64_t stream, int64_t position)
{
    if (position < 0)
        return;
    const auto [it, isNew] = lanes.try_emplace(lane, LaneSeen{stream, position + 1, false});
    LaneSeen &seen = it->second;
    if (!isNew && seen.damageSince && position > seen.next)
        m_holes.push_back({lane, seen.stream, seen.next, position});
    seen = {stream, std::max(seen.next, position + 1), false};
}

Outcome Reindex::take(const SegmentRecord &record, HotInsert::Where where)
{
    const RecordOrigin &origin = *record.origin;
    Packet packet;
    packet.lane = std::make_shared<Lane>(origin.lane);
    packet.stream = std::make_shared<StreamRef>(origin.stream);
    packet.position = origin.position;
    packet.messageId = origin.messageId;
    packet.value = record.packet.value;
    packet.key = record.packet.key;
    packet.headers = record.packet.headers;
    packet.brokerTime = origin.brokerTime;
    packet.received = origin.received;
    for (const std::shared_ptr<Alert> &alert : m_settings.decode(packet)) {
        const Result<int64_t> row = m_insert.insert(*alert, packet, nightOf(packet), where);
        if (!row)
            return row.error();
        if (row.value() == 0)
            continue; // it is there from another file
        ++m_report.rowsDecoded;
        // Its old number, where that is known.
        QSqlQuery query(m_db);
        query.prepare(u"SELECT row FROM lost WHERE lane = ? AND position = ? AND record = ?"_s);
        query.addBindValue(qlonglong(where.lane));
        query.addBindValue(packet.position >= 0 ? QVariant(qlonglong(packet.position)) : text(packet.messageId));
        query.addBindValue(qlonglong(alert->record));
        if (!query.exec())
            return sqlError(u"row"_s, query.lastError().text());
        if (!query.next())
            continue;
        const qlonglong number = query.value(0).toLongLong();
        query.finish();
        if (const Outcome done = exec(u"UPDATE alerts SET row = %1 WHERE row = %2"_s.arg(number).arg(row.value())); !done)
            return done;
    }
    return Done{};
}

Result<int64_t> Reindex::segmentId(const QString &path)
{
    // segments/WRITER/STREAM/…
    QSqlQuery query(m_db);
    query.prepare(u"INSERT INTO segments (writer, stream, path, size, is_open) VALUES (?, ?, ?, 0, 0) ON CONFLICT (path) DO NOTHING"_s);
    query.addBindValue(path.section(u'/', 1, 1).toInt());
    query.addBindValue(path.section(u'/', 2, 2).toLongLong());
    query.addBindValue(path);
    if (!query.exec())
        return sqlError(u"segment"_s, query.lastError().text());
    query.prepare(u"SELECT id FROM segments WHERE path = ?"_s);
    query.addBindValue(path);
    if (!query.exec() || !query.next())
        return sqlError(u"segment"_s, query.lastError().text());
    return int64_t{query.value(0).toLongLong()};
}

Result<int64_t> Reindex::laneId(const Lane &lane)
{
    const std::string key = lane.source + '\n' + lane.topic + '\n' + std::to_string(lane.partition) + '\n' + std::to_string(lane.generation);
    if (const auto it = m_lanes.find(key); it != m_lanes.end())
        return it->second;
    QSqlQuery query(m_db);
    query.prepare(u"INSERT INTO sources (identity) VALUES (?) ON CONFLICT DO NOTHING"_s);
    query.addBindValue(text(lane.source));
    if (!query.exec())
        return sqlError(u"source"_s, query.lastError().text());
    const auto run = [&](const QString &sql) -> bool {
        query.prepare(sql);
        query.addBindValue(text(lane.topic));
        query.addBindValue(lane.partition);
        query.addBindValue(lane.generation);
        query.addBindValue(text(lane.source));
        return query.exec();
    };
    if (!run(u"INSERT INTO lanes (source, topic, \"partition\", generation) SELECT id, ?, ?, ? FROM sources WHERE identity = ? ON CONFLICT DO NOTHING"_s)
        || !run(u"SELECT l.id FROM lanes l JOIN sources s ON s.id = l.source WHERE l.topic = ? AND l.\"partition\" = ? AND l.generation = ? "
                "AND s.identity = ?"_s)
        || !query.next())
        return sqlError(u"lane"_s, query.lastError().text());
    return m_lanes[key] = query.value(0).toLongLong();
}

Result<int64_t> Reindex::streamId(const StreamRef &stream)
{
    if (const auto it = m_streams.find(stream.uuid); it != m_streams.end())
        return it->second;
    QSqlQuery query(m_db);
    query.prepare(u"INSERT INTO streams (uuid, name, access, demo) VALUES (?, ?, ?, ?) ON CONFLICT (uuid) DO NOTHING"_s);
    query.addBindValue(text(stream.uuid));
    query.addBindValue(text(stream.name));
    query.addBindValue(text(stream.access));
    query.addBindValue(stream.demo ? 1 : 0);
    if (!query.exec())
        return sqlError(u"stream"_s, query.lastError().text());
    query.prepare(u"SELECT id FROM streams WHERE uuid = ?"_s);
    query.addBindValue(text(stream.uuid));
    if (!query.exec() || !query.next())
        return sqlError(u"stream"_s, query.lastError().text());
    return m_streams[stream.uuid] = query.value(0).toLongLong();
}

Outcome Reindex::noteGaps()
{
    const Result<int64_t> lost = number(u"SELECT count(DISTINCT row) FROM lost"_s);
    if (!lost)
        return lost.error();
    m_report.rowsLost = lost.value();
    // Rows that are known by number alone: messages in a row are one range; each stream that reads the lane misses them.
    struct Range {
        int64_t stream = 0;
        int64_t lane = 0;
        int64_t from = 0;
        int64_t to = 0;
    };
    std::vector<Range> ranges;
    QSqlQuery query(m_db);
    if (!query.exec(u"SELECT DISTINCT p.stream, l.lane, l.position FROM lost l JOIN positions p ON p.lane = l.lane WHERE typeof(l.position) = 'integer' "
                    "ORDER BY 1, 2, 3"_s))
        return sqlError(u"lost"_s, query.lastError().text());
    while (query.next()) {
        const Range one{query.value(0).toLongLong(), query.value(1).toLongLong(), query.value(2).toLongLong(), query.value(2).toLongLong() + 1};
        if (!ranges.empty() && ranges.back().stream == one.stream && ranges.back().lane == one.lane && ranges.back().to == one.from)
            ranges.back().to = one.to;
        else
            ranges.push_back(one);
    }
    // Between messages around a damaged stretch: what no other file has.
    for (const Hole &hole : m_holes) {
        if (!query.exec(u"SELECT position FROM alerts WHERE lane = %1 AND position >= %2 AND position < %3 AND record = 0 ORDER BY position"_s
                            .arg(hole.lane)
                            .arg(hole.from)
                            .arg(hole.to)))
            return sqlError(u"lost"_s, query.lastError().text());
        int64_t from = hole.from;
        while (query.next()) {
            const int64_t there = query.value(0).toLongLong();
            if (there > from)
                ranges.push_back({hole.stream, hole.lane, from, there});
            from = there + 1;
        }
        if (hole.to > from)
            ranges.push_back({hole.stream, hole.lane, from, hole.to});
    }
    query.finish();
    // The same range may be known from both.
    std::ranges::sort(ranges, {}, [](const Range &range) { return std::tuple(range.stream, range.lane, range.from, -range.to); });
    for (size_t i = 0; i < ranges.size(); ++i) {
        if (i > 0 && ranges[i].stream == ranges[i - 1].stream && ranges[i].lane == ranges[i - 1].lane && ranges[i].from <= ranges[i - 1].to) {
            ranges[i - 1].to = std::max(ranges[i - 1].to, ranges[i].to);
            ranges.erase(ranges.begin() + static_cast<std::ptrdiff_t>(i--));
        }
    }
    for (const Range &range : ranges) {
        if (const Outcome done = addGap(range.stream, range.lane, range.from, range.to); !done)
            return done;
    }
    return Done{};
}

Outcome Reindex::addGap(int64_t stream, int64_t lane, int64_t from, int64_t to)
{
    QSqlQuery query(m_db);
    query.prepare(u"INSERT INTO gaps (stream, lane, first, after_last, why, detail, noticed) VALUES (?, ?, ?, ?, 'damaged', ?, ?) ON CONFLICT DO NOTHING"_s);
    query.addBindValue(qlonglong(stream));
    query.addBindValue(qlonglong(lane));
    query.addBindValue(qlonglong(from));
    query.addBindValue(qlonglong(to));
    query.addBindValue(u"the archive was damaged and has been recovered"_s);
    query.addBindValue(qlonglong(UtcTime::now().us));
    if (!query.exec())
        return sqlError(u"gap"_s, query.lastError().text());
    if (!query.exec(u"SELECT s.name, l.topic, l.\"partition\", l.generation FROM lanes l LEFT JOIN streams s ON s.id = %1 WHERE l.id = %2"_s.arg(stream).arg(lane))
        || !query.next())
        return sqlError(u"gap"_s, query.lastError().text());
    m_report.lost.push_back({.stream = query.value(0).toString().toStdString(),
                             .topic = query.value(1).toString().toStdString(),
                             .partition = query.value(2).toLongLong(),
                             .generation = query.value(3).toInt(),
                             .from = from,
                             .to = to,
                             .missed = "damaged"});
    return Done{};
}

} // namespace tocsin::archive
