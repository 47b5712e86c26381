// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alert.h"

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace tocsin::rules {

// A topic's partition as one stream has read it so far. A plain value.
struct WatchedLane {
    std::string stream;
    std::string topic; // begins with kForm: not a partition, but the stream in one form of its settings
    int64_t partition = -1;
    UtcTime since; // seen first
    int64_t offset = -1; // the highest so far
    UtcTime stamp; // the newest of the broker's so far
};

// Tells what comes just now from history, which alarms nobody: what a stream reads from before its first start, what was missed
// and is fetched later, and what is older than a day. What piled up while the computer slept is news. A value; on one thread.
class LaneWatch
{
public:
    explicit LaneWatch(const UtcTime &start) : m_start(start) {}
    void restore(const WatchedLane &lane);
    // The stream is read from now on, in this form of its settings: what stood at the broker before is history for it, also in
    // partitions that have not said anything yet. When it has begun in this form before, it is from then on.
    void begin(const std::string &stream, const std::string &form, const UtcTime &now);
    // A person named where reading begins: what comes from there is what they want to hear of.
    void takeAll(bool all) { m_takesAll = all; }
    // In the order of rows.
    [[nodiscard]] bool isHistory(const Alert &alert, const UtcTime &now);
    // Those that have moved since the last time.
    [[nodiscard]] std::vector<WatchedLane> takeMoved();

private:
    struct Entry {
        WatchedLane lane;
        bool moved = false;
    };
    UtcTime m_start;
    bool m_takesAll = false;
    std::map<std::string, std::string> m_forms; // by stream: how it is read now
    std::map<std::tuple<std::string, std::string, int64_t>, Entry> m_lanes;
};

} // namespace tocsin::rules
