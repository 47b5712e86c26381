// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/decoder.h"
#include "core/domain/packet.h"
#include "core/filter/packetfields.h"

#include <string_view>

namespace tocsin::app {

// The packet at hand for a filter, decoded when it is asked for. Lives on the router's stack, for one alert.
class PacketTree final : public filter::PacketFields
{
public:
    PacketTree(const Packet &packet, size_t record) : m_packet(packet), m_record(record) {}
    [[nodiscard]] const decoders::FieldTree *tree() override
    {
        if (!m_asked) {
            m_asked = true;
            const std::string_view topic = m_packet.lane ? std::string_view(m_packet.lane->topic) : std::string_view();
            m_decoded = decoders::decode({.value = m_packet.value, .key = m_packet.key, .headers = m_packet.headers, .topic = topic},
                                         {.fields = true, .registry = m_packet.stream ? std::string_view(m_packet.stream->registry) : std::string_view()});
        }
        return m_record < m_decoded.trees.size() ? &m_decoded.trees[m_record] : nullptr;
    }

private:
    const Packet &m_packet;
    const size_t m_record;
    bool m_asked = false;
    decoders::Decoded m_decoded;
};

} // namespace tocsin::app
