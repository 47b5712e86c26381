// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace tocsin::decoders {

// What a row shows of a multi-order HEALPix map (protocols.md 4.5): square degrees, degrees, Mpc.
struct SkyMapFacts {
    double area50 = 0;
    double area90 = 0;
    double peakRa = 0;
    double peakDec = 0;
    std::optional<double> distanceMpc;
    std::optional<double> distanceErrorMpc;
};

// From the bytes of a FITS file. Areas count the pixel in which the level is reached. The error says what is wrong with
// the map. Thread-safe.
[[nodiscard]] std::variant<SkyMapFacts, std::string> readSkyMap(std::string_view fits);

} // namespace tocsin::decoders
