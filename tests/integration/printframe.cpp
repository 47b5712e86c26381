// SPDX-License-Identifier: GPL-3.0-or-later
// printframe FILE…: how the first image of each FITS file lies on the sky, a JSON line each (null: it does not say), for
// checkdecoders.py, which compares it with astropy.
#include "core/decoders/fits/fits.h"
#include "core/decoders/fits/skyframe.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <fstream>
#include <iterator>

using namespace tocsin::decoders;

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        std::ifstream file(argv[i], std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
        const auto read = readFits(bytes);
        const auto *units = std::get_if<0>(&read);
        const auto frame = units && !units->empty() ? SkyFrame::of(units->front()) : std::nullopt;
        nlohmann::json line;
        if (frame) {
            line = {{"y_angle", frame->yAngle()}, {"mirrored", frame->isMirrored()}, {"scale", frame->arcsecPerPixel()}, {"places", nlohmann::json::array()}};
            for (const auto &[x, y] : {std::pair(0.0, 0.0), std::pair(62.0, 0.0), std::pair(0.0, 62.0), std::pair(31.5, 20.25)}) {
                if (const auto sky = frame->skyAt(x, y))
                    line["places"].push_back({x, y, sky->first, sky->second});
            }
        }
        std::puts(line.dump().c_str());
    }
    return 0;
}
