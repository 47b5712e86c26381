// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tocsin::ui {

// From here on the messages in the window (MessagePanel, FilterMessage) are alerts to assistive technology, not mere frames.
// Once per process, after QApplication.
void tellMessagesAsAlerts();

} // namespace tocsin::ui
