// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"

#include <QSqlDatabase>

#include <span>
#include <vector>

namespace tocsin::archive {

class PacketReader;

// What the reader knows of stored messages as such: to decode them anew, and which of them wait to be. Functions on the
// thread of the connection.

// The messages of these rows, each once; rows whose packet cannot be read come into `unread`.
[[nodiscard]] Result<std::vector<StoredMessage>> storedMessages(QSqlDatabase &db, PacketReader &packets, std::span<const int64_t> rows,
                                                                std::vector<int64_t> &unread);
[[nodiscard]] Result<std::vector<WaitingRows>> waitingRows(QSqlDatabase &db);
[[nodiscard]] Result<RowChanges> rowChangesAfter(QSqlDatabase &db, int64_t change);

} // namespace tocsin::archive
