// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alert.h"

#include <span>
#include <string_view>
#include <variant>

namespace tocsin {

// One key of an alert, described once. JSON lines, CSV, the archive's columns, the table's columns, the
// card and (later) the filter language are made from this table.
struct AlertField {
    using Derived = double (*)(const Alert &); // NaN = missing; never stored
    using Member = std::variant<Text Alert::*, Number Alert::*, bool Alert::*, std::optional<bool> Alert::*,
                                UtcTime Alert::*, int64_t Alert::*, std::optional<int64_t> Alert::*,
                                std::vector<std::string> Alert::*, Derived>;

    const char *key; // contract, section 3; also the archive's column name
    Member member;
    const char *unit; // "" where there is none
    const char *label; // for people, translate in context "AlertField"
    const char *help;
    bool always; // false: in JSON lines only when known
};

// In the order of the contract: `timestamp` … `error`, then the further flat keys.
[[nodiscard]] std::span<const AlertField> alertFields();
[[nodiscard]] const AlertField *findAlertField(std::string_view key);

} // namespace tocsin
