// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QSqlDatabase>
#include <QString>

namespace tocsin::journal {

// A connection to the journal for the calling thread: made when missing, brought to the newest version, each step of
// resources/journal in one transaction. Empty file name: a journal in memory, gone with the connection. A newer version or a
// file that is no journal is an error and stays as it is.
[[nodiscard]] Result<QSqlDatabase> openJournal(const QString &file);
// Closes and removes the connection; no query of it may live any more.
void closeJournal(QSqlDatabase &db);

// One statement without values; its error in the journal's words.
[[nodiscard]] Outcome run(QSqlDatabase &db, const QString &sql);
[[nodiscard]] Error journalError(const QString &doing, const QString &text);

} // namespace tocsin::journal
