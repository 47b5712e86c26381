// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/rowsearch.h"

#include "core/archive/filterneeds.h"
#include "core/archive/rowstretches.h"
#include "core/archive/sqlitedialect.h"
#include "core/archive/sqliteschema.h"
#include "core/archive/storedmessages.h"
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
constexpr size_t kSkyShare = 64; // of all rows: a circle with more of them is faster read in stretches
constexpr int64_t kPacketStretch = 1'024; // where each row may cost a packet: somebody waits for the first, or has thought again

// The fields of a packet that were read already.
class ReadFields final : public filter::PacketFields
{
public:
    explicit ReadFields(const decoders::FieldTree *fields) : m_fields(fields) {}
    [[nodiscard]] const decoders::FieldTree *tree() override { return m_fields; }

private:
    const decoders::FieldTree *m_fields;
};

// The smallest circle that every passing row lies in.
const filter::Node *neededCone(const filter::Node &node)
{
    if (node.kind == filter::Kind::Cone)
        return &node;
    const filter::Node *least = nullptr;
    if (node.kind != filter::Kind::And)
        return least;
    for (const filter::Node &child : node.children) {
        if (const filter::Node *cone = neededCone(child); cone && (!least || cone->cone.radiusDeg < least->cone.radiusDeg))
            least = cone;
    }
    return least;
}

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
    if (filter && complete > 0) {
        // Rows of which the columns have not heard yet what became of them: the index is asked.
        Result<RowChanges> changes = rowChangesAfter(m_db, m_columns.change());
        if (!changes)
            return changes.error();
        m_stale = std::move(changes.value().ranges);
        findWordNodes(filter->root());
        if (const filter::Node *cone = m_stale.empty() ? neededCone(filter->root()) : nullptr)
            m_sky = findInCone(m_folder, cone->cone, m_columns.change(), static_cast<size_t>(complete) / kSkyShare);
        pass.emplace(m_columns, filter->root(), now, m_streams, m_words);
    }
    if (filter && filter->needsPacket()) {
        FilterNeeds needs = needsOf(filter->root());
        m_alerts.emplace(m_columns, m_streams, needs.keys);
        m_packets.emplace(m_folder, m_db, &m_reader, std::move(needs.fields));
    }
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
        if (const Outcome done = overStretch(pass ? &*pass : nullptr, filter, now, first, count, rows); !done)
            return done;
        if (!take(rows, static_cast<double>(i + 1) / static_cast<double>(stretches)))
            return cancelled();
    }
    return newestFirst ? Outcome(Done{}) : behind();
}

// The index is asked once for each word(); one that has not heard of changes that the columns know is not believed.
void RowSearch::findWordNodes(const filter::Node &node)
{
    if (node.kind == filter::Kind::Word) {
        std::optional<WordRows> rows = findWords(m_folder, *node.phrase);
        if (rows && rows->state.change >= m_columns.change())
            m_words.emplace(&node, std::move(*rows));
    }
    for (const filter::Node &child : node.children)
        findWordNodes(child);
}

Outcome RowSearch::overStretch(ColumnPass *pass, const filter::Filter *filter, const UtcTime &now, int64_t first, size_t count,
                               std::vector<int64_t> &rows)
{
    const int64_t end = first + static_cast<int64_t>(count);
    if (!m_sky || end > m_sky->complete + 1)
        return overColumns(pass, filter, now, first, count, rows);
    const auto from = std::ranges::lower_bound(m_sky->rows, first);
    const auto to = std::lower_bound(from, m_sky->rows.end(), end);
    return visitStretches(std::span(from, to), [&](int64_t begin, size_t some, std::span<const int64_t>) {
        return overColumns(pass, filter, now, begin, some, rows);
    });
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
    const std::vector<int64_t> stale = staleRows(first, count);
    std::vector<int64_t> asked;
    auto next = stale.begin();
    for (size_t i = 0; i < count; ++i) {
        const int64_t row = first + static_cast<int64_t>(i);
        if (next != stale.end() && *next == row)
            ++next;
        else if (m_verdicts[i] == ColumnPass::Yes)
            rows.push_back(row);
        else if (m_verdicts[i] == ColumnPass::Ask)
            asked.push_back(row);
    }
    const auto merged = [&rows](size_t sure) { std::inplace_merge(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(sure), rows.end()); };
    const size_t sure = rows.size();
    if (!asked.empty()) {
        if (const Outcome done = ask(*filter, now, asked, rows); !done)
            return done;
        merged(sure);
    }
    if (stale.empty())
        return Done{};
    const size_t fresh = rows.size();
    if (const Outcome done = askIndex(*filter, now, stale, rows); !done)
        return done;
    merged(fresh);
    return Done{};
}

std::vector<int64_t> RowSearch::staleRows(int64_t first, size_t count) const
{
    std::vector<int64_t> rows;
    const int64_t last = first + static_cast<int64_t>(count) - 1;
    for (const RowChanges::Range &range : m_stale) {
        for (int64_t row = std::max(first, range.first); row <= std::min(last, range.last); ++row)
            rows.push_back(row);
    }
    std::ranges::sort(rows);
    const auto twice = std::ranges::unique(rows);
    rows.erase(twice.begin(), twice.end());
    return rows;
}

// Appends those that pass, ascending.
Outcome RowSearch::askIndex(const filter::Filter &filter, const UtcTime &now, std::span<const int64_t> asked, std::vector<int64_t> &rows)
{
    const auto begin = static_cast<std::ptrdiff_t>(rows.size());
    const Result<std::vector<std::shared_ptr<const Alert>>> alerts = m_reader.alerts(asked);
    if (!alerts)
        return alerts.error();
    std::vector<std::shared_ptr<const Alert>> open;
    for (const auto &alert : alerts.value()) {
        const filter::Truth truth = filter.judge(*alert, now);
        if (truth == filter::Truth::True)
            rows.push_back(alert->row);
        else if (truth == filter::Truth::Unknown && m_packets)
            open.push_back(alert);
    }
    if (const Outcome done = open.empty() ? Outcome(Done{}) : askPackets(filter, now, open, rows); !done)
        return done;
    std::sort(rows.begin() + begin, rows.end());
    return Done{};
}

Outcome RowSearch::ask(const filter::Filter &filter, const UtcTime &now, std::span<const int64_t> asked, std::vector<int64_t> &rows)
{
    const auto begin = static_cast<std::ptrdiff_t>(rows.size());
    if (!m_alerts)
        return askIndex(filter, now, asked, rows);
    if (!m_alerts->read(asked.front(), static_cast<size_t>(asked.back() - asked.front() + 1)))
        return m_columns.unreadable();
    std::vector<std::shared_ptr<const Alert>> open;
    std::vector<int64_t> elsewhere;
    auto alert = std::make_shared<Alert>();
    for (const int64_t row : asked) {
        if (!m_alerts->fill(row, *alert)) {
            elsewhere.push_back(row);
            continue;
        }
        // What the packet cannot change needs none.
        const filter::Truth truth = filter.judge(*alert, now);
        if (truth == filter::Truth::True)
            rows.push_back(row);
        else if (truth == filter::Truth::Unknown)
            open.push_back(std::exchange(alert, std::make_shared<Alert>()));
    }
    if (const Outcome done = askPackets(filter, now, open, rows); !done)
        return done;
    if (!elsewhere.empty()) {
        const Result<std::vector<std::shared_ptr<const Alert>>> alerts = m_reader.alerts(elsewhere);
        if (!alerts)
            return alerts.error();
        if (const Outcome done = askPackets(filter, now, alerts.value(), rows); !done)
            return done;
    }
    std::sort(rows.begin() + begin, rows.end());
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
    std::vector<std::shared_ptr<const Alert>> open;
    const auto askOpen = [&]() -> Outcome {
        if (open.empty())
            return Done{};
        const Outcome done = askPackets(*filter, now, open, rows);
        std::ranges::sort(rows); // those that needed no packet stand before them
        open.clear();
        return done;
    };
    for (int64_t seen = 1;; ++seen) {
        if (seen % kPacketStretch == 0) {
            if (const Outcome done = askOpen(); !done)
                return done;
            if (!goOn())
                return cancelled();
        }
        Result<std::shared_ptr<Alert>> alert = cursor.next();
        if (!alert)
            return alert.error();
        if (!alert.value())
            return askOpen();
        const filter::Truth truth = filter->judge(*alert.value(), now);
        if (truth == filter::Truth::True)
            rows.push_back(alert.value()->row);
        else if (truth == filter::Truth::Unknown && m_packets)
            open.push_back(std::move(alert.value()));
    }
}

Outcome RowSearch::askPackets(const filter::Filter &filter, const UtcTime &now, std::span<const std::shared_ptr<const Alert>> alerts,
                              std::vector<int64_t> &rows)
{
    std::vector<int64_t> numbers;
    for (const auto &alert : alerts)
        numbers.push_back(alert->row);
    return m_packets->visit(numbers, [&](size_t index, const decoders::FieldTree *fields, bool unread) {
        ReadFields packet(fields);
        if (filter.passes(*alerts[index], now, &packet))
            rows.push_back(alerts[index]->row);
        else if (unread)
            m_unread.push_back(alerts[index]->row);
    });
}

std::vector<int64_t> RowSearch::takeUnread()
{
    std::ranges::sort(m_unread); // packets are read in the order in which they lie
    return std::exchange(m_unread, {});
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
