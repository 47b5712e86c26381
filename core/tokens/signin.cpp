// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/signin.h"

#include "core/tokens/idtoken.h"
#include "core/tokens/log.h"

#include <QCoreApplication>

namespace tocsin::tokens {

using namespace Qt::StringLiterals;
using vault::SecretBytes;

namespace {

constexpr std::chrono::milliseconds kKeysLimit{15'000};

// Not granted by name: what they stand for comes, or does not, as a token of its own.
const QStringList kOfTheProtocol{u"openid"_s, u"offline_access"_s, u"profile"_s, u"email"_s};

QString say(const char *text)
{
    return QCoreApplication::translate("tokens", text);
}

QStringList words(const QString &scope)
{
    return scope.split(u' ', Qt::SkipEmptyParts);
}

Error noRefreshToken(const QString &issuer)
{
    return {.kind = ErrorKind::SignInRefused,
            .message = say(QT_TRANSLATE_NOOP("tokens", "%1 gave a token for this hour only and none to renew it with.")).arg(QUrl(issuer).host()),
            .remedy = say(QT_TRANSLATE_NOOP("tokens", "Allow refresh tokens for this client at the provider, or add the scope it wants for them (mostly offline_access)."))};
}

} // namespace

Client SignInWish::client() const
{
    return {.id = clientId, .secret = clientSecret, .proof = clientSecret.isEmpty() ? Client::Proof::None : Client::Proof::Form};
}

QStringList scopesFor(const SignInWish &wish, const Provider &provider)
{
    QStringList scopes = words(wish.scope);
    if (scopes.isEmpty() && provider.givesIdTokens)
        scopes.push_back(u"openid"_s);
    // OpenID Connect Core 11; Google has a parameter of its own for it and refuses the scope.
    if (provider.issuer != kGoogleIssuer && provider.givesIdTokens && !scopes.contains(u"offline_access"_s))
        scopes.push_back(u"offline_access"_s);
    return scopes;
}

QString redirectPath(const QString &issuer)
{
    return u"/signin/"_s + QUrl(issuer).host();
}

Result<SignedIn> concludeSignIn(const SignInWish &wish, const Provider &provider, TokenReply reply, const QString &nonce, std::stop_token stop)
{
    if (!reply.granted)
        return reply.error;
    SignedIn signedIn{.token = std::move(reply.token), .refreshToken = std::move(reply.refreshToken)};
    const QStringList asked = scopesFor(wish, provider);
    if (asked.contains(u"openid"_s)) {
        const Result<WebAnswer> keys = ask({.url = provider.keys, .limit = kKeysLimit}, std::move(stop));
        if (!keys)
            return keys.error();
        const Result<QString> person = checkIdToken(reply.idToken, keys.value().body,
                                                    {.issuer = provider.issuer, .clientId = wish.clientId, .nonce = nonce, .clockAhead = reply.clockAhead});
        if (!person)
            return person.error();
        signedIn.person = person.value();
    }
    if (signedIn.refreshToken.isEmpty())
        return noRefreshToken(wish.issuer);
    if (reply.scopeStated) {
        const QStringList given = words(signedIn.token.scope);
        for (const QString &scope : asked) {
            if (!given.contains(scope) && !kOfTheProtocol.contains(scope))
                signedIn.missingScopes.push_back(scope);
        }
    }
    if (signedIn.token.principal.isEmpty())
        signedIn.token.principal = signedIn.person;
    return signedIn;
}

Outcome revoke(const SignInWish &wish, const SecretBytes &refreshToken, std::chrono::milliseconds limit, std::stop_token stop)
{
    const Result<Provider> provider = discover(wish.issuer, limit, stop);
    if (!provider)
        return provider.error();
    const QUrl &url = provider.value().revocation;
    if (url.isEmpty())
        return Error{.kind = ErrorKind::NotFound,
                     .message = say(QT_TRANSLATE_NOOP("tokens", "%1 has no address at which a sign-in can be taken back.")).arg(QUrl(wish.issuer).host()),
                     .remedy = say(QT_TRANSLATE_NOOP("tokens", "Take it back on the provider's pages."))};
    const FormReply reply = postForm(url, wish.client(), {{"token", refreshToken}, {"token_type_hint", SecretBytes("refresh_token")}}, limit, std::move(stop));
    if (!reply.answer)
        return reply.answer.error();
    // What is no token of theirs is taken back already.
    if (reply.answer.value().status == 200 || reply.code == u"invalid_token")
        return Done{};
    return refusal(url.host(), reply.answer.value(), reply.code);
}

} // namespace tocsin::tokens
