// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/pinnedrowsmodel.h"
#include "ui/models/showninstance.h"

#include <QTableView>

namespace tocsin::ui {

class AlertDelegate;
class AlertHeader;
class AlertTableModel;
class RowColours;
struct FoundMarks;

// The pinned rows between the table's header and its rows, in the table's columns, scrolled sideways with it; at most eight
// of them in sight, a line below. It lies over the room that the header keeps for it (AlertHeader::setRoomBelow()), beside the
// table in the tree of widgets: assistive technology sees no children of a table but its cells. Keys that are not its own are
// the table's. Main thread; placed by the table.
class PinnedRows final : public QTableView
{
    Q_OBJECT
public:
    PinnedRows(QTableView &table, AlertHeader &header, AlertTableModel &alerts, QWidget *parent);

    void setColours(const RowColours &colours);
    void setInstances(const StreamInstances &instances);
    void setFound(const FoundMarks &found);
    void useLook(); // after a change of the text scale or the palette
    [[nodiscard]] int wantedHeight() const; // 0: nothing is pinned
    [[nodiscard]] bool has(qint64 number) const { return m_rows.indexOf(number) >= 0; }
    [[nodiscard]] qint64 chosen() const { return m_chosen; } // number of the selected row; 0: none
    void showRow(qint64 number); // selects it, or none, and says nothing
    void chooseLast();
    void repaintColumn(int column);
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

Q_SIGNALS:
    void heightChanged();
    void rowChosen(qint64 number); // by a person
    void rowWanted(qint64 number); // to be gone to in the list
    void leftBelow(); // the row after the last
    void menuWanted(const QPoint &globalPos);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void followColumns();
    void followColumn(int column, int width);
    void followScroll();
    void choose(int row);
    void setHoverRow(int row);
    void handleReset();

    QTableView &m_table;
    AlertHeader &m_header;
    PinnedRowsModel m_rows;
    AlertDelegate *m_delegate;
    qint64 m_chosen = 0;
    qint64 m_current = 0; // of the table, pinned or not
    bool m_silent = false; // we select, not the person
    int m_hover = -1;
};

} // namespace tocsin::ui
