// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/stream.h"
#include "core/vault/account.h"

#include <optional>
#include <vector>

namespace tocsin::services {

// The stream that an account is for, where its server tells: Hopskotch for one at SCiMMA, GCN for a client of one of its domains.
// With a free name, not added to anything; nothing where its server serves many things, or where a stream uses it already.
// Pure; any thread.
[[nodiscard]] std::optional<streams::StreamConfig> streamFor(const vault::Account &account, const std::vector<streams::StreamConfig> &streams);

// The same as a line for the command line: tocsin streams add TYPE NAME key=value…
[[nodiscard]] QString addCommand(const streams::StreamConfig &config);

} // namespace tocsin::services
