// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/problem.h"
#include "core/filter/syntax.h"

#include <optional>
#include <string_view>

namespace tocsin::filter {

// Reads the grammar. Recursion and memory are bounded by kMostDepth, kMostNodes and kMostBytes.
[[nodiscard]] std::optional<Syntax> parse(std::string_view text, std::optional<Problem> &problem);

} // namespace tocsin::filter
