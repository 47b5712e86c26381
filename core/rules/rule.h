// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/utctime.h"
#include "core/options/optionspec.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <vector>

namespace tocsin::rules {

// What a kind of action is: its settings in the same table form as those of a stream. A plain value in the list of kinds.
struct ActionKind {
    QString id; // notify, sound, colour, mark, tag, target, program, log, webhook, mail, kafka
    const char *label = ""; // translate in context "rules"
    const char *help = "";
    std::vector<options::OptionSpec> options = {};
    bool wakes = false; // somebody: the rule is rehearsed before it may
    bool leaves = false; // takes alerts out of the program: restricted rows ask once per destination
    QString setting = {}; // the option that says most of it, for a short line
};

[[nodiscard]] const std::vector<ActionKind> &actionKinds();
[[nodiscard]] const ActionKind *findActionKind(const QString &id);
// Translated; of an option its own functions do it (core/options/optiontable.h).
[[nodiscard]] QString actionLabel(const ActionKind &kind);
[[nodiscard]] QString actionHelp(const ActionKind &kind);

// One thing that a rule does. A plain value.
struct Action {
    QString kind;
    options::OptionValues values;
    // A value, or the default of its kind.
    [[nodiscard]] QVariant value(const QString &key) const;
    [[nodiscard]] QString text(const QString &key) const { return value(key).toString(); }
    // Acts on every alert that the rule takes, not only when it alarms.
    [[nodiscard]] bool isForEach() const;
    friend bool operator==(const Action &, const Action &) = default;
};

// From when until when alarms do not sound, in local time of the computer; equal = never. May go over midnight.
struct QuietHours {
    int fromMinute = 0; // of the day
    int toMinute = 0;
    [[nodiscard]] bool isSet() const { return fromMinute != toMinute; }
    friend bool operator==(const QuietHours &, const QuietHours &) = default;
};

// When something comes that fits topic and condition, do this: the desktop form of tom-alertstreams' TOPIC_HANDLERS. A plain
// value; kept as text in the profile (rules.json), so that window and command line have the same ones.
struct Rule {
    QString name; // [A-Za-z0-9._-]+
    QString label; // for people; empty: the name
    bool enabled = false; // "armed" where it can wake somebody
    // Topics it listens to: exact names, globs, ^regex, or "*". Of the rules for one topic the most exact kind wins: rules with
    // an exact name beat those with a pattern, and these beat "*". Empty: the rule goes by its condition alone, beside them all.
    QStringList topics;
    QString filter; // the filter language; empty: every alert of its topics
    std::vector<Action> actions;
    bool tests = false; // also test alerts
    // What “more important” means: a number in the filter language, such as "p_bns + p_nsbh" or "-far". An event that has
    // alarmed does so again only when it has grown. Empty: never again.
    QString measure;
    std::chrono::seconds throttle{0}; // no second alarm of this rule for so long; 0 = none
    QuietHours quiet;
    bool always = false; // sounds in quiet hours and while everything is silenced
    std::chrono::seconds repeat{0}; // sounds again until acknowledged; 0 = once
    bool retractions = false; // also hears retractions of what it has alarmed
    bool marked = false; // only alerts of events of which a row is starred or pinned
    bool shipped = false; // comes with the program
    UtcTime rehearsed; // not valid: never, in this form
    QString unknown = {}; // JSON of what a newer version wrote beside it

    [[nodiscard]] QString title() const { return label.isEmpty() ? name : label; }
    // Has an action that wakes.
    [[nodiscard]] bool wakes() const;
    friend bool operator==(const Rule &, const Rule &) = default;
};

} // namespace tocsin::rules
