// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/archive/columnfiles.h"

#include <QSqlDatabase>

namespace tocsin::archive {

// What belongs together by its event, over the hashes in the column files; rows behind the files from the index. Stateless,
// on the reader's thread. Two events of one hash would be taken for one: among 10 million events once in 400,000 archives.

// `rows` ascending. Takes at most 32 bytes a row beside what comes out.
[[nodiscard]] Result<Folded> foldByEvent(ColumnReader &columns, Reader &reader, const std::vector<int64_t> &rows, const GoOn &goOn);
[[nodiscard]] Result<std::vector<int64_t>> rowsOfEvent(ColumnReader &columns, QSqlDatabase &db, int64_t row);

} // namespace tocsin::archive
