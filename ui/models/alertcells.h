// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/alertcolumns.h"

#include <QString>

namespace tocsin::ui {

// The whole cell as text: what is copied, read aloud and shown as a tooltip. Fields of packets are elsewhere: packetText().
[[nodiscard]] QString cellText(const AlertColumnSpec &column, const Alert &alert);
// What stands muted beside the value: probability, band, kind of score. Part of cellText().
[[nodiscard]] QString besideText(CellKind kind, const Alert &alert);
[[nodiscard]] QString mainText(CellKind kind, const Alert &alert, const CellFormat &format = {});
[[nodiscard]] QString keyText(const AlertField &field, const Alert &alert, const CellFormat &format = {});
// What a cell leaves out, for want of room or in its format: the full date and how long ago it was, degrees beside hours,
// the designation of a moving object, the whole subject.
[[nodiscard]] QString fullText(const AlertColumnSpec &column, const Alert &alert);
// Of an earlier row of an opened event: its stage, and when it was sent.
[[nodiscard]] QString nameBelow(const Alert &alert);
[[nodiscard]] QString timeBelow(const Alert &alert);
[[nodiscard]] double delaySeconds(const Alert &alert); // from sending to receiving; NaN: not known
// Opened or dropped: then it was received long after it was sent.
[[nodiscard]] bool isFromFile(const Alert &alert);

} // namespace tocsin::ui
