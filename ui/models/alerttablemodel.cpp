// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alerttablemodel.h"

#include "core/filter/filter.h"
#include "core/services/alertfeed.h"
#include "ui/models/alertcells.h"
#include "ui/models/rownotes.h"
#include "ui/theme/formats.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMinuteMs = 60'000;

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
    connect(&m_pager, &AlertPager::judged, this, [this](const std::shared_ptr<const filter::Filter> &filter, const auto &passed, const auto &unread) {
        if (filter != m_filter)
            return;
        noteUnread(unread);
        if (m_fresh || m_arranging || (m_again && !m_shown.isPlain()))
            m_whileListing.insert(m_whileListing.end(), passed.begin(), passed.end());
        if (!m_fresh)
            insert(passed);
        Q_EMIT countsChanged();
    });
    connect(&m_pager, &AlertPager::eventRead, this, &AlertTableModel::handleEventRead);
    connect(&m_pager, &AlertPager::seenListed, this, &AlertTableModel::handleSeenListed);
    connect(&m_records, &AlertRecords::loaded, this, &AlertTableModel::handleLoaded);
    connect(&m_pager, &AlertPager::failed, this, &AlertTableModel::failed);
    reload();
}

AlertTableModel::~AlertTableModel() = default;

int AlertTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_list.size();
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
    if (role == Qt::AccessibleDescriptionRole && spec.kind == CellKind::Stream) {
        const AlertRecord *record = recordAt(index.row());
        const ShownInstance instance = record ? instanceOfStream(m_instances, record->alert->stream) : ShownInstance();
        return instance.isReal() ? QVariant() : QVariant(instanceWord(instance));
    }
    if (role == Qt::AccessibleDescriptionRole && spec.kind == CellKind::Name) {
        if (const int size = foldSize(index.row()); size > 1)
            return isOpen(index.row()) ? tr("%n row(s) of this event, unfolded", nullptr, size) : tr("%n row(s) of this event, folded", nullptr, size);
    }
    return {};
}

QString AlertTableModel::cellAt(int row, int column) const
{
    const CellKind kind = this->column(column).kind;
    if (isBelow(row) && (kind == CellKind::Name || kind == CellKind::State)) {
        if (const AlertRecord *record = recordAt(row))
            return kind == CellKind::Name ? nameBelow(*record->alert) : timeBelow(*record->alert);
    }
    return cellOf(numberAt(row), column);
}

QString AlertTableModel::cellOf(int64_t number, int column) const
{
    const AlertRecord *record = recordOf(number);
    if (!record) {
        const bool gone = m_records.isGone(number);
        return !gone ? u"…"_s : this->column(column).kind == CellKind::Name ? tr("No longer in the archive") : QString();
    }
    const AlertColumnSpec &spec = this->column(column);
    if (spec.kind == CellKind::Packet) {
        const PacketCell *cell = packetAt(*record, column);
        return cell ? packetText(*cell, spec.format) : u"…"_s;
    }
    if (spec.kind == CellKind::Flags) {
        QStringList words;
        if (isUnseen(number))
            words << tr("unseen");
        if (record->marks & archive::Pinned)
            words << tr("pinned");
        else if (record->marks & archive::Starred)
            words << tr("marked");
        return words.join(u", "_s);
    }
    const QString text = cellText(spec, *record->alert);
    const QString note = spec.kind == CellKind::State ? noteOf(*record->alert) : QString();
    return note.isEmpty() ? text : text.isEmpty() ? note : text + u" · "_s + note;
}

QString AlertTableModel::noteOf(const Alert &alert) const
{
    const RowNotes::Note *note = m_notes ? m_notes->of(alert) : nullptr;
    return note ? note->word : QString();
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
    if (role == Qt::AccessibleDescriptionRole && spec.id == m_wanted.sort.column)
        return m_wanted.sort.descending ? tr("sorted, descending") : tr("sorted, ascending");
    if (role == Qt::ToolTipRole)
        return formats::plainTip(columnHelp(spec));
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
    if (m_wanted.sort.column == this->column(column).id)
        setSort({});
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
    return recordOf(numberAt(row));
}

const AlertRecord *AlertTableModel::recordOf(int64_t number) const
{
    return m_records.find(number);
}

void AlertTableModel::handleLoaded(const std::vector<int64_t> &numbers)
{
    for (size_t i = alertTableColumns().size(); i < m_columns.size(); ++i)
        alignByValues(static_cast<int>(i), numbers);
    tellChanged(numbers);
}

// Numbers of one page lie near each other in most orders.
void AlertTableModel::tellChanged(const std::vector<int64_t> &numbers)
{
    int first = rowCount();
    int last = -1;
    for (const int64_t number : numbers) {
        if (const int row = indexOf(number); row >= 0) {
            first = std::min(first, row);
            last = std::max(last, row);
        }
    }
    if (last >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
    Q_EMIT recordsChanged(numbers);
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

void AlertTableModel::setSeen(int64_t number)
{
    if (!isUnseen(number))
        return;
    m_seen.insert(number);
    m_archive.setMarks({number}, archive::Seen, 0, {});
    tellChanged({number});
    Q_EMIT countsChanged();
    Q_EMIT lookedAt(number);
}

void AlertTableModel::readSeen()
{
    if (isListed())
        m_pager.listSeen(m_since);
}

// What was looked at here a moment ago may not be written yet: only rows that the archive had and has no more are unseen again.
void AlertTableModel::handleSeenListed(const std::vector<int64_t> &rows)
{
    std::vector<int64_t> changed;
    for (const int64_t row : rows) {
        if (m_seen.insert(row).second)
            changed.push_back(row);
    }
    std::vector<int64_t> gone;
    std::ranges::set_difference(m_seenRead, rows, std::back_inserter(gone));
    for (const int64_t row : gone) {
        if (m_seen.erase(row) > 0)
            changed.push_back(row);
    }
    m_seenRead = rows;
    if (changed.empty())
        return;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT recordsChanged(changed);
    Q_EMIT countsChanged();
}

void AlertTableModel::setMarks(const std::vector<int64_t> &numbers, uint8_t set, uint8_t clear)
{
    for (const int64_t number : numbers)
        m_records.setMarks(number, set, clear);
    m_archive.setMarks(numbers, set, clear, {});
    Q_EMIT marksChanged(numbers, set, clear);
    tellChanged(numbers);
}

void AlertTableModel::learnMarks(const std::vector<int64_t> &numbers, uint8_t set, uint8_t clear)
{
    for (const int64_t number : numbers)
        m_records.setMarks(number, set, clear);
    tellChanged(numbers);
}

} // namespace tocsin::ui
