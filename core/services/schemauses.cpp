// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/schemauses.h"

#include "core/domain/fieldmapping.h"
#include "core/filter/expression.h"

#include <algorithm>

namespace tocsin::services {

namespace {

void gather(const filter::Node &node, std::vector<std::string> &paths)
{
    if (node.kind == filter::Kind::Packet) {
        std::string path = fieldPath(node.path);
        if (!path.empty() && std::ranges::find(paths, path) == paths.end())
            paths.push_back(std::move(path));
    }
    for (const filter::Node &child : node.children)
        gather(child, paths);
}

} // namespace

std::string fieldPath(std::span<const filter::PathStep> path)
{
    std::string text;
    for (const filter::PathStep &step : path) {
        if (!step.isIndex())
            text += (text.empty() ? "" : ".") + step.name;
    }
    return text;
}

std::vector<std::string> fieldPaths(const filter::Node &root)
{
    std::vector<std::string> paths;
    gather(root, paths);
    return paths;
}

std::vector<std::string> fieldPaths(const FieldMapping &mapping)
{
    std::vector<std::string> paths;
    for (const FieldMapping::Rule &rule : mapping.rules()) {
        for (const FieldMapping::Pointer &pointer : rule.from)
            paths.push_back(FieldMapping::pointerText(pointer));
    }
    return paths;
}

std::vector<BrokenUse> brokenUses(std::span<const FieldUse> uses, const decoders::SchemaShape &was, const decoders::SchemaShape &is)
{
    std::vector<BrokenUse> broken;
    for (const FieldUse &use : uses) {
        const auto gone = std::ranges::find_if(use.paths, [&](const std::string &path) { return decoders::isBroken(path, was, is); });
        if (gone != use.paths.end())
            broken.push_back({use.kind, use.name, *gone});
    }
    return broken;
}

} // namespace tocsin::services
