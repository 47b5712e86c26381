// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/utctime.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace tocsin {

// A number that may be missing (NaN) and that remembers whether it was sent in single precision, so
// that it is printed with the digits it has.
struct Number {
    double value = std::numeric_limits<double>::quiet_NaN();
    bool single = false;

    Number() = default;
    Number(double v) : value(v) {}
    // With the digits that single precision has: 19.7016, not 19.701599121; so it compares as it is written.
    Number(float v);

    [[nodiscard]] bool has() const { return !std::isnan(value); }
};

// Text is UTF-8; empty means unknown (no key of an alert distinguishes "" from missing).
using Text = std::string;

// One alert as the whole program sees it: the TOM Toolkit's GenericAlert (the first eight members) and
// whatever else is known beside it. Keys, units and meaning: contract, section 3; core/domain/alertfields.h
// describes every member once. A plain value; shared between threads only as shared_ptr<const Alert>.
struct Alert {
    // GenericAlert
    UtcTime timestamp; // of the event or observation
    Text id; // as the sender numbers it; never a unique key
    Text name;
    Number ra; // degrees, ICRS, [0, 360)
    Number dec; // degrees
    Number mag;
    Number score;
    Text url;

    Text scoreKind;
    Text timeKind; // trigger, merger, exposure-start, exposure-mid, message
    Number timePrecision; // seconds
    Text message; // notice, detection, circular, log, upload, other
    Text messenger; // gw, neutrino, gamma, x-ray, uv, optical, infrared, radio
    Text event; // folding key
    Text revision;
    Text alertType; // early-warning, preliminary, initial, update, subsequent, final, retraction
    Text alertTense;
    bool test = false;
    bool retraction = false;
    Text classification;
    Number classificationScore;
    Text classificationBy;
    std::optional<bool> significant;
    Number far; // Hz
    Number errorRadius; // degrees, as sent
    Number errorContainment; // 0 … 1
    std::optional<bool> errorSystematic;
    Text positionKind; // measured, map-peak, pointing, field
    Number magError;
    Text magSystem;
    Text magKind;
    Number magLimit;
    Text band;
    Number flux;
    Number fluxError;
    Text fluxUnit;
    std::optional<bool> isNegative;
    Text mission;
    Text instruments;
    Text solarSystem;
    Text access = "public";

    // Where from; filled by the pipeline, not by decoders.
    Text stream;
    Text topic;
    std::optional<int64_t> partition;
    std::optional<int64_t> offset;
    int64_t record = 0;
    Text messageId;
    UtcTime issued; // the sender's stamp (decoders)
    UtcTime brokerTime;
    UtcTime received;

    Text format; // decoder and schema version
    int64_t row = 0; // number in the archive; 0 = none
    std::vector<std::string> problems; // values refused or repaired
    Text error; // why it could not be decoded

    // Further flat keys, present only when known.
    Number errorMajor; // degrees
    Number errorMinor;
    Number errorPa; // degrees, east of north
    Text group;
    Text search;
    Text pipeline;
    Number pBns;
    Number pNsbh;
    Number pBbh;
    Number pTerrestrial;
    Number hasNs;
    Number hasRemnant;
    Number hasMassGap;
    Number area50; // square degrees
    Number area90;
    Number distanceMpc;
    Number distanceErrorMpc;
    Text alertTypeRaw;
    Text subject; // of a circular

    // What we know of it beside the packet: noted when it comes, and later in place (Archive::annotate).
    Text watch; // the source of a watchlist that it lies on; its list in front where there are several
    Number watchSep; // degrees, from that source
    Text coincidence; // the other one's name
    std::vector<std::string> tag; // that people gave
    Text note; // of people
    bool ignored = false; // of an object that people do not want to see

    [[nodiscard]] bool hasPosition() const { return ra.has() && dec.has(); }
};

} // namespace tocsin
