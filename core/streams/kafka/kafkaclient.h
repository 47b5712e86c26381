// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/kafka/rdkafkahandles.h"

#include <memory>

namespace tocsin::streams::kafka {

class ProxyRoute;
class TokenFeed;

// What belongs to a client of librdkafka and lives as long as its threads do. librdkafka's opaque is one of these; `user` is what
// whoever made the client wants to find in its callbacks. Owned by the client's handle.
struct ClientParts {
    ClientParts();
    ~ClientParts();
    ClientParts(const ClientParts &) = delete;
    ClientParts &operator=(const ClientParts &) = delete;

    void *user = nullptr;
    std::unique_ptr<TokenFeed> feed; // null: signs in without tokens
    std::unique_ptr<ProxyRoute> route; // null: no proxy

    [[nodiscard]] static ClientParts &of(const rd_kafka_t *client) { return *static_cast<ClientParts *>(rd_kafka_opaque(client)); }
    template <typename User>
    [[nodiscard]] static User &userOf(void *opaque)
    {
        return *static_cast<User *>(static_cast<ClientParts *>(opaque)->user);
    }
};

// Ends a client: first what asks it, then the client, then what its threads use.
struct ClientDeleter {
    std::shared_ptr<ClientParts> parts = {};

    void operator()(rd_kafka_t *client) const;
};
using ClientHandle = std::unique_ptr<rd_kafka_t, ClientDeleter>;

// From now on the client gets no more tokens.
void endTokens(const ClientHandle &client);

} // namespace tocsin::streams::kafka
