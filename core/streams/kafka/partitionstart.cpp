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

Gap recreatedGap(int64_t had)
{
    Gap gap;
    gap.why = Gap::Why::TopicRecreated;
    gap.from = gap.to = had;
    gap.noticed = UtcTime::now();
    return gap;
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
        start.gap = recreatedGap(own->next);
    } else if (wish.resume && own->next < marks.low) {
        start.wanted = wish.latestAfterGap ? marks.high : marks.low;
        Gap gap;
        gap.why = Gap::Why::Expired;
        gap.from = own->next;
        gap.to = start.wanted;
        gap.noticed = UtcTime::now();
        start.gap = gap;
    } else if (wish.resume) {
        start.wanted = std::min(own->next, marks.high);
    }
    return start;
}

} // namespace tocsin::streams::kafka
