// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/options/startat.h"
#include "core/streams/kafka/heartbeatwatch.h"
#include "core/streams/stream.h"
#include "core/streams/topicrules.h"

#include <librdkafka/rdkafka.h>

#include <chrono>
#include <map>
#include <set>
#include <string>

namespace tocsin::streams::kafka {

// Messages per second over the last few seconds. A plain value.
class RateMeter
{
public:
    void count(qint64 messages) { m_counted += messages; }
    // Call a few times a second; smooths over about three seconds.
    double update(std::chrono::steady_clock::time_point now);

private:
    qint64 m_counted = 0;
    double m_rate = 0;
    std::chrono::steady_clock::time_point m_last = std::chrono::steady_clock::now();
};

// One stream while it runs on a client: rules, counters, last status. Lives on the worker's thread.
struct StreamRun {
    StreamRun(const Assignment &assignment, uint64_t number);
    // Takes over a changed configuration; counters and places stay.
    void adopt(const Assignment &assignment);
    // Where `assignment` would have it begin.
    [[nodiscard]] static options::StartAt startOf(const Assignment &assignment);

    // A place in a partition: what the sink has taken. Carries reading over a lost session.
    using Places = std::map<std::pair<std::string, int32_t>, archive::StoredPosition>;

    struct Topic {
        TopicStatus status;
        RateMeter rate;
        HeartbeatWatch beats;
    };

    const uint64_t number; // no two runs of one worker have the same
    Assignment assignment;
    StreamRefPtr ref;
    TopicRules rules;
    options::StartAt start;
    bool latestAfterGap = false;
    bool history = false; // what comes is from before its first start
    StreamStatus status;
    RateMeter rate;
    std::map<std::string, Topic> topics;
    std::map<std::string, rd_kafka_resp_err_t> missing; // asked for and not there, not there any more, or not allowed
    std::set<std::string> gone; // of topics: were read, and the broker has them no more
    std::map<std::string, rd_kafka_resp_err_t> forbidden; // the broker refuses to hand on their messages
    Places places;
    bool changed = true; // something to tell
};

// A topic whose messages only say that the sender lives.
[[nodiscard]] bool isHeartbeatTopic(const std::string &topic);

} // namespace tocsin::streams::kafka
