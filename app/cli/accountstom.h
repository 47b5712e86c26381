// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/account.h"
#include "core/vault/secretbytes.h"

namespace tocsin::app {

// The parts of `accounts` that ask a TOM: each turns the event loop until it has its answer, within a bounded time.

// With the password of the account's user: its token, where the TOM honours tokens, else the password itself; says which.
[[nodiscard]] Result<vault::SecretBytes> tomSecretFor(const vault::Account &account, const vault::SecretBytes &password);
// Prints what the TOM honours, groups, and fields of its own; gives the exit code.
[[nodiscard]] int testTom(const vault::Account &account, const vault::SecretBytes &secret);
// What there is to say of a secret that was just stored, on standard error: it stays whatever the TOM says.
void sayWhatTomSays(const vault::Account &account, const vault::SecretBytes &secret);

} // namespace tocsin::app
