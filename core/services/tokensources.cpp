// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/tokensources.h"

#include "core/streams/kafka/onkafka.h"
#include "core/tokens/browseraccount.h"
#include "core/tokens/clientcredentials.h"
#include "core/tokens/scitoken.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QPointer>

namespace tocsin::services {

using namespace Qt::StringLiterals;
using tokens::TokenSourcePtr;
using vault::Account;
using vault::SecretBytes;

namespace {

// Where tokens for this account are fetched: as it says, else GCN's where one of the hosts is GCN's.
QUrl endpointOf(const Account &account, const QStringList &servers)
{
    if (const QString stated = account.text(u"token_endpoint"_s); !stated.isEmpty())
        return QUrl(stated, QUrl::StrictMode);
    for (const QString &host : QStringList{account.text(u"host"_s)} + servers) {
        if (const QUrl endpoint = tokens::ClientCredentials::gcnEndpoint(host); !endpoint.isEmpty())
            return endpoint;
    }
    return {};
}

} // namespace

QStringList TokenSources::serversOf(const streams::StreamConfig &config)
{
    return streams::kafka::asKafka(config).values.stored().value(u"servers"_s).toStringList();
}

TokenSourcePtr TokenSources::keep(const Account &account, const QString &endpoint, QByteArrayView secret, const std::function<TokenSourcePtr()> &make)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &part : {account.kind, endpoint, account.text(u"issuer"_s), account.text(u"client_id"_s), account.text(u"scope"_s), account.place})
        hash.addData(part.toUtf8() + '\n');
    hash.addData(secret);
    const QByteArray fingerprint = hash.result();
    Known &known = m_known[account.name];
    if (!known.source || known.fingerprint != fingerprint)
        known = {.fingerprint = fingerprint, .source = make()};
    return known.source;
}

void TokenSources::sourceFor(const Account &account, const QStringList &servers, Got got)
{
    if (account.kind == u"oauth") {
        // Its secret changes with each refresh: the source itself looks what the vault holds.
        Result<std::shared_ptr<vault::SecretSlot>> slot = m_vault.slot(account.name);
        if (!slot)
            return got(slot.error());
        const auto make = [&]() -> TokenSourcePtr {
            return std::make_shared<tokens::BrowserAccount>(tokens::BrowserAccount::Settings{.name = account.name,
                                                                                             .issuer = account.text(u"issuer"_s),
                                                                                             .clientId = account.text(u"client_id"_s),
                                                                                             .lockFile = m_folder + u'/' + account.name + u".refresh.lock"_s,
                                                                                             .secret = slot.value()});
        };
        m_vault.noteUse(account.name);
        return got(keep(account, {}, {}, make));
    }
    const QUrl endpoint = endpointOf(account, servers);
    if (account.kind == u"client-credentials" && endpoint.isEmpty())
        return got(Error{.kind = ErrorKind::BadArgument,
                         .message = QCoreApplication::translate("services", "The account “%1” does not say where its tokens are fetched.").arg(account.name),
                         .remedy = QCoreApplication::translate("services", "Give it the address as token_endpoint; the provider's pages name it.")});
    m_vault.read(account.name, [self = QPointer(this), account, endpoint, got = std::move(got)](const Result<SecretBytes> &secret) {
        if (!self)
            return;
        if (!secret)
            return got(secret.error());
        const SecretBytes &value = secret.value();
        const auto make = [&]() -> TokenSourcePtr {
            if (account.kind != u"client-credentials")
                return std::make_shared<tokens::FixedToken>(value, account.name);
            return std::make_shared<tokens::ClientCredentials>(tokens::ClientCredentials::Settings{
                .endpoint = endpoint, .clientId = account.text(u"client_id"_s), .secret = value, .scope = account.text(u"scope"_s)});
        };
        const TokenSourcePtr source = self->keep(account, endpoint.toString(), QByteArrayView(value.data(), static_cast<qsizetype>(value.size())), make);
        self->m_vault.noteUse(account.name);
        got(source);
    });
}

} // namespace tocsin::services
