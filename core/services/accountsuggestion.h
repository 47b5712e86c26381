// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/stream.h"
#include "core/vault/account.h"

#include <QStringList>

#include <vector>

namespace tocsin::services {

// Which accounts can sign in to a stream as it is filled in; the rule is accountFor(). Pure functions.
[[nodiscard]] QStringList fittingAccounts(const streams::StreamConfig &config, const std::vector<vault::Account> &accounts);
// The only one of them that is for a server of the stream; empty: there is none, or the person has to choose.
[[nodiscard]] QString accountOfItsServer(const streams::StreamConfig &config, const std::vector<vault::Account> &accounts);
[[nodiscard]] QStringList fittingKinds(const streams::StreamConfig &config);
// A new account for it, filled in as far as the stream tells.
[[nodiscard]] vault::Account suggestedAccount(const streams::StreamConfig &config);

} // namespace tocsin::services
