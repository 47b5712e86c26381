// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/streams/stream.h"

#include <QUrl>

#include <chrono>
#include <stop_token>

namespace tocsin::streams::hopskotch {

// The HTTP server that keeps what is too large for the broker, as the broker itself announces it: the last message of the
// topic sys.metadata (protocols 2.5). `config` has Kafka's options. Blocks, with a client of its own; never on the main thread.
[[nodiscard]] Result<QUrl> announcedServer(const StreamConfig &config, std::chrono::milliseconds limit, std::stop_token stop);

} // namespace tocsin::streams::hopskotch
