// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tom/target.h"

#include <nlohmann/json.hpp>

#include <QString>

namespace tocsin::app {

// A target as `tocsin target …` prints it: the line of the contract; what stands behind "why" is more than it asks.
[[nodiscard]] nlohmann::ordered_json lineOf(const tom::TargetRecord &record, bool isRetracted = false);
[[nodiscard]] QString textOf(const nlohmann::ordered_json &line);
// What it means for the exit code.
[[nodiscard]] int codeOf(const tom::TargetRecord &record);

} // namespace tocsin::app
