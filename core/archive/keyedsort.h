// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace tocsin::archive {

// A row and what it is sorted by.
struct Keyed {
    uint64_t key = 0;
    int64_t row = 0;
};

// Doubles as integers in the same order, -0 as 0; what is no number comes behind all of them.
[[nodiscard]] uint64_t orderedKey(double number);

// Visits the entries by their keys, equal ones as they stand, and leaves them in runs. 16 bytes an entry are all it takes,
// beside 2 MB. `goOn` is asked now and then; false: it said no.
[[nodiscard]] bool visitByKey(std::vector<Keyed> &entries, const std::function<bool()> &goOn, const std::function<void(const Keyed &)> &visit);

} // namespace tocsin::archive
