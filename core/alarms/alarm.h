// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/utctime.h"

#include <QString>

#include <chrono>
#include <cstdint>

namespace tocsin::alarms {

// What an alarm is about: something new, or something taken back.
enum class Kind { News, Retraction };

// Names of the sounds that come with the program.
inline const QString kAlarmSound = QStringLiteral("alarm");
inline const QString kSoftSound = QStringLiteral("soft");
inline const QString kRetractionSound = QStringLiteral("retraction");

// One alarm of one rule about one event, as it stands in the alarm log. A plain value. Times are UTC.
struct Alarm {
    int64_t number = 0; // in the log; 0 = not there yet; below 0 = the log could not be written
    Kind kind = Kind::News;
    QString rule; // its name
    QString title; // "Gravitational wave, significant": what the rule is called
    QString fact; // "S260914ab  BNS 0.97, 310 deg², 41 Mpc": made when it was raised
    int64_t row = 0; // the alert
    QString event; // folding key; empty: none
    bool test = false;
    bool restricted = false;
    UtcTime arrived; // when the alert was at the broker, else received: after a sleep they differ, and people want the first
    UtcTime raised; // not valid: now
    UtcTime acknowledged; // not valid: still open
    QString acknowledgedBy; // "window", "command line", "notification", "withdrawn"
    // How it makes itself heard.
    bool notifies = true; // desktop notification, raised window
    QString sound; // name of a shipped sound or path of a file; empty: silent
    std::chrono::seconds repeat{0}; // until acknowledged; 0 = once
    bool always = false; // sounds while silenced
    // "quiet hours", "throttle": logged and never heard. "silence": heard when that ends, if still open. Empty: not silenced.
    QString silencedBy;
    int heard = 0; // how often it began to sound, in whichever program of this home
    UtcTime lastHeard;

    [[nodiscard]] bool isOpen() const { return !acknowledged.isValid(); }
    friend bool operator==(const Alarm &, const Alarm &) = default;
};

} // namespace tocsin::alarms
