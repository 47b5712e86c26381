// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowaccounts.h"

#include "core/services/signin.h"
#include "core/services/streammanager.h"
#include "core/vault/vault.h"
#include "ui/dialogs/accountsdialog.h"

#include <QMainWindow>

#include <utility>

namespace tocsin::ui {

WindowAccounts::WindowAccounts(GetVault vault, services::StreamManager &manager, const Places &places, QMainWindow *window)
    : QObject(window), m_vault(std::move(vault)), m_manager(manager), m_places(places), m_window(window)
{
}

QString WindowAccounts::vaultFile() const
{
    return vault::Vault::vaultFile(m_places);
}

void WindowAccounts::open(const QString &account)
{
    if (!m_vault)
        return;
    if (!m_dialog) {
        m_dialog = new AccountsDialog(m_vault(), m_manager, m_places, m_window);
        connect(m_dialog, &AccountsDialog::secretsCame, this, &WindowAccounts::retry);
        connect(m_dialog, &AccountsDialog::signedOut, this, &WindowAccounts::leave);
        m_dialog->open();
    }
    m_dialog->select(account);
    m_dialog->raise();
}

void WindowAccounts::retry(const QString &account)
{
    for (const streams::StreamConfig &config : std::vector(m_manager.configs())) {
        const QString named = services::namedAccount(config);
        const bool waits = m_manager.status(config.uuid).state == streams::State::NeedsSignIn;
        if (!named.isEmpty() && waits && (account.isEmpty() || named == account))
            restart(config.uuid);
    }
}

// Whoever still runs with the secret ends; its row says what it lacks.
void WindowAccounts::leave(const QString &account)
{
    for (const streams::StreamConfig &config : std::vector(m_manager.configs())) {
        if (services::namedAccount(config) == account)
            restart(config.uuid);
    }
}

void WindowAccounts::restart(const QString &uuid)
{
    if (!m_manager.isRunning(uuid))
        return;
    m_manager.stop(uuid);
    m_manager.start(uuid);
}

} // namespace tocsin::ui
