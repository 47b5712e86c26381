// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"

#include <QSqlDatabase>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <vector>

class QSqlQuery;

namespace tocsin::archive {

// Reads what can be read of a damaged index into a new one that is attached to it; the first step of a recovery. Works on a
// copy that may be written. Lives as long as the connection, on its thread.
//
// SQLite's own recovery is not in Debian's library. Reading in ranges that are halved around damage finds the same rows, as
// long as the pages above them can be read; what this misses comes from the packets.
class Salvage
{
public:
    // `db` is the new index, empty; `oldIndex` the copy; `firstPage` what keepFirstPage() has kept, or empty.
    Salvage(QSqlDatabase &db, QString oldIndex, QString firstPage, GoOn goOn);

    // Everything; never fails for what cannot be read, only when the disk is full or somebody ends it. Fills a table `lost` (lane, position, record, row) with the rows that
    // the index of keys knows and the table does not give.
    [[nodiscard]] Outcome run();
    [[nodiscard]] qint64 rows() const { return m_rows; }
    // No row had a number above this one.
    [[nodiscard]] qint64 highestRow() const { return m_highest; }

private:
    [[nodiscard]] Outcome exec(const QString &sql);
    [[nodiscard]] qint64 number(const QString &sql); // 0 when it cannot be read
    [[nodiscard]] bool attach();
    [[nodiscard]] QStringList commonColumns(const QString &table);
    [[nodiscard]] Outcome copySmall(const QString &table, const QString &key);
    [[nodiscard]] Outcome copyAlerts();
    [[nodiscard]] Outcome copyRange(const QString &columns, qint64 first, qint64 last, int &patience);
    [[nodiscard]] Outcome noteLost();
    using Rows = std::vector<QVariantList>;
    [[nodiscard]] Outcome write(QSqlQuery &insert, Rows &rows); // and empties `rows`

    QSqlDatabase &m_db;
    const QString m_old;
    const QString m_firstPage;
    const GoOn m_goOn;
    qint64 m_rows = 0;
    qint64 m_highest = 0;
};

} // namespace tocsin::archive
