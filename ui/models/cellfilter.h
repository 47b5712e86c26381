// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/decoder.h"
#include "core/filter/packetpath.h"
#include "ui/models/alertcells.h"

#include <QString>

namespace tocsin::ui {

// What a cell says, as conditions of the filter language. A plain value.
struct CellFilter {
    QString only; // true for this value; empty: the cell says nothing one could ask for
    QString without; // true for all others, also where there is none

    [[nodiscard]] bool isEmpty() const { return only.isEmpty(); }
};

[[nodiscard]] CellFilter cellFilter(const AlertColumnSpec &column, const Alert &alert);
// Of a value in a packet.
[[nodiscard]] CellFilter packetFilter(const filter::PacketPath &path, const decoders::FieldTree &value);
// “present and condition”, with parentheses where `present` needs them; `present` has to be a filter, or empty.
[[nodiscard]] QString joinedFilter(const QString &present, const QString &condition);

} // namespace tocsin::ui
