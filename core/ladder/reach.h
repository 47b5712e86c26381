// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ladder/proxy.h"
#include "core/ladder/rungs.h"

#include <QHostAddress>
#include <QSslSocket>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace tocsin::ladder {

// One of the servers that a stream names, as far as the climb has come with it. `socket` is the connection that the rungs hand on.
struct Server {
    QString host;
    quint16 port = 0;
    QList<QHostAddress> addresses = {};
    QHostAddress address = {}; // that answered first; null behind a proxy
    std::optional<ProxyAddress> proxy = {}; // that leads there, and looks up the name
    std::unique_ptr<QSslSocket> socket = {};
    std::optional<Error> problem = {}; // it fell out; what the rung says when all did

    [[nodiscard]] QString name() const { return (host.contains(u':') ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(host).arg(port); }
};

// The way to the servers of one stream, shared by the rungs of one ladder; on the climbing thread alone. One server that answers
// is enough: the others fall out.
struct Reach {
    std::vector<Server> servers;
    QString caFile; // for TLS; empty: the system's
    QString crlFile; // lists of withdrawn certificates; empty: none are looked at

    // HOST, HOST:PORT, [v6] or [v6]:PORT.
    Reach(const QStringList &names, quint16 port);
    // All of them are reached through this proxy, if there is one.
    void leadThrough(const std::optional<ProxyAddress> &proxy);
    [[nodiscard]] std::vector<Server *> alive();
    // Of all servers: the lowest rung's is not asked, each fell out on the same one.
    [[nodiscard]] Error problem() const;
};

using ReachPtr = std::shared_ptr<Reach>;

// Whether the proxy that leads to the servers is there. Only for servers that have one.
[[nodiscard]] Step proxyStep(const ReachPtr &reach);
// Looks up the names of the servers, all at once.
[[nodiscard]] Step nameStep(const ReachPtr &reach);
// Connects to every address of every server at once; per server the first one is kept.
[[nodiscard]] Step tcpStep(const ReachPtr &reach);
// The TLS handshake by our own eyes: a library that only says “check the CA file” is wrong when the name is. `speaksPlain`: whether
// the server answers the stream's own protocol in clear text, asked when the handshake ends without a certificate.
using SpeaksPlain = std::function<bool(Server &, const Climb &)>;
[[nodiscard]] Step tlsStep(const ReachPtr &reach, SpeaksPlain speaksPlain);

// The same for servers that a broker names itself. The first bounded by `climb`; servers without an address, without a connection fall out.
void lookUp(const std::vector<Server *> &servers, const Climb &climb);
void connectTo(const std::vector<Server *> &servers, const Climb &climb);

// A new connection to the server's address that answered; null when it is not there any more.
[[nodiscard]] std::unique_ptr<QSslSocket> connectAgain(const Server &server, const Climb &climb);
// It took the connection and did not say a word.
[[nodiscard]] Error silence(const Server &server, int waitedMs);
// Ready to shake hands with the server of this name; checks against the CA file, or what the system trusts.
[[nodiscard]] bool prepareTls(QSslSocket &socket, const QString &host, const QString &caFile);

} // namespace tocsin::ladder
