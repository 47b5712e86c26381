// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tom/targettable.h"

#include "core/journal/journalfile.h"
#include "core/tom/targettext.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlError>
#include <QSqlQuery>
#include <QSysInfo>

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <iterator>
#include <set>

namespace tocsin::tom {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kColumns = "number, account, draft, state, target, why, problems, cause, unsure, anyway, offered, tries, made, next_try, settled, job";
constexpr int kJob = 15;

QString columns()
{
    return QString::fromLatin1(kColumns);
}

qlonglong us(const UtcTime &time)
{
    return time.isValid() ? time.us : 0;
}

UtcTime timeOf(const QVariant &value)
{
    const qlonglong number = value.toLongLong();
    return number == 0 ? UtcTime() : UtcTime::fromUs(number);
}

State stateOf(const QString &word)
{
    for (const State state : {State::Local, State::Queued, State::Created, State::Exists, State::Refused, State::Removed}) {
        if (stateWord(state) == word)
            return state;
    }
    return State::Refused;
}

QString jobWord(Job job)
{
    return job == Job::Alias ? u"alias"_s : u"create"_s;
}

Job jobOf(const QString &word)
{
    return word == u"alias" ? Job::Alias : Job::Create;
}

QByteArray textOf(const QMap<QString, QString> &problems)
{
    QJsonObject object;
    for (auto it = problems.cbegin(); it != problems.cend(); ++it)
        object.insert(it.key(), it.value());
    return object.isEmpty() ? QByteArray("") : QJsonDocument(object).toJson(QJsonDocument::Compact);
}

TargetRecord recordOf(const QSqlQuery &query)
{
    TargetRecord record{.number = query.value(0).toLongLong(), .account = query.value(1).toString(), .draft = draftFrom(query.value(2).toString().toUtf8()),
                        .state = stateOf(query.value(3).toString())};
    if (const QByteArray target = query.value(4).toString().toUtf8(); !target.isEmpty())
        record.target = targetFrom(target);
    record.why = query.value(5).toString();
    const QJsonObject problems = QJsonDocument::fromJson(query.value(6).toString().toUtf8()).object();
    for (auto it = problems.begin(); it != problems.end(); ++it)
        record.problems.insert(it.key(), it.value().toString());
    record.cause = static_cast<ErrorKind>(query.value(7).toInt());
    record.unsure = query.value(8).toBool();
    record.anyway = query.value(9).toBool();
    record.offeredRemoval = query.value(10).toBool();
    record.tries = query.value(11).toInt();
    record.made = timeOf(query.value(12));
    record.nextTry = timeOf(query.value(13));
    record.settled = timeOf(query.value(14));
    return record;
}

Error errorOf(const QSqlQuery &query)
{
    return journal::journalError(u"targets"_s, query.lastError().text());
}

Result<std::vector<TargetRecord>> read(QSqlQuery &query)
{
    if (!query.exec())
        return errorOf(query);
    std::vector<TargetRecord> records;
    while (query.next())
        records.push_back(recordOf(query));
    return records;
}

// Not null: a QString that holds nothing would be.
QString text(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

// When a process began, in ticks since the machine did: a number is given again, this pair is not.
QString beginOf(const QString &pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray line = file.readAll();
    return QString::fromLatin1(line.mid(line.lastIndexOf(')') + 2).split(' ').value(19));
}

} // namespace

namespace table {

Result<TargetRecord> insert(QSqlDatabase &db, TargetRecord record, Job job)
{
    QSqlQuery query(db);
    query.prepare(u"INSERT INTO targets (account, job, draft, row, event, state, target, why, problems, cause, unsure, anyway, offered, tries, made, next_try, settled, "
                  "claimed_by, claimed_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 0)"_s);
    query.addBindValue(text(record.account));
    query.addBindValue(jobWord(job));
    query.addBindValue(QString::fromUtf8(tom::textOf(record.draft)));
    query.addBindValue(qlonglong(record.draft.row));
    query.addBindValue(text(record.draft.event));
    query.addBindValue(stateWord(record.state));
    query.addBindValue(record.target ? QString::fromUtf8(tom::textOf(*record.target)) : u""_s);
    query.addBindValue(text(record.why));
    query.addBindValue(QString::fromUtf8(textOf(record.problems)));
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
    query.prepare(u"UPDATE targets SET account = ?, state = ?, target = ?, why = ?, problems = ?, cause = ?, unsure = ?, anyway = ?, offered = ?, tries = ?, next_try = ?, settled = ?, "
                  "claimed_by = '', claimed_until = 0 WHERE number = ?"_s);
    query.addBindValue(text(record.account));
    query.addBindValue(stateWord(record.state));
    query.addBindValue(record.target ? QString::fromUtf8(tom::textOf(*record.target)) : u""_s);
    query.addBindValue(text(record.why));
    query.addBindValue(QString::fromUtf8(textOf(record.problems)));
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
    QSqlQuery query(db);
    query.prepare(u"SELECT %1 FROM targets WHERE number = ?"_s.arg(columns()));
    query.addBindValue(qlonglong(number));
    Result<std::vector<TargetRecord>> found = read(query);
    if (!found)
        return found.error();
    if (found.value().empty())
        return Error{.kind = ErrorKind::NotFound,
                     .message = QCoreApplication::translate("tom", "There is no target with the number %1.").arg(number),
                     .remedy = QCoreApplication::translate("tom", "“tocsin target list” shows those there are.")};
    return std::move(found.value().front());
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

Result<std::vector<Claimed>> claimDue(QSqlDatabase &db, const UtcTime &now, const QString &me, const UtcTime &until, int most)
{
    // One at a time for each TOM: some break when they are asked to make two.
    std::set<QString> busy;
    QSqlQuery query(db);
    query.prepare(u"SELECT account, claimed_by FROM targets WHERE state = 'queued' AND claimed_by <> '' AND claimed_until > ?"_s);
    query.addBindValue(us(now));
    if (!query.exec())
        return errorOf(query);
    while (query.next()) {
        if (const QString other = query.value(1).toString(); other == me || isRunning(other))
            busy.insert(query.value(0).toString());
    }
    query.prepare(u"SELECT %1 FROM targets WHERE state = 'queued' AND next_try <= ? ORDER BY next_try, number"_s.arg(columns()));
    query.addBindValue(us(now));
    if (!query.exec())
        return errorOf(query);
    std::vector<Claimed> claimed;
    while (query.next() && static_cast<int>(claimed.size()) < most) {
        if (busy.insert(query.value(1).toString()).second)
            claimed.push_back({recordOf(query), jobOf(query.value(kJob).toString())});
    }
    query.finish();
    for (const Claimed &one : claimed) {
        QSqlQuery update(db);
        update.prepare(u"UPDATE targets SET claimed_by = ?, claimed_until = ?, unsure = 1, tries = tries + 1 WHERE number = ?"_s);
        update.addBindValue(me);
        update.addBindValue(us(until));
        update.addBindValue(qlonglong(one.record.number));
        if (!update.exec())
            return errorOf(update);
    }
    return claimed;
}

Result<int> release(QSqlDatabase &db, const QString &me)
{
    QSqlQuery query(db);
    query.prepare(u"UPDATE targets SET claimed_by = '', claimed_until = 0 WHERE claimed_by = ?"_s);
    query.addBindValue(me);
    if (!query.exec())
        return errorOf(query);
    return query.numRowsAffected();
}

Result<int> retry(QSqlDatabase &db, int64_t number, const UtcTime &now)
{
    QSqlQuery query(db);
    const QString change = u"UPDATE targets SET state = 'queued', next_try = ?, settled = 0, why = '' WHERE account <> '' AND claimed_by = '' AND "_s;
    if (number != 0) {
        query.prepare(change + u"state IN ('queued', 'refused') AND number = ?"_s);
        query.addBindValue(us(now));
        query.addBindValue(qlonglong(number));
    } else {
        query.prepare(change + u"(state = 'queued' OR (state = 'refused' AND cause IN (?, ?)))"_s);
        query.addBindValue(us(now));
        query.addBindValue(static_cast<int>(ErrorKind::SignInRefused));
        query.addBindValue(static_cast<int>(ErrorKind::NotAuthorised));
    }
    if (!query.exec())
        return errorOf(query);
    return query.numRowsAffected();
}

Result<bool> takeBack(QSqlDatabase &db, int64_t number, const UtcTime &now)
{
    QSqlQuery look(db);
    look.prepare(u"SELECT claimed_by, claimed_until FROM targets WHERE number = ? AND state = 'queued'"_s);
    look.addBindValue(qlonglong(number));
    if (!look.exec())
        return errorOf(look);
    if (look.next() && !look.value(0).toString().isEmpty() && look.value(1).toLongLong() > us(now) && isRunning(look.value(0).toString()))
        return false;
    look.finish();
    QSqlQuery query(db);
    query.prepare(u"UPDATE targets SET state = 'removed', settled = ?, claimed_by = '', claimed_until = 0 WHERE number = ? AND (state IN ('local', 'refused', 'exists') OR (state = 'queued' AND unsure = 0))"_s);
    query.addBindValue(us(now));
    query.addBindValue(qlonglong(number));
    if (!query.exec())
        return errorOf(query);
    return query.numRowsAffected() == 1;
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

} // namespace table

QString programName()
{
    static std::atomic<int> number{0};
    const QString pid = QString::number(::getpid());
    return u"%1/%2/%3/%4"_s.arg(QSysInfo::machineHostName(), pid, beginOf(pid)).arg(++number);
}

bool isRunning(const QString &program)
{
    const QStringList parts = program.split(u'/');
    if (parts.size() != 4 || parts[0] != QSysInfo::machineHostName())
        return true; // another machine: its time limit tells
    return !parts[2].isEmpty() && beginOf(parts[1]) == parts[2];
}

} // namespace tocsin::tom
