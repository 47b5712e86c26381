// SPDX-License-Identifier: GPL-3.0-or-later
// Positions and error circles of classic text notices (protocols.md 3.3).
#include "core/decoders/gcn/noticefacts.h"
#include "core/decoders/gcn/noticetext.h"
#include "core/decoders/mapping.h"

#include <array>

namespace tocsin::decoders {

namespace {

struct PositionKeys {
    const char *ra;
    const char *dec;
    std::array<const char *, 5> errors; // the first that is there
    const char *kind;
};
constexpr std::array kPositions{
    PositionKeys{"GRB_RA", "GRB_DEC", {"GRB_ERROR"}, "measured"},
    PositionKeys{"SRC_RA", "SRC_DEC", {"SRC_ERROR", "SRC_ERROR90", "SRC_ERROR68", "SRC_ERROR95", "SRC_ERROR50"}, "measured"},
    PositionKeys{"CNTRPART_RA", "CNTRPART_DEC", {"CNTRPART_ERROR"}, "measured"},
    PositionKeys{"EVENT_RA", "EVENT_DEC", {"EVENT_ERROR"}, "measured"},
    PositionKeys{"EVT_RA", "EVT_DEC", {"EVT_ERROR"}, "measured"},
    PositionKeys{"TRANS_RA", "TRANS_DEC", {"TRANS_ERROR"}, "measured"},
    PositionKeys{"OBJECT_RA", "OBJECT_DEC", {"OBJECT_ERROR"}, "measured"},
    PositionKeys{"BURST_RA", "BURST_DEC", {"BURST_ERROR"}, "measured"},
    PositionKeys{"RA", "DEC", {"ERROR"}, "measured"},
    PositionKeys{"SXC_CNTR_RA", "SXC_CNTR_DEC", {"SXC_MAX_SIZE"}, "measured"},
    PositionKeys{"WXM_CNTR_RA", "WXM_CNTR_DEC", {"WXM_MAX_SIZE"}, "measured"},
    PositionKeys{"NEXT_POINT_RA", "NEXT_POINT_DEC", {}, "pointing"},
    PositionKeys{"CURR_POINT_RA", "CURR_POINT_DEC", {}, "pointing"},
    PositionKeys{"POINT_RA", "POINT_DEC", {}, "pointing"},
};

// Degrees of the J2000 line: "282.306d {+18h 49m 13s} (J2000),". The lines of other equinoxes follow it.
std::optional<double> degreesIn(std::string_view value)
{
    std::string_view found;
    for (size_t at = 0; at < value.size();) {
        const std::string_view line = nextLine(value, at);
        if (contains(line, "J2000")) {
            found = line;
            break;
        }
        if (found.empty() && !contains(line, "current") && !contains(line, "1950"))
            found = line;
    }
    std::string_view rest;
    const auto number = leadingNumber(found, rest);
    // What is cut off in the number would pass for another one.
    if (!number || !(rest.starts_with('d') || trimmed(rest).starts_with("[deg")))
        return std::nullopt;
    return number;
}

// "69.22 [arcmin radius, stat-only, 90% containment]"
void mapError(std::string_view key, std::string_view value, Alert &alert)
{
    std::string_view rest;
    const auto number = leadingNumber(value, rest);
    const std::string words = lower(rest.substr(0, 300));
    const double scale = contains(words, "arcsec") ? 3600 : contains(words, "arcmin") ? 60 : contains(words, "deg") ? 1 : 0;
    if (!number || scale == 0) {
        if (!contains(lower(value.substr(0, 100)), "undefined"))
            note(alert, std::string(key) + " is no radius");
        return;
    }
    const double diameter = key.ends_with("_MAX_SIZE") ? 2 : 1; // HETE gives the side of a box
    Number containment;
    if (const size_t percent = words.find('%'); percent != std::string::npos) {
        const size_t begin = words.find_last_not_of("0123456789.", percent - (percent > 0 ? 1 : 0));
        containment = numberIn(std::string_view(words).substr(begin + 1, percent - begin - 1)).value / 100;
    } else if (const size_t digits = key.find_first_of("0123456789"); digits != std::string_view::npos) {
        containment = numberIn(key.substr(digits)).value / 100; // SRC_ERROR68
    }
    if (containment.has() && !(containment.value > 0 && containment.value <= 1))
        containment = {};
    std::optional<bool> systematic;
    if (contains(words, "plus systematic") || contains(words, "plus sys") || contains(words, "stat+sys") || contains(words, "combined") || contains(words, "and systematic"))
        systematic = true;
    else if (contains(words, "statistical only") || contains(words, "stat-only") || contains(words, "stat only"))
        systematic = false;
    setError(alert, *number / scale / diameter, containment, systematic);
}

} // namespace

void mapNoticePlace(const Value &root, Alert &alert)
{
    for (const PositionKeys &keys : kPositions) {
        const std::string_view ra = noticeValue(root, keys.ra);
        const std::string_view dec = noticeValue(root, keys.dec);
        if (ra.empty() && dec.empty() && root[keys.ra].isNull() && root[keys.dec].isNull())
            continue;
        const auto raDegrees = degreesIn(ra);
        const auto decDegrees = degreesIn(dec);
        if (!raDegrees || !decDegrees) {
            if (!contains(lower(ra.substr(0, 100)), "undefined"))
                note(alert, std::string(keys.ra) + " and " + keys.dec + " are no position");
            continue;
        }
        setPosition(alert, Number(*raDegrees), Number(*decDegrees));
        if (alert.hasPosition())
            alert.positionKind = keys.kind;
        for (const char *key : keys.errors) {
            if (const std::string_view error = key ? noticeValue(root, key) : std::string_view(); !error.empty()) {
                mapError(key, error, alert);
                break;
            }
        }
        dropPlaceholder(alert);
        if (!alert.hasPosition())
            setError(alert, {}, {}, std::nullopt);
        return;
    }
}

} // namespace tocsin::decoders
