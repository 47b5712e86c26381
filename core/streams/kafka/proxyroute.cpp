// SPDX-License-Identifier: GPL-3.0-or-later
// librdkafka: rdkafka.h, rd_kafka_conf_set_resolve_cb(), rd_kafka_conf_set_connect_cb() (its `id` is HOST:PORT of the broker).
#include "core/streams/kafka/proxyroute.h"

#include "core/streams/kafka/kafkaclient.h"

#include <QDeadlineTimer>

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>

#include <cerrno>

namespace tocsin::streams::kafka {

namespace {

// A broker's lock is held meanwhile, which others of the client's threads may want.
constexpr int kLimitMs = 4'000;

} // namespace

void ProxyRoute::install(rd_kafka_conf_t *conf)
{
    rd_kafka_conf_set_resolve_cb(conf, [](const char *node, const char *service, const addrinfo *hints, addrinfo **addresses, void *opaque) {
        if (!node && !service) {
            ::freeaddrinfo(*addresses);
            return 0;
        }
        return static_cast<ClientParts *>(opaque)->route->resolve(hints, addresses);
    });
    rd_kafka_conf_set_connect_cb(conf, [](int socket, const sockaddr *address, int length, const char *broker, void *opaque) {
        return static_cast<ClientParts *>(opaque)->route->connect(socket, address, length, broker);
    });
}

std::optional<Error> ProxyRoute::trouble() const
{
    const std::lock_guard lock(m_mutex);
    return m_trouble;
}

int ProxyRoute::fail(const Error &why, int code)
{
    const std::lock_guard lock(m_mutex);
    m_trouble = why;
    return code;
}

int ProxyRoute::resolve(const addrinfo *hints, addrinfo **addresses)
{
    const int code = ::getaddrinfo(m_proxy.host.toUtf8().constData(), QByteArray::number(m_proxy.port).constData(), hints, addresses);
    return code == 0 ? 0 : fail(ladder::proxyUnknown(m_proxy), code);
}

int ProxyRoute::connect(int socket, const sockaddr *address, int length, const char *broker)
{
    const QDeadlineTimer limit(kLimitMs);
    const auto givenUp = [this, &limit] { return m_ends || limit.hasExpired(); };
    int error = ::connect(socket, address, static_cast<socklen_t>(length)) == 0 ? 0 : errno;
    while (error == EINPROGRESS) { // librdkafka made it non-blocking
        pollfd one{.fd = socket, .events = POLLOUT, .revents = 0};
        socklen_t size = sizeof error;
        if (::poll(&one, 1, 50) > 0) {
            if (::getsockopt(socket, SOL_SOCKET, SO_ERROR, &error, &size) != 0)
                error = errno;
        } else if (givenUp()) {
            error = ETIMEDOUT;
        }
    }
    if (error != 0)
        return fail(ladder::proxyLost(m_proxy, error), error);
    if (const std::optional<Error> refused = ladder::askProxy(socket, m_proxy, QString::fromUtf8(broker), givenUp))
        return fail(*refused, limit.hasExpired() ? ETIMEDOUT : ECONNREFUSED);
    const std::lock_guard lock(m_mutex);
    m_trouble.reset();
    return 0;
}

} // namespace tocsin::streams::kafka
