// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/rules/rule.h"

#include <QDate>

#include <functional>
#include <memory>
#include <vector>

namespace tocsin::rules {

// What a rule would have done with what is stored. A plain value.
struct Rehearsal {
    struct Night {
        QDate night; // the day of the UTC noon that began it
        int64_t hits = 0; // rows that it takes
        int64_t alarms = 0; // times that it would have been heard: each event once, throttle and quiet hours counted in
        int64_t tests = 0; // test alerts that fit, where the rule leaves them alone; not among the hits
        friend bool operator==(const Night &, const Night &) = default;
    };
    struct Hit {
        std::shared_ptr<const Alert> alert;
        bool alarms = false;
        // Not translated. Why not: "same event" (as one before it, and not more important), "throttle", "quiet hours", "retraction"
        // (not heard, or known already), "restricted", "no alarm" (the rule wakes nobody). With an alarm: "restricted" where what
        // leaves the program would wait to be allowed; else empty.
        QString why;
    };
    std::vector<Night> nights; // ascending, also those without hits, from the first stored night on
    std::vector<Hit> last; // the last ten, oldest first
    int64_t hits = 0;
    int64_t alarms = 0;
};

// The words of Hit::why for people, translated.
[[nodiscard]] QString whyLabel(const QString &why);

// Judges the stored rows from `since` on (not valid: all) as if they came now, by this rule alone, whether or not it is on.
// Does nothing else. Not on the main thread. `goOn` is asked now and then with how much is done; false: Interrupted.
// `notAllowed`: where the rule may not send restricted alerts (Consents).
[[nodiscard]] Result<Rehearsal> rehearse(archive::Archive &archive, const Rule &rule, const UtcTime &since, const archive::GoOn &goOn = {}, const QStringList &notAllowed = {});

// How many rows have arrived since then (not valid: ever).
[[nodiscard]] Result<int64_t> rowsSince(archive::Reader &reader, const UtcTime &since, const archive::GoOn &goOn = {});

} // namespace tocsin::rules
