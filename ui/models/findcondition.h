// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace tocsin::ui {

// A condition that finds a text in what the table shows of an alert: id, name, class, subject, stream, topic, error, and
// "GCN 41872" as circulars are called there; and rows whose name, event or id is one of `names`. Nothing for a text without
// characters.
[[nodiscard]] std::optional<filter::Filter> findCondition(const QString &text, bool matchCase, const std::vector<std::string> &names = {});

// Whether findCondition() looks at this key.
[[nodiscard]] bool isSearched(const AlertField &field);

// A pattern that means every character as itself; to stand between the quotes of the filter language.
[[nodiscard]] std::string literalPattern(const QString &text);

} // namespace tocsin::ui
