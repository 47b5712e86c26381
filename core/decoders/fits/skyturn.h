// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace tocsin::decoders {

// What a sky map's COORDSYS says of its axes.
enum class SkyAxes { Equatorial, Galactic, Ecliptic, Unknown };
// In capital letters, as HEALPix and its writers spell it; empty is equatorial.
[[nodiscard]] SkyAxes skyAxesOf(std::string_view coordinates);

// Longitude and latitude in degrees become right ascension and declination (ICRS). The ecliptic is that of J2000.
void turnToEquator(SkyAxes axes, double &longitude, double &latitude);

} // namespace tocsin::decoders
