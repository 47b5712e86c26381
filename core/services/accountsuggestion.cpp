// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/accountsuggestion.h"

#include "core/options/optiontable.h"
#include "core/services/signin.h"
#include "core/streams/kafka/onkafka.h"

namespace tocsin::services {

using namespace Qt::StringLiterals;
using streams::StreamConfig;
using vault::Account;

namespace {

bool fits(StreamConfig config, const Account &account)
{
    config.values.set(u"account"_s, account.name);
    const Result<const Account *> found = accountFor(config, {account});
    return found && found.value();
}

// The options of the Kafka type, whatever kind of stream it is.
QVariant kafkaValue(const StreamConfig &config, const QString &key)
{
    const StreamConfig kafka = streams::kafka::asKafka(config);
    const streams::StreamType *type = streams::findStreamType(kafka.type);
    return type && options::findOption(type->options, key) ? kafka.values.value(type->options, key) : QVariant();
}

} // namespace

QStringList fittingAccounts(const StreamConfig &config, const std::vector<Account> &accounts)
{
    QStringList names;
    for (const Account &account : accounts) {
        if (fits(config, account))
            names << account.name;
    }
    return names;
}

QString accountOfItsServer(const StreamConfig &config, const std::vector<Account> &accounts)
{
    QStringList hosts;
    for (const QString &server : kafkaValue(config, u"servers"_s).toStringList())
        hosts << server.section(u':', 0, 0);
    QStringList names;
    for (const Account &account : accounts) {
        if (hosts.contains(account.host().section(u':', 0, 0)) && fits(config, account))
            names << account.name;
    }
    return names.size() == 1 ? names.constFirst() : QString();
}

QStringList fittingKinds(const StreamConfig &config)
{
    QStringList kinds;
    for (const vault::AccountKind &kind : vault::accountKinds()) {
        if (fits(config, {.name = u"new"_s, .kind = kind.id}))
            kinds << kind.id;
    }
    return kinds;
}

Account suggestedAccount(const StreamConfig &config)
{
    Account account{.kind = fittingKinds(config).value(0)};
    const vault::AccountKind *kind = vault::findAccountKind(account.kind);
    const auto set = [&](const QString &key, const QString &value) {
        if (kind && !value.isEmpty() && options::findOption(kind->options, key))
            account.values.set(key, value);
    };
    const QString server = kafkaValue(config, u"servers"_s).toStringList().value(0);
    const QString host = server.section(u':', 0, 0);
    set(u"host"_s, server.endsWith(u":9092"_s) ? host : server);
    set(u"user"_s, config.values.stored().value(u"user"_s).toString());
    set(u"mechanism"_s, kafkaValue(config, u"mechanism"_s).toString());
    // kafka.test.gcn.nasa.gov takes the tokens of auth.test.gcn.nasa.gov.
    if (host.startsWith(u"kafka."_s) && host.endsWith(u"gcn.nasa.gov"_s))
        set(u"token_endpoint"_s, u"https://auth.%1/oauth2/token"_s.arg(host.mid(6)));
    return account;
}

} // namespace tocsin::services
