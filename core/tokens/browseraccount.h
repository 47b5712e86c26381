// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/cachedtokens.h"
#include "core/tokens/provider.h"
#include "core/tokens/storedgrant.h"
#include "core/vault/secretslot.h"

namespace tocsin::tokens {

// Tokens of an account that somebody signed in to in the browser. A provider that rotates its refresh tokens (RFC 9700 4.14)
// gives a new one with each access token and takes the use of an old one for theft: so one refresh at a time among all threads
// and programs (a lock file), with the refresh token that the vault holds at that moment, and the new one is in the vault
// before the access token is given to anybody. A grant that has ended is not tried again until the vault holds another.
class BrowserAccount final : public CachedTokens
{
public:
    struct Settings {
        QString name; // of the account
        QString issuer;
        QString clientId;
        QString lockFile;
        std::shared_ptr<vault::SecretSlot> secret;
        std::chrono::milliseconds limit{20'000}; // of one request
        std::chrono::milliseconds lockLimit{40'000}; // while another program refreshes
    };
    explicit BrowserAccount(Settings settings);

private:
    [[nodiscard]] Fetched fetch(std::stop_token ending) override;
    [[nodiscard]] Fetched refresh(std::stop_token ending);
    [[nodiscard]] Outcome store(const StoredGrant &grant);
    [[nodiscard]] Error ended() const;

    const Settings m_settings;
    // Only fetch() touches these, and never twice at once.
    std::optional<Provider> m_provider;
    vault::SecretBytes m_ended; // the refresh token that is good no more
    std::optional<StoredGrant> m_unstored; // new, and the vault would not take it
    vault::SecretBytes m_before; // what the vault held then
};

} // namespace tocsin::tokens
