// SPDX-License-Identifier: GPL-3.0-or-later
// What the index writer does with messages that were decoded anew.
#include "core/archive/indexwriter.h"

#include <QScopeGuard>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

namespace tocsin::archive {

using namespace Qt::StringLiterals;

Outcome IndexWriter::setRegistry(const std::string &uuid, const std::string &registry)
{
    // Asked first: to look needs no lock, and nearly always there is nothing to write.
    QSqlQuery query(m_db);
    query.prepare(u"SELECT 1 FROM streams WHERE uuid = ? AND registry <> ?"_s);
    query.addBindValue(QString::fromStdString(uuid));
    query.addBindValue(QString::fromUtf8(registry.data(), qsizetype(registry.size())));
    if (!query.exec())
        return sqlError(u"registry"_s, query.lastError().text());
    if (!query.next())
        return Done{};
    query.finish();
    query.prepare(u"UPDATE streams SET registry = ? WHERE uuid = ?"_s);
    query.addBindValue(QString::fromUtf8(registry.data(), qsizetype(registry.size()))); // never null
    query.addBindValue(QString::fromStdString(uuid));
    if (!query.exec())
        return sqlError(u"registry"_s, query.lastError().text());
    m_streams.erase(uuid);
    return Done{};
}

Result<IndexWriter::Replaced> IndexWriter::replaceAlerts(std::span<const Redecoded> messages)
{
    Replaced replaced;
    RowReplace rows;
    if (const Outcome done = rows.prepare(m_db); !done)
        return done.error();
    if (const Outcome begun = exec(u"BEGIN IMMEDIATE"_s); !begun)
        return begun.error();
    auto undo = qScopeGuard([this] { (void)exec(u"ROLLBACK"_s); });
    std::vector<int64_t> touched;
    for (const Redecoded &message : messages) {
        if (const Outcome done = replaceOne(rows, message, touched, replaced); !done)
            return done.error();
    }
    if (const Outcome done = noteChanges(touched); !done)
        return done.error();
    if (const Outcome done = exec(u"COMMIT"_s); !done)
        return done.error();
    undo.dismiss();
    return replaced;
}

Outcome IndexWriter::replaceOne(RowReplace &rows, const Redecoded &message, std::vector<int64_t> &touched, Replaced &replaced)
{
    const Result<std::vector<RowReplace::Row>> there = rows.rowsBeside(message.row);
    if (!there)
        return there.error();
    if (there.value().empty())
        return Done{}; // it went meanwhile
    for (const std::shared_ptr<Alert> &alert : message.alerts) {
        const auto own = std::ranges::find(there.value(), alert->record, &RowReplace::Row::record);
        if (own != there.value().end()) {
            if (const Outcome done = rows.update(own->row, *alert); !done)
                return done;
            alert->row = own->row;
            touched.push_back(own->row);
            ++replaced.report.rows;
            continue;
        }
        const Result<int64_t> row = rows.add(there.value().front().row, *alert);
        if (!row)
            return row.error();
        if (row.value() == 0)
            continue;
        alert->row = row.value();
        replaced.added.push_back(alert);
        ++replaced.report.rows;
    }
    replaced.report.undecoded += std::ranges::count_if(message.alerts, [](const auto &alert) { return !alert->error.empty(); });
    const bool isUnreadable = message.alerts.size() == 1 && !message.alerts.front()->error.empty(); // it says nothing of what it holds
    for (const RowReplace::Row &old : there.value()) {
        if (isUnreadable || std::ranges::any_of(message.alerts, [&old](const auto &alert) { return alert->record == old.record; }))
            continue;
        if (old.isMarked) {
            ++replaced.report.kept;
            continue;
        }
        if (const Outcome done = rows.remove(old.row); !done)
            return done;
        touched.push_back(old.row);
        ++replaced.report.removed;
    }
    return Done{};
}

// One entry for rows that lie close together: whoever hears of it reads them all again.
Outcome IndexWriter::noteChanges(std::vector<int64_t> &rows)
{
    constexpr int64_t kClose = 64;
    std::ranges::sort(rows);
    QSqlQuery query(m_db);
    query.prepare(u"INSERT INTO changes (first_row, last_row) VALUES (?, ?)"_s);
    for (size_t begin = 0; begin < rows.size();) {
        size_t end = begin + 1;
        while (end < rows.size() && rows[end] - rows[end - 1] <= kClose)
            ++end;
        query.bindValue(0, qlonglong(rows[begin]));
        query.bindValue(1, qlonglong(rows[end - 1]));
        if (!query.exec())
            return sqlError(u"changes"_s, query.lastError().text());
        begin = end;
    }
    return Done{};
}

} // namespace tocsin::archive
