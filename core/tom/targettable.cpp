// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tom/targettable.h"

#include "core/tom/targetrows.h"
#include "core/tom/targettext.h"

#include <QSqlQuery>

#include <algorithm>
#include <iterator>

namespace tocsin::tom {

using namespace Qt::StringLiterals;
using namespace rows;

namespace {

Result<std::vector<TargetRecord>> read(QSqlQuery &query)
{
    if (!query.exec())
        return errorOf(query);
    std::vector<TargetRecord> records;
    while (query.next())
        records.push_back(recordOf(query));
    return records;
}

} // namespace

namespace table {

Result<TargetRecord> insert(QSqlDatabase &db, TargetRecord record)
{
    QSqlQuery query(db);
    query.prepare(u"INSERT INTO targets (account, job, draft, row, event, state, target, why, problems, cause, unsure, anyway, offered, tries, made, next_try, settled, "
                  "claimed_by, claimed_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 0)"_s);
    query.addBindValue(text(record.account));
    query.addBindValue(jobWord(record.job));
    query.addBindValue(QString::fromUtf8(textOf(record.draft)));
    query.addBindValue(qlonglong(record.draft.row));
    query.addBindValue(text(record.draft.event));
    query.addBindValue(stateWord(record.state));
    query.addBindValue(record.target ? QString::fromUtf8(textOf(*record.target)) : u""_s);
    query.addBindValue(text(record.why));
    query.addBindValue(problemText(record.problems));
    query.addBindValue(static_cast<int>(record.cause));
    query.addBindValue(record.unsure);
    query.addBindValue(record.anyway);
    query.addBindValue(record.offeredRemoval);
    query.addBindValue(record.tries);
    query.addBindValue(us(record.made));
    query.addBindValue(us(record.nextTry));
    query.addBindValue(us(record.settled));
    if (!query.exec())
        return errorOf(query);
    record.number = query.lastInsertId().toLongLong();
    return record;
}

Result<TargetRecord> save(QSqlDatabase &db, const TargetRecord &record)
{
    QSqlQuery query(db);
    query.prepare(u"UPDATE targets SET account = ?, job = ?, state = ?, target = ?, why = ?, problems = ?, cause = ?, unsure = ?, anyway = ?, offered = ?, tries = ?, next_try = ?, settled = ?, "
                  "claimed_by = '', claimed_until = 0 WHERE number = ?"_s);
    query.addBindValue(text(record.account));
    query.addBindValue(jobWord(record.job));
    query.addBindValue(stateWord(record.state));
    query.addBindValue(record.target ? QString::fromUtf8(textOf(*record.target)) : u""_s);
    query.addBindValue(text(record.why));
    query.addBindValue(problemText(record.problems));
    query.addBindValue(static_cast<int>(record.cause));
    query.addBindValue(record.unsure);
    query.addBindValue(record.anyway);
    query.addBindValue(record.offeredRemoval);
    query.addBindValue(record.tries);
    query.addBindValue(us(record.nextTry));
    query.addBindValue(us(record.settled));
    query.addBindValue(qlonglong(record.number));
    if (!query.exec())
        return errorOf(query);
    return record;
}

Result<TargetRecord> find(QSqlDatabase &db, int64_t number)
{
    Result<Kept> kept = rows::find(db, number);
    return kept ? Result<TargetRecord>(std::move(kept.value().record)) : kept.error();
}

Result<std::vector<TargetRecord>> all(QSqlDatabase &db)
{
    QSqlQuery query(db);
    query.prepare(u"SELECT %1 FROM targets ORDER BY number DESC"_s.arg(columns()));
    return read(query);
}

Result<std::vector<TargetRecord>> ofRows(QSqlDatabase &db, const std::vector<int64_t> &rows)
{
    std::vector<TargetRecord> records;
    QSqlQuery query(db);
    query.prepare(u"SELECT %1 FROM targets WHERE row = ? ORDER BY number DESC"_s.arg(columns()));
    for (const int64_t row : rows) {
        query.bindValue(0, qlonglong(row));
        Result<std::vector<TargetRecord>> some = read(query);
        if (!some)
            return some;
        std::ranges::move(some.value(), std::back_inserter(records));
    }
    return records;
}

Result<std::vector<TargetRecord>> ofEvent(QSqlDatabase &db, const QString &event)
{
    QSqlQuery query(db);
    query.prepare(u"SELECT %1 FROM targets WHERE event = ? AND event <> '' ORDER BY number DESC"_s.arg(columns()));
    query.addBindValue(text(event));
    return read(query);
}

Result<Outbox> outbox(QSqlDatabase &db)
{
    QSqlQuery query(db);
    // What another program sends may come back to us when that one ends.
    if (!query.exec(u"SELECT count(*), min(max(next_try, CASE WHEN claimed_by = '' THEN 0 ELSE claimed_until END)) FROM targets WHERE state = 'queued'"_s) || !query.next())
        return errorOf(query);
    return Outbox{.waiting = query.value(0).toInt(), .next = query.value(0).toInt() > 0 ? UtcTime::fromUs(query.value(1).toLongLong()) : UtcTime()};
}

Result<int> noteOffered(QSqlDatabase &db, int64_t number)
{
    QSqlQuery query(db);
    query.prepare(u"UPDATE targets SET offered = 1 WHERE number = ?"_s);
    query.addBindValue(qlonglong(number));
    if (!query.exec())
        return errorOf(query);
    return query.numRowsAffected();
}

Result<int> rename(QSqlDatabase &db, const QString &account, const QString &newName)
{
    QSqlQuery query(db);
    query.prepare(u"UPDATE targets SET account = ? WHERE account = ? AND account <> ''"_s);
    query.addBindValue(text(newName));
    query.addBindValue(text(account));
    if (!query.exec())
        return errorOf(query);
    const int count = query.numRowsAffected();
    // What was to be sent under the old name a moment ago was refused for want of it.
    query.prepare(u"UPDATE targets SET state = 'queued', next_try = ?, settled = 0, why = '' WHERE account = ? AND state = 'refused' AND cause = ? AND claimed_by = ''"_s);
    query.addBindValue(us(UtcTime::now()));
    query.addBindValue(text(newName));
    query.addBindValue(static_cast<int>(ErrorKind::NotFound));
    if (!query.exec())
        return errorOf(query);
    return count;
}

} // namespace table

} // namespace tocsin::tom
