// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ladder/rungs.h"
#include "core/streams/stream.h"

#include <vector>

namespace tocsin::streams::kafka {

// The rungs from the name of a broker to the first record of a stream.
[[nodiscard]] std::vector<ladder::Step> kafkaLadder(const StreamConfig &config);

} // namespace tocsin::streams::kafka
