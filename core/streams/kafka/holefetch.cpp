// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/kafka/holefetch.h"

#include "core/streams/kafka/clientend.h"
#include "core/streams/kafka/kafkaerrors.h"
#include "core/streams/kafka/kafkapacket.h"
#include "core/streams/kafka/kafkasettings.h"
#include "core/streams/kafka/retention.h"
#include "core/streams/kafka/partitionstart.h"

#include <QCoreApplication>

#include <xxhash.h>

#include <algorithm>
#include <map>
#include <optional>
#include <thread>
#include <tuple>
#include <utility>

namespace tocsin::streams::kafka {

using namespace std::chrono_literals;

namespace {

using Clock = std::chrono::steady_clock;

constexpr size_t kBatchPackets = 500;
constexpr size_t kBatchBytes = 2 << 20;
constexpr auto kBatchTime = 200ms;
constexpr auto kTellTime = 100ms;
constexpr int kRetentionMs = 3'000; // to ask how long messages are kept
constexpr int kSliceMs = 200; // of every wait, so that an end is noticed

QString say(const char *text)
{
    return QCoreApplication::translate("streams", text);
}

Error interrupted()
{
    return {.kind = ErrorKind::Interrupted, .message = say(QT_TRANSLATE_NOOP("streams", "The fetch was ended before it was done.")),
            .remedy = say(QT_TRANSLATE_NOOP("streams", "What came is stored; the rest can be fetched later."))};
}

class HoleFetch
{
public:
    HoleFetch(const FetchRequest &request, const FetchTold &told) : m_request(request), m_told(told), m_stream(request.config.ref())
    {
        for (const Hole &hole : request.holes)
            m_progress.wanted += hole.to - hole.from;
    }
    ~HoleFetch()
    {
        m_batch = {};
        m_vault.reset();
        if (m_client)
            endClient(std::move(m_client), m_held);
    }
    HoleFetch(const HoleFetch &) = delete;
    HoleFetch &operator=(const HoleFetch &) = delete;

    [[nodiscard]] Result<FetchProgress> run();

private:
    enum class Sameness { Same, Anew };
    using LaneKey = std::tuple<std::string, int32_t, int32_t>;
    using Lanes = std::map<LaneKey, std::pair<LanePtr, Sameness>>;

    [[nodiscard]] Outcome connect();
    [[nodiscard]] Result<Watermarks> marksOf(const Lane &lane);
    [[nodiscard]] Result<Sameness> compare(const Lane &lane, archive::Reader &reader);
    [[nodiscard]] Result<Sameness> look(const Lane &lane, const LastKnown &known);
    [[nodiscard]] Outcome fetch(const Hole &hole, Lanes &lanes, archive::Reader &reader);
    [[nodiscard]] Outcome read(const Hole &hole, const LanePtr &lane);
    [[nodiscard]] Outcome readFrom(const Hole &hole, const LanePtr &lane, int64_t &next);
    void take(const LanePtr &lane, MessageHandle message);
    void giveUp(const LanePtr &lane, int64_t from, int64_t to, Gap::Why why);
    [[nodiscard]] Outcome flush(const LanePtr &lane, int64_t next);
    [[nodiscard]] Outcome waitForReceipts();
    [[nodiscard]] Outcome collect();
    void assign(const Lane &lane, int64_t offset);
    [[nodiscard]] bool tell();
    [[nodiscard]] bool isSilent() const { return Clock::now() - m_heard > std::chrono::milliseconds(m_request.patienceMs); }

    const FetchRequest &m_request;
    const FetchTold &m_told;
    const StreamRefPtr m_stream;
    ClientComplaint m_complaint;
    ClientHandle m_client;
    std::string m_source;
    std::shared_ptr<BatchLedger> m_ledger = std::make_shared<BatchLedger>();
    std::shared_ptr<MessageCount> m_held = std::make_shared<MessageCount>();
    std::shared_ptr<MessageVault> m_vault;
    Batch m_batch;
    int64_t m_batchFrom = 0; // the hole is filled from here by the open batch
    FetchProgress m_inBatch; // what it will have done
    std::map<uint64_t, FetchProgress> m_sent; // by receipt, until it is durable
    Clock::time_point m_batchSince;
    Clock::time_point m_lastTold;
    Clock::time_point m_heard = Clock::now();
    FetchProgress m_progress;
    Error m_first; // of a hole that could not be fetched, while others could
    bool m_goOn = true;
};

bool HoleFetch::tell()
{
    const auto now = Clock::now();
    if (m_goOn && now - m_lastTold >= kTellTime) {
        m_lastTold = now;
        m_goOn = m_told(m_progress);
    }
    return m_goOn;
}

Outcome HoleFetch::connect()
{
    Result<ClientSettings> settings = clientSettings(m_request.config.values);
    if (!settings)
        return settings.error();
    rd_kafka_conf_t *conf = settings.value().conf.get();
    // Nothing of this client may be seen in the group, and what it reads ahead is thrown away with each hole.
    for (const auto &[name, value] : {std::pair("enable.auto.commit", "false"), {"queued.min.messages", "1000"}, {"queued.max.messages.kbytes", "8192"}}) {
        char text[256] = {};
        if (rd_kafka_conf_set(conf, name, value, text, sizeof text) != RD_KAFKA_CONF_OK)
            return Error{.kind = ErrorKind::Internal, .message = QString::fromUtf8(text)};
    }
    m_complaint.servers = settings.value().servers;
    rd_kafka_conf_set_error_cb(conf, &ClientComplaint::take);
    Result<ClientHandle> client = makeClient(settings.value(), &m_complaint, m_request.config);
    if (!client)
        return client.error();
    m_client = std::move(client).value();
    for (;;) {
        if (char *id = rd_kafka_clusterid(m_client.get(), kSliceMs)) {
            m_source = std::string("kafka:") + id;
            rd_kafka_mem_free(m_client.get(), id);
            m_heard = Clock::now();
            return Done{};
        }
        rd_kafka_poll(m_client.get(), 0);
        if (!tell())
            return interrupted();
        if (m_complaint.isFinal() || isSilent())
            return m_complaint.orSilence();
    }
}

Result<Watermarks> HoleFetch::marksOf(const Lane &lane)
{
    for (;;) {
        Watermarks marks;
        const rd_kafka_resp_err_t error = rd_kafka_query_watermark_offsets(m_client.get(), lane.topic.c_str(), lane.partition, &marks.low, &marks.high, 2 * kSliceMs);
        rd_kafka_poll(m_client.get(), 0);
        if (error == RD_KAFKA_RESP_ERR_NO_ERROR) {
            m_heard = Clock::now();
            return marks;
        }
        Error explained = explain(error, QString::fromUtf8(rd_kafka_err2str(error)), m_complaint.servers);
        if (explained.kind == ErrorKind::UnknownTopic || explained.kind == ErrorKind::NotAuthorised)
            return explained;
        if (!tell())
            return interrupted();
        if (m_complaint.isFinal() || isSilent())
            return m_complaint.orSilence();
    }
}

// Is it still the topic whose messages were missed? As the live reading decides it (partitionstart.h).
Result<HoleFetch::Sameness> HoleFetch::compare(const Lane &lane, archive::Reader &reader)
{
    // The places first: while the end is asked for, the live reading goes on.
    const Result<std::vector<archive::StoredPosition>> places = reader.lanePositions(lane.source, lane.topic, lane.partition);
    if (!places)
        return places.error();
    const Result<Watermarks> marks = marksOf(lane);
    if (!marks)
        return marks.error();
    const LaneStart now = decideLane(places.value(), marks.value());
    if (now.generation != lane.generation)
        return Sameness::Anew;
    return now.probe ? look(lane, *now.probe) : Sameness::Same;
}

Result<HoleFetch::Sameness> HoleFetch::look(const Lane &lane, const LastKnown &known)
{
    assign(lane, known.offset);
    for (;;) {
        const MessageHandle message(rd_kafka_consumer_poll(m_client.get(), kSliceMs));
        if (!tell())
            return interrupted();
        if (!message) {
            if (isSilent())
                return m_complaint.orSilence();
            continue;
        }
        const bool answers = message->err == RD_KAFKA_RESP_ERR_NO_ERROR || message->err == RD_KAFKA_RESP_ERR__PARTITION_EOF
            || message->err == RD_KAFKA_RESP_ERR__AUTO_OFFSET_RESET;
        if (!answers) {
            const Error error = explain(message->err, QString::fromUtf8(rd_kafka_message_errstr(message.get())), m_complaint.servers);
            if (!error.retriable || isSilent())
                return error;
            continue;
        }
        m_heard = Clock::now();
        // Expired, compacted away, or a marker of a transaction: nothing to compare.
        if (message->err != RD_KAFKA_RESP_ERR_NO_ERROR || message->offset != known.offset)
            return Sameness::Same;
        const bool same = rd_kafka_message_timestamp(message.get(), nullptr) * 1000 == known.stampUs
            && XXH3_64bits(message->payload, message->len) == known.hash;
        return same ? Sameness::Same : Sameness::Anew;
    }
}

void HoleFetch::assign(const Lane &lane, int64_t offset)
{
    const PartitionList list(rd_kafka_topic_partition_list_new(1));
    rd_kafka_topic_partition_list_add(list.get(), lane.topic.c_str(), lane.partition)->offset = offset;
    rd_kafka_assign(m_client.get(), list.get());
}

void HoleFetch::giveUp(const LanePtr &lane, int64_t from, int64_t to, Gap::Why why)
{
    m_batch.filled.push_back({m_stream, lane, from, to});
    Gap gap;
    gap.stream = m_stream;
    gap.lane = lane;
    gap.from = from;
    gap.to = to;
    gap.why = why;
    gap.noticed = UtcTime::now();
    m_batch.gaps.push_back(std::move(gap));
    m_inBatch.done += to - from;
    m_inBatch.gone += to - from;
}

Outcome HoleFetch::read(const Hole &hole, const LanePtr &lane)
{
    int64_t next = hole.from;
    for (int idle = 0; next < hole.to && idle < 3;) {
        const Result<Watermarks> marks = marksOf(*lane);
        if (!marks)
            return marks.error();
        if (const int64_t gone = std::min(hole.to, marks.value().low); next < gone) {
            giveUp(lane, next, gone, Gap::Why::Expired);
            next = gone;
        }
        m_batchFrom = next;
        if (next >= hole.to || next >= marks.value().high)
            break;
        assign(*lane, next);
        m_batchSince = Clock::now();
        const int64_t before = next;
        if (const Outcome done = readFrom(hole, lane, next); !done)
            return done;
        idle = next == before ? idle + 1 : 0;
    }
    return flush(lane, next);
}

// Until the hole's end, or until the broker has thrown away what was to come next.
Outcome HoleFetch::readFrom(const Hole &hole, const LanePtr &lane, int64_t &next)
{
    while (next < hole.to) {
        m_progress.hole = {hole.lane, next, hole.to};
        MessageHandle message(rd_kafka_consumer_poll(m_client.get(), m_batch.packets.empty() ? kSliceMs : 20));
        if (!tell()) {
            (void)flush(lane, next);
            return interrupted();
        }
        if (const Outcome done = collect(); !done)
            return done;
        const bool full = m_batch.packets.size() >= kBatchPackets || m_batch.bytes >= kBatchBytes;
        if (full || Clock::now() - m_batchSince >= kBatchTime) {
            if (const Outcome done = flush(lane, next); !done)
                return done;
        }
        if (!message) {
            if (isSilent())
                return m_complaint.orSilence();
            continue;
        }
        if (message->err == RD_KAFKA_RESP_ERR__AUTO_OFFSET_RESET || message->err == RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE)
            return flush(lane, next); // retention was faster
        if (message->err == RD_KAFKA_RESP_ERR__PARTITION_EOF) {
            m_heard = Clock::now();
            next = std::max(next, std::min(message->offset, hole.to)); // what stands at the very end are markers of transactions
            return Done{};
        }
        if (message->err != RD_KAFKA_RESP_ERR_NO_ERROR) {
            const Error error = explain(message->err, QString::fromUtf8(rd_kafka_message_errstr(message.get())), m_complaint.servers);
            if (!error.retriable)
                return error;
            continue;
        }
        m_heard = Clock::now();
        if (message->offset < next)
            continue; // of the assignment before
        if (message->offset >= hole.to) {
            next = hole.to; // the last ones of the hole are no messages
            return Done{};
        }
        next = message->offset + 1;
        take(lane, std::move(message));
    }
    return Done{};
}

void HoleFetch::take(const LanePtr &lane, MessageHandle message)
{
    Packet packet = packetOf(*message, lane);
    packet.stream = m_stream;
    if (!m_vault)
        m_vault = std::make_shared<MessageVault>(m_held);
    m_batch.bytes += message->len + message->key_len;
    m_batch.packets.push_back(std::move(packet));
    m_vault->keep(std::move(message));
}

Outcome HoleFetch::flush(const LanePtr &lane, int64_t next)
{
    m_batchSince = Clock::now();
    if (next > m_batchFrom) {
        m_batch.filled.push_back({m_stream, lane, m_batchFrom, next});
        m_inBatch.done += next - m_batchFrom;
        m_inBatch.messages += static_cast<qint64>(m_batch.packets.size());
        m_batchFrom = next;
    }
    if (m_batch.filled.empty())
        return Done{};
    m_batch.origin = m_ledger;
    m_batch.keepAlive = m_vault;
    for (;;) {
        m_batch.receipt = m_ledger->open();
        const uint64_t receipt = m_batch.receipt;
        if (m_request.sink->offer(m_batch)) {
            m_sent[receipt] = std::exchange(m_inBatch, {});
            break;
        }
        m_ledger->giveBack();
        if (!tell())
            return interrupted(); // what was not taken stays a hole
        if (!m_request.sink->waitForRoom(kSliceMs))
            std::this_thread::sleep_for(5ms);
    }
    m_batch = {};
    m_vault.reset();
    return collect();
}

Outcome HoleFetch::collect()
{
    for (const uint64_t receipt : m_ledger->takeCommitted()) {
        const FetchProgress done = m_sent[receipt];
        m_sent.erase(receipt);
        m_progress.done += done.done;
        m_progress.gone += done.gone;
        m_progress.messages += done.messages;
    }
    if (const std::string why = m_ledger->takeRefusal(); !why.empty())
        return Error{.kind = ErrorKind::Archive, .message = say(QT_TRANSLATE_NOOP("streams", "The archive refused a batch: %1")).arg(QString::fromStdString(why))};
    return Done{};
}

Outcome HoleFetch::waitForReceipts()
{
    // A full disk may take its time: who waits can end it. What is on its way gets a moment, so that it is counted.
    std::optional<Clock::time_point> last;
    while (m_ledger->outstanding() > 0) {
        if (!tell()) {
            if (!last)
                last = Clock::now() + 500ms;
            if (Clock::now() > *last)
                return interrupted();
        }
        std::this_thread::sleep_for(5ms);
        if (const Outcome done = collect(); !done)
            return done;
    }
    return collect();
}

Outcome HoleFetch::fetch(const Hole &hole, Lanes &lanes, archive::Reader &reader)
{
    const LaneKey key{hole.lane.topic, hole.lane.partition, hole.lane.generation};
    auto it = lanes.find(key);
    if (it == lanes.end()) {
        const Result<Sameness> same = compare(hole.lane, reader);
        if (!same)
            return same.error();
        it = lanes.emplace(key, std::pair(std::make_shared<Lane>(hole.lane), same.value())).first;
    }
    const LanePtr &lane = it->second.first;
    if (it->second.second == Sameness::Anew) {
        m_batchFrom = hole.to;
        giveUp(lane, hole.from, hole.to, Gap::Why::TopicRecreated);
        return flush(lane, hole.to);
    }
    m_batchFrom = hole.from;
    return read(hole, lane);
}

Result<FetchProgress> HoleFetch::run()
{
    if (const Outcome done = connect(); !done)
        return done.error();
    Result<std::unique_ptr<archive::Reader>> reader = m_request.archive->reader();
    if (!reader)
        return reader.error();
    Lanes lanes;
    for (const Hole &hole : m_request.holes) {
        if (hole.lane.source != m_source) {
            m_first = {.kind = ErrorKind::NotFound,
                       .message = say(QT_TRANSLATE_NOOP("streams", "What is missing of %1 was at another broker than %2.")).arg(QString::fromStdString(hole.lane.topic), m_complaint.servers),
                       .remedy = say(QT_TRANSLATE_NOOP("streams", "Only the broker that had it can hand it on."))};
            continue;
        }
        if (const Outcome done = fetch(hole, lanes, *reader.value()); !done) {
            m_first = done.error();
            // Of one topic only: the others are fetched.
            if (m_first.kind != ErrorKind::UnknownTopic && m_first.kind != ErrorKind::NotAuthorised)
                break;
        }
    }
    const Outcome safe = waitForReceipts();
    m_told(m_progress);
    if (!m_first.message.isEmpty())
        return m_first;
    if (!safe)
        return safe.error();
    return m_progress;
}

} // namespace

Result<FetchProgress> fetchHoles(const FetchRequest &request, const FetchTold &told)
{
    return HoleFetch(request, told).run();
}

Result<std::vector<LaneEnds>> laneEnds(const StreamConfig &config, const std::vector<Lane> &lanes, int timeoutMs)
{
    const auto deadline = Clock::now() + std::chrono::milliseconds(timeoutMs);
    Result<ClientSettings> settings = clientSettings(config.values);
    if (!settings)
        return settings.error();
    ClientComplaint complaint{.first = {}, .servers = settings.value().servers};
    rd_kafka_conf_set_error_cb(settings.value().conf.get(), &ClientComplaint::take);
    Result<ClientHandle> client = makeClient(settings.value(), &complaint, config);
    if (!client)
        return client.error();
    rd_kafka_t *handle = client.value().get();
    std::string source;
    while (source.empty()) {
        if (char *id = rd_kafka_clusterid(handle, kSliceMs)) {
            source = std::string("kafka:") + id;
            rd_kafka_mem_free(handle, id);
        }
        rd_kafka_poll(handle, 0);
        if (source.empty() && (complaint.isFinal() || Clock::now() > deadline))
            return complaint.orSilence();
    }
    std::vector<LaneEnds> ends;
    for (const Lane &lane : lanes) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0)
            break;
        LaneEnds one{.source = source, .topic = lane.topic, .partition = lane.partition};
        if (rd_kafka_query_watermark_offsets(handle, lane.topic.c_str(), lane.partition, &one.low, &one.high, static_cast<int>(left)) == RD_KAFKA_RESP_ERR_NO_ERROR)
            ends.push_back(std::move(one));
    }
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    findRetention(handle, ends, static_cast<int>(std::min<int64_t>(left, kRetentionMs)));
    return ends;
}

} // namespace tocsin::streams::kafka
