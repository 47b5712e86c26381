// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/importdialog.h"

#include "core/vault/vault.h"
#include "ui/dialogs/vaultbar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accountlook.h"
#include "ui/widgets/messagepanel.h"

#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using vault::FoundAccount;
using vault::FoundPlace;

namespace {

constexpr int kPlaceRole = Qt::UserRole;
constexpr int kAccountRole = Qt::UserRole + 1;

} // namespace

ImportDialog::ImportDialog(vault::Vault &vault, const QString &vaultFile, const QString &home, const QString &file, QWidget *parent)
    : QDialog(parent), m_vault(vault), m_home(home), m_hint(new QLabel(this)), m_list(new QTreeWidget(this)), m_bar(new VaultBar(vault, vaultFile, {}, this)),
      m_message(new MessagePanel(this)), m_removals(new QVBoxLayout), m_other(new QPushButton(tr("Another file…"), this)),
      m_cancel(new QPushButton(tr("Cancel"), this)), m_ok(new QPushButton(tr("Import"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import accounts"));
    resize(QSize(Theme::scaled(680), Theme::scaled(440)).boundedTo(screen()->availableSize() * 9 / 10));
    auto *heading = new QLabel(windowTitle(), this);
    heading->setFont(Theme::font(Theme::Font::Heading));
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setText(tr("Looking for credentials of other programs…"));
    m_list->setAccessibleName(tr("Found accounts"));
    m_list->setHeaderLabels({tr("Account"), tr("Kind"), tr("Server"), tr("User")});
    m_list->header()->setAccessibleName(tr("Columns"));
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->setUniformRowHeights(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addWidget(m_other);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_ok);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(10);
    column->addWidget(heading);
    column->addWidget(m_hint);
    column->addWidget(m_list, 1);
    column->addWidget(m_bar);
    column->addWidget(m_message);
    column->addLayout(m_removals);
    column->addStretch();
    column->addLayout(buttons);
    m_message->hide();
    for (QPushButton *button : {m_other, m_cancel})
        button->setAutoDefault(false);
    m_ok->setDefault(true);
    m_ok->setEnabled(false);
    Theme::setPrimary(m_ok, true);
    connect(m_other, &QPushButton::clicked, this, &ImportDialog::chooseFile);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ok, &QPushButton::clicked, this, &ImportDialog::submit);
    connect(m_list, &QTreeWidget::itemChanged, this, &ImportDialog::handleTicked);
    connect(&m_search, &CredentialSearch::found, this, &ImportDialog::handleFound);
    connect(&m_search, &CredentialSearch::failed, this, &ImportDialog::refuse);
    m_bar->look();
    if (file.isEmpty())
        m_search.look(home);
    else
        m_search.read(file);
}

QString ImportDialog::shownFile(const FoundPlace &place) const
{
    if (place.file.isEmpty())
        return tr("Environment");
    return place.file.startsWith(m_home + u'/') ? u'~' + place.file.mid(m_home.size()) : place.file;
}

void ImportDialog::handleFound(const std::vector<FoundPlace> &places)
{
    m_message->hide();
    m_places = places;
    vault::dropKnown(m_places, m_vault.accounts());
    std::vector<FoundAccount> all;
    for (const FoundPlace &place : m_places)
        all.insert(all.end(), place.found.accounts.begin(), place.found.accounts.end());
    vault::giveFreeNames(all, m_vault.accounts()); // together: two files may propose one name
    auto next = all.begin();
    for (FoundPlace &place : m_places) {
        for (FoundAccount &found : place.found.accounts)
            found = std::move(*next++);
    }
    if (!m_places.empty())
        m_hint->setText(tr("Other programs keep these secrets in plain text. Tick what Tocsin is to keep in its vault."));
    else if (!places.empty())
        m_hint->setText(tr("All that was found is among the accounts already."));
    else
        m_hint->setText(tr("Nothing was found: neither a file of hop, netrc or Fink, nor SCIMMA_AUTH_… or GCN_CLASSIC_… in the environment."));
    fill();
}

void ImportDialog::fill()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (size_t p = 0; p < m_places.size(); ++p) {
        const FoundPlace &place = m_places[p];
        auto *group = new QTreeWidgetItem(m_list, {shownFile(place)});
        group->setFlags(Qt::ItemIsEnabled);
        group->setFirstColumnSpanned(true);
        group->setFont(0, Theme::font(Theme::Font::SmallStrong));
        group->setToolTip(0, place.found.notes.join(u'\n'));
        for (size_t a = 0; a < place.found.accounts.size(); ++a) {
            const FoundAccount &found = place.found.accounts[a];
            auto *item = new QTreeWidgetItem(group, {found.account.name, kindName(found.account), found.account.host(), found.account.user()});
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            item->setCheckState(0, Qt::Checked);
            item->setData(0, kPlaceRole, static_cast<qulonglong>(p));
            item->setData(0, kAccountRole, static_cast<qulonglong>(a));
            item->setToolTip(0, found.note);
        }
        group->setExpanded(true);
    }
    m_list->setVisible(!m_places.empty());
    if (!m_places.empty())
        m_list->setCurrentItem(m_list->topLevelItem(0)->child(0));
    handleTicked();
}

void ImportDialog::handleTicked()
{
    m_wanted.clear();
    for (int g = 0; g < m_list->topLevelItemCount(); ++g) {
        const QTreeWidgetItem *group = m_list->topLevelItem(g);
        for (int i = 0; i < group->childCount(); ++i) {
            const QTreeWidgetItem *item = group->child(i);
            if (item->checkState(0) == Qt::Checked)
                m_wanted.emplace_back(item->data(0, kPlaceRole).toULongLong(), item->data(0, kAccountRole).toULongLong());
        }
    }
    m_ok->setEnabled(!m_busy && !m_wanted.empty());
}

void ImportDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("A file of credentials"), m_home);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    connect(dialog, &QFileDialog::fileSelected, &m_search, &CredentialSearch::read);
    dialog->open();
}

void ImportDialog::submit()
{
    m_message->hide();
    m_bar->whenOpen([this] {
        m_busy = true;
        m_list->setEnabled(false);
        m_other->setEnabled(false);
        m_ok->setEnabled(false);
        storeNext();
    });
}

// One after the other: each is read again before its file may go.
void ImportDialog::storeNext()
{
    if (m_wanted.empty()) {
        finish();
        return;
    }
    const auto [place, account] = m_wanted.front();
    const FoundAccount &found = m_places[place].found.accounts[account];
    const auto stored = [self = QPointer(this), name = found.account.name](const Outcome &outcome) {
        if (!self)
            return;
        if (!outcome) {
            self->handleStored(outcome);
            return;
        }
        self->m_vault.read(name, [self](const Result<vault::SecretBytes> &again) {
            if (self)
                self->handleStored(again ? Outcome(Done{}) : again.error());
        });
    };
    vault::Account wanted = found.account;
    wanted.place.clear();
    m_vault.add(wanted, found.secret, stored);
}

void ImportDialog::handleStored(const Outcome &outcome)
{
    const auto [place, account] = m_wanted.front();
    if (!outcome) {
        m_busy = false;
        m_list->setEnabled(true);
        m_other->setEnabled(true);
        m_ok->setEnabled(true);
        refuse(outcome.error());
        return;
    }
    m_stored << m_places[place].found.accounts[account].account.name;
    m_wanted.erase(m_wanted.begin());
    storeNext();
}

void ImportDialog::finish()
{
    m_busy = false;
    m_list->hide();
    m_other->hide();
    m_ok->hide();
    m_cancel->setText(tr("Close"));
    m_cancel->setDefault(true);
    Theme::setPrimary(m_cancel, true);
    m_cancel->setFocus();
    m_hint->setText(tr("Kept in %2 now: %1.").arg(m_stored.join(u", "_s), m_bar->placeWords()));
    for (const FoundPlace &place : m_places) {
        const auto isStored = [this](const FoundAccount &found) { return m_stored.contains(found.account.name); };
        if (std::ranges::none_of(place.found.accounts, isStored))
            continue;
        offerRemoval(place);
    }
    Q_EMIT imported(m_stored);
}

void ImportDialog::offerRemoval(const FoundPlace &place)
{
    auto *panel = new MessagePanel(this);
    m_removals->addWidget(panel);
    if (place.file.isEmpty()) {
        panel->setMessage(MessagePanel::Kind::Info, tr("The environment still holds the secrets"), tr("Take them out of your shell's start files: every program that you start can read them."));
        return;
    }
    const bool all = place.known == 0 && place.found.isAll() && std::ranges::all_of(place.found.accounts, [this](const FoundAccount &found) { return m_stored.contains(found.account.name); });
    const bool kept = m_vault.chosenPlace() == vault::kFilePlace || std::ranges::all_of(m_stored, [this](const QString &name) {
        const vault::Account *account = m_vault.accounts().find(name);
        return account && account->place != vault::kSessionPlace;
    });
    panel->setMessage(MessagePanel::Kind::Warn, tr("%1 still holds the secrets in plain text").arg(shownFile(place)),
                      !kept ? tr("It should stay: there is no keychain, so what was imported is gone when Tocsin ends.")
                            : !all ? tr("It holds more than what was imported, so it is left as it is.")
                                   : tr("Programs that read it would ask for the secrets again. Copies in backups keep them."));
    if (!kept || !all)
        return;
    QPushButton *remove = panel->addButton(tr("Remove file"));
    connect(remove, &QPushButton::clicked, this, [this, panel, remove, file = place.file, shown = shownFile(place)] {
        if (QFile::remove(file)) {
            panel->setMessage(MessagePanel::Kind::Info, tr("%1 was removed").arg(shown), tr("Copies in backups and snapshots still hold the secrets."));
            remove->hide();
        } else {
            panel->setMessage(MessagePanel::Kind::Bad, tr("%1 could not be removed").arg(shown), tr("The accounts are imported; remove it by hand."));
        }
    });
}

void ImportDialog::refuse(const Error &error)
{
    m_message->setMessage(MessagePanel::Kind::Bad, error.message, error.remedy, error.detail);
    m_message->show();
}

} // namespace tocsin::ui
