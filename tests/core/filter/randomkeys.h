// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "randomfilter.h"

// The keys that random alerts fill and random filters ask for.
namespace randomfilter {

struct TextKey {
    const char *name;
    std::string Alert::*member;
};
inline const TextKey kTextKeys[] = {
    {"name", &Alert::name}, {"topic", &Alert::topic}, {"classification", &Alert::classification}, {"band", &Alert::band}};

struct NumberKey {
    const char *name;
    tocsin::Number Alert::*member;
    int measure;
};
inline const NumberKey kNumberKeys[] = {{"score", &Alert::score, 0},
                                 {"p_bns", &Alert::pBns, 0},
                                 {"mag", &Alert::mag, 1},
                                 {"mag_limit", &Alert::magLimit, 1},
                                 {"error_radius", &Alert::errorRadius, 2},
                                 {"dec", &Alert::dec, 2},
                                 {"far", &Alert::far, 3},
                                 {"time_precision", &Alert::timePrecision, 4}};

struct TimeKey {
    const char *name;
    UtcTime Alert::*member;
};
inline const TimeKey kTimeKeys[] = {{"timestamp", &Alert::timestamp}, {"issued", &Alert::issued}, {"received", &Alert::received}};

inline constexpr const char *kTexts[] = {"a", "b", "ab", "AB", "gcn.notices", "S260301ab", "12", "é x"};

} // namespace randomfilter
