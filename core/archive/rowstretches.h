// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <span>

namespace tocsin::archive {

// Cuts ascending rows into stretches of the column files that are worth a read: rows near each other share one, those
// that lie far apart have their own. `read(first, count, rows)` answers with an Outcome.
template <typename Read>
Outcome visitStretches(std::span<const int64_t> rows, Read read)
{
    constexpr int64_t kLongest = 16'384; // a few columns of them fit the processor's cache
    constexpr int64_t kNear = 256; // a page of the narrower columns: skipping less saves nothing
    for (size_t begin = 0; begin < rows.size();) {
        size_t end = begin + 1;
        while (end < rows.size() && rows[end] - rows[end - 1] <= kNear && rows[end] - rows[begin] < kLongest)
            ++end;
        const std::span<const int64_t> some = rows.subspan(begin, end - begin);
        if (const Outcome done = read(some.front(), static_cast<size_t>(some.back() - some.front() + 1), some); !done)
            return done;
        begin = end;
    }
    return Done{};
}

} // namespace tocsin::archive
