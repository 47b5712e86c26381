// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/tom/target.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

// How a record stands in the journal's table of targets; for targettable and targetqueue alone.
namespace tocsin::tom::rows {

constexpr int kClaim = 16; // the column of the program that sends it just now; until when is the next one
[[nodiscard]] QString columns();
[[nodiscard]] TargetRecord recordOf(const QSqlQuery &query);
[[nodiscard]] QString jobWord(Job job);
[[nodiscard]] QString problemText(const QMap<QString, QString> &problems);
[[nodiscard]] qlonglong us(const UtcTime &time); // 0: none
[[nodiscard]] QString text(const QString &value); // not null: a QString that holds nothing would be
[[nodiscard]] Error errorOf(const QSqlQuery &query);

// A record, and whether somebody sends it just now. A plain value.
struct Kept {
    TargetRecord record;
    bool isClaimed = false;
};
[[nodiscard]] Result<Kept> find(QSqlDatabase &db, int64_t number);

} // namespace tocsin::tom::rows
