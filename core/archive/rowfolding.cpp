// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/rowfolding.h"

#include "core/archive/keyedsort.h"
#include "core/archive/rowstretches.h"
#include "core/archive/sqliteschema.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <xxhash.h>

#include <algorithm>

namespace tocsin::archive {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kAlertsAtOnce = 1'024;
constexpr int64_t kHashesAtOnce = 65'536;

Error cancelled()
{
    return {.kind = ErrorKind::Interrupted, .message = QCoreApplication::translate("archive", "Cancelled.")};
}

// The rows with their events' hashes, in their order; those that are gone are left out.
Outcome readEvents(ColumnReader &columns, Reader &reader, const std::vector<int64_t> &rows, const GoOn &goOn, std::vector<Keyed> &into)
{
    const auto progress = [&] { return 0.7 * static_cast<double>(into.size()) / static_cast<double>(rows.size() + 1); };
    const auto covered = static_cast<size_t>(std::ranges::upper_bound(rows, columns.complete()) - rows.begin());
    std::vector<uint32_t> there;
    std::vector<uint64_t> hashes;
    const auto read = [&](int64_t first, size_t count, std::span<const int64_t> some) -> Outcome {
        if (!goOn(progress()))
            return cancelled();
        there.resize(count);
        hashes.resize(count);
        if (!columns.codes(streamColumn(), first, count, there.data()) || !columns.hashes(eventHashColumn(), first, count, hashes.data()))
            return columns.unreadable();
        for (const int64_t row : some) {
            if (const auto at = static_cast<size_t>(row - first); there[at] != 0)
                into.push_back({hashes[at], row});
        }
        return Done{};
    };
    if (const Outcome done = visitStretches(std::span(rows).first(covered), read); !done)
        return done;
    for (size_t begin = covered; begin < rows.size(); begin += kAlertsAtOnce) {
        if (!goOn(progress()))
            return cancelled();
        const auto alerts = reader.alerts(std::span(rows).subspan(begin, std::min(kAlertsAtOnce, rows.size() - begin)));
        if (!alerts)
            return alerts.error();
        for (const auto &alert : alerts.value())
            into.push_back({eventHash(alert->event), alert->row});
    }
    return Done{};
}

} // namespace

uint64_t eventHash(std::string_view event)
{
    return event.empty() ? 0 : std::max<uint64_t>(1, XXH3_64bits(event.data(), event.size()));
}

Result<Folded> foldByEvent(ColumnReader &columns, Reader &reader, const std::vector<int64_t> &rows, const GoOn &goOn)
{
    std::vector<Keyed> entries;
    entries.reserve(rows.size());
    if (const Outcome done = readEvents(columns, reader, rows, goOn, entries); !done)
        return done.error();
    Folded folded;
    std::vector<std::pair<int64_t, uint32_t>> heads; // and their sizes
    const auto take = [&](const Keyed &entry) {
        if (entry.key == 0) {
            heads.emplace_back(entry.row, 1);
        } else if (folded.events.empty() || folded.events.back() != entry.key) {
            folded.events.push_back(entry.key);
            folded.eventHeads.push_back(entry.row);
            heads.emplace_back(entry.row, 1);
        } else { // rows of one event come in ascending order
            folded.eventHeads.back() = entry.row;
            heads.back().first = entry.row;
            ++heads.back().second;
        }
    };
    if (!visitByKey(entries, [&goOn] { return goOn(0.8); }, take))
        return cancelled();
    entries = {};
    std::ranges::sort(heads);
    folded.heads.reserve(heads.size());
    folded.sizes.reserve(heads.size());
    for (const auto &[row, size] : heads) {
        folded.heads.push_back(row);
        folded.sizes.push_back(size);
    }
    return folded;
}

Result<std::vector<int64_t>> rowsOfEvent(ColumnReader &columns, QSqlDatabase &db, int64_t row)
{
    QSqlQuery query(db);
    query.setForwardOnly(true);
    query.prepare(u"SELECT \"event\", (SELECT min(row) FROM alerts) FROM alerts WHERE row = ?"_s);
    query.addBindValue(qlonglong(row));
    if (!query.exec())
        return sqlError(u"event"_s, query.lastError().text());
    std::vector<int64_t> rows;
    if (!query.next())
        return rows;
    const QString event = query.value(0).toString();
    const uint64_t hash = eventHash(event.toStdString());
    const int64_t oldest = std::max<int64_t>(1, query.value(1).toLongLong());
    query.finish();
    if (hash == 0)
        return std::vector{row};
    std::vector<uint64_t> hashes(kHashesAtOnce);
    for (int64_t first = oldest; first <= columns.complete(); first += kHashesAtOnce) {
        const auto count = static_cast<size_t>(std::min(kHashesAtOnce, columns.complete() - first + 1));
        if (!columns.hashes(eventHashColumn(), first, count, hashes.data()))
            return columns.unreadable();
        for (size_t i = 0; i < count; ++i) {
            if (hashes[i] == hash)
                rows.push_back(first + static_cast<int64_t>(i));
        }
    }
    query.prepare(u"SELECT row FROM alerts WHERE row > ? AND \"event\" = ? ORDER BY row"_s);
    query.addBindValue(qlonglong(columns.complete()));
    query.addBindValue(event);
    if (!query.exec())
        return sqlError(u"event"_s, query.lastError().text());
    while (query.next())
        rows.push_back(query.value(0).toLongLong());
    return rows;
}

} // namespace tocsin::archive
