// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/packetscan.h"

#include "core/archive/segmentfile.h"
#include "core/archive/sqliteschema.h"

#include <QScopeGuard>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <sqlite3.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <tuple>

namespace tocsin::archive {

using namespace Qt::StringLiterals;

namespace {

constexpr int64_t kClose = 4; // rows per wanted one: a step costs less than a search
constexpr int64_t kStretch = 1 << 20; // of a segment at a time; a larger packet comes alone
constexpr int64_t kSkip = 16 << 10; // what lies between two packets is read rather than jumped over

} // namespace

PacketScan::PacketScan(QString folder, QSqlDatabase &db, Reader *reader, decoders::FieldPick pick)
    : m_folder(std::move(folder)), m_db(db), m_reader(reader), m_pick(std::move(pick))
{
}

PacketScan::~PacketScan()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

Outcome PacketScan::visit(std::span<const int64_t> rows, const Take &take)
{
    if (const Outcome done = readPlaces(rows); !done)
        return done;
    std::ranges::sort(m_places, {}, [](const Place &place) { return std::tuple(place.segment, place.place, place.index); });
    m_bufferSize = 0;
    const Place *last = nullptr;
    for (size_t at = 0; at < m_places.size(); ++at) {
        const Place &place = m_places[at];
        if (!last || place.segment != last->segment || place.place != last->place || place.segment == 0)
            decode(place, bytesOf(at), rows[place.index]);
        last = &place;
        take(place.index, place.record < m_trees.size() ? &m_trees[place.record] : nullptr, m_unread);
    }
    return Done{};
}

Outcome PacketScan::readPlaces(std::span<const int64_t> rows)
{
    m_places.clear();
    if (rows.empty())
        return Done{};
    const QVariant handle = m_db.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return sqlError(u"packets"_s, u"no native handle"_s);
    sqlite3 *db = *static_cast<sqlite3 *const *>(handle.data());
    const bool close = rows.back() - rows.front() < kClose * static_cast<int64_t>(rows.size());
    sqlite3_stmt *statement = nullptr;
    const auto failure = [db] { return sqlError(u"packets"_s, QString::fromUtf8(sqlite3_errmsg(db))); };
    if (sqlite3_prepare_v2(db,
                           close ? "SELECT row, lane, record, segment, place, size, stream FROM alerts WHERE row BETWEEN ? AND ? ORDER BY row"
                                 : "SELECT row, lane, record, segment, place, size, stream FROM alerts WHERE row = ?",
                           -1, &statement, nullptr)
        != SQLITE_OK)
        return failure();
    const auto finalize = qScopeGuard([&statement] { sqlite3_finalize(statement); });
    bool newNames = false;
    size_t wanted = 0;
    const auto take = [&] {
        const int64_t row = sqlite3_column_int64(statement, 0);
        while (wanted < rows.size() && rows[wanted] < row)
            ++wanted;
        if (wanted == rows.size() || rows[wanted] != row)
            return;
        const Place place{.index = wanted,
                          .segment = sqlite3_column_int64(statement, 3),
                          .place = sqlite3_column_int64(statement, 4),
                          .size = sqlite3_column_int64(statement, 5),
                          .lane = sqlite3_column_int64(statement, 1),
                          .stream = sqlite3_column_int64(statement, 6),
                          .record = static_cast<size_t>(sqlite3_column_int64(statement, 2))};
        newNames = newNames || !m_topics.contains(place.lane) || !m_registries.contains(place.stream) || !m_paths.contains(place.segment);
        m_places.push_back(place);
    };
    int result = SQLITE_DONE;
    if (close) {
        sqlite3_bind_int64(statement, 1, rows.front());
        sqlite3_bind_int64(statement, 2, rows.back());
        while ((result = sqlite3_step(statement)) == SQLITE_ROW)
            take();
    } else {
        for (const int64_t row : rows) {
            sqlite3_bind_int64(statement, 1, row);
            if ((result = sqlite3_step(statement)) == SQLITE_ROW)
                take();
            sqlite3_reset(statement);
            if (result != SQLITE_ROW && result != SQLITE_DONE)
                return failure();
            result = SQLITE_DONE;
        }
    }
    if (result != SQLITE_DONE)
        return failure();
    return newNames ? readNames() : Outcome(Done{});
}

Outcome PacketScan::readNames()
{
    QSqlQuery query(m_db);
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT id, path FROM segments"_s))
        return sqlError(u"segments"_s, query.lastError().text());
    while (query.next())
        m_paths[query.value(0).toLongLong()] = query.value(1).toString();
    if (!query.exec(u"SELECT id, topic FROM lanes"_s))
        return sqlError(u"lanes"_s, query.lastError().text());
    while (query.next())
        m_topics[query.value(0).toLongLong()] = query.value(1).toString().toStdString();
    if (!query.exec(u"SELECT id, registry FROM streams"_s))
        return sqlError(u"streams"_s, query.lastError().text());
    while (query.next())
        m_registries[query.value(0).toLongLong()] = query.value(1).toString().toStdString();
    for (const Place &place : m_places) {
        m_paths.try_emplace(place.segment); // lost: not asked for again
        m_registries.try_emplace(place.stream);
    }
    return Done{};
}

bool PacketScan::openSegment(int64_t segment)
{
    if (segment == m_open && m_fd >= 0)
        return true;
    if (m_fd >= 0)
        ::close(m_fd);
    m_open = segment;
    m_bufferSize = 0;
    const QString &path = m_paths[segment];
    m_fd = path.isEmpty() ? -1 : ::open((m_folder + u'/' + path).toLocal8Bit().constData(), O_RDONLY | O_CLOEXEC);
    return m_fd >= 0;
}

std::string_view PacketScan::bytesOf(size_t at)
{
    const Place &place = m_places[at];
    if (place.segment == 0 || place.size < SegmentRecord::kHeadSize || place.size > (int64_t{1} << 31) || !openSegment(place.segment))
        return {};
    if (m_bufferSize == 0 || place.place < m_bufferBegin || place.place + place.size > m_bufferBegin + m_bufferSize) {
        // With those that follow nearby.
        int64_t end = place.place + place.size;
        for (size_t next = at + 1; next < m_places.size(); ++next) {
            const Place &other = m_places[next];
            const int64_t otherEnd = other.place + other.size;
            if (other.segment != place.segment || other.place > end + kSkip || otherEnd - place.place > kStretch || other.size < SegmentRecord::kHeadSize)
                break;
            end = std::max(end, otherEnd);
        }
        m_bufferBegin = place.place;
        m_bufferSize = 0;
        if (const auto needed = static_cast<size_t>(end - place.place); m_buffer.size() < needed)
            m_buffer.resize(needed);
        while (m_bufferSize < end - m_bufferBegin) {
            const ssize_t got = ::pread(m_fd, m_buffer.data() + m_bufferSize, static_cast<size_t>(end - m_bufferBegin - m_bufferSize), m_bufferBegin + m_bufferSize);
            if (got < 0 && errno == EINTR)
                continue;
            if (got <= 0)
                break;
            m_bufferSize += got;
        }
        if (m_bufferSize < place.size)
            return {};
    }
    return {m_buffer.data() + (place.place - m_bufferBegin), static_cast<size_t>(place.size)};
}

void PacketScan::decode(const Place &place, std::string_view bytes, int64_t row)
{
    m_trees.clear();
    m_unread = false;
    const decoders::Wanted wanted{.pick = &m_pick, .registry = m_registries[place.stream]};
    if (const Result<SegmentRecord::View> record = SegmentRecord::check(bytes)) {
        // Headers may decide what a packet is, as they did when it came.
        m_headers.clear();
        if (record.value().unpackHeaders(m_headers) && record.value().hasOrigin)
            m_headers.pop_back();
        m_trees = decoders::decode({.value = record.value().value, .key = record.value().key, .headers = m_headers, .topic = m_topics[place.lane]}, wanted).trees;
    } else if (m_reader) {
        if (const Result<StoredPacket> moved = m_reader->packet(row)) {
            const StoredPacket &raw = moved.value();
            m_trees = decoders::decode({.value = raw.value, .key = raw.key, .headers = raw.headers, .topic = raw.topic}, wanted).trees;
        } else {
            // A row that went meanwhile is missed by nobody.
            m_unread = place.segment == 0 || moved.error().kind != ErrorKind::NotFound;
        }
    } else {
        m_unread = true;
    }
}

} // namespace tocsin::archive
