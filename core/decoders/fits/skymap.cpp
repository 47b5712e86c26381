// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/fits/skymap.h"

#include "core/decoders/fits/fits.h"

#include <chealpix.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <variant>
#include <vector>

namespace tocsin::decoders {

namespace {

constexpr int kMostOrder = 29;

} // namespace

std::variant<SkyMapFacts, std::string> readSkyMap(std::string_view fits)
{
    const auto file = readFits(fits);
    if (const std::string *wrong = std::get_if<std::string>(&file))
        return "the sky map " + *wrong;
    const auto &units = std::get<std::vector<FitsUnit>>(file);
    if (units.size() < 2)
        return std::string("the sky map has no table");
    const auto read = FitsTable::of(units[1]);
    if (const std::string *wrong = std::get_if<std::string>(&read))
        return "the sky map " + *wrong;
    const auto &table = std::get<FitsTable>(read);
    const std::optional<FitsColumn> uniqColumn = table.column("UNIQ");
    const std::optional<FitsColumn> densityColumn = table.column("PROBDENSITY");
    if (!uniqColumn || !densityColumn)
        return std::string("the sky map is no multi-order map");
    std::vector<int64_t> uniq(static_cast<size_t>(table.rows()));
    std::vector<double> density(static_cast<size_t>(table.rows()));
    for (int64_t row = 0; row < table.rows(); ++row) {
        uniq[static_cast<size_t>(row)] = table.whole(*uniqColumn, row);
        density[static_cast<size_t>(row)] = table.number(*densityColumn, row);
    }

    const auto orderOf = [](int64_t u) { return (std::bit_width(static_cast<unsigned long long>(u)) - 1) / 2 - 1; };
    for (size_t i = 0; i < uniq.size(); ++i) {
        if (uniq[i] < 4 || orderOf(uniq[i]) > kMostOrder || uniq[i] >= (16LL << 2 * orderOf(uniq[i])))
            return std::string("the sky map holds an impossible pixel number");
        if (!std::isfinite(density[i]) || density[i] < 0)
            return std::string("the sky map holds a probability that is no number");
    }
    // 4 pi sr over 12 * 4^k pixels.
    const auto areaOf = [&](int64_t u) { return M_PI / 3 / std::pow(4.0, orderOf(u)); };
    double total = 0;
    double covered = 0;
    for (size_t i = 0; i < uniq.size(); ++i) {
        total += density[i] * areaOf(uniq[i]);
        covered += areaOf(uniq[i]);
    }
    if (!(total > 0))
        return std::string("the sky map is empty: its probability is 0");
    if (!std::isfinite(total))
        return std::string("the sky map holds a probability beyond all numbers");
    if (covered > 4 * M_PI * (1 + 1e-9))
        return std::string("the sky map covers more than the sky: its pixels overlap");
    std::vector<uint32_t> sorted(uniq.size());
    std::iota(sorted.begin(), sorted.end(), 0u);
    std::ranges::sort(sorted, [&](uint32_t a, uint32_t b) { return density[a] > density[b]; });

    SkyMapFacts facts;
    constexpr double kSquareDegrees = (180 / M_PI) * (180 / M_PI);
    double probability = 0;
    double area = 0;
    bool half = false;
    for (const uint32_t i : sorted) {
        const double pixel = areaOf(uniq[i]);
        area += pixel;
        probability += density[i] * pixel;
        if (!half && probability >= 0.5 * total) {
            facts.area50 = area * kSquareDegrees;
            half = true;
        }
        if (probability >= 0.9 * total)
            break;
    }
    facts.area90 = area * kSquareDegrees;
    const int64_t peak = uniq[sorted.front()];
    const int order = orderOf(peak);
    double theta = 0;
    double phi = 0;
    pix2ang_nest64(1LL << order, peak - (4LL << 2 * order), &theta, &phi);
    facts.peakRa = phi * 180 / M_PI;
    facts.peakDec = 90 - theta * 180 / M_PI;
    facts.distanceMpc = units[1].number("DISTMEAN");
    facts.distanceErrorMpc = units[1].number("DISTSTD");
    return facts;
}

} // namespace tocsin::decoders
