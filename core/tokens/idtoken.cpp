// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/idtoken.h"

#include "core/tokens/claims.h"
#include "core/tokens/log.h"
#include "core/tokens/tokenrequest.h"

#include <QCoreApplication>
#include <QUrl>

#include <cjose/cjose.h>
#include <nlohmann/json.hpp>

#include <array>
#include <memory>

namespace tocsin::tokens {

using namespace Qt::StringLiterals;
using Json = nlohmann::json;

namespace {

constexpr int64_t kSlackUs = 120LL * 1'000'000;
constexpr std::array kAlgorithms{"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"};

struct Releaser {
    void operator()(cjose_jws_t *jws) const { cjose_jws_release(jws); }
    void operator()(cjose_jwk_t *jwk) const { cjose_jwk_release(jwk); }
};

QString say(const char *text)
{
    return QCoreApplication::translate("tokens", text);
}

Error doubtful(const QString &issuer, const char *why)
{
    qCWarning(lcTokens) << "the id_token of" << QUrl(issuer).host() << "is not used:" << why;
    return {.kind = ErrorKind::SignInRefused,
            .message = say(QT_TRANSLATE_NOOP("tokens", "What %1 says about who signed in does not hold, so the sign-in was not taken.")).arg(QUrl(issuer).host()),
            .remedy = say(QT_TRANSLATE_NOOP("tokens", "Begin again. If it stays so, somebody stands between this computer and the provider, or the provider errs.")),
            .detail = QString::fromLatin1(why)};
}

bool isSigned(const vault::SecretBytes &token, const QByteArray &keys)
{
    cjose_err error{};
    const std::unique_ptr<cjose_jws_t, Releaser> jws(cjose_jws_import(token.data(), token.size(), &error));
    if (!jws)
        return false;
    cjose_header_t *header = cjose_jws_get_protected(jws.get());
    const char *algorithm = cjose_header_get(header, CJOSE_HDR_ALG, &error);
    // First of all: a key that is public must not serve as a shared secret.
    if (!algorithm || std::ranges::none_of(kAlgorithms, [&](const char *each) { return qstrcmp(each, algorithm) == 0; }))
        return false;
    const char *id = cjose_header_get(header, CJOSE_HDR_KID, &error);
    const Json json = Json::parse(keys.constData(), keys.constData() + keys.size(), nullptr, false);
    const auto list = json.is_object() ? json.find("keys") : json.end();
    if (!json.is_object() || list == json.end() || !list->is_array())
        return false;
    for (const Json &key : *list) {
        if (!key.is_object() || key.value("use", Json("sig")) != "sig" || key.value("kty", Json()) == "oct")
            continue;
        const auto kid = key.find("kid");
        if (id && kid != key.end() && *kid != id)
            continue;
        const std::string text = key.dump();
        const std::unique_ptr<cjose_jwk_t, Releaser> jwk(cjose_jwk_import(text.data(), text.size(), &error));
        if (jwk && cjose_jws_verify(jws.get(), jwk.get(), &error))
            return true;
    }
    return false;
}

// Of what was signed.
Json claimsJson(const vault::SecretBytes &token)
{
    const std::string_view text = token.view();
    const size_t first = text.find('.');
    const size_t second = text.find('.', first + 1);
    const std::string_view middle = text.substr(first + 1, second - first - 1);
    const QByteArray plain = QByteArray::fromBase64(QByteArray::fromRawData(middle.data(), static_cast<qsizetype>(middle.size())), QByteArray::Base64UrlEncoding);
    return Json::parse(plain.constData(), plain.constData() + plain.size(), nullptr, false);
}

} // namespace

Result<QString> checkIdToken(const vault::SecretBytes &token, const QByteArray &keys, const IdTokenWish &wish)
{
    const std::optional<Claims> claims = readClaims(token);
    if (!claims || !isSigned(token, keys))
        return doubtful(wish.issuer, "signature");
    if (claims->issuer != wish.issuer)
        return doubtful(wish.issuer, "issuer");
    const Json json = claimsJson(token);
    const auto saysClient = [&](const char *name) { return json.value(name, Json()) == wish.clientId.toStdString(); };
    if (!claims->audience.contains(wish.clientId) || (claims->audience.size() > 1 && !saysClient("azp")) || (json.contains("azp") && !saysClient("azp")))
        return doubtful(wish.issuer, "audience");
    const int64_t now = UtcTime::now().us - (wish.clockAhead ? wish.clockAhead->count() * 1'000'000 : 0);
    if (!claims->expires.isValid() || claims->expires.us + kSlackUs < now)
        return doubtful(wish.issuer, "end");
    if (!wish.nonce.isEmpty() && json.value("nonce", Json()) != wish.nonce.toStdString())
        return doubtful(wish.issuer, "nonce");
    return claims->subject;
}

} // namespace tocsin::tokens
