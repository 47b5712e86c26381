// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/cachedtokens.h"

namespace tocsin::tokens {

// Tokens for a client with a secret (RFC 6749 4.4), asked for as GCN's own client does it: the secret in a Basic header, a form
// of nothing but the grant's name, and the scope where the account names one.
class ClientCredentials final : public CachedTokens
{
public:
    struct Settings {
        QUrl endpoint;
        QString clientId;
        vault::SecretBytes secret;
        QString scope;
        std::chrono::milliseconds limit{15'000}; // of one request
    };
    explicit ClientCredentials(Settings settings) : m_settings(std::move(settings)) {}

    // Where the tokens of a GCN domain are fetched, for a server in it; empty: none of GCN's.
    [[nodiscard]] static QUrl gcnEndpoint(const QString &host);

private:
    [[nodiscard]] Fetched fetch(std::stop_token ending) override;

    const Settings m_settings;
};

} // namespace tocsin::tokens
