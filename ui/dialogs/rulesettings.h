// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/options/optionspec.h"
#include "core/rules/rule.h"

#include <QStringList>

// The settings of a rule as a table of options, so that its form is made as every other one. Pure functions.
namespace tocsin::ui::rulesettings {

// What it is called, when it acts, how it wakes; not its actions.
[[nodiscard]] const std::vector<options::OptionSpec> &specs();
// Those that only matter to a rule that wakes somebody.
[[nodiscard]] const QStringList &wakingKeys();

[[nodiscard]] options::OptionValues fromRule(const rules::Rule &rule);
// Everything else of `rule` stays.
void toRule(const options::OptionValues &values, rules::Rule &rule);
// What concerns several fields, and topics.
[[nodiscard]] std::vector<options::Problem> problems(const options::OptionValues &values);

} // namespace tocsin::ui::rulesettings
