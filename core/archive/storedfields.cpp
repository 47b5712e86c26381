// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/storedfields.h"

namespace tocsin::archive {

std::optional<decoders::FieldTree> treeOf(const StoredPacket &packet, size_t record)
{
    decoders::Decoded decoded = decoders::decode({.value = packet.value, .key = packet.key, .headers = packet.headers, .topic = packet.topic},
                                                  {.fields = true, .registry = packet.registry});
    return record < decoded.trees.size() ? std::optional(std::move(decoded.trees[record])) : std::nullopt;
}

const decoders::FieldTree *StoredFields::tree()
{
    if (!m_asked) {
        m_asked = true;
        if (const Result<StoredPacket> packet = m_reader.packet(m_row))
            m_tree = treeOf(packet.value(), m_record);
        else
            m_unread = true;
    }
    return m_tree ? &*m_tree : nullptr;
}

} // namespace tocsin::archive
