// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/rules/rule.h"

namespace tocsin::rules {

// What stands against a rule, and in which of its parts, so that an editor can show it there. A plain value.
struct RuleProblem {
    enum class Part { Name, Topics, Filter, Measure, Quiet, Actions };
    Part part = Part::Name;
    qsizetype position = -1; // in the text of filter or measure (UTF-16); of Topics: which one; -1: the whole
    qsizetype length = 0;
    int action = -1; // of Actions: which one; -1: all of them
    QString key; // of Actions: the option
    QString message; // translated, names the position
    QString remedy; // may be empty
};

// Everything that can be said without running it, in the order of the parts. Empty: it may be kept.
[[nodiscard]] std::vector<RuleProblem> problemsOf(const Rule &rule);
// The first of them as an error.
[[nodiscard]] Outcome checkRule(const Rule &rule);
// Whether a rehearsal of the one says how often the other will wake: topics, filter, measure and the like are the same.
[[nodiscard]] bool hearTheSame(const Rule &a, const Rule &b);

} // namespace tocsin::rules
