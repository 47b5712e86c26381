// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarms/alarm.h"

namespace tocsin::alarms {

// What is said of an alarm in window, notification and command line alike.
[[nodiscard]] QString arrivedAgo(const Alarm &alarm, const UtcTime &now); // "arrived 42 min ago"
[[nodiscard]] QString repeats(const Alarm &alarm); // "sounds every 60 s"; empty: once
[[nodiscard]] QString stateWord(const Alarm &alarm); // "open", "acknowledged", "withdrawn"
[[nodiscard]] QString silenceWords(const Alarm &alarm); // "quiet hours": why it was not heard; empty: it was
[[nodiscard]] QString acknowledgedBy(const Alarm &alarm);
// One line for people: no line ends, no marks that turn its direction, bounded.
[[nodiscard]] QString plainLine(const QString &text, int most = 200);
// The alarm that tries out whether one would be noticed.
[[nodiscard]] Alarm testAlarm();

} // namespace tocsin::alarms
