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
// each step in one transaction. A newer schema, or a file that is no archive, is an error and stays as it is.
[[nodiscard]] Result<OpenedIndex> openIndex(const QString &folder, bool writable);

// Closes and removes the connection; no query of it may live any more.
void closeIndex(QSqlDatabase &db);

// True on file systems where SQLite's WAL may not be used (nfs, cifs, lustre, gpfs, afs, fuse). TOCSIN_TEST_FSTYPE fakes
// the type for tests.
[[nodiscard]] bool onNetworkFileSystem(const QString &folder);

[[nodiscard]] Error sqlError(const QString &doing, const QString &text);

} // namespace tocsin::archive
