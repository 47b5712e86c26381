// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/utctime.h"
#include "core/vault/secretbytes.h"

#include <QString>

#include <chrono>
#include <memory>
#include <stop_token>

namespace tocsin::tokens {

// An access token as a server gave it, and what it says of itself. A plain value.
struct Token {
    vault::SecretBytes value;
    UtcTime issued; // when it came, by our clock
    UtcTime expires; // not valid: not stated
    QString principal; // `sub`, or what the provider calls it; Kafka wants a name
    QString scope; // as granted, blanks between
};

// Where the access tokens of one account come from: a client secret, a sign-in in the browser, a SciToken on disk. Shared by
// every stream that uses the account, so that it asks the server once for all of them. Thread-safe; token() may block, so it
// is never called on the main thread.
class TokenSource
{
public:
    virtual ~TokenSource() = default;
    // Kept: the token at hand while it lives long enough. Renewed: a new one, since the server refused the last.
    enum class Want { Kept, Renewed };
    // Within `limit`, or at once when `stop` is requested (ErrorKind::Interrupted). SignInRefused means that trying again
    // without the person is of no use; errors marked retriable are worth it.
    [[nodiscard]] virtual Result<Token> token(std::chrono::milliseconds limit, std::stop_token stop, Want want = Want::Kept) = 0;
};
using TokenSourcePtr = std::shared_ptr<TokenSource>;

} // namespace tocsin::tokens
