// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter.h"

#include <QString>

#include <optional>
#include <string>

namespace tocsin::ui {

// A condition that finds a text in what the table shows of an alert: id, name, class, subject, stream, topic, error, and
// "GCN 41872" as circulars are called there. Nothing for a text without characters.
[[nodiscard]] std::optional<filter::Filter> findCondition(const QString &text, bool matchCase);

// Whether findCondition() looks at this key.
[[nodiscard]] bool isSearched(const AlertField &field);

// A pattern that means every character as itself; to stand between the quotes of the filter language.
[[nodiscard]] std::string literalPattern(const QString &text);

} // namespace tocsin::ui
