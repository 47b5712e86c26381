// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/packet.h"
#include "core/services/packetdecoding.h"
#include "tests/core/decoders/avrobuilder.h"

#include <memory>
#include <string>
#include <vector>

namespace tocsin::tests {

// Packets behind the number of a schema, as a registry's streams send them, and batches of them on their way to the archive.

inline const char *const kPlaceSchema
    = R"({"type": "record", "name": "place", "fields": [{"name": "id", "type": "long"}, {"name": "ra", "type": "double"}, {"name": "dec", "type": "double"}, {"name": "text", "type": "string"}]})";

inline std::string framedPlace(uint32_t schema, int64_t id)
{
    std::string bytes(1, '\0');
    for (const int shift : {24, 16, 8, 0})
        bytes += static_cast<char>(schema >> shift);
    return bytes + test::avroLong(id) + test::avroDouble(10.5 + 0.001 * static_cast<double>(id)) + test::avroDouble(-20.25)
        + test::avroText("object number " + std::to_string(id));
}

inline StreamRefPtr framedStream(const std::string &registry, const char *uuid = "u-rubin", const char *name = "rubin")
{
    return std::make_shared<StreamRef>(StreamRef{.uuid = uuid, .name = name, .registry = registry});
}

// As the pipeline hands them on: decoded now, with the schemas that are known now.
inline DecodedBatch batchOfValues(const StreamRefPtr &who, const LanePtr &where, int64_t first, std::vector<std::string> values)
{
    DecodedBatch batch;
    auto memory = std::make_shared<std::vector<std::string>>(std::move(values));
    for (size_t i = 0; i < memory->size(); ++i) {
        Packet packet;
        packet.lane = where;
        packet.position = first + static_cast<int64_t>(i);
        packet.value = (*memory)[i];
        packet.stream = who;
        packet.brokerTime = UtcTime::fromMs(1'790'000'000'000 + packet.position);
        packet.received = UtcTime::fromMs(1'790'000'001'000);
        batch.bytes += packet.value.size();
        batch.packets.push_back(services::decodePacket(std::move(packet), batch.gaps));
    }
    batch.positions.push_back({who, where, first + static_cast<int64_t>(memory->size()), 7, 8});
    batch.keepAlive = memory;
    return batch;
}

inline DecodedBatch framedBatch(const StreamRefPtr &who, const LanePtr &where, uint32_t schema, int64_t first, int count)
{
    std::vector<std::string> values;
    for (int i = 0; i < count; ++i)
        values.push_back(framedPlace(schema, first + i));
    return batchOfValues(who, where, first, std::move(values));
}

} // namespace tocsin::tests
