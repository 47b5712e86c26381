// SPDX-License-Identifier: GPL-3.0-or-later
// The list of the table's model: what is in it, in which order, and what is opened.
#include "core/filter/filter.h"
#include "ui/models/alerttablemodel.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tocsin::ui {

namespace {

constexpr size_t kMostRuns = 500; // of rows to take out one by one; more of them are a new list
constexpr size_t kMostSortedRuns = 20; // each of them renumbers a sorted list

} // namespace

bool AlertTableModel::canSort(int column) const
{
    return this->column(column).kind == CellKind::Packet || sortField(this->column(column));
}

std::optional<archive::SortKey> AlertTableModel::sortKey() const
{
    const int column = columnOf(m_wanted.sort.column);
    if (column < 0)
        return std::nullopt;
    return archive::SortKey{.field = sortField(this->column(column)), .packetPath = this->column(column).path, .descending = m_wanted.sort.descending};
}

void AlertTableModel::setSort(const ColumnSort &sort)
{
    const int column = sort.column.isEmpty() ? -1 : columnOf(sort.column);
    const ColumnSort possible = column >= 0 && canSort(column) ? sort : ColumnSort{};
    if (possible == m_wanted.sort)
        return;
    m_wanted.sort = possible;
    Q_EMIT orderChanged();
    arrange();
}

void AlertTableModel::setFolded(bool folded)
{
    if (folded == m_wanted.folded)
        return;
    m_wanted.folded = folded;
    Q_EMIT orderChanged();
    arrange();
}

void AlertTableModel::arrangeAnew()
{
    if (m_list.isSorted() && !m_later.empty() && !m_loading)
        arrange();
}

void AlertTableModel::arrange()
{
    if (!isListed())
        return; // the list of all rows comes first
    if (!m_fresh) {
        m_complete = m_complete && !m_again;
        m_arranging = true;
        m_loading = true;
        m_progress = 0;
        m_whileListing.clear();
    }
    m_again = false;
    ask();
    Q_EMIT countsChanged();
}

void AlertTableModel::cancelArranging()
{
    if (!isArranging())
        return;
    m_search.cancel();
    ++m_ticket;
    m_wanted = m_arranging ? m_shown : Order{};
    if (m_arranging && m_complete) {
        m_arranging = false;
        m_loading = false;
        m_whileListing.clear();
    } else {
        reload();
    }
    Q_EMIT orderChanged();
    Q_EMIT countsChanged();
}

void AlertTableModel::reload()
{
    m_loading = true;
    m_fresh = true;
    m_arranging = false;
    m_again = false;
    m_complete = false;
    m_progress = 0;
    m_unread.clear();
    m_whileListing.clear();
    ask();
    Q_EMIT countsChanged();
}

void AlertTableModel::ask()
{
    m_lately.clear();
    m_unreadLately.clear();
    m_step = FoundRows::Step::Finding;
    const bool ordered = isListed() && !m_wanted.isPlain();
    m_inPieces = m_filter && !ordered && !m_again && !m_arranging;
    AlertSearch::Question question{.ticket = ++m_ticket, .filter = m_filter, .now = UtcTime::now(), .inPieces = m_inPieces};
    if (ordered) {
        question.fold = m_wanted.folded;
        if (!m_again) // then the rows keep their places
            question.sort = sortKey();
    }
    if (m_arranging && m_complete && !m_fold) {
        question.known = std::make_shared<const RowList>(m_list);
        question.knownToo = m_later;
    } else if (m_filter ? m_recount : isListed()) {
        question.countBehind = m_since;
        m_recount = false;
    }
    m_search.find(std::move(question));
}

void AlertTableModel::setFilter(std::shared_ptr<const filter::Filter> filter)
{
    if (!isListed()) {
        m_wantedFilter = std::move(filter); // the list of all rows comes first: totals and the unseen are known from it
        Q_EMIT countsChanged();
        return;
    }
    if (filter == m_filter)
        return;
    m_filter = std::move(filter);
    if (m_filter && m_filter->usesNow())
        m_minute.start();
    else
        m_minute.stop();
    reload();
}

void AlertTableModel::judgeAnew()
{
    if (!m_filter || m_loading || m_paused)
        return;
    m_again = true;
    m_whileListing.clear();
    ask();
}

void AlertTableModel::readAgain(const std::vector<archive::RowChanges::Range> &ranges)
{
    tellChanged(m_records.renew(ranges));
    Q_EMIT rowsDecodedAnew();
    if (!isListed() || m_loading || m_arranging)
        return; // whatever is being listed is told by the archive as it is now
    m_againLater = m_paused;
    if (m_paused || (!m_filter && !m_shown.folded))
        return;
    m_again = true;
    m_whileListing.clear();
    ask();
}

void AlertTableModel::handleFound(const FoundRows &found)
{
    if (found.ticket != m_ticket)
        return;
    if (found.total >= 0) {
        m_total = static_cast<size_t>(found.total);
        m_watched = found.behind;
        m_countedTo = found.last;
        count(m_whileListing);
    }
    if (found.unread) {
        m_unread.clear();
        std::ranges::set_union(*found.unread, m_unreadLately, std::back_inserter(m_unread));
    }
    if (found.failed) {
        handleFailed();
    } else if (m_inPieces) {
        handlePiece(found);
    } else if (!found.done) {
        m_step = found.step;
        m_progress = found.fraction;
    } else if (m_again) {
        handleAgain(*found.whole);
    } else {
        handleWhole(*found.whole);
    }
    Q_EMIT countsChanged();
}

// What is there stays; the reason was said.
void AlertTableModel::handleFailed()
{
    const bool wasAgain = std::exchange(m_again, false);
    m_loading = false;
    if (wasAgain)
        return;
    if (m_arranging) {
        m_arranging = false;
        m_wanted = m_shown;
        m_whileListing.clear();
        Q_EMIT orderChanged();
    } else if (!m_inPieces || m_fresh) {
        ArrangedRows none;
        handleWhole(none);
    } else {
        show(std::exchange(m_whileListing, {}));
    }
}

void AlertTableModel::reset(ArrangedRows whole)
{
    const std::vector<int64_t> opened = m_list.opened();
    beginResetModel();
    m_list = std::move(whole.list);
    m_fold = std::move(whole.fold);
    m_foundTo = m_list.greatest();
    m_later.clear();
    m_moves.clear();
    endResetModel();
    m_fresh = false;
    for (const int64_t head : opened) {
        if (m_fold && m_list.hasLine(head))
            m_pager.readEvent(head, m_filter);
    }
}

void AlertTableModel::handlePiece(const FoundRows &found)
{
    m_progress = found.fraction;
    if (m_fresh) {
        m_shown = {};
        reset({.list = RowList(found.rows)});
    } else {
        insertNumbers(found.rows);
    }
    m_loading = !found.done;
    m_complete = found.done;
    show(std::exchange(m_whileListing, {}));
}

void AlertTableModel::handleWhole(ArrangedRows &whole)
{
    const bool first = !isListed();
    m_shown = first ? Order{} : m_wanted;
    m_loading = false;
    m_arranging = false;
    m_complete = true;
    reset(std::move(whole));
    // What arrived after the question was asked may be in its answer already.
    Alerts late = std::exchange(m_whileListing, {});
    if (first) {
        m_total = m_list.lines().size();
        m_countedTo = m_list.greatest();
        beginToWatch();
        countWatched();
        count(late);
    }
    show(std::move(late));
    if (!first)
        return;
    if (const auto filter = m_wantedFilter ? *std::exchange(m_wantedFilter, std::nullopt) : nullptr)
        setFilter(filter);
    else if (!m_wanted.isPlain())
        arrange();
}

void AlertTableModel::handleAgain(ArrangedRows &whole)
{
    m_again = false;
    if (!m_shown.isPlain() && !m_list.isSorted()) {
        reset(std::move(whole));
        return show(std::exchange(m_whileListing, {}));
    }
    const std::vector<int64_t> &rows = whole.list.lines();
    if (m_list.isSorted()) {
        // A snapshot loses rows and gets none.
        std::vector<int64_t> later;
        std::ranges::copy_if(rows, std::back_inserter(later), [this](int64_t number) { return !m_list.hasLine(number); });
        removeAllBut(rows);
        m_later = std::move(later);
        if (whole.fold)
            m_fold = std::move(whole.fold);
        return show(std::exchange(m_whileListing, {}));
    }
    std::vector<int64_t> late = std::exchange(m_lately, {});
    std::ranges::sort(late);
    std::vector<int64_t> all;
    std::ranges::set_union(rows, late, std::back_inserter(all));
    removeAllBut(all);
    insertNumbers(all);
    m_whileListing.clear();
}

void AlertTableModel::removeAllBut(const std::vector<int64_t> &numbers)
{
    for (const int64_t head : m_list.opened())
        closeBelow(head);
    std::vector<RowList::Range> runs;
    const std::vector<int64_t> &lines = m_list.lines();
    for (int row = 0; row < static_cast<int>(lines.size()); ++row) {
        if (std::ranges::binary_search(numbers, lines[static_cast<size_t>(row)]))
            continue;
        if (!runs.empty() && runs.back().last == row - 1)
            runs.back().last = row;
        else
            runs.push_back({row, row});
    }
    if (runs.size() > (m_list.isSorted() ? kMostSortedRuns : kMostRuns)) {
        std::vector<int64_t> left;
        std::ranges::copy_if(lines, std::back_inserter(left), [&numbers](int64_t number) { return std::ranges::binary_search(numbers, number); });
        std::vector<uint32_t> places = m_list.isSorted() ? RowList::placesByNumber(left) : std::vector<uint32_t>();
        const bool sorted = m_list.isSorted();
        return reset({.list = sorted ? RowList(std::move(left), std::move(places)) : RowList(std::move(left)), .fold = std::move(m_fold)});
    }
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        beginRemoveRows({}, run->first, run->last);
        m_list.remove(*run);
        endRemoveRows();
    }
}

// Runs behind the last row are the rule; those of a search lie before all, those of another process between.
void AlertTableModel::insertNumbers(std::span<const int64_t> numbers)
{
    while (!numbers.empty()) {
        if (m_list.hasLine(numbers.front())) {
            numbers = numbers.subspan(1);
            continue;
        }
        const RowList::Gap gap = m_list.gapFor(numbers);
        beginInsertRows({}, gap.row, gap.row + static_cast<int>(gap.count) - 1);
        m_list.insert(numbers.first(gap.count));
        endInsertRows();
        numbers = numbers.subspan(gap.count);
    }
}

int AlertTableModel::foldSize(int row) const
{
    return m_fold && !m_list.isBelow(row) ? static_cast<int>(m_fold->sizeOf(numberAt(row))) : 1;
}

int64_t AlertTableModel::standInFor(int64_t number) const
{
    const AlertRecord *record = m_fold && !m_records.isGone(number) ? m_records.find(number) : nullptr;
    const uint64_t event = record ? archive::eventHash(record->alert->event) : 0;
    const int64_t head = event != 0 ? m_fold->headOf(event) : 0;
    return head != 0 ? head : number;
}

void AlertTableModel::openEvent(int row)
{
    if (foldSize(row) > 1 && !isOpen(row))
        m_pager.readEvent(numberAt(row), m_filter);
}

void AlertTableModel::closeEvent(int row)
{
    closeBelow(m_list.headOf(row));
}

void AlertTableModel::handleEventRead(int64_t row, const std::vector<AlertRecord> &earlier)
{
    if (!m_fold || !m_list.hasLine(row) || m_list.isOpen(row))
        return;
    std::vector<int64_t> below;
    for (const AlertRecord &record : earlier) {
        m_records.keep(record);
        below.push_back(record.alert->row);
    }
    openBelow(row, std::move(below));
}

void AlertTableModel::openBelow(int64_t head, std::vector<int64_t> below)
{
    if (below.empty())
        return;
    const int row = m_list.rangeOf(head).first;
    beginInsertRows({}, row + 1, row + static_cast<int>(below.size()));
    m_list.open(head, std::move(below));
    endInsertRows();
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

void AlertTableModel::closeBelow(int64_t head)
{
    if (!m_list.isOpen(head))
        return;
    const RowList::Range rows = m_list.rangeOf(head);
    beginRemoveRows({}, rows.first + 1, rows.last);
    m_list.close(head);
    endRemoveRows();
    Q_EMIT dataChanged(index(rows.first, 0), index(rows.first, columnCount() - 1));
}

} // namespace tocsin::ui
