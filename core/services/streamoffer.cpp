// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/streamoffer.h"

#include "core/options/optiontable.h"
#include "core/services/signin.h"

#include <QUrl>

#include <algorithm>

namespace tocsin::services {

using namespace Qt::StringLiterals;
using streams::StreamConfig;
using vault::Account;

namespace {

// "test" of kafka.test.gcn.nasa.gov and auth.test.gcn.nasa.gov; nothing outside of GCN.
std::optional<QString> gcnDomain(const QString &host)
{
    const QString domain = u"gcn.nasa.gov"_s;
    if (host != domain && !host.endsWith(u'.' + domain))
        return std::nullopt;
    const QStringList labels = host.chopped(domain.size()).split(u'.', Qt::SkipEmptyParts);
    for (const QString &known : {u"test"_s, u"dev"_s}) {
        if (labels.contains(known))
            return known;
    }
    return u"production"_s;
}

QString freeName(const QString &wanted, const std::vector<StreamConfig> &streams)
{
    const auto taken = [&streams](const QString &name) {
        return std::ranges::any_of(streams, [&name](const StreamConfig &config) { return config.name.compare(name, Qt::CaseInsensitive) == 0; });
    };
    QString name = wanted;
    for (int n = 2; taken(name); ++n)
        name = wanted + u'-' + QString::number(n);
    return name;
}

} // namespace

std::optional<StreamConfig> streamFor(const Account &account, const std::vector<StreamConfig> &streams)
{
    if (!streamsUsing(account.name, streams).isEmpty())
        return std::nullopt;
    const QString host = account.host();
    const QString name = host.section(u':', 0, 0);
    const QString port = host.section(u':', 1);
    StreamConfig config;
    if (account.kind == u"scram" && name == u"kafka.scimma.org" && (port.isEmpty() || port == u"9092")) {
        config.type = u"hopskotch"_s;
    } else if (account.kind == u"client-credentials") {
        auto domain = gcnDomain(QUrl(account.text(u"token_endpoint"_s)).host());
        if (!domain)
            domain = gcnDomain(name);
        if (!domain)
            return std::nullopt;
        config.type = u"gcn"_s;
        if (*domain != u"production")
            config.values.set(u"domain"_s, *domain);
    } else {
        return std::nullopt;
    }
    config.name = freeName(config.type, streams);
    config.values.set(u"account"_s, account.name);
    return config;
}

QString addCommand(const StreamConfig &config)
{
    QStringList words{u"tocsin streams add"_s, config.type, config.name};
    const streams::StreamType *type = streams::findStreamType(config.type);
    for (const options::OptionSpec &spec : type ? type->options : std::vector<options::OptionSpec>{}) {
        if (config.values.contains(spec.key) && spec.type != options::OptionType::Secret)
            words << spec.key + u'=' + options::displayOption(spec, config.values.stored().value(spec.key));
    }
    return words.join(u' ');
}

} // namespace tocsin::services
