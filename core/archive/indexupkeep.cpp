// SPDX-License-Identifier: GPL-3.0-or-later
// What the index writer does beside the write path: names of lanes, streams and segments, marks, and what dead writers left.
#include "core/archive/indexwriter.h"

#include "core/archive/filelock.h"
#include "core/base/logging.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace tocsin::archive {

using namespace Qt::StringLiterals;

namespace {

QVariant text(const std::string &value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

} // namespace

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
    if (const auto it = m_streams.find(stream->uuid); it != m_streams.end() && it->second.name == stream->name && it->second.registry == stream->registry)
        return it->second.id;
    QSqlQuery query(m_db);
    query.prepare(u"INSERT INTO streams (uuid, name, access, demo, registry) VALUES (?, ?, ?, ?, ?) "
                  "ON CONFLICT (uuid) DO UPDATE SET name = excluded.name, access = excluded.access, registry = excluded.registry"_s);
    query.addBindValue(text(stream->uuid));
    query.addBindValue(text(stream->name));
    query.addBindValue(text(stream->access));
    query.addBindValue(stream->demo ? 1 : 0);
    query.addBindValue(text(stream->registry));
    if (!query.exec())
        return sqlError(u"stream"_s, query.lastError().text());
    query.prepare(u"SELECT id FROM streams WHERE uuid = ?"_s);
    query.addBindValue(text(stream->uuid));
    if (!query.exec() || !query.next())
        return sqlError(u"stream"_s, query.lastError().text());
    const int64_t id = query.value(0).toLongLong();
    m_streams[stream->uuid] = {id, stream->name, stream->registry};
    return id;
}

QString IndexWriter::segmentPath(int64_t stream, const QString &name) const
{
    return u"segments/%1/%2/%3.seg"_s.arg(m_writer).arg(stream).arg(name);
}

QString IndexWriter::hour() const
{
    return m_clock().toUTC().toString(u"yyyyMMddHH"_s);
}

Result<IndexWriter::Segment *> IndexWriter::segmentFor(int64_t stream, const QString &name)
{
    auto &slot = m_segments[{stream, name}];
    if (!slot) {
        auto segment = std::make_unique<Segment>();
        const QString path = segmentPath(stream, name);
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

Result<IndexWriter::Sizes> IndexWriter::sizes()
{
    Sizes sizes;
    const auto ask = [this](const QString &sql, std::initializer_list<int64_t *> into) -> Outcome {
        QSqlQuery query(m_db);
        if (!query.exec(sql) || !query.next())
            return sqlError(sql, query.lastError().text());
        int column = 0;
        for (int64_t *value : into)
            *value = query.value(column++).toLongLong();
        return Done{};
    };
    if (const Outcome done = ask(u"SELECT coalesce(sum(size), 0), coalesce(sum(size) FILTER (WHERE path LIKE '%/kept%.seg'), 0) FROM segments"_s,
                                 {&sizes.segments, &sizes.kept});
        !done)
        return done.error();
    int64_t pages = 0;
    int64_t unused = 0;
    int64_t pageSize = 0;
    for (const auto &[name, value] : {std::pair{u"page_count"_s, &pages}, {u"freelist_count"_s, &unused}, {u"page_size"_s, &pageSize}}) {
        if (const Outcome done = ask(u"PRAGMA "_s + name, {value}); !done)
            return done.error();
    }
    // Pages that a purge frees are used again while the file does not shrink: they do not count.
    sizes.index = (pages - unused) * pageSize;
    return sizes;
}

Result<int64_t> IndexWriter::lastRow()
{
    QSqlQuery query(m_db);
    if (!query.exec(u"SELECT coalesce(max(row), 0) FROM alerts"_s) || !query.next())
        return sqlError(u"last row"_s, query.lastError().text());
    return int64_t{query.value(0).toLongLong()};
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
        if (segment.writer != ownWriter && !lock.tryLock(writerLockPath(m_folder, segment.writer)))
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
