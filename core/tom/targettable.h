// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/tom/target.h"

#include <QSqlDatabase>

#include <vector>

namespace tocsin::tom {

// What the outbox waits for.
struct Outbox {
    int waiting = 0;
    UtcTime next; // not valid: nothing is due
};

// The table of targets in the journal; all of it on the journal's thread, inside a transaction of its.
namespace table {

[[nodiscard]] Result<TargetRecord> insert(QSqlDatabase &db, TargetRecord record);
// Everything but what it is made of; gives up a claim.
[[nodiscard]] Result<TargetRecord> save(QSqlDatabase &db, const TargetRecord &record);
// What came of one that was claimed for this job. Where somebody has changed their mind meanwhile, it waits for what they want now.
[[nodiscard]] Result<TargetRecord> settle(QSqlDatabase &db, const TargetRecord &sent, Job job);
[[nodiscard]] Result<TargetRecord> find(QSqlDatabase &db, int64_t number);
[[nodiscard]] Result<std::vector<TargetRecord>> all(QSqlDatabase &db); // newest first
[[nodiscard]] Result<std::vector<TargetRecord>> ofRows(QSqlDatabase &db, const std::vector<int64_t> &rows);
[[nodiscard]] Result<std::vector<TargetRecord>> ofEvent(QSqlDatabase &db, const QString &event);
[[nodiscard]] Result<Outbox> outbox(QSqlDatabase &db);

// Queued ones whose time has come, one of each account that nobody sends to just now, become `me`'s until `until`, or until this
// program ends. They count as unsure from then on, so that whoever finds them after a kill looks before he sends, and no reason to wait
// stands there any more. Told is each as it was before.
[[nodiscard]] Result<std::vector<TargetRecord>> claimDue(QSqlDatabase &db, const UtcTime &now, const QString &me, const UtcTime &until, int most);
// What else is due for the TOM of one that found it away: it would fare likewise, one time limit after the other, so it waits as long.
// Told is each as it is now.
[[nodiscard]] Result<std::vector<TargetRecord>> waitLike(QSqlDatabase &db, const TargetRecord &one, const UtcTime &now);
// What `me` claimed and has not saved is anybody's again.
[[nodiscard]] Result<int> release(QSqlDatabase &db, const QString &me);
// 0: all that wait, and those whose sign-in was refused.
[[nodiscard]] Result<int> retry(QSqlDatabase &db, int64_t number, const UtcTime &now);
// Nobody wants it any more: what the TOM cannot have becomes Removed, all else waits to be removed there.
[[nodiscard]] Result<TargetRecord> takeBack(QSqlDatabase &db, int64_t number, const UtcTime &now);
// The person wants it after all; `before`: as it was before they took it back.
[[nodiscard]] Result<TargetRecord> restore(QSqlDatabase &db, const TargetRecord &before, const UtcTime &now);
[[nodiscard]] Result<int> noteOffered(QSqlDatabase &db, int64_t number);
// The account has another name now; how many records go with it.
[[nodiscard]] Result<int> rename(QSqlDatabase &db, const QString &account, const QString &newName);
// There is no such account any more: what it never sent goes to the local list, what may have arrived says so. How many waited.
[[nodiscard]] Result<int> leave(QSqlDatabase &db, const QString &account, const UtcTime &now);

} // namespace table

} // namespace tocsin::tom
