// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ladder/proxy.h"

#include <librdkafka/rdkafka.h>

#include <atomic>
#include <mutex>
#include <optional>

struct addrinfo;

namespace tocsin::streams::kafka {

// Leads every connection of one client through a proxy. librdkafka's threads call it, each for its own broker; it looks up the proxy
// in place of the broker, whose name goes to the proxy as it stands. Owned by ClientParts.
class ProxyRoute final
{
public:
    explicit ProxyRoute(ladder::ProxyAddress proxy) : m_proxy(std::move(proxy)) {}

    // For a configuration whose opaque is the ClientParts that own a route.
    static void install(rd_kafka_conf_t *conf);
    // Connections that are being made end within some 50 ms.
    void end() { m_ends = true; }
    // What the proxy said against the last connection; nothing while it carries them.
    [[nodiscard]] std::optional<Error> trouble() const;

private:
    [[nodiscard]] int resolve(const addrinfo *hints, addrinfo **addresses);
    [[nodiscard]] int connect(int socket, const sockaddr *address, int length, const char *broker);
    [[nodiscard]] int fail(const Error &why, int code);

    const ladder::ProxyAddress m_proxy;
    std::atomic<bool> m_ends = false;
    mutable std::mutex m_mutex;
    std::optional<Error> m_trouble;
};

} // namespace tocsin::streams::kafka
