// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alerttablemodel.h"

#include "core/filter/filter.h"
#include "core/services/alertfeed.h"
#include "ui/models/alertcells.h"

#include <QCoreApplication>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFlushMs = 33; // at most 30 paints a second
constexpr int kMinuteMs = 60'000;
constexpr size_t kMostAsked = 400;
constexpr int kMostRuns = 500; // of rows to take out one by one; more of them are a new list

} // namespace

AlertTableModel::AlertTableModel(archive::Archive &archive, services::AlertFeed &feed, QObject *parent)
    : QAbstractTableModel(parent), m_archive(archive), m_feed(feed), m_pager(archive), m_search(archive)
{
    m_flush.setSingleShot(true);
    m_askTimer.setSingleShot(true);
    m_askTimer.setInterval(0);
    connect(&m_feed, &services::AlertFeed::ready, this, &AlertTableModel::handleReady, Qt::QueuedConnection);
    connect(&m_flush, &QTimer::timeout, this, &AlertTableModel::takeNew);
    connect(&m_askTimer, &QTimer::timeout, this, &AlertTableModel::sendAsked);
    m_minute.setInterval(kMinuteMs);
    connect(&m_minute, &QTimer::timeout, this, &AlertTableModel::judgeAnew);
    connect(&m_search, &AlertSearch::found, this, &AlertTableModel::handleFound);
    connect(&m_search, &AlertSearch::failed, this, &AlertTableModel::failed);
    connect(&m_pager, &AlertPager::judged, this, [this](const std::shared_ptr<const filter::Filter> &filter, const auto &passed) {
        if (filter != m_filter)
            return;
        insert(passed);
        Q_EMIT countsChanged();
    });
    connect(&m_pager, &AlertPager::seenListed, this, [this](const std::vector<int64_t> &rows) {
        m_seen.insert(rows.begin(), rows.end());
        if (rowCount() > 0 && !rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        Q_EMIT countsChanged();
    });
    connect(&m_pager, &AlertPager::fetched, this, &AlertTableModel::handleFetched);
    connect(&m_pager, &AlertPager::failed, this, &AlertTableModel::failed);
    reload();
}

AlertTableModel::~AlertTableModel() = default;

int AlertTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AlertTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(alertTableColumns().size());
}

QVariant AlertTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const AlertColumnSpec &column = alertTableColumns()[static_cast<size_t>(index.column())];
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (column.right ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::AccessibleDescriptionRole)
        return {};
    const AlertRecord *record = recordAt(index.row());
    if (!record)
        return role == Qt::DisplayRole ? QVariant(u"…"_s) : QVariant();
    if (role == Qt::AccessibleDescriptionRole)
        return {};
    if (column.kind == CellKind::Flags) {
        QStringList words;
        if (isUnseen(record->alert->row))
            words << tr("unseen");
        if (record->marks & archive::Starred)
            words << tr("marked");
        return words.join(u", "_s);
    }
    return cellText(column, *record->alert);
}

QVariant AlertTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole && section < rowCount() ? QVariant(qlonglong(numberAt(section))) : QVariant();
    const AlertColumnSpec &column = alertTableColumns()[static_cast<size_t>(section)];
    if (role == Qt::DisplayRole)
        return column.kind == CellKind::Flags ? QString() : columnTitle(column);
    if (role == Qt::AccessibleTextRole)
        return columnTitle(column);
    if (role == Qt::ToolTipRole && column.field)
        return QCoreApplication::translate("AlertField", column.field->help);
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (column.right ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

const AlertRecord *AlertTableModel::recordAt(int row) const
{
    const int64_t number = numberAt(row);
    if (const auto it = m_young.find(number); it != m_young.end())
        return &it->second;
    if (auto node = m_old.extract(number)) {
        AlertRecord record = std::move(node.mapped());
        keep(std::move(record));
        return &m_young.at(number);
    }
    ask(row);
    return nullptr;
}

void AlertTableModel::keep(AlertRecord record) const
{
    if (m_young.size() >= kKeptRecords / 2) {
        m_old = std::move(m_young);
        m_young.clear();
    }
    const int64_t number = record.alert->row;
    m_young.insert_or_assign(number, std::move(record));
}

void AlertTableModel::ask(int row) const
{
    m_asked.insert(row);
    if (!m_askTimer.isActive())
        m_askTimer.start();
}

void AlertTableModel::sendAsked()
{
    std::vector<int64_t> numbers;
    for (const int row : m_asked) {
        if (row < rowCount() && numbers.size() < kMostAsked)
            numbers.push_back(numberAt(row));
    }
    m_asked.clear();
    if (!numbers.empty())
        m_pager.fetch(std::move(numbers));
}

void AlertTableModel::handleFetched(const std::vector<AlertRecord> &records)
{
    if (records.empty())
        return;
    for (const AlertRecord &record : records)
        keep(record);
    const int first = indexOf(records.front().alert->row);
    const int last = indexOf(records.back().alert->row);
    if (first >= 0 && last >= first)
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
}

int AlertTableModel::indexOf(int64_t number) const
{
    const auto it = std::ranges::lower_bound(m_rows, number);
    return it != m_rows.end() && *it == number ? static_cast<int>(it - m_rows.begin()) : -1;
}

int AlertTableModel::firstFrom(int64_t number) const
{
    return static_cast<int>(std::ranges::lower_bound(m_rows, number) - m_rows.begin());
}

void AlertTableModel::reload()
{
    m_loading = true;
    m_fresh = true;
    m_progress = 0;
    m_whileListing.clear();
    search(false);
    Q_EMIT countsChanged();
}

void AlertTableModel::search(bool again)
{
    m_again = again;
    m_lately.clear();
    m_search.find({.ticket = ++m_ticket,
                   .filter = m_filter,
                   .now = UtcTime::now(),
                   .inPieces = m_filter && !again,
                   .countBehind = m_filter && std::exchange(m_recount, false) ? std::optional(m_since) : std::nullopt});
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
    if (m_filter && !m_loading && !m_paused)
        search(true);
}

void AlertTableModel::handleFound(const FoundRows &found)
{
    if (found.ticket != m_ticket)
        return;
    if (found.total >= 0) {
        m_total = static_cast<size_t>(found.total);
        m_watched = found.behind;
    }
    if (m_again && found.failed)
        m_again = false; // the rows stay as they are
    else if (m_again)
        handleAgain(found.rows);
    else if (m_filter)
        handlePiece(found);
    else
        handleListed(found.rows);
    Q_EMIT countsChanged();
}

void AlertTableModel::reset(const std::vector<int64_t> &rows)
{
    beginResetModel();
    m_rows = rows;
    m_asked.clear();
    endResetModel();
    m_fresh = false;
}

void AlertTableModel::handlePiece(const FoundRows &found)
{
    m_progress = found.fraction;
    if (m_fresh)
        reset(found.rows);
    else
        insertNumbers(found.rows);
    m_loading = !found.done;
    show(std::exchange(m_whileListing, {}));
}

void AlertTableModel::handleListed(const std::vector<int64_t> &rows)
{
    reset(rows);
    m_loading = false;
    // What arrived after the question was asked may be in its answer already.
    std::vector<std::shared_ptr<const Alert>> late = std::exchange(m_whileListing, {});
    m_total = m_rows.size();
    if (!isListed())
        beginToWatch();
    countWatched();
    count(late);
    show(std::move(late));
    if (m_wantedFilter)
        setFilter(*std::exchange(m_wantedFilter, std::nullopt));
}

void AlertTableModel::handleAgain(const std::vector<int64_t> &rows)
{
    m_again = false;
    std::vector<int64_t> late = std::exchange(m_lately, {});
    std::ranges::sort(late);
    std::vector<int64_t> all;
    std::ranges::set_union(rows, late, std::back_inserter(all));
    removeAllBut(all);
    insertNumbers(all);
}

void AlertTableModel::removeAllBut(const std::vector<int64_t> &numbers)
{
    std::vector<std::pair<int, int>> runs;
    for (int row = 0; row < rowCount(); ++row) {
        if (std::ranges::binary_search(numbers, numberAt(row)))
            continue;
        if (!runs.empty() && runs.back().second == row - 1)
            runs.back().second = row;
        else
            runs.emplace_back(row, row);
    }
    if (runs.size() > kMostRuns)
        return reset(numbers);
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        beginRemoveRows({}, run->first, run->second);
        m_rows.erase(m_rows.begin() + run->first, m_rows.begin() + run->second + 1);
        endRemoveRows();
    }
}

void AlertTableModel::beginToWatch()
{
    m_since = m_rows.empty() ? 0 : m_rows.back();
    if (m_askedSince >= 0)
        m_since = std::min(m_since, m_askedSince); // an archive that was made anew starts to count from 1 again
    m_pager.listSeen(m_since);
    if (m_askedSince < 0 || !m_rows.empty()) // an archive that could not be read is no reason to forget
        Q_EMIT watchingSince(m_since);
}

void AlertTableModel::countWatched()
{
    m_watched = m_rows.end() - std::ranges::upper_bound(m_rows, m_since);
}

void AlertTableModel::count(const std::vector<std::shared_ptr<const Alert>> &alerts)
{
    for (const auto &alert : alerts) {
        // What the feed tells has arrived before our eyes, even when the first list had it already.
        if (m_askedSince < 0 && alert->row <= m_since) {
            m_since = alert->row - 1;
            if (!m_filter)
                countWatched();
            Q_EMIT watchingSince(m_since);
        }
        if (!m_filter && indexOf(alert->row) >= 0)
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
        reload(); // the archive has them all
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
    if (!paused && !m_waiting.empty()) {
        std::vector<std::shared_ptr<const Alert>> waiting = std::move(m_waiting);
        m_waiting.clear();
        append(std::move(waiting));
    }
    Q_EMIT countsChanged();
}

void AlertTableModel::append(std::vector<std::shared_ptr<const Alert>> alerts)
{
    if (alerts.empty())
        return;
    if (m_loading && !m_filter) {
        // Counted and shown when the list is there.
        m_whileListing.insert(m_whileListing.end(), alerts.begin(), alerts.end());
        return;
    }
    count(alerts);
    if (m_fresh)
        m_whileListing.insert(m_whileListing.end(), alerts.begin(), alerts.end());
    else
        show(std::move(alerts));
}

void AlertTableModel::show(std::vector<std::shared_ptr<const Alert>> alerts)
{
    if (m_filter) {
        const UtcTime now = UtcTime::now();
        std::vector<std::shared_ptr<const Alert>> unknown;
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

void AlertTableModel::insert(const std::vector<std::shared_ptr<const Alert>> &alerts)
{
    std::vector<int64_t> numbers;
    for (const auto &alert : alerts) {
        if (indexOf(alert->row) >= 0)
            continue;
        keep({alert, 0});
        numbers.push_back(alert->row);
    }
    if (m_again)
        m_lately.insert(m_lately.end(), numbers.begin(), numbers.end());
    std::ranges::sort(numbers);
    insertNumbers(numbers);
}

void AlertTableModel::insertNumbers(const std::vector<int64_t> &numbers)
{
    // Runs behind the last row are the rule; those of a search lie before all, those of another process between.
    for (auto from = numbers.begin(); from != numbers.end();) {
        const auto place = std::ranges::lower_bound(m_rows, *from);
        if (place != m_rows.end() && *place == *from) {
            ++from;
            continue;
        }
        const auto to = place == m_rows.end() ? numbers.end() : std::lower_bound(from, numbers.end(), *place);
        const auto row = static_cast<int>(place - m_rows.begin());
        beginInsertRows({}, row, row + static_cast<int>(to - from) - 1);
        m_rows.insert(place, from, to);
        endInsertRows();
        from = to;
    }
}

int AlertTableModel::unseenFrom(int row, int step) const
{
    // Rows before the first watched one have none; of those behind it, all but a few are unseen.
    const auto first = static_cast<int>(std::ranges::upper_bound(m_rows, m_since) - m_rows.begin());
    const int count = rowCount() - first;
    if (count == 0)
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

void AlertTableModel::setSeen(int row)
{
    const int64_t number = numberAt(row);
    if (!isUnseen(number))
        return;
    m_seen.insert(number);
    m_archive.setMarks({number}, archive::Seen, 0, {});
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    Q_EMIT countsChanged();
}

void AlertTableModel::setMark(const QList<int> &rows, bool on)
{
    std::vector<int64_t> numbers;
    for (const int row : rows) {
        const int64_t number = numberAt(row);
        numbers.push_back(number);
        for (auto *kept : {&m_young, &m_old}) {
            if (const auto it = kept->find(number); it != kept->end())
                it->second.marks = on ? it->second.marks | archive::Starred : it->second.marks & ~archive::Starred;
        }
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
    m_archive.setMarks(std::move(numbers), on ? archive::Starred : 0, on ? 0 : archive::Starred, {});
    Q_EMIT marksChanged();
}

} // namespace tocsin::ui
