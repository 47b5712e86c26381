// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/fits/fits.h"

#include <array>
#include <optional>
#include <utility>

namespace tocsin::decoders {

// How a picture lies on the sky, as its FITS header says (WCS papers I and II): the linear part, and the tangential projection
// where the header gives the reference position. A plain value.
struct SkyFrame {
    std::array<double, 4> matrix{}; // degrees a pixel: east by x, east by y, north by x, north by y
    double refX = 0; // CRPIX: 1 is the middle of the first pixel
    double refY = 0;
    std::optional<std::pair<double, double>> refSky; // CRVAL, degrees; none where places cannot be told

    // None: the header does not say, or not in right ascension and declination.
    [[nodiscard]] static std::optional<SkyFrame> of(const FitsUnit &unit);
    [[nodiscard]] double yAngle() const; // of the +y axis, degrees, north through east
    [[nodiscard]] bool isMirrored() const; // east is right where north is up
    [[nodiscard]] double arcsecPerPixel() const;
    // Right ascension and declination of a place, 0 = middle of the first pixel.
    [[nodiscard]] std::optional<std::pair<double, double>> skyAt(double x, double y) const;
};

} // namespace tocsin::decoders
