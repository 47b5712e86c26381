// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/alertcolumns.h"
#include "ui/models/alertpager.h"

#include <QString>

#include <cstdint>

namespace tocsin::ui {

// What rows are painted from: the table's list, and the pinned rows above it. Main thread; outlives who paints.
class RowSource
{
public:
    virtual ~RowSource() = default;
    [[nodiscard]] virtual const AlertColumnSpec &column(int column) const = 0;
    [[nodiscard]] virtual const AlertRecord *recordAt(int row) const = 0; // null while it is being read
    [[nodiscard]] virtual const PacketCell *packetAt(const AlertRecord &record, int column) const = 0; // null while it is being read
    [[nodiscard]] virtual QString cellAt(int row, int column) const = 0; // the whole cell as text, "…" while it is being read
    [[nodiscard]] virtual bool isUnseen(int64_t number) const = 0;
    // What the row has become, in a word of its State cell; empty: nothing.
    [[nodiscard]] virtual QString noteOf(const Alert &) const { return {}; }
    // Of a list without folded events.
    [[nodiscard]] virtual int foldSize(int) const { return 1; }
    [[nodiscard]] virtual bool isOpen(int) const { return false; }
    [[nodiscard]] virtual bool isBelow(int) const { return false; }
    [[nodiscard]] virtual bool isLastBelow(int) const { return false; }
};

} // namespace tocsin::ui
