// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/sky.h"

#include <erfa.h>

#include <cmath>

namespace tocsin::filter {

namespace {

constexpr double kRadiansPerDegree = 0.017453292519943295;

} // namespace

Galactic galactic(double raDeg, double decDeg)
{
    Galactic place;
    eraIcrs2g(raDeg * kRadiansPerDegree, decDeg * kRadiansPerDegree, &place.l, &place.b);
    place.l /= kRadiansPerDegree;
    place.b /= kRadiansPerDegree;
    return place;
}

Cone Cone::of(double raDeg, double decDeg, double radiusDeg)
{
    Cone cone;
    cone.raDeg = std::fmod(raDeg, 360.0);
    if (cone.raDeg < 0)
        cone.raDeg += 360.0;
    cone.decDeg = decDeg;
    cone.radiusDeg = radiusDeg;
    const double ra = cone.raDeg * kRadiansPerDegree;
    const double dec = decDeg * kRadiansPerDegree;
    cone.x = std::cos(dec) * std::cos(ra);
    cone.y = std::cos(dec) * std::sin(ra);
    cone.z = std::sin(dec);
    const double half = std::sin(radiusDeg * kRadiansPerDegree / 2);
    // A hair of rounding, so that a place at exactly the radius is inside.
    cone.chord2 = 4 * half * half * (1 + 1e-14);
    return cone;
}

bool Cone::contains(double ra, double dec) const
{
    // Most rows are far off in declination: no trigonometry for those.
    if (std::abs(dec - decDeg) > radiusDeg + 1e-9)
        return false;
    if (radiusDeg >= 180)
        return true;
    const double a = ra * kRadiansPerDegree;
    const double d = dec * kRadiansPerDegree;
    const double cosDec = std::cos(d);
    const double dx = cosDec * std::cos(a) - x;
    const double dy = cosDec * std::sin(a) - y;
    const double dz = std::sin(d) - z;
    return dx * dx + dy * dy + dz * dz <= chord2;
}

} // namespace tocsin::filter
