// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/sqlitearchive.h"

#include <QString>

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace tocsin::archive {

// The WHERE clause of a selection without its row list and its filter, and what its question marks stand for. Rows are `a`,
// lanes `l`, streams `s`. A plain value.
struct Clause {
    QString sql;
    std::vector<std::variant<int64_t, std::string>> values;

    void add(const QString &condition);
};

[[nodiscard]] Clause clauseOf(const Selection &selection, const OpenFacts &facts);

} // namespace tocsin::archive
