// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tom/targetrows.h"

#include "core/journal/journalfile.h"
#include "core/tom/programname.h"
#include "core/tom/targettext.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlError>

#include <algorithm>
#include <iterator>

namespace tocsin::tom::rows {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kColumns = "number, account, draft, state, target, why, problems, cause, unsure, anyway, offered, tries, made, next_try, settled, job, claimed_by, claimed_until";

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

constexpr std::pair<Job, const char *> kJobs[] = {{Job::Create, "create"}, {Job::Alias, "alias"}, {Job::Remove, "remove"}, {Job::RemoveAlias, "remove-alias"}};

Job jobOf(const QString &word)
{
    const auto it = std::ranges::find_if(kJobs, [&](const auto &each) { return word == QLatin1StringView(each.second); });
    return it == std::end(kJobs) ? Job::Create : it->first;
}

} // namespace

QString columns()
{
    return QString::fromLatin1(kColumns);
}

qlonglong us(const UtcTime &time)
{
    return time.isValid() ? time.us : 0;
}

QString jobWord(Job job)
{
    return QString::fromLatin1(std::ranges::find(kJobs, job, &std::pair<Job, const char *>::first)->second);
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
    record.job = jobOf(query.value(15).toString());
    return record;
}

Error errorOf(const QSqlQuery &query)
{
    return journal::journalError(u"targets"_s, query.lastError().text());
}

QString text(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

QString problemText(const QMap<QString, QString> &problems)
{
    QJsonObject object;
    for (auto it = problems.cbegin(); it != problems.cend(); ++it)
        object.insert(it.key(), it.value());
    return object.isEmpty() ? u""_s : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<Kept> find(QSqlDatabase &db, int64_t number)
{
    QSqlQuery query(db);
    query.prepare(u"SELECT %1 FROM targets WHERE number = ?"_s.arg(columns()));
    query.addBindValue(qlonglong(number));
    if (!query.exec())
        return errorOf(query);
    if (!query.next())
        return Error{.kind = ErrorKind::NotFound,
                     .message = QCoreApplication::translate("tom", "There is no target with the number %1.").arg(number),
                     .remedy = QCoreApplication::translate("tom", "“tocsin target list” shows those there are.")};
    const QString program = query.value(kClaim).toString();
    Kept kept{.record = recordOf(query)};
    kept.isClaimed = kept.record.state == State::Queued && !program.isEmpty() && query.value(kClaim + 1).toLongLong() > us(UtcTime::now()) && isRunning(program);
    return kept;
}

} // namespace tocsin::tom::rows
