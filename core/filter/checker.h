// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/fieldcatalogue.h"
#include "core/filter/problem.h"
#include "core/filter/syntax.h"

#include <optional>
#include <string_view>

namespace tocsin::filter {

// From what was written to what is judged: finds names, checks types and units, converts literals, compiles patterns. Null
// when `problem` is set.
[[nodiscard]] std::optional<Node> check(std::string_view text, const Syntax &root, const FieldCatalogue &catalogue, std::optional<Problem> &problem);

} // namespace tocsin::filter
