// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/utctime.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>

namespace tocsin::streams::kafka {

// How often a heartbeat topic beats, learned from the beats themselves, and whether it has stopped: three in a row are missing
// (reliability.md 76). The usual gap is the median of the last ones, by the time of receipt; a burst that was fetched late
// teaches nothing shorter than what the broker's stamps say. A plain value, used on one thread.
class HeartbeatWatch
{
public:
    using Clock = std::chrono::steady_clock;

    void beat(Clock::time_point received, const UtcTime &stamp);
    // Nothing could come before: the connection is new.
    void countFrom(Clock::time_point now);
    // Not before four beats; at least one second.
    [[nodiscard]] std::optional<Clock::duration> interval() const;
    [[nodiscard]] bool hasStopped(Clock::time_point now) const;

private:
    static constexpr size_t kMostGaps = 15;
    std::array<Clock::duration, kMostGaps> m_gaps = {}; // a ring
    size_t m_count = 0; // gaps ever learned
    std::optional<Clock::time_point> m_last; // the last beat
    Clock::time_point m_since; // silence counts from here
    UtcTime m_lastStamp;
};

} // namespace tocsin::streams::kafka
