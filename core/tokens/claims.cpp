// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/claims.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

namespace tocsin::tokens {

using namespace Qt::StringLiterals;

namespace {

constexpr int64_t kSecond = 1'000'000;
constexpr int64_t kSlack = 120 * kSecond; // clocks of well-kept computers differ by less

QString say(const char *text)
{
    return QCoreApplication::translate("tokens", text);
}

QString textOf(const nlohmann::json &claims, const char *name)
{
    const auto it = claims.find(name);
    return it != claims.end() && it->is_string() ? QString::fromStdString(it->get_ref<const std::string &>()) : QString();
}

UtcTime timeOf(const nlohmann::json &claims, const char *name)
{
    const auto it = claims.find(name);
    if (it == claims.end() || !it->is_number())
        return {};
    const double seconds = it->get<double>();
    return seconds > 0 && seconds < 253'402'300'800.0 ? UtcTime::fromUs(static_cast<int64_t>(seconds) * kSecond) : UtcTime();
}

// A text, or a list of them.
QStringList listOf(const nlohmann::json &claims, const char *name)
{
    const auto it = claims.find(name);
    if (it == claims.end())
        return {};
    if (it->is_string())
        return {textOf(claims, name)};
    QStringList list;
    for (const nlohmann::json &entry : it->is_array() ? *it : nlohmann::json::array()) {
        if (entry.is_string())
            list.push_back(QString::fromStdString(entry.get_ref<const std::string &>()));
    }
    return list;
}

} // namespace

std::optional<Claims> readClaims(const vault::SecretBytes &token)
{
    const std::string_view text = token.view();
    const size_t first = text.find('.');
    const size_t second = first == std::string_view::npos ? first : text.find('.', first + 1);
    if (second == std::string_view::npos || !text.starts_with("eyJ"))
        return std::nullopt;
    const std::string_view middle = text.substr(first + 1, second - first - 1);
    const auto plain = QByteArray::fromBase64Encoding(QByteArray::fromRawData(middle.data(), static_cast<qsizetype>(middle.size())),
                                                      QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!plain)
        return std::nullopt;
    const QByteArray &decoded = *plain;
    const nlohmann::json json = nlohmann::json::parse(decoded.constData(), decoded.constData() + decoded.size(), nullptr, false);
    if (!json.is_object())
        return std::nullopt;
    Claims claims{.issuer = textOf(json, "iss"), .subject = textOf(json, "sub"), .scope = textOf(json, "scope"), .audience = listOf(json, "aud"),
                  .issued = timeOf(json, "iat"), .notBefore = timeOf(json, "nbf"), .expires = timeOf(json, "exp")};
    if (claims.scope.isEmpty())
        claims.scope = listOf(json, "scope").join(u' '); // some issuers write a list
    return claims;
}

QString spanText(int64_t us)
{
    const int64_t seconds = std::abs(us) / kSecond;
    if (seconds < 120)
        return say(QT_TRANSLATE_NOOP("tokens", "%1 s")).arg(seconds);
    const int64_t minutes = seconds / 60;
    if (minutes < 120)
        return say(QT_TRANSLATE_NOOP("tokens", "%1 min")).arg(minutes);
    if (minutes < 48 * 60)
        return say(QT_TRANSLATE_NOOP("tokens", "%1 h %2 min")).arg(minutes / 60).arg(minutes % 60);
    return say(QT_TRANSLATE_NOOP("tokens", "%1 d")).arg(minutes / (24 * 60));
}

QString clockDoubt(const Claims &claims, const UtcTime &came, const UtcTime &now)
{
    const UtcTime &begin = claims.issued.isValid() ? claims.issued : claims.notBefore;
    if (begin.isValid() && begin.us > now.us + kSlack)
        return say(QT_TRANSLATE_NOOP("tokens", "The clock of this computer is behind: the token was issued %1 later than now.")).arg(spanText(begin.us - now.us));
    if (came.isValid() && claims.expires.isValid() && came.us >= claims.expires.us)
        return say(QT_TRANSLATE_NOOP("tokens", "The clock of this computer seems to be ahead: the token had ended %1 before it came.")).arg(spanText(came.us - claims.expires.us));
    return {};
}

} // namespace tocsin::tokens
