// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/rule.h"

#include <QStringList>

namespace tocsin::app {

struct CliContext;

// Accounts and streams that a rule names and this home does not have, a sentence for people each: known in the evening, not when
// the rule is to act. What cannot be read here is told by the commands whose business it is.
[[nodiscard]] QStringList missingNames(const rules::Rule &rule, const CliContext &context);

} // namespace tocsin::app
