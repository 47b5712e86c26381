// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/decoders/decoder.h"
#include "core/filter/packetfields.h"

#include <optional>

namespace tocsin::archive {

// The fields of one record of a packet; nothing where it cannot be decoded.
[[nodiscard]] std::optional<decoders::FieldTree> treeOf(const StoredPacket &packet, size_t record);

// The packet of a stored row for a filter: read and decoded when it is asked for. Lives on the reader's thread, for one row.
class StoredFields final : public filter::PacketFields
{
public:
    StoredFields(Reader &reader, int64_t row, size_t record) : m_reader(reader), m_row(row), m_record(record) {}
    [[nodiscard]] const decoders::FieldTree *tree() override;
    // It was asked for, and could not be read: damaged or lost.
    [[nodiscard]] bool isUnread() const { return m_unread; }

private:
    Reader &m_reader;
    const int64_t m_row;
    const size_t m_record;
    bool m_asked = false;
    bool m_unread = false;
    std::optional<decoders::FieldTree> m_tree;
};

} // namespace tocsin::archive
