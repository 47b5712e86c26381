// SPDX-License-Identifier: GPL-3.0-or-later
// What comes into the table's model: new alerts, and what of them is seen.
#include "core/filter/filter.h"
#include "core/services/alertfeed.h"
#include "ui/models/alerttablemodel.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

namespace tocsin::ui {

namespace {

constexpr int kFlushMs = 33; // at most 30 paints a second

} // namespace

void AlertTableModel::beginToWatch()
{
    m_since = m_list.greatest();
    if (m_askedSince >= 0)
        m_since = std::min(m_since, m_askedSince); // an archive that was made anew starts to count from 1 again
    m_pager.listSeen(m_since);
    if (m_askedSince < 0 || m_list.size() > 0) // an archive that could not be read is no reason to forget
        Q_EMIT watchingSince(m_since);
}

void AlertTableModel::countWatched()
{
    m_watched = m_list.lines().end() - std::ranges::upper_bound(m_list.lines(), m_since);
}

void AlertTableModel::count(const Alerts &alerts)
{
    for (const auto &alert : alerts) {
        // What the feed tells has arrived before our eyes, even when the first list had it already.
        if (m_askedSince < 0 && alert->row <= m_since) {
            m_since = alert->row - 1;
            if (!m_filter && m_shown.isPlain())
                countWatched();
            else
                ++m_watched;
            Q_EMIT watchingSince(m_since);
        }
        if (alert->row <= m_countedTo)
            continue;
        ++m_total;
        m_watched += alert->row > m_since ? 1 : 0;
    }
}

void AlertTableModel::watchSince(int64_t row)
{
    m_askedSince = row;
}

void AlertTableModel::handleReady()
{
    if (m_flush.isActive())
        return;
    const qint64 since = m_sinceFlush.isValid() ? m_sinceFlush.elapsed() : kFlushMs;
    if (since >= kFlushMs)
        takeNew();
    else
        m_flush.start(static_cast<int>(kFlushMs - since));
}

void AlertTableModel::takeNew()
{
    m_sinceFlush.start();
    services::AlertFeed::Drained drained = m_feed.drain();
    if (drained.skipped) {
        m_recount = true;
        Q_EMIT arrivedUnseen();
        // The archive has them all; a snapshot stays what it is.
        if (!m_list.isSorted() || m_loading)
            return reload();
        m_again = true;
        m_whileListing.clear();
        ask();
        return;
    }
    if (drained.alerts.empty())
        return;
    Q_EMIT arrived(drained.alerts);
    if (m_paused) {
        m_waiting.insert(m_waiting.end(), std::make_move_iterator(drained.alerts.begin()), std::make_move_iterator(drained.alerts.end()));
        Q_EMIT countsChanged();
        return;
    }
    append(std::move(drained.alerts));
    Q_EMIT countsChanged();
}

void AlertTableModel::setPaused(bool paused)
{
    m_paused = paused;
    if (!paused && !m_waiting.empty())
        append(std::exchange(m_waiting, {}));
    if (!paused && std::exchange(m_againLater, false))
        readAgain({});
    Q_EMIT countsChanged();
}

void AlertTableModel::append(Alerts alerts)
{
    if (alerts.empty())
        return;
    // The list that is being made may have them or not.
    if (m_fresh || m_arranging || (m_again && !m_shown.isPlain()))
        m_whileListing.insert(m_whileListing.end(), alerts.begin(), alerts.end());
    if (!isListed())
        return; // counted when the list is there
    count(alerts);
    if (!m_fresh)
        show(std::move(alerts));
}

void AlertTableModel::show(Alerts alerts)
{
    if (m_filter) {
        const UtcTime now = UtcTime::now();
        Alerts unknown;
        std::erase_if(alerts, [&](const auto &alert) {
            const filter::Truth truth = m_filter->judge(*alert, now);
            if (truth == filter::Truth::Unknown && m_filter->needsPacket())
                unknown.push_back(alert);
            return truth != filter::Truth::True;
        });
        if (!unknown.empty())
            m_pager.judge(m_filter, std::move(unknown));
    }
    insert(alerts);
}

void AlertTableModel::noteUnread(const std::vector<int64_t> &rows)
{
    for (std::vector<int64_t> *list : {&m_unread, &m_unreadLately}) {
        for (const int64_t row : rows) {
            const auto place = std::ranges::lower_bound(*list, row);
            if (place == list->end() || *place != row)
                list->insert(place, row);
        }
    }
}

void AlertTableModel::insert(const Alerts &alerts)
{
    if (m_list.isSorted()) {
        for (const auto &alert : alerts) {
            const auto place = std::ranges::lower_bound(m_later, alert->row);
            const bool waits = place != m_later.end() && *place == alert->row;
            if (!waits && alert->row > m_foundTo)
                m_later.insert(place, alert->row);
        }
        return;
    }
    if (m_fold)
        return insertFolded(alerts);
    std::vector<int64_t> numbers;
    for (const auto &alert : alerts) {
        if (m_list.hasLine(alert->row))
            continue;
        m_records.keep({alert, 0});
        numbers.push_back(alert->row);
    }
    if (m_again)
        m_lately.insert(m_lately.end(), numbers.begin(), numbers.end());
    std::ranges::sort(numbers);
    insertNumbers(numbers);
}

// The newest row of an event stands for it: the event's row goes to the end of the list, with what is opened below it. While
// somebody holds the view, rows that would move another one wait.
void AlertTableModel::insertFolded(const Alerts &alerts)
{
    struct Move {
        uint64_t event;
        int64_t from; // the line that goes; 0: none
    };
    std::unordered_map<int64_t, Move> coming; // by the number that comes
    std::vector<int64_t> numbers;
    for (const auto &alert : alerts) {
        if (alert->row <= m_foundTo || coming.contains(alert->row) || m_list.hasLine(alert->row))
            continue; // the list stands for it already
        const uint64_t event = archive::eventHash(alert->event);
        const int64_t head = event == 0 ? 0 : m_fold->headOf(event);
        if (head != 0 && m_held && !coming.contains(head)) {
            if (std::ranges::find(m_moves, alert) == m_moves.end())
                m_moves.push_back(alert);
            continue;
        }
        m_records.keep({alert, 0});
        if (head > alert->row) { // of another process, late: one more below the row that is there
            m_fold->add(event, head);
            if (const int row = indexOf(head); row >= 0)
                Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
            continue;
        }
        int64_t from = head;
        if (const auto earlier = coming.find(head); earlier != coming.end()) {
            from = earlier->second.from;
            coming.erase(earlier);
        }
        coming.emplace(alert->row, Move{event, from});
        if (event != 0)
            m_fold->add(event, alert->row);
    }
    std::vector<int64_t> reopen;
    for (const auto &[number, move] : coming) {
        numbers.push_back(number);
        if (move.from == 0 || !m_list.hasLine(move.from))
            continue;
        const RowList::Range rows = m_list.rangeOf(move.from);
        if (m_list.isOpen(move.from))
            reopen.push_back(number);
        beginRemoveRows({}, rows.first, rows.last);
        m_list.remove(rows);
        endRemoveRows();
    }
    std::ranges::sort(numbers);
    insertNumbers(numbers);
    for (const int64_t head : reopen)
        m_pager.readEvent(head, m_filter);
}

void AlertTableModel::setHeld(bool held)
{
    if (held == m_held)
        return;
    m_held = held;
    if (m_held || m_moves.empty())
        return;
    if (m_fold && !m_list.isSorted())
        insertFolded(std::exchange(m_moves, {}));
    Q_EMIT countsChanged();
}

int AlertTableModel::unseenFrom(int row, int step) const
{
    // Rows before the first watched one have none; of those behind it, all but a few are unseen. In another order they are
    // anywhere.
    const bool plain = m_list.lines().size() == static_cast<size_t>(m_list.size()) && !m_list.isSorted();
    const auto first = plain ? static_cast<int>(std::ranges::upper_bound(m_list.lines(), m_since) - m_list.lines().begin()) : 0;
    const int count = rowCount() - first;
    if (count == 0 || unseenRows() == 0)
        return -1;
    int at = step > 0 ? std::max(row, first - 1) : row < 0 ? rowCount() : std::max(row, first);
    for (int tries = 0; tries < count; ++tries) {
        at += step;
        if (at >= rowCount())
            at = first;
        else if (at < first)
            at = rowCount() - 1;
        if (isUnseen(numberAt(at)))
            return at;
    }
    return -1;
}

} // namespace tocsin::ui
