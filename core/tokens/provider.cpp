// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/provider.h"

#include "core/tokens/tokenrequest.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

namespace tocsin::tokens {

using namespace Qt::StringLiterals;
using Json = nlohmann::json;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("tokens", text);
}

QString textOf(const Json &object, const char *key)
{
    const auto it = object.find(key);
    return it != object.end() && it->is_string() ? QString::fromStdString(it->get<std::string>()) : QString();
}

bool lists(const Json &object, const char *key, std::string_view value)
{
    const auto it = object.find(key);
    if (it == object.end() || !it->is_array())
        return false;
    return std::ranges::any_of(*it, [value](const Json &each) { return each.is_string() && each.get_ref<const std::string &>() == value; });
}

Error notUsed(const QString &message)
{
    return {.kind = ErrorKind::SignInRefused, .message = message, .remedy = say(QT_TRANSLATE_NOOP("tokens", "Compare the account's issuer with what the provider says of it."))};
}

QString host(const QString &issuer)
{
    return QUrl(issuer).host();
}

} // namespace

Result<Provider> readProvider(const QByteArray &document, const QString &issuer)
{
    const Json json = Json::parse(document.constData(), document.constData() + document.size(), nullptr, false);
    if (!json.is_object())
        return notUsed(say(QT_TRANSLATE_NOOP("tokens", "What %1 says of itself cannot be read.")).arg(host(issuer)));
    Provider provider{.issuer = textOf(json, "issuer")};
    const auto bare = [](const QString &text) { return text.endsWith(u'/') ? text.chopped(1) : text; };
    if (bare(provider.issuer) != bare(issuer))
        return notUsed(say(QT_TRANSLATE_NOOP("tokens", "%1 calls itself “%2”.")).arg(issuer, provider.issuer.left(200)));
    provider.authorization = QUrl(textOf(json, "authorization_endpoint"), QUrl::StrictMode);
    provider.token = QUrl(textOf(json, "token_endpoint"), QUrl::StrictMode);
    provider.device = QUrl(textOf(json, "device_authorization_endpoint"), QUrl::StrictMode);
    provider.revocation = QUrl(textOf(json, "revocation_endpoint"), QUrl::StrictMode);
    provider.keys = QUrl(textOf(json, "jwks_uri"), QUrl::StrictMode);
    for (const QUrl *url : {&provider.authorization, &provider.token}) {
        if (!addressProblem(*url).isEmpty())
            return notUsed(say(QT_TRANSLATE_NOOP("tokens", "%1 names no address for the sign-in that can be used.")).arg(host(issuer)));
    }
    for (QUrl *url : {&provider.device, &provider.revocation, &provider.keys}) {
        if (!addressProblem(*url).isEmpty())
            url->clear();
    }
    // RFC 7636 7.2: no falling back to less.
    if (!lists(json, "code_challenge_methods_supported", "S256"))
        return notUsed(say(QT_TRANSLATE_NOOP("tokens", "%1 does not offer PKCE with S256; a sign-in there could be stolen, so none is begun.")).arg(host(issuer)));
    const auto iss = json.find("authorization_response_iss_parameter_supported");
    provider.namesItself = iss != json.end() && iss->is_boolean() && iss->get<bool>();
    provider.givesIdTokens = !provider.keys.isEmpty() && json.contains("id_token_signing_alg_values_supported");
    return provider;
}

Result<Provider> discover(const QString &issuer, std::chrono::milliseconds limit, std::stop_token stop)
{
    const QString base = issuer.endsWith(u'/') ? issuer.chopped(1) : issuer;
    const QUrl url(base + u"/.well-known/openid-configuration"_s, QUrl::StrictMode);
    const Result<WebAnswer> answer = ask({.url = url, .limit = limit}, std::move(stop));
    if (!answer)
        return answer.error();
    const WebAnswer &said = answer.value();
    if (said.status == 429 || said.status >= 500)
        return refusal(url.host(), said, {});
    if (said.isPage() && said.status < 400)
        return pageInstead(url);
    if (said.status != 200)
        return notUsed(say(QT_TRANSLATE_NOOP("tokens", "%1 does not say how to sign in there (it answered %2).")).arg(url.host()).arg(said.status));
    return readProvider(said.body, issuer);
}

} // namespace tocsin::tokens
