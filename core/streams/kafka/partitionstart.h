// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/domain/packet.h"
#include "core/options/startat.h"

#include <optional>

namespace tocsin::streams::kafka {

// Where a partition is to be read from, and what must be checked or recorded first. Pure; no broker here.
struct PartitionStart {
    int64_t offset = 0; // assign here
    int64_t wanted = 0; // the first offset to hand on; less than `offset` never
    int32_t generation = 0;
    // The message at `offset` is the last one we had: same stamp and hash = same topic, else it was made anew.
    bool verify = false;
    int64_t knownStampUs = UtcTime::kNone;
    uint64_t knownHash = 0;
    std::optional<Gap> gap; // without stream and lane
};

struct Watermarks {
    int64_t low = 0; // first offset still there
    int64_t high = 0; // the next to be written
};

// decisions 1 and 9. `stored` is what the archive holds of this lane in its latest generation; `resume` whether to go
// on there; `fallback` where to begin otherwise.
[[nodiscard]] PartitionStart decideStart(const std::optional<archive::StoredPosition> &stored, const Watermarks &marks, bool resume,
                                         int64_t fallback);

} // namespace tocsin::streams::kafka
