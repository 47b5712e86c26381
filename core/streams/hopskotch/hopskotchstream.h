// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/stream.h"

namespace tocsin::streams::hopskotch {

// SCiMMA's Hopskotch as a stream type: Kafka with SCRAM over TLS, topics of many senders, messages in the formats of its
// header `_format` (protocols 2).
[[nodiscard]] StreamType hopskotchStreamType();

// Whether a stream is one of Hopskotch that wants what was too large for the broker.
[[nodiscard]] bool fetchesExternal(const StreamConfig &config);

} // namespace tocsin::streams::hopskotch
