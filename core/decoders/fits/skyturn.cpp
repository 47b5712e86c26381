// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/fits/skyturn.h"

#include <erfa.h>
#include <erfam.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace tocsin::decoders {

SkyAxes skyAxesOf(std::string_view coordinates)
{
    static constexpr std::array<std::string_view, 9> kEquatorial{"", "C", "Q", "CEL", "CELESTIAL", "EQUATORIAL", "ICRS", "FK5", "J2000"};
    static constexpr std::array<std::string_view, 3> kGalactic{"G", "GAL", "GALACTIC"};
    static constexpr std::array<std::string_view, 4> kEcliptic{"E", "ECL", "ECLIPTIC", "BARYCENTRICMEANECLIPTIC"};
    const auto is = [&](const auto &names) { return std::ranges::find(names, coordinates) != names.end(); };
    return is(kEquatorial) ? SkyAxes::Equatorial : is(kGalactic) ? SkyAxes::Galactic : is(kEcliptic) ? SkyAxes::Ecliptic : SkyAxes::Unknown;
}

void turnToEquator(SkyAxes axes, double &longitude, double &latitude)
{
    if (axes != SkyAxes::Galactic && axes != SkyAxes::Ecliptic)
        return;
    constexpr double kDegree = M_PI / 180;
    double ra = 0;
    double dec = 0;
    if (axes == SkyAxes::Galactic)
        eraG2icrs(longitude * kDegree, latitude * kDegree, &ra, &dec);
    else
        eraEceq06(ERFA_DJ00, 0, longitude * kDegree, latitude * kDegree, &ra, &dec);
    longitude = eraAnp(ra) / kDegree;
    latitude = dec / kDegree;
}

} // namespace tocsin::decoders
