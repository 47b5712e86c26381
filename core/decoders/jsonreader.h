// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/treebudget.h"
#include "core/decoders/value.h"

#include <memory>

namespace tocsin::decoders {

// A JSON packet that was read: simdjson's DOM first, the tolerant reader where that refuses (decisions.md 18). Valid until
// the next packet is read on this thread.
struct JsonDocument {
    Value root; // absent when `error` is set
    std::vector<std::string> problems; // values that were repaired or refused
    std::string error;
    std::unique_ptr<FieldTree> tree; // of the tolerant reader
};

[[nodiscard]] JsonDocument readJson(std::string_view text);

// The tolerant reader alone: accepts what senders get wrong (NaN, Infinity, numbers beyond double, a byte order mark, lone
// surrogates, bytes that are no UTF-8), bounded in depth; everything else is an error that names the byte.
[[nodiscard]] JsonDocument readBrokenJson(std::string_view text);

// The whole packet for the detail pane and --all-fields; known binary values become {"bytes": N, "media": …}. What is beyond
// the budget is left out. `key`: the name that the value has in its object.
[[nodiscard]] FieldTree toFieldTree(const Value &value, TreeBudget &budget, std::string_view key = {});

inline constexpr int kMostDepth = 64;

} // namespace tocsin::decoders
