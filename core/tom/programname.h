// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tocsin::tom {

// A name for this program that no other has, and whether the program of such a name still runs (true when nobody here can know).
[[nodiscard]] QString programName();
[[nodiscard]] bool isRunning(const QString &program);

} // namespace tocsin::tom
