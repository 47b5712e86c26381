// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/options/startat.h"
#include "core/streams/kafka/partitionstart.h"
#include "core/streams/kafka/rdkafkahandles.h"
#include "core/streams/topicrules.h"

#include <QStringList>

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace tocsin::streams::kafka {

using PartitionId = std::pair<std::string, int32_t>; // topic, partition

// Asks the broker the questions that block, on a thread of its own, so that the poll loop never waits: which topics
// fit, where each partition begins and ends, whether a topic is gone or was made anew. Every `refresh` it looks again,
// for assign() tells nothing of new topics and partitions. Owned by KafkaWorker; ends before the client does.
class BrokerScout
{
public:
    struct Stream {
        std::string uuid;
        TopicRules rules;
        options::StartAt start;
    };
    struct Start {
        std::string uuid;
        PartitionStart where;
    };
    struct Found {
        PartitionId id;
        std::vector<Start> starts;
        int64_t high = 0; // the end at this moment
        bool newTopic = false; // appeared after the first look
        bool recheck = false; // answers recheck(): replaces what is being read
    };
    struct Missed { // a name that was asked for and is not there
        std::string uuid;
        QString topic;
        rd_kafka_resp_err_t why;
    };
    struct Report {
        std::vector<Found> found;
        std::vector<PartitionId> gone;
        std::vector<Missed> missed;
        std::string source; // "kafka:<cluster id>"
        bool listed = false; // the topic list has been read since start
        int lists = 0;
    };

    BrokerScout(rd_kafka_t *client, archive::Archive *archive, std::chrono::milliseconds refresh);
    ~BrokerScout();

    void setStreams(std::vector<Stream> streams);
    // Where a stream stands now, in memory; beats what the archive said at start.
    void notePosition(const PartitionId &id, const std::string &uuid, const archive::StoredPosition &position);
    // The partition's place is no longer valid: decide anew from the noted positions.
    void recheck(const PartitionId &id);
    void lookNow();
    [[nodiscard]] Report take();

private:
    void run();
    void readStored();
    bool list();
    void visit(const std::string &topic, int32_t partition, bool again);
    [[nodiscard]] std::optional<archive::StoredPosition> storedFor(const std::string &uuid, const PartitionId &id);
    [[nodiscard]] int64_t fallback(const Stream &stream, const PartitionId &id, const Watermarks &marks, bool firstLook);
    [[nodiscard]] bool stopping();

    rd_kafka_t *const m_client;
    archive::Archive *const m_archive;
    const std::chrono::milliseconds m_refresh;

    // scout's thread only
    std::vector<Stream> m_streams;
    std::set<std::pair<PartitionId, std::string>> m_known; // (partition, stream) already reported
    std::map<std::string, int> m_partitions; // of known topics
    std::set<std::string> m_looked; // streams whose first look is done
    std::map<std::string, std::vector<archive::StoredPosition>> m_stored; // by stream
    std::set<std::string> m_storedRead;
    std::string m_source;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stop = false;
    bool m_lookNow = true;
    std::vector<Stream> m_nextStreams;
    bool m_streamsChanged = false;
    std::vector<PartitionId> m_rechecks;
    std::map<std::pair<PartitionId, std::string>, archive::StoredPosition> m_noted;
    Report m_report;
    std::thread m_thread; // last
};

} // namespace tocsin::streams::kafka
