// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tocsin::decoders {

// The smallest region of a multi-order map that holds a share of its probability, to be asked whether a place lies in it. A
// plain value that does not change: any thread may ask.
class SkyRegion
{
public:
    [[nodiscard]] bool contains(double ra, double dec) const; // degrees, ICRS
    [[nodiscard]] double area() const; // square degrees
    [[nodiscard]] bool isEmpty() const { return m_ranges.empty(); }

private:
    friend std::variant<SkyRegion, std::string> credibleRegion(std::string_view fits, double level);
    std::vector<std::pair<int64_t, int64_t>> m_ranges; // of nested pixels of order 29: from, up to before; ascending and apart
};

// From the bytes of a FITS file, gzip or not: the pixel in which the level (0 … 1) is reached belongs to it, as in the areas of
// readSkyMap(). The error says why there is none: no cells (a flat map, a region without probabilities), other axes than the
// equator's, or what is wrong with the map.
[[nodiscard]] std::variant<SkyRegion, std::string> credibleRegion(std::string_view fits, double level);

} // namespace tocsin::decoders
