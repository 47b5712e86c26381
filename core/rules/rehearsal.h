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
        friend bool operator==(const Night &, const Night &) = default;
    };
    std::vector<Night> nights; // ascending, also those without hits, from the first stored night on
    std::vector<std::shared_ptr<const Alert>> last; // the last ten hits, oldest first
    int64_t hits = 0;
    int64_t alarms = 0;
};

// Judges the stored rows from `since` on (not valid: all) as if they came now, by this rule alone, whether or not it is on.
// Does nothing else. Not on the main thread. `goOn` is asked now and then with how much is done; false: Interrupted.
[[nodiscard]] Result<Rehearsal> rehearse(archive::Archive &archive, const Rule &rule, const UtcTime &since, const archive::GoOn &goOn = {});

} // namespace tocsin::rules
