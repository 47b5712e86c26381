// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/windowapp.h"

namespace tocsin::app {

struct CliArguments;

// No command, or the demo with its window.
[[nodiscard]] bool wantsWindow(const CliArguments &arguments);
[[nodiscard]] Result<ui::WindowOptions> windowOptions(const CliArguments &arguments);
// Runs it to its end; needs a QApplication. The exit code.
[[nodiscard]] int runWindow(ui::WindowOptions options);

} // namespace tocsin::app
