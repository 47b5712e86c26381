// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/decoder.h"
#include "core/filter/packetpath.h"
#include "ui/models/alertcolumns.h"

#include <QString>

#include <memory>
#include <vector>

namespace tocsin::ui {

// What a packet says in one field: a few digits or words, never the packet itself. A plain value.
struct PacketCell {
    QString text; // as it was sent; empty: it was not
    double number = 0; // where the field is one
    bool isNumber = false;
    decoders::FieldTree value = {}; // the first one where it is short, for a condition; else an empty object
};

// The fields that are shown, in no order that matters; one list is shared by all rows that were read for it.
using PacketColumns = std::vector<AlertColumnSpec>;

struct PacketCells {
    std::shared_ptr<const PacketColumns> columns;
    std::vector<PacketCell> cells; // parallel to `columns`
};

// `tree` may be null: there is no packet. Several values, where lists are on the way, are joined.
[[nodiscard]] PacketCell packetCell(const decoders::FieldTree *tree, const filter::PacketPath &path);
[[nodiscard]] QString packetText(const PacketCell &cell, const CellFormat &format);

} // namespace tocsin::ui
