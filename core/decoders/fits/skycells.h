// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/fits/skymap.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin::decoders {

// The rows of a multi-order map as they were sent; empty of maps of other kinds. UNIQ numbers, probability per steradian.
struct SkyCells {
    std::vector<int64_t> uniq;
    std::vector<double> density;
};

// Facts and cells of a map. Empty text: read; else what is wrong with it.
[[nodiscard]] std::string readSkyCells(std::string_view fits, SkyMapFacts &facts, SkyCells &cells);

// Of the cells, from the greatest density down: those that reach this share of the whole; by their places in the list.
[[nodiscard]] std::vector<uint32_t> densestCells(const SkyCells &cells, double share, double total);

[[nodiscard]] int orderOfCell(int64_t uniq);
[[nodiscard]] double areaOfCell(int64_t uniq); // steradian

} // namespace tocsin::decoders
