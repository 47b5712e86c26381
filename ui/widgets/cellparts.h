// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/alertcells.h"
#include "ui/theme/theme.h"

// What the measuring and the painting of a cell share; only the delegate's own files include it.
namespace tocsin::ui::cells {

// Logical pixels at text scale 1.
inline constexpr int kPadding = 6;
inline constexpr int kGlyph = 15;
inline constexpr int kStateGlyph = 13;
inline constexpr int kMark = 7; // of an instance, beside the stream
inline constexpr int kMarkGap = 3;
inline constexpr int kBandRoom = 10; // beside a magnitude
inline constexpr int kPillEdge = 6; // left and right in the pill
inline constexpr int kTriangle = 5;

[[nodiscard]] int advance(Theme::Font font, const QString &text);
// Without shaping the text: as many of the widest sign of a number fit. False: measure.
[[nodiscard]] bool surelyFits(const QFont &font, const QString &text, int width);
[[nodiscard]] bool isEstimated(const Alert &alert); // its position
[[nodiscard]] QString shownNumber(const AlertColumnSpec &column, const Alert &alert);
// Digits that are missing behind the point, so that points stand under each other.
[[nodiscard]] int missingDecimals(const AlertColumnSpec &column, const Alert &alert);
[[nodiscard]] bool spansText(const Alert &alert); // from Name or Class to Error
[[nodiscard]] bool isUnderSpan(CellKind kind); // a column that such a text goes over

} // namespace tocsin::ui::cells
