// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/places.h"
#include "core/ladder/ladder.h"
#include "core/tokens/scitokensearch.h"
#include "core/tom/targets.h"
#include "core/vault/account.h"

#include <QDialog>
#include <QPointer>

#include <functional>
#include <utility>
#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace tocsin::services {
class StreamManager;
}

namespace tocsin::vault {
class Vault;
}

namespace tocsin::ui {

struct AccountLook;
class MessagePanel;
class VaultBar;

// The accounts: what each is for, who uses it, when it dies of what; where their secrets are kept. Adds, imports, tests,
// renames, renews and signs out. Secrets are never shown. Main thread; owned by the window, vault and manager outlive it.
class AccountsDialog final : public QDialog
{
    Q_OBJECT
public:
    AccountsDialog(vault::Vault &vault, services::StreamManager &manager, const Places &places, QWidget *parent);
    void select(const QString &account);
    void addOfKind(const QString &kind); // empty: any
    // Asks the TOM of an account whether it takes the secret, and what it can.
    using AskTom = std::function<void(const QString &account, QObject *context, std::function<void(Result<tom::TomFacts>)> done)>;
    void setAskTom(AskTom ask) { m_askTom = std::move(ask); }

Q_SIGNALS:
    // Secrets can be had that could not before: of this account, or (empty) of all. Streams that wait for one may try again.
    void secretsCame(const QString &account);
    void signedOut(const QString &account); // it is off the list
    void renamed(const QString &account, const QString &newName);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    // accountsdialog.cpp
    QWidget *makeDetails();
    void fill();
    void fillDetails();
    void fillSciToken(const UtcTime &now);
    void lookForSciToken();
    void put(const QStringList &cells, const AccountLook &look, const QString &key);
    void addDetail(const QString &label, const QString &value);
    // accountsdialogcommands.cpp
    void import();
    void rename();
    void renew();
    void test();
    void climb(const QString &account);
    void askTom(const vault::Account &account);
    void handleClimbed();
    void askToSignOut();
    void takeBack(const QString &account);
    void signOut(const QString &account, bool forget);
    void say(bool good, const QString &title, const QString &text, const QString &detail = {});
    [[nodiscard]] QString current() const;
    [[nodiscard]] QStringList usersOf(const QString &account) const;

    vault::Vault &m_vault;
    services::StreamManager &m_manager;
    const Places m_places;
    const QString m_vaultFile;
    AskTom m_askTom; // empty: no targets are made here
    ladder::Ladder m_ladder;
    tokens::SciTokenSearch m_sciToken; // of this computer
    std::vector<std::pair<QString, QString>> m_sciTokenDetails; // as they are shown
    QString m_tested; // the account
    QString m_testedBy; // the stream whose server is asked
    QString m_shown; // the account that the details tell of
    bool m_filling = false;
    int m_detailRows = 0;

    VaultBar *m_bar;
    QTreeWidget *m_list;
    QLabel *m_none;
    QLabel *m_title;
    QGridLayout *m_details;
    MessagePanel *m_end; // of what the account dies
    MessagePanel *m_outcome; // of what was done last
    QPushButton *m_add;
    QPushButton *m_import;
    QPushButton *m_test;
    QPushButton *m_rename;
    QPushButton *m_signOut;
    QPushButton *m_renew;
    QPushButton *m_copyCommand; // that gets a new SciToken
    QPushButton *m_close;
};

} // namespace tocsin::ui
