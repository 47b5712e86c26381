// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/provider.h"
#include "core/tokens/tokenrequest.h"

#include <QStringList>

namespace tocsin::tokens {

// Whom to ask, as whom, for what. A plain value.
struct SignInWish {
    QString issuer;
    QString clientId;
    vault::SecretBytes clientSecret = {}; // of an installed program; empty: a public client
    QString scope = {}; // blanks between; empty: openid and what a refresh token needs
    QString loginHint = {};

    [[nodiscard]] Client client() const;
};

// What came of it. A plain value; the refresh token goes into the vault before anything else is done with it.
struct SignedIn {
    Token token;
    vault::SecretBytes refreshToken;
    QString person; // `sub`, where the provider said so
    QStringList missingScopes; // asked for and not given
};

// The scopes that are asked for: what people are shown before the browser opens.
[[nodiscard]] QStringList scopesFor(const SignInWish &wish, const Provider &provider);
// One path on this machine for each provider (RFC 8252 8.10), to be named to it as http://127.0.0.1/signin/HOST.
[[nodiscard]] QString redirectPath(const QString &issuer);

// From the answer of the token endpoint to a code of either flow: looks at the id_token, at the scope, at the refresh token. Asks
// for the provider's keys; not on the main thread.
[[nodiscard]] Result<SignedIn> concludeSignIn(const SignInWish &wish, const Provider &provider, TokenReply reply, const QString &nonce, std::stop_token stop);

// Takes back a refresh token (RFC 7009). Whoever signs out deletes it here in any case.
[[nodiscard]] Outcome revoke(const SignInWish &wish, const vault::SecretBytes &refreshToken, std::chrono::milliseconds limit, std::stop_token stop);

// It has ways of its own: a parameter in the place of the scope offline_access.
inline constexpr QStringView kGoogleIssuer = u"https://accounts.google.com";

} // namespace tocsin::tokens
