// SPDX-License-Identifier: GPL-3.0-or-later
// How a KafkaWorker reads partitions: where each stream begins, what comes, and when it lets go.
#include "core/streams/kafka/kafkapacket.h"
#include "core/streams/kafka/kafkasession.h"

#include <QCoreApplication>

#include <xxhash.h>

#include <algorithm>
#include <limits>

namespace tocsin::streams::kafka {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("streams", text);
}

} // namespace

void KafkaWorker::beginReading(Session &session, const BrokerScout::Found &found)
{
    session.undecided.erase(found.id);
    if (found.recheck)
        endReading(session, found.id);
    const auto it = session.readings.find(found.id);
    const bool running = it != session.readings.end();
    Reading fresh;
    Reading &reading = running ? it->second : fresh;
    if (!running) {
        reading.lane = std::make_shared<Lane>(Lane{session.source, found.id.first, found.id.second, found.lane.generation});
        reading.probe = found.lane.probe;
    }
    const size_t before = reading.wants.size();
    addWants(reading, found);
    if (reading.wants.size() == before || (running && reading.probe))
        return; // nobody new; or where to go on is known when the probe has come
    if (!reading.probe) {
        for (size_t i = before; i < reading.wants.size(); ++i)
            addGaps(reading.wants[i], reading.lane);
    }
    // Those who were there already have what lies behind them.
    int64_t from = std::numeric_limits<int64_t>::max();
    for (size_t i = before; i < reading.wants.size(); ++i) {
        if (!reading.wants[i].done)
            from = std::min(from, reading.wants[i].next);
    }
    if (reading.probe)
        from = reading.probe->offset;
    else if (from == std::numeric_limits<int64_t>::max() || (running && from >= reading.position))
        return; // until-end, and nothing is there: done at once; or a stream that is content with what comes
    if (!running)
        session.readings.emplace(found.id, std::move(fresh));
    assignAt(session, found.id, session.readings.at(found.id), from);
}

void KafkaWorker::addWants(Reading &reading, const BrokerScout::Found &found)
{
    for (const BrokerScout::Start &start : found.starts) {
        const auto run = std::ranges::find_if(m_runs, [&](const auto &r) { return r->number == start.run; });
        if (run == m_runs.end() || !(*run)->rules.matches(QString::fromStdString(found.id.first))
            || std::ranges::find(reading.wants, run->get(), &Want::run) != reading.wants.end())
            continue;
        Want want{.run = run->get(), .start = start.where, .next = start.where.wanted};
        if ((*run)->assignment.untilEnd) {
            want.end = found.marks.high;
            want.done = want.next >= want.end && !reading.probe;
        }
        if ((*run)->start.kind == options::StartAt::Kind::Recent && !start.where.had && !found.newTopic && want.next < found.marks.high) {
            (*run)->history = true;
            logTo(**run, 6, say(QT_TRANSLATE_NOOP("streams", "%1, partition %2: a first start; %3 earlier messages are read as history."))
                                .arg(QString::fromStdString(found.id.first)).arg(found.id.second).arg(found.marks.high - want.next));
        }
        auto &topic = (*run)->topics[found.id.first];
        topic.status.topic = QString::fromStdString(found.id.first);
        (*run)->gone.erase(found.id.first);
        (*run)->missing.erase(found.id.first);
        (*run)->changed = true;
        reading.wants.push_back(std::move(want));
        if (found.newTopic && found.id.second == 0) {
            logTo(**run, 5, say(QT_TRANSLATE_NOOP("streams", "New topic %1 fits and is read from its first message.")).arg(QString::fromStdString(found.id.first)));
            Q_EMIT topicAppeared((*run)->assignment.config.uuid, QString::fromStdString(found.id.first));
        }
    }
}

void KafkaWorker::assignAt(Session &session, const PartitionId &id, Reading &reading, int64_t offset)
{
    reading.position = offset;
    reading.atEnd = false;
    session.lastReading = nullptr;
    log(7, say(QT_TRANSLATE_NOOP("streams", "%1, partition %2: reading from message %3.")).arg(QString::fromStdString(id.first)).arg(id.second).arg(offset), id.first);
    const PartitionList list(rd_kafka_topic_partition_list_new(1));
    rd_kafka_topic_partition_list_add(list.get(), id.first.c_str(), id.second)->offset = offset;
    if (session.assigned.contains(id))
        ErrorHandle(rd_kafka_incremental_unassign(session.client.get(), list.get()));
    const ErrorHandle error(rd_kafka_incremental_assign(session.client.get(), list.get()));
    if (!error) {
        session.assigned.insert(id);
        return;
    }
    log(3, QString::fromUtf8(rd_kafka_error_string(error.get())));
    session.assigned.erase(id);
    endReading(session, id);
    recheck(session, id);
}

void KafkaWorker::endReading(Session &session, const PartitionId &id)
{
    const auto it = session.readings.find(id);
    if (it == session.readings.end())
        return;
    for (Want &want : it->second.wants) {
        owe(want, it->second.lane);
        // So that the scout knows where we were when the topic comes back. Before the probe has come nothing is known that
        // the archive does not know better.
        if (!it->second.probe)
            session.scout->notePosition(id, want.run->number, {*it->second.lane, want.next, want.lastStampUs, want.lastHash});
        want.run->changed = true;
    }
    if (session.assigned.erase(id) > 0) {
        const PartitionList list(rd_kafka_topic_partition_list_new(1));
        rd_kafka_topic_partition_list_add(list.get(), id.first.c_str(), id.second);
        ErrorHandle(rd_kafka_incremental_unassign(session.client.get(), list.get()));
    }
    session.readings.erase(it);
    session.lastReading = nullptr;
}

void KafkaWorker::dropWants(Session &session, const std::function<bool(const PartitionId &, const Want &)> &unwanted)
{
    std::vector<PartitionId> empty;
    for (auto &[id, reading] : session.readings) {
        for (Want &want : reading.wants) {
            if (!unwanted(id, want))
                continue;
            owe(want, reading.lane);
            if (!reading.probe)
                session.scout->notePosition(id, want.run->number, {*reading.lane, want.next, want.lastStampUs, want.lastHash});
            want.run->changed = true;
        }
        std::erase_if(reading.wants, [&](const Want &want) { return unwanted(id, want); });
        if (reading.wants.empty())
            empty.push_back(id);
    }
    for (const PartitionId &id : empty)
        endReading(session, id);
}

// The packets of this stream in the open batch get their position when the batch goes.
void KafkaWorker::owe(Want &want, const LanePtr &lane)
{
    if (!want.touched)
        return;
    want.touched = false;
    want.lastHash = XXH3_64bits(want.lastValue.data(), want.lastValue.size());
    want.lastValue = {};
    m_owed.push_back({want.run->number, {want.run->ref, lane, want.next, want.lastStampUs, want.lastHash}});
}

KafkaWorker::Reading *KafkaWorker::readingOf(Session &session, const rd_kafka_message_t &message)
{
    if (session.lastReading && session.lastTopic == message.rkt && session.lastPartition == message.partition)
        return session.lastReading;
    if (!message.rkt)
        return nullptr;
    const auto it = session.readings.find({rd_kafka_topic_name(message.rkt), message.partition});
    if (it == session.readings.end())
        return nullptr;
    session.lastTopic = message.rkt;
    session.lastPartition = message.partition;
    session.lastReading = &it->second;
    return session.lastReading;
}

void KafkaWorker::takeMessage(Session &session, MessageHandle message)
{
    Reading *reading = readingOf(session, *message);
    if (message->err != RD_KAFKA_RESP_ERR_NO_ERROR && message->err != RD_KAFKA_RESP_ERR__PARTITION_EOF) {
        handlePartitionError(session, *message);
        return;
    }
    if (!reading)
        return; // of a partition that was let go just now
    const PartitionId id{reading->lane->topic, reading->lane->partition};
    const bool end = message->err == RD_KAFKA_RESP_ERR__PARTITION_EOF;
    if (reading->probe) {
        // Compacted away, or a marker of a transaction: nothing to compare.
        const bool comparable = !end && message->offset == reading->probe->offset;
        const bool same = !comparable
            || (rd_kafka_message_timestamp(message.get(), nullptr) * 1000 == reading->probe->stampUs
                && XXH3_64bits(message->payload, message->len) == reading->probe->hash);
        if (!resolveProbe(session, id, *reading, same, message->offset))
            return;
    }
    if (end) {
        reading->atEnd = true;
        // Markers of transactions move the end without a message.
        reading->position = std::max(reading->position, message->offset);
        for (Want &want : reading->wants) {
            want.next = std::max(want.next, message->offset);
            want.run->changed = true;
        }
    } else {
        reading->position = message->offset + 1;
        reading->atEnd = false;
        addPacket(*reading, std::move(message));
    }
    finishWant(session, *reading, id);
}

// The message at the last place that we know has come, or the next one behind it (decisions 1). False: reading goes on
// elsewhere, and this message is not for anybody.
bool KafkaWorker::resolveProbe(Session &session, const PartitionId &id, Reading &reading, bool same, int64_t at)
{
    const LastKnown known = *std::exchange(reading.probe, std::nullopt);
    if (!same) {
        log(4, say(QT_TRANSLATE_NOOP("streams", "Topic %1 was made anew; it is read from its first message.")).arg(QString::fromStdString(id.first)), id.first);
        Lane lane = *reading.lane;
        ++lane.generation;
        reading.lane = std::make_shared<Lane>(std::move(lane));
    }
    int64_t from = std::numeric_limits<int64_t>::max();
    for (Want &want : reading.wants) {
        if (same) {
            if (want.next == known.offset + 1) {
                want.lastStampUs = known.stampUs;
                want.lastHash = known.hash;
            }
        } else {
            want.next = want.start.wantedAnew;
            want.start.gaps.clear();
            if (want.start.had)
                want.start.gaps.push_back(recreatedGap(*want.start.had));
            session.scout->notePosition(id, want.run->number, {*reading.lane, want.next, UtcTime::kNone, 0});
        }
        addGaps(want, reading.lane);
        want.done = want.end >= 0 && want.next >= want.end;
        if (!want.done)
            from = std::min(from, want.next);
    }
    if (from == std::numeric_limits<int64_t>::max()) {
        endReading(session, id);
        return false;
    }
    if (from >= at)
        return true; // right here
    assignAt(session, id, reading, from);
    return false;
}

void KafkaWorker::handlePartitionError(Session &session, const rd_kafka_message_t &message)
{
    const QString reason = QString::fromUtf8(rd_kafka_message_errstr(&message));
    const PartitionId id{message.rkt ? rd_kafka_topic_name(message.rkt) : "", message.partition};
    switch (message.err) {
    case RD_KAFKA_RESP_ERR__AUTO_OFFSET_RESET:
    case RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE:
        log(4, say(QT_TRANSLATE_NOOP("streams", "%1: our place is no longer there; looking where the topic begins.")).arg(QString::fromStdString(id.first)), id.first);
        endReading(session, id);
        recheck(session, id);
        return;
    case RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART:
    case RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC:
    case RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION:
        log(4, say(QT_TRANSLATE_NOOP("streams", "%1: the broker no longer knows this topic.")).arg(QString::fromStdString(id.first)), id.first);
        endReading(session, id);
        recheck(session, id); // a topic made anew at once is found so
        session.scout->lookNow();
        return;
    case RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED:
        // Of this topic alone; the others are read on. librdkafka goes on asking, and a message that comes takes it back.
        log(4, reason, id.first);
        if (const auto it = session.readings.find(id); it != session.readings.end()) {
            for (const Want &want : it->second.wants) {
                want.run->forbidden[id.first] = message.err;
                want.run->missing[id.first] = message.err;
                want.run->changed = true;
            }
        }
        return;
    default:
        log(4, reason, id.first);
        handleError(session.client.get(), message.err, rd_kafka_message_errstr(&message));
    }
}

void KafkaWorker::addPacket(Reading &reading, MessageHandle message)
{
    Packet packet = packetOf(*message, reading.lane);
    const int64_t stampMs = rd_kafka_message_timestamp(message.get(), nullptr);
    const bool heartbeat = isHeartbeatTopic(reading.lane->topic);
    for (Want &want : reading.wants) {
        if (want.done || message->offset < want.next)
            continue;
        if (want.end >= 0 && message->offset >= want.end)
            continue; // came after the start of a bounded run
        want.next = message->offset + 1;
        want.touched = true;
        want.lastStampUs = stampMs * 1000;
        want.lastValue = packet.value;
        if (!packet.stream)
            packet.stream = want.run->ref;
        else
            packet.alsoFor.push_back(want.run->ref);
        count(want, packet, heartbeat);
    }
    if (!packet.stream)
        return;
    if (batchIsEmpty()) {
        m_batchSince = Clock::now();
        m_batch.packets.reserve(64);
    }
    if (!m_vault)
        m_vault = std::make_shared<MessageVault>(m_held);
    m_batch.bytes += message->len + message->key_len;
    m_batch.packets.push_back(std::move(packet));
    m_vault->keep(std::move(message));
}

void KafkaWorker::count(Want &want, const Packet &packet, bool heartbeat)
{
    StreamRun &run = *want.run;
    StreamStatus &status = run.status;
    ++status.messages;
    status.bytes += static_cast<qint64>(packet.value.size());
    status.lastMessage = packet.received;
    if (heartbeat) {
        ++status.heartbeats;
        status.lastHeartbeat = packet.received;
        status.heartbeatDelay = packet.brokerTime.isValid() ? static_cast<double>(packet.received.us - packet.brokerTime.us) / 1e6 : -1;
    } else {
        status.lastAlert = packet.received;
    }
    run.rate.count(1);
    StreamRun::Topic &topic = run.topics[packet.lane->topic];
    ++topic.status.messages;
    topic.status.lastMessage = packet.received;
    topic.rate.count(1);
    if (heartbeat)
        topic.beats.beat(Clock::now(), packet.brokerTime);
    if (!run.forbidden.empty() && run.forbidden.erase(packet.lane->topic) > 0)
        run.missing.erase(packet.lane->topic);
    run.changed = true;
}

// What the stream missed, and the place behind it: without that the same hole would be found at every start.
void KafkaWorker::addGaps(Want &want, const LanePtr &lane)
{
    if (want.start.gaps.empty())
        return;
    if (batchIsEmpty())
        m_batchSince = Clock::now();
    for (Gap &gap : std::exchange(want.start.gaps, {})) {
        gap.stream = want.run->ref;
        gap.lane = lane;
        if (gap.to > gap.from) {
            const char *text = gap.why == Gap::Why::Skipped
                ? QT_TRANSLATE_NOOP("streams", "%1, partition %2: messages %3 to %4 were left out, for the stream was to begin elsewhere. They can be fetched while the broker has them.")
                : QT_TRANSLATE_NOOP("streams", "%1, partition %2: messages %3 to %4 could not be had.");
            logTo(*want.run, gap.why == Gap::Why::Skipped ? 6 : 4,
                  say(text).arg(QString::fromStdString(lane->topic)).arg(lane->partition).arg(gap.from).arg(gap.to - 1));
        }
        m_batch.gaps.push_back(std::move(gap));
    }
    m_owed.push_back({want.run->number, {want.run->ref, lane, want.next, UtcTime::kNone, 0}});
}

// Until-end: lets go of partitions that all their streams have read.
void KafkaWorker::finishWant(Session &session, Reading &reading, const PartitionId &id)
{
    bool all = true;
    for (Want &want : reading.wants) {
        if (want.end >= 0 && (want.next >= want.end || reading.position >= want.end))
            want.done = true;
        all = all && want.done;
    }
    if (all && !reading.wants.empty())
        endReading(session, id);
}

} // namespace tocsin::streams::kafka
