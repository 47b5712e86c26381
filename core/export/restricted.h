// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"

#include <functional>

namespace tocsin::exporting {

// How many of the rows that an export would write are restricted: not everybody may see them, so the person is asked before
// they leave (`access` of the contract, section 3). Cheap where there are none. Runs on the reader's thread.
[[nodiscard]] Result<qint64> restrictedRows(archive::Reader &reader, const archive::Selection &selection, const std::function<bool()> &cancelled);

} // namespace tocsin::exporting
