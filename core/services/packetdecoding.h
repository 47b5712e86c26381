// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/packet.h"

#include <memory>
#include <vector>

namespace tocsin::decoders {
class AvroSchema;
}

namespace tocsin::services {

// The alerts in a packet, with what each inherits from its transport. A packet that cannot be read gives one with the
// reason; of one beyond every limit the first MiB is kept and the rest becomes a gap. `schema`, where it is wanted,
// becomes the one that the packet was written with (null: none). Any thread.
[[nodiscard]] DecodedPacket decodePacket(Packet packet, std::vector<Gap> &gaps, std::shared_ptr<const decoders::AvroSchema> *schema = nullptr);

} // namespace tocsin::services
