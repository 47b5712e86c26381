// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace tocsin::archive {

// Visits the entries of runs, each of them sorted and `runSize` long (the last may be shorter), in the order of all of
// them: `less` compares two entries; of equal ones those of the earlier run come first. `emit` answers whether to go on.
template <typename Entry, typename Less, typename Emit>
bool mergeRuns(const std::vector<Entry> &entries, size_t runSize, Less less, Emit emit)
{
    using Run = std::pair<size_t, size_t>; // place of its next entry, its end
    std::vector<Run> heap;
    for (size_t begin = 0; begin < entries.size(); begin += runSize)
        heap.emplace_back(begin, std::min(entries.size(), begin + runSize));
    const auto before = [&](const Run &a, const Run &b) {
        const Entry &first = entries[a.first];
        const Entry &second = entries[b.first];
        return less(first, second) || (!less(second, first) && a.first < b.first);
    };
    const auto sink = [&](size_t at) {
        for (;;) {
            size_t least = 2 * at + 1;
            if (least >= heap.size())
                return;
            if (least + 1 < heap.size() && before(heap[least + 1], heap[least]))
                ++least;
            if (!before(heap[least], heap[at]))
                return;
            std::swap(heap[least], heap[at]);
            at = least;
        }
    };
    for (size_t at = heap.size() / 2; at-- > 0;)
        sink(at);
    while (!heap.empty()) {
        if (!emit(entries[heap.front().first]))
            return false;
        if (++heap.front().first == heap.front().second) {
            heap.front() = heap.back();
            heap.pop_back();
        }
        sink(0);
    }
    return true;
}

} // namespace tocsin::archive
