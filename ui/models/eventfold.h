// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace tocsin::ui {

// Which row stands for which event in a folded list, and for how many rows. The archive's answer stays as it came; what has
// arrived since lies over it. A plain value.
class EventFold
{
public:
    EventFold() = default;
    explicit EventFold(archive::Folded folded); // its heads are left to the list
    [[nodiscard]] int64_t headOf(uint64_t event) const; // 0: none yet
    [[nodiscard]] uint32_t sizeOf(int64_t head) const; // 1: stands for itself
    // Another row of the event; `head` is the one that stands for it from now on.
    void add(uint64_t event, int64_t head);

private:
    struct Size {
        int64_t head;
        uint32_t rows;
    };
    std::vector<uint64_t> m_events; // ascending hashes
    std::vector<int64_t> m_heads; // parallel to m_events
    std::vector<Size> m_sizes; // of more than one row, ascending heads
    std::unordered_map<uint64_t, int64_t> m_newHeads;
    std::unordered_map<int64_t, uint32_t> m_newSizes;
};

} // namespace tocsin::ui
