// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/sqlitearchive.h"

namespace tocsin::archive {

// A reader with a connection of its own for the calling thread.
[[nodiscard]] Result<std::unique_ptr<Reader>> openSqliteReader(const OpenFacts &facts);

// Bytes of all files of an archive's folder.
[[nodiscard]] int64_t folderBytes(const QString &folder);

} // namespace tocsin::archive
