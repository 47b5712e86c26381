// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/secretplace.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;

namespace tocsin::vault {
class Vault;
}

namespace tocsin::ui {

class MessagePanel;

// Where secrets are kept, and how that place is just now: in words, with the choice of another one, and with the way out when
// it is locked, absent, silent or damaged. Dialogs that store or read secrets show it and ask through it. Main thread.
class VaultBar final : public QWidget
{
    Q_OBJECT
public:
    // `file`: the vault file, made or to be made. The vault outlives it.
    // `title` stands in front of the words; may be empty.
    VaultBar(vault::Vault &vault, const QString &file, const QString &title = {}, QWidget *parent = nullptr);

    void look();
    // `then` as soon as secrets can be stored (in memory, where there is no keychain). Asks for the passphrase where one is
    // wanted; what else stands against it is shown here, with a Retry.
    void whenOpen(std::function<void()> then);
    [[nodiscard]] QList<QWidget *> fields() const; // in reading order
    // "in the keychain of the desktop"; in memory, where there is none.
    [[nodiscard]] QString placeWords() const;

Q_SIGNALS:
    void changed(); // the place, or what is known of it
    void opened(); // it was locked, or could not be reached

private:
    void handleLooked(vault::Trouble trouble, const Error &error);
    void choose(const QString &place);
    void enterPassphrase();
    void present();

    vault::Vault &m_vault;
    const QString m_file;
    int m_turn = 0; // an answer to an earlier look is not wanted any more
    QString m_looking; // the place that is being asked; empty: none
    bool m_known = false;
    vault::Trouble m_trouble = vault::Trouble::None;
    Error m_error;
    std::function<void()> m_then; // waits for the place to open
    QLabel *m_lock;
    QLabel *m_words;
    QComboBox *m_choice;
    MessagePanel *m_message;
    QPushButton *m_enter;
    QPushButton *m_useFile;
    QPushButton *m_retry;
};

} // namespace tocsin::ui
