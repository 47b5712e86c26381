// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarms/alarm.h"

#include <QByteArray>

#include <vector>

namespace tocsin::alarms {

// The alarm log for spreadsheets and scripts: a line each in the order given, times in ISO 8601 UTC; RFC 4180 with LF. What a
// sender wrote never begins a formula. Alarms of restricted alerts are left out: not everybody may see them.
[[nodiscard]] QByteArray alarmCsv(const std::vector<Alarm> &alarms);

} // namespace tocsin::alarms
