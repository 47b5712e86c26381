// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/clientcredentials.h"

namespace tocsin::tokens {

using namespace Qt::StringLiterals;

QUrl ClientCredentials::gcnEndpoint(const QString &host)
{
    const QString name = host.section(u':', 0, 0).toLower();
    for (const QString &domain : {u"test.gcn.nasa.gov"_s, u"dev.gcn.nasa.gov"_s, u"gcn.nasa.gov"_s}) {
        if (name == domain || name.endsWith(u'.' + domain))
            return QUrl(u"https://auth."_s + domain + u"/oauth2/token"_s);
    }
    return {};
}

CachedTokens::Fetched ClientCredentials::fetch(std::stop_token ending)
{
    Form form{{"grant_type", vault::SecretBytes("client_credentials")}};
    if (!m_settings.scope.isEmpty())
        form.push_back({"scope", vault::SecretBytes(m_settings.scope.toStdString())});
    const Client client{.id = m_settings.clientId, .secret = m_settings.secret, .proof = Client::Proof::Basic};
    TokenReply reply = requestToken(m_settings.endpoint, client, form, m_settings.limit, std::move(ending));
    if (!reply.granted)
        return {.token = std::move(reply.error), .retryAfter = reply.retryAfter};
    if (reply.token.principal.isEmpty())
        reply.token.principal = m_settings.clientId;
    return {.token = std::move(reply.token)};
}

} // namespace tocsin::tokens
