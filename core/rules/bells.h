// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarms/alarm.h"
#include "core/base/error.h"

#include <functional>
#include <vector>

namespace tocsin::rules {

// Who writes alarms down and makes them heard, on the main thread (alarms::AlarmBook). A plain value.
struct Bells {
    std::function<void(const alarms::Alarm &, std::function<void(Result<int64_t>)>)> raise = {};
    std::function<void(const QString &event)> withdraw = {};
    // What was raised since then: tells whether an alarm was written down before the program ended.
    std::function<void(const UtcTime &since, std::function<void(Result<std::vector<alarms::Alarm>>)>)> raisedSince = {};
};

} // namespace tocsin::rules
