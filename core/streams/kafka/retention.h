// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/kafka/rdkafkahandles.h"
#include "core/streams/stream.h"

#include <vector>

namespace tocsin::streams::kafka {

// Fills in how long the broker keeps messages (LaneEnds::keptForMs): from the topic's own setting where the credential may read
// it and time alone decides, else from the age of the oldest message of a partition that has lost some. Blocking, bounded.
void findRetention(rd_kafka_t *client, std::vector<LaneEnds> &ends, int timeoutMs);

} // namespace tocsin::streams::kafka
