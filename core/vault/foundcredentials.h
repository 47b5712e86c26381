// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/account.h"

#include <QProcessEnvironment>

#include <vector>

namespace tocsin::vault {

// An account that another program's file describes. Its secret is in memory until it is stored or dropped. A plain value.
struct FoundAccount {
    Account account; // with a name that is proposed
    SecretBytes secret;
    QString note; // what of it was left out, and why
};

struct FoundCredentials {
    QString format; // "hop", "csv", "netrc", "fink", "token", "environment"
    std::vector<FoundAccount> accounts;
    QStringList notes; // about the file as a whole

    // Once the accounts are stored, nobody needs the file any more.
    [[nodiscard]] bool isAll() const { return !accounts.empty() && notes.isEmpty(); }
};

// What is in a file of credentials, told by its content: hop's auth.toml, the CSV that SCiMMA hands out, netrc (machines may
// be whole URLs), Fink's yml, a lone SciToken. Pure; an error names the line and never quotes it.
[[nodiscard]] Result<FoundCredentials> findCredentials(const SecretBytes &file, const QString &fileName);
// SCIMMA_AUTH_USERNAME and _PASSWORD, GCN_CLASSIC_CLIENT_ID and _SECRET: what TOMs use; BEARER_TOKEN, or the file that
// BEARER_TOKEN_FILE names, which is read.
[[nodiscard]] FoundCredentials findCredentials(const QProcessEnvironment &environment);

} // namespace tocsin::vault
