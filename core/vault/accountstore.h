// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/account.h"

#include <QString>

#include <functional>
#include <vector>

namespace tocsin::vault {

// The marker file beside the vault: which accounts there are, of what kind, where each secret lies, when it was used and
// when it ends. JSON text without a secret, written beside and renamed; what a newer version added is kept. Several
// programs may change it: each change is made under a lock, to what the file holds at that moment. Owned by Vault, main
// thread.
class AccountStore
{
public:
    explicit AccountStore(QString file) : m_file(std::move(file)) {}

    // A missing file is an empty list; a broken one is an error and is never overwritten.
    Outcome load();
    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] const std::vector<Account> &accounts() const { return m_accounts; }
    [[nodiscard]] const Account *find(const QString &name) const;

    // The uuid of this home, which all keys in the keychain begin with; made once, at the first need.
    [[nodiscard]] Result<QString> home();
    // Where the person wants new secrets to go: id of a place; empty = not chosen.
    [[nodiscard]] const QString &chosenPlace() const { return m_chosenPlace; }
    Outcome choosePlace(const QString &id);

    Outcome add(const Account &account);
    Outcome update(const QString &name, const std::function<void(Account &)> &how);
    Outcome rename(const QString &name, const QString &newName);
    Outcome remove(const QString &name);

private:
    struct Content; // all of the file
    [[nodiscard]] Result<Content> read() const;
    void take(const Content &content);
    [[nodiscard]] Outcome change(const std::function<Outcome(Content &)> &how);

    QString m_file;
    QString m_home;
    QString m_chosenPlace;
    std::vector<Account> m_accounts;
};

} // namespace tocsin::vault
