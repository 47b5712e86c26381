// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/avroreader.h"

#include <algorithm>

namespace tocsin::decoders {

AvroPlan::AvroPlan(std::shared_ptr<const AvroSchema> schema, std::span<const std::string_view> paths) : m_schema(std::move(schema))
{
    m_root = compile(m_schema->root(), {}, paths, 0);
}

AvroPlan::Step AvroPlan::compile(uint32_t index, const std::string &prefix, std::span<const std::string_view> paths, int depth) const
{
    Step step;
    const AvroSchema::Node *node = &m_schema->node(m_schema->withoutNull(index));
    const bool list = node->type == AvroType::Array;
    if (list)
        node = &m_schema->node(m_schema->withoutNull(node->children.front()));
    if (node->type != AvroType::Record || depth > 8)
        return step;
    bool any = false;
    step.steps.resize(node->names.size());
    for (size_t i = 0; i < node->names.size(); ++i) {
        const std::string path = prefix + node->names[i];
        if (const auto it = std::ranges::find(paths, path); it != paths.end())
            step.steps[i].action = static_cast<int>(it - paths.begin());
        else if (std::ranges::any_of(paths, [&](std::string_view wanted) { return wanted.starts_with(path + '.'); }))
            step.steps[i] = compile(node->children[i], path + '.', paths, depth + 1);
        any = any || step.steps[i].action != kSkip;
    }
    if (any)
        step.action = kInside;
    if (list && any) {
        for (size_t i = 0; i < paths.size(); ++i) {
            if (paths[i].starts_with(prefix))
                step.slots.push_back(i);
        }
    }
    return step;
}

} // namespace tocsin::decoders
