// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/storedmessages.h"

#include "core/archive/packetreader.h"
#include "core/archive/sqliteschema.h"
#include "core/decoders/decoder.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>
#include <map>
#include <set>

namespace tocsin::archive {

using namespace Qt::StringLiterals;

namespace {

std::string utf8(const QVariant &value)
{
    return value.toString().toStdString();
}

UtcTime time(const QVariant &value)
{
    return value.isNull() ? UtcTime() : UtcTime::fromUs(value.toLongLong());
}

} // namespace

Packet StoredMessage::packet() const
{
    Packet packet;
    packet.lane = lane;
    packet.position = position;
    packet.messageId = messageId;
    packet.value = raw.value;
    packet.key = raw.key;
    packet.headers = raw.headers;
    packet.brokerTime = brokerTime;
    packet.received = received;
    packet.stream = stream;
    return packet;
}

Result<std::vector<StoredMessage>> storedMessages(QSqlDatabase &db, PacketReader &packets, std::span<const int64_t> rows, std::vector<int64_t> &unread)
{
    std::vector<StoredMessage> messages;
    std::set<std::pair<qlonglong, QString>> seen;
    QSqlQuery query(db);
    query.setForwardOnly(true);
    if (!query.prepare(u"SELECT a.lane, a.position, typeof(a.position), a.broker_time, a.received, l.topic, l.\"partition\", l.generation, "
                       "c.identity, s.uuid, s.name, s.access, s.demo, s.registry FROM alerts a JOIN lanes l ON l.id = a.lane "
                       "JOIN sources c ON c.id = l.source JOIN streams s ON s.id = a.stream WHERE a.row = ?"_s))
        return sqlError(u"messages"_s, query.lastError().text());
    for (const int64_t row : rows) {
        query.bindValue(0, qlonglong(row));
        if (!query.exec())
            return sqlError(u"messages"_s, query.lastError().text());
        if (!query.next())
            continue; // gone
        if (!seen.emplace(query.value(0).toLongLong(), query.value(1).toString()).second)
            continue;
        Result<SegmentRecord> record = packets.readRecord(row);
        if (!record) {
            unread.push_back(row);
            continue;
        }
        StoredMessage &message = messages.emplace_back();
        message.row = row;
        message.raw = std::move(record.value().packet);
        message.lane = std::make_shared<Lane>(Lane{utf8(query.value(8)), utf8(query.value(5)), query.value(6).toInt(), query.value(7).toInt()});
        message.stream = std::make_shared<StreamRef>(StreamRef{.uuid = utf8(query.value(9)),
                                                               .name = utf8(query.value(10)),
                                                               .access = utf8(query.value(11)),
                                                               .demo = query.value(12).toInt() != 0,
                                                               .registry = utf8(query.value(13))});
        if (query.value(2).toString() == "integer"_L1)
            message.position = query.value(1).toLongLong();
        else
            message.messageId = utf8(query.value(1));
        message.brokerTime = time(query.value(3));
        message.received = time(query.value(4));
        if (const auto &origin = record.value().origin) {
            message.messageId = origin->messageId;
            message.brokerTime = origin->brokerTime; // not one that an envelope gave the row
            message.received = origin->received;
        }
    }
    return messages;
}

Result<std::vector<WaitingRows>> waitingRows(QSqlDatabase &db)
{
    std::map<std::pair<qlonglong, uint32_t>, WaitingRows> found;
    QSqlQuery query(db);
    query.setForwardOnly(true);
    if (!query.prepare(u"SELECT a.row, a.stream, a.error, s.uuid, s.name, s.registry FROM alerts a JOIN streams s ON s.id = a.stream "
                       "WHERE a.error IS NOT NULL AND substr(a.error, 1, ?) = ? ORDER BY a.row"_s))
        return sqlError(u"waiting"_s, query.lastError().text());
    query.addBindValue(int(decoders::kWaitingBegin.size()));
    query.addBindValue(QString::fromLatin1(decoders::kWaitingBegin.data(), qsizetype(decoders::kWaitingBegin.size())));
    if (!query.exec())
        return sqlError(u"waiting"_s, query.lastError().text());
    while (query.next()) {
        Alert alert;
        alert.error = utf8(query.value(2));
        const std::optional<uint32_t> schema = decoders::waitsForSchema(alert);
        if (!schema)
            continue;
        WaitingRows &one = found[{query.value(1).toLongLong(), *schema}];
        if (one.rows.empty()) {
            one.streamUuid = utf8(query.value(3));
            one.stream = utf8(query.value(4));
            one.registry = utf8(query.value(5));
            one.schema = *schema;
        }
        one.rows.push_back(query.value(0).toLongLong());
    }
    std::vector<WaitingRows> all;
    for (auto &[key, one] : found)
        all.push_back(std::move(one));
    return all;
}

Result<RowChanges> rowChangesAfter(QSqlDatabase &db, int64_t change)
{
    RowChanges changes{.last = change};
    QSqlQuery query(db);
    query.setForwardOnly(true);
    if (change < 0) {
        if (!query.exec(u"SELECT coalesce(max(id), 0) FROM changes"_s) || !query.next())
            return sqlError(u"changes"_s, query.lastError().text());
        changes.last = query.value(0).toLongLong();
        return changes;
    }
    query.prepare(u"SELECT id, first_row, last_row FROM changes WHERE id > ? ORDER BY id"_s);
    query.addBindValue(qlonglong(change));
    if (!query.exec())
        return sqlError(u"changes"_s, query.lastError().text());
    while (query.next()) {
        changes.last = query.value(0).toLongLong();
        changes.ranges.push_back({query.value(1).toLongLong(), query.value(2).toLongLong()});
    }
    return changes;
}

} // namespace tocsin::archive
