// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/storedgrant.h"

#include <nlohmann/json.hpp>

namespace tocsin::tokens {

using Json = nlohmann::json;
using vault::SecretBytes;

namespace {

constexpr const char *kRefresh = "refresh_token";
constexpr const char *kClient = "client_secret";

} // namespace

SecretBytes toSecret(const StoredGrant &grant)
{
    if (grant.clientSecret.isEmpty() && !grant.refreshToken.view().starts_with('{'))
        return grant.refreshToken;
    std::string text = Json{{kRefresh, std::string(grant.refreshToken.view())}, {kClient, std::string(grant.clientSecret.view())}}.dump(-1, ' ', true, Json::error_handler_t::replace);
    SecretBytes secret{std::string_view(text)};
    vault::wipe(text.data(), text.size());
    return secret;
}

StoredGrant fromSecret(const SecretBytes &secret)
{
    if (!secret.view().starts_with('{'))
        return {.refreshToken = secret};
    const Json json = Json::parse(secret.view(), nullptr, false);
    const auto text = [&json](const char *key) {
        const auto it = json.is_object() ? json.find(key) : json.end();
        return json.is_object() && it != json.end() && it->is_string() ? SecretBytes(std::string_view(it->get_ref<const std::string &>())) : SecretBytes();
    };
    return {.refreshToken = text(kRefresh), .clientSecret = text(kClient)};
}

} // namespace tocsin::tokens
