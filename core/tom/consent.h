// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QSqlDatabase>
#include <QString>

namespace tocsin::tom {

// Whether restricted rows may go to the TOM of this account: asked once, kept in the journal's table of consents under
// "tom ACCOUNT"; it goes with the account. All on the journal's thread.
[[nodiscard]] Outcome mayGo(QSqlDatabase &db, const QString &account);
[[nodiscard]] Result<int> allow(QSqlDatabase &db, const QString &account);
[[nodiscard]] Result<int> renameConsent(QSqlDatabase &db, const QString &account, const QString &newName);
[[nodiscard]] Result<int> forgetConsent(QSqlDatabase &db, const QString &account);

} // namespace tocsin::tom
