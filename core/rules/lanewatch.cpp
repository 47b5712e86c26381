// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/lanewatch.h"

#include <algorithm>

namespace tocsin::rules {

namespace {

constexpr int64_t kSecond = 1'000'000; // microseconds
constexpr int64_t kFirstSlack = 60 * kSecond; // the first message of a topic came a moment before we saw it
constexpr std::string_view kForm = "\x1f"; // in no topic's name
constexpr int64_t kDay = 86'400 * kSecond;

} // namespace

void LaneWatch::restore(const WatchedLane &lane)
{
    m_lanes[{lane.stream, lane.topic, lane.partition}] = {lane};
}

void LaneWatch::begin(const std::string &stream, const std::string &form, const UtcTime &now)
{
    m_forms[stream] = std::string(kForm) + form;
    Entry &entry = m_lanes[{stream, m_forms[stream], -1}];
    if (entry.lane.since.isValid())
        return;
    entry = {.lane = {.stream = stream, .topic = m_forms[stream], .since = UtcTime::fromUs(now.us - kFirstSlack)}, .moved = true};
}

bool LaneWatch::isHistory(const Alert &alert, const UtcTime &now)
{
    const UtcTime came = alert.brokerTime.isValid() ? alert.brokerTime : alert.received;
    Entry &entry = m_lanes[{alert.stream, alert.topic, alert.partition.value_or(-1)}];
    WatchedLane &lane = entry.lane;
    const bool isNew = !lane.since.isValid();
    if (isNew) {
        lane = {.stream = alert.stream, .topic = alert.topic, .partition = alert.partition.value_or(-1), .since = now};
        // An event is rare: the first message of a topic may come while the computer sleeps, long after the stream began.
        const auto form = m_forms.find(alert.stream);
        const auto begun = form == m_forms.end() ? m_lanes.end() : m_lanes.find({alert.stream, form->second, -1});
        lane.since.us = begun != m_lanes.end() ? begun->second.lane.since.us : std::max(m_start.us, now.us - kFirstSlack);
        entry.moved = true;
    }
    bool isOld = came.isValid() && (came.us < lane.since.us || came.us < now.us - kDay);
    // A topic that was made anew begins with small offsets and new stamps.
    const int64_t offset = alert.offset.value_or(-1);
    const bool isBehind = offset >= 0 && offset < lane.offset && came.isValid() && lane.stamp.isValid() && came.us < lane.stamp.us;
    isOld = isOld || isBehind;
    if (!isBehind) {
        lane.offset = offset;
        if (came.isValid() && (!lane.stamp.isValid() || came.us > lane.stamp.us))
            lane.stamp = came;
        entry.moved = true;
    }
    return isOld && !m_takesAll;
}

std::vector<WatchedLane> LaneWatch::takeMoved()
{
    std::vector<WatchedLane> moved;
    for (auto &[key, entry] : m_lanes) {
        if (entry.moved)
            moved.push_back(entry.lane);
        entry.moved = false;
    }
    return moved;
}

} // namespace tocsin::rules
