// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alertfields.h"

#include <QString>

#include <vector>

namespace tocsin::ui {

// The table's columns: those made for reading at night, then one for each key of an alert.
enum class CellKind { Flags, Time, Name, Class, Mag, Score, Ra, Dec, Error, Stream, Delay, State, Key };

struct AlertColumnSpec {
    CellKind kind = CellKind::Key;
    const AlertField *field = nullptr; // of a Key column
    QString id; // in the profile
    int width = 100; // logical pixels at text scale 1 (look.md 4)
    bool right = false; // numbers
    bool shown = true; // by default
};

[[nodiscard]] const std::vector<AlertColumnSpec> &alertTableColumns();
[[nodiscard]] QString columnTitle(const AlertColumnSpec &column); // translated
// The whole cell as text: what is copied, read aloud and shown as a tooltip.
[[nodiscard]] QString cellText(const AlertColumnSpec &column, const Alert &alert);
// What stands muted beside the value: probability, band, kind of score. Part of cellText().
[[nodiscard]] QString besideText(CellKind kind, const Alert &alert);
[[nodiscard]] QString mainText(CellKind kind, const Alert &alert);
[[nodiscard]] QString keyText(const AlertField &field, const Alert &alert);
// What a cell leaves out for want of room: the full date, the designation of a moving object, the whole subject.
[[nodiscard]] QString fullText(const AlertColumnSpec &column, const Alert &alert);
// Opened or dropped: then it was received long after it was sent.
[[nodiscard]] bool isFromFile(const Alert &alert);

} // namespace tocsin::ui
