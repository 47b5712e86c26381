// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/decoder.h"
#include "core/decoders/treebudget.h"

#include <string>
#include <string_view>

namespace tocsin::decoders {

// Reads one BSON document as a tree: all types of the specification, ids as hexadecimal text, dates as ISO text, UUIDs as
// text, other binary values as such. Goes by a stack of its own, so that nothing that is sent decides how deep it runs;
// bounded by kMostDepth and the budget. False: `error` names the byte. Pure function.
[[nodiscard]] bool readBson(std::string_view bytes, TreeBudget &budget, FieldTree &out, std::string &error);

// The length in front is the length of the whole, and a NUL ends it.
[[nodiscard]] bool looksLikeBson(std::string_view bytes);

} // namespace tocsin::decoders
