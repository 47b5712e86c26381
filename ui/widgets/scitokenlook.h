// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/scitokensearch.h"
#include "ui/widgets/accountlook.h"

#include <utility>
#include <vector>

namespace tocsin::ui {

// How the SciToken of this computer is shown among the accounts: it is none of the vault, other programs bring and renew it.
// Pure functions.

// Some place is set or holds something; else nobody here has to do with SciTokens.
[[nodiscard]] bool isThere(const tokens::SciTokenSearch &search);
[[nodiscard]] AccountLook lookOf(const tokens::SciTokenSearch &search, const UtcTime &now);
// Label and value: what the token says of itself, which place won, and why the others lost.
[[nodiscard]] std::vector<std::pair<QString, QString>> detailsOf(const tokens::SciTokenSearch &search, const UtcTime &now);

} // namespace tocsin::ui
