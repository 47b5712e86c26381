// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/rule.h"

namespace tocsin::rules {

// Those that come with the program, all off, with their names in the person's language: arming one is a click after its
// rehearsal.
[[nodiscard]] std::vector<Rule> shippedRules();

} // namespace tocsin::rules
