// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tom/tomaccount.h"

#include <QCoreApplication>

namespace tocsin::tom {

using namespace Qt::StringLiterals;

Result<TomAccount> tomAccount(const vault::AccountStore &accounts, const QString &name)
{
    const vault::Account *account = accounts.find(name);
    if (!account || account->kind != u"tom")
        return Error{.kind = ErrorKind::NotFound,
                     .message = QCoreApplication::translate("tom", "There is no account “%1” of the kind tom.").arg(name),
                     .remedy = QCoreApplication::translate("tom", "Make one: tocsin accounts add tom NAME url=https://…")};
    TomAccount found{.url = QUrl(account->text(u"url"_s).trimmed()), .user = account->text(u"user"_s)};
    for (const QString &group : account->text(u"groups"_s).split(u',')) {
        if (!group.simplified().isEmpty())
            found.groups << group.simplified();
    }
    bool isNumber = false;
    const double radius = account->text(u"radius"_s).toDouble(&isNumber);
    if (isNumber && radius > 0)
        found.radiusArcsec = radius;
    return found;
}

} // namespace tocsin::tom
