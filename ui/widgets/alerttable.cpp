// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/alerttable.h"

#include "ui/models/alerttablemodel.h"
#include "ui/models/rowcolours.h"
#include "ui/models/rownotes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alertdelegate.h"
#include "ui/widgets/alertheader.h"
#include "ui/widgets/newrowspill.h"
#include "ui/widgets/pinnedrows.h"
#include "ui/widgets/rowview.h"

#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kClockMs = 1'000;

} // namespace

AlertTable::AlertTable(AlertTableModel &model, QWidget *parent)
    : QTableView(parent), m_model(model), m_delegate(new AlertDelegate(model, this)),
      m_header(new AlertHeader(model, this)), m_pill(new NewRowsPill(this)), m_place(*this, model)
{
    setObjectName(u"alerts"_s);
    setAccessibleName(tr("Alerts"));
    setHorizontalHeader(m_header);
    setModel(&model);
    setItemDelegate(m_delegate);
    rowview::setUp(*this);
    setSelectionMode(ExtendedSelection);
    makePinned();
    useLook();

    m_pill->hide();
    connect(m_pill, &NewRowsPill::clicked, this, &AlertTable::goToNewest);
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) { handleInserted(first, last); });
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_place.keep(!m_follow || isFollowHeld()); });
    connect(&model, &QAbstractItemModel::modelReset, this, &AlertTable::handleReset);
    connect(this, &AlertTable::followChanged, this, &AlertTable::tellHeld);
    connect(m_header, &AlertHeader::sortWanted, this, [this](const QString &column) { sortBy(m_model.columnOf(column)); });
    connect(&model, &AlertTableModel::countsChanged, this, [this] {
        showPill();
        if (m_model.isLoading())
            return;
        const bool held = m_place.isHeld();
        m_place.rest();
        if (held) // by rows that are not in the list any more
            scrollToNewest();
        tellHeld();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &AlertTable::handleScrolled);
    connect(m_delegate, &AlertDelegate::roomWanted, m_header, &AlertHeader::giveRoom, Qt::QueuedConnection);
    connect(m_header, &AlertHeader::columnsChanged, this, [this] {
        watchClock();
        Q_EMIT arrangementChanged();
    });
    connect(m_header, &AlertHeader::fieldWanted, this, &AlertTable::fieldWanted);
    connect(&model, &QAbstractItemModel::headerDataChanged, this, &AlertTable::watchClock);
    connect(&m_arrived, &QTimer::timeout, this, &AlertTable::scrollToNewest);
    m_arrived.setSingleShot(true);
    m_arrived.setInterval(0);
    connect(&m_clock, &QTimer::timeout, this, &AlertTable::repaintLive);
    m_clock.setInterval(kClockMs);
}

AlertTable::~AlertTable()
{
    delete m_pinned;
}

void AlertTable::useLook()
{
    rowview::fitRows(*this);
    m_pinned->useLook();
    m_header->setRoomBelow(m_pinned->wantedHeight());
    m_header->fit();
    placePinned();
}

int AlertTable::neededWidth() const
{
    return m_header->neededWidth() + verticalScrollBar()->sizeHint().width();
}

bool AlertTable::isFollowHeld() const
{
    return m_follow && (m_hover >= 0 || m_menuOpen || m_model.isSorted() || m_place.isHeld() || (selectionModel() && selectionModel()->hasSelection()));
}

void AlertTable::setInstances(const StreamInstances &instances)
{
    m_delegate->setInstances(&instances);
    m_model.setInstances(&instances);
    m_pinned->setInstances(instances);
    viewport()->update();
}

void AlertTable::setNotes(const RowNotes &notes)
{
    m_model.setNotes(&notes);
    for (QWidget *view : {viewport(), m_pinned->viewport()})
        connect(&notes, &RowNotes::changed, view, qOverload<>(&QWidget::update));
}

void AlertTable::setColours(const RowColours &colours)
{
    m_delegate->setColours(&colours);
    m_pinned->setColours(colours);
    connect(&colours, &RowColours::rulesChanged, viewport(), qOverload<>(&QWidget::update));
}

void AlertTable::setFound(const FoundMarks &found)
{
    m_delegate->setFound(found);
    viewport()->update();
    m_pinned->setFound(found);
}

void AlertTable::setFollow(bool follow)
{
    if (follow) {
        goToNewest();
        return;
    }
    if (m_follow) {
        m_follow = false;
        Q_EMIT followChanged();
    }
}

bool AlertTable::atBottom() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum();
}

void AlertTable::goToNewest()
{
    // Whoever asks for the newest row lets go of the one that held the view.
    m_place.forget();
    clearSelection();
    if (m_model.isSorted() && m_model.newRows() > 0) {
        m_toTop = true; // there is what a person sorts for
        return m_model.arrangeAnew();
    }
    m_model.setHeld(false); // what waited comes in
    m_moving = true;
    scrollToBottom();
    m_moving = false;
    m_behind = 0;
    showPill();
    const bool changed = !m_follow;
    m_follow = true;
    if (changed)
        Q_EMIT followChanged();
    tellHeld(); // the mouse may be over a row
}

void AlertTable::scrollToNewest()
{
    if (!m_follow || isFollowHeld())
        return;
    m_moving = true;
    scrollToBottom();
    m_moving = false;
}

void AlertTable::handleReset()
{
    const bool otherOrder = std::exchange(m_sort, m_model.shownSort()) != m_model.shownSort();
    const bool toTop = std::exchange(m_toTop, false) || (otherOrder && m_model.isSorted() && !m_place.holdsCurrent());
    if (toTop || (otherOrder && !m_place.holdsCurrent()))
        m_place.letGoOfView();
    m_behind = 0;
    showPill();
    keepPlace();
    if (toTop) {
        m_moving = true;
        executeDelayedItemsLayout();
        verticalScrollBar()->setValue(0);
        m_moving = false;
    }
    if (m_follow && !isFollowHeld())
        QMetaObject::invokeMethod(this, &AlertTable::scrollToNewest, Qt::QueuedConnection);
    Q_EMIT followChanged(); // a sorted list holds the view
}

// Rows of a folded list move to its end only while nobody holds the view; not in the middle of a change of the selection.
void AlertTable::tellHeld()
{
    const auto isHeld = [this] { return !m_follow || isFollowHeld(); };
    if (isHeld())
        return m_model.setHeld(true);
    QMetaObject::invokeMethod(
        this, [this, isHeld] { m_model.setHeld(isHeld()); }, Qt::QueuedConnection);
}

std::pair<qint64, qint64> AlertTable::place() const
{
    const QModelIndex current = currentIndex();
    const bool chosen = current.isValid() && selectionModel()->isSelected(current);
    const int top = rowAt(0);
    return {chosen ? m_model.numberAt(current.row()) : 0, top >= 0 && (!m_follow || isFollowHeld()) ? m_model.numberAt(top) : 0};
}

// Rows of the former list keep their place in the new one.
void AlertTable::keepPlace()
{
    m_moving = true; // a new current row scrolls as well
    m_place.restore([this](int top) {
        executeDelayedItemsLayout();
        verticalScrollBar()->setValue(top);
    });
    m_moving = false;
}

void AlertTable::handleInserted(int first, int last)
{
    if (m_model.isLoading())
        keepPlace();
    if (m_follow && !isFollowHeld())
        return m_arrived.start();
    if (last < m_model.rowCount() - 1)
        return; // older ones, that a search has found
    m_behind += last - first + 1;
    showPill();
}

void AlertTable::handleScrolled()
{
    if (m_moving)
        return;
    if (verticalScrollBar()->isSliderDown())
        m_place.letGoOfView();
    if (atBottom()) {
        m_behind = 0;
    } else if (m_follow && verticalScrollBar()->isSliderDown()) {
        setFollow(false);
    }
    showPill();
}

void AlertTable::wheelEvent(QWheelEvent *event)
{
    m_place.letGoOfView();
    QTableView::wheelEvent(event);
    if (!atBottom())
        setFollow(false);
}

void AlertTable::showPill()
{
    const qint64 count = m_behind + m_model.newRows();
    if (count <= 0) {
        m_pill->hide();
        return;
    }
    m_pill->setCount(count);
    const QRect place = placeForPill();
    m_pill->setVisible(!place.isNull());
    m_pill->setGeometry(place);
    m_pill->raise();
}

// 12 pixels above the lower edge; above the selected row, where that is there.
QRect AlertTable::placeForPill() const
{
    const QRect area = viewport()->geometry();
    QRect place(QPoint(area.center().x() - m_pill->width() / 2, area.bottom() - m_pill->height() - 12), m_pill->size());
    while (place.top() >= area.top()) {
        const QRect inView = place.translated(-area.topLeft());
        int covered = -1;
        for (int row = rowAt(inView.top()); row >= 0 && row < m_model.rowCount() && rowViewportPosition(row) <= inView.bottom(); ++row) {
            if (selectionModel()->isRowSelected(row)) {
                covered = row;
                break;
            }
        }
        if (covered < 0)
            return place;
        place.moveBottom(area.top() + rowViewportPosition(covered) - 4);
    }
    return {}; // nothing but selected rows in sight
}

void AlertTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    showPill();
    if (m_follow && !isFollowHeld()) {
        m_moving = true;
        scrollToBottom();
        m_moving = false;
    }
}

void AlertTable::setHoverRow(int row)
{
    if (row == m_hover)
        return;
    const bool held = isFollowHeld();
    for (const int changed : {m_hover, row}) {
        if (changed >= 0)
            viewport()->update(0, rowViewportPosition(changed), viewport()->width(), rowHeight(changed));
    }
    m_hover = row;
    m_delegate->setHoverRow(row);
    if (held != isFollowHeld())
        Q_EMIT followChanged();
}

void AlertTable::mouseMoveEvent(QMouseEvent *event)
{
    m_pointed = true;
    setHoverRow(rowAt(event->position().toPoint().y()));
    QTableView::mouseMoveEvent(event);
}

void AlertTable::leaveEvent(QEvent *event)
{
    setHoverRow(-1);
    QTableView::leaveEvent(event);
}

void AlertTable::focusInEvent(QFocusEvent *event)
{
    m_delegate->setLook(true);
    const bool none = !currentIndex().isValid();
    QTableView::focusInEvent(event);
    if (none && selectionModel())
        selectionModel()->clearCurrentIndex(); // Qt takes the first row; nobody chose it
    viewport()->update();
}

void AlertTable::focusOutEvent(QFocusEvent *event)
{
    m_delegate->setLook(false);
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void AlertTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        useLook();
}

void AlertTable::showEvent(QShowEvent *event)
{
    useLook(); // a text scale that was set before the first showing
    QTableView::showEvent(event);
}

bool AlertTable::event(QEvent *event)
{
    if (event->type() == QEvent::ParentChange && m_pinned && parentWidget() && m_pinned->parentWidget() != parentWidget())
        m_pinned->setParent(parentWidget());
    return QTableView::event(event);
}

void AlertTable::moveEvent(QMoveEvent *event)
{
    QTableView::moveEvent(event);
    placePinned();
}

void AlertTable::hideEvent(QHideEvent *event)
{
    QTableView::hideEvent(event);
    placePinned();
}

void AlertTable::updateGeometries()
{
    QTableView::updateGeometries();
    placePinned();
    showPill(); // rows have moved
}

void AlertTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    m_pointed = false;
    showCurrent();
}

void AlertTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (!m_moving && !selected.isEmpty() && m_place.isResting())
        m_place.forget(); // somebody chose another row
    showCurrent();
    if (m_pinned && !m_choosingPinned && !selectionModel()->hasSelection())
        m_pinned->showRow(0);
    showPill();
    Q_EMIT selectionRowsChanged();
    Q_EMIT followChanged();
}

// A row is looked at when somebody chose it: it is the current one and it is selected.
void AlertTable::showCurrent()
{
    const QModelIndex current = currentIndex();
    if (!current.isValid() || !selectionModel()->isSelected(current))
        return;
    const qint64 number = m_model.numberAt(current.row());
    m_model.setSeen(number);
    m_pinned->showRow(number);
    if (number == m_shown)
        return;
    m_shown = number;
    Q_EMIT currentRowChanged(number);
}

bool AlertTable::hasSelectedRows() const
{
    return selectionModel() && (!selectionModel()->selection().isEmpty() || m_pinned->chosen() > 0);
}

qint64 AlertTable::selectedCount() const
{
    qint64 count = 0;
    if (selectionModel()) {
        for (const QItemSelectionRange &range : selectionModel()->selection())
            count += range.height();
    }
    return count > 0 || m_pinned->chosen() <= 0 ? count : 1;
}

QList<qint64> AlertTable::selectedRows() const
{
    QList<qint64> rows;
    if (!selectionModel())
        return rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows << m_model.numberAt(row);
    }
    if (rows.isEmpty() && m_pinned->chosen() > 0)
        return {m_pinned->chosen()};
    std::ranges::sort(rows);
    return rows;
}

void AlertTable::toggleMark()
{
    if (tooMany(kMostMarked))
        return;
    const QList<qint64> selected = selectedRows();
    const bool all = std::ranges::all_of(selected, [this](qint64 number) {
        const AlertRecord *record = m_model.recordOf(number);
        return record && (record->marks & archive::Starred);
    });
    // What is pinned is marked.
    setMarks(selected, all ? 0 : archive::Starred, all ? archive::Starred | archive::Pinned : 0);
}

} // namespace tocsin::ui
