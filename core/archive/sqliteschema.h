// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QSqlDatabase>
#include <QString>

namespace tocsin::archive {

// The version that this program writes: the number of files in resources/sql.
[[nodiscard]] int schemaVersion();

struct OpenedIndex {
    QSqlDatabase db;
    QString journal; // "WAL" or "DELETE"
    QString notice; // why not WAL; else empty
};

// A connection for the calling thread, named anew each time. Writable: journal mode, pragmas and missing schema steps,
// each step in one transaction, after a copy of what there was (index-before-N.sqlite). A newer schema, a damaged index, one
// that is missing beside its packets, or a file that is no archive, is an error and stays as it is. Damage is looked for
// within a bounded time: in a small index everywhere, in a large one at both ends of every table.
[[nodiscard]] Result<OpenedIndex> openIndex(const QString &folder, bool writable);

// What an interrupted or a running recovery has made so far; see recover.h.
[[nodiscard]] QString recoveryFolder(const QString &folder);
// A copy of the index's first page, which names all others: without it nothing in the index can be found.
[[nodiscard]] QString firstPageFile(const QString &folder);
// Renews that copy where the schema or a place in it has changed.
void keepFirstPage(QSqlDatabase &db, const QString &folder);
// True when SQLite's words mean that the file itself is broken.
[[nodiscard]] bool meansDamage(const QString &sqliteText);

// Closes and removes the connection; no query of it may live any more.
void closeIndex(QSqlDatabase &db);

// True on file systems where SQLite's WAL may not be used (nfs, cifs, lustre, gpfs, afs, fuse). TOCSIN_TEST_FSTYPE fakes
// the type for tests.
[[nodiscard]] bool onNetworkFileSystem(const QString &folder);

[[nodiscard]] Error sqlError(const QString &doing, const QString &text);

} // namespace tocsin::archive
