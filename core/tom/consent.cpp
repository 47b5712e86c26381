// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tom/consent.h"

#include "core/base/utctime.h"
#include "core/journal/journalfile.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QSqlQuery>

namespace tocsin::tom {

using namespace Qt::StringLiterals;

Outcome mayGo(QSqlDatabase &db, const QString &account)
{
    QSqlQuery query(db);
    query.prepare(u"SELECT 1 FROM consents WHERE destination = ?"_s);
    query.addBindValue(u"tom "_s + account);
    if (!query.exec())
        return journal::journalError(u"consents"_s, query.lastError().text());
    if (query.next())
        return Done{};
    return Error{.kind = ErrorKind::NotAuthorised,
                 .message = QCoreApplication::translate("tom", "This alert is restricted, and nobody has said yet that such alerts may go to the TOM of “%1”.").arg(account),
                 .remedy = QCoreApplication::translate("tom", "Are all who can see targets there allowed to see it? Then allow it once, with --allow-restricted.")};
}

Result<int> allow(QSqlDatabase &db, const QString &account)
{
    QSqlQuery query(db);
    query.prepare(u"INSERT OR IGNORE INTO consents VALUES (?, ?)"_s);
    query.addBindValue(u"tom "_s + account);
    query.addBindValue(qlonglong(UtcTime::now().us));
    if (!query.exec())
        return journal::journalError(u"consents"_s, query.lastError().text());
    return query.numRowsAffected();
}

} // namespace tocsin::tom
