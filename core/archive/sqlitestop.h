// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QSqlDatabase>

#include <functional>

namespace tocsin::archive {

// Ends long statements of a connection when somebody wants to: asks `goOn` every few milliseconds of SQLite's work; after a
// false each statement ends with "interrupted". Lives shorter than the connection, on its thread.
class SqliteStop
{
public:
    SqliteStop(QSqlDatabase &db, std::function<bool()> goOn);
    ~SqliteStop();
    SqliteStop(const SqliteStop &) = delete;
    SqliteStop &operator=(const SqliteStop &) = delete;

private:
    static int ask(void *self);

    QSqlDatabase &m_db;
    const std::function<bool()> m_goOn;
};

// What a work that was ended answers.
[[nodiscard]] Error stoppedBeforeTheEnd();

} // namespace tocsin::archive
