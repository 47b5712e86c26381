// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/kafka/heartbeatwatch.h"

#include <algorithm>

namespace tocsin::streams::kafka {

using namespace std::chrono_literals;

namespace {

constexpr size_t kFewestGaps = 3;
constexpr HeartbeatWatch::Clock::duration kShortest = 1s; // a faster sender is watched as if it beat once a second
constexpr HeartbeatWatch::Clock::duration kLongest = 1h; // a stamp may be anything
constexpr uint64_t kLongestUs = std::chrono::duration_cast<std::chrono::microseconds>(kLongest).count();
constexpr auto kBurst = 100ms; // without stamps, beats this near to each other were waiting somewhere

} // namespace

void HeartbeatWatch::beat(Clock::time_point received, const UtcTime &stamp)
{
    if (m_last) {
        Clock::duration gap = received - *m_last;
        const bool stamped = stamp.isValid() && m_lastStamp.isValid();
        if (stamped && stamp.us > m_lastStamp.us) {
            const uint64_t between = static_cast<uint64_t>(stamp.us) - static_cast<uint64_t>(m_lastStamp.us);
            gap = std::max<Clock::duration>(gap, std::chrono::microseconds(static_cast<int64_t>(std::min(between, kLongestUs))));
        }
        if (stamped || gap >= kBurst)
            m_gaps[m_count++ % kMostGaps] = std::clamp(gap, kShortest, kLongest);
    }
    m_last = received;
    m_lastStamp = stamp;
    m_since = std::max(m_since, received);
}

void HeartbeatWatch::countFrom(Clock::time_point now)
{
    m_since = std::max(m_since, now);
}

std::optional<HeartbeatWatch::Clock::duration> HeartbeatWatch::interval() const
{
    if (m_count < kFewestGaps)
        return std::nullopt;
    auto gaps = m_gaps;
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(std::min(m_count, kMostGaps) / 2);
    std::nth_element(gaps.begin(), middle, gaps.begin() + static_cast<std::ptrdiff_t>(std::min(m_count, kMostGaps)));
    return *middle;
}

bool HeartbeatWatch::hasStopped(Clock::time_point now) const
{
    const auto usual = interval();
    return usual && m_last && now - m_since > *usual * 7 / 2; // half a beat for the way
}

} // namespace tocsin::streams::kafka
