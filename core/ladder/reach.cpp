// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ladder/reach.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QHostInfo>
#include <QNetworkProxy>

#include <unistd.h>

#include <mutex>
#include <thread>

namespace tocsin::ladder {

using namespace Qt::StringLiterals;

namespace {

constexpr int kGraceMs = 250; // for the slower servers and the other family, once one has answered

QString say(const char *text)
{
    return QCoreApplication::translate("ladder", text);
}

QString families(const QList<QHostAddress> &addresses)
{
    const auto any = [&](QAbstractSocket::NetworkLayerProtocol protocol) {
        return std::ranges::any_of(addresses, [protocol](const QHostAddress &address) { return address.protocol() == protocol; });
    };
    const bool four = any(QAbstractSocket::IPv4Protocol);
    const bool six = any(QAbstractSocket::IPv6Protocol);
    return four && six ? say(QT_TRANSLATE_NOOP("ladder", "v4 and v6")) : six ? u"v6"_s : u"v4"_s;
}

Error lookupProblem(const Server &server, const QHostInfo &info)
{
    Error error{.kind = ErrorKind::NameNotResolved, .detail = info.errorString(), .retriable = true};
    if (info.error() == QHostInfo::HostNotFound) {
        error.message = say(QT_TRANSLATE_NOOP("ladder", "There is no host of the name %1.")).arg(server.host);
        error.remedy = say(QT_TRANSLATE_NOOP("ladder", "Check the spelling; inside some networks a name exists only there (VPN)."));
    } else {
        error.message = say(QT_TRANSLATE_NOOP("ladder", "The name %1 could not be looked up: no name server answered.")).arg(server.host);
        error.remedy = say(QT_TRANSLATE_NOOP("ladder", "Check the network of this computer."));
    }
    return error;
}

Error connectProblem(const Server &server, QAbstractSocket::SocketError code, const QString &text)
{
    Error error{.kind = ErrorKind::NoConnection, .detail = text, .retriable = true};
    switch (code) {
    case QAbstractSocket::ConnectionRefusedError:
        error.message = say(QT_TRANSLATE_NOOP("ladder", "%1 is there, but nothing listens on port %2.")).arg(server.host).arg(server.port);
        error.remedy = say(QT_TRANSLATE_NOOP("ladder", "Check the port; the broker may be down just now."));
        break;
    case QAbstractSocket::NetworkError:
        error.message = say(QT_TRANSLATE_NOOP("ladder", "There is no way to %1 from this network.")).arg(server.name());
        error.remedy = say(QT_TRANSLATE_NOOP("ladder", "Check the network of this computer, or the VPN that the broker wants."));
        break;
    case QAbstractSocket::SocketTimeoutError:
        error.message = say(QT_TRANSLATE_NOOP("ladder", "%1 does not answer.")).arg(server.name());
        error.remedy = say(QT_TRANSLATE_NOOP("ladder", "A firewall may be in between: brokers are reached directly, not through a web proxy."));
        break;
    default:
        error.message = say(QT_TRANSLATE_NOOP("ladder", "The connection to %1 was not made: %2.")).arg(server.name(), text);
        error.remedy = say(QT_TRANSLATE_NOOP("ladder", "Check host and port."));
    }
    return error;
}

struct Lookups {
    std::mutex mutex;
    std::vector<std::optional<QHostInfo>> answers;
};

struct Attempt {
    Server *server;
    QHostAddress address;
    std::unique_ptr<QSslSocket> socket;
    [[nodiscard]] bool isConnected() const { return socket->state() == QAbstractSocket::ConnectedState; }
    [[nodiscard]] bool isOver() const { return isConnected() || socket->state() == QAbstractSocket::UnconnectedState; }
};

Result<std::unique_ptr<QSslSocket>> connectByProxy(const Server &server, const Climb &climb)
{
    const Result<int> made = connectThrough(*server.proxy, server.name(), [&climb] { return climb.over(); });
    if (!made)
        return made.error();
    auto socket = std::make_unique<QSslSocket>();
    socket->setProxy(QNetworkProxy::NoProxy);
    socket->setSocketDescriptor(made.value()); // closes it, too
    return socket;
}

} // namespace

Reach::Reach(const QStringList &names, quint16 port)
{
    for (const QString &name : names) {
        Server server{.host = name, .port = port};
        const qsizetype bracket = name.indexOf(u']');
        const qsizetype colon = name.lastIndexOf(u':');
        if (colon > bracket) {
            server.host = name.first(colon);
            server.port = name.sliced(colon + 1).toUShort();
        }
        if (server.host.startsWith(u'['))
            server.host = server.host.sliced(1, server.host.indexOf(u']') - 1);
        servers.push_back(std::move(server));
    }
}

void Reach::leadThrough(const std::optional<ProxyAddress> &proxy)
{
    for (Server &server : servers)
        server.proxy = proxy;
}

std::vector<Server *> Reach::alive()
{
    std::vector<Server *> found;
    for (Server &server : servers) {
        if (!server.problem)
            found.push_back(&server);
    }
    return found;
}

Error Reach::problem() const
{
    if (servers.empty())
        return {.kind = ErrorKind::BadArgument, .message = say(QT_TRANSLATE_NOOP("ladder", "No server is named."))};
    Error first = servers.front().problem.value_or(Error{});
    if (servers.size() > 1)
        first.message += u' ' + say(QT_TRANSLATE_NOOP("ladder", "None of the %1 servers does better.")).arg(servers.size());
    return first;
}

void lookUp(const std::vector<Server *> &servers, const Climb &climb)
{
    auto lookups = std::make_shared<Lookups>();
    lookups->answers.resize(servers.size());
    for (size_t i = 0; i < servers.size(); ++i) {
        if (servers[i]->proxy) {
            lookups->answers[i] = QHostInfo();
            continue;
        }
        if (const QHostAddress literal(servers[i]->host); !literal.isNull()) {
            servers[i]->addresses = {literal};
            lookups->answers[i] = QHostInfo();
            continue;
        }
        // Detached: what asks the name servers cannot be called off.
        std::thread([lookups, i, host = servers[i]->host] {
            const QHostInfo info = QHostInfo::fromName(host);
            const std::lock_guard lock(lookups->mutex);
            lookups->answers[i] = info;
        }).detach();
    }
    (void)climb.waitFor([&lookups] {
        const std::lock_guard lock(lookups->mutex);
        return std::ranges::all_of(lookups->answers, [](const auto &answer) { return answer.has_value(); });
    });
    const std::lock_guard lock(lookups->mutex);
    for (size_t i = 0; i < servers.size(); ++i) {
        Server &server = *servers[i];
        if (!server.addresses.isEmpty() || server.proxy)
            continue;
        const QHostInfo info = lookups->answers[i].value_or(QHostInfo());
        if (info.error() == QHostInfo::NoError && !info.addresses().isEmpty()) {
            server.addresses = info.addresses();
            continue;
        }
        server.problem = lookupProblem(server, info);
    }
}

void connectTo(const std::vector<Server *> &servers, const Climb &climb)
{
    const QEventLoop loop; // this thread's dispatcher, before sockets need it
    auto behindProxies = static_cast<int>(std::ranges::count_if(servers, [](const Server *server) { return server->proxy.has_value(); }));
    for (Server *server : servers) {
        if (!server->proxy)
            continue;
        Result<std::unique_ptr<QSslSocket>> made = connectByProxy(*server, climb.within(std::max(1, climb.left() / behindProxies--)));
        if (made)
            server->socket = std::move(made).value();
        else
            server->problem = made.error();
    }
    std::vector<Attempt> attempts;
    for (Server *server : servers) {
        for (const QHostAddress &address : std::as_const(server->addresses)) {
            auto socket = std::make_unique<QSslSocket>();
            socket->setProxy(QNetworkProxy::NoProxy);
            socket->connectToHost(address, server->port);
            attempts.push_back({server, address, std::move(socket)});
        }
    }
    const auto allOver = [&] { return std::ranges::all_of(attempts, &Attempt::isOver); };
    const auto oneConnected = [&] { return std::ranges::any_of(attempts, &Attempt::isConnected); };
    if (climb.waitFor([&] { return oneConnected() || allOver(); }) && !allOver())
        (void)climb.within(kGraceMs).waitFor(allOver);
    for (Attempt &attempt : attempts) {
        if (!attempt.isConnected() || attempt.server->socket)
            continue;
        attempt.server->address = attempt.address;
        attempt.server->socket = std::move(attempt.socket);
    }
    for (Server *server : servers) {
        if (server->socket || server->problem)
            continue;
        // A port that refuses tells more than a network that has no way for the other family.
        const auto weight = [](const Attempt &attempt) {
            return !attempt.isOver() ? 1 : attempt.socket->error() == QAbstractSocket::ConnectionRefusedError ? 2 : 0;
        };
        const Attempt *best = nullptr;
        for (const Attempt &attempt : attempts) {
            if (attempt.server == server && attempt.socket && (!best || weight(attempt) > weight(*best)))
                best = &attempt;
        }
        if (best)
            server->problem = connectProblem(*server, best->isOver() ? best->socket->error() : QAbstractSocket::SocketTimeoutError, best->socket->errorString());
    }
}

std::unique_ptr<QSslSocket> connectAgain(const Server &server, const Climb &climb)
{
    if (server.proxy) {
        Result<std::unique_ptr<QSslSocket>> made = connectByProxy(server, climb);
        return made ? std::move(made).value() : nullptr;
    }
    auto socket = std::make_unique<QSslSocket>();
    socket->setProxy(QNetworkProxy::NoProxy);
    socket->connectToHost(server.address, server.port);
    const bool decided = climb.waitFor([&socket] {
        return socket->state() == QAbstractSocket::ConnectedState || socket->state() == QAbstractSocket::UnconnectedState;
    });
    return decided && socket->state() == QAbstractSocket::ConnectedState ? std::move(socket) : nullptr;
}

Step proxyStep(const ReachPtr &reach)
{
    return {.what = say(QT_TRANSLATE_NOOP("ladder", "Proxy")), .signsIn = false, .go = [reach](const Climb &climb) -> RungEnd {
                const ProxyAddress proxy = *reach->servers.front().proxy;
                const Result<int> socket = connectToProxy(proxy, [&climb] { return climb.over(); });
                if (!socket)
                    return RungEnd::failed(socket.error(), u"proxy"_s);
                ::close(socket.value());
                return RungEnd::held((proxy.kind == ProxyAddress::Kind::Http ? say(QT_TRANSLATE_NOOP("ladder", "%1, by HTTP")) : say(QT_TRANSLATE_NOOP("ladder", "%1, by SOCKS5"))).arg(proxy.name()));
            }};
}

Step nameStep(const ReachPtr &reach)
{
    return {.what = say(QT_TRANSLATE_NOOP("ladder", "Name")), .signsIn = false, .go = [reach](const Climb &climb) -> RungEnd {
                lookUp(reach->alive(), climb);
                const std::vector<Server *> alive = reach->alive();
                if (alive.empty())
                    return RungEnd::failed(reach->problem(), u"servers"_s);
                if (alive.front()->proxy)
                    return RungEnd::skipped(say(QT_TRANSLATE_NOOP("ladder", "the proxy looks it up")));
                QList<QHostAddress> addresses;
                bool literal = true;
                for (const Server *server : alive) {
                    addresses += server->addresses;
                    literal = literal && !QHostAddress(server->host).isNull();
                }
                if (literal)
                    return RungEnd::held(say(QT_TRANSLATE_NOOP("ladder", "given as an address, %1")).arg(families(addresses)));
                if (reach->servers.size() > 1)
                    return RungEnd::held(say(QT_TRANSLATE_NOOP("ladder", "%1 of %2 servers have addresses: %3, %4"))
                                             .arg(alive.size()).arg(reach->servers.size()).arg(addresses.size()).arg(families(addresses)));
                return RungEnd::held(addresses.size() == 1 ? say(QT_TRANSLATE_NOOP("ladder", "%1 is %2")).arg(alive.front()->host, addresses.first().toString())
                                                           : say(QT_TRANSLATE_NOOP("ladder", "%1 has %2 addresses, %3"))
                                                                 .arg(alive.front()->host).arg(addresses.size()).arg(families(addresses)));
            }};
}

Step tcpStep(const ReachPtr &reach)
{
    return {.what = u"TCP"_s, .signsIn = false, .go = [reach](const Climb &climb) -> RungEnd {
                const std::vector<Server *> asked = reach->alive();
                connectTo(asked, climb);
                const std::vector<Server *> alive = reach->alive();
                if (alive.empty())
                    return RungEnd::failed(reach->problem(), asked.front()->proxy ? u"proxy"_s : u"servers"_s);
                const Server &first = *alive.front();
                const QString where = first.proxy ? say(QT_TRANSLATE_NOOP("ladder", "%1 through the proxy")).arg(first.name())
                                                  : say(QT_TRANSLATE_NOOP("ladder", "%1 port %2")).arg(first.address.toString()).arg(first.port);
                if (reach->servers.size() > 1)
                    return RungEnd::held(say(QT_TRANSLATE_NOOP("ladder", "%1 of %2 servers answer, %3")).arg(alive.size()).arg(reach->servers.size()).arg(where));
                const bool both = std::ranges::any_of(first.addresses, [&first](const QHostAddress &other) { return other.protocol() != first.address.protocol(); });
                return RungEnd::held(both ? say(QT_TRANSLATE_NOOP("ladder", "%1, by %2")).arg(where, families({first.address})) : where);
            }};
}

} // namespace tocsin::ladder
