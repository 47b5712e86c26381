// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/kafka/kafkapacket.h"

namespace tocsin::streams::kafka {

Packet packetOf(const rd_kafka_message_t &message, const LanePtr &lane)
{
    Packet packet;
    packet.lane = lane;
    packet.position = message.offset;
    packet.value = {static_cast<const char *>(message.payload), message.len};
    packet.key = {static_cast<const char *>(message.key), message.key_len};
    packet.received = UtcTime::now();
    if (const int64_t stampMs = rd_kafka_message_timestamp(&message, nullptr); stampMs > 0)
        packet.brokerTime = UtcTime::fromMs(stampMs);
    rd_kafka_headers_t *headers = nullptr;
    if (rd_kafka_message_headers(&message, &headers) == RD_KAFKA_RESP_ERR_NO_ERROR) {
        const char *name = nullptr;
        const void *value = nullptr;
        size_t size = 0;
        for (size_t i = 0; rd_kafka_header_get_all(headers, i, &name, &value, &size) == RD_KAFKA_RESP_ERR_NO_ERROR; ++i)
            packet.headers.emplace_back(name, std::string(static_cast<const char *>(value), value ? size : 0));
    }
    return packet;
}

} // namespace tocsin::streams::kafka
