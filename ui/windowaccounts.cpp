// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowaccounts.h"

#include "core/services/signin.h"
#include "core/services/streammanager.h"
#include "core/vault/vault.h"
#include "ui/dialogs/importdialog.h"

#include <QDir>
#include <QMainWindow>

#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

WindowAccounts::WindowAccounts(GetVault vault, services::StreamManager &manager, const Places &places, QMainWindow *window)
    : QObject(window), m_vault(std::move(vault)), m_manager(manager), m_places(places), m_window(window)
{
}

QString WindowAccounts::vaultFile() const
{
    return vault::Vault::vaultFile(m_places);
}

bool WindowAccounts::knows(const QString &account) const
{
    return m_vault && m_vault().open().ok() && m_vault().accounts().find(account);
}

void WindowAccounts::open(const QString &account)
{
    if (!m_vault)
        return;
    if (!m_dialog) {
        m_dialog = new AccountsDialog(m_vault(), m_manager, m_places, m_window);
        connect(m_dialog, &AccountsDialog::secretsCame, this, &WindowAccounts::retry);
        connect(m_dialog, &AccountsDialog::signedOut, this, &WindowAccounts::leave);
        connect(m_dialog, &AccountsDialog::signedOut, this, &WindowAccounts::removed);
        connect(m_dialog, &AccountsDialog::renamed, this, &WindowAccounts::renamed);
        m_dialog->setAskTom(m_askTom);
        m_dialog->open();
    }
    m_dialog->select(account);
    m_dialog->raise();
}

void WindowAccounts::add(const QString &kind)
{
    open();
    if (m_dialog)
        m_dialog->addOfKind(kind);
}

void WindowAccounts::import(const QString &file)
{
    if (!m_vault)
        return;
    auto *dialog = new ImportDialog(m_vault(), vaultFile(), QDir::homePath(), file, m_window);
    connect(dialog, &ImportDialog::imported, this, [this](const QStringList &names) {
        for (const QString &name : names)
            retry(name);
        lookAround();
    });
    dialog->open();
}

void WindowAccounts::lookAround()
{
    if (!m_vault)
        return;
    vault::Vault &vault = m_vault();
    (void)vault.open(); // a list that cannot be read is told by the page of the accounts
    if (!m_search) {
        m_search = new CredentialSearch(this);
        connect(m_search, &CredentialSearch::found, this, &WindowAccounts::handleFound);
    }
    m_search->look(QDir::homePath());
    const bool isFile = vault.chosenPlace() == vault::kFilePlace;
    vault.glance([self = QPointer(this), isFile](vault::Trouble trouble, const Error &error) {
        if (!self)
            return;
        if (trouble == vault::Trouble::Absent && !isFile)
            Q_EMIT self->placeKnown(tr("There is no keychain here: secrets are kept for this session only, or in an encrypted file that you choose under Accounts. Never in plain text."), false);
        else if (trouble == vault::Trouble::None || trouble == vault::Trouble::Locked)
            Q_EMIT self->placeKnown(isFile                                  ? tr("Secrets are kept in the encrypted vault file. No other file ever holds one.")
                                        : trouble == vault::Trouble::Locked ? tr("Secrets are kept in the keychain of the desktop (locked just now). No file of Tocsin ever holds one.")
                                                                            : tr("Secrets are kept in the keychain of the desktop. No file of Tocsin ever holds one."),
                                    true);
        else
            Q_EMIT self->placeKnown(error.message + u' ' + error.remedy, false);
    });
}

void WindowAccounts::handleFound(std::vector<vault::FoundPlace> places)
{
    vault::dropKnown(places, m_vault().accounts());
    const QString home = QDir::homePath();
    std::vector<FirstRunPage::Found> found;
    for (const vault::FoundPlace &place : places) {
        QStringList hosts;
        for (const vault::FoundAccount &each : place.found.accounts)
            hosts << each.account.host();
        hosts.removeDuplicates();
        const QString count = tr("%n account(s)", nullptr, static_cast<int>(place.found.accounts.size()));
        found.push_back({.file = place.file,
                         .shown = place.file.isEmpty() ? tr("Environment") : place.file.startsWith(home + u'/') ? u'~' + place.file.mid(home.size()) : place.file,
                         .what = tr("%1 for %2").arg(count, hosts.join(u", "_s))});
    }
    Q_EMIT foundAround(found);
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
