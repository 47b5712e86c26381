// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/packet.h"

#include <vector>

namespace tocsin::services {

// The alerts in a packet, with what each inherits from its transport. A packet that cannot be read gives one with the
// reason; of one beyond every limit the first MiB is kept and the rest becomes a gap. Any thread.
[[nodiscard]] DecodedPacket decodePacket(Packet packet, std::vector<Gap> &gaps);

} // namespace tocsin::services
