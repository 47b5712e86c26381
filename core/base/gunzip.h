// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>

namespace tocsin {

[[nodiscard]] bool looksGzipped(const QByteArray &bytes);

// Unpacks gzip (all members). Refuses what would grow beyond `mostBytes`, or beyond 200:1 once it has passed 16 MiB:
// a small file must not fill the memory.
[[nodiscard]] Result<QByteArray> gunzip(const QByteArray &packed, qint64 mostBytes);

} // namespace tocsin
