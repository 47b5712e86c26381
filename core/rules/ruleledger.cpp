// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/ruleledger.h"

#include "core/journal/journal.h"
#include "core/journal/journalfile.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace tocsin::rules {

using namespace Qt::StringLiterals;
using journal::journalError;

namespace {

constexpr int64_t kMemoryUs = 30ll * 86'400 * 1'000'000; // of what has alarmed
constexpr int kRunsKept = 200; // of each rule; those that are open stay

QVariant timeValue(const UtcTime &time)
{
    return time.isValid() ? QVariant(qlonglong(time.us)) : QVariant();
}

UtcTime timeOf(const QVariant &value)
{
    return value.isNull() ? UtcTime() : UtcTime::fromUs(value.toLongLong());
}

// One statement with values; errors in the journal's words.
std::optional<Error> put(QSqlDatabase &db, QSqlQuery &query, const QString &sql, const QVariantList &values)
{
    query = QSqlQuery(db);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return journalError(sql.left(60), query.lastError().text());
    for (const QVariant &value : values) // a text that is null would be NULL
        query.addBindValue(value.typeId() == QMetaType::QString && value.toString().isNull() ? QVariant(u""_s) : value);
    if (!query.exec())
        return journalError(sql.left(60), query.lastError().text());
    return std::nullopt;
}

const QString &runColumns()
{
    static const QString columns = u"number, rule, kind, place, alert, fact, retraction, history, silenced_by, state, made, finished, result, output"_s;
    return columns;
}

RuleRun runAt(const QSqlQuery &query)
{
    RuleRun run;
    run.number = query.value(0).toLongLong();
    run.rule = query.value(1).toString();
    run.kind = query.value(2).toString();
    run.place = query.value(3).toInt();
    run.row = query.value(4).toLongLong();
    run.fact = query.value(5).toString();
    run.retraction = query.value(6).toBool();
    run.history = query.value(7).toBool();
    run.silencedBy = query.value(8).toString();
    run.state = stateOf(query.value(9).toString());
    run.made = timeOf(query.value(10));
    run.finished = timeOf(query.value(11));
    run.result = query.value(12).toString();
    run.output = query.value(13).toString();
    return run;
}

Result<std::vector<RuleRun>> readRuns(QSqlDatabase &db, const QString &rule, int most)
{
    QSqlQuery query(db);
    const QString where = rule.isEmpty() ? QString() : u" WHERE rule = ?"_s;
    QVariantList values;
    if (!rule.isEmpty())
        values << rule;
    values << most;
    if (const auto error = put(db, query, u"SELECT "_s + runColumns() + u" FROM rule_runs"_s + where + u" ORDER BY number DESC LIMIT ?"_s, values))
        return *error;
    std::vector<RuleRun> runs;
    while (query.next())
        runs.push_back(runAt(query));
    return runs;
}

QVariant text(const std::string &text)
{
    return QString::fromStdString(text);
}

Result<RuleLedger::Standing> readStanding(QSqlDatabase &db)
{
    RuleLedger::Standing standing;
    QSqlQuery query(db);
    if (const auto error = put(db, query, u"SELECT judged FROM rule_position"_s, {}))
        return *error;
    if (query.next())
        standing.judged = query.value(0).toLongLong();
    if (const auto error = put(db, query, u"SELECT stream, topic, part, since, place, stamp FROM rule_lanes"_s, {}))
        return *error;
    while (query.next())
        standing.lanes.push_back({query.value(0).toString().toStdString(), query.value(1).toString().toStdString(), query.value(2).toLongLong(), UtcTime::fromUs(query.value(3).toLongLong()),
                                  query.value(4).toLongLong(), UtcTime::fromUs(query.value(5).toLongLong())});
    if (const auto error = put(db, query, u"SELECT rule, key, names, event, ra, dec, measure, alert, alarmed, retracted FROM rule_events WHERE alarmed > ? ORDER BY alarmed"_s,
                               {qlonglong(UtcTime::now().us - kMemoryUs)}))
        return *error;
    while (query.next()) {
        AlarmedEvent event;
        event.key = query.value(1).toString().toStdString();
        for (const QString &name : query.value(2).toString().split(u'\n', Qt::SkipEmptyParts))
            event.names.push_back(name.toStdString());
        event.event = query.value(3).toString().toStdString();
        event.hasPlace = !query.value(4).isNull();
        event.ra = query.value(4).toDouble();
        event.dec = query.value(5).toDouble();
        if (!query.value(6).isNull())
            event.measure = query.value(6).toDouble();
        event.row = query.value(7).toLongLong();
        event.alarmed = timeOf(query.value(8));
        event.retracted = query.value(9).toBool();
        standing.events.emplace_back(query.value(0).toString(), std::move(event));
    }
    if (const auto error = put(db, query, u"SELECT "_s + runColumns() + u" FROM rule_runs WHERE state IN ('due', 'started', 'held') ORDER BY number"_s, {}))
        return *error;
    while (query.next())
        standing.open.push_back(runAt(query));
    return standing;
}

std::optional<Error> writeEvent(QSqlDatabase &db, const QString &rule, const AlarmedEvent &event)
{
    QStringList names;
    for (const std::string &name : event.names)
        names << QString::fromStdString(name).replace(u'\n', u' ');
    QSqlQuery query;
    return put(db, query, u"INSERT OR REPLACE INTO rule_events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
               {rule, text(event.key), names.join(u'\n'), text(event.event), event.hasPlace ? QVariant(event.ra) : QVariant(), event.hasPlace ? QVariant(event.dec) : QVariant(),
                event.measure ? QVariant(*event.measure) : QVariant(), qlonglong(event.row), timeValue(event.alarmed), event.retracted});
}

Result<std::vector<int64_t>> write(QSqlDatabase &db, const RuleLedger::Entry &entry)
{
    QSqlQuery query;
    if (const auto error = put(db, query, u"INSERT OR REPLACE INTO rule_position VALUES (1, ?)"_s, {qlonglong(entry.judged)}))
        return *error;
    for (const WatchedLane &lane : entry.lanes) {
        if (const auto error = put(db, query, u"INSERT OR REPLACE INTO rule_lanes VALUES (?, ?, ?, ?, ?, ?)"_s,
                                   {text(lane.stream), text(lane.topic), qlonglong(lane.partition), qlonglong(lane.since.us), qlonglong(lane.offset), qlonglong(lane.stamp.us)}))
            return *error;
    }
    for (const auto &[rule, event] : entry.events) {
        if (const auto error = writeEvent(db, rule, event))
            return *error;
    }
    std::vector<int64_t> numbers;
    QStringList rules;
    for (const RuleRun &run : entry.runs) {
        if (const auto error = put(db, query, u"INSERT INTO rule_runs (rule, kind, place, alert, fact, retraction, history, silenced_by, state, made, finished, result) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                                   {run.rule, run.kind, run.place, qlonglong(run.row), run.fact, run.retraction, run.history, run.silencedBy, stateWord(run.state), timeValue(run.made),
                                    timeValue(run.finished), run.result}))
            return *error;
        numbers.push_back(query.lastInsertId().toLongLong());
        if (!rules.contains(run.rule))
            rules << run.rule;
    }
    for (const QString &rule : rules) {
        if (const auto error = put(db, query,
                                   u"DELETE FROM rule_runs WHERE rule = ? AND state NOT IN ('due', 'started', 'held') AND number <= "
                                   "(SELECT number FROM rule_runs WHERE rule = ? ORDER BY number DESC LIMIT 1 OFFSET ?)"_s,
                                   {rule, rule, kRunsKept}))
            return *error;
    }
    return numbers;
}

} // namespace

Result<RuleLedger::Standing> RuleLedger::standing()
{
    return m_journal.wait<Standing>(readStanding);
}

Result<std::vector<int64_t>> RuleLedger::keep(const Entry &entry)
{
    return m_journal.wait<std::vector<int64_t>>([&entry](QSqlDatabase &db) { return write(db, entry); });
}

void RuleLedger::note(const RuleRun &run)
{
    m_journal.ask<int>(nullptr, [run](QSqlDatabase &db) -> Result<int> {
        QSqlQuery query;
        if (const auto error = put(db, query, u"UPDATE rule_runs SET state = ?, finished = ?, result = ?, output = ? WHERE number = ?"_s,
                                   {stateWord(run.state), timeValue(run.finished), run.result, run.output, qlonglong(run.number)}))
            return *error;
        return query.numRowsAffected();
    }, {});
}

Result<std::vector<RuleRun>> RuleLedger::runs(const QString &rule, int most)
{
    return m_journal.wait<std::vector<RuleRun>>([&](QSqlDatabase &db) { return readRuns(db, rule, most); });
}

void RuleLedger::runs(const QString &rule, int most, QObject *context, std::function<void(Result<std::vector<RuleRun>>)> done)
{
    m_journal.ask<std::vector<RuleRun>>(context, [rule, most](QSqlDatabase &db) { return readRuns(db, rule, most); }, std::move(done));
}

void RuleLedger::rename(const QString &from, const QString &to)
{
    m_journal.ask<int>(nullptr, [from, to](QSqlDatabase &db) -> Result<int> {
        QSqlQuery query;
        if (to.isEmpty()) {
            if (const auto error = put(db, query, u"DELETE FROM rule_events WHERE rule = ?"_s, {from}))
                return *error;
            return query.numRowsAffected();
        }
        for (const QString &table : {u"rule_events"_s, u"rule_runs"_s}) {
            if (const auto error = put(db, query, u"UPDATE OR REPLACE "_s + table + u" SET rule = ? WHERE rule = ?"_s, {to, from}))
                return *error;
        }
        return 0;
    }, {});
}

} // namespace tocsin::rules
