// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/kafka/partitionstart.h"

#include <algorithm>

namespace tocsin::streams::kafka {

PartitionStart decideStart(const std::optional<archive::StoredPosition> &stored, const Watermarks &marks, bool resume, int64_t fallback)
{
    PartitionStart start;
    start.generation = stored ? stored->lane.generation : 0;
    const auto gap = [](Gap::Why why, int64_t from, int64_t to) {
        Gap record;
        record.why = why;
        record.from = from;
        record.to = to;
        record.noticed = UtcTime::now();
        return record;
    };
    if (stored && stored->next > marks.high) {
        // Our place lies beyond the end: this is not the topic we read.
        start.generation = stored->lane.generation + 1;
        start.offset = start.wanted = resume ? marks.low : std::clamp(fallback, marks.low, marks.high);
        start.gap = gap(Gap::Why::TopicRecreated, stored->next, stored->next);
        return start;
    }
    if (!stored || !resume) {
        start.offset = start.wanted = std::clamp(fallback, marks.low, marks.high);
        return start;
    }
    if (stored->next < marks.low) {
        start.offset = start.wanted = marks.low;
        start.gap = gap(Gap::Why::Expired, stored->next, marks.low);
        return start;
    }
    start.offset = start.wanted = stored->next;
    if (stored->next > marks.low && stored->lastStampUs != UtcTime::kNone) {
        start.verify = true;
        start.offset = stored->next - 1;
        start.knownStampUs = stored->lastStampUs;
        start.knownHash = stored->lastHash;
    }
    return start;
}

} // namespace tocsin::streams::kafka
