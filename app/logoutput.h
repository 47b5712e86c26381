// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

namespace tocsin::app {

// Sends the program's own log to standard error from this level on ("error", "warning", "info", "debug"; empty =
// warning), one line each; and, from "info" on, to a file in this folder (empty: to none). Returns the level as syslog numbers it. QT_LOGGING_RULES still decides per category.
[[nodiscard]] Result<int> installLogOutput(const QString &level, const QString &folder);

} // namespace tocsin::app
