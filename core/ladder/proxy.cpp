// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ladder/proxy.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QUrl>

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

namespace tocsin::ladder {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSliceMs = 50;
constexpr qsizetype kLongestAnswer = 8'192;

QString say(const char *text)
{
    return QCoreApplication::translate("ladder", text);
}

Error trouble(const QString &message, const QString &remedy)
{
    return {.kind = ErrorKind::NoConnection, .message = message, .remedy = remedy, .retriable = true};
}

Error silent(const ProxyAddress &proxy)
{
    return trouble(say(QT_TRANSLATE_NOOP("ladder", "The proxy %1 does not answer.")).arg(proxy.name()),
                   say(QT_TRANSLATE_NOOP("ladder", "Check host and port of the proxy; a firewall may be in between.")));
}

Error mute(const ProxyAddress &proxy)
{
    return trouble(say(QT_TRANSLATE_NOOP("ladder", "The proxy %1 took the connection and said nothing.")).arg(proxy.name()),
                   say(QT_TRANSLATE_NOOP("ladder", "Check its port, and whether it is http:// or socks5://.")));
}

Error strange(const ProxyAddress &proxy)
{
    return trouble(proxy.kind == ProxyAddress::Kind::Http ? say(QT_TRANSLATE_NOOP("ladder", "%1 does not speak as an HTTP proxy.")).arg(proxy.name())
                                                          : say(QT_TRANSLATE_NOOP("ladder", "%1 does not speak as a SOCKS5 proxy.")).arg(proxy.name()),
                   say(QT_TRANSLATE_NOOP("ladder", "Check its port, and whether it is http:// or socks5://.")));
}

Error wantsUser(const ProxyAddress &proxy)
{
    return trouble(say(QT_TRANSLATE_NOOP("ladder", "The proxy %1 wants a user and a password.")).arg(proxy.name()),
                   say(QT_TRANSLATE_NOOP("ladder", "Tocsin gives none to a proxy: ask its people for a way without, or run a proxy of your own that signs in.")));
}

Error notPermitted(const ProxyAddress &proxy, const QString &target)
{
    return trouble(say(QT_TRANSLATE_NOOP("ladder", "The proxy %1 does not permit connections to %2.")).arg(proxy.name(), target),
                   say(QT_TRANSLATE_NOOP("ladder", "Many proxies carry web pages only (port 443): ask its people for this host and port.")));
}

Error unreachable(const ProxyAddress &proxy, const QString &target)
{
    return trouble(say(QT_TRANSLATE_NOOP("ladder", "The proxy %1 does not get through to %2.")).arg(proxy.name(), target),
                   say(QT_TRANSLATE_NOOP("ladder", "Check host and port of the server; the proxy looks up its name.")));
}

// Waits until the socket can be read or written; false when given up.
bool waitFor(int socket, short events, const GivenUp &givenUp)
{
    while (!givenUp()) {
        pollfd one{.fd = socket, .events = events, .revents = 0};
        const int ready = ::poll(&one, 1, kSliceMs);
        if (ready > 0)
            return true;
        if (ready < 0 && errno != EINTR)
            return true; // what follows says why
    }
    return false;
}

enum class Transfer { Done, GivenUp, Closed };

Transfer sendAll(int socket, const QByteArray &bytes, const GivenUp &givenUp)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        if (!waitFor(socket, POLLOUT, givenUp))
            return Transfer::GivenUp;
        const ssize_t n = ::send(socket, bytes.constData() + sent, static_cast<size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (n < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (n <= 0)
            return Transfer::Closed;
        sent += n;
    }
    return Transfer::Done;
}

// Exactly so many bytes: what follows belongs to the server.
Transfer receive(int socket, qsizetype count, QByteArray &into, const GivenUp &givenUp)
{
    while (count > 0) {
        if (!waitFor(socket, POLLIN, givenUp))
            return Transfer::GivenUp;
        char buffer[512];
        const ssize_t n = ::recv(socket, buffer, std::min<size_t>(sizeof buffer, static_cast<size_t>(count)), 0);
        if (n < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (n <= 0)
            return Transfer::Closed;
        into.append(buffer, n);
        count -= n;
    }
    return Transfer::Done;
}

std::pair<QString, quint16> parts(const QString &target)
{
    const qsizetype colon = target.lastIndexOf(u':');
    QString host = target.first(std::max<qsizetype>(colon, 0));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    return {host, target.sliced(colon + 1).toUShort()};
}

std::optional<Error> askHttp(int socket, const ProxyAddress &proxy, const QString &target, const GivenUp &givenUp)
{
    const QByteArray name = target.toUtf8();
    if (const Transfer sent = sendAll(socket, "CONNECT " + name + " HTTP/1.1\r\nHost: " + name + "\r\n\r\n", givenUp); sent != Transfer::Done)
        return sent == Transfer::GivenUp ? mute(proxy) : strange(proxy);
    QByteArray answer;
    while (!answer.endsWith("\r\n\r\n")) {
        const Transfer came = answer.size() > kLongestAnswer ? Transfer::Closed : receive(socket, 1, answer, givenUp);
        if (came == Transfer::GivenUp)
            return mute(proxy);
        if (came == Transfer::Closed)
            break;
    }
    const QList<QByteArray> words = answer.left(answer.indexOf('\r')).split(' ');
    if (words.size() < 2 || !words[0].startsWith("HTTP/1."))
        return strange(proxy);
    const int status = words[1].toInt();
    if (status / 100 == 2 && answer.endsWith("\r\n\r\n"))
        return std::nullopt;
    if (status == 407)
        return wantsUser(proxy);
    if (status == 502 || status == 503 || status == 504 || status == 500 || status == 404)
        return unreachable(proxy, target);
    return status / 100 == 4 ? notPermitted(proxy, target) : strange(proxy);
}

std::optional<Error> askSocks(int socket, const ProxyAddress &proxy, const QString &target, const GivenUp &givenUp)
{
    const auto lost = [&](Transfer how) { return how == Transfer::GivenUp ? mute(proxy) : strange(proxy); };
    QByteArray answer;
    Transfer step = sendAll(socket, QByteArray("\x05\x01\x00", 3), givenUp); // without sign-in
    if (step == Transfer::Done)
        step = receive(socket, 2, answer, givenUp);
    if (step != Transfer::Done || answer[0] != 5)
        return lost(step);
    if (answer[1] != 0)
        return wantsUser(proxy);
    const auto [host, port] = parts(target);
    const QByteArray name = host.toUtf8();
    if (name.size() > 255)
        return unreachable(proxy, target);
    QByteArray question("\x05\x01\x00\x03", 4); // connect to a name
    question += static_cast<char>(name.size());
    question += name;
    question += static_cast<char>(port >> 8);
    question += static_cast<char>(port & 255);
    answer.clear();
    step = sendAll(socket, question, givenUp);
    if (step == Transfer::Done)
        step = receive(socket, 5, answer, givenUp); // and the first byte of the address
    if (step != Transfer::Done || answer[0] != 5)
        return lost(step);
    switch (answer[1]) {
    case 0:
        break;
    case 2:
        return notPermitted(proxy, target);
    default:
        return unreachable(proxy, target);
    }
    // The rest of the address that it speaks from, and its port.
    const int length = answer[3] == 1 ? 3 : answer[3] == 4 ? 15 : static_cast<uchar>(answer[4]);
    step = receive(socket, length + 2, answer, givenUp);
    return step == Transfer::Done ? std::nullopt : std::optional(lost(step));
}

struct AddressesDeleter {
    void operator()(addrinfo *list) const { ::freeaddrinfo(list); }
};

} // namespace

Result<ProxyAddress> parseProxy(const QString &text)
{
    const Error wrong{.kind = ErrorKind::BadArgument,
                      .message = say(QT_TRANSLATE_NOOP("ladder", "“%1” is no proxy: write http://HOST:PORT or socks5://HOST:PORT.")).arg(text)};
    const QUrl url(text, QUrl::StrictMode);
    const bool isHttp = url.scheme() == u"http";
    const bool isSocks = url.scheme() == u"socks5" || url.scheme() == u"socks5h";
    if (!url.userInfo().isEmpty())
        return Error{.kind = ErrorKind::BadArgument, .message = say(QT_TRANSLATE_NOOP("ladder", "A proxy is named without user and password: they would stand in files."))};
    if (!url.isValid() || !(isHttp || isSocks) || url.host().isEmpty() || url.port() <= 0 || (!url.path().isEmpty() && url.path() != u"/") || url.hasQuery())
        return wrong;
    return ProxyAddress{.kind = isHttp ? ProxyAddress::Kind::Http : ProxyAddress::Kind::Socks5, .host = url.host(), .port = static_cast<quint16>(url.port())};
}

std::optional<ProxyAddress> proxyOf(const QProcessEnvironment &environment, const QStringList &hosts)
{
    const auto value = [&environment](const QString &name) { return environment.value(name, environment.value(name.toLower())).trimmed(); };
    const QString named = value(u"ALL_PROXY"_s);
    if (named.isEmpty())
        return std::nullopt;
    const QStringList spared = value(u"NO_PROXY"_s).split(u',', Qt::SkipEmptyParts);
    const auto isSpared = [&spared](const QString &host) {
        if (host == u"localhost" || QHostAddress(host).isLoopback())
            return true;
        return std::ranges::any_of(spared, [&host](QString each) {
            each = each.trimmed();
            if (each.startsWith(u'.'))
                each.remove(0, 1);
            return each == u"*" || host.compare(each, Qt::CaseInsensitive) == 0 || (!each.isEmpty() && host.endsWith(u'.' + each, Qt::CaseInsensitive));
        });
    };
    if (std::ranges::any_of(hosts, isSpared))
        return std::nullopt;
    const Result<ProxyAddress> proxy = parseProxy(named);
    return proxy ? std::optional(proxy.value()) : std::nullopt;
}

Error proxyLost(const ProxyAddress &proxy, int error)
{
    if (error == ETIMEDOUT)
        return silent(proxy);
    Error lost = error == ECONNREFUSED ? trouble(say(QT_TRANSLATE_NOOP("ladder", "Nothing listens at the proxy %1.")).arg(proxy.name()),
                                                 say(QT_TRANSLATE_NOOP("ladder", "Check host and port of the proxy; it may be down just now.")))
                                       : trouble(say(QT_TRANSLATE_NOOP("ladder", "There is no way to the proxy %1 from this network.")).arg(proxy.name()),
                                                 say(QT_TRANSLATE_NOOP("ladder", "Check the network of this computer; away from home the proxy may not be wanted.")));
    lost.detail = QString::fromLocal8Bit(std::strerror(error));
    return lost;
}

Error proxyUnknown(const ProxyAddress &proxy)
{
    Error error = trouble(say(QT_TRANSLATE_NOOP("ladder", "The name of the proxy %1 was not found.")).arg(proxy.host),
                          say(QT_TRANSLATE_NOOP("ladder", "Check the spelling; away from home the proxy may not be wanted.")));
    error.kind = ErrorKind::NameNotResolved;
    return error;
}

std::optional<Error> askProxy(int socket, const ProxyAddress &proxy, const QString &target, const GivenUp &givenUp)
{
    return proxy.kind == ProxyAddress::Kind::Http ? askHttp(socket, proxy, target, givenUp) : askSocks(socket, proxy, target, givenUp);
}

Result<int> connectToProxy(const ProxyAddress &proxy, const GivenUp &givenUp)
{
    const addrinfo hints{.ai_flags = AI_NUMERICSERV, .ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM};
    addrinfo *raw = nullptr;
    if (::getaddrinfo(proxy.host.toUtf8().constData(), QByteArray::number(proxy.port).constData(), &hints, &raw) != 0 || !raw)
        return proxyUnknown(proxy);
    const std::unique_ptr<addrinfo, AddressesDeleter> addresses(raw);
    int last = ETIMEDOUT;
    for (const addrinfo *each = addresses.get(); each && !givenUp(); each = each->ai_next) {
        const int socket = ::socket(each->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        if (socket < 0) {
            last = errno;
            continue;
        }
        int error = ::connect(socket, each->ai_addr, each->ai_addrlen) == 0 ? 0 : errno;
        if (error == EINPROGRESS) {
            socklen_t size = sizeof error;
            if (!waitFor(socket, POLLOUT, givenUp))
                error = ETIMEDOUT;
            else if (::getsockopt(socket, SOL_SOCKET, SO_ERROR, &error, &size) != 0)
                error = errno;
        }
        if (error == 0)
            return socket;
        ::close(socket);
        last = error;
    }
    return proxyLost(proxy, last);
}

Result<int> connectThrough(const ProxyAddress &proxy, const QString &target, const GivenUp &givenUp)
{
    Result<int> socket = connectToProxy(proxy, givenUp);
    if (!socket)
        return socket;
    if (const std::optional<Error> refused = askProxy(socket.value(), proxy, target, givenUp)) {
        ::close(socket.value());
        return *refused;
    }
    return socket;
}

} // namespace tocsin::ladder
