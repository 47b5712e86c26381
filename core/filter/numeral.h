// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <compare>
#include <cstdint>
#include <limits>

namespace tocsin::filter {

// A number in a filter or a packet. Integers keep all their digits beside the double, so that ids of 19 digits compare
// exactly; NaN = missing. A plain value.
struct Numeral {
    double real = std::numeric_limits<double>::quiet_NaN();
    uint64_t magnitude = 0;
    bool negative = false;
    bool exact = false;

    Numeral() = default;
    Numeral(double value) : real(value) {}
    [[nodiscard]] static Numeral natural(uint64_t value, bool below = false)
    {
        Numeral numeral(below ? -static_cast<double>(value) : static_cast<double>(value));
        numeral.magnitude = value;
        numeral.negative = below && value != 0;
        numeral.exact = true;
        return numeral;
    }
    [[nodiscard]] static Numeral integer(int64_t value)
    {
        return value < 0 ? natural(~static_cast<uint64_t>(value) + 1, true) : natural(static_cast<uint64_t>(value));
    }

    [[nodiscard]] bool has() const { return !std::isnan(real); }
    [[nodiscard]] Numeral negated() const { return exact ? natural(magnitude, !negative) : Numeral(-real); }
};

// Two integers compare as integers, everything else as doubles; unordered where one is missing.
[[nodiscard]] inline std::partial_ordering compare(const Numeral &a, const Numeral &b)
{
    if (!a.exact || !b.exact)
        return a.real <=> b.real;
    if (a.negative != b.negative)
        return a.negative ? std::partial_ordering::less : std::partial_ordering::greater;
    return a.negative ? b.magnitude <=> a.magnitude : a.magnitude <=> b.magnitude;
}

} // namespace tocsin::filter
