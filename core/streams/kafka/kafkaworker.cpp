// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/kafka/kafkaworker.h"

#include "core/streams/kafka/kafkasession.h"

#include "core/base/logging.h"
#include "core/streams/kafka/kafkaerrors.h"

#include <QCoreApplication>
#include <QLocale>

#include <xxhash.h>

#include <algorithm>
#include <set>
#include <future>

namespace tocsin::streams::kafka {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr size_t kBatchPackets = 1'000;
constexpr size_t kBatchBytes = 4 << 20;
constexpr auto kBatchTime = 20ms;
constexpr std::chrono::seconds kSignInPauses[] = {60s, 300s, 900s};

QString say(const char *text)
{
    return QCoreApplication::translate("streams", text);
}

} // namespace

KafkaWorker::KafkaWorker(const ConsumerContext &context) : m_context(context)
{
}

void KafkaWorker::setStreams(const std::vector<Assignment> &streams)
{
    {
        const std::lock_guard lock(m_mutex);
        m_next = streams;
        m_changed = true;
    }
    m_wake.notify_all();
}

void KafkaWorker::requestStop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
}

bool KafkaWorker::stopRequested()
{
    const std::lock_guard lock(m_mutex);
    return m_stop;
}

void KafkaWorker::run()
{
    takeCommands(nullptr);
    while (!stopRequested()) {
        if (m_runs.empty()) {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stop || m_changed; });
            lock.unlock();
            takeCommands(nullptr);
            continue;
        }
        Result<ClientSettings> settings = clientSettings(m_runs.front()->assignment.config.values);
        std::unique_ptr<Session> session;
        if (settings) {
            m_servers = settings.value().servers;
            rd_kafka_conf_t *conf = settings.value().conf.get();
            rd_kafka_conf_set_error_cb(conf, [](rd_kafka_t *, int code, const char *reason, void *opaque) {
                static_cast<KafkaWorker *>(opaque)->handleError(code, reason);
            });
            rd_kafka_conf_set_log_cb(conf, [](const rd_kafka_t *client, int level, const char *facility, const char *text) {
                if (client)
                    static_cast<KafkaWorker *>(rd_kafka_opaque(client))->handleLog(level, facility, text);
            });
            const auto refresh = settings.value().refresh;
            const bool storesOffsets = settings.value().storesOffsets;
            Result<ClientHandle> client = makeClient(settings.value(), this);
            if (client) {
                session = std::make_unique<Session>();
                session->client = std::move(client).value();
                session->storesOffsets = storesOffsets;
                rd_kafka_set_log_queue(session->client.get(), nullptr);
                session->scout = std::make_unique<BrokerScout>(session->client.get(), m_context.archive, refresh);
                if (rd_kafka_version() < 0x020200ff)
                    session->waker = std::make_unique<FetchWaker>(session->client.get());
            } else {
                m_trouble = client.error();
            }
        } else {
            m_trouble = settings.error();
        }
        if (!session) {
            // Nothing heals by itself here: wait for an edit.
            m_trouble.remedy = say(QT_TRANSLATE_NOOP("streams", "Edit the stream."));
            publish(nullptr, true);
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stop || m_changed; });
            lock.unlock();
            m_trouble = {};
            takeCommands(nullptr);
            continue;
        }
        {
            std::vector<BrokerScout::Stream> streams;
            for (const auto &run : m_runs)
                streams.push_back({run->ref->uuid, run->rules, run->start});
            session->scout->setStreams(std::move(streams));
        }
        serve(*session);
        endSession(std::move(session));
        if (stopRequested())
            break;
        // A refused sign-in: hammering locks accounts. Later, or when somebody changed something.
        const auto pause = kSignInPauses[std::min<size_t>(static_cast<size_t>(m_signInTries++), std::size(kSignInPauses) - 1)];
        m_nextTry = UtcTime::fromUs(UtcTime::now().us + std::chrono::microseconds(pause).count());
        publish(nullptr, true);
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, pause, [this] { return m_stop || m_changed; });
        lock.unlock();
        m_trouble = {};
        m_nextTry = {};
        takeCommands(nullptr);
    }
}

void KafkaWorker::takeCommands(Session *session)
{
    std::vector<Assignment> next;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_changed)
            return;
        m_changed = false;
        next = m_next;
    }
    // Streams that are no longer wanted let go of their partitions.
    for (const auto &run : m_runs) {
        const bool kept = std::ranges::any_of(next, [&](const Assignment &a) { return a.config.uuid == run->assignment.config.uuid; });
        if (kept || !session)
            continue;
        std::vector<PartitionId> empty;
        for (auto &[id, reading] : session->readings) {
            std::erase_if(reading.wants, [&](const Want &want) { return want.run == run.get(); });
            if (reading.wants.empty())
                empty.push_back(id);
        }
        for (const PartitionId &id : empty)
            endReading(*session, id);
    }
    if (session)
        flush(*session); // packets of streams that go away still name them
    std::erase_if(m_runs, [&](const auto &run) {
        return std::ranges::none_of(next, [&](const Assignment &a) { return a.config.uuid == run->assignment.config.uuid; });
    });
    for (const Assignment &assignment : next) {
        const auto it = std::ranges::find_if(m_runs, [&](const auto &run) { return run->assignment.config.uuid == assignment.config.uuid; });
        if (it == m_runs.end())
            m_runs.push_back(std::make_unique<StreamRun>(assignment));
        else
            (*it)->adopt(assignment);
    }
    if (!session)
        return;
    std::vector<PartitionId> unwanted;
    for (auto &[id, reading] : session->readings) {
        const QString topic = QString::fromStdString(id.first);
        std::erase_if(reading.wants, [&](const Want &want) { return !want.run->rules.matches(topic); });
        if (reading.wants.empty())
            unwanted.push_back(id);
    }
    for (const PartitionId &id : unwanted)
        endReading(*session, id);
    std::vector<BrokerScout::Stream> streams;
    for (const auto &run : m_runs)
        streams.push_back({run->ref->uuid, run->rules, run->start});
    session->scout->setStreams(std::move(streams));
}

void KafkaWorker::serve(Session &session)
{
    rd_kafka_t *client = session.client.get();
    m_lastFlush = Clock::now() - 1s;
    while (!stopRequested()) {
        takeCommands(&session);
        if (m_runs.empty())
            return;
        rd_kafka_poll(client, 0); // errors and log lines; messages have a queue of their own
        if (m_trouble.kind == ErrorKind::SignInRefused && !m_trouble.message.isEmpty())
            return;
        takeFindings(session);
        collectReceipts(session);
        publish(&session, false);
        const auto now = Clock::now();
        const bool due = !m_batch.packets.empty() || !m_batch.gaps.empty() || !m_batch.positions.empty();
        if (due && (m_batch.packets.size() >= kBatchPackets || m_batch.bytes >= kBatchBytes || now - m_batchSince >= kBatchTime)) {
            if (!flush(session)) {
                m_context.sink->waitForRoom(20);
                continue; // not one message more until there is room
            }
        }
        const int patience = due ? 2 : (session.listed ? 50 : 10);
        MessageHandle message(rd_kafka_consumer_poll(client, patience));
        if (!message) {
            // Nothing more at the moment: what came after a pause goes on at once.
            if (due && Clock::now() - m_lastFlush >= kBatchTime)
                flush(session);
            continue;
        }
        // Everything that lies ready, without asking the clock each time.
        for (size_t taken = 0; message; ++taken) {
            takeMessage(session, std::move(message));
            if (m_batch.packets.size() >= kBatchPackets || m_batch.bytes >= kBatchBytes || taken >= kBatchPackets)
                break;
            message.reset(rd_kafka_consumer_poll(client, 0));
        }
    }
}

void KafkaWorker::endSession(std::unique_ptr<Session> session)
{
    const auto deadline = Clock::now() + 1500ms;
    while (!m_batch.packets.empty() && Clock::now() < deadline) {
        if (!flush(*session) && !m_context.sink->waitForRoom(20) && Clock::now() + 20ms > deadline)
            break;
        rd_kafka_poll(session->client.get(), 0);
    }
    // What the sink did not take is fetched again next time: its position was never committed.
    if (!m_batch.packets.empty() && m_batch.receipt)
        m_ledger->giveBack();
    m_batch = {};
    m_vault.reset();
    while (m_ledger->outstanding() > 0 && Clock::now() < deadline) {
        collectReceipts(*session);
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, 2ms);
    }
    collectReceipts(*session);
    m_toStore.clear();
    // The client ends on a thread of its own: with a black-holed broker, or with messages still in the archive's
    // queue, that may take longer than anybody wants to wait (reliability B, Close).
    std::promise<void> ended;
    std::future<void> end = ended.get_future();
    std::thread reaper([session = std::move(session), held = m_held, ended = std::move(ended)]() mutable {
        session->waker.reset();
        session->scout.reset();
        rd_kafka_t *client = session->client.release();
        // An undestroyed message would block for ever; then the handle is left to the process's end.
        if (held->waitForNone(10s))
            rd_kafka_destroy_flags(client, RD_KAFKA_DESTROY_F_NO_CONSUMER_CLOSE);
        ended.set_value();
    });
    if (end.wait_for(2500ms) == std::future_status::ready)
        reaper.join();
    else
        reaper.detach();
}

void KafkaWorker::takeFindings(Session &session)
{
    BrokerScout::Report report = session.scout->take();
    if (session.source.empty() && !report.source.empty())
        session.source = report.source;
    for (const PartitionId &id : report.gone) {
        session.undecided.erase(id);
        endReading(session, id);
    }
    for (const BrokerScout::Found &found : report.found)
        beginReading(session, found);
    if (!report.listed || report.lists == session.lists)
        return;
    session.lists = report.lists;
    session.listed = true;
    m_signInTries = 0;
    if (m_trouble.retriable || m_trouble.kind == ErrorKind::UnknownTopic) {
        // The broker answers: whatever it was, it is over.
        if (!m_trouble.message.isEmpty())
            log(6, say(QT_TRANSLATE_NOOP("streams", "Connected to %1 again.")).arg(m_servers));
        m_trouble = {};
        m_nextTry = {};
    }
    for (const auto &run : m_runs) {
        run->status.everConnected = true;
        run->missing.clear();
        run->changed = true;
    }
    for (const BrokerScout::Missed &missed : report.missed) {
        for (const auto &run : m_runs) {
            if (run->ref->uuid == missed.uuid)
                run->missing[missed.topic.toStdString()] = missed.why;
        }
    }
}

void KafkaWorker::recheck(Session &session, const PartitionId &id)
{
    session.undecided.insert(id);
    session.scout->recheck(id);
}

void KafkaWorker::beginReading(Session &session, const BrokerScout::Found &found)
{
    session.undecided.erase(found.id);
    if (found.recheck)
        endReading(session, found.id);
    Reading *reading = nullptr;
    if (const auto it = session.readings.find(found.id); it != session.readings.end())
        reading = &it->second;
    const bool running = reading != nullptr;
    Reading fresh;
    if (!running)
        reading = &fresh;
    int32_t generation = reading->lane ? reading->lane->generation : 0;
    for (const BrokerScout::Start &start : found.starts)
        generation = std::max(generation, start.where.generation);
    if (!reading->lane || reading->lane->generation != generation)
        reading->lane = std::make_shared<Lane>(Lane{session.source, found.id.first, found.id.second, generation});

    std::vector<Gap> gaps;
    for (const BrokerScout::Start &start : found.starts) {
        const auto run = std::ranges::find_if(m_runs, [&](const auto &r) { return r->ref->uuid == start.uuid; });
        if (run == m_runs.end())
            continue;
        Want want{.run = run->get(), .start = start.where, .next = start.where.wanted};
        if ((*run)->assignment.untilEnd) {
            want.end = found.high;
            // At the end already, unless the last message we had must be looked at first: the topic may be a new one.
            want.done = want.next >= want.end && !start.where.verify;
        }
        auto &topic = (*run)->topics[found.id.first];
        topic.status.topic = QString::fromStdString(found.id.first);
        (*run)->changed = true;
        if (start.where.gap) {
            Gap gap = *start.where.gap;
            gap.stream = (*run)->ref;
            gaps.push_back(std::move(gap));
        }
        reading->wants.push_back(std::move(want));
        if (found.newTopic && found.id.second == 0) {
            logTo(**run, 5, say(QT_TRANSLATE_NOOP("streams", "New topic %1 fits and is read from its first message.")).arg(QString::fromStdString(found.id.first)));
            Q_EMIT topicAppeared((*run)->assignment.config.uuid, QString::fromStdString(found.id.first));
        }
    }
    if (reading->wants.empty())
        return;
    for (const Gap &gap : gaps)
        addGap(*reading, gap);
    if (std::ranges::all_of(reading->wants, &Want::done))
        return; // until-end, and nothing is there: done at once

    int64_t from = std::numeric_limits<int64_t>::max();
    for (const Want &want : reading->wants) {
        if (!want.done)
            from = std::min(from, want.start.offset);
    }
    if (running && from >= reading->position)
        return; // a further stream that is content with what comes
    reading->position = from;
    reading->atEnd = false;
    const PartitionList list(rd_kafka_topic_partition_list_new(1));
    rd_kafka_topic_partition_list_add(list.get(), found.id.first.c_str(), found.id.second)->offset = from;
    if (running)
        ErrorHandle(rd_kafka_incremental_unassign(session.client.get(), list.get()));
    const ErrorHandle error(rd_kafka_incremental_assign(session.client.get(), list.get()));
    if (error) {
        log(3, QString::fromUtf8(rd_kafka_error_string(error.get())));
        return;
    }
    if (!running)
        session.readings.emplace(found.id, std::move(fresh));
    session.lastReading = nullptr;
}

void KafkaWorker::endReading(Session &session, const PartitionId &id)
{
    const auto it = session.readings.find(id);
    if (it == session.readings.end())
        return;
    if (it->second.touched)
        flush(session);
    for (const Want &want : it->second.wants) {
        // So that the scout knows where we were when the topic comes back.
        archive::StoredPosition position;
        position.lane = *it->second.lane;
        position.next = want.next;
        position.lastStampUs = it->second.lastStampUs;
        position.lastHash = it->second.lastHash;
        session.scout->notePosition(id, want.run->ref->uuid, position);
        want.run->changed = true;
    }
    const PartitionList list(rd_kafka_topic_partition_list_new(1));
    rd_kafka_topic_partition_list_add(list.get(), id.first.c_str(), id.second);
    ErrorHandle(rd_kafka_incremental_unassign(session.client.get(), list.get()));
    session.readings.erase(it);
    session.lastReading = nullptr;
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
    if (message->err == RD_KAFKA_RESP_ERR__PARTITION_EOF) {
        if (!reading)
            return;
        reading->atEnd = true;
        // Markers of transactions move the end without a message.
        reading->position = std::max(reading->position, message->offset);
        for (Want &want : reading->wants) {
            want.next = std::max(want.next, message->offset);
            want.run->changed = true;
        }
        finishWant(session, *reading, {reading->lane->topic, reading->lane->partition});
        return;
    }
    if (message->err != RD_KAFKA_RESP_ERR_NO_ERROR) {
        handlePartitionError(session, *message);
        return;
    }
    if (!reading)
        return; // of a partition that was let go just now
    if (!verifyLast(session, *reading, *message))
        return;
    reading->position = message->offset + 1;
    reading->atEnd = false;
    addPacket(*reading, std::move(message));
    finishWant(session, *reading, {reading->lane->topic, reading->lane->partition});
}

// The first message after a resume may be the last one we had (decisions 1). False: it is not for anybody.
bool KafkaWorker::verifyLast(Session &session, Reading &reading, const rd_kafka_message_t &message)
{
    for (Want &want : reading.wants) {
        if (!want.start.verify)
            continue;
        want.start.verify = false;
        if (message.offset != want.start.offset)
            continue; // compacted away or a marker: nothing to compare
        const int64_t stampUs = rd_kafka_message_timestamp(&message, nullptr) * 1000;
        const uint64_t hash = XXH3_64bits(message.payload, message.len);
        if (stampUs == want.start.knownStampUs && hash == want.start.knownHash) {
            reading.lastStampUs = stampUs;
            reading.lastHash = hash;
            continue;
        }
        log(4, say(QT_TRANSLATE_NOOP("streams", "Topic %1 was made anew; it is read from its first message.")).arg(QString::fromStdString(reading.lane->topic)),
            reading.lane->topic);
        archive::StoredPosition beyond;
        beyond.lane = *reading.lane;
        beyond.next = std::numeric_limits<int64_t>::max(); // no end reaches it: decided as made anew
        const PartitionId id{reading.lane->topic, reading.lane->partition};
        std::vector<std::string> uuids;
        for (const Want &other : reading.wants)
            uuids.push_back(other.run->ref->uuid);
        endReading(session, id);
        for (const std::string &uuid : uuids)
            session.scout->notePosition(id, uuid, beyond);
        recheck(session, id);
        return false;
    }
    return std::ranges::any_of(reading.wants, [&](const Want &want) { return !want.done && message.offset >= want.next; });
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
    default:
        log(4, reason, id.first);
        handleError(message.err, rd_kafka_message_errstr(&message));
    }
}

void KafkaWorker::addPacket(Reading &reading, MessageHandle message)
{
    Packet packet;
    packet.lane = reading.lane;
    packet.position = message->offset;
    packet.value = {static_cast<const char *>(message->payload), message->len};
    packet.key = {static_cast<const char *>(message->key), message->key_len};
    packet.received = UtcTime::now();
    const int64_t stampMs = rd_kafka_message_timestamp(message.get(), nullptr);
    if (stampMs > 0)
        packet.brokerTime = UtcTime::fromMs(stampMs);
    rd_kafka_headers_t *headers = nullptr;
    if (rd_kafka_message_headers(message.get(), &headers) == RD_KAFKA_RESP_ERR_NO_ERROR) {
        const char *name = nullptr;
        const void *value = nullptr;
        size_t size = 0;
        for (size_t i = 0; rd_kafka_header_get_all(headers, i, &name, &value, &size) == RD_KAFKA_RESP_ERR_NO_ERROR; ++i)
            packet.headers.emplace_back(name, std::string(static_cast<const char *>(value), value ? size : 0));
    }
    const bool heartbeat = isHeartbeatTopic(reading.lane->topic);
    for (Want &want : reading.wants) {
        if (want.done || message->offset < want.next)
            continue;
        if (want.end >= 0 && message->offset >= want.end)
            continue; // came after the start of a bounded run
        want.next = message->offset + 1;
        if (!packet.stream)
            packet.stream = want.run->ref;
        else
            packet.alsoFor.push_back(want.run->ref);
        StreamStatus &status = want.run->status;
        ++status.messages;
        status.bytes += static_cast<qint64>(message->len);
        status.lastMessage = packet.received;
        if (heartbeat) {
            ++status.heartbeats;
            status.lastHeartbeat = packet.received;
            want.run->lastHeartbeat = Clock::now();
        } else {
            status.lastAlert = packet.received;
        }
        want.run->rate.count(1);
        StreamRun::Topic &topic = want.run->topics[reading.lane->topic];
        ++topic.status.messages;
        topic.status.lastMessage = packet.received;
        topic.rate.count(1);
        want.run->changed = true;
    }
    if (!packet.stream)
        return;
    if (m_batch.packets.empty()) {
        m_batchSince = Clock::now();
        m_batch.packets.reserve(64);
    }
    if (!m_vault)
        m_vault = std::make_shared<MessageVault>(m_held);
    reading.touched = true;
    reading.lastValue = {static_cast<const char *>(message->payload), message->len};
    reading.lastStampUs = stampMs * 1000;
    m_batch.bytes += message->len + message->key_len;
    m_batch.packets.push_back(std::move(packet));
    m_vault->keep(std::move(message));
}

void KafkaWorker::addGap(Reading &reading, const Gap &gap)
{
    if (m_batch.packets.empty() && m_batch.gaps.empty())
        m_batchSince = Clock::now();
    Gap record = gap;
    record.lane = reading.lane;
    m_batch.gaps.push_back(std::move(record));
    log(4, say(QT_TRANSLATE_NOOP("streams", "%1, partition %2: messages %3 to %4 could not be had."))
               .arg(QString::fromStdString(reading.lane->topic))
               .arg(reading.lane->partition)
               .arg(gap.from)
               .arg(gap.to),
        reading.lane->topic);
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

bool KafkaWorker::flush(Session &session)
{
    if (m_batch.packets.empty() && m_batch.gaps.empty())
        return true;
    if (m_batch.receipt == 0) {
        m_batch.receipt = m_ledger->open();
        m_batch.origin = m_ledger;
        m_batch.keepAlive = m_vault;
        std::vector<std::pair<PartitionId, int64_t>> places;
        for (auto &[id, reading] : session.readings) {
            if (!reading.touched)
                continue;
            reading.touched = false;
            reading.lastHash = XXH3_64bits(reading.lastValue.data(), reading.lastValue.size());
            reading.lastValue = {};
            for (const Want &want : reading.wants)
                m_batch.positions.push_back({want.run->ref, reading.lane, want.next, reading.lastStampUs, reading.lastHash});
            places.emplace_back(id, reading.position);
        }
        if (session.storesOffsets)
            m_toStore[m_batch.receipt] = std::move(places);
    }
    if (!m_context.sink->offer(m_batch))
        return false;
    m_batch = {};
    m_vault.reset();
    m_lastFlush = Clock::now();
    return true;
}

void KafkaWorker::collectReceipts(Session &session)
{
    for (const uint64_t receipt : m_ledger->takeCommitted()) {
        const auto it = m_toStore.find(receipt);
        if (it == m_toStore.end())
            continue;
        const PartitionList list(rd_kafka_topic_partition_list_new(static_cast<int>(it->second.size())));
        for (const auto &[id, next] : it->second)
            rd_kafka_topic_partition_list_add(list.get(), id.first.c_str(), id.second)->offset = next;
        // A partition that was let go meanwhile answers _STATE: no error, the archive has the place.
        rd_kafka_offsets_store(session.client.get(), list.get());
        m_toStore.erase(it);
    }
    if (const std::string why = m_ledger->takeRefusal(); !why.empty())
        log(3, say(QT_TRANSLATE_NOOP("streams", "The archive refused a batch: %1")).arg(QString::fromStdString(why)));
}

} // namespace tocsin::streams::kafka
