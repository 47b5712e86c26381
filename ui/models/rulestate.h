// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/utctime.h"

#include <QList>
#include <QString>

#include <vector>

namespace tocsin::ui {

// One action that was tried, and what came of it. A plain value.
struct RuleRun {
    UtcTime when;
    QString action; // as its kind is called
    bool good = true;
    QString message; // what happened, in words
    QString output; // what the program or server said itself
    qint64 row = 0;
};

// Restricted rows that would leave the program to a place which nobody has been asked about. A plain value.
struct RuleWaiting {
    QString destination; // as it is kept
    QString label; // for people: "the web server hooks.slack.com"
    qint64 rows = 0;
};

// What the page of the rules knows of a rule beside the rule. A plain value.
struct RuleState {
    QString problem; // why it cannot run as it stands; empty: it can
    std::vector<RuleWaiting> waiting;
    std::vector<RuleRun> runs; // newest first
    UtcTime lastHit; // not valid: never

    // The newest run of the action that went wrong last and has not gone well since; null: there is none.
    [[nodiscard]] const RuleRun *failing() const;
};

// What a rule would have done, found out on stored alerts. A plain value.
struct RehearsalResult {
    struct Night {
        QString night; // "2026-09-14", that of its evening
        qint64 hits = 0;
        qint64 alarms = 0; // hits that would have woken somebody
        qint64 tests = 0; // that fit and are left alone; no hits
    };
    struct Row {
        qint64 row = 0;
        UtcTime when;
        QString name;
        QString fact;
        bool alarms = false;
        QString why = {}; // for people; why not, or what else is held back
    };
    std::vector<Night> nights; // oldest first
    std::vector<Row> last; // newest first, ten at most
    qint64 judged = 0; // rows that were looked at

    [[nodiscard]] qint64 hits() const;
    [[nodiscard]] qint64 alarms() const;
    [[nodiscard]] qint64 tests() const;
};

} // namespace tocsin::ui
