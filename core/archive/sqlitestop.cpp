// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/sqlitestop.h"

#include <QCoreApplication>
#include <QSqlDriver>
#include <QVariant>

#include <sqlite3.h>

#include <utility>

namespace tocsin::archive {

namespace {

constexpr int kSteps = 50'000; // of SQLite's machine: a few milliseconds

sqlite3 *handleOf(QSqlDatabase &db)
{
    const QVariant handle = db.driver()->handle();
    return handle.isValid() && qstrcmp(handle.typeName(), "sqlite3*") == 0 ? *static_cast<sqlite3 *const *>(handle.constData()) : nullptr;
}

} // namespace

SqliteStop::SqliteStop(QSqlDatabase &db, std::function<bool()> goOn) : m_db(db), m_goOn(std::move(goOn))
{
    if (sqlite3 *handle = handleOf(m_db); handle && m_goOn)
        sqlite3_progress_handler(handle, kSteps, &SqliteStop::ask, this);
}

SqliteStop::~SqliteStop()
{
    if (sqlite3 *handle = handleOf(m_db))
        sqlite3_progress_handler(handle, 0, nullptr, nullptr);
}

int SqliteStop::ask(void *self)
{
    return static_cast<const SqliteStop *>(self)->m_goOn() ? 0 : 1;
}

Error stoppedBeforeTheEnd()
{
    return {.kind = ErrorKind::Interrupted, .message = QCoreApplication::translate("archive", "Stopped before the end.")};
}

} // namespace tocsin::archive
