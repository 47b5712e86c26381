// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/fieldcatalogue.h"
#include "core/filter/problem.h"
#include "core/filter/syntax.h"

#include <optional>

namespace tocsin::filter {

// What a name means: a key, a derived key or a packet field. Sets `problem` and returns false when it means nothing or too
// much.
[[nodiscard]] bool resolve(const Syntax &name, const FieldCatalogue &catalogue, Node &out, std::optional<Problem> &problem);

// Whether the name means anything; asks nothing and tells nothing.
[[nodiscard]] bool isKnownName(const Syntax &name, const FieldCatalogue &catalogue);

[[nodiscard]] Problem unknownFunction(const Syntax &call);

} // namespace tocsin::filter
