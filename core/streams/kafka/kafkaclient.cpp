// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/kafka/kafkaclient.h"

#include "core/streams/kafka/proxyroute.h"
#include "core/streams/kafka/tokenfeed.h"

namespace tocsin::streams::kafka {

ClientParts::ClientParts() = default;
ClientParts::~ClientParts() = default;

void endTokens(const ClientHandle &client)
{
    if (client && client.get_deleter().parts && client.get_deleter().parts->feed)
        client.get_deleter().parts->feed->end();
}

void ClientDeleter::operator()(rd_kafka_t *client) const
{
    if (parts && parts->feed)
        parts->feed->end();
    if (parts && parts->route)
        parts->route->end();
    rd_kafka_destroy_flags(client, RD_KAFKA_DESTROY_F_NO_CONSUMER_CLOSE);
}

} // namespace tocsin::streams::kafka
