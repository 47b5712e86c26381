// SPDX-License-Identifier: GPL-3.0-or-later
// The FITS file inside a gravitational-wave notice, without the JSON and base64 around it.
#include "core/decoders/fits/skymap.h"

#include <cmath>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace tocsin::decoders;
    const auto read = readSkyMap({reinterpret_cast<const char *>(data), size});
    if (const auto *facts = std::get_if<SkyMapFacts>(&read)) {
        // What is told is a place and areas on the sphere.
        const bool sound = facts->area50 > 0 && facts->area50 <= facts->area90 && facts->area90 < 41253 && facts->peakRa >= 0
            && facts->peakRa < 360 && std::abs(facts->peakDec) <= 90;
        if (!sound)
            std::abort();
    } else if (std::get<std::string>(read).empty()) {
        std::abort();
    }
    return 0;
}
