// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/secretarguments.h"
#include "core/vault/account.h"

#include <optional>

namespace tocsin::app {

// The parts of `accounts` that ask a server: each turns the event loop until it has its answer, within a bounded time.

// Signs in in the browser, by a code (--device) or with the address pasted (--paste), and gives what the vault is to keep.
// Scopes and link are printed before the browser opens. The account's user becomes whoever signed in, where it names none.
[[nodiscard]] Result<vault::SecretBytes> signInHere(const CliContext &context, vault::Account &account, const vault::SecretBytes &clientSecret);
// Takes the sign-in back at its provider; what cannot be taken back is said and stays alive over there.
void takeBack(const vault::Account &account, const vault::SecretBytes &secret);
// Whether the server of the account takes it: fetches a token, or climbs to the sign-in. No server: no answer.
[[nodiscard]] std::optional<int> testAtServer(const CliContext &context, CommandVault &vault, const vault::Account &account, const vault::SecretBytes &secret);

} // namespace tocsin::app
