// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/kafka/kafkaworker.h"

#include "core/streams/kafka/clientend.h"
#include "core/streams/kafka/kafkasession.h"

#include "core/base/logging.h"
#include "core/streams/kafka/kafkaerrors.h"
#include "core/streams/kafka/kafkastream.h"
#include "core/tokens/watched.h"

#include <QCoreApplication>
#include <QLocale>

#include <xxhash.h>

#include <algorithm>
#include <set>

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
        std::unique_ptr<Session> session = connect();
        if (!session) {
            waitForEdit();
            continue;
        }
        session->asked = session->scout->setStreams(scoutStreams());
        m_tokenRefused = false;
        serve(*session);
        endSession(std::move(session));
        if (stopRequested())
            break;
        if (m_trouble.kind != ErrorKind::SignInRefused)
            continue; // it wants another client, for example since a token has ended
        if (m_tokenRefused && !std::exchange(m_renewed, true)) {
            m_trouble = {}; // it may have been taken back before its end: another one is worth a try at once
            continue;
        }
        waitAfterRefusal();
    }
}

std::unique_ptr<KafkaWorker::Session> KafkaWorker::connect()
{
    const StreamConfig &config = m_runs.front()->assignment.config;
    Result<ClientSettings> settings = clientSettings(config.values);
    m_mask = SecretMask(kafkaOptions(), config.values);
    if (!m_tokens) {
        Result<tokens::TokenSourcePtr> source = tokenSource(config);
        if (!source)
            settings = source.error();
        else
            m_tokens = source.value();
    }
    if (!settings) {
        m_trouble = settings.error();
        return nullptr;
    }
    m_servers = settings.value().servers;
    rd_kafka_conf_t *conf = settings.value().conf.get();
    rd_kafka_conf_set_error_cb(conf, [](rd_kafka_t *client, int code, const char *reason, void *opaque) {
        ClientParts::userOf<KafkaWorker>(opaque).handleError(client, code, reason);
    });
    rd_kafka_conf_set_log_cb(conf, [](const rd_kafka_t *client, int level, const char *facility, const char *text) {
        if (client)
            ClientParts::userOf<KafkaWorker>(rd_kafka_opaque(client)).handleLog(level, facility, text);
    });
    const auto refresh = settings.value().refresh;
    const bool storesOffsets = settings.value().storesOffsets;
    // What a file holds may be right tomorrow as it stands; a provider has more than one to give.
    const bool isWatched = dynamic_cast<tokens::Watched *>(m_tokens.get()) != nullptr;
    const auto want = m_tokenRefused && (!isWatched || m_signInTries == 0) ? TokenFeed::Want::Renewed : TokenFeed::Want::Kept;
    Result<ClientHandle> client = makeClient(settings.value(), this, m_tokens, want);
    if (!client) {
        m_trouble = client.error();
        return nullptr;
    }
    auto session = std::make_unique<Session>();
    session->client = std::move(client).value();
    session->storesOffsets = storesOffsets;
    rd_kafka_set_log_queue(session->client.get(), nullptr);
    session->scout = std::make_unique<BrokerScout>(session->client.get(), m_context.archive, refresh, m_memory);
    for (const auto &run : m_runs) {
        for (const auto &[id, place] : run->places)
            session->scout->notePosition(id, run->number, place);
    }
    if (rd_kafka_version() < 0x020200ff)
        session->waker = std::make_unique<FetchWaker>(session->client.get());
    return session;
}

// Nothing heals by itself here.
void KafkaWorker::waitForEdit()
{
    m_trouble.remedy = say(QT_TRANSLATE_NOOP("streams", "Edit the stream."));
    publish(nullptr, true);
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_stop || m_changed; });
    lock.unlock();
    m_trouble = {};
    takeCommands(nullptr);
}

// Hammering locks accounts. Later, when somebody changed something, or when another program renewed what was refused.
void KafkaWorker::waitAfterRefusal()
{
    const auto pause = kSignInPauses[std::min<size_t>(static_cast<size_t>(m_signInTries++), std::size(kSignInPauses) - 1)];
    m_nextTry = UtcTime::fromUs(UtcTime::now().us + std::chrono::microseconds(pause).count());
    publish(nullptr, true);
    bool isNews = false;
    std::jthread watch;
    if (auto *watched = dynamic_cast<tokens::Watched *>(m_tokens.get())) {
        watch = std::jthread([this, watched, pause, &isNews](const std::stop_token &stop) {
            if (!watched->waitForNews(pause, stop))
                return;
            const std::lock_guard lock(m_mutex);
            isNews = true;
            m_wake.notify_all();
        });
    }
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, pause, [this, &isNews] { return m_stop || m_changed || isNews; });
    if (isNews)
        m_tokenRefused = false;
    lock.unlock();
    m_trouble = {};
    m_nextTry = {};
    takeCommands(nullptr);
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
    // A stream that is to begin elsewhere is another run: what was read before does not say where it goes on.
    const auto keeps = [&next](const StreamRun &run) {
        return std::ranges::any_of(next, [&run](const Assignment &a) {
            return a.config.uuid == run.assignment.config.uuid && StreamRun::startOf(a) == run.start;
        });
    };
    if (session)
        dropWants(*session, [&](const PartitionId &, const Want &want) { return !keeps(*want.run); });
    std::erase_if(m_runs, [&](const auto &run) { return !keeps(*run); });
    for (const Assignment &assignment : next) {
        const auto it = std::ranges::find_if(m_runs, [&](const auto &run) { return run->assignment.config.uuid == assignment.config.uuid; });
        if (it == m_runs.end()) {
            m_runs.push_back(std::make_unique<StreamRun>(assignment, ++m_lastRun));
            continue;
        }
        StreamRun &run = **it;
        run.adopt(assignment);
        const auto unwanted = [&run](const auto &entry) { return !run.rules.matches(QString::fromStdString(entry.first)); };
        std::erase_if(run.topics, unwanted);
        std::erase_if(run.missing, unwanted);
    }
    if (!session)
        return;
    dropWants(*session, [](const PartitionId &id, const Want &want) { return !want.run->rules.matches(QString::fromStdString(id.first)); });
    session->asked = session->scout->setStreams(scoutStreams());
}

std::vector<BrokerScout::Stream> KafkaWorker::scoutStreams() const
{
    std::vector<BrokerScout::Stream> streams;
    for (const auto &run : m_runs)
        streams.push_back({run->number, run->ref->uuid, run->rules, run->start, run->latestAfterGap});
    return streams;
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
        const bool ended = takeTokens(session);
        if (ended || (m_trouble.kind == ErrorKind::SignInRefused && !m_trouble.message.isEmpty()))
            return;
        takeFindings(session);
        collectReceipts(session);
        publish(&session, false);
        const auto now = Clock::now();
        const bool due = !batchIsEmpty();
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
    session->scout->requestStop();
    m_memory = session->scout->take().memory;
    const auto deadline = Clock::now() + 800ms;
    while (!batchIsEmpty() && Clock::now() < deadline) {
        if (!flush(*session) && !m_context.sink->waitForRoom(20) && Clock::now() + 20ms > deadline)
            break;
        rd_kafka_poll(session->client.get(), 0);
    }
    // What the sink did not take is fetched again next time: its position was never committed.
    m_batch = {};
    m_owed.clear();
    m_vault.reset();
    while (m_ledger->outstanding() > 0 && Clock::now() < deadline) {
        collectReceipts(*session);
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, 2ms);
    }
    collectReceipts(*session);
    m_toStore.clear();
    ClientHandle client = std::move(session->client);
    endClient(std::move(client), m_held, [session = std::shared_ptr<Session>(std::move(session))] {
        session->waker.reset();
        session->scout.reset();
    });
}

void KafkaWorker::takeFindings(Session &session)
{
    BrokerScout::Report report = session.scout->take();
    if (session.source.empty() && !report.source.empty())
        session.source = report.source;
    for (const PartitionId &id : report.gone) {
        session.undecided.erase(id);
        endReading(session, id);
        for (const auto &run : m_runs) {
            if (run->topics.contains(id.first))
                run->gone.insert(id.first);
        }
    }
    for (const BrokerScout::Found &found : report.found)
        beginReading(session, found);
    if (!report.listed || report.lists == session.lists)
        return;
    if (session.lists == 0)
        log(6, say(QT_TRANSLATE_NOOP("streams", "Connected to %1; %2 of its topics fit.")).arg(m_servers).arg(report.fitting));
    const bool isBack = session.lists == 0 || !m_trouble.message.isEmpty();
    session.lists = report.lists;
    session.answered = report.answered;
    session.listed = true;
    session.unresolved = std::move(report.unresolved);
    m_signInTries = 0;
    m_renewed = false;
    if (m_trouble.retriable || m_trouble.kind == ErrorKind::UnknownTopic) {
        // The broker answers: whatever it was, it is over.
        if (!m_trouble.message.isEmpty())
            log(6, say(QT_TRANSLATE_NOOP("streams", "Connected to %1 again.")).arg(m_servers));
        m_trouble = {};
        m_nextTry = {};
    }
    for (const auto &run : m_runs) {
        run->status.everConnected = true;
        for (auto &[name, topic] : run->topics) {
            if (isBack)
                topic.beats.countFrom(Clock::now());
        }
        run->missing.clear();
        for (const std::string &topic : run->gone)
            run->missing[topic] = RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART;
        for (const auto &[topic, why] : run->forbidden)
            run->missing[topic] = why;
        run->changed = true;
    }
    for (const BrokerScout::Missed &missed : report.missed) {
        for (const auto &run : m_runs) {
            if (run->number == missed.run)
                run->missing[missed.topic.toStdString()] = missed.why;
        }
    }
}

void KafkaWorker::recheck(Session &session, const PartitionId &id)
{
    session.undecided.insert(id);
    session.scout->recheck(id);
}

bool KafkaWorker::flush(Session &session)
{
    if (batchIsEmpty())
        return true;
    // Positions are those of this very attempt: after a refusal more messages may join the batch.
    m_batch.positions.clear();
    for (const Owed &owed : m_owed)
        m_batch.positions.push_back(owed.position);
    std::vector<std::pair<PartitionId, int64_t>> places;
    std::vector<std::pair<const PartitionId *, Want *>> touched;
    for (auto &[id, reading] : session.readings) {
        for (Want &want : reading.wants) {
            if (!want.touched)
                continue;
            want.lastHash = XXH3_64bits(want.lastValue.data(), want.lastValue.size());
            m_batch.positions.push_back({want.run->ref, reading.lane, want.next, want.lastStampUs, want.lastHash});
            touched.emplace_back(&id, &want);
            if (session.storesOffsets && (places.empty() || places.back().first != id))
                places.emplace_back(id, reading.position);
        }
    }
    m_batch.receipt = m_ledger->open();
    m_batch.origin = m_ledger;
    m_batch.keepAlive = m_vault;
    const uint64_t receipt = m_batch.receipt;
    const std::vector<LanePosition> positions = m_batch.positions;
    if (!m_context.sink->offer(m_batch)) {
        m_ledger->giveBack();
        m_batch.positions.clear();
        return false;
    }
    if (session.storesOffsets)
        m_toStore[receipt] = std::move(places);
    // From here on a new session goes on behind these.
    const auto remember = [](StreamRun &run, const PartitionId &id, const LanePosition &position) {
        run.places[id] = {*position.lane, position.next, position.lastStampUs, position.lastHash};
    };
    size_t at = 0;
    for (const Owed &owed : m_owed) {
        const auto run = std::ranges::find_if(m_runs, [&owed](const auto &r) { return r->number == owed.run; });
        if (run != m_runs.end())
            remember(**run, {owed.position.lane->topic, owed.position.lane->partition}, owed.position);
        ++at;
    }
    for (const auto &[id, want] : touched) {
        remember(*want->run, *id, positions[at++]);
        want->touched = false;
        want->lastValue = {};
    }
    m_owed.clear();
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
