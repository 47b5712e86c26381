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
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace tocsin::streams::kafka {

using PartitionId = std::pair<std::string, int32_t>; // topic, partition

// Asks the broker the questions that block, on a thread of its own, so that the poll loop never waits: which topics
// fit, where each partition begins and ends, whether a topic is gone or was made anew. Every `refresh` it looks again,
// for assign() tells nothing of new topics and partitions; what could not be answered is asked again within a second.
// Owned by KafkaWorker; ends before the client does.
class BrokerScout
{
public:
    struct Stream {
        uint64_t run = 0; // tells a stream that was stopped and started again from itself
        std::string uuid;
        TopicRules rules;
        options::StartAt start;
        bool latestAfterGap = false;
    };
    struct Start {
        uint64_t run = 0;
        PartitionStart where;
    };
    struct Found {
        PartitionId id;
        LaneStart lane;
        Watermarks marks; // at this moment
        std::vector<Start> starts;
        bool newTopic = false; // appeared after the first look
        bool recheck = false; // answers recheck(): replaces what is being read
    };
    struct Missed { // a name that was asked for and is not there
        uint64_t run = 0;
        QString topic;
        rd_kafka_resp_err_t why;
    };
    // What a later session of the same client has to know: a topic that appears is read from its first message.
    struct Memory {
        std::map<std::string, int> topics; // all of the broker's, with their partitions
        std::set<uint64_t> looked; // runs whose first look is done
    };
    struct Report {
        std::vector<Found> found;
        std::vector<PartitionId> gone;
        std::vector<Missed> missed;
        std::set<PartitionId> unresolved; // wanted, and no answer yet where they begin and end
        std::string source; // "kafka:<cluster id>"
        bool listed = false; // the topic list has been read since start
        int lists = 0;
        int fitting = 0; // topics that a stream wants
        int answered = 0; // the number that setStreams() gave the streams for which the last list was read
        std::shared_ptr<const Memory> memory;
    };

    BrokerScout(rd_kafka_t *client, archive::Archive *archive, std::chrono::milliseconds refresh, std::shared_ptr<const Memory> before);
    ~BrokerScout();

    // Looks for these from now on, at once; nothing is asked before the first call. Report::answered says when it is done.
    int setStreams(std::vector<Stream> streams);
    // Where a stream stands now, in memory; beats what the archive says of it.
    void notePosition(const PartitionId &id, uint64_t run, const archive::StoredPosition &position);
    // The partition's place is no longer valid: decide anew from the noted positions.
    void recheck(const PartitionId &id);
    void lookNow();
    [[nodiscard]] Report take();
    // Ends soon and touches the archive no more; the destructor waits.
    void requestStop();

private:
    void run();
    [[nodiscard]] bool askName();
    void takeStreams();
    bool list(archive::Reader *reader);
    void findGone(const std::map<std::string, int> &present);
    void findMissing(const std::map<std::string, int> &present);
    void visit(const PartitionId &id, bool again, archive::Reader *reader);
    [[nodiscard]] bool readStored(const Stream &stream, archive::Reader *reader);
    [[nodiscard]] std::optional<archive::StoredPosition> ownPlace(const Stream &stream, const PartitionId &id);
    [[nodiscard]] int64_t fallback(const Stream &stream, const PartitionId &id, const Watermarks &marks, bool newborn);
    [[nodiscard]] int64_t firstSince(const PartitionId &id, const UtcTime &time, const Watermarks &marks);
    [[nodiscard]] bool stopping();

    rd_kafka_t *const m_client;
    archive::Archive *const m_archive;
    const std::chrono::milliseconds m_refresh;

    // scout's thread only
    std::vector<Stream> m_streams;
    int m_taken = 0; // their number
    std::set<std::pair<PartitionId, uint64_t>> m_known; // (partition, run) already reported
    std::set<std::pair<PartitionId, uint64_t>> m_newborn; // appeared while this run was there: read from the first message
    std::map<std::string, int> m_wanted; // partitions of topics that were found
    std::set<PartitionId> m_unresolved;
    std::set<PartitionId> m_retries; // rechecks without an answer
    Memory m_memory;
    bool m_remembers = false; // a list was read, now or in an earlier session
    std::map<uint64_t, std::vector<archive::StoredPosition>> m_stored; // by run
    std::string m_source;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stop = false;
    bool m_lookNow = false;
    std::vector<Stream> m_nextStreams;
    int m_asked = 0; // their number
    std::vector<PartitionId> m_rechecks;
    std::map<std::pair<PartitionId, uint64_t>, archive::StoredPosition> m_noted;
    Report m_report;
    std::thread m_thread; // last
};

} // namespace tocsin::streams::kafka
