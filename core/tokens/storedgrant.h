// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/secretbytes.h"

namespace tocsin::tokens {

// What the vault keeps of a sign-in in the browser: the refresh token, and the "secret" that some providers give with an
// installed program (Google; RFC 8252 8.5: it is none, but it must be sent). One line: the refresh token as it stands, or a
// JSON object. A plain value.
struct StoredGrant {
    vault::SecretBytes refreshToken;
    vault::SecretBytes clientSecret = {};
};
[[nodiscard]] vault::SecretBytes toSecret(const StoredGrant &grant);
[[nodiscard]] StoredGrant fromSecret(const vault::SecretBytes &secret);

} // namespace tocsin::tokens
