// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/vault/secretbytes.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace tocsin::tokens {

// What an id_token must say to belong to a sign-in (OpenID Connect Core 3.1.3.7). A plain value.
struct IdTokenWish {
    QString issuer;
    QString clientId;
    QString nonce; // empty: none was sent (device flow)
    std::optional<std::chrono::seconds> clockAhead = {}; // of ours, where the server told its time
};

// Signature by one of the provider's keys (a JWKS; RSA and elliptic curves, never "none" and no shared secret), issuer, audience,
// end, nonce. The value: who signed in (`sub`). Nothing of an id_token is used but that.
[[nodiscard]] Result<QString> checkIdToken(const vault::SecretBytes &token, const QByteArray &keys, const IdTokenWish &wish);

} // namespace tocsin::tokens
