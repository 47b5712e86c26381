// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace tocsin::decoders {

// GCN's numbers of its classic notices (nasa-gcn/pygcn: gcn/notice_types.py), as binary packets and the Packet_Type of
// VOEvents have them. "": no such number.
[[nodiscard]] std::string_view noticeTypeName(int64_t number);

// Packets that say only that the line is alive.
[[nodiscard]] bool isAliveType(int64_t number);
// Tests by their type.
[[nodiscard]] bool isTestType(int64_t number);
// Where a spacecraft or its telescope looks; no place of a source.
[[nodiscard]] bool isPointingType(int64_t number);

} // namespace tocsin::decoders
