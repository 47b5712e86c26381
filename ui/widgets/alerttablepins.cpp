// SPDX-License-Identifier: GPL-3.0-or-later
// The pinned rows of the table: where they lie, and what choosing one means to the list below.
#include "ui/models/alerttablemodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alertdelegate.h"
#include "ui/widgets/alertheader.h"
#include "ui/widgets/alerttable.h"
#include "ui/widgets/pinnedrows.h"

#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

PinnedRows &AlertTable::pinnedRows() const
{
    return *m_pinned;
}

void AlertTable::makePinned()
{
    m_pinned = new PinnedRows(*this, *m_header, m_model, parentWidget() ? parentWidget() : this);
    connect(m_pinned, &PinnedRows::heightChanged, this, &AlertTable::placePinned);
    connect(m_pinned, &PinnedRows::rowChosen, this, &AlertTable::choosePinned);
    connect(m_pinned, &PinnedRows::rowWanted, this, [this](qint64 number) {
        if (const int row = m_model.indexOf(number); row >= 0) {
            goTo(row);
            setFocus(Qt::OtherFocusReason);
        }
    });
    connect(m_pinned, &PinnedRows::leftBelow, this, [this] {
        setFocus(Qt::OtherFocusReason);
        goToFirstInSight(true);
    });
    connect(m_pinned, &PinnedRows::menuWanted, this, &AlertTable::popupPinnedMenu);
}

bool AlertTable::tooMany(qint64 most)
{
    const qint64 count = selectedCount();
    if (count <= most)
        return false;
    const QLocale locale = this->locale();
    Q_EMIT said(tr("%1 alerts are selected; at most %2 can be marked or pinned in one go. Select fewer, or narrow the filter.").arg(locale.toString(count), locale.toString(most)));
    return true;
}

void AlertTable::togglePin()
{
    if (tooMany(kMostPinned))
        return;
    const QList<qint64> selected = selectedRows();
    const bool all = std::ranges::all_of(selected, [this](qint64 number) { return m_pinned->has(number); });
    setMarks(selected, all ? 0 : archive::Pinned | archive::Starred, all ? archive::Pinned : 0);
}

void AlertTable::setMarks(const QList<qint64> &numbers, uint8_t set, uint8_t clear)
{
    const QScopedValueRollback pinning(m_pinning, true);
    if (numbers.isEmpty())
        return;
    QList<std::pair<qint64, uint8_t>> before;
    for (const qint64 number : numbers) {
        if (const AlertRecord *record = m_model.recordOf(number))
            before.push_back({number, record->marks});
    }
    m_model.setMarks({numbers.begin(), numbers.end()}, set, clear);
    if (!before.isEmpty())
        Q_EMIT marksGiven(before, set);
}

void AlertTable::placePinned()
{
    if (!m_pinned)
        return;
    const int height = m_pinned->wantedHeight();
    if (const int grown = height - m_header->roomBelow(); grown != 0) {
        const int before = verticalScrollBar()->value();
        m_header->setRoomBelow(height);
        updateGeometries();
        if (m_pinning) { // the rows below stay where they are on the screen
            const QScopedValueRollback moving(m_moving, true);
            verticalScrollBar()->setValue(before + qRound(static_cast<double>(grown) / AlertDelegate::rowHeight()));
        }
    }
    if (height == 0 && m_pinned->hasFocus())
        setFocus(Qt::OtherFocusReason);
    const QRect header = m_header->geometry();
    m_pinned->setGeometry(QRect(mapTo(m_pinned->parentWidget(), QPoint(header.left(), header.bottom() - height + 1)), QSize(header.width(), height)));
    m_pinned->setVisible(height > 0 && isVisible());
}

// It is made the current row of the list where that has it; the list does not move.
void AlertTable::choosePinned(qint64 number)
{
    const QScopedValueRollback choosing(m_choosingPinned, true);
    if (const int row = m_model.indexOf(number); row >= 0) {
        setAutoScroll(false);
        selectionModel()->setCurrentIndex(m_model.index(row, std::max(0, currentIndex().column())), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        setAutoScroll(true);
        return;
    }
    clearSelection();
    m_model.setSeen(number);
    if (number != m_shown) {
        m_shown = number;
        Q_EMIT currentRowChanged(number);
    }
    Q_EMIT selectionRowsChanged();
}

void AlertTable::popupPinnedMenu(const QPoint &at)
{
    auto *menu = new QMenu(m_pinned);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(Theme::icon(u"star"_s), tr("Mark")), &QAction::triggered, this, &AlertTable::toggleMark);
    connect(menu->addAction(Theme::icon(u"pin"_s), tr("Pin")), &QAction::triggered, this, &AlertTable::togglePin);
    QAction *go = menu->addAction(tr("Go to the row in the list"));
    go->setEnabled(m_model.indexOf(m_pinned->chosen()) >= 0);
    connect(go, &QAction::triggered, m_pinned, [this, number = m_pinned->chosen()] { Q_EMIT m_pinned->rowWanted(number); });
    menu->addSeparator();
    Q_EMIT menuOpening(menu);
    menu->popup(at);
}

} // namespace tocsin::ui
