// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/accountstore.h"
#include "core/vault/foundcredentials.h"

namespace tocsin::vault {

// What another program's file holds. Blocking: it reads the file. Other programs leave such files readable for all: to bring
// their secrets to safety is what this is for, so the mode is no reason to refuse.
[[nodiscard]] Result<FoundCredentials> findCredentialsIn(const QString &file);

// A file of credentials at one of its usual places, or the environment. A plain value.
struct FoundPlace {
    QString file; // empty: the environment
    FoundCredentials found;
    int known = 0; // accounts of it that dropKnown() has dropped
};
// Where hop, netrc and Fink keep their files, below `home`, and the environment; what is not there or cannot be read is left
// out. Blocking.
[[nodiscard]] std::vector<FoundPlace> lookForCredentials(const QString &home, const QProcessEnvironment &environment);

// Drops what the list of accounts has already: same kind, server and user.
void dropKnown(std::vector<FoundPlace> &places, const AccountStore &accounts);
// The proposed names, with a number where one is taken.
void giveFreeNames(std::vector<FoundAccount> &found, const AccountStore &accounts);

} // namespace tocsin::vault
