// SPDX-License-Identifier: GPL-3.0-or-later
// Who sends which record, and what people want of it meanwhile.
#include "core/tom/programname.h"
#include "core/tom/targetrows.h"
#include "core/tom/targettable.h"
#include "core/tom/targetwish.h"

#include <QSqlQuery>

#include <set>

namespace tocsin::tom {

using namespace Qt::StringLiterals;

namespace {

// Whoever sends it finds the other job when he writes down what came of it.
Result<TargetRecord> askFor(QSqlDatabase &db, TargetRecord record, Job job)
{
    QSqlQuery query(db);
    query.prepare(u"UPDATE targets SET job = ? WHERE number = ?"_s);
    query.addBindValue(rows::jobWord(job));
    query.addBindValue(qlonglong(record.number));
    if (!query.exec())
        return rows::errorOf(query);
    record.job = job;
    return record;
}

} // namespace

namespace table {

Result<TargetRecord> settle(QSqlDatabase &db, const TargetRecord &sent, Job job)
{
    const Result<TargetRecord> now = find(db, sent.number);
    if (!now)
        return now;
    TargetRecord record = now.value().job == job ? sent : wish::reconsidered(sent, now.value().job, UtcTime::now());
    // What others may have written meanwhile.
    record.account = now.value().account;
    record.offeredRemoval = now.value().offeredRemoval;
    return save(db, record);
}

Result<std::vector<TargetRecord>> claimDue(QSqlDatabase &db, const UtcTime &now, const QString &me, const UtcTime &until, int most)
{
    // One at a time for each TOM: some break when they are asked to make two.
    std::set<QString> busy;
    QSqlQuery query(db);
    query.prepare(u"SELECT account, claimed_by FROM targets WHERE state = 'queued' AND claimed_by <> '' AND claimed_until > ?"_s);
    query.addBindValue(rows::us(now));
    if (!query.exec())
        return rows::errorOf(query);
    while (query.next()) {
        if (const QString other = query.value(1).toString(); other == me || isRunning(other))
            busy.insert(query.value(0).toString());
    }
    query.prepare(u"SELECT %1 FROM targets WHERE state = 'queued' AND next_try <= ? ORDER BY next_try, number"_s.arg(rows::columns()));
    query.addBindValue(rows::us(now));
    if (!query.exec())
        return rows::errorOf(query);
    std::vector<TargetRecord> claimed;
    while (query.next() && static_cast<int>(claimed.size()) < most) {
        if (busy.insert(query.value(1).toString()).second)
            claimed.push_back(rows::recordOf(query));
    }
    query.finish();
    for (const TargetRecord &one : claimed) {
        QSqlQuery update(db);
        update.prepare(u"UPDATE targets SET claimed_by = ?, claimed_until = ?, unsure = 1, why = '', tries = tries + 1 WHERE number = ?"_s);
        update.addBindValue(me);
        update.addBindValue(rows::us(until));
        update.addBindValue(qlonglong(one.number));
        if (!update.exec())
            return rows::errorOf(update);
    }
    return claimed;
}

Result<std::vector<TargetRecord>> waitLike(QSqlDatabase &db, const TargetRecord &one, const UtcTime &now)
{
    std::vector<TargetRecord> waiting;
    QSqlQuery query(db);
    query.prepare(u"UPDATE targets SET next_try = ?, why = ?, cause = ? WHERE account = ? AND state = 'queued' AND claimed_by = '' AND next_try <= ? AND number <> ?"_s);
    query.addBindValue(rows::us(one.nextTry));
    query.addBindValue(rows::text(one.why));
    query.addBindValue(static_cast<int>(one.cause));
    query.addBindValue(rows::text(one.account));
    query.addBindValue(rows::us(now));
    query.addBindValue(qlonglong(one.number));
    if (!query.exec())
        return rows::errorOf(query);
    if (query.numRowsAffected() == 0)
        return waiting;
    query.prepare(u"SELECT %1 FROM targets WHERE account = ? AND state = 'queued' AND next_try = ? AND number <> ? ORDER BY number"_s.arg(rows::columns()));
    query.addBindValue(rows::text(one.account));
    query.addBindValue(rows::us(one.nextTry));
    query.addBindValue(qlonglong(one.number));
    if (!query.exec())
        return rows::errorOf(query);
    while (query.next())
        waiting.push_back(rows::recordOf(query));
    return waiting;
}

Result<int> release(QSqlDatabase &db, const QString &me)
{
    QSqlQuery query(db);
    query.prepare(u"UPDATE targets SET claimed_by = '', claimed_until = 0 WHERE claimed_by = ?"_s);
    query.addBindValue(me);
    if (!query.exec())
        return rows::errorOf(query);
    return query.numRowsAffected();
}

Result<int> retry(QSqlDatabase &db, int64_t number, const UtcTime &now)
{
    QSqlQuery query(db);
    const QString change = u"UPDATE targets SET state = 'queued', next_try = ?, settled = 0, why = '' WHERE account <> '' AND claimed_by = '' AND "_s;
    if (number != 0) {
        query.prepare(change + u"state IN ('queued', 'refused') AND number = ?"_s);
        query.addBindValue(rows::us(now));
        query.addBindValue(qlonglong(number));
    } else {
        query.prepare(change + u"(state = 'queued' OR (state = 'refused' AND cause IN (?, ?)))"_s);
        query.addBindValue(rows::us(now));
        query.addBindValue(static_cast<int>(ErrorKind::SignInRefused));
        query.addBindValue(static_cast<int>(ErrorKind::NotAuthorised));
    }
    if (!query.exec())
        return rows::errorOf(query);
    return query.numRowsAffected();
}

Result<TargetRecord> takeBack(QSqlDatabase &db, int64_t number, const UtcTime &now)
{
    Result<rows::Kept> kept = rows::find(db, number);
    if (!kept)
        return kept.error();
    TargetRecord &record = kept.value().record;
    if (record.state == State::Removed)
        return std::move(record);
    if (kept.value().isClaimed)
        return askFor(db, record, wish::removalOf(record.job));
    return save(db, wish::takenBack(std::move(record), now));
}

Result<TargetRecord> restore(QSqlDatabase &db, const TargetRecord &before, const UtcTime &now)
{
    Result<rows::Kept> kept = rows::find(db, before.number);
    if (!kept)
        return kept.error();
    TargetRecord &record = kept.value().record;
    if (kept.value().isClaimed)
        return askFor(db, record, wish::wantedOf(record.job));
    return save(db, wish::restored(std::move(record), before, now));
}

Result<int> leave(QSqlDatabase &db, const QString &account, const UtcTime &now)
{
    QSqlQuery query(db);
    query.prepare(u"SELECT number FROM targets WHERE account = ? AND account <> '' AND state = 'queued'"_s);
    query.addBindValue(rows::text(account));
    if (!query.exec())
        return rows::errorOf(query);
    std::vector<int64_t> numbers;
    while (query.next())
        numbers.push_back(query.value(0).toLongLong());
    int count = 0;
    for (const int64_t number : numbers) {
        Result<rows::Kept> kept = rows::find(db, number);
        if (!kept)
            return kept.error();
        if (kept.value().isClaimed) // it has the secret already, and tells what came of it
            continue;
        if (const Result<TargetRecord> saved = save(db, wish::left(std::move(kept.value().record), now)); !saved)
            return saved.error();
        ++count;
    }
    return count;
}

} // namespace table

} // namespace tocsin::tom
