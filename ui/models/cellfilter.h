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
    QString why = {}; // there is no condition, in a sentence

    [[nodiscard]] bool isEmpty() const { return only.isEmpty(); }
};

// The key whose value a cell shows; null: what it shows is made from none, or is a packet's.
[[nodiscard]] const char *cellKey(const AlertColumnSpec &column, const Alert &alert);
[[nodiscard]] CellFilter keyFilter(const char *key, const Alert &alert);
[[nodiscard]] CellFilter cellFilter(const AlertColumnSpec &column, const Alert &alert);
// Of a value in a packet.
[[nodiscard]] CellFilter packetFilter(const filter::PacketPath &path, const decoders::FieldTree &value);
// “present and condition”, with parentheses where `present` needs them; `present` has to be a filter, or empty.
[[nodiscard]] QString joinedFilter(const QString &present, const QString &condition);

} // namespace tocsin::ui
