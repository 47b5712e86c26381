// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/account.h"

#include "core/base/webaddress.h"

#include <QCoreApplication>

#include <algorithm>

namespace tocsin::vault {

using namespace Qt::StringLiterals;
using options::OptionSpec;
using options::OptionType;

namespace {

OptionSpec host(bool required = false)
{
    return {.key = u"host"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "Server"),
            .help = QT_TRANSLATE_NOOP("options", "Host the account is for, as host or host:port."), .required = required, .example = "kafka.example.org"};
}

OptionSpec user(bool required = false)
{
    return {.key = u"user"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "User"),
            .help = QT_TRANSLATE_NOOP("options", "The user name that belongs to the secret."), .required = required};
}

OptionSpec clientId()
{
    return {.key = u"client_id"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "Client ID"),
            .help = QT_TRANSLATE_NOOP("options", "The public name of the client at the provider."), .required = true};
}

OptionSpec scope()
{
    return {.key = u"scope"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "Scope"),
            .help = QT_TRANSLATE_NOOP("options", "What the token is to allow, with blanks between; empty = what the provider gives by itself.")};
}

OptionSpec address(const QString &key, const char *label, const char *help, bool required, const char *example)
{
    return {.key = key, .type = OptionType::Text, .label = label, .help = help, .required = required, .example = example, .valueProblem = [](const QVariant &value) {
                return value.toString().isEmpty() ? QString() : webAddressProblem(value.toString());
            }};
}

OptionSpec expires()
{
    return {.key = u"expires"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "Expires"),
            .help = QT_TRANSLATE_NOOP("options", "When the secret ends, as a UTC time; read from the token itself where it says so."),
            .example = "2026-12-31T00:00:00Z", .valueProblem = [](const QVariant &value) {
                const QString text = value.toString();
                return text.isEmpty() || UtcTime::fromIso(text.toStdString()).isValid()
                    ? QString()
                    : QCoreApplication::translate("options", "Write a UTC time such as 2026-12-31T00:00:00Z.");
            }};
}

} // namespace

const std::vector<AccountKind> &accountKinds()
{
    static const std::vector<AccountKind> kinds{
        {.id = u"scram"_s,
         .label = QT_TRANSLATE_NOOP("vault", "User and password"),
         .help = QT_TRANSLATE_NOOP("vault", "Signs in to Kafka by SCRAM or PLAIN, for example at Hopskotch."),
         .options = {host(), user(true),
                     {.key = u"mechanism"_s, .type = OptionType::Choice, .label = QT_TRANSLATE_NOOP("options", "Mechanism"),
                      .help = QT_TRANSLATE_NOOP("options", "How the password is proved. SCRAM never sends it."), .defaultValue = u"SCRAM-SHA-512"_s,
                      .choices = {{u"SCRAM-SHA-512"_s, "SCRAM-SHA-512"}, {u"SCRAM-SHA-256"_s, "SCRAM-SHA-256"}, {u"PLAIN"_s, "PLAIN"}}},
                     expires()},
         .secretLabel = QT_TRANSLATE_NOOP("vault", "Password")},
        {.id = u"client-credentials"_s,
         .label = QT_TRANSLATE_NOOP("vault", "Client ID and secret"),
         .help = QT_TRANSLATE_NOOP("vault", "Fetches tokens with a client secret, for example at GCN."),
         .options = {host(), clientId(),
                     address(u"token_endpoint"_s, QT_TRANSLATE_NOOP("options", "Token address"), QT_TRANSLATE_NOOP("options", "Where tokens are fetched."), false,
                             "https://auth.gcn.nasa.gov/oauth2/token"),
                     scope(), expires()},
         .secretLabel = QT_TRANSLATE_NOOP("vault", "Client secret")},
        {.id = u"oauth"_s,
         .label = QT_TRANSLATE_NOOP("vault", "Browser sign-in"),
         .help = QT_TRANSLATE_NOOP("vault", "A refresh token that a sign-in in the browser has given. Where the provider wants the redirect address of a program on this machine: http://127.0.0.1/signin/HOST, with the host of the issuer."),
         .options = {address(u"issuer"_s, QT_TRANSLATE_NOOP("options", "Issuer"), QT_TRANSLATE_NOOP("options", "Address of the provider."), true,
                             "https://accounts.google.com"),
                     clientId(), scope(), user(), expires()},
         .secretLabel = QT_TRANSLATE_NOOP("vault", "Refresh token")},
        {.id = u"scitoken"_s,
         .label = QT_TRANSLATE_NOOP("vault", "SciToken"),
         .help = QT_TRANSLATE_NOOP("vault", "A token of an observatory's issuer; it ends when it says."),
         .options = {host(), expires()},
         .secretLabel = QT_TRANSLATE_NOOP("vault", "Token")},
        {.id = u"token"_s,
         .label = QT_TRANSLATE_NOOP("vault", "Access token"),
         .help = QT_TRANSLATE_NOOP("vault", "A token that is sent as it stands, for example to an archive of a broker."),
         .options = {host(true), user(), expires()},
         .secretLabel = QT_TRANSLATE_NOOP("vault", "Token")},
        {.id = u"service-account"_s,
         .label = QT_TRANSLATE_NOOP("vault", "Service account"),
         .help = QT_TRANSLATE_NOOP("vault", "The key file (JSON) of a Google service account."),
         .options = {user(), expires()},
         .secretLabel = QT_TRANSLATE_NOOP("vault", "Key file"),
         .manyLines = true},
        {.id = u"tom"_s,
         .label = QT_TRANSLATE_NOOP("vault", "TOM token"),
         .help = QT_TRANSLATE_NOOP("vault", "The token of a user of a TOM Toolkit, or the password where a TOM ignores tokens, as those up to 2.32 do."),
         .options = {address(u"url"_s, QT_TRANSLATE_NOOP("options", "Address"), QT_TRANSLATE_NOOP("options", "Address of the TOM's front page."), true, "https://tom.example.org"),
                     user(),
                     {.key = u"groups"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "Groups"),
                      .help = QT_TRANSLATE_NOOP("options", "Who may see new targets beside you, with commas between; without one nobody else does."), .example = "Observers"},
                     {.key = u"radius"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "Same place"),
                      .help = QT_TRANSLATE_NOOP("options", "A target within so many arcsec is taken for the same object."), .defaultValue = u"3"_s,
                      .valueProblem = [](const QVariant &value) {
                          bool isNumber = false;
                          const double radius = value.toString().toDouble(&isNumber);
                          return isNumber && radius > 0 && radius <= 3'600 ? QString() : QCoreApplication::translate("options", "Write a number of arcsec, 3600 at most.");
                      }},
                     expires()},
         .secretLabel = QT_TRANSLATE_NOOP("vault", "Token")},
    };
    return kinds;
}

const AccountKind *findAccountKind(const QString &id)
{
    const auto it = std::ranges::find(accountKinds(), id, &AccountKind::id);
    return it == accountKinds().end() ? nullptr : &*it;
}

const std::vector<AccountPreset> &accountPresets()
{
    // The scopes that the alert streams of Pitt-Google need: Pub/Sub and BigQuery. The client is the person's own.
    static const std::vector<AccountPreset> presets{
        {.id = u"google"_s,
         .label = QT_TRANSLATE_NOOP("vault", "Google (Pub/Sub, BigQuery)"),
         .issuer = u"https://accounts.google.com"_s,
         .scope = u"openid https://www.googleapis.com/auth/pubsub https://www.googleapis.com/auth/bigquery"_s}};
    return presets;
}

const AccountPreset *findAccountPreset(const QString &id)
{
    const auto it = std::ranges::find(accountPresets(), id, &AccountPreset::id);
    return it == accountPresets().end() ? nullptr : &*it;
}

void completeFromPreset(Account &account)
{
    const auto it = std::ranges::find(accountPresets(), account.text(u"issuer"_s), &AccountPreset::issuer);
    if (account.kind == u"oauth" && it != accountPresets().end() && account.text(u"scope"_s).isEmpty())
        account.values.set(u"scope"_s, it->scope);
}

} // namespace tocsin::vault
