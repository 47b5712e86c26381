// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/stream.h"

namespace tocsin::streams::kafka {

// Reads what a stream has missed, with a client of its own: a client has one place in a partition, and the live reading's
// must not move. It stores no offsets and joins no group. Packets go the usual way; beside them goes how much of the hole they
// fill, in the same transaction, so that a fetch that ends early leaves a smaller hole. What the broker has no more becomes
// a gap that says so; a topic made anew is found as the live reading finds it, and nothing of it is taken for the old one.
// Blocking, off the main thread.
[[nodiscard]] Result<FetchProgress> fetchHoles(const FetchRequest &request, const FetchTold &told);

// Where these partitions begin and end at the broker now. Blocking, off the main thread.
[[nodiscard]] Result<std::vector<LaneEnds>> laneEnds(const StreamConfig &config, const std::vector<Lane> &lanes, int timeoutMs);

} // namespace tocsin::streams::kafka
