// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <stop_token>

namespace tocsin::tokens {

// What an OpenID provider says of itself at its discovery address (OpenID Connect Discovery 1.0, RFC 8414). A plain value.
struct Provider {
    QString issuer; // as the account has it, which is what the provider says
    QUrl authorization;
    QUrl token;
    QUrl device; // empty: no device flow
    QUrl revocation; // empty: nothing to revoke at
    QUrl keys;
    bool namesItself = false; // `iss` comes with each redirection (RFC 9207)
    bool givesIdTokens = false; // speaks OpenID Connect and not OAuth alone
};

// From the document. Refused: another issuer than the configured one, addresses that are not https, no S256.
[[nodiscard]] Result<Provider> readProvider(const QByteArray &document, const QString &issuer);
// Asks for it and waits; not on the main thread.
[[nodiscard]] Result<Provider> discover(const QString &issuer, std::chrono::milliseconds limit, std::stop_token stop);

} // namespace tocsin::tokens
