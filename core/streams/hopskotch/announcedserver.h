// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/streams/hopskotch/externalmessage.h"
#include "core/streams/stream.h"

#include <QUrl>

#include <chrono>
#include <stop_token>

namespace tocsin::streams::hopskotch {

// The HTTP server that keeps what is too large for the broker, as the broker itself announces it: the last message of the
// topic sys.metadata (protocols 2.5). `config` has Kafka's options. Blocks, with a client of its own; never on the main thread.
[[nodiscard]] Result<QUrl> announcedServer(const StreamConfig &config, std::chrono::milliseconds limit, std::stop_token stop);

// Fetches large messages for one sign-in, and asks now and then which server is announced. Used by one thread at a time; blocks.
class ExternalFetcher
{
public:
    [[nodiscard]] Result<ExternalMessage> fetch(const StreamConfig &config, const QUrl &place, const std::stop_token &stop);

private:
    QUrl m_announced;
    std::chrono::steady_clock::time_point m_announcedAt;
};

} // namespace tocsin::streams::hopskotch
