// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/format.h"

namespace tocsin::decoders {

[[nodiscard]] const TreeFormat &gcnNotice();
[[nodiscard]] const TreeFormat &gcnCircular();
[[nodiscard]] const TreeFormat &gwAlert();
[[nodiscard]] const ByteFormat &textNotice();
[[nodiscard]] const ByteFormat &binaryNotice();
[[nodiscard]] const ByteFormat &circularText();
[[nodiscard]] const TreeFormat &circularHeader();
[[nodiscard]] const ByteFormat &voEvent();
[[nodiscard]] const TreeFormat &voEventJson();

} // namespace tocsin::decoders
