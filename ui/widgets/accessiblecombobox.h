// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tocsin::ui {

// Qt on Unix reads a combo box's value out as its name and never says its label. From here on a combo box is named by
// its accessible name, else by its label; its value is what its text says. Once per process, after QApplication.
void nameComboBoxesByTheirLabel();

} // namespace tocsin::ui
