// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/utctime.h"

#include <QString>

#include <chrono>
#include <cstdint>

namespace tocsin::alarms {

// What an alarm is about: something new, or something taken back.
enum class Kind { News, Retraction };

// One alarm of one rule about one event, as it stands in the alarm log. A plain value. Times are UTC.
struct Alarm {
    int64_t number = 0; // in the log; 0 = not there yet
    Kind kind = Kind::News;
    QString rule; // its name
    QString title; // "Gravitational wave, significant": what the rule is called
    QString fact; // "S260914ab  BNS 0.97, 310 deg², 41 Mpc": made when it was raised
    int64_t row = 0; // the alert
    QString event; // folding key; empty: none
    bool test = false;
    bool restricted = false;
    UtcTime arrived; // when the alert was received
    UtcTime raised;
    UtcTime acknowledged; // not valid: still open
    QString acknowledgedBy; // "window", "command line", "withdrawn"
    // How it makes itself heard.
    bool notifies = true; // desktop notification, raised window
    QString sound; // name of a shipped sound or path of a file; empty: silent
    std::chrono::seconds repeat{0}; // until acknowledged; 0 = once
    bool always = false; // sounds while silenced
    QString silencedBy; // "quiet hours", "throttle", "silence": logged without a sound; empty: not

    [[nodiscard]] bool isOpen() const { return !acknowledged.isValid(); }
    friend bool operator==(const Alarm &, const Alarm &) = default;
};

} // namespace tocsin::alarms
