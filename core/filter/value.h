// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/expression.h"

#include <string_view>

namespace tocsin::filter {

// A value while a filter is judged. Text is a view into the alert, the packet, the filter or a buffer of the thread.
struct Value {
    enum class Kind : uint8_t { Missing, Number, Text, Bool, Time, Other } kind = Kind::Missing; // Other: an object or a list, `number` has its size; or bytes
    bool flag = false;
    int64_t timeUs = 0;
    Numeral number;
    std::string_view text;

    [[nodiscard]] static Value of(const Numeral &number);
    [[nodiscard]] static Value of(std::string_view text); // "" is a text: keys check before
    [[nodiscard]] static Value of(bool flag);
    [[nodiscard]] static Value time(int64_t us);
};

// The number that a text is: digits with sign, fraction and exponent and nothing beside them; else missing.
[[nodiscard]] Numeral numberOf(std::string_view text);

// The pieces of judging that a second evaluator shares: both sides of one type, or of a packet's.
[[nodiscard]] Truth compared(const Value &left, CompareOp op, const Value &right);
[[nodiscard]] Truth isAmong(const Value &value, const Choices &choices);
[[nodiscard]] Truth matches(const Value &value, const Regex &regex, bool inverse);

} // namespace tocsin::filter
