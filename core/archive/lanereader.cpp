// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/lanereader.h"

#include "core/archive/sqliteschema.h"

#include <QSqlError>
#include <QVariant>

#include <algorithm>

namespace tocsin::archive {

using namespace Qt::StringLiterals;

namespace {

std::string utf8(const QVariant &value)
{
    return value.toString().toStdString();
}

} // namespace

Result<std::vector<StoredGap>> LaneReader::gaps()
{
    QSqlQuery query(m_db);
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT s.name, l.topic, l.\"partition\", g.first, g.after_last, g.why, g.detail, g.noticed, s.uuid, "
                    "o.identity, l.generation FROM gaps g JOIN lanes l ON l.id = g.lane JOIN sources o ON o.id = l.source "
                    "JOIN streams s ON s.id = g.stream ORDER BY g.id"_s))
        return sqlError(u"gaps"_s, query.lastError().text());
    std::vector<StoredGap> list;
    while (query.next())
        list.push_back({utf8(query.value(0)), utf8(query.value(1)), query.value(2).toLongLong(), query.value(3).toLongLong(),
                        query.value(4).toLongLong(), utf8(query.value(5)), utf8(query.value(6)),
                        UtcTime::fromUs(query.value(7).toLongLong()), utf8(query.value(8)), utf8(query.value(9)), query.value(10).toInt()});
    return list;
}

Result<std::vector<Coverage>> LaneReader::coverage()
{
    QSqlQuery query(m_db);
    query.setForwardOnly(true);
    // The first offset that any stream stored is where this partition's coverage begins, if no gap lies before it.
    if (!query.exec(u"SELECT s.name, l.topic, l.\"partition\", l.generation, p.next, p.stream, p.lane, "
                    "(SELECT min(a.position) FROM alerts a WHERE a.lane = p.lane AND typeof(a.position) = 'integer'), "
                    "(SELECT min(g.first) FROM gaps g WHERE g.lane = p.lane AND g.stream = p.stream AND g.after_last > g.first), s.uuid, o.identity "
                    "FROM positions p JOIN lanes l ON l.id = p.lane JOIN sources o ON o.id = l.source JOIN streams s ON s.id = p.stream "
                    "ORDER BY s.name, l.topic, l.\"partition\", l.generation"_s))
        return sqlError(u"coverage"_s, query.lastError().text());
    std::vector<Coverage> list;
    QSqlQuery gaps(m_db);
    gaps.setForwardOnly(true);
    gaps.prepare(u"SELECT first, after_last, why, noticed FROM gaps WHERE stream = ? AND lane = ? AND after_last > first ORDER BY first"_s);
    while (query.next()) {
        Coverage one{.stream = utf8(query.value(0)), .topic = utf8(query.value(1)), .partition = query.value(2).toLongLong(),
                     .generation = query.value(3).toInt(), .streamUuid = utf8(query.value(9)), .source = utf8(query.value(10)),
                     .laneNumber = query.value(6).toLongLong()};
        if (one.partition < 0)
            continue;
        const int64_t next = query.value(4).toLongLong();
        int64_t at = next;
        for (const int column : {7, 8}) {
            if (!query.value(column).isNull())
                at = std::min<int64_t>(at, query.value(column).toLongLong());
        }
        const auto add = [&](int64_t to, const std::string &missed, UtcTime noticed = {}) {
            if (to <= at)
                return;
            one.from = at;
            one.to = at = to;
            one.missed = missed;
            one.noticed = noticed;
            list.push_back(one);
        };
        gaps.bindValue(0, query.value(5));
        gaps.bindValue(1, query.value(6));
        if (!gaps.exec())
            return sqlError(u"coverage"_s, gaps.lastError().text());
        while (gaps.next()) {
            add(gaps.value(0).toLongLong(), {});
            add(gaps.value(1).toLongLong(), utf8(gaps.value(2)), UtcTime::fromUs(gaps.value(3).toLongLong()));
        }
        add(next, {});
    }
    return list;
}

Result<TimesAround> LaneReader::timesAround(int64_t laneNumber, int64_t offset)
{
    // One step in the index and one row each, however many rows there are.
    if (!m_before) {
        m_before = std::make_unique<QSqlQuery>(m_db);
        m_before->prepare(u"SELECT coalesce(broker_time, received) FROM alerts WHERE lane = ? AND position < ? ORDER BY position DESC LIMIT 1"_s);
        m_after = std::make_unique<QSqlQuery>(m_db);
        m_after->prepare(u"SELECT coalesce(broker_time, received) FROM alerts WHERE lane = ? AND position >= ? ORDER BY position LIMIT 1"_s);
    }
    TimesAround times;
    for (const auto &[query, into] : {std::pair(m_before.get(), &times.before), std::pair(m_after.get(), &times.after)}) {
        query->bindValue(0, qlonglong(laneNumber));
        query->bindValue(1, qlonglong(offset));
        if (!query->exec())
            return sqlError(u"times"_s, query->lastError().text());
        if (query->next() && !query->value(0).isNull())
            *into = UtcTime::fromUs(query->value(0).toLongLong());
        query->finish();
    }
    return times;
}

Result<std::vector<StoredPosition>> LaneReader::positions(const std::string &streamUuid)
{
    return places(u"positions p JOIN lanes l ON l.id = p.lane JOIN sources o ON o.id = l.source JOIN streams s ON s.id = p.stream "
                  "WHERE s.uuid = ?"_s,
                  {QString::fromStdString(streamUuid)});
}

Result<std::vector<StoredPosition>> LaneReader::lanePositions(const std::string &source, const std::string &topic, int32_t partition)
{
    return places(u"lanes l JOIN sources o ON o.id = l.source LEFT JOIN positions p ON p.lane = l.id "
                  "WHERE o.identity = ? AND l.topic = ? AND l.\"partition\" = ?"_s,
                  {QString::fromStdString(source), QString::fromStdString(topic), partition});
}

Result<std::vector<StoredPosition>> LaneReader::places(const QString &from, const QVariantList &values)
{
    QSqlQuery query(m_db);
    query.setForwardOnly(true);
    query.prepare(u"SELECT o.identity, l.topic, l.\"partition\", l.generation, p.next, p.last_stamp, p.last_hash FROM "_s + from);
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return sqlError(u"positions"_s, query.lastError().text());
    std::vector<StoredPosition> list;
    while (query.next()) {
        StoredPosition position;
        position.lane = {utf8(query.value(0)), utf8(query.value(1)), query.value(2).toInt(), query.value(3).toInt()};
        position.next = query.value(4).toLongLong();
        if (!query.value(5).isNull())
            position.lastStampUs = query.value(5).toLongLong();
        position.lastHash = static_cast<uint64_t>(query.value(6).toLongLong());
        list.push_back(std::move(position));
    }
    return list;
}

} // namespace tocsin::archive
