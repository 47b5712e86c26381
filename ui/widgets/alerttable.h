// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/filter/reading.h"
#include "ui/dialogs/keysdialog.h"
#include "ui/models/alertcells.h"
#include "ui/models/cellfilter.h"
#include "ui/models/columnset.h"
#include "ui/models/showninstance.h"
#include "ui/widgets/tableplace.h"

#include <QPointer>
#include <QTableView>
#include <QTimer>

#include <functional>

class QMenu;

namespace tocsin::ui {

class AlertDelegate;
class AlertHeader;
class AlertTableModel;
class NewRowsPill;
class PinnedRows;
class RowColours;
class RowNotes;
struct FoundMarks;

// The live table: follows the newest row until somebody scrolls, and holds still while a row is under the mouse, selected
// or in a menu ("412 new, press End"). Columns can be chosen, moved and sized. Main thread; the model outlives it.
class AlertTable final : public QTableView
{
    Q_OBJECT
public:
    explicit AlertTable(AlertTableModel &model, QWidget *parent = nullptr);
    ~AlertTable() override;

    void setColours(const RowColours &colours); // rows have the colours of its rules
    void setInstances(const StreamInstances &instances); // of the streams that rows came by; they outlive this
    void setNotes(const RowNotes &notes); // what rows have become; outlives this
    void setFound(const FoundMarks &found); // what a search looks for is marked in the cells
    void setFollow(bool follow);
    [[nodiscard]] bool isFollowing() const { return m_follow; }
    [[nodiscard]] bool isFollowHeld() const;
    // What is marked or pinned stays for ever, and each row is looked at for it: a slip of the hand with millions
    // selected is answered with a sentence.
    static constexpr qint64 kMostMarked = 100'000;
    static constexpr qint64 kMostPinned = 1'000;
    void toggleMark();
    void togglePin(); // pinned rows are marked too
    void goTo(int row); // chooses it and brings it into sight; -1: nothing
    void lookAt(int row); // brings it to the middle, chooses nothing and lets go of the newest
    void goToNewest();
    void goToNextRow();
    void goToNextUnseen();
    void goToPreviousUnseen();
    // What the keys of the table copy.
    enum class Copying { Cells, Degrees, Sexagesimal };
    [[nodiscard]] std::vector<AlertColumnSpec> shownColumns() const; // from left to right
    [[nodiscard]] QStringList shownKeys() const; // that these columns are made from, and paths of packets
    [[nodiscard]] bool hasSelectedRows() const; // at once, also when millions are
    [[nodiscard]] qint64 selectedCount() const;
    // Archive row numbers, ascending; a pinned row that the list does not have, where that is chosen.
    [[nodiscard]] QList<qint64> selectedRows() const;
    [[nodiscard]] PinnedRows &pinnedRows() const;
    [[nodiscard]] ColumnArrangement arrangement() const;
    void setArrangement(const ColumnArrangement &arrangement);
    // A field as a column, in sight: where it is one already, that one.
    void addColumn(const filter::NamedField &field);
    void addPacketColumn(const filter::PacketPath &path) { addColumn({.path = path}); }
    void fillColumnsMenu(QMenu &menu);
    // Ascending, descending, in the order of arrival. The current row stays where it is; without one the view goes to the
    // top of what is sorted.
    void sortBy(int column);
    // Where somebody is, to be found again by the next start: the current row and the first in sight, 0: none, and the
    // newest.
    [[nodiscard]] std::pair<qint64, qint64> place() const;
    void setPlace(qint64 current, qint64 top) { m_place.set(current, top); }
    void setMoreColumnEntries(std::function<void(QMenu &menu)> fill);
    // With every shown column as narrow as it can be.
    [[nodiscard]] int neededWidth() const;
    // What the keys do that cannot be changed, while the table has the focus; for the list of keys.
    [[nodiscard]] static QList<KeysDialog::Key> keys();

Q_SIGNALS:
    void said(const QString &text); // for the status bar
    void followChanged();
    void selectionRowsChanged();
    void colourWanted(const QString &condition); // a rule for the rows that pass
    void conditionWanted(const QString &condition); // to be joined to the filter
    void lightCurveWanted(); // of the current row, as the images
    void imagesWanted();
    void targetWanted(); // of the current row
    void ignoreWanted(); // the objects of the selected rows, or no longer
    void seenWanted(); // seen, or unseen again
    void tagWanted(const QString &tag); // on the selected rows, or no longer
    // By a person; what each row had before.
    void marksGiven(const QList<std::pair<qint64, uint8_t>> &before, uint8_t set);
    void compareWanted(); // the current row with the revision before it
    void copyWanted(tocsin::ui::AlertTable::Copying what); // the selected rows
    void textCopyWanted(const QString &text, bool restricted); // made of a cell
    void menuOpening(QMenu *menu); // of a row: what is done with it is added
    void arrangementChanged(); // columns or their order, by a person
    void fieldWanted(); // to be asked for, and given to addColumn()
    void currentRowChanged(qint64 row); // archive row number of the one that a person chose

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    // Letters do what keys() says. Looking for them in all rows, as Qt does, would hold the window and leave the row.
    void keyboardSearch(const QString &) override {}
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void updateGeometries() override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void useLook();
    void setMarks(const QList<qint64> &numbers, uint8_t set, uint8_t clear);
    [[nodiscard]] bool tooMany(qint64 most); // are selected, and says so
    void showCurrent();
    void handleInserted(int first, int last);
    void keepPlace();
    void scrollToNewest();
    void handleScrolled();
    void setHoverRow(int row);
    void showPill();
    [[nodiscard]] QRect placeForPill() const;
    void goToFirstInSight(bool fromTop);
    [[nodiscard]] CellFilter filterAt(const QModelIndex &cell) const;
    void filterByCell(bool without);
    void addFilterActions(QMenu &menu, const QModelIndex &cell);
    void watchClock();
    void handleReset();
    void tellHeld();
    [[nodiscard]] bool handleControlKey(const QKeyEvent &event);
    void foldAt(int row);
    void unfoldAt(int row);
    void repaintLive();
    // alerttablepins.cpp
    void makePinned();
    void placePinned();
    void choosePinned(qint64 number);
    void popupPinnedMenu(const QPoint &at);
    [[nodiscard]] bool atBottom() const;

    AlertTableModel &m_model;
    AlertDelegate *m_delegate;
    AlertHeader *m_header;
    NewRowsPill *m_pill;
    QPointer<PinnedRows> m_pinned; // beside the table, so that both may go first
    TablePlace m_place;
    // What has arrived comes into view in a turn of its own: laying out and painting a page takes as long as taking the rows in,
    // and keys and clicks come in between.
    QTimer m_arrived;
    QTimer m_clock; // while a column says how long ago something was
    bool m_follow = true;
    bool m_moving = false; // we scroll, not the person
    bool m_menuOpen = false;
    bool m_pinning = false; // a person pins or unpins
    bool m_choosingPinned = false;
    bool m_toTop = false; // of the list that is being sorted anew
    ColumnSort m_sort; // of the rows that are shown
    int m_hover = -1;
    bool m_pointed = false; // the mouse has moved since the current cell did
    qint64 m_shown = 0; // what currentRowChanged() said last
    qint64 m_behind = 0; // new rows in the list that are out of sight
};

} // namespace tocsin::ui
