// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tocsin::filter {

struct Galactic {
    double l = 0; // degrees, [0, 360)
    double b = 0;
};
[[nodiscard]] Galactic galactic(double raDeg, double decDeg);

// A circle on the sky with what is needed to judge positions fast. A plain value.
struct Cone {
    double raDeg = 0; // [0, 360)
    double decDeg = 0;
    double radiusDeg = 0; // up to 180
    double x = 1, y = 0, z = 0; // the centre as a unit vector
    double chord2 = 0; // square of the chord that the radius spans

    [[nodiscard]] static Cone of(double raDeg, double decDeg, double radiusDeg);
    // The edge belongs to it.
    [[nodiscard]] bool contains(double raDeg, double decDeg) const;
};

} // namespace tocsin::filter
