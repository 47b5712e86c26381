// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/kafka/kafkaworker.h"

#include <chrono>
#include <map>
#include <memory>
#include <set>
#include <string>

namespace tocsin::streams::kafka {

// Members end in reverse order: the helpers' threads before the client they ask.
struct KafkaWorker::Session {
    ClientHandle client;
    bool storesOffsets = false;
    int tokens = 0; // the feed's number that was looked at
    std::map<PartitionId, Reading> readings;
    std::set<PartitionId> assigned; // at the client
    std::set<PartitionId> undecided; // let go, and the scout is asked where to begin anew
    std::set<PartitionId> unresolved; // wanted, and the scout has no answer yet
    const void *lastTopic = nullptr; // of the previous message: runs of one partition are the rule
    int32_t lastPartition = -1;
    Reading *lastReading = nullptr;
    std::string source;
    bool listed = false;
    Clock::time_point probed = Clock::now();
    int lists = 0;
    int asked = 0; // the streams that the scout was given last
    int answered = 0; // those for which it has read the list
    std::unique_ptr<BrokerScout> scout;
    std::unique_ptr<FetchWaker> waker;
};

} // namespace tocsin::streams::kafka
