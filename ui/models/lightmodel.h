// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/packetinside.h"

#include <QAbstractTableModel>

namespace tocsin::ui {

// The measurements of a packet as a table, newest first. Main thread; keeps the packet's inside as long as it shows it.
class LightModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, Band, Magnitude, Flux, Kind, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    // Null: nothing. Returns what it showed before, to be freed elsewhere.
    std::shared_ptr<const PacketInside> setInside(std::shared_ptr<const PacketInside> inside);
    [[nodiscard]] const std::shared_ptr<const PacketInside> &inside() const { return m_inside; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    // "18.92 ± 0.06": two digits of the error; the digits that were sent where there is none.
    [[nodiscard]] static QString withError(const Number &value, const Number &error);

private:
    [[nodiscard]] QString text(const LightPoint &point, int column) const;
    [[nodiscard]] QString tip(const LightPoint &point, int column) const;

    std::shared_ptr<const PacketInside> m_inside;
};

} // namespace tocsin::ui
