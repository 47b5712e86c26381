// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QKeyEvent;
class QTableView;

// What the list of alerts and the pinned rows above it have in common. Main thread.
namespace tocsin::ui::rowview {

void setUp(QTableView &view); // whole rows of one height, no grid, no frame
void fitRows(QTableView &view); // to the text scale
// 1: the key goes to the next row, -1: to the one before, 0: neither.
[[nodiscard]] int step(const QKeyEvent &event);

} // namespace tocsin::ui::rowview
