// SPDX-License-Identifier: GPL-3.0-or-later
// What the table offers on a cell, and its columns.
#include "ui/models/alerttablemodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alertdelegate.h"
#include "ui/widgets/alertheader.h"
#include "ui/widgets/alerttable.h"
#include "ui/widgets/pinnedrows.h"
#include "ui/widgets/valueactions.h"

#include <QContextMenuEvent>
#include <QItemSelectionModel>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

ColumnArrangement AlertTable::arrangement() const
{
    return {.columns = m_header->columns(), .sort = m_model.sort()};
}

void AlertTable::setArrangement(const ColumnArrangement &arrangement)
{
    m_header->setColumns(arrangement.columns);
    m_model.setSort(arrangement.sort);
    watchClock();
}

void AlertTable::sortBy(int column)
{
    if (column < 0 || !m_model.canSort(column))
        return;
    const QString &id = m_model.column(column).id;
    const ColumnSort now = m_model.sort();
    m_model.setSort(now.column != id ? ColumnSort{id, false} : now.descending ? ColumnSort{} : ColumnSort{id, true});
    Q_EMIT arrangementChanged();
}

void AlertTable::unfoldAt(int row)
{
    m_model.openEvent(row);
}

// Whoever stood on one of the rows that go stands on the event then.
void AlertTable::foldAt(int row)
{
    const int head = m_model.headOf(row);
    if (m_model.isBelow(row))
        // Ctrl is held, which means to choose nothing to setCurrentIndex().
        selectionModel()->setCurrentIndex(m_model.index(head, currentIndex().column()), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_model.closeEvent(head);
}

void AlertTable::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex cell = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && cell.isValid() && m_model.column(cell.column()).kind == CellKind::Name) {
        const int rows = m_model.foldSize(cell.row());
        // The whole height of the row: the pill is a small target.
        QRect pill = AlertDelegate::pillRect(visualRect(cell), rows);
        pill.setTop(visualRect(cell).top());
        pill.setBottom(visualRect(cell).bottom());
        if (rows > 1 && pill.contains(event->position().toPoint())) {
            m_model.isOpen(cell.row()) ? foldAt(cell.row()) : unfoldAt(cell.row());
            return;
        }
    }
    QTableView::mousePressEvent(event);
}

void AlertTable::addColumn(const filter::NamedField &field)
{
    const int column = field.key ? m_model.columnOf(QString::fromLatin1(field.key->key)) : m_model.addColumn(field.path);
    m_header->showColumn(column, true);
    executeDelayedItemsLayout();
    const int right = m_header->sectionPosition(column) + m_header->sectionSize(column);
    horizontalScrollBar()->setValue(std::max(horizontalScrollBar()->value(), right - viewport()->width()));
}

void AlertTable::fillColumnsMenu(QMenu &menu)
{
    m_header->fillMenu(menu);
}

void AlertTable::setMoreColumnEntries(std::function<void(QMenu &menu)> fill)
{
    m_header->setMoreEntries(std::move(fill));
}

// A clock runs only while a column in sight shows how long ago something was.
void AlertTable::watchClock()
{
    bool live = false;
    for (int column = 0; column < m_model.columnCount(); ++column)
        live = live || (m_model.column(column).format.isLive() && !isColumnHidden(column));
    if (live != m_clock.isActive())
        live ? m_clock.start() : m_clock.stop();
}

void AlertTable::repaintLive()
{
    if (!isVisible())
        return;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        if (!m_model.column(column).format.isLive() || isColumnHidden(column))
            continue;
        viewport()->update(columnViewportPosition(column), 0, columnWidth(column), viewport()->height());
        m_pinned->repaintColumn(column);
    }
}

CellFilter AlertTable::filterAt(const QModelIndex &cell) const
{
    const AlertRecord *record = cell.isValid() ? m_model.recordAt(cell.row()) : nullptr;
    if (!record)
        return {.why = tr("The row is still being read.")};
    const AlertColumnSpec &column = m_model.column(cell.column());
    if (column.kind != CellKind::Packet)
        return cellFilter(column, *record->alert);
    const PacketCell *packet = m_model.packetAt(*record, cell.column());
    return packet ? packetFilter(column.path, packet->value) : CellFilter{.why = tr("The packet is still being read.")};
}

// The cell under the mouse; the current one while the mouse is elsewhere, or only lies there while somebody works by key.
void AlertTable::filterByCell(bool without)
{
    const QModelIndex cell = m_hover >= 0 && m_pointed ? indexAt(viewport()->mapFromGlobal(QCursor::pos())) : currentIndex();
    if (const CellFilter filter = filterAt(cell); !filter.isEmpty())
        Q_EMIT conditionWanted(without ? filter.without : filter.only);
}

void AlertTable::addFilterActions(QMenu &menu, const QModelIndex &cell)
{
    const CellFilter filter = filterAt(cell);
    const AlertRecord *record = m_model.recordAt(cell.row());
    const char *key = record ? cellKey(m_model.column(cell.column()), *record->alert) : nullptr;
    const int column = key ? m_model.columnOf(QString::fromLatin1(key)) : -1;
    const bool shown = m_model.column(cell.column()).kind == CellKind::Packet || (column >= 0 && !isColumnHidden(column));
    const ValueActions actions{.filter = filter,
                               .whyNoColumn = shown ? tr("It is a column already.") : key ? QString() : filter.why,
                               .narrow = [this](const QString &condition) { Q_EMIT conditionWanted(condition); },
                               .addColumn = [this, key] { addColumn({.key = findAlertField(key)}); },
                               .copy = [this, restricted = record && record->alert->access == "restricted"](const QString &condition) {
                                   Q_EMIT textCopyWanted(condition, restricted);
                               }};
    actions.addTo(menu);
    QAction *colour = menu.addAction(tr("Colour rows like this…"));
    connect(colour, &QAction::triggered, this, [this, filter] { Q_EMIT colourWanted(filter.only); });
    colour->setEnabled(!filter.isEmpty());
}

void AlertTable::contextMenuEvent(QContextMenuEvent *event)
{
    if (!indexAt(event->pos()).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(Theme::icon(u"star"_s), tr("Mark")), &QAction::triggered, this, &AlertTable::toggleMark);
    connect(menu->addAction(Theme::icon(u"pin"_s), tr("Pin")), &QAction::triggered, this, &AlertTable::togglePin);
    const QModelIndex cell = indexAt(event->pos());
    if (const int head = m_model.headOf(cell.row()); m_model.foldSize(head) > 1) {
        // By its number: the row may have moved when somebody chooses.
        const auto at = [this](qint64 number, void (AlertTable::*what)(int)) {
            if (const int row = m_model.indexOf(number); row >= 0)
                (this->*what)(row);
        };
        const bool open = m_model.isOpen(head);
        connect(menu->addAction(open ? tr("Fold the event") : tr("Unfold the event")), &QAction::triggered, this,
                [at, open, number = m_model.numberAt(head)] { at(number, open ? &AlertTable::foldAt : &AlertTable::unfoldAt); });
    }
    if (m_model.canSort(cell.column()))
        connect(menu->addAction(tr("Sort by %1").arg(columnTitle(m_model.column(cell.column())))), &QAction::triggered, this,
                [this, id = m_model.column(cell.column()).id] { sortBy(m_model.columnOf(id)); });
    menu->addSeparator();
    addFilterActions(*menu, indexAt(event->pos()));
    menu->addSeparator();
    Q_EMIT menuOpening(menu);
    menu->addSeparator();
    fillColumnsMenu(*menu->addMenu(tr("Columns")));
    m_menuOpen = true;
    Q_EMIT followChanged();
    connect(menu, &QMenu::aboutToHide, this, [this] {
        m_menuOpen = false;
        Q_EMIT followChanged();
    });
    menu->popup(event->globalPos());
}

} // namespace tocsin::ui
