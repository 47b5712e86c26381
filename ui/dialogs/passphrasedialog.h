// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/secretplace.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace tocsin::vault {
class Vault;
}

namespace tocsin::ui {

class FieldNote;
class MessagePanel;
class SecretField;

// The passphrase of the vault file: of the one there is, or twice of the one to be made. Closes when the vault has taken it;
// what stands against it is said in the dialog, and nothing but the passphrase is to be entered again. Deletes itself.
class PassphraseDialog final : public QDialog
{
    Q_OBJECT
public:
    PassphraseDialog(vault::Vault &vault, const QString &file, QWidget *parent);

private:
    void check();
    void submit();
    void handleLooked(vault::Trouble trouble, const Error &error);

    vault::Vault &m_vault;
    const bool m_isNew;
    bool m_waits = false;
    SecretField *m_first;
    SecretField *m_second; // of a new one
    FieldNote *m_note;
    MessagePanel *m_message;
    QPushButton *m_ok;
};

} // namespace tocsin::ui
