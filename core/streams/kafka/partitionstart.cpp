// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/kafka/partitionstart.h"

#include <algorithm>

namespace tocsin::streams::kafka {

LaneStart decideLane(std::span<const archive::StoredPosition> stored, const Watermarks &marks)
{
    LaneStart lane;
    for (const archive::StoredPosition &position : stored)
        lane.generation = std::max(lane.generation, position.lane.generation);
    int64_t next = 0;
    const archive::StoredPosition *last = nullptr;
    for (const archive::StoredPosition &position : stored) {
        if (position.lane.generation != lane.generation)
            continue;
        next = std::max(next, position.next);
        if (position.lastStampUs != UtcTime::kNone && (!last || last->next < position.next))
            last = &position;
    }
    if (next > marks.high) {
        ++lane.generation;
        lane.anew = true;
    } else if (last && last->next > marks.low) {
        lane.probe = LastKnown{last->next - 1, last->lastStampUs, last->lastHash};
    }
    return lane;
}

namespace {

Gap gapOf(Gap::Why why, int64_t from, int64_t to)
{
    Gap gap;
    gap.why = why;
    gap.from = from;
    gap.to = to;
    gap.noticed = UtcTime::now();
    return gap;
}

} // namespace

Gap recreatedGap(int64_t had)
{
    return gapOf(Gap::Why::TopicRecreated, had, had);
}

PartitionStart decideStart(const LaneStart &lane, const std::optional<archive::StoredPosition> &own, const Watermarks &marks, const Wish &wish)
{
    PartitionStart start;
    const int64_t elsewhere = std::clamp(wish.fallback, marks.low, marks.high);
    start.wantedAnew = wish.resume ? marks.low : elsewhere;
    start.wanted = elsewhere;
    if (!own)
        return start;
    start.had = own->next;
    if (own->lane.generation < lane.generation) {
        start.wanted = start.wantedAnew;
        start.gaps.push_back(recreatedGap(own->next));
        return start;
    }
    if (wish.resume && own->next >= marks.low)
        start.wanted = std::min(own->next, marks.high);
    else if (wish.resume)
        start.wanted = wish.latestAfterGap ? marks.high : marks.low;
    // What lies between is missed: gone at the broker, or still there and left out on purpose.
    const int64_t gone = std::min(marks.low, start.wanted);
    if (own->next < gone)
        start.gaps.push_back(gapOf(Gap::Why::Expired, own->next, gone));
    if (const int64_t left = std::max(own->next, marks.low); left < start.wanted)
        start.gaps.push_back(gapOf(Gap::Why::Skipped, left, start.wanted));
    return start;
}

} // namespace tocsin::streams::kafka
