// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/utctime.h"
#include "core/options/optionspec.h"
#include "core/vault/secretbytes.h"

#include <QString>

#include <vector>

namespace tocsin::vault {

// A kind of account: what is asked beside the secret, described by the same table as the options of a stream. A plain
// value in the list of kinds.
struct AccountKind {
    QString id; // contract: scram, client-credentials, …
    const char *label = ""; // translate in context "vault"
    const char *help = "";
    std::vector<options::OptionSpec> options = {};
    const char *secretLabel = ""; // what its secret is called
    bool manyLines = false; // the secret is a whole file, not one line
};

[[nodiscard]] const std::vector<AccountKind> &accountKinds();
[[nodiscard]] const AccountKind *findAccountKind(const QString &id);

// What is known of a provider that many sign in to, under a short word for its issuer. A plain value.
struct AccountPreset {
    QString id; // google
    const char *label = ""; // translate in context "vault"
    QString issuer;
    QString scope; // when the account names none
};
[[nodiscard]] const std::vector<AccountPreset> &accountPresets();
[[nodiscard]] const AccountPreset *findAccountPreset(const QString &id);

// A named account ("nickname") as the marker file has it: all but the secret. A plain value.
struct Account {
    QString name; // [A-Za-z0-9._-]+; part of the key in the keychain
    QString kind;
    options::OptionValues values; // host, user, client_id …
    UtcTime created;
    UtcTime lastUsed; // not valid: never
    UtcTime expires; // not valid: not stated
    QString place; // id of the place where its secret lies
    bool hasSecret = false; // one was stored: "not found" then means locked or lost
    QString unknown; // JSON of what a newer version wrote beside it

    [[nodiscard]] QString text(const QString &key) const; // a value, or the default of its kind
    [[nodiscard]] QString host() const; // the server it is for, in whatever field its kind keeps it
    [[nodiscard]] QString user() const; // user name or client id
    friend bool operator==(const Account &, const Account &) = default;
};

// The scope of its provider, where that is a known one and the account names none.
void completeFromPreset(Account &account);
// Name, kind, every value.
[[nodiscard]] Outcome checkAccount(const Account &account);
// What can be said of a secret without asking a server: its form.
[[nodiscard]] Outcome checkSecret(const AccountKind &kind, const SecretBytes &secret);
// `exp` of a JSON Web Token; not valid when it is none or states none.
[[nodiscard]] UtcTime tokenExpiry(const SecretBytes &secret);

// When an account dies and of what.
struct AccountEnd {
    enum class Why { Never, Expires, Idle };
    Why why = Why::Never;
    UtcTime when; // not valid: never, or not stated
    [[nodiscard]] bool isOver(const UtcTime &now) const { return when.isValid() && when.us <= now.us; }
};
[[nodiscard]] AccountEnd endOf(const Account &account);
// "28 d idle left", "ended 2026-11-02T10:00:00Z", "not stated": translated.
[[nodiscard]] QString endText(const Account &account, const UtcTime &now);

} // namespace tocsin::vault
