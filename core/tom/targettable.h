// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/tom/target.h"

#include <QSqlDatabase>

#include <vector>

namespace tocsin::tom {

// What is sent for a record.
enum class Job { Create, Alias };

// A record that this program, and no other, is to send now. A plain value.
struct Claimed {
    TargetRecord record; // `unsure` and `tries` as they were before
    Job job = Job::Create;
};

// What the outbox waits for.
struct Outbox {
    int waiting = 0;
    UtcTime next; // not valid: nothing is due
};

// The table of targets in the journal; all of it on the journal's thread, inside a transaction of its.
namespace table {

[[nodiscard]] Result<TargetRecord> insert(QSqlDatabase &db, TargetRecord record, Job job);
// Everything but what it is made of; gives up a claim.
[[nodiscard]] Result<TargetRecord> save(QSqlDatabase &db, const TargetRecord &record);
[[nodiscard]] Result<TargetRecord> find(QSqlDatabase &db, int64_t number);
[[nodiscard]] Result<std::vector<TargetRecord>> all(QSqlDatabase &db); // newest first
[[nodiscard]] Result<std::vector<TargetRecord>> ofRows(QSqlDatabase &db, const std::vector<int64_t> &rows);
[[nodiscard]] Result<std::vector<TargetRecord>> ofEvent(QSqlDatabase &db, const QString &event);
[[nodiscard]] Result<Outbox> outbox(QSqlDatabase &db);

// Queued ones whose time has come, one of each account that nobody sends to just now, become `me`'s until `until`, or until this
// program ends; they count as unsure from then on, so that whoever finds them after a kill looks before he sends.
[[nodiscard]] Result<std::vector<Claimed>> claimDue(QSqlDatabase &db, const UtcTime &now, const QString &me, const UtcTime &until, int most);
// What `me` claimed and has not saved is anybody's again.
[[nodiscard]] Result<int> release(QSqlDatabase &db, const QString &me);
// 0: all that wait, and those whose sign-in was refused.
[[nodiscard]] Result<int> retry(QSqlDatabase &db, int64_t number, const UtcTime &now);
// What nobody sends just now becomes Removed; false: somebody does, or it is at the TOM.
[[nodiscard]] Result<bool> takeBack(QSqlDatabase &db, int64_t number, const UtcTime &now);
[[nodiscard]] Result<int> noteOffered(QSqlDatabase &db, int64_t number);

} // namespace table

// A name for this program that no other has, and whether the program of such a name still runs (true when nobody here can know).
[[nodiscard]] QString programName();
[[nodiscard]] bool isRunning(const QString &program);

} // namespace tocsin::tom
