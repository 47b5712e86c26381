// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms/alarmstore.h"

#include "core/journal/journalfile.h"
#include "core/journal/programs.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

namespace tocsin::alarms {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostOpen = 1'000; // nobody looks at more; those below stay open in the log
const QString kColumns = u"number, kind, rule, title, fact, alert, event, test, restricted, arrived, raised, acknowledged, acknowledged_by, "
                         "notifies, sound, repeat_s, always, silenced_by, heard, last_heard"_s;

QVariant stamp(const UtcTime &time)
{
    return time.isValid() ? QVariant(static_cast<qlonglong>(time.us)) : QVariant(QMetaType::fromType<qlonglong>());
}

UtcTime stamp(const QVariant &value)
{
    return value.isNull() ? UtcTime{} : UtcTime::fromUs(value.toLongLong());
}

// SQLite's NOT NULL refuses a null QString.
QString text(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

Alarm alarmOf(const QSqlQuery &query)
{
    int column = 0;
    const auto next = [&query, &column] { return query.value(column++); };
    Alarm alarm;
    alarm.number = next().toLongLong();
    alarm.kind = next().toInt() == 1 ? Kind::Retraction : Kind::News;
    alarm.rule = next().toString();
    alarm.title = next().toString();
    alarm.fact = next().toString();
    alarm.row = next().toLongLong();
    alarm.event = next().toString();
    alarm.test = next().toBool();
    alarm.restricted = next().toBool();
    alarm.arrived = stamp(next());
    alarm.raised = stamp(next());
    alarm.acknowledged = stamp(next());
    alarm.acknowledgedBy = next().toString();
    alarm.notifies = next().toBool();
    alarm.sound = next().toString();
    alarm.repeat = std::chrono::seconds(next().toLongLong());
    alarm.always = next().toBool();
    alarm.silencedBy = next().toString();
    alarm.heard = next().toInt();
    alarm.lastHeard = stamp(next());
    return alarm;
}

Error errorOf(const QString &doing, const QSqlQuery &query)
{
    return journal::journalError(doing, query.lastError().text());
}

Result<QSqlQuery> exec(QSqlDatabase &db, const QString &doing, const QString &sql, const QVariantList &values)
{
    QSqlQuery query(db);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return errorOf(doing, query);
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return errorOf(doing, query);
    return query;
}

Result<std::vector<Alarm>> read(QSqlDatabase &db, const QString &where, const QVariantList &values)
{
    Result<QSqlQuery> query = exec(db, u"alarm log"_s, u"SELECT "_s + kColumns + u" FROM alarms "_s + where, values);
    if (!query)
        return query.error();
    std::vector<Alarm> alarms;
    while (query.value().next())
        alarms.push_back(alarmOf(query.value()));
    return alarms;
}

Result<int> close(QSqlDatabase &db, const QString &by, const QString &where, const QVariantList &values)
{
    const Result<QSqlQuery> query = exec(db, u"acknowledge"_s, u"UPDATE alarms SET acknowledged = ?, acknowledged_by = ? WHERE acknowledged IS NULL"_s + where,
                                         QVariantList{stamp(UtcTime::now()), text(by)} + values);
    if (!query)
        return query.error();
    return query.value().numRowsAffected();
}

Result<std::vector<RingerEntry>> readRingers(QSqlDatabase &db)
{
    Result<QSqlQuery> query = exec(db, u"ringers"_s, u"SELECT program, has_window, works FROM ringers"_s, {});
    if (!query)
        return query.error();
    std::vector<RingerEntry> all;
    while (query.value().next())
        all.push_back({.program = query.value().value(0).toString(), .hasWindow = query.value().value(1).toBool(), .works = query.value().value(2).toBool()});
    return all;
}

bool runsHere(const QString &program)
{
    return journal::isOnThisMachine(program) && journal::isRunning(program);
}

// Who is heard before who was not, a window before a command; among equals whoever comes first.
bool isBefore(const RingerEntry &other, const RingerEntry &me)
{
    return other.program != me.program && other.works && (!me.works || (other.hasWindow && !me.hasWindow));
}

} // namespace

Result<int64_t> insertAlarm(QSqlDatabase &db, const Alarm &alarm)
{
    const Result<QSqlQuery> query = exec(db, u"alarm"_s,
                                         u"INSERT INTO alarms (kind, rule, title, fact, alert, event, test, restricted, arrived, raised, notifies, sound, repeat_s, always, silenced_by) "
                                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                                         {alarm.kind == Kind::Retraction ? 1 : 0, text(alarm.rule), text(alarm.title), text(alarm.fact), static_cast<qlonglong>(alarm.row),
                                          text(alarm.event), alarm.test, alarm.restricted, stamp(alarm.arrived), stamp(alarm.raised), alarm.notifies, text(alarm.sound),
                                          static_cast<qlonglong>(alarm.repeat.count()), alarm.always, text(alarm.silencedBy)});
    if (!query)
        return query.error();
    return static_cast<int64_t>(query.value().lastInsertId().toLongLong());
}

Result<Standing> readStanding(QSqlDatabase &db)
{
    Result<std::vector<Alarm>> open = read(db, u"WHERE acknowledged IS NULL ORDER BY number DESC LIMIT ?"_s, {kMostOpen});
    if (!open)
        return open.error();
    Result<QSqlQuery> silence = exec(db, u"silence"_s, u"SELECT until FROM alarm_silence"_s, {});
    if (!silence)
        return silence.error();
    return Standing{std::move(open).value(), silence.value().next() ? stamp(silence.value().value(0)) : UtcTime{}};
}

Result<std::vector<Alarm>> readLog(QSqlDatabase &db, const UtcTime &since, int most)
{
    return read(db, u"WHERE raised >= ? ORDER BY number DESC LIMIT ?"_s, {static_cast<qlonglong>(since.us), most});
}

Result<int> acknowledgeAlarm(QSqlDatabase &db, int64_t number, const QString &by)
{
    return close(db, by, u" AND number = ?"_s, {static_cast<qlonglong>(number)});
}

Result<int> acknowledgeOpen(QSqlDatabase &db, const QString &by)
{
    return close(db, by, {}, {});
}

Result<int> withdrawEvent(QSqlDatabase &db, const QString &event)
{
    return close(db, u"withdrawn"_s, u" AND event <> '' AND event = ? AND kind = 0"_s, {text(event)});
}

Outcome enterRinger(QSqlDatabase &db, const RingerEntry &entry)
{
    const Result<std::vector<RingerEntry>> all = readRingers(db);
    if (!all)
        return all.error();
    for (const RingerEntry &other : all.value()) {
        if (other.program == entry.program || journal::isRunning(other.program))
            continue;
        if (const Outcome left = leaveRingers(db, other.program); !left)
            return left;
    }
    const Result<QSqlQuery> query = exec(db, u"ringers"_s, u"INSERT OR REPLACE INTO ringers (program, has_window, works) VALUES (?, ?, ?)"_s, {entry.program, entry.hasWindow, entry.works});
    return query ? Outcome(Done{}) : Outcome(query.error());
}

Outcome leaveRingers(QSqlDatabase &db, const QString &program)
{
    const Result<QSqlQuery> query = exec(db, u"ringers"_s, u"DELETE FROM ringers WHERE program = ?"_s, {program});
    return query ? Outcome(Done{}) : Outcome(query.error());
}

Result<Turn> takeTurn(QSqlDatabase &db, const TurnQuestion &question)
{
    Result<QSqlQuery> query =
        exec(db, u"turn"_s, u"SELECT ringer, ringer_since, last_heard FROM alarms WHERE number = ? AND acknowledged IS NULL"_s, {static_cast<qlonglong>(question.number)});
    if (!query)
        return query.error();
    if (!query.value().next())
        return Turn::Over;
    const QString ringer = query.value().value(0).toString();
    const UtcTime taken = stamp(query.value().value(1));
    const UtcTime heard = stamp(query.value().value(2));
    query.value().finish();
    const UtcTime now = UtcTime::now();
    const bool isTaken = ringer != question.me.program && taken.isValid() && taken.us <= now.us && (!question.since.isValid() || taken.us > question.since.us);
    const bool isHeard = heard.isValid() && taken.isValid() && heard.us >= taken.us;
    if (isTaken && runsHere(ringer)) {
        const bool isFresh = now.us - taken.us < std::chrono::duration_cast<std::chrono::microseconds>(question.patience).count();
        if (isFresh && (question.isFirst || !isHeard))
            return Turn::Others; // it may still be too slow, or end
        if (isHeard)
            return Turn::Over;
    }
    if (question.isFirst) {
        const Result<std::vector<RingerEntry>> others = readRingers(db);
        if (!others)
            return others.error();
        if (std::ranges::any_of(others.value(), [&me = question.me](const RingerEntry &other) { return isBefore(other, me) && runsHere(other.program); }))
            return Turn::Others;
    }
    if (ringer == question.me.program && taken.isValid() && !isHeard)
        return Turn::Ours; // still: the patience of others began when it was taken
    const Result<QSqlQuery> mine =
        exec(db, u"turn"_s, u"UPDATE alarms SET ringer = ?, ringer_since = ? WHERE number = ?"_s, {question.me.program, stamp(now), static_cast<qlonglong>(question.number)});
    return mine ? Result<Turn>(Turn::Ours) : Result<Turn>(mine.error());
}

Outcome noteHeard(QSqlDatabase &db, int64_t number, const UtcTime &when)
{
    const Result<QSqlQuery> query =
        exec(db, u"heard"_s, u"UPDATE alarms SET heard = heard + 1, last_heard = ? WHERE number = ?"_s, {stamp(when), static_cast<qlonglong>(number)});
    return query ? Outcome(Done{}) : Outcome(query.error());
}

Outcome keepSilence(QSqlDatabase &db, const UtcTime &until)
{
    const Result<QSqlQuery> query = exec(db, u"silence"_s, u"UPDATE alarm_silence SET until = ?"_s, {stamp(until)});
    return query ? Outcome(Done{}) : Outcome(query.error());
}

} // namespace tocsin::alarms
