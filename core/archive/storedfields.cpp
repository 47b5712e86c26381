// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/storedfields.h"

namespace tocsin::archive {

const decoders::FieldTree *StoredFields::tree()
{
    if (!m_asked) {
        m_asked = true;
        if (const Result<StoredPacket> packet = m_reader.packet(m_row)) {
            const StoredPacket &raw = packet.value();
            decoders::Decoded decoded = decoders::decode({.value = raw.value, .key = raw.key, .headers = raw.headers, .topic = raw.topic},
                                                          {.fields = true, .registry = raw.registry});
            if (m_record < decoded.trees.size())
                m_tree = std::move(decoded.trees[m_record]);
        } else {
            m_unread = true;
        }
    }
    return m_tree ? &*m_tree : nullptr;
}

} // namespace tocsin::archive
