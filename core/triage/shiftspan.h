// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/utctime.h"

#include <QString>
#include <QTimeZone>

#include <chrono>

namespace tocsin::triage {

// From when to when a shift went, and what people call it; empty: by its hours. A plain value.
struct ShiftSpan {
    UtcTime since;
    UtcTime until;
    QString title;
};

[[nodiscard]] ShiftSpan lastHours(std::chrono::hours hours, const UtcTime &now);

// From noon to noon in the observatory's time: of a date (YYYY-MM-DD, that of the evening), “tonight” (the one that goes on, or is
// about to), or “last”. It ends now where it goes on.
[[nodiscard]] Result<ShiftSpan> nightSpan(const QString &night, const QTimeZone &zone, const UtcTime &now);

// UTC, local (the machine's), or a name such as America/Santiago.
[[nodiscard]] Result<QTimeZone> zoneNamed(const QString &name);

} // namespace tocsin::triage
