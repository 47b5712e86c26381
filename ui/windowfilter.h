// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter.h"

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
    // Rows of ignored objects are left out, unless the filter asks for them itself.
    void setHidesIgnored(bool hides);

Q_SIGNALS:
    void changed(); // something to keep

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void learn();
    void apply();

    FilterRow &m_row;
    AlertTable &m_table;
    AlertTableModel &m_model;
    MainWindowProfile &m_profile;
    QElapsedTimer m_sinceLearning;
    std::shared_ptr<const filter::Filter> m_wanted; // as the row has it
    bool m_hidesIgnored = false;
};

} // namespace tocsin::ui
