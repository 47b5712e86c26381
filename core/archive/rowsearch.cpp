// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/rowsearch.h"

#include "core/archive/sqlitedialect.h"
#include "core/archive/sqliteschema.h"
#include "core/archive/storedfields.h"
#include "core/filter/filter.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

namespace tocsin::archive {

using namespace Qt::StringLiterals;

namespace {

constexpr int64_t kStretch = 16'384; // rows at once: a few columns of them fit the processor's cache
constexpr int64_t kPacketStretch = 1'024; // where each row may cost a packet: somebody waits for the first, or has thought again

Error cancelled()
{
    return {.kind = ErrorKind::Interrupted, .message = QCoreApplication::translate("archive", "Cancelled.")};
}

} // namespace

RowSearch::RowSearch(QString folder, QSqlDatabase &db, Reader &reader) : m_folder(std::move(folder)), m_db(db), m_reader(reader)
{
}

Outcome RowSearch::run(const filter::Filter *filter, const UtcTime &now, bool newestFirst, const FindRows &take)
{
    const int64_t complete = m_columns.open(m_folder) ? m_columns.complete() : 0;
    Result<StreamNames> names = streamNames(m_db);
    if (!names)
        return names.error();
    m_streams = std::move(names).value();
    std::optional<ColumnPass> pass;
    if (filter && complete > 0)
        pass.emplace(m_columns, filter->root(), now, m_streams);
    std::vector<int64_t> rows;
    const auto behind = [&]() -> Outcome {
        rows.clear();
        const double done = newestFirst ? 0.0 : 1.0;
        if (const Outcome read = overIndex(complete, filter, now, rows, [&] { return take({}, done); }); !read)
            return read;
        return take(rows, complete == 0 || !newestFirst ? 1.0 : 0.0) ? Outcome(Done{}) : Outcome(cancelled());
    };
    if (newestFirst) {
        if (const Outcome done = behind(); !done)
            return done;
    }
    // The oldest rows go first when an archive is full: nothing is read where nothing can be.
    int64_t oldest = 1;
    if (complete > 0) {
        QSqlQuery query(m_db);
        if (query.exec(u"SELECT min(row) FROM alerts"_s) && query.next() && !query.value(0).isNull())
            oldest = std::max<int64_t>(1, query.value(0).toLongLong());
    }
    const int64_t stretch = filter && filter->needsPacket() ? kPacketStretch : kStretch;
    const int64_t stretches = complete < oldest ? 0 : (complete - oldest) / stretch + 1;
    for (int64_t i = 0; i < stretches; ++i) {
        const int64_t first = oldest + (newestFirst ? stretches - 1 - i : i) * stretch;
        const auto count = static_cast<size_t>(std::min(stretch, complete - first + 1));
        rows.clear();
        if (const Outcome done = overColumns(pass ? &*pass : nullptr, filter, now, first, count, rows); !done)
            return done;
        if (!take(rows, static_cast<double>(i + 1) / static_cast<double>(stretches)))
            return cancelled();
    }
    return newestFirst ? Outcome(Done{}) : behind();
}

Outcome RowSearch::overColumns(ColumnPass *pass, const filter::Filter *filter, const UtcTime &now, int64_t first, size_t count,
                               std::vector<int64_t> &rows)
{
    if (!pass) {
        m_there.resize(count);
        if (!m_columns.codes(streamColumn(), first, count, m_there.data()))
            return m_columns.unreadable();
        for (size_t i = 0; i < count; ++i) {
            if (m_there[i] != 0)
                rows.push_back(first + static_cast<int64_t>(i));
        }
        return Done{};
    }
    if (!pass->judge(first, count, m_verdicts))
        return m_columns.unreadable();
    std::vector<int64_t> asked;
    for (size_t i = 0; i < count; ++i) {
        const int64_t row = first + static_cast<int64_t>(i);
        if (m_verdicts[i] == ColumnPass::Yes)
            rows.push_back(row);
        else if (m_verdicts[i] == ColumnPass::Ask)
            asked.push_back(row);
    }
    if (asked.empty())
        return Done{};
    Result<std::vector<std::shared_ptr<const Alert>>> alerts = m_reader.alerts(asked);
    if (!alerts)
        return alerts.error();
    const size_t sure = rows.size();
    for (const auto &alert : alerts.value()) {
        const Result<bool> passes = ask(*filter, now, *alert);
        if (!passes)
            return passes.error();
        if (passes.value())
            rows.push_back(alert->row);
    }
    std::inplace_merge(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(sure), rows.end());
    return Done{};
}

Outcome RowSearch::overIndex(int64_t after, const filter::Filter *filter, const UtcTime &now, std::vector<int64_t> &rows,
                             const std::function<bool()> &goOn)
{
    if (!filter) {
        QSqlQuery query(m_db);
        query.setForwardOnly(true);
        query.prepare(u"SELECT row FROM alerts WHERE row > ? ORDER BY row"_s);
        query.addBindValue(qlonglong(after));
        if (!query.exec())
            return sqlError(u"rows"_s, query.lastError().text());
        while (query.next())
            rows.push_back(query.value(0).toLongLong());
        return Done{};
    }
    AlertCursor cursor;
    if (const Outcome done = cursor.prepare(m_db, u"WHERE a.row > ? ORDER BY a.row"_s); !done)
        return done;
    cursor.bind(1, after);
    for (int64_t seen = 1;; ++seen) {
        if (seen % kPacketStretch == 0 && !goOn())
            return cancelled();
        Result<std::shared_ptr<Alert>> alert = cursor.next();
        if (!alert)
            return alert.error();
        if (!alert.value())
            return Done{};
        const Result<bool> passes = ask(*filter, now, *alert.value());
        if (!passes)
            return passes.error();
        if (passes.value())
            rows.push_back(alert.value()->row);
    }
}

Result<bool> RowSearch::ask(const filter::Filter &filter, const UtcTime &now, const Alert &alert)
{
    if (!filter.needsPacket())
        return filter.passes(alert, now);
    StoredFields packet(m_reader, alert.row, static_cast<size_t>(alert.record));
    return filter.passes(alert, now, &packet);
}

Result<StreamNames> streamNames(QSqlDatabase &db)
{
    QSqlQuery query(db);
    if (!query.exec(u"SELECT id, name FROM streams"_s))
        return sqlError(u"streams"_s, query.lastError().text());
    StreamNames names;
    while (query.next())
        names[query.value(0).toUInt()] = query.value(1).toString().toStdString();
    return names;
}

} // namespace tocsin::archive
