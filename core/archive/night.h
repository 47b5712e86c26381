// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/packet.h"

#include <cstdint>

namespace tocsin::archive {

// Number of the night that a packet belongs to: the day of the UTC noon that began it, from the broker's stamp, never from
// arrival (decisions.md 3).
[[nodiscard]] inline int64_t nightOf(const Packet &packet)
{
    constexpr int64_t kDayUs = 86'400'000'000;
    const int64_t us = packet.brokerTime.isValid() ? packet.brokerTime.us : packet.received.us;
    const int64_t shifted = us - kDayUs / 2;
    return shifted >= 0 ? shifted / kDayUs : -((kDayUs - 1 - shifted) / kDayUs);
}

} // namespace tocsin::archive
