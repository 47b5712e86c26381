// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/packet.h"

#include <librdkafka/rdkafka.h>

namespace tocsin::streams::kafka {

// A message as it came, without a stream; its views look into the message's memory.
[[nodiscard]] Packet packetOf(const rd_kafka_message_t &message, const LanePtr &lane);

} // namespace tocsin::streams::kafka
