// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

// Where a partition is read from, and what must be checked or recorded first (decisions 1 and 9). Pure; no broker here.
namespace tocsin::streams::kafka {

struct Watermarks {
    int64_t low = 0; // first offset still there
    int64_t high = 0; // the next to be written
};

// The last message that anybody stored of a lane. The same stamp and hash at its offset = the same topic; else the topic
// was made anew, and its offsets mean other messages.
struct LastKnown {
    int64_t offset = 0;
    int64_t stampUs = UtcTime::kNone;
    uint64_t hash = 0;
};

// What holds for a partition whoever reads it.
struct LaneStart {
    int32_t generation = 0;
    bool anew = false; // our place lies beyond the end: made anew, no need to look
    std::optional<LastKnown> probe; // look at this message before handing on any
};

// `stored`: places in this partition, of all streams and generations, from the archive and from memory.
[[nodiscard]] LaneStart decideLane(std::span<const archive::StoredPosition> stored, const Watermarks &marks);

// Where one stream begins.
struct PartitionStart {
    int64_t wanted = 0; // the first offset to hand on
    int64_t wantedAnew = 0; // the same, should the probe tell that the topic was made anew
    std::optional<int64_t> had; // it had read up to here
    std::vector<Gap> gaps; // what it missed; without stream and lane
};

// What a stream wants.
struct Wish {
    bool resume = false; // go on at its own place
    int64_t fallback = 0; // where to begin otherwise
    bool latestAfterGap = false; // behind messages that have expired: at the end, not at the oldest that is left
};

// `own`: this stream's latest place in the partition.
[[nodiscard]] PartitionStart decideStart(const LaneStart &lane, const std::optional<archive::StoredPosition> &own, const Watermarks &marks,
                                         const Wish &wish);

// The record of a topic made anew: how much of the old one was missed nobody knows.
[[nodiscard]] Gap recreatedGap(int64_t had);

} // namespace tocsin::streams::kafka
