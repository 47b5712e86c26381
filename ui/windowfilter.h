// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>

namespace tocsin::ui {

class AlertTable;
class AlertTableModel;
class ColumnSets;
class DetailPane;
class FilterRow;
class MainWindowProfile;

// Ties the filter row to the table, the alert pane and the profile: what is applied, what the completion learns, what is
// kept. Owned by the window, as all of them.
class WindowFilter final : public QObject
{
    Q_OBJECT
public:
    WindowFilter(FilterRow &row, AlertTable &table, ColumnSets &sets, AlertTableModel &model, DetailPane &detail, MainWindowProfile &profile,
                 QObject *parent);

    void restore(); // what the profile keeps
    void showHelp();

Q_SIGNALS:
    void changed(); // something to keep

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void learn();

    FilterRow &m_row;
    AlertTable &m_table;
    AlertTableModel &m_model;
    MainWindowProfile &m_profile;
    QElapsedTimer m_sinceLearning;
};

} // namespace tocsin::ui
