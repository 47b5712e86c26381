// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/secretarguments.h"

namespace tocsin::app {

// `accounts import`; the vault is open. The exit code.
int importAccounts(const CliContext &context, CommandVault &vault);

} // namespace tocsin::app
