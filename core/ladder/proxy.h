// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace tocsin::ladder {

// A proxy that carries any connection, by HTTP CONNECT (RFC 9110, section 9.3.6) or SOCKS5 (RFC 1928). It looks up the names of
// the servers itself. A plain value.
struct ProxyAddress {
    enum class Kind { Http, Socks5 };
    Kind kind = Kind::Http;
    QString host;
    quint16 port = 0;

    [[nodiscard]] QString name() const { return (host.contains(u':') ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(host).arg(port); }
    friend bool operator==(const ProxyAddress &, const ProxyAddress &) = default;
};

// From `http://HOST:PORT` or `socks5://HOST:PORT`; the error says what to write. No user, no password: they would stand in files.
[[nodiscard]] Result<ProxyAddress> parseProxy(const QString &text);
// What the environment says for connections of no protocol of the web: ALL_PROXY, but not to the hosts of NO_PROXY nor to this
// computer. Nothing where it says nothing, or what we cannot use.
[[nodiscard]] std::optional<ProxyAddress> proxyOf(const QProcessEnvironment &environment, const QStringList &hosts);

// How long a connection through a proxy may take: true, when it is to be given up. Asked several times a second.
using GivenUp = std::function<bool()>;

// An open socket to `target` (HOST:PORT) through the proxy, to be closed by the caller. Blocks; not for the main thread.
[[nodiscard]] Result<int> connectThrough(const ProxyAddress &proxy, const QString &target, const GivenUp &givenUp);
// An open socket to the proxy itself.
[[nodiscard]] Result<int> connectToProxy(const ProxyAddress &proxy, const GivenUp &givenUp);
// The second half on a socket that is connected to the proxy.
[[nodiscard]] std::optional<Error> askProxy(int socket, const ProxyAddress &proxy, const QString &target, const GivenUp &givenUp);
// That the proxy cannot be reached, for errno or what getaddrinfo() said.
[[nodiscard]] Error proxyLost(const ProxyAddress &proxy, int error);
[[nodiscard]] Error proxyUnknown(const ProxyAddress &proxy);

} // namespace tocsin::ladder
