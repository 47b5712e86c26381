// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/actions/action.h"
#include "core/tom/targets.h"

namespace tocsin::services {

// How rules make targets (ActionHelp::target): into the journal, from where the outbox sends them; what is in doubt stays a
// person's. Thread-safe; `targets` outlives those who call it.
[[nodiscard]] std::function<rules::ActionResult(const rules::ActionWork &, std::stop_token)> targetMaker(tom::Targets &targets);

} // namespace tocsin::services
