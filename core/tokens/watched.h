// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <stop_token>

namespace tocsin::tokens {

// What a TokenSource is as well when somebody else renews its tokens (a file that another program writes): worth a look
// long before it would be asked again. Thread-safe.
class Watched
{
public:
    virtual ~Watched() = default;
    // Blocks until there may be another token than token() last gave; false: not within `limit`, or `stop` was requested.
    [[nodiscard]] virtual bool waitForNews(std::chrono::milliseconds limit, std::stop_token stop) = 0;
};

} // namespace tocsin::tokens
