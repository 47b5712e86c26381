// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/newestjob.h"
#include "ui/models/rowsource.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <cstdint>
#include <map>
#include <vector>

namespace tocsin::ui {

class AlertTableModel;

// The rows that carry the pin, whatever the table shows, in the table's order and with its columns. Which they are stands in
// the archive: read on a thread of its own at the start, after each change of order, and now and then, for other programs set
// marks too. What somebody changed here holds until the archive says the same. Main thread; owned by the view, the table's
// model outlives it.
class PinnedRowsModel final : public QAbstractTableModel, public RowSource
{
    Q_OBJECT
public:
    explicit PinnedRowsModel(AlertTableModel &alerts, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const AlertColumnSpec &column(int column) const override;
    const AlertRecord *recordAt(int row) const override;
    const PacketCell *packetAt(const AlertRecord &record, int column) const override;
    QString cellAt(int row, int column) const override;
    bool isUnseen(int64_t number) const override;
    QString noteOf(const Alert &alert) const override;

    [[nodiscard]] int64_t numberAt(int row) const { return m_rows[static_cast<size_t>(row)]; }
    [[nodiscard]] int indexOf(int64_t number) const; // -1: not pinned
    void renew(); // asks the archive

private:
    struct Answer {
        std::vector<int64_t> marked; // ascending
        std::vector<int64_t> rows; // with what was pinned here, in order
    };
    void handleMarks(const std::vector<int64_t> &numbers, uint8_t set, uint8_t clear);
    void handleChanged(const std::vector<int64_t> &numbers);
    void take(const Answer &answer);
    void setRows(std::vector<int64_t> rows);

    AlertTableModel &m_alerts;
    std::vector<int64_t> m_rows; // what is shown
    std::map<int64_t, bool> m_recent; // pinned here or not, and the archive does not say so yet
    QTimer m_look;
    NewestJob m_job; // last: its answers change the above
};

} // namespace tocsin::ui
