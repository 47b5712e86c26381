// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/options/startat.h"
#include "core/streams/stream.h"
#include "core/streams/topicrules.h"

#include <librdkafka/rdkafka.h>

#include <chrono>
#include <map>
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
    explicit StreamRun(const Assignment &assignment);
    // Takes over a changed configuration; counters and places stay.
    void adopt(const Assignment &assignment);

    struct Topic {
        TopicStatus status;
        RateMeter rate;
    };

    Assignment assignment;
    StreamRefPtr ref;
    TopicRules rules;
    options::StartAt start;
    StreamStatus status;
    RateMeter rate;
    std::map<std::string, Topic> topics;
    std::map<std::string, rd_kafka_resp_err_t> missing; // asked for by name and not there
    bool restricted = false;
    std::chrono::steady_clock::time_point lastHeartbeat;
    bool changed = true; // something to tell
};

// A topic whose messages only say that the sender lives.
[[nodiscard]] bool isHeartbeatTopic(const std::string &topic);

} // namespace tocsin::streams::kafka
