// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tom/consent.h"

#include "core/journal/consents.h"

#include <QCoreApplication>

namespace tocsin::tom {

using namespace Qt::StringLiterals;

namespace {

QString destinationOf(const QString &account)
{
    return u"tom "_s + account;
}

} // namespace

Outcome mayGo(QSqlDatabase &db, const QString &account)
{
    const Result<bool> allowed = journal::consents::isAllowed(db, destinationOf(account));
    if (!allowed)
        return allowed.error();
    if (allowed.value())
        return Done{};
    return Error{.kind = ErrorKind::NotAuthorised,
                 .message = QCoreApplication::translate("tom", "This alert is restricted, and nobody has said yet that such alerts may go to the TOM of “%1”.").arg(account),
                 .remedy = QCoreApplication::translate("tom", "Are all who can see targets there allowed to see it? Then allow it once, with --allow-restricted.")};
}

Result<int> allow(QSqlDatabase &db, const QString &account)
{
    return journal::consents::allow(db, {destinationOf(account)});
}

Result<int> renameConsent(QSqlDatabase &db, const QString &account, const QString &newName)
{
    return journal::consents::rename(db, destinationOf(account), destinationOf(newName));
}

Result<int> forgetConsent(QSqlDatabase &db, const QString &account)
{
    return journal::consents::forget(db, {destinationOf(account)});
}

} // namespace tocsin::tom
