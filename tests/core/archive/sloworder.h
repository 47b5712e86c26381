// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"

namespace tocsin::archive::slow {

// Sorting and folding written a second time: every alert is read, and nothing is clever.
[[nodiscard]] Outcome sortByAlerts(Reader &reader, std::vector<int64_t> &rows, const SortKey &key, const GoOn &goOn);
[[nodiscard]] Result<Folded> foldByAlerts(Reader &reader, const std::vector<int64_t> &rows, const GoOn &goOn);

} // namespace tocsin::archive::slow
