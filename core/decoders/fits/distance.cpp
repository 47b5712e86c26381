// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/fits/distance.h"

#include <algorithm>
#include <cmath>

namespace tocsin::decoders {

std::optional<MapDistance> MapDistance::of(const FitsTable &table)
{
    const auto mu = table.column("DISTMU");
    const auto sigma = table.column("DISTSIGMA");
    if (!mu || !sigma)
        return std::nullopt;
    MapDistance distance;
    distance.m_mu = *mu;
    distance.m_sigma = *sigma;
    return distance;
}

void MapDistance::add(double probability, const char *row, int64_t element)
{
    if (element < m_mu.repeat && element < m_sigma.repeat)
        add(probability, FitsTable::numberIn(m_mu, row, element), FitsTable::numberIn(m_sigma, row, element));
}

void MapDistance::add(double probability, double mu, double sigma)
{
    if (!(probability > 0) || !std::isfinite(probability) || !std::isfinite(mu) || !std::isfinite(sigma) || !(sigma > 0))
        return;
    // In units of sigma, t = (r - mu) / sigma from x on; i[n] is the integral of (t - x)^n by the normal density, over i[0].
    const double x = -mu / sigma;
    constexpr double kFar = 30; // beyond, they differ by less than they are known, and what they tend to is as good
    double mean = 3 / x * (1 - 4 / (x * x));
    double square = 12 / (x * x) * (1 - 9 / (x * x));
    if (x < kFar) {
        const double hazard = std::exp(-x * x / 2) / std::sqrt(2 * M_PI) / (std::erfc(x / M_SQRT2) / 2);
        const double i1 = hazard - x;
        const double i2 = 1 - x * i1;
        const double i3 = 2 * i1 - x * i2;
        const double i4 = 3 * i2 - x * i3;
        mean = i3 / i2;
        square = i4 / i2;
    }
    if (!(mean > 0) || !(square > 0) || !std::isfinite(mean) || !std::isfinite(square))
        return;
    m_weight += probability;
    m_first += probability * mean * sigma;
    m_second += probability * square * sigma * sigma;
}

std::optional<std::pair<double, double>> MapDistance::moments() const
{
    if (!(m_weight > 0))
        return std::nullopt;
    const double mean = m_first / m_weight;
    const double variance = m_second / m_weight - mean * mean;
    if (!std::isfinite(mean) || !std::isfinite(variance))
        return std::nullopt;
    return std::pair(mean, std::sqrt(std::max(variance, 0.0)));
}

} // namespace tocsin::decoders
