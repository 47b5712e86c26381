// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/foundfiles.h"
#include "ui/models/credentialsearch.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;
class QVBoxLayout;

namespace tocsin::vault {
class Vault;
}

namespace tocsin::ui {

class MessagePanel;
class VaultBar;

// Takes over what other programs keep in plain files: shows what was found, stores what is ticked, and offers to remove a
// file once all that it held is stored and could be read again. Deletes itself.
class ImportDialog final : public QDialog
{
    Q_OBJECT
public:
    // `file`: this one; empty: the usual places below `home` and the environment.
    ImportDialog(vault::Vault &vault, const QString &vaultFile, const QString &home, const QString &file, QWidget *parent);

Q_SIGNALS:
    void imported(const QStringList &accounts);

private:
    void handleFound(const std::vector<vault::FoundPlace> &places);
    void fill();
    void handleTicked();
    void chooseFile();
    void submit();
    void storeNext();
    void handleStored(const Outcome &outcome);
    void finish();
    void offerRemoval(const vault::FoundPlace &place);
    void refuse(const Error &error);
    [[nodiscard]] QString shownFile(const vault::FoundPlace &place) const;

    vault::Vault &m_vault;
    const QString m_home;
    CredentialSearch m_search;
    std::vector<vault::FoundPlace> m_places;
    std::vector<std::pair<size_t, size_t>> m_wanted; // place, account: still to be stored
    QStringList m_stored;
    bool m_busy = false;

    QLabel *m_hint;
    QTreeWidget *m_list;
    VaultBar *m_bar;
    MessagePanel *m_message;
    QVBoxLayout *m_removals;
    QPushButton *m_other;
    QPushButton *m_cancel;
    QPushButton *m_ok;
};

} // namespace tocsin::ui
