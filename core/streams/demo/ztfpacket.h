// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/demo/random.h"

#include <cstdint>
#include <string>

namespace tocsin::demo {

// What a detection of the invented survey says; the rest of the packet follows from it.
struct ZtfDetection {
    std::string objectId;
    int64_t candid = 0;
    double jd = 0; // exposure start, UTC
    int fid = 1; // 1 g, 2 r, 3 i
    int programId = 1;
    double raDeg = 0;
    double decDeg = 0;
    float mag = 0;
    float magError = 0;
    float limit = 0;
    float realBogus = 0;
    float deepRealBogus = 0;
    bool positive = true;
    int history = 0; // earlier epochs
    std::string solarSystemName; // "null" where it is none, as ZTF writes
};

// A ZTF-like alert as an Avro object container (protocols 9.1; a schema of our own with ZTF's field names),
// three stamps of 63 x 63 pixels included.
[[nodiscard]] std::string ztfPacket(const ZtfDetection &detection, Random &random);

} // namespace tocsin::demo
