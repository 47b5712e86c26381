// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tocsin::journal {

// What several programs of a home do only once is claimed in the journal under the program's name. Thread-safe.

// A name for this program that no other has: machine, process, when that began, and a number for each call.
[[nodiscard]] QString programName();
// Whether the program of such a name still runs; true when nobody here can know.
[[nodiscard]] bool isRunning(const QString &program);
[[nodiscard]] bool isOnThisMachine(const QString &program);

} // namespace tocsin::journal
