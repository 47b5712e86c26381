// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

namespace tocsin::demo {

// The small FITS files that ride inside the demo's packets, written with cfitsio into memory. Empty text when
// cfitsio refuses (out of memory).

// A square float image, gzip-compressed, as ZTF's `stampData`.
[[nodiscard]] std::string stampGz(std::span<const float> pixels, int side);

struct SkyMapSpec {
    std::string object;
    double raDeg = 0;
    double decDeg = 0;
    double sigmaDeg = 10; // width of the blob
    double distanceMpc = 100;
    double distanceErrorMpc = 25;
    std::string instruments; // "H1,L1"
};

// A multi-order HEALPix map (protocols 4.5): coarse pixels far out, fine ones near the peak.
[[nodiscard]] std::string multiOrderMap(const SkyMapSpec &spec);

} // namespace tocsin::demo
