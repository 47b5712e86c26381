// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands.h"

namespace tocsin::app {

// `archive limit`, `archive compact`, `archive recover`: each runs to its end and returns the exit code.
int limitArchive(const CliContext &context);
int compactArchive(const CliContext &context);
int recoverArchive(const CliContext &context);

} // namespace tocsin::app
