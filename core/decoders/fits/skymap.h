// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tocsin::decoders {

// What a row shows of a HEALPix map, multi-order or flat (protocols.md 4.5): square degrees, degrees, Mpc; and what its
// file says of itself.
struct SkyMapFacts {
    bool coverage = false; // a region without probabilities (MOC): areas and peak are not there
    double area50 = 0;
    double area90 = 0;
    double peakRa = 0; // ICRS, also of galactic and ecliptic maps
    double peakDec = 0;
    std::optional<double> distanceMpc; // as the header says, else over all pixels
    std::optional<double> distanceErrorMpc;

    std::string ordering; // NUNIQ, RING, NESTED, RANGE
    std::vector<std::string> columns;
    int64_t rows = 0;
    int64_t nside = 0; // of flat maps
    int orderMin = 0; // of multi-order maps
    int orderMax = 0;
    std::optional<int64_t> mocOrder;
    double total = 0; // probability
    int64_t peakPixel = 0; // flat maps: in their own order; multi-order maps: UNIQ
    std::string coordinates; // COORDSYS
    std::string object, instruments, observed, issued, creator, url; // as written
    std::vector<std::string> notes; // what was left out or repaired
};

// From the bytes of a FITS file, gzip or not. Areas count the pixel in which the level is reached. Flat maps are never held
// as a whole: they may be some hundred megabytes, packed to a few hundred kilobytes. The error says what is wrong with the
// map. Thread-safe.
[[nodiscard]] std::variant<SkyMapFacts, std::string> readSkyMap(std::string_view fits);

// The same where a coverage map will do.
[[nodiscard]] std::variant<SkyMapFacts, std::string> readSkyMapOrCoverage(std::string_view fits);

} // namespace tocsin::decoders
