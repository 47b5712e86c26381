// SPDX-License-Identifier: GPL-3.0-or-later
// What the keys do in the table, and where they lead.
#include "ui/models/alerttablemodel.h"
#include "ui/widgets/alerttable.h"
#include "ui/widgets/pinnedrows.h"
#include "ui/widgets/rowview.h"

#include <QItemSelectionModel>
#include <QKeyEvent>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

void AlertTable::goTo(int row)
{
    if (row < 0)
        return;
    setCurrentIndex(m_model.index(row, 2));
    scrollTo(m_model.index(row, 2));
}

void AlertTable::lookAt(int row)
{
    m_place.letGoOfView();
    setFollow(false);
    scrollTo(m_model.index(std::clamp(row, 0, std::max(0, m_model.rowCount() - 1)), 2), PositionAtCenter);
}

// Where reading begins while no row is the current one: at the top of what is shown, or at its end.
void AlertTable::goToFirstInSight(bool fromTop)
{
    const int last = rowAt(viewport()->height() - rowHeight(0) / 2);
    goTo(fromTop ? rowAt(0) : last >= 0 ? last : m_model.rowCount() - 1);
}

void AlertTable::goToNextRow()
{
    goTo(std::min(currentIndex().row() + 1, m_model.rowCount() - 1));
}

void AlertTable::goToNextUnseen()
{
    goTo(m_model.unseenFrom(currentIndex().isValid() ? currentIndex().row() : -1, 1));
}

void AlertTable::goToPreviousUnseen()
{
    goTo(m_model.unseenFrom(currentIndex().isValid() ? currentIndex().row() : -1, -1));
}

// What only the table knows: sorting and folding. True: it was one of these.
bool AlertTable::handleControlKey(const QKeyEvent &event)
{
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const QModelIndex cell = currentIndex();
    if (!cell.isValid())
        return false;
    if (modifiers == (Qt::ControlModifier | Qt::ShiftModifier) && (event.key() == Qt::Key_Up || event.key() == Qt::Key_Down)) {
        const ColumnSort wanted{m_model.column(cell.column()).id, event.key() == Qt::Key_Down};
        m_model.setSort(m_model.sort() == wanted ? ColumnSort{} : wanted);
        Q_EMIT arrangementChanged();
        return true;
    }
    if (modifiers != Qt::ControlModifier || (event.key() != Qt::Key_Left && event.key() != Qt::Key_Right))
        return false;
    if (event.key() == Qt::Key_Right) {
        unfoldAt(cell.row());
    } else if (!m_model.isFolded()) {
        m_model.setFolded(true); // so that there is something to fold
    } else {
        foldAt(cell.row());
    }
    return true;
}

QList<KeysDialog::Key> AlertTable::keys()
{
    return {{tr("Down, Up"), tr("Next, previous row")},
            {tr("Up"), tr("From the first row: to the pinned rows")},
            {tr("Enter"), tr("On a pinned row: go to it in the list")},
            {tr("End"), tr("Newest row, and follow")},
            {tr("Home"), tr("Oldest row")},
            {tr("Ctrl+Right, Ctrl+Left"), tr("Unfold, fold the rows of an event")},
            {tr("Ctrl+Shift+Up, Ctrl+Shift+Down"), tr("Sort by the column of the current cell, ascending, descending; again: as it came")},
            {tr("Ctrl+C"), tr("Copy the cells shown")},
            {tr("Esc"), tr("Let go of the selection, or of a sort that runs")}};
}

void AlertTable::keyPressEvent(QKeyEvent *event)
{
    m_place.letGoOfView();
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    if (event->matches(QKeySequence::Copy))
        return Q_EMIT copyWanted(Copying::Cells);
    if (handleControlKey(*event))
        return;
    if (!(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier))) {
        const int row = currentIndex().row();
        const int step = rowview::step(*event);
        if (row < 0 && step != 0)
            return goToFirstInSight(step > 0);
        if (row == 0 && step < 0 && m_pinned->isVisible()) {
            m_pinned->setFocus(Qt::OtherFocusReason);
            return m_pinned->chooseLast();
        }
        switch (event->key()) {
        case Qt::Key_J:
            return goToNextRow();
        case Qt::Key_K:
            return goTo(std::max(row - 1, m_model.rowCount() > 0 ? 0 : -1));
        case Qt::Key_N:
            return shift ? goToPreviousUnseen() : goToNextUnseen();
        case Qt::Key_M:
            return toggleMark();
        case Qt::Key_P:
            return togglePin();
        case Qt::Key_X:
            Q_EMIT ignoreWanted();
            return;
        case Qt::Key_U:
            Q_EMIT seenWanted();
            return;
        case Qt::Key_1:
        case Qt::Key_2:
        case Qt::Key_3:
        case Qt::Key_4:
        case Qt::Key_5:
            if (shift)
                break;
            Q_EMIT tagWanted(QString::number(event->key() - Qt::Key_0));
            return;
        case Qt::Key_F:
            return filterByCell(shift);
        case Qt::Key_D:
            Q_EMIT compareWanted();
            return;
        case Qt::Key_T:
            if (!shift && row >= 0)
                Q_EMIT targetWanted();
            return;
        case Qt::Key_L:
            Q_EMIT lightCurveWanted();
            return;
        case Qt::Key_I:
            Q_EMIT imagesWanted();
            return;
        case Qt::Key_C:
            return Q_EMIT copyWanted(shift ? Copying::Sexagesimal : Copying::Degrees);
        case Qt::Key_End:
            return goToNewest();
        case Qt::Key_Home:
            setFollow(false);
            return goTo(m_model.rowCount() > 0 ? 0 : -1);
        case Qt::Key_Escape:
            if (m_model.isArranging())
                return m_model.cancelArranging();
            clearSelection();
            return;
        default:
            break;
        }
    }
    QTableView::keyPressEvent(event);
    if (!atBottom() && (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_Up))
        setFollow(false);
}

} // namespace tocsin::ui
