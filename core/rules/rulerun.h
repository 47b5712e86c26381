// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/utctime.h"

#include <QString>

#include <cstdint>

namespace tocsin::rules {

// One action of one rule on one alert, and what came of it: a line of the journal. A plain value. Times are UTC.
struct RuleRun {
    // Held: a restricted alert that waits to be allowed there. Silenced: in quiet hours or throttled. Dropped: too many waited.
    // Unsure: Tocsin ended while it ran, and nobody knows whether it worked; it is not done again.
    enum class State { Due, Started, Done, Failed, Held, Dropped, Silenced, Unsure };

    int64_t number = 0;
    QString rule;
    QString kind; // of action; "alarm" for notification and sound together
    int place = -1; // of the action in its rule; -1 = alarm
    int64_t row = 0; // the alert
    QString fact;
    bool retraction = false;
    bool history = false; // not news
    QString silencedBy;
    State state = State::Due;
    UtcTime made;
    UtcTime finished; // not valid: not yet
    QString result; // translated: "exit status 1", "HTTP 503"
    QString output; // what a program wrote, what a server answered; bounded
    friend bool operator==(const RuleRun &, const RuleRun &) = default;
};

[[nodiscard]] QString stateWord(RuleRun::State state); // "due", "started", …: not translated
[[nodiscard]] RuleRun::State stateOf(const QString &word);
// For people, translated.
[[nodiscard]] QString stateLabel(RuleRun::State state);
// "Notification" …; translated.
[[nodiscard]] QString kindLabel(const RuleRun &run);

} // namespace tocsin::rules
