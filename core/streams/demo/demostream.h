// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/stream.h"

namespace tocsin::demo {

// The embedded demo as a stream type: its own broker in this process, read by the ordinary Kafka consumer.
[[nodiscard]] streams::StreamType demoStreamType();

// The one stream of `tocsin demo` and of the URL `demo:`.
[[nodiscard]] streams::StreamConfig demoStreamConfig(qint64 seed, double speed, qint64 count);

} // namespace tocsin::demo
