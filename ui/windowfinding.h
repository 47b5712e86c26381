// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/rowhistory.h"
#include "ui/models/tablefinder.h"

#include <QObject>

class QWidget;

namespace tocsin::services {
class AlertNotes;
}

namespace tocsin::ui {

class AlertTable;
class FilterRow;
class FindBar;
class MainWindowActions;
class WindowStatus;

// Ties what moves somebody in the table to its rows: the find bar, "Go to", and the way back through the rows that were looked
// at. Main thread; owned by the window, as all of them.
class WindowFinding final : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        archive::Archive &archive;
        AlertTable &table;
        AlertTableModel &model;
        FilterRow &filter;
        WindowStatus &status;
        MainWindowActions &actions;
        services::AlertNotes *notes = nullptr; // null: no other names are known
    };
    WindowFinding(const Parts &parts, QObject *parent);

    [[nodiscard]] QWidget *bar() const; // to be put below the table
    // Chooses the row with this archive number; where the filter hides it, the filter goes.
    void goToRow(qint64 number);

private:
    void lookAtSelected();
    void openBar();
    void find(const QString &text);
    void closeBar();
    void step(int step);
    void showFound();
    void handleFound(int row, TableFinder::Wrapped wrapped);
    void askPlace();
    void goWithoutFilter(qint64 number);
    void handleCounts();
    void goThroughHistory(int step);
    void showRow(int row);
    void showActions();

    const Parts m_parts;
    FindBar *m_bar;
    TableFinder m_finder;
    RowHistory m_history;
    qint64 m_wanted = 0; // to be shown as soon as the table has it
};

} // namespace tocsin::ui
