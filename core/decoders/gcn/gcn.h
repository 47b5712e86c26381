// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/format.h"

namespace tocsin::decoders {

[[nodiscard]] const TreeFormat &gcnNotice();
[[nodiscard]] const TreeFormat &gcnCircular();
[[nodiscard]] const TreeFormat &gwAlert();

} // namespace tocsin::decoders
