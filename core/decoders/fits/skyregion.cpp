// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/fits/skyregion.h"

#include "core/decoders/fits/skycells.h"
#include "core/decoders/fits/skyturn.h"

#include <chealpix.h>

#include <algorithm>
#include <cmath>

namespace tocsin::decoders {

namespace {

constexpr int kFinest = 29;

} // namespace

bool SkyRegion::contains(double ra, double dec) const
{
    if (!(ra >= 0 && ra < 360 && std::abs(dec) <= 90))
        return false;
    int64_t pixel = 0;
    ang2pix_nest64(1LL << kFinest, (90 - dec) * M_PI / 180, ra * M_PI / 180, &pixel);
    const auto behind = std::ranges::upper_bound(m_ranges, pixel, {}, &std::pair<int64_t, int64_t>::first);
    return behind != m_ranges.begin() && pixel < std::prev(behind)->second;
}

double SkyRegion::area() const
{
    constexpr double kSquareDegrees = (180 / M_PI) * (180 / M_PI);
    double pixels = 0;
    for (const auto &[from, to] : m_ranges)
        pixels += static_cast<double>(to - from);
    return pixels * M_PI / 3 / std::pow(4.0, kFinest) * kSquareDegrees;
}

std::variant<SkyRegion, std::string> credibleRegion(std::string_view fits, double level)
{
    SkyMapFacts facts;
    SkyCells cells;
    if (const std::string wrong = readSkyCells(fits, facts, cells); !wrong.empty())
        return "the sky map " + wrong;
    if (cells.uniq.empty())
        return std::string(facts.coverage ? "the sky map is a region without probabilities (MOC)" : "the sky map is flat: its cells are not kept");
    if (skyAxesOf(facts.coordinates) != SkyAxes::Equatorial)
        return "the sky map is in other coordinates: COORDSYS " + facts.coordinates;
    SkyRegion region;
    for (const uint32_t i : densestCells(cells, level, facts.total)) {
        const int order = orderOfCell(cells.uniq[i]);
        const int shift = 2 * (kFinest - order);
        const int64_t pixel = cells.uniq[i] - (4LL << 2 * order);
        region.m_ranges.emplace_back(pixel << shift, (pixel + 1) << shift);
    }
    std::ranges::sort(region.m_ranges);
    size_t last = 0;
    for (size_t i = 1; i < region.m_ranges.size(); ++i) {
        if (region.m_ranges[i].first <= region.m_ranges[last].second)
            region.m_ranges[last].second = std::max(region.m_ranges[last].second, region.m_ranges[i].second);
        else
            region.m_ranges[++last] = region.m_ranges[i];
    }
    if (!region.m_ranges.empty())
        region.m_ranges.resize(last + 1);
    return region;
}

} // namespace tocsin::decoders
