// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/stream.h"
#include "core/vault/account.h"

#include <functional>
#include <vector>

namespace tocsin::services {

// How a stream and an account come together: which one, what of it goes into the options, its secret last. Pure functions.

// The name in the stream's option `account`; empty: none is named.
[[nodiscard]] QString namedAccount(const streams::StreamConfig &config);
// The named account, or for a stream that names none (a URL) the only one with its user at one of its servers; null: none.
// An account that is named and missing, or of a kind the stream cannot use, is an error.
[[nodiscard]] Result<const vault::Account *> accountFor(const streams::StreamConfig &config, const std::vector<vault::Account> &accounts);
// Whether an account fetches tokens, and whether a stream signs in with them (tokensources.h) and not with a password.
[[nodiscard]] bool givesTokens(const vault::Account &account);
[[nodiscard]] bool wantsTokens(const streams::StreamConfig &config);
// What stands in the marker file: user and, where the stream chooses none, the mechanism. For the run only, never stored.
void applyAccount(streams::StreamConfig &config, const vault::Account &account);
void applySecret(streams::StreamConfig &config, const vault::SecretBytes &secret);
// What an earlier sign-in gave stays with a config that names the same account.
void keepSignIn(streams::StreamConfig &config, const streams::StreamConfig &before);
// Whether its account has still to be asked for.
[[nodiscard]] bool lacksSignIn(const streams::StreamConfig &config);
// Gives the config back with user and secret, or the tokens, of its account in it; answered once, on the main thread, within a bounded time.
using SignIn = std::function<void(const streams::StreamConfig &, std::function<void(Result<streams::StreamConfig>)>)>;
// Names of the streams that use it, explicitly.
[[nodiscard]] QStringList streamsUsing(const QString &account, const std::vector<streams::StreamConfig> &streams);

} // namespace tocsin::services
