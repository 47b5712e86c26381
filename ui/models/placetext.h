// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/utctime.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace tocsin::ui {

// One way to understand what somebody wrote into "Go to".
struct PlaceReading {
    enum class Kind { Row, Time, Name };
    Kind kind = Kind::Name;
    int64_t row = 0;
    UtcTime time = {};
    QString name = {};
};

// In the order in which they are to be tried: "#1234" is a row; "2026-09-14 03:02", "03:02" (the last such time before
// `now`), "-2h", "MJD 61297.1", "JD 2461297.6" or such a number alone are times; all else is an id or a name. An integer alone is an id
// first, for circulars and many alerts are numbered. Empty: nothing was written, or nothing that can be meant.
[[nodiscard]] std::vector<PlaceReading> readPlace(const QString &text, const UtcTime &now);

} // namespace tocsin::ui
