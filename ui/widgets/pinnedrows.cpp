// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pinnedrows.h"

#include "ui/models/rowcolours.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alertdelegate.h"
#include "ui/widgets/alertheader.h"
#include "ui/widgets/rowview.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostInSight = 8;
constexpr int kLine = 1; // below

} // namespace

PinnedRows::PinnedRows(QTableView &table, AlertHeader &header, AlertTableModel &alerts, QWidget *parent)
    : QTableView(parent), m_table(table), m_header(header), m_rows(alerts), m_delegate(new AlertDelegate(m_rows, this))
{
    setObjectName(u"pinned"_s);
    setAccessibleName(tr("Pinned rows"));
    setModel(&m_rows);
    setItemDelegate(m_delegate);
    rowview::setUp(*this);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    horizontalHeader()->hide();
    horizontalHeader()->setMinimumSectionSize(0);
    hide();

    connect(&header, &QHeaderView::sectionResized, this, [this](int column, int, int width) { followColumn(column, width); });
    connect(&header, &QHeaderView::sectionMoved, this, [this](int, int from, int to) {
        if (horizontalHeader()->count() == m_header.count())
            horizontalHeader()->moveSection(from, to);
    });
    connect(horizontalHeader(), &QHeaderView::sectionCountChanged, this, &PinnedRows::followColumns);
    connect(table.horizontalScrollBar(), &QScrollBar::valueChanged, this, &PinnedRows::followScroll);
    connect(horizontalScrollBar(), &QScrollBar::rangeChanged, this, &PinnedRows::followScroll);
    connect(m_delegate, &AlertDelegate::roomWanted, &header, &AlertHeader::giveRoom, Qt::QueuedConnection);
    connect(&m_rows, &QAbstractItemModel::modelReset, this, &PinnedRows::handleReset);
    followColumns();
    useLook();
}

void PinnedRows::setInstances(const StreamInstances &instances)
{
    m_delegate->setInstances(&instances);
    viewport()->update();
}

void PinnedRows::setColours(const RowColours &colours)
{
    m_delegate->setColours(&colours);
    connect(&colours, &RowColours::rulesChanged, viewport(), qOverload<>(&QWidget::update));
}

void PinnedRows::setFound(const FoundMarks &found)
{
    m_delegate->setFound(found);
    viewport()->update();
}

void PinnedRows::useLook()
{
    rowview::fitRows(*this);
}

int PinnedRows::wantedHeight() const
{
    const int rows = std::min(m_rows.rowCount(), kMostInSight);
    return rows > 0 ? rows * AlertDelegate::rowHeight() + kLine : 0;
}

void PinnedRows::followColumns()
{
    QHeaderView &own = *horizontalHeader();
    if (own.count() != m_header.count())
        return; // in the middle of a change
    for (int visual = 0; visual < own.count(); ++visual)
        own.moveSection(own.visualIndex(m_header.logicalIndex(visual)), visual);
    for (int column = 0; column < own.count(); ++column)
        followColumn(column, m_header.sectionSize(column));
}

void PinnedRows::followColumn(int column, int width)
{
    if (column >= horizontalHeader()->count())
        return;
    horizontalHeader()->setSectionHidden(column, width == 0);
    if (width > 0)
        horizontalHeader()->resizeSection(column, width);
}

void PinnedRows::followScroll()
{
    horizontalScrollBar()->setValue(m_table.horizontalScrollBar()->value());
}

// The columns stay where the table has them.
void PinnedRows::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    QTableView::scrollTo(index, hint);
    followScroll();
}

// The same row stays the selected one, and the current one of the table may have been pinned.
void PinnedRows::handleReset()
{
    showRow(m_current);
    Q_EMIT heightChanged();
}

void PinnedRows::showRow(qint64 number)
{
    const QScopedValueRollback silent(m_silent, true);
    const int row = number > 0 ? m_rows.indexOf(number) : -1;
    m_current = number;
    m_chosen = row >= 0 ? number : 0;
    if (row >= 0) {
        choose(row);
    } else {
        clearSelection();
        selectionModel()->clearCurrentIndex();
    }
}

void PinnedRows::choose(int row)
{
    selectionModel()->setCurrentIndex(m_rows.index(row, horizontalHeader()->logicalIndex(0)), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void PinnedRows::chooseLast()
{
    choose(m_rows.rowCount() - 1);
}

void PinnedRows::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (m_silent || selected.isEmpty())
        return;
    m_chosen = m_current = m_rows.numberAt(selected.indexes().front().row());
    Q_EMIT rowChosen(m_chosen);
}

void PinnedRows::repaintColumn(int column)
{
    viewport()->update(columnViewportPosition(column), 0, columnWidth(column), viewport()->height());
}

void PinnedRows::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    QPainter(viewport()).fillRect(0, viewport()->height() - kLine, viewport()->width(), kLine, Theme::palette().lineStrong);
}

void PinnedRows::keyPressEvent(QKeyEvent *event)
{
    const int last = m_rows.rowCount() - 1;
    const int row = m_rows.indexOf(m_chosen);
    if (!(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier))) {
        if (const int step = rowview::step(*event); step > 0)
            return row < last ? choose(row + 1) : Q_EMIT leftBelow();
        else if (step < 0)
            return choose(row < 0 ? last : std::max(0, row - 1));
        switch (event->key()) {
        case Qt::Key_Home:
            return choose(0);
        case Qt::Key_End:
            return choose(last);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (m_chosen > 0)
                Q_EMIT rowWanted(m_chosen);
            return;
        case Qt::Key_Escape:
            showRow(0);
            break;
        default:
            break;
        }
    }
    QCoreApplication::sendEvent(&m_table, event);
}

void PinnedRows::setHoverRow(int row)
{
    if (std::exchange(m_hover, row) == row)
        return;
    m_delegate->setHoverRow(row);
    viewport()->update();
}

void PinnedRows::mouseMoveEvent(QMouseEvent *event)
{
    setHoverRow(rowAt(event->position().toPoint().y()));
    QTableView::mouseMoveEvent(event);
}

void PinnedRows::leaveEvent(QEvent *event)
{
    setHoverRow(-1);
    QTableView::leaveEvent(event);
}

// What it has no room for to scroll is the table's.
void PinnedRows::wheelEvent(QWheelEvent *event)
{
    if (verticalScrollBar()->maximum() == 0 || event->angleDelta().x() != 0) {
        QCoreApplication::sendEvent(m_table.viewport(), event);
        return;
    }
    QTableView::wheelEvent(event);
}

void PinnedRows::focusInEvent(QFocusEvent *event)
{
    m_delegate->setLook(true);
    QTableView::focusInEvent(event);
    if (m_chosen == 0)
        selectionModel()->clearCurrentIndex(); // Qt takes the first row; nobody chose it
    viewport()->update();
}

void PinnedRows::focusOutEvent(QFocusEvent *event)
{
    m_delegate->setLook(false);
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void PinnedRows::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_chosen > 0)
        Q_EMIT menuWanted(event->globalPos());
}

} // namespace tocsin::ui
