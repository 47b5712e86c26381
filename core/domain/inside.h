// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alert.h"

#include <optional>
#include <string>
#include <vector>

namespace tocsin {

// One measurement that a packet brings: its own, an earlier one, or a limit where nothing was seen.
struct LightPoint {
    enum class Kind { Detection, Limit, Forced };
    Kind kind = Kind::Detection;
    bool current = false; // the alert's own
    UtcTime time;
    Text timeKind; // as of an alert: exposure-start, exposure-mid
    Text band;
    Text id;
    Number mag; // AB unless the survey's description says otherwise
    Number magError;
    Number limit; // 5 sigma, where nothing was seen or beside a detection
    Number flux;
    Number fluxError;
    Text fluxUnit;
    std::optional<bool> isNegative;
};

// A cutout as it was sent: FITS, often gzip.
struct StampBytes {
    Text role; // science, template, difference
    std::string bytes;
};

// What a packet holds beside the facts of its row: light curve, stamps, sky map. Made on demand (`decoders::Wanted::inside`)
// for the alert pane and the command line, never kept with the row. A plain value.
struct Inside {
    static constexpr size_t kMostPoints = 20'000;

    std::vector<LightPoint> light; // in the order of the packet
    std::vector<StampBytes> stamps;
    std::string skyMap; // a FITS file; empty: none
    std::vector<std::string> problems; // what was left out, and why
};

} // namespace tocsin
