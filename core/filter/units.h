// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <string_view>

namespace tocsin::filter {

// What a number measures, as powers of what the units are made of.
struct Dimension {
    int16_t angle = 0;
    int16_t time = 0;
    int16_t magnitude = 0;
    int16_t distance = 0;

    [[nodiscard]] bool none() const { return *this == Dimension{}; }
    friend bool operator==(const Dimension &, const Dimension &) = default;
};

// The unit of a number: what it measures and how many basic units (deg, s, mag, Mpc) one of it is. A free number has none
// of its own and takes that of its neighbour: bare literals, and packet fields whose unit nobody told.
struct Unit {
    Dimension dimension;
    double scale = 1;
    bool free = true;

    [[nodiscard]] static Unit of(Dimension dimension, double scale = 1) { return {dimension, scale, false}; }
};

// "deg", "Hz", "d" … as alertFields() and the catalogue of packet fields write them; "" is a number without a unit, and
// what is not known here (nJy) is free.
[[nodiscard]] Unit unitOf(std::string_view name);

[[nodiscard]] Unit product(const Unit &a, const Unit &b);
[[nodiscard]] Unit quotient(const Unit &a, const Unit &b);

// For people: “a magnitude”, “an angle”, “a time span” …; and a literal that would fit, such as 19.5 or 3h.
[[nodiscard]] QString described(const Unit &unit);
[[nodiscard]] QString exampleOf(const Unit &unit);

} // namespace tocsin::filter
