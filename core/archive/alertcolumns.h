// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alertfields.h"

#include <span>
#include <string>
#include <string_view>

namespace tocsin::archive {

// An alert field that has a column of its own, and its place among the numbers for the bit set `singles`.
struct AlertColumn {
    const AlertField *field = nullptr;
    int singleBit = -1; // -1: no number
};

// All stored fields in the order of alertFields(). What is derived, or follows from lane, position and stream, has no
// column. The order of numbers is part of the file format: new number fields go to the end of alertFields().
[[nodiscard]] std::span<const AlertColumn> alertColumns();

// Of those that Archive::annotate() writes: they do not come from the packet, and stay when that is decoded anew.
[[nodiscard]] bool isAnnotation(std::string_view key);

// `"timestamp", "id", …`, quoted, for SELECT and INSERT.
[[nodiscard]] const std::string &alertColumnList();

// decimals + 16 when inside a leap second, and back.
[[nodiscard]] inline int timeForm(const UtcTime &time)
{
    return time.digits + (time.leap ? 16 : 0);
}
[[nodiscard]] inline UtcTime timeFrom(int64_t us, int form)
{
    return {us, static_cast<int8_t>(form & 15), (form & 16) != 0};
}

} // namespace tocsin::archive
