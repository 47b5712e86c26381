// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDialog;
class QLayout;
class QPushButton;

namespace tocsin::ui {

// The last row of a dialog: Cancel, which rejects it, and the verb, which is its primary and default button.
[[nodiscard]] QLayout *makeButtonRow(QDialog &dialog, QPushButton *verb);

} // namespace tocsin::ui
