// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alert.h"

#include <QString>

#include <vector>

namespace tocsin::compare {

// One of the known keys of an alert that says something else than in the revision before, in words. A plain value.
struct AlertChange {
    const char *key = ""; // alertfields.h; of a position “ra”
    QString text; // “90 % area 1,240 → 310 deg²”
};

// What matters to somebody on shift, most important first: retraction, localisation, classification, rate of false alarms,
// distance, position, brightness, score. Changes too small to be seen in the digits that are shown are none. Pure.
[[nodiscard]] std::vector<AlertChange> compareAlerts(const Alert &before, const Alert &after);

// In one line: “90 % area 1,240 → 310 deg², p(BNS) 0.40 → 0.97”; empty when nothing of it changed. Of more than `most` it says
// how many more there are.
[[nodiscard]] QString changesInWords(const std::vector<AlertChange> &changes, size_t most = 8);

} // namespace tocsin::compare
