// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/places.h"
#include "ui/dialogs/accountsdialog.h"
#include "ui/models/credentialsearch.h"
#include "ui/widgets/firstrunpage.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QMainWindow;

namespace tocsin::services {
class StreamManager;
}

namespace tocsin::vault {
class Vault;
}

namespace tocsin::ui {

// The accounts in the window: opens their page, and lets streams that wait for a secret try again when there is one. The vault
// is made at the first need. Main thread; owned by the window.
class WindowAccounts final : public QObject
{
    Q_OBJECT
public:
    using GetVault = std::function<vault::Vault &()>;

    // `vault` empty: this window has none (the demo).
    WindowAccounts(GetVault vault, services::StreamManager &manager, const Places &places, QMainWindow *window);

    [[nodiscard]] bool has() const { return static_cast<bool>(m_vault); }
    [[nodiscard]] vault::Vault *vault() const { return m_vault ? &m_vault() : nullptr; }
    [[nodiscard]] QString vaultFile() const;
    [[nodiscard]] bool knows(const QString &account) const;
    void open(const QString &account = {});
    void add(const QString &kind); // opens the page, and on it the form of a new one
    void setAskTom(AccountsDialog::AskTom ask) { m_askTom = std::move(ask); }
    // For the first-run page: what other programs left, and where secrets will be kept; told by signals, more than once. Asks
    // nobody to unlock anything.
    void lookAround();
    void import(const QString &file); // empty: the usual places and the environment
    // Streams that were refused for want of the secret of this account (empty: of any) ask for it again.
    void retry(const QString &account);

Q_SIGNALS:
    void foundAround(const std::vector<tocsin::ui::FirstRunPage::Found> &found);
    void renamed(const QString &account, const QString &newName);
    void removed(const QString &account);
    void placeKnown(const QString &sentence, bool safe);

private:
    void handleFound(std::vector<vault::FoundPlace> places);
    void leave(const QString &account);
    void restart(const QString &uuid);

    const GetVault m_vault;
    services::StreamManager &m_manager;
    const Places m_places;
    AccountsDialog::AskTom m_askTom; // empty: no targets are made here
    QMainWindow *const m_window;
    QPointer<AccountsDialog> m_dialog;
    CredentialSearch *m_search = nullptr; // made at the first need
};

} // namespace tocsin::ui
