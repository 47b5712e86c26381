// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarms/alarm.h"

#include <QAbstractTableModel>

#include <vector>

namespace tocsin::ui {

// The alarm log as a table, newest first; the words are made for the rows that are looked at, so that many thousand cost
// nothing. Main thread.
class AlarmLogModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Raised, State, Rule, Fact, Arrived, Heard, Acknowledged, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setAlarms(std::vector<alarms::Alarm> alarms);
    [[nodiscard]] const std::vector<alarms::Alarm> &alarms() const { return m_alarms; }
    [[nodiscard]] const alarms::Alarm &alarm(const QModelIndex &index) const { return m_alarms[static_cast<size_t>(index.row())]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const alarms::Alarm &alarm, int column) const;

    std::vector<alarms::Alarm> m_alarms;
};

} // namespace tocsin::ui
