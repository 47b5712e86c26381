// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/watch/coincidence.h"
#include "core/watch/watchrows.h"

#include <map>
#include <memory>
#include <vector>

namespace tocsin::watch {

// Two stored rows that coincide, the later one first.
struct CoincidentPair {
    std::shared_ptr<const Alert> later;
    std::shared_ptr<const Alert> earlier;
};

// What coincidences would have said of stored rows.
struct CoincidencePreview {
    int64_t pairs = 0;
    int64_t candidates = 0; // rows that pass A or B
    int64_t withoutCircle = 0; // that pass B and tell neither a circle nor a map with cells
    std::vector<CoincidentPair> last; // ten at most, the newest first
};

// Judges the stored rows that were received since then (not valid: all), in the order in which they came, and marks nothing.
// Blocking; not on the main thread.
[[nodiscard]] Result<CoincidencePreview> previewCoincidences(archive::Archive &archive, const std::vector<Coincidence> &list, const UtcTime &since, const archive::GoOn &goOn);

// The same for all of them, and writes down in place what both say; what was noted before stays.
[[nodiscard]] Result<RowMatching> matchCoincidences(archive::Archive &archive, const std::vector<Coincidence> &list, const archive::GoOn &goOn);

// Lets the judge see the stored rows since then, so that what comes finds its mate among them.
[[nodiscard]] Outcome rememberStored(archive::Reader &reader, CoincidenceJudge &judge, const std::vector<Coincidence> &list, const UtcTime &since, const std::function<bool()> &goOn);

} // namespace tocsin::watch
