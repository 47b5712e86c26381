// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/stream.h"

namespace tocsin::streams::gcn {

// NASA's General Coordinates Network as a stream type: Kafka with tokens (protocols 3), its topics as families to choose from.
[[nodiscard]] StreamType gcnStreamType();

} // namespace tocsin::streams::gcn
