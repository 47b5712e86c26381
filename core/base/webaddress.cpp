// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/webaddress.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QUrl>

namespace tocsin {

using namespace Qt::StringLiterals;

namespace {

bool isThisMachine(const QString &host)
{
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == u"https" ? 443 : 80);
}

} // namespace

QString webAddressProblem(const QString &address)
{
    const QUrl url(address.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return QCoreApplication::translate("options", "This is no web address; write https://HOST/PATH.");
    if (url.scheme() != u"https" && !(url.scheme() == u"http" && isThisMachine(url.host())))
        return QCoreApplication::translate("options", "Only https:// is used, and http:// to this computer.");
    if (!url.userInfo().isEmpty())
        return QCoreApplication::translate("options", "Leave out the user name and the password: addresses are written to files.");
    if (url.hasQuery() || url.hasFragment())
        return QCoreApplication::translate("options", "Leave out what follows “?” or “#”.");
    return {};
}

bool isSameServer(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && portOf(a) == portOf(b);
}

} // namespace tocsin
