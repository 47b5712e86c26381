// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"

namespace tocsin::archive {

// Sorts and folds rows by reading their alerts; stateless, on the reader's thread.
[[nodiscard]] Outcome sortByAlerts(Reader &reader, std::vector<int64_t> &rows, const SortKey &key, const GoOn &goOn);
[[nodiscard]] Result<Folded> foldByAlerts(Reader &reader, const std::vector<int64_t> &rows, const GoOn &goOn);

} // namespace tocsin::archive
