// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/consents.h"

#include "core/base/utctime.h"
#include "core/journal/journal.h"
#include "core/journal/journalfile.h"

#include <QSqlError>
#include <QSqlQuery>

namespace tocsin::journal {

using namespace Qt::StringLiterals;

namespace {

Error errorOf(const QSqlQuery &query)
{
    return journalError(u"consents"_s, query.lastError().text());
}

Result<QStringList> readAll(QSqlDatabase &db)
{
    QSqlQuery query(db);
    if (!query.exec(u"SELECT destination FROM consents ORDER BY destination"_s))
        return errorOf(query);
    QStringList all;
    while (query.next())
        all << query.value(0).toString();
    return all;
}

Result<QStringList> readMissing(QSqlDatabase &db, const QStringList &destinations)
{
    const Result<QStringList> allowed = readAll(db);
    if (!allowed)
        return allowed.error();
    QStringList missing;
    for (const QString &destination : destinations) {
        if (!allowed.value().contains(destination) && !missing.contains(destination))
            missing << destination;
    }
    return missing;
}

} // namespace

namespace consents {

Result<bool> isAllowed(QSqlDatabase &db, const QString &destination)
{
    const Result<QStringList> missing = readMissing(db, {destination});
    return missing ? Result<bool>(missing.value().isEmpty()) : missing.error();
}

Result<int> allow(QSqlDatabase &db, const QStringList &destinations)
{
    for (const QString &destination : destinations) {
        QSqlQuery query(db);
        query.prepare(u"INSERT OR IGNORE INTO consents VALUES (?, ?)"_s);
        query.addBindValue(destination);
        query.addBindValue(qlonglong(UtcTime::now().us));
        if (!query.exec())
            return errorOf(query);
    }
    return static_cast<int>(destinations.size());
}

Result<int> forget(QSqlDatabase &db, const QStringList &destinations)
{
    for (const QString &destination : destinations) {
        QSqlQuery query(db);
        query.prepare(u"DELETE FROM consents WHERE destination = ?"_s);
        query.addBindValue(destination);
        if (!query.exec())
            return errorOf(query);
    }
    return static_cast<int>(destinations.size());
}

Result<int> rename(QSqlDatabase &db, const QString &destination, const QString &newName)
{
    QSqlQuery query(db);
    query.prepare(u"UPDATE OR REPLACE consents SET destination = ? WHERE destination = ?"_s);
    query.addBindValue(newName);
    query.addBindValue(destination);
    if (!query.exec())
        return errorOf(query);
    return query.numRowsAffected();
}

} // namespace consents

Result<QStringList> Consents::missing(const QStringList &destinations)
{
    return m_journal.wait<QStringList>([&](QSqlDatabase &db) { return readMissing(db, destinations); });
}

void Consents::missing(const QStringList &destinations, QObject *context, std::function<void(Result<QStringList>)> done)
{
    m_journal.ask<QStringList>(context, [destinations](QSqlDatabase &db) { return readMissing(db, destinations); }, std::move(done));
}

Result<QStringList> Consents::all()
{
    return m_journal.wait<QStringList>(readAll);
}

Outcome Consents::allow(const QStringList &destinations)
{
    const Result<int> written = m_journal.wait<int>([&](QSqlDatabase &db) { return consents::allow(db, destinations); });
    return written ? Outcome(Done{}) : written.error();
}

void Consents::allow(const QStringList &destinations, QObject *context, std::function<void(Result<int>)> done)
{
    m_journal.ask<int>(context, [destinations](QSqlDatabase &db) { return consents::allow(db, destinations); }, std::move(done));
}

Outcome Consents::forget(const QStringList &destinations)
{
    const Result<int> written = m_journal.wait<int>([&](QSqlDatabase &db) { return consents::forget(db, destinations); });
    return written ? Outcome(Done{}) : written.error();
}

} // namespace tocsin::journal
