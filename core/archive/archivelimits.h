// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"

namespace tocsin::archive {

// The limits lie beside the index as two small files, `quota` (bytes) and `age` (days), so that every process that writes
// into an archive keeps the same ones, and a change counts without a restart. Any thread.
[[nodiscard]] Limits readLimits(const QString &folder); // bytes = 0: not decided yet
[[nodiscard]] Outcome writeLimits(const QString &folder, const Limits &limits);

// As readLimits(); the size is decided now where nobody has, and written down when the archive may be written:
// min(20 GB, 10 % of the free space), at least what is there (decisions.md 6).
[[nodiscard]] Limits decideLimits(const QString &folder, bool writable);

// Bytes that the column files take on the disk: they have holes, so their lengths would tell too much.
[[nodiscard]] int64_t columnBytes(const QString &folder);

} // namespace tocsin::archive
