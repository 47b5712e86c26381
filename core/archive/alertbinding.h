// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alert.h"

#include <string>

struct sqlite3_stmt;

namespace tocsin::archive {

// What an alert puts into its row, for the statements that write one.

// `singles, timestamp_form, issued_form, "timestamp", "id", …`: the columns in the order in which they are bound.
[[nodiscard]] const std::string &boundColumnList();
[[nodiscard]] int boundColumnCount();

// Binds them from parameter `first` on; what is missing stays as it was, so bindings are cleared before. The alert must
// outlive the step: texts are not copied.
void bindAlert(sqlite3_stmt *statement, int first, const Alert &alert);
void bindText(sqlite3_stmt *statement, int index, const std::string &text);

} // namespace tocsin::archive
