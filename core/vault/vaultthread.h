// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QThread;

namespace tocsin::vault {

// The one thread of this program on which places of secrets live: qtkeychain keeps one queue for the whole process, which
// stays on the thread that used it first. Started at the first call, ended with the QCoreApplication.
[[nodiscard]] QThread *vaultThread();

} // namespace tocsin::vault
