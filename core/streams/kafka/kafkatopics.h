// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/stream.h"

namespace tocsin::streams::kafka {

// The topics that this credential may see; asks a client of its own. Blocking, off the main thread.
[[nodiscard]] Result<std::vector<TopicInfo>> listTopics(const StreamConfig &config, bool withTimes, int timeoutMs);

} // namespace tocsin::streams::kafka
