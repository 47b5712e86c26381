// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QIcon>
#include <QString>

namespace tocsin::ui {

// What the icon in the tray says beside that Tocsin listens. A plain value.
struct TrayState {
    bool isNeeded = false; // shown although the window is there
    int number = 0; // of alarms that nobody has acknowledged; 0: none is written
    bool isSilent = false; // the number is written on a ring, not on a disc
    QString glyph = {}; // over the icon where there is no number; empty: none
    QColor Palette::*colour = nullptr; // of number and glyph
    QString tip = {}; // empty: "Tocsin is listening"
};

// The program's icon with what it says in the lower right corner: trays are 16 to 24 pixels high, so a number is a filled disc
// with one or two figures. In red like everything else. Main thread.
[[nodiscard]] QIcon trayIcon(const QIcon &program, const TrayState &state);

} // namespace tocsin::ui
