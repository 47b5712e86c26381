// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace tocsin::decoders {

inline constexpr size_t kMostPacketBytes = 64u << 20; // of a packet, and of what it unpacks to (decisions.md 19)

// The memory that the trees of one packet may take. A value costs many times the byte or two that it has in the packet.
class TreeBudget
{
public:
    static constexpr size_t kPerValue = 64; // a member of an ordered object: its name and its value

    // False when there is no more.
    [[nodiscard]] bool spend(size_t bytes)
    {
        m_spent = m_spent || bytes > m_left;
        m_left -= m_spent ? m_left : bytes;
        return !m_spent;
    }
    [[nodiscard]] bool isSpent() const { return m_spent; }

private:
    size_t m_left = 128u << 20;
    bool m_spent = false;
};

} // namespace tocsin::decoders
