// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alerttablemodel.h"

#include "core/filter/filter.h"
#include "core/services/alertfeed.h"
#include "ui/models/alertcells.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFlushMs = 33; // at most 30 paints a second
constexpr int kMinuteMs = 60'000;
constexpr int kMostRuns = 500; // of rows to take out one by one; more of them are a new list

} // namespace

AlertTableModel::AlertTableModel(archive::Archive &archive, services::AlertFeed &feed, QObject *parent)
    : QAbstractTableModel(parent), m_archive(archive), m_feed(feed), m_pager(archive), m_search(archive), m_records(m_pager)
{
    m_flush.setSingleShot(true);
    connect(&m_feed, &services::AlertFeed::ready, this, &AlertTableModel::handleReady, Qt::QueuedConnection);
    connect(&m_flush, &QTimer::timeout, this, &AlertTableModel::takeNew);
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
    connect(&m_records, &AlertRecords::loaded, this, &AlertTableModel::handleLoaded);
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
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant AlertTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const AlertColumnSpec &spec = column(index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (spec.right ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::DisplayRole)
        return cellAt(index.row(), index.column());
    if (role == Qt::AccessibleTextRole && recordAt(index.row()))
        return cellAt(index.row(), index.column());
    return {};
}

QString AlertTableModel::cellAt(int row, int column) const
{
    const AlertRecord *record = recordAt(row);
    if (!record) {
        const bool gone = m_records.isGone(numberAt(row));
        return !gone ? u"…"_s : this->column(column).kind == CellKind::Name ? tr("No longer in the archive") : QString();
    }
    const AlertColumnSpec &spec = this->column(column);
    if (spec.kind == CellKind::Packet) {
        const PacketCell *cell = packetAt(*record, column);
        return cell ? packetText(*cell, spec.format) : u"…"_s;
    }
    if (spec.kind == CellKind::Flags) {
        QStringList words;
        if (isUnseen(record->alert->row))
            words << tr("unseen");
        if (record->marks & archive::Starred)
            words << tr("marked");
        return words.join(u", "_s);
    }
    return cellText(spec, *record->alert);
}

const PacketCell *AlertTableModel::packetAt(const AlertRecord &record, int column) const
{
    return m_records.packetCell(record, this->column(column).id);
}

QVariant AlertTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole && section < rowCount() ? QVariant(qlonglong(numberAt(section))) : QVariant();
    if (section < 0 || section >= columnCount())
        return {};
    const AlertColumnSpec &spec = column(section);
    if (role == Qt::DisplayRole)
        return spec.kind == CellKind::Flags ? QString() : columnTitle(spec);
    if (role == Qt::AccessibleTextRole)
        return columnTitle(spec);
    if (role == Qt::ToolTipRole)
        return columnHelp(spec);
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (spec.right ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

int AlertTableModel::columnOf(const QString &id) const
{
    const auto it = std::ranges::find(m_columns, id, &AlertColumnSpec::id);
    return it == m_columns.end() ? -1 : static_cast<int>(it - m_columns.begin());
}

int AlertTableModel::addColumn(const filter::PacketPath &path)
{
    AlertColumnSpec spec = packetColumn(path);
    if (const int known = columnOf(spec.id); known >= 0)
        return known;
    const int place = columnCount();
    beginInsertColumns({}, place, place);
    m_columns.push_back(std::move(spec));
    endInsertColumns();
    return place;
}

void AlertTableModel::removeColumn(int column)
{
    if (this->column(column).kind != CellKind::Packet)
        return;
    beginRemoveColumns({}, column, column);
    m_columns.erase(m_columns.begin() + column);
    endRemoveColumns();
    usePacketColumns();
}

void AlertTableModel::setFormat(int column, const CellFormat &format)
{
    AlertColumnSpec &spec = m_columns[static_cast<size_t>(column)];
    if (spec.format == format)
        return;
    spec.format = format;
    Q_EMIT headerDataChanged(Qt::Horizontal, column, column);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column));
}

void AlertTableModel::setInView(int column, bool inView)
{
    AlertColumnSpec &spec = m_columns[static_cast<size_t>(column)];
    if (std::exchange(spec.shown, inView) != inView || spec.kind == CellKind::Packet)
        usePacketColumns();
}

void AlertTableModel::usePacketColumns()
{
    auto columns = std::make_shared<PacketColumns>();
    std::ranges::copy_if(m_columns, std::back_inserter(*columns), [](const AlertColumnSpec &spec) { return spec.kind == CellKind::Packet && spec.shown; });
    m_records.setPacketColumns(std::move(columns));
}

const AlertRecord *AlertTableModel::recordAt(int row) const
{
    return m_records.find(numberAt(row));
}

// Numbers of one page lie near each other in most orders.
void AlertTableModel::handleLoaded(const std::vector<int64_t> &numbers)
{
    int first = rowCount();
    int last = -1;
    for (const int64_t number : numbers) {
        if (const int row = indexOf(number); row >= 0) {
            first = std::min(first, row);
            last = std::max(last, row);
        }
    }
    for (size_t i = alertTableColumns().size(); i < m_columns.size(); ++i)
        alignByValues(static_cast<int>(i), numbers);
    if (last >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
}

// A field of a packet stands at the right as soon as it is known to be a number.
void AlertTableModel::alignByValues(int column, const std::vector<int64_t> &numbers)
{
    AlertColumnSpec &spec = m_columns[static_cast<size_t>(column)];
    if (spec.right || !spec.shown)
        return;
    for (const int64_t number : numbers) {
        const AlertRecord *record = m_records.isGone(number) ? nullptr : m_records.find(number);
        const PacketCell *cell = record && record->packet ? m_records.packetCell(*record, spec.id) : nullptr;
        if (!cell || cell->text.isEmpty())
            continue;
        spec.right = cell->isNumber;
        if (spec.right)
            Q_EMIT headerDataChanged(Qt::Horizontal, column, column);
        return;
    }
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
        m_records.keep({alert, 0});
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
        m_records.setMarks(number, on ? archive::Starred : 0, on ? 0 : archive::Starred);
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
    m_archive.setMarks(std::move(numbers), on ? archive::Starred : 0, on ? 0 : archive::Starred, {});
    Q_EMIT marksChanged();
}

} // namespace tocsin::ui
