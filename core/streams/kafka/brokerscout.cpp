// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/kafka/brokerscout.h"

#include "core/base/logging.h"
#include "core/streams/kafka/streamrun.h"

#include <algorithm>

namespace tocsin::streams::kafka {

namespace {

constexpr int kQuestionMs = 1'000; // one question; the loop asks again
constexpr int64_t kRecentUs = 24LL * 3'600 * 1'000'000; // of a first start (decisions 15)
constexpr int kRecentCount = 20; // of a topic, where the day has fewer
constexpr std::chrono::seconds kSoon(1); // until the next try of what got no answer

} // namespace

BrokerScout::BrokerScout(rd_kafka_t *client, archive::Archive *archive, std::chrono::milliseconds refresh, std::shared_ptr<const Memory> before)
    : m_client(client), m_archive(archive), m_refresh(refresh), m_memory(before ? *before : Memory{}), m_remembers(before != nullptr),
      m_thread([this] { run(); })
{
}

BrokerScout::~BrokerScout()
{
    requestStop();
    m_thread.join();
}

void BrokerScout::requestStop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
}

int BrokerScout::setStreams(std::vector<Stream> streams)
{
    int asked = 0;
    {
        const std::lock_guard lock(m_mutex);
        m_nextStreams = std::move(streams);
        asked = ++m_asked;
        m_lookNow = true;
    }
    m_wake.notify_all();
    return asked;
}

void BrokerScout::notePosition(const PartitionId &id, uint64_t run, const archive::StoredPosition &position)
{
    const std::lock_guard lock(m_mutex);
    m_noted[{id, run}] = position;
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
    {
        // A list read for nobody would say of every stream that no topic fits it.
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_stop || m_asked > 0; });
    }
    auto nextLook = Clock::now();
    for (;;) {
        std::vector<PartitionId> rechecks;
        bool look = false;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait_until(lock, nextLook, [this] { return m_stop || m_lookNow || !m_rechecks.empty(); });
            if (m_stop)
                return;
            if (m_taken != m_asked) {
                m_taken = m_asked;
                m_streams = m_nextStreams;
                takeStreams();
            }
            rechecks = std::exchange(m_rechecks, {});
            look = std::exchange(m_lookNow, false) || Clock::now() >= nextLook;
        }
        rechecks.insert(rechecks.end(), m_retries.begin(), m_retries.end());
        m_retries.clear();
        std::unique_ptr<archive::Reader> reader;
        bool ready = askName();
        if (ready && m_archive && !stopping()) {
            Result<std::unique_ptr<archive::Reader>> opened = m_archive->reader();
            // Without the archive's word nobody may begin anywhere: an error is not an empty archive.
            ready = opened.ok() || opened.error().kind == ErrorKind::NotFound; // nothing is kept (--no-archive)
            if (opened)
                reader = std::move(opened).value();
            else if (!ready)
                qCWarning(lcKafka, "stored positions could not be read: %s", qPrintable(opened.error().message));
        }
        if (!ready) {
            m_retries.insert(rechecks.begin(), rechecks.end());
            nextLook = Clock::now() + std::chrono::milliseconds(200);
            continue;
        }
        for (const PartitionId &id : rechecks) {
            if (stopping())
                return;
            visit(id, true, reader.get());
        }
        if (look) {
            const bool all = list(reader.get()) && m_unresolved.empty() && m_retries.empty();
            // Soon again while the broker does not answer, else at the person's or the usual interval.
            nextLook = Clock::now() + (all ? m_refresh : std::min<std::chrono::milliseconds>(m_refresh, kSoon));
        } else if (!m_retries.empty()) {
            nextLook = std::min(nextLook, Clock::now() + kSoon);
        }
    }
}

// The cluster's own name; every position hangs on it.
bool BrokerScout::askName()
{
    if (!m_source.empty())
        return true;
    char *id = rd_kafka_clusterid(m_client, kQuestionMs);
    if (!id)
        return false;
    m_source = std::string("kafka:") + id;
    rd_kafka_mem_free(m_client, id);
    const std::lock_guard lock(m_mutex);
    m_report.source = m_source;
    return true;
}

// With the lock held: forgets runs that are gone, and topics that a run no longer wants.
void BrokerScout::takeStreams()
{
    const auto wanted = [this](const PartitionId &id, uint64_t run) {
        return std::ranges::any_of(m_streams, [&](const Stream &stream) {
            return stream.run == run && stream.rules.matches(QString::fromStdString(id.first));
        });
    };
    const auto there = [this](uint64_t run) { return std::ranges::find(m_streams, run, &Stream::run) != m_streams.end(); };
    std::erase_if(m_known, [&](const auto &known) { return !wanted(known.first, known.second); });
    std::erase_if(m_newborn, [&](const auto &born) { return !wanted(born.first, born.second); });
    std::erase_if(m_noted, [&](const auto &noted) { return !there(noted.first.second); });
    std::erase_if(m_stored, [&](const auto &stored) { return !there(stored.first); });
    std::erase_if(m_memory.looked, [&](uint64_t run) { return !there(run); });
}

bool BrokerScout::list(archive::Reader *reader)
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
    m_unresolved.clear();
    for (const auto &[topic, partitions] : present) {
        const QString name = QString::fromStdString(topic);
        const auto before = m_memory.topics.find(topic);
        const int old = !m_remembers ? partitions : before == m_memory.topics.end() ? 0 : before->second;
        bool wanted = false;
        for (const Stream &stream : m_streams) {
            if (!stream.rules.matches(name))
                continue;
            wanted = true;
            for (int32_t partition = old; partition < partitions && m_memory.looked.contains(stream.run); ++partition)
                m_newborn.insert({{topic, partition}, stream.run});
        }
        if (wanted)
            m_wanted[topic] = partitions;
        for (int32_t partition = 0; wanted && partition < partitions; ++partition) {
            if (stopping())
                return true;
            visit({topic, partition}, false, reader);
        }
    }
    m_memory.topics = present;
    m_remembers = true;
    findGone(present);
    findMissing(present);
    for (const Stream &stream : m_streams)
        m_memory.looked.insert(stream.run);
    const std::lock_guard lock(m_mutex);
    m_report.unresolved = m_unresolved;
    m_report.memory = std::make_shared<const Memory>(m_memory);
    m_report.listed = true;
    m_report.answered = m_taken;
    m_report.fitting = static_cast<int>(m_wanted.size());
    ++m_report.lists;
    return true;
}

void BrokerScout::findGone(const std::map<std::string, int> &present)
{
    std::vector<PartitionId> gone;
    for (auto it = m_wanted.begin(); it != m_wanted.end();) {
        if (present.contains(it->first)) {
            ++it;
            continue;
        }
        for (int32_t partition = 0; partition < it->second; ++partition)
            gone.emplace_back(it->first, partition);
        std::erase_if(m_known, [&](const auto &known) { return known.first.first == it->first; });
        it = m_wanted.erase(it);
    }
    const std::lock_guard lock(m_mutex);
    m_report.gone.insert(m_report.gone.end(), gone.begin(), gone.end());
}

void BrokerScout::findMissing(const std::map<std::string, int> &present)
{
    std::vector<Missed> missed;
    for (const Stream &stream : m_streams) {
        for (const QString &name : stream.rules.exactNames()) {
            if (present.contains(name.toStdString()) || stopping())
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
                missed.push_back({stream.run, name, why});
        }
    }
    const std::lock_guard lock(m_mutex);
    m_report.missed = std::move(missed);
}

bool BrokerScout::readStored(const Stream &stream, archive::Reader *reader)
{
    if (m_stored.contains(stream.run))
        return true;
    std::vector<archive::StoredPosition> positions;
    if (reader) {
        Result<std::vector<archive::StoredPosition>> read = reader->positions(stream.uuid);
        if (!read)
            return false;
        positions = std::move(read).value();
    }
    m_stored.emplace(stream.run, std::move(positions));
    return true;
}

std::optional<archive::StoredPosition> BrokerScout::ownPlace(const Stream &stream, const PartitionId &id)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto it = m_noted.find({id, stream.run}); it != m_noted.end())
            return it->second;
    }
    std::optional<archive::StoredPosition> best;
    for (const archive::StoredPosition &position : m_stored[stream.run]) {
        const Lane &lane = position.lane;
        if (lane.source == m_source && lane.topic == id.first && lane.partition == id.second
            && (!best || best->lane.generation < lane.generation))
            best = position;
    }
    return best;
}

int64_t BrokerScout::fallback(const Stream &stream, const PartitionId &id, const Watermarks &marks, bool newborn)
{
    using Kind = options::StartAt::Kind;
    if (newborn)
        return marks.low;
    switch (stream.start.kind) {
    case Kind::Live:
        return marks.high;
    case Kind::Resume:
    case Kind::Earliest:
        return marks.low;
    case Kind::Last:
        return marks.high - stream.start.count;
    case Kind::Recent: {
        if (isHeartbeatTopic(id.first))
            return marks.high; // of beats only the next one tells anything
        const int partitions = std::max(1, m_wanted[id.first]);
        const int64_t day = firstSince(id, UtcTime::fromUs(UtcTime::now().us - kRecentUs), marks);
        return std::min(day, marks.high - (kRecentCount + partitions - 1) / partitions);
    }
    case Kind::Time:
        return firstSince(id, stream.start.time, marks);
    }
    return marks.low;
}

// The first message of this time or later; the end where nothing is that young.
int64_t BrokerScout::firstSince(const PartitionId &id, const UtcTime &time, const Watermarks &marks)
{
    const PartitionList list(rd_kafka_topic_partition_list_new(1));
    rd_kafka_topic_partition_list_add(list.get(), id.first.c_str(), id.second)->offset = time.us / 1000;
    if (rd_kafka_offsets_for_times(m_client, list.get(), kQuestionMs * 2) != RD_KAFKA_RESP_ERR_NO_ERROR)
        return marks.low; // rather too much than a hole
    const int64_t offset = list->elems[0].offset;
    return offset < 0 ? marks.high : offset; // RD_KAFKA_OFFSET_END
}

void BrokerScout::visit(const PartitionId &id, bool again, archive::Reader *reader)
{
    const QString name = QString::fromStdString(id.first);
    std::vector<const Stream *> wanting;
    for (const Stream &stream : m_streams) {
        if ((again || !m_known.contains({id, stream.run})) && stream.rules.matches(name))
            wanting.push_back(&stream);
    }
    if (wanting.empty())
        return;
    const auto later = [&] {
        if (again)
            m_retries.insert(id);
        else
            m_unresolved.insert(id);
    };
    Found found{.id = id, .recheck = again};
    if (rd_kafka_query_watermark_offsets(m_client, id.first.c_str(), id.second, &found.marks.low, &found.marks.high, kQuestionMs * 2)
        != RD_KAFKA_RESP_ERR_NO_ERROR)
        return later(); // no leader just now
    std::vector<archive::StoredPosition> places;
    if (reader) {
        Result<std::vector<archive::StoredPosition>> stored = reader->lanePositions(m_source, id.first, id.second);
        if (!stored)
            return later();
        places = std::move(stored).value();
    }
    {
        const std::lock_guard lock(m_mutex);
        for (const auto &[key, position] : m_noted) {
            if (key.first == id)
                places.push_back(position);
        }
    }
    found.lane = decideLane(places, found.marks);
    for (const Stream *stream : wanting) {
        if (!readStored(*stream, reader))
            return later();
        bool noted = false;
        {
            const std::lock_guard lock(m_mutex);
            noted = m_noted.contains({id, stream->run});
        }
        const bool newborn = m_newborn.contains({id, stream->run});
        const bool resume = noted || stream->start.kind == options::StartAt::Kind::Resume || stream->start.kind == options::StartAt::Kind::Recent;
        found.starts.push_back({stream->run, decideStart(found.lane, ownPlace(*stream, id), found.marks,
                                                         {.resume = resume,
                                                          .fallback = fallback(*stream, id, found.marks, newborn),
                                                          .latestAfterGap = stream->latestAfterGap})});
        found.newTopic = found.newTopic || (newborn && m_remembers && !m_memory.topics.contains(id.first));
    }
    for (const Stream *stream : wanting)
        m_known.insert({id, stream->run});
    const std::lock_guard lock(m_mutex);
    m_report.found.push_back(std::move(found));
}

} // namespace tocsin::streams::kafka
