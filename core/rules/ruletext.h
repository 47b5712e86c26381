// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/rules/rule.h"

#include <nlohmann/json_fwd.hpp>

namespace tocsin::rules {

// A rule as it stands in rules.json and in files for “rules add”: only what differs from the default, and what a newer version
// wrote beside it.
[[nodiscard]] nlohmann::ordered_json ruleToJson(const Rule &rule);
// Unknown keys are kept; a value of the wrong form is an error that names its key.
[[nodiscard]] Result<Rule> ruleFromJson(const nlohmann::ordered_json &json);
// One rule, or several in a list or under "rules": what a person may hand in.
[[nodiscard]] Result<std::vector<Rule>> rulesFromText(const QByteArray &text);

// The topics of a rule as a condition of the filter language; empty: it goes by its own condition alone.
[[nodiscard]] QString topicConditionOf(const Rule &rule);
// What a rule hears as one condition, for those who judge rows by that alone: its topics, less those that a more exact rule of
// `all` takes from it, its condition, and no test when it hears none.
[[nodiscard]] QString conditionOf(const Rule &rule, const std::vector<Rule> &all = {});

// "23:00-07:00"; empty: none.
[[nodiscard]] QString quietText(const QuietHours &quiet);
[[nodiscard]] std::optional<QuietHours> quietFromText(const QString &text);

} // namespace tocsin::rules
