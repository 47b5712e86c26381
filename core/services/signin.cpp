// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/signin.h"

#include "core/options/optiontable.h"
#include "core/streams/kafka/kafkasettings.h"
#include "core/streams/kafka/onkafka.h"

#include <QCoreApplication>

#include <algorithm>

namespace tocsin::services {

using namespace Qt::StringLiterals;
using streams::StreamConfig;
using vault::Account;

namespace {

const QString kAccount = u"account"_s;
const QString kUser = u"user"_s;
const QString kMechanism = u"mechanism"_s;
const QString kPasswordKind = u"scram"_s;
const QString kTokenMechanism = u"OAUTHBEARER"_s;
const QStringList kTokenKinds{u"client-credentials"_s, u"oauth"_s, u"scitoken"_s};

// One that the person did not choose follows the account.
bool choosesMechanism(const StreamConfig &config)
{
    const streams::StreamType *type = streams::findStreamType(config.type);
    const options::OptionSpec *spec = type ? options::findOption(type->options, kMechanism) : nullptr;
    return spec && !config.values.contains(kMechanism)
        && std::ranges::any_of(spec->choices, [](const options::Choice &choice) { return choice.value == kTokenMechanism; });
}

Error otherKind(const Account &account, bool isTokens)
{
    return {.kind = ErrorKind::BadArgument,
            .message = (isTokens ? QCoreApplication::translate("streams", "The account “%1” is of the kind %2; this stream signs in with tokens.")
                                 : QCoreApplication::translate("streams", "The account “%1” is of the kind %2; this stream signs in with user and password."))
                           .arg(account.name, account.kind),
            .remedy = isTokens ? QCoreApplication::translate("streams", "Choose an account of the kind client-credentials, oauth or scitoken.")
                               : QCoreApplication::translate("streams", "Choose an account of the kind scram.")};
}

// host and host:9092 are the same, host and host:9193 are not (as hop has it).
QString withPort(const QString &server)
{
    const bool bareV6 = server.startsWith(u'[') && server.endsWith(u']');
    return !server.contains(u':') || bareV6 ? server + u":9092"_s : server;
}

// What the kind's rules say with the account's user in it, such as Hopskotch's of its groups: said before the server refuses.
std::optional<Error> refusedByTheKind(const StreamConfig &config, const Account &account)
{
    const streams::StreamType *type = streams::findStreamType(config.type);
    if (!type || !type->check)
        return std::nullopt;
    StreamConfig whole = config;
    applyAccount(whole, account);
    const std::vector<options::Problem> before = type->check(config.values);
    for (const options::Problem &problem : type->check(whole.values)) {
        const auto same = [&problem](const options::Problem &known) { return known.key == problem.key && known.message == problem.message; };
        if (std::ranges::none_of(before, same)) // those are told without an account
            return Error{.kind = ErrorKind::BadArgument, .message = problem.message, .remedy = {}, .detail = problem.key};
    }
    return std::nullopt;
}

} // namespace

QString namedAccount(const StreamConfig &config)
{
    return config.values.stored().value(kAccount).toString();
}

Result<const Account *> accountFor(const StreamConfig &config, const std::vector<Account> &accounts)
{
    const QString name = namedAccount(config);
    if (!name.isEmpty()) {
        const auto it = std::ranges::find(accounts, name, &Account::name);
        if (it == accounts.end())
            return Error{.kind = ErrorKind::NotFound,
                         .message = QCoreApplication::translate("streams", "“%1” wants the account “%2”, which is not there.").arg(config.name, name),
                         .remedy = QCoreApplication::translate("streams", "“tocsin accounts list” shows those there are; “tocsin accounts add” makes one.")};
        const bool isTokens = wantsTokens(config);
        if (isTokens ? !givesTokens(*it) : it->kind != kPasswordKind && !(givesTokens(*it) && choosesMechanism(config)))
            return otherKind(*it, isTokens);
        if (const auto refused = refusedByTheKind(config, *it))
            return *refused;
        return &*it;
    }
    const QString user = config.values.stored().value(kUser).toString();
    if (user.isEmpty())
        return nullptr;
    const streams::StreamType *type = streams::findStreamType(config.type);
    const QStringList servers = type ? config.values.value(type->options, u"servers"_s).toStringList() : QStringList(); // a kind may have its own
    const auto fits = [&](const Account &account) {
        const QString host = account.host();
        return (wantsTokens(config) ? givesTokens(account) : account.kind == kPasswordKind) && account.user() == user && !host.isEmpty()
            && std::ranges::any_of(servers, [&](const QString &server) { return withPort(server) == withPort(host); });
    };
    // Of several none: nobody can tell which.
    return std::ranges::count_if(accounts, fits) == 1 ? &*std::ranges::find_if(accounts, fits) : nullptr;
}

bool givesTokens(const Account &account)
{
    return kTokenKinds.contains(account.kind);
}

bool wantsTokens(const StreamConfig &config)
{
    return streams::kafka::usesTokens(streams::kafka::asKafka(config).values);
}

void applyAccount(StreamConfig &config, const Account &account)
{
    if (givesTokens(account)) {
        if (choosesMechanism(config))
            config.values.set(kMechanism, kTokenMechanism);
        return;
    }
    if (const QString user = account.user(); !user.isEmpty())
        config.values.set(kUser, user);
    if (const QString mechanism = account.text(kMechanism); !mechanism.isEmpty() && !config.values.contains(kMechanism))
        config.values.set(kMechanism, mechanism);
}

void applySecret(StreamConfig &config, const vault::SecretBytes &secret)
{
    const streams::StreamType *type = streams::findStreamType(config.type);
    if (!type)
        return;
    for (const options::OptionSpec &spec : type->options) {
        if (spec.type == options::OptionType::Secret && (!spec.usedWhen || spec.usedWhen(config.values)))
            config.values.set(spec.key, QString::fromUtf8(secret.data(), static_cast<qsizetype>(secret.size())));
    }
}

void keepSignIn(StreamConfig &config, const StreamConfig &before)
{
    const streams::StreamType *type = streams::findStreamType(config.type);
    if (!type || namedAccount(config).isEmpty() || namedAccount(config) != namedAccount(before) || lacksSignIn(before))
        return;
    if (!config.tokens)
        config.tokens = before.tokens;
    for (const options::OptionSpec &spec : type->options) {
        // The user is the account's; what was typed or chosen meanwhile goes before the rest.
        const bool keeps = spec.key == kUser || ((spec.type == options::OptionType::Secret || spec.key == kMechanism) && !config.values.contains(spec.key));
        if (keeps && before.values.contains(spec.key))
            config.values.set(spec.key, before.values.stored().value(spec.key));
    }
}

bool lacksSignIn(const StreamConfig &config)
{
    const streams::StreamType *type = streams::findStreamType(config.type);
    return type && !config.tokens && !namedAccount(config).isEmpty() && (options::missingSecret(type->options, config.values) || wantsTokens(config));
}

QStringList streamsUsing(const QString &account, const std::vector<StreamConfig> &streams)
{
    QStringList names;
    for (const StreamConfig &config : streams) {
        if (namedAccount(config) == account)
            names.push_back(config.name);
    }
    return names;
}

} // namespace tocsin::services
