// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/pinnedrowsmodel.h"

#include "ui/models/alerttablemodel.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tocsin::ui {

namespace {

constexpr int kLookMs = 30'000;

} // namespace

PinnedRowsModel::PinnedRowsModel(AlertTableModel &alerts, QObject *parent) : QAbstractTableModel(parent), m_alerts(alerts), m_job(alerts.archive())
{
    connect(&alerts, &QAbstractItemModel::columnsAboutToBeInserted, this, [this](const QModelIndex &, int first, int last) { beginInsertColumns({}, first, last); });
    connect(&alerts, &QAbstractItemModel::columnsInserted, this, [this] { endInsertColumns(); });
    connect(&alerts, &QAbstractItemModel::columnsAboutToBeRemoved, this, [this](const QModelIndex &, int first, int last) { beginRemoveColumns({}, first, last); });
    connect(&alerts, &QAbstractItemModel::columnsRemoved, this, [this] { endRemoveColumns(); });
    connect(&alerts, &QAbstractItemModel::headerDataChanged, this, [this](Qt::Orientation orientation, int first, int last) {
        if (orientation == Qt::Horizontal && rowCount() > 0)
            Q_EMIT dataChanged(index(0, first), index(rowCount() - 1, last));
    });
    connect(&alerts, &AlertTableModel::recordsChanged, this, &PinnedRowsModel::handleChanged);
    connect(&alerts, &AlertTableModel::marksChanged, this, &PinnedRowsModel::handleMarks);
    connect(&alerts, &AlertTableModel::orderChanged, this, &PinnedRowsModel::renew);
    connect(&m_job, &NewestJob::failed, this, [this](const Error &error) {
        if (error.kind != ErrorKind::NotFound) // an archive that keeps nothing has no marks
            Q_EMIT m_alerts.failed(error);
    });
    connect(&m_look, &QTimer::timeout, this, &PinnedRowsModel::renew);
    m_look.start(kLookMs);
    renew();
}

int PinnedRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PinnedRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_alerts.columnCount();
}

QVariant PinnedRowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (column(index.column()).right ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::DisplayRole || (role == Qt::AccessibleTextRole && recordAt(index.row())))
        return cellAt(index.row(), index.column());
    return {};
}

QVariant PinnedRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal)
        return m_alerts.headerData(section, orientation, role);
    return role == Qt::DisplayRole && section < rowCount() ? QVariant(qlonglong(numberAt(section))) : QVariant();
}

const AlertColumnSpec &PinnedRowsModel::column(int column) const
{
    return m_alerts.column(column);
}

const AlertRecord *PinnedRowsModel::recordAt(int row) const
{
    return m_alerts.recordOf(numberAt(row));
}

const PacketCell *PinnedRowsModel::packetAt(const AlertRecord &record, int column) const
{
    return m_alerts.packetAt(record, column);
}

QString PinnedRowsModel::cellAt(int row, int column) const
{
    return m_alerts.cellOf(numberAt(row), column);
}

bool PinnedRowsModel::isUnseen(int64_t number) const
{
    return m_alerts.isUnseen(number);
}

QString PinnedRowsModel::noteOf(const Alert &alert) const
{
    return m_alerts.noteOf(alert);
}

int PinnedRowsModel::indexOf(int64_t number) const
{
    const auto place = std::ranges::find(m_rows, number);
    return place == m_rows.end() ? -1 : static_cast<int>(place - m_rows.begin());
}

void PinnedRowsModel::renew()
{
    std::vector<int64_t> added; // ascending
    for (const auto &[number, pinned] : m_recent) {
        if (pinned)
            added.push_back(number);
    }
    m_job.ask([this, added = std::move(added), key = m_alerts.sortKey()](const NewestJob::Call &call) -> Outcome {
        Result<std::vector<int64_t>> marked = call.reader.marked(archive::Pinned, 0);
        if (!marked)
            return marked.error();
        Answer answer{.marked = std::move(marked.value())};
        std::ranges::set_union(answer.marked, added, std::back_inserter(answer.rows));
        if (key) {
            const Outcome sorted = call.reader.sortRows(answer.rows, *key, [&call](double) { return !call.stale(); });
            if (!sorted)
                return sorted;
        }
        call.tell([this, answer = std::move(answer)] { take(answer); });
        return Done{};
    });
}

void PinnedRowsModel::take(const Answer &answer)
{
    std::erase_if(m_recent, [&answer](const auto &change) { return std::ranges::binary_search(answer.marked, change.first) == change.second; });
    std::vector<int64_t> rows = answer.rows;
    std::erase_if(rows, [this](int64_t number) {
        const auto change = m_recent.find(number);
        return change != m_recent.end() && !change->second;
    });
    std::vector<int64_t> gone; // by others
    std::ranges::copy_if(m_rows, std::back_inserter(gone), [&rows](int64_t number) { return std::ranges::find(rows, number) == rows.end(); });
    setRows(std::move(rows));
    handleChanged(m_rows);
    if (!gone.empty())
        m_alerts.learnMarks(gone, 0, archive::Pinned);
}

// Shown at once; the archive's answer brings a new row into its place.
void PinnedRowsModel::handleMarks(const std::vector<int64_t> &numbers, uint8_t set, uint8_t clear)
{
    if (!((set | clear) & archive::Pinned))
        return;
    const bool pinned = set & archive::Pinned;
    std::vector<int64_t> rows = m_rows;
    for (const int64_t number : numbers) {
        m_recent[number] = pinned;
        if (!pinned)
            std::erase(rows, number);
        else if (indexOf(number) < 0)
            rows.insert(m_alerts.sortKey() ? rows.end() : std::ranges::lower_bound(rows, number), number);
    }
    setRows(std::move(rows));
    renew();
}

void PinnedRowsModel::handleChanged(const std::vector<int64_t> &numbers)
{
    std::vector<int64_t> unaware; // read before somebody pinned them
    int first = rowCount();
    int last = -1;
    for (int row = 0; row < rowCount(); ++row) {
        if (std::ranges::find(numbers, numberAt(row)) == numbers.end())
            continue;
        first = std::min(first, row);
        last = row;
        if (const AlertRecord *record = recordAt(row); record && !(record->marks & archive::Pinned))
            unaware.push_back(numberAt(row));
    }
    if (!unaware.empty())
        return m_alerts.learnMarks(unaware, archive::Pinned, 0); // comes back to here
    if (last >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
}

void PinnedRowsModel::setRows(std::vector<int64_t> rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

} // namespace tocsin::ui
