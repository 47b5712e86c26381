// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/kafka/brokerscout.h"

#include "core/base/logging.h"

#include <algorithm>

namespace tocsin::streams::kafka {

namespace {

constexpr int kQuestionMs = 1'000; // one question; the loop asks again

} // namespace

BrokerScout::BrokerScout(rd_kafka_t *client, archive::Archive *archive, std::chrono::milliseconds refresh)
    : m_client(client), m_archive(archive), m_refresh(refresh), m_thread([this] { run(); })
{
}

BrokerScout::~BrokerScout()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void BrokerScout::setStreams(std::vector<Stream> streams)
{
    {
        const std::lock_guard lock(m_mutex);
        m_nextStreams = std::move(streams);
        m_streamsChanged = true;
        m_lookNow = true;
    }
    m_wake.notify_all();
}

void BrokerScout::notePosition(const PartitionId &id, const std::string &uuid, const archive::StoredPosition &position)
{
    const std::lock_guard lock(m_mutex);
    m_noted[{id, uuid}] = position;
}

void BrokerScout::recheck(const PartitionId &id)
{
    {
        const std::lock_guard lock(m_mutex);
        m_rechecks.push_back(id);
    }
    m_wake.notify_all();
}

void BrokerScout::lookNow()
{
    {
        const std::lock_guard lock(m_mutex);
        m_lookNow = true;
    }
    m_wake.notify_all();
}

BrokerScout::Report BrokerScout::take()
{
    const std::lock_guard lock(m_mutex);
    Report report = m_report;
    m_report.found.clear();
    m_report.gone.clear();
    m_report.missed.clear();
    return report;
}

bool BrokerScout::stopping()
{
    const std::lock_guard lock(m_mutex);
    return m_stop;
}

void BrokerScout::run()
{
    using Clock = std::chrono::steady_clock;
    auto nextLook = Clock::now();
    for (;;) {
        std::vector<PartitionId> rechecks;
        bool look = false;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait_until(lock, nextLook, [this] { return m_stop || m_lookNow || !m_rechecks.empty(); });
            if (m_stop)
                return;
            if (m_streamsChanged) {
                m_streams = m_nextStreams;
                m_streamsChanged = false;
            }
            rechecks = std::exchange(m_rechecks, {});
            look = std::exchange(m_lookNow, false) || Clock::now() >= nextLook;
        }
        if (m_source.empty()) {
            // The cluster's own name; every position hangs on it.
            if (char *id = rd_kafka_clusterid(m_client, kQuestionMs)) {
                m_source = std::string("kafka:") + id;
                rd_kafka_mem_free(m_client, id);
                const std::lock_guard lock(m_mutex);
                m_report.source = m_source;
            } else {
                nextLook = Clock::now() + std::chrono::milliseconds(200);
                const std::lock_guard lock(m_mutex);
                m_lookNow = m_lookNow || look;
                m_rechecks.insert(m_rechecks.end(), rechecks.begin(), rechecks.end());
                continue;
            }
        }
        for (const PartitionId &id : rechecks)
            visit(id.first, id.second, true);
        if (look) {
            readStored();
            // Soon again while the broker does not answer, else at the person's or the usual interval.
            nextLook = Clock::now() + (list() ? m_refresh : std::min<std::chrono::milliseconds>(m_refresh, std::chrono::seconds(1)));
        }
    }
}

void BrokerScout::readStored()
{
    std::vector<const Stream *> fresh;
    for (const Stream &stream : m_streams) {
        if (!m_storedRead.contains(stream.uuid))
            fresh.push_back(&stream);
    }
    if (fresh.empty() || !m_archive)
        return;
    const Result<std::unique_ptr<archive::Reader>> reader = m_archive->reader();
    for (const Stream *stream : fresh) {
        m_storedRead.insert(stream->uuid);
        if (!reader || !reader.value())
            continue; // nothing is kept (--no-archive): nothing to resume
        if (auto positions = reader.value()->positions(stream->uuid))
            m_stored[stream->uuid] = std::move(positions).value();
        else
            qCWarning(lcKafka, "stored positions could not be read: %s", qPrintable(positions.error().message));
    }
}

bool BrokerScout::list()
{
    const struct rd_kafka_metadata *raw = nullptr;
    const rd_kafka_resp_err_t error = rd_kafka_metadata(m_client, 1, nullptr, &raw, kQuestionMs * 2);
    if (error != RD_KAFKA_RESP_ERR_NO_ERROR || !raw)
        return false;
    const MetadataHandle metadata(raw);
    std::map<std::string, int> present;
    for (int t = 0; t < metadata->topic_cnt; ++t) {
        const struct rd_kafka_metadata_topic &topic = metadata->topics[t];
        if (topic.err == RD_KAFKA_RESP_ERR_NO_ERROR || topic.err == RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE)
            present.emplace(topic.topic, topic.partition_cnt);
    }
    for (const auto &[topic, partitions] : present) {
        const QString name = QString::fromStdString(topic);
        const bool wanted = std::ranges::any_of(m_streams, [&](const Stream &stream) { return stream.rules.matches(name); });
        for (int32_t partition = 0; wanted && partition < partitions; ++partition) {
            if (stopping())
                return true;
            visit(topic, partition, false);
        }
        if (wanted)
            m_partitions[topic] = partitions;
    }
    std::vector<PartitionId> gone;
    for (auto it = m_partitions.begin(); it != m_partitions.end();) {
        if (present.contains(it->first)) {
            ++it;
            continue;
        }
        for (int32_t partition = 0; partition < it->second; ++partition)
            gone.emplace_back(it->first, partition);
        std::erase_if(m_known, [&](const auto &known) { return known.first.first == it->first; });
        it = m_partitions.erase(it);
    }
    std::vector<Missed> missed;
    for (const Stream &stream : m_streams) {
        m_looked.insert(stream.uuid);
        for (const QString &name : stream.rules.exactNames()) {
            if (present.contains(name.toStdString()))
                continue;
            // Asked by name the broker tells a forbidden topic from a missing one.
            rd_kafka_resp_err_t why = RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART;
            const TopicHandle topic(rd_kafka_topic_new(m_client, name.toUtf8().constData(), nullptr));
            const struct rd_kafka_metadata *one = nullptr;
            if (topic && rd_kafka_metadata(m_client, 0, topic.get(), &one, kQuestionMs) == RD_KAFKA_RESP_ERR_NO_ERROR && one) {
                if (one->topic_cnt == 1)
                    why = one->topics[0].err;
                rd_kafka_metadata_destroy(one);
            }
            if (why != RD_KAFKA_RESP_ERR_NO_ERROR)
                missed.push_back({stream.uuid, name, why});
        }
    }
    const std::lock_guard lock(m_mutex);
    m_report.gone.insert(m_report.gone.end(), gone.begin(), gone.end());
    m_report.missed = std::move(missed);
    m_report.listed = true;
    ++m_report.lists;
    return true;
}

std::optional<archive::StoredPosition> BrokerScout::storedFor(const std::string &uuid, const PartitionId &id)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto it = m_noted.find({id, uuid}); it != m_noted.end())
            return it->second;
    }
    std::optional<archive::StoredPosition> best;
    for (const archive::StoredPosition &position : m_stored[uuid]) {
        const Lane &lane = position.lane;
        if (lane.source == m_source && lane.topic == id.first && lane.partition == id.second
            && (!best || best->lane.generation < lane.generation))
            best = position;
    }
    return best;
}

int64_t BrokerScout::fallback(const Stream &stream, const PartitionId &id, const Watermarks &marks, bool firstLook)
{
    using Kind = options::StartAt::Kind;
    if (!firstLook)
        return marks.low; // a topic or partition that came later is read from its first message
    switch (stream.start.kind) {
    case Kind::Live:
        return marks.high;
    case Kind::Resume:
    case Kind::Earliest:
        return marks.low;
    case Kind::Last:
        return marks.high - stream.start.count;
    case Kind::Time: {
        const PartitionList list(rd_kafka_topic_partition_list_new(1));
        rd_kafka_topic_partition_list_add(list.get(), id.first.c_str(), id.second)->offset = stream.start.time.us / 1000;
        if (rd_kafka_offsets_for_times(m_client, list.get(), kQuestionMs * 3) != RD_KAFKA_RESP_ERR_NO_ERROR)
            return marks.low; // rather too much than a hole
        const int64_t offset = list->elems[0].offset;
        return offset < 0 ? marks.high : offset; // RD_KAFKA_OFFSET_END: nothing that young
    }
    }
    return marks.low;
}

void BrokerScout::visit(const std::string &topic, int32_t partition, bool again)
{
    const PartitionId id{topic, partition};
    const QString name = QString::fromStdString(topic);
    std::vector<const Stream *> wanting;
    for (const Stream &stream : m_streams) {
        if ((again || !m_known.contains({id, stream.uuid})) && stream.rules.matches(name))
            wanting.push_back(&stream);
    }
    if (wanting.empty())
        return;
    Watermarks marks;
    if (rd_kafka_query_watermark_offsets(m_client, topic.c_str(), partition, &marks.low, &marks.high, kQuestionMs * 2)
        != RD_KAFKA_RESP_ERR_NO_ERROR) {
        // No leader just now: the next look tries again.
        std::erase_if(m_known, [&](const auto &known) { return known.first == id; });
        return;
    }
    Found found{.id = id, .high = marks.high, .recheck = again};
    for (const Stream *stream : wanting) {
        const bool firstLook = !m_looked.contains(stream->uuid);
        const auto stored = storedFor(stream->uuid, id);
        bool noted = false;
        {
            const std::lock_guard lock(m_mutex);
            noted = m_noted.contains({id, stream->uuid});
        }
        const bool resume = noted || stream->start.kind == options::StartAt::Kind::Resume;
        found.starts.push_back({stream->uuid, decideStart(stored, marks, resume, fallback(*stream, id, marks, firstLook))});
        found.newTopic = found.newTopic || (!firstLook && !stored && !m_partitions.contains(topic));
        m_known.insert({id, stream->uuid});
    }
    const std::lock_guard lock(m_mutex);
    m_report.found.push_back(std::move(found));
}

} // namespace tocsin::streams::kafka
