// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/account.h"

#include <QDialog>

#include <optional>
#include <utility>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace tocsin::vault {
class Vault;
}

namespace tocsin::ui {

class FieldNote;
class MessagePanel;
class OptionForm;
class SecretField;
class VaultBar;

// Adds an account, or gives one that is there a new secret. Its form is made from the option table of its kind. The secret
// goes to the vault and to nowhere else; what stands against that is said here, and what was typed stays until it is stored.
// Deletes itself.
class AccountDialog final : public QDialog
{
    Q_OBJECT
public:
    // Adding: what is known already (host, kind) is filled in; `kinds` that may be chosen, empty: all.
    AccountDialog(vault::Vault &vault, const QString &vaultFile, const vault::Account &known, const QStringList &kinds, QWidget *parent);
    // Renewing: the account of this name.
    AccountDialog(vault::Vault &vault, const QString &vaultFile, const QString &name, QWidget *parent);

    // A secret that was typed elsewhere.
    void setSecret(const vault::SecretBytes &secret);
    // Empty when `name` may be an account's name.
    [[nodiscard]] static QString nameProblem(const QString &name, const vault::Vault &vault, const QString &but = {});

Q_SIGNALS:
    void stored(const QString &name);

protected:
    bool focusNextPrevChild(bool next) override;

private:
    AccountDialog(vault::Vault &vault, const QString &vaultFile, const vault::Account &known, const QStringList &kinds, bool renews, QWidget *parent);
    void showKind(const QString &id);
    void showName();
    void showPlace();
    void chooseKeyFile();
    void submit();
    void signIn(const vault::Account &account, const vault::SecretBytes &clientSecret);
    [[nodiscard]] bool isBrowser() const { return m_kind && m_kind->id == QStringLiteral("oauth"); }
    [[nodiscard]] std::optional<std::pair<vault::Account, vault::SecretBytes>> filled();
    void openSignIn(const vault::Account &account, const vault::SecretBytes &clientSecret);
    void fetchToken(const vault::Account &account, const vault::SecretBytes &password);
    void store(const vault::Account &account, const vault::SecretBytes &secret);
    void handleStored(const QString &name, const Outcome &outcome);
    void refuse(const Error &error);
    void setBusy(bool busy);

    vault::Vault &m_vault;
    const vault::Account m_known;
    const bool m_renews;
    const vault::AccountKind *m_kind = nullptr;
    bool m_nameTouched = false;
    QVBoxLayout *m_formPlace;
    QComboBox *m_kinds = nullptr;
    QLineEdit *m_name = nullptr;
    FieldNote *m_nameNote = nullptr;
    OptionForm *m_form = nullptr;
    SecretField *m_secret = nullptr;
    QLineEdit *m_keyFile = nullptr; // of a kind whose secret is a whole file
    QPushButton *m_browse = nullptr;
    FieldNote *m_secretNote = nullptr;
    QCheckBox *m_isPassword = nullptr; // of a TOM: its token is asked for
    QStringList m_choices; // ids of kinds
    VaultBar *m_bar;
    MessagePanel *m_message;
    QPushButton *m_cancel;
    QPushButton *m_ok;
};

} // namespace tocsin::ui
