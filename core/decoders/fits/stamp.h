// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/decoder.h"
#include "core/decoders/fits/skyframe.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tocsin::decoders {

// The picture of a FITS file: its first image of two axes. A plain value.
struct Stamp {
    int width = 0;
    int height = 0;
    std::vector<float> pixels; // row by row, the first row is the lowest; NaN = no data (also what is beyond 1e20)
    int64_t missing = 0; // pixels without data
    std::string unit; // BUNIT, printable; empty: not stated
    std::optional<SkyFrame> sky; // none: the header does not say
};

// Bytes as they came, gzip or not. The error says what is wrong. Thread-safe, bounded.
[[nodiscard]] std::variant<Stamp, std::string> readStamp(std::string_view bytes);

// All units of the file as a tree: {"hdus": [{"type", "naxis1", "naxis2", "bitpix", "min", "max", "nan_pixels",
// "first_pixel", "centre_pixel"}, …]}; pixels after BSCALE and BZERO. Null: `error` says what is wrong.
[[nodiscard]] FieldTree stampTree(std::string_view bytes, std::string &error);

// The values between which a picture is drawn.
struct Limits {
    double low = 0;
    double high = 0;
    friend bool operator==(const Limits &, const Limits &) = default;
};
// As DS9 and astropy have it (1000 samples, contrast 0.25, 2.5 sigma, 5 rounds). None: no pixel has data.
[[nodiscard]] std::optional<Limits> zscale(const Stamp &stamp);
// Percentiles of the pixels that have data, 0 … 100, interpolated.
[[nodiscard]] std::optional<Limits> percentiles(const Stamp &stamp, double low, double high);
// One pair for pictures that are to be compared: the widest of their zscale limits.
[[nodiscard]] std::optional<Limits> commonLimits(std::span<const Stamp> stamps);

enum class Stretch { Linear, Asinh };
// 0 (black) … 1 (white) for each pixel; NaN where there are no data.
[[nodiscard]] std::vector<float> stretched(const Stamp &stamp, const Limits &limits, Stretch stretch);

} // namespace tocsin::decoders
