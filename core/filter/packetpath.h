// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/decoder.h"

#include <span>
#include <string>
#include <vector>

namespace tocsin::filter {

// One step into a packet: a member of an object, or a place in an array.
struct PathStep {
    std::string name;
    int64_t index = -1; // >= 0: place in an array, `name` is empty

    [[nodiscard]] bool isIndex() const { return index >= 0; }
    friend bool operator==(const PathStep &, const PathStep &) = default;
};

using PacketPath = std::vector<PathStep>;
inline constexpr size_t kMostSteps = 64;

// “fields.candidate.drb”, “fields["a.b"][0]”.
[[nodiscard]] std::string pathText(std::span<const PathStep> path);

// Visits every value at the path: a name looks into each element of an array on the way, and an array at the end gives its
// elements when `flatten`. What is not there is visited once, as null pointer. `visit` answers whether to go on.
template <typename Visit>
bool visitPath(const decoders::FieldTree &tree, std::span<const PathStep> path, bool flatten, Visit &visit)
{
    if (path.empty()) {
        if (!flatten || !tree.is_array())
            return visit(&tree);
        for (const decoders::FieldTree &item : tree) {
            if (!visitPath(item, path, true, visit))
                return false;
        }
        return true;
    }
    const PathStep &step = path.front();
    if (step.isIndex()) {
        if (tree.is_array() && static_cast<size_t>(step.index) < tree.size())
            return visitPath(tree[static_cast<size_t>(step.index)], path.subspan(1), flatten, visit);
    } else if (tree.is_array()) {
        for (const decoders::FieldTree &item : tree) {
            if (!visitPath(item, path, flatten, visit))
                return false;
        }
        return true;
    } else if (tree.is_object()) {
        if (const auto it = tree.find(step.name); it != tree.end())
            return visitPath(*it, path.subspan(1), flatten, visit);
    }
    return visit(static_cast<const decoders::FieldTree *>(nullptr));
}

} // namespace tocsin::filter
