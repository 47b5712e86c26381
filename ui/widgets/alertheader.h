// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/columnset.h"

#include <QHeaderView>

#include <functional>
#include <vector>

class QMenu;

namespace tocsin::ui {

class AlertTableModel;

// The columns of the live table: which are shown, in what order, how wide, in what format. Widths are kept in pixels at text
// scale 1 and laid out at the present scale. Where the table is narrower than its columns, those with texts give way down to
// what they must have; a number has its room always. The last column takes what is left over. Main thread; owned by the table.
class AlertHeader final : public QHeaderView
{
    Q_OBJECT
public:
    AlertHeader(AlertTableModel &model, QWidget *parent);

    void setModel(QAbstractItemModel *model) override;
    // Anew after a change of the text scale or of the room.
    void fit();
    // Pixels below the titles, that something else lies over; the height is that of the titles and this room.
    void setRoomBelow(int pixels);
    [[nodiscard]] int roomBelow() const { return m_roomBelow; }
    // Pixels that all shown columns must have.
    [[nodiscard]] int neededWidth() const;
    // A number that does not fit: the column keeps this room from now on.
    void giveRoom(int column, int pixels);
    void showColumn(int column, bool shown);
    void removeColumn(int column); // a field of a packet goes, any other is hidden
    void resetColumns();
    [[nodiscard]] QList<ColumnState> columns() const;
    void setColumns(const QList<ColumnState> &columns); // empty: the program's own
    // All columns, to be shown and hidden; others may add to it.
    void fillMenu(QMenu &menu);
    void setMoreEntries(std::function<void(QMenu &menu)> fill) { m_moreEntries = std::move(fill); }

Q_SIGNALS:
    void columnsChanged(); // by a person
    void sortWanted(const QString &column); // the next way to sort by it
    void fieldWanted(); // to be asked for

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Width {
        int pixels = 0; // at text scale 1
        bool chosen = false; // by a person: it does not give way
        int room = 0; // pixels of the screen that a number has asked for
    };
    void handleResized(int column, int pixels);
    void popupMenu(const QPoint &at);
    void fillFormats(QMenu &menu, int column);
    void setShown(int column, bool shown);
    void setDefaults();
    void changed();
    void showSort();
    [[nodiscard]] int leastByFormat(int column) const;
    [[nodiscard]] int least(int column) const; // and by what has been shown
    [[nodiscard]] int wished(int column) const;
    [[nodiscard]] bool isReady() const; // the sections are those of the model

    AlertTableModel &m_model;
    std::vector<Width> m_widths;
    std::function<void(QMenu &menu)> m_moreEntries;
    int m_roomBelow = 0;
    int m_generation = -1; // of the theme, that m_widths' rooms are of
    bool m_fitting = false; // we size, not the person
};

} // namespace tocsin::ui
