// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/treebudget.h"
#include "core/decoders/value.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin::decoders {

// Which members of a packet somebody looks at: where a few are wanted of many packets, building the whole tree of each is
// most of the work. Filled once, then for all threads.
class FieldPick
{
public:
    // Everything below this member; names look into the elements of lists on the way. Empty: the whole packet.
    void add(std::span<const std::string> path);

    // As toFieldTree(), but of objects on the way only the members that lead somewhere; lists keep their length.
    [[nodiscard]] FieldTree treeOf(const Value &root, TreeBudget &budget) const;

private:
    struct Step {
        std::string name;
        bool whole = false;
        std::vector<Step> steps;
    };
    static FieldTree pick(const Value &value, std::string_view key, const Step &step, TreeBudget &budget);

    Step m_root;
};

// Packets up to this size never have more values than TreeBudget allows, so that leaving members out changes no other.
inline constexpr size_t kMostPickedBytes = 1u << 20;

} // namespace tocsin::decoders
