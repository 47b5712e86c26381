// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/fits/fits.h"

#include <optional>
#include <utility>

namespace tocsin::decoders {

// The distance that a map of the sky in three dimensions tells as a whole: mean and standard deviation over all its pixels, each
// of which has a distance of its own (Singer et al. 2016, ApJL 829, L15: p(r) ~ r^2 exp(-(r - DISTMU)^2 / 2 DISTSIGMA^2)). For maps
// whose header does not say it. Pixels are added one by one.
class MapDistance
{
public:
    // Of the columns of a table; none where it has no distances.
    [[nodiscard]] static std::optional<MapDistance> of(const FitsTable &table);

    void add(double probability, double mu, double sigma);
    void add(double probability, const char *row, int64_t element = 0);
    // Mean and standard deviation in Mpc; none: no pixel has a sound distance.
    [[nodiscard]] std::optional<std::pair<double, double>> moments() const;

private:
    FitsColumn m_mu;
    FitsColumn m_sigma;
    double m_weight = 0;
    double m_first = 0;
    double m_second = 0;
};

} // namespace tocsin::decoders
