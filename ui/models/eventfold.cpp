// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/eventfold.h"

#include <algorithm>

namespace tocsin::ui {

EventFold::EventFold(archive::Folded folded) : m_events(std::move(folded.events)), m_heads(std::move(folded.eventHeads))
{
    for (size_t i = 0; i < folded.heads.size() && i < folded.sizes.size(); ++i) {
        if (folded.sizes[i] > 1)
            m_sizes.push_back({folded.heads[i], folded.sizes[i]});
    }
}

int64_t EventFold::headOf(uint64_t event) const
{
    if (const auto it = m_newHeads.find(event); it != m_newHeads.end())
        return it->second;
    const auto it = std::ranges::lower_bound(m_events, event);
    return it != m_events.end() && *it == event ? m_heads[static_cast<size_t>(it - m_events.begin())] : 0;
}

uint32_t EventFold::sizeOf(int64_t head) const
{
    if (const auto it = m_newSizes.find(head); it != m_newSizes.end())
        return it->second;
    const auto it = std::ranges::lower_bound(m_sizes, head, {}, &Size::head);
    return it != m_sizes.end() && it->head == head ? it->rows : 1;
}

void EventFold::add(uint64_t event, int64_t head)
{
    const int64_t before = headOf(event);
    const uint32_t rows = before == 0 ? 1 : sizeOf(before) + 1;
    m_newHeads[event] = head;
    if (rows > 1)
        m_newSizes[head] = rows;
    if (before != 0 && before != head)
        m_newSizes.erase(before);
}

} // namespace tocsin::ui
