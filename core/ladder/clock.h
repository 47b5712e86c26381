// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace tocsin::ladder {

// What is known of the clock of this computer without asking anybody: it cannot be right before the day on which this program
// was built, and the system may know whether a time server keeps it. A plain value, so that tests can set it.
struct ClockEvidence {
    QDateTime now;
    QDateTime built;
    enum class Kept { Unknown, Yes, No } kept = Kept::Unknown;

    [[nodiscard]] static ClockEvidence here();
    [[nodiscard]] bool isBehind() const { return now < built; }
};

} // namespace tocsin::ladder
