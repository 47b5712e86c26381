// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/account.h"

#include "core/base/places.h"
#include "core/options/optiontable.h"

#include <QCoreApplication>
#include <QUrl>

#include <nlohmann/json.hpp>

namespace tocsin::vault {

using namespace Qt::StringLiterals;

namespace {

constexpr int64_t kDayUs = 86'400LL * 1'000'000;
constexpr int64_t kGcnIdleDays = 30; // a credential unused for so long is disabled there
constexpr size_t kMostSecret = 64 * 1024;

QString say(const char *text)
{
    return QCoreApplication::translate("vault", text);
}

Error bad(const QString &message, const QString &remedy)
{
    return {.kind = ErrorKind::BadArgument, .message = message, .remedy = remedy};
}

bool isGcn(const Account &account)
{
    const auto within = [](const QString &host) { return host == u"gcn.nasa.gov" || host.endsWith(u".gcn.nasa.gov"); };
    return account.kind == u"client-credentials"
        && (within(account.text(u"host"_s).section(u':', 0, 0)) || within(QUrl(account.text(u"token_endpoint"_s)).host()));
}

} // namespace

QString Account::text(const QString &key) const
{
    const AccountKind *known = findAccountKind(kind);
    return known ? values.value(known->options, key).toString() : values.stored().value(key).toString();
}

QString Account::host() const
{
    for (const QString &key : {u"host"_s, u"url"_s, u"issuer"_s, u"token_endpoint"_s}) {
        if (const QString value = text(key); !value.isEmpty())
            return value.contains(u"://"_s) ? QUrl(value).host() : value;
    }
    return {};
}

QString Account::user() const
{
    const QString known = text(u"user"_s);
    return known.isEmpty() ? text(u"client_id"_s) : known;
}

Outcome checkAccount(const Account &account)
{
    if (!isPlainName(account.name))
        return bad(say(QT_TRANSLATE_NOOP("vault", "“%1” is no name of an account.")).arg(account.name),
                   say(QT_TRANSLATE_NOOP("vault", "Use up to 100 letters, digits, dots, underscores and hyphens.")));
    const AccountKind *kind = findAccountKind(account.kind);
    if (!kind) {
        QStringList kinds;
        for (const AccountKind &each : accountKinds())
            kinds.push_back(each.id);
        return bad(say(QT_TRANSLATE_NOOP("vault", "There is no kind of account “%1”.")).arg(account.kind),
                   say(QT_TRANSLATE_NOOP("vault", "Choose one of %1.")).arg(kinds.join(u", "_s)));
    }
    const std::vector<options::Problem> problems = options::validate(kind->options, account.values);
    if (!problems.empty())
        return bad(problems.front().key.isEmpty() ? problems.front().message : u"%1: %2"_s.arg(problems.front().key, problems.front().message),
                   say(QT_TRANSLATE_NOOP("vault", "“tocsin accounts kinds” describes what each kind wants.")));
    return Done{};
}

Outcome checkSecret(const AccountKind &kind, const SecretBytes &secret)
{
    const QString label = say(kind.secretLabel);
    if (secret.isEmpty())
        return bad(say(QT_TRANSLATE_NOOP("vault", "The secret (%1) is empty.")).arg(label), say(QT_TRANSLATE_NOOP("vault", "Nothing was stored; give it again.")));
    if (secret.size() > kMostSecret)
        return bad(say(QT_TRANSLATE_NOOP("vault", "The secret (%1) is longer than 64 kB.")).arg(label),
                   say(QT_TRANSLATE_NOOP("vault", "Nothing was stored; is it the right file?")));
    if (kind.manyLines) {
        // Of a key file only its form is looked at; no text of the parser is shown, it would quote the key.
        const bool hasKey = nlohmann::json::accept(secret.view()) && secret.view().find("\"private_key\"") != std::string_view::npos;
        return hasKey ? Outcome(Done{})
                      : bad(say(QT_TRANSLATE_NOOP("vault", "This is no key file of a service account.")),
                            say(QT_TRANSLATE_NOOP("vault", "Give the JSON file that the cloud console wrote.")));
    }
    if (secret.view().find_first_of(std::string_view("\n\r\0", 3)) != std::string_view::npos)
        return bad(say(QT_TRANSLATE_NOOP("vault", "The secret (%1) has more than one line.")).arg(label),
                   say(QT_TRANSLATE_NOOP("vault", "Nothing was stored; give one line with the secret and nothing else.")));
    return Done{};
}

UtcTime tokenExpiry(const SecretBytes &secret)
{
    const std::string_view text = secret.view();
    const size_t first = text.find('.');
    const size_t second = first == std::string_view::npos ? first : text.find('.', first + 1);
    if (second == std::string_view::npos || !text.starts_with("eyJ"))
        return {};
    const std::string_view claims = text.substr(first + 1, second - first - 1);
    const QByteArray plain = QByteArray::fromBase64(QByteArray::fromRawData(claims.data(), static_cast<qsizetype>(claims.size())), QByteArray::Base64UrlEncoding);
    const nlohmann::json json = nlohmann::json::parse(plain.constData(), plain.constData() + plain.size(), nullptr, false);
    const auto exp = json.is_object() ? json.find("exp") : json.end();
    if (!json.is_object() || exp == json.end() || !exp->is_number())
        return {};
    const double seconds = exp->get<double>();
    return seconds > 0 && seconds < 253'402'300'800.0 ? UtcTime::fromUs(static_cast<int64_t>(seconds) * 1'000'000) : UtcTime();
}

AccountEnd endOf(const Account &account)
{
    if (account.expires.isValid())
        return {AccountEnd::Why::Expires, account.expires};
    if (const UtcTime stated = UtcTime::fromIso(account.text(u"expires"_s).toStdString()); stated.isValid())
        return {AccountEnd::Why::Expires, stated};
    if (!isGcn(account))
        return {};
    const UtcTime since = account.lastUsed.isValid() ? account.lastUsed : account.created;
    return since.isValid() ? AccountEnd{AccountEnd::Why::Idle, UtcTime::fromUs(since.us + kGcnIdleDays * kDayUs)} : AccountEnd{};
}

QString endText(const Account &account, const UtcTime &now)
{
    const AccountEnd end = endOf(account);
    const QString when = QString::fromStdString(end.when.iso()).left(16) + u'Z';
    switch (end.why) {
    case AccountEnd::Why::Never:
        break;
    case AccountEnd::Why::Expires:
        return (end.isOver(now) ? say(QT_TRANSLATE_NOOP("vault", "ended %1")) : say(QT_TRANSLATE_NOOP("vault", "ends %1"))).arg(when);
    case AccountEnd::Why::Idle:
        if (end.isOver(now))
            return say(QT_TRANSLATE_NOOP("vault", "unused for 30 days: GCN has probably disabled it"));
        return QCoreApplication::translate("vault", "%n day(s) idle left", nullptr, static_cast<int>((end.when.us - now.us + kDayUs - 1) / kDayUs));
    }
    return say(QT_TRANSLATE_NOOP("vault", "not stated"));
}

} // namespace tocsin::vault
