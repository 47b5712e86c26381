// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/schemadiff.h"

#include <span>
#include <string>
#include <vector>

namespace tocsin {
class FieldMapping;
}

namespace tocsin::filter {
struct Node;
struct PathStep;
}

namespace tocsin::services {

// Something of a person's own that names fields of packets. Plain values.
struct FieldUse {
    enum class Kind { Column, Filter, ColourRule, Mapping };
    Kind kind = Kind::Column;
    std::string name; // as the person sees it
    std::vector<std::string> paths; // "candidate.drb", "prv.jd"
};

struct BrokenUse {
    FieldUse::Kind kind = FieldUse::Kind::Column;
    std::string name;
    std::string path; // the first that is gone
    friend bool operator==(const BrokenUse &, const BrokenUse &) = default;
};

// The fields of packets that a filter names, as SchemaField::path has them.
[[nodiscard]] std::vector<std::string> fieldPaths(const filter::Node &root);
[[nodiscard]] std::string fieldPath(std::span<const filter::PathStep> path);
[[nodiscard]] std::vector<std::string> fieldPaths(const FieldMapping &mapping);

// Those that name a field which the earlier version had and this one has not.
[[nodiscard]] std::vector<BrokenUse> brokenUses(std::span<const FieldUse> uses, const decoders::SchemaShape &was, const decoders::SchemaShape &is);

} // namespace tocsin::services
