// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/salvage.h"

#include "core/archive/sqliteschema.h"
#include "core/archive/sqlitestop.h"
#include "core/base/logging.h"

#include <QFile>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

namespace tocsin::archive {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kRowsAtOnce = 4'096;
constexpr int kPatience = 200; // failures in one range before the rest of it is left to the packets

} // namespace

Salvage::Salvage(QSqlDatabase &db, QString oldIndex, QString firstPage, GoOn goOn)
    : m_db(db), m_old(std::move(oldIndex)), m_firstPage(std::move(firstPage)), m_goOn(std::move(goOn))
{
}

Outcome Salvage::exec(const QString &sql)
{
    QSqlQuery query(m_db);
    if (!query.exec(sql))
        return sqlError(sql.left(60), query.lastError().text());
    return Done{};
}

qint64 Salvage::number(const QString &sql)
{
    QSqlQuery query(m_db);
    return query.exec(sql) && query.next() ? query.value(0).toLongLong() : 0;
}

bool Salvage::attach()
{
    QSqlQuery query(m_db);
    query.prepare(u"ATTACH ? AS old"_s);
    query.addBindValue(m_old);
    if (!query.exec())
        return false;
    query.finish();
    if (number(u"SELECT count(*) FROM old.sqlite_schema WHERE name IN ('alerts', 'lanes', 'segments')"_s) == 3)
        return true;
    (void)exec(u"DETACH old"_s);
    return false;
}

Outcome Salvage::run()
{
    if (const Outcome done = exec(u"CREATE TABLE lost (lane INTEGER, position, record INTEGER, row INTEGER, PRIMARY KEY (lane, position, record)) WITHOUT ROWID"_s);
        !done)
        return done;
    if (!attach()) {
        // The page that names all others is broken: with the one that was kept the rest can be found.
        QFile kept(m_firstPage);
        QFile old(m_old);
        const bool mended = !m_firstPage.isEmpty() && kept.open(QIODevice::ReadOnly) && old.open(QIODevice::ReadWrite)
            && old.write(kept.readAll()) == kept.size() && old.flush();
        old.close();
        if (!mended || !attach())
            return Done{}; // everything comes from the packets
        qCInfo(lcArchive) << "the first page of the index is broken; the copy of it helped";
    }
    for (const auto &[table, key] :
         {std::pair{u"sources"_s, u"id"_s}, {u"lanes"_s, u"id"_s}, {u"streams"_s, u"id"_s}, {u"segments"_s, u"id"_s}, {u"memberships"_s, u"row"_s},
          {u"positions"_s, u"stream"_s}, {u"gaps"_s, u"id"_s}, {u"marks"_s, u"row"_s}}) {
        if (const Outcome done = copySmall(table, key); !done)
            return done;
    }
    if (const Outcome done = copyAlerts(); !done)
        return done;
    if (const Outcome done = noteLost(); !done)
        return done;
    return exec(u"DETACH old"_s);
}

// An index of an earlier schema lacks some.
QStringList Salvage::commonColumns(const QString &table)
{
    QStringList ours;
    QStringList common;
    QSqlQuery query(m_db);
    if (query.exec(u"SELECT name FROM pragma_table_info('%1', 'main')"_s.arg(table))) {
        while (query.next())
            ours << query.value(0).toString();
    }
    if (query.exec(u"SELECT name FROM pragma_table_info('%1', 'old')"_s.arg(table))) {
        while (query.next()) {
            if (ours.contains(query.value(0).toString()))
                common << u'"' + query.value(0).toString() + u'"';
        }
    }
    return common;
}

// From both ends, each as far as it goes.
Outcome Salvage::copySmall(const QString &table, const QString &key)
{
    const QStringList columns = commonColumns(table);
    if (columns.isEmpty())
        return Done{};
    Rows rows;
    QSqlQuery insert(m_db);
    insert.prepare(u"INSERT OR IGNORE INTO main.%1 (%2) VALUES (%3)"_s.arg(table, columns.join(u", "_s), QStringList(columns.size(), u"?"_s).join(u", "_s)));
    for (const QString &order : {u"ASC"_s, u"DESC"_s}) {
        QSqlQuery query(m_db);
        query.setForwardOnly(true);
        bool whole = query.exec(u"SELECT %1 FROM old.%2 ORDER BY %3 %4"_s.arg(columns.join(u", "_s), table, key, order));
        while (whole && query.next()) {
            QVariantList &row = rows.emplace_back();
            for (int i = 0; i < columns.size(); ++i)
                row << query.value(i);
            if (rows.size() < kRowsAtOnce)
                continue;
            if (const Outcome done = write(insert, rows); !done)
                return done;
        }
        whole = whole && !query.lastError().isValid();
        if (whole)
            break;
        qCInfo(lcArchive).noquote() << "the table" << table << "cannot be read as a whole";
    }
    return write(insert, rows);
}

// In a transaction that reads nothing of the old index: one that has met damage does not commit.
Outcome Salvage::write(QSqlQuery &insert, Rows &rows)
{
    if (rows.empty())
        return Done{};
    if (const Outcome begun = exec(u"BEGIN"_s); !begun)
        return begun;
    for (const QVariantList &row : rows) {
        for (int i = 0; i < row.size(); ++i)
            insert.bindValue(i, row[i]);
        if (!insert.exec())
            return sqlError(u"rows"_s, insert.lastError().text());
    }
    rows.clear();
    return exec(u"COMMIT"_s);
}

Outcome Salvage::copyRange(const QString &columns, qint64 first, qint64 last, int &patience)
{
    QSqlQuery query(m_db);
    if (query.exec(u"INSERT OR IGNORE INTO main.alerts (%1) SELECT %1 FROM old.alerts WHERE row BETWEEN %2 AND %3"_s.arg(columns).arg(first).arg(last))) {
        m_rows += query.numRowsAffected();
        return Done{};
    }
    if (const QString why = query.lastError().databaseText(); !meansDamage(why) && !why.contains(u"constraint"_s))
        return sqlError(u"rows"_s, why); // a full disk is no damage
    if (--patience < 0 || first == last)
        return Done{};
    const qint64 middle = first + (last - first) / 2;
    if (const Outcome done = copyRange(columns, first, middle, patience); !done)
        return done;
    return copyRange(columns, middle + 1, last, patience);
}

Outcome Salvage::copyAlerts()
{
    const QString columns = commonColumns(u"alerts"_s).join(u", "_s);
    if (columns.isEmpty())
        return Done{};
    m_highest = std::max({number(u"SELECT seq FROM old.sqlite_sequence WHERE name = 'alerts'"_s), number(u"SELECT max(row) FROM old.alerts"_s),
                          number(u"SELECT max(last_row) FROM main.segments"_s)});
    const qint64 lowest = number(u"SELECT min(row) FROM old.alerts"_s); // 0 when it cannot be read
    for (qint64 first = std::max<qint64>(1, lowest); first <= m_highest; first += kRowsAtOnce) {
        if (!m_goOn(static_cast<double>(first) / static_cast<double>(m_highest)))
            return stoppedBeforeTheEnd();
        int patience = kPatience;
        if (const Outcome done = copyRange(columns, first, std::min(m_highest, first + kRowsAtOnce - 1), patience); !done)
            return done;
    }
    return Done{};
}

// The index of keys lies in pages of its own: it may know rows that the table lost.
Outcome Salvage::noteLost()
{
    Rows rows;
    QSqlQuery insert(m_db);
    insert.prepare(u"INSERT OR IGNORE INTO lost (lane, position, record, row) VALUES (?, ?, ?, ?)"_s);
    for (const QString &order : {u"ASC"_s, u"DESC"_s}) {
        QSqlQuery query(m_db);
        query.setForwardOnly(true);
        bool whole = query.exec(u"SELECT lane, position, record, row FROM old.alerts INDEXED BY alerts_key ORDER BY lane %1, position %1, record %1"_s.arg(order));
        QSqlQuery there(m_db);
        there.prepare(u"SELECT 1 FROM main.alerts WHERE row = ?"_s);
        while (whole && query.next()) {
            const qlonglong row = query.value(3).toLongLong();
            m_highest = std::max<qint64>(m_highest, row);
            there.bindValue(0, row);
            if (!there.exec())
                return sqlError(u"rows"_s, there.lastError().text());
            const bool known = there.next();
            there.finish();
            if (known)
                continue;
            rows.push_back({query.value(0), query.value(1), query.value(2), query.value(3)});
            if (rows.size() < kRowsAtOnce)
                continue;
            if (const Outcome done = write(insert, rows); !done)
                return done;
        }
        whole = whole && !query.lastError().isValid();
        if (whole)
            break;
    }
    return write(insert, rows);
}

} // namespace tocsin::archive
