// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/fieldpick.h"

#include "core/decoders/jsonreader.h"

#include <algorithm>

namespace tocsin::decoders {

void FieldPick::add(std::span<const std::string> path)
{
    Step *at = &m_root;
    for (const std::string &name : path) {
        auto it = std::ranges::find(at->steps, name, &Step::name);
        if (it == at->steps.end())
            it = at->steps.insert(it, Step{.name = name, .whole = false, .steps = {}});
        at = &*it;
    }
    at->whole = true;
}

FieldTree FieldPick::treeOf(const Value &root, TreeBudget &budget) const
{
    return pick(root, {}, m_root, budget);
}

FieldTree FieldPick::pick(const Value &value, std::string_view key, const Step &step, TreeBudget &budget)
{
    if (!step.whole && value.isObject()) {
        FieldTree tree = FieldTree::object();
        auto &members = tree.get_ref<FieldTree::object_t &>();
        value.forEach([&](std::string_view name, const Value &item) {
            if (const auto it = std::ranges::find(step.steps, name, &Step::name); it != step.steps.end())
                members.emplace_back(std::string(name), pick(item, name, *it, budget));
        });
        return tree;
    }
    if (!step.whole && value.isArray()) {
        FieldTree tree = FieldTree::array();
        value.forEach([&](std::string_view, const Value &item) { tree.push_back(pick(item, {}, step, budget)); });
        return tree;
    }
    return toFieldTree(value, budget, key);
}

} // namespace tocsin::decoders
