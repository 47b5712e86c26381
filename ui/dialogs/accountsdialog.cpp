// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/accountsdialog.h"

#include "core/options/optiontable.h"
#include "core/services/accountusers.h"
#include "core/services/signin.h"
#include "core/services/streammanager.h"
#include "core/tokens/work.h"
#include "core/vault/vault.h"
#include "ui/dialogs/dialogparts.h"
#include "ui/dialogs/statelist.h"
#include "ui/dialogs/vaultbar.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accountlook.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/scitokenlook.h"

#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProcessEnvironment>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using vault::Account;

namespace {

enum Column { NameColumn, KindColumn, ServerColumn, UsedByColumn, LastUsedColumn, EndsColumn, StateColumn };
constexpr int kSciTokenPause = 3'000;
const QString kSciToken = u"/scitoken"_s; // no account is called so
const statelist::Columns kColumns{.stretched = ServerColumn, .chosen = {NameColumn, UsedByColumn}, .most = {190, 120}}; // names that people choose

QString stamp(const UtcTime &time)
{
    return QString::fromStdString(time.iso()).left(16).replace(u'T', u' ') + u" UT"_s;
}

} // namespace

AccountsDialog::AccountsDialog(vault::Vault &vault, services::StreamManager &manager, const Places &places, QWidget *parent)
    : QDialog(parent), m_vault(vault), m_manager(manager), m_places(places), m_vaultFile(vault::Vault::vaultFile(places)),
      m_bar(new VaultBar(vault, m_vaultFile, tr("Accounts"), this)), m_list(new QTreeWidget(this)), m_none(new QLabel(this)), m_title(new QLabel(this)),
      m_details(new QGridLayout), m_end(new MessagePanel(this)), m_outcome(new MessagePanel(this)),
      m_add(new QPushButton(tr("Add account"), this)), m_import(new QPushButton(tr("Import…"), this)), m_test(new QPushButton(tr("Test"), this)),
      m_rename(new QPushButton(tr("Rename…"), this)), m_signOut(new QPushButton(tr("Sign out…"), this)), m_renew(new QPushButton(tr("Renew…"), this)), m_copyCommand(new QPushButton(tr("Copy command"), this)),
      m_close(new QPushButton(tr("Close"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Accounts"));
    resize(QSize(Theme::scaled(920), Theme::scaled(540)).boundedTo(screen()->availableSize() * 9 / 10));
    statelist::setUp(m_list, tr("Accounts"), {tr("Account"), tr("Kind"), tr("Server"), tr("Used by"), tr("Last used"), tr("Ends"), tr("State")}, kColumns);
    m_list->setTextElideMode(Qt::ElideMiddle); // both ends of a name matter
    statelist::setUpNone(m_none, tr("No account yet. An account keeps the secret of a server in your vault, so that its streams start without a question."));
    m_add->setIcon(Theme::icon(u"list-add"_s));
    m_close->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_bar->setContentsMargins(16, 12, 16, 12);
    column->addWidget(m_bar);
    column->addWidget(m_list, 3);
    column->addWidget(m_none, 3);
    column->addWidget(makeHairline(this));
    column->addWidget(makeDetails(), 2);
    column->addWidget(makeHairline(this));
    column->addLayout(statelist::makeFooter({m_add, m_import, m_test, m_rename, m_signOut, m_renew, m_copyCommand, m_close}, m_import));

    connect(m_list, &QTreeWidget::currentItemChanged, this, [this] {
        if (!m_filling)
            fillDetails();
    });
    connect(m_list, &QTreeWidget::itemActivated, this, &AccountsDialog::renew);
    connect(m_add, &QPushButton::clicked, this, [this] { addOfKind({}); });
    connect(m_import, &QPushButton::clicked, this, &AccountsDialog::import);
    connect(m_test, &QPushButton::clicked, this, &AccountsDialog::test);
    connect(m_rename, &QPushButton::clicked, this, &AccountsDialog::rename);
    connect(m_signOut, &QPushButton::clicked, this, &AccountsDialog::askToSignOut);
    connect(m_renew, &QPushButton::clicked, this, &AccountsDialog::renew);
    m_copyCommand->setToolTip(tokens::sciTokenCommand({}));
    connect(m_copyCommand, &QPushButton::clicked, this, [] { QGuiApplication::clipboard()->setText(tokens::sciTokenCommand({})); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_bar, &VaultBar::opened, this, [this] { Q_EMIT secretsCame({}); });
    connect(&m_vault, &vault::Vault::accountsChanged, this, &AccountsDialog::fill);
    connect(&m_manager, &services::StreamManager::configsChanged, this, &AccountsDialog::fill);
    connect(&m_ladder, &ladder::Ladder::finished, this, &AccountsDialog::handleClimbed);
    const Outcome opened = m_vault.open(); // a command may have added some
    fill();
    if (!opened)
        say(false, opened.error().message, opened.error().remedy, opened.error().detail);
    m_bar->look();
    lookForSciToken();
    m_list->setFocus();
}

QWidget *AccountsDialog::makeDetails()
{
    auto *inside = new QWidget;
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(Theme::font(Theme::Font::Subheading));
    m_title->setWordWrap(true);
    m_details->setHorizontalSpacing(12);
    m_details->setVerticalSpacing(4);
    m_details->setColumnStretch(1, 1);
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_title);
    left->addLayout(m_details);
    left->addStretch();
    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(m_outcome); // first: nobody scrolls for the answer
    right->addWidget(m_end);
    right->addStretch();
    m_outcome->setObjectName(u"outcome"_s);
    m_end->hide();
    m_outcome->hide();
    auto *row = new QHBoxLayout(inside);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(16);
    row->addLayout(left, 1);
    row->addLayout(right, 1);
    return statelist::makeArea(inside, this);
}

QString AccountsDialog::current() const
{
    return statelist::currentKey(m_list);
}

void AccountsDialog::select(const QString &account)
{
    statelist::select(m_list, account);
}

// What this window runs, and what stands in the lists of other profiles.
QStringList AccountsDialog::usersOf(const QString &account) const
{
    QStringList names = services::streamsUsing(account, m_manager.configs());
    names += services::AccountUsers(m_places).of(account);
    names.removeDuplicates();
    return names;
}

void AccountsDialog::fill()
{
    const QString before = current();
    m_filling = true;
    m_list->clear();
    const UtcTime now = UtcTime::now();
    for (const Account &account : m_vault.accounts().accounts()) {
        const QStringList users = usersOf(account.name);
        const AccountLook look = lookOf(account, users, now);
        put({account.name, kindName(account), account.host(), users.isEmpty() ? tr("none") : users.join(u", "_s),
             account.lastUsed.isValid() ? formats::ago(account.lastUsed, now) : tr("never"), look.ends, look.word},
            look, account.name);
    }
    if (isThere(m_sciToken)) {
        const AccountLook look = lookOf(m_sciToken, now);
        const tokens::SciTokenPlace *taken = m_sciToken.taken();
        put({tr("SciToken of this computer"), tr("SciToken"), taken ? taken->claims.audience.join(u", "_s) : QString(), tr("who asks for it"), QString(), look.ends, look.word}, look, kSciToken);
    }
    statelist::selectAgain(m_list, before);
    m_filling = false;
    const bool any = m_list->topLevelItemCount() > 0;
    statelist::fitColumns(m_list, kColumns);
    m_list->setVisible(any);
    m_none->setVisible(!any);
    fillDetails();
}

void AccountsDialog::put(const QStringList &cells, const AccountLook &look, const QString &key)
{
    statelist::addRow(m_list, key, cells, look.glyph, Theme::palette().*look.colour, {EndsColumn});
}

// Other programs renew it: it is looked for as long as somebody looks here.
void AccountsDialog::lookForSciToken()
{
    tokens::startWork<tokens::SciTokenSearch>(
        this, [](const std::stop_token &) { return tokens::findSciToken({}, QProcessEnvironment::systemEnvironment(), UtcTime::now()); },
        [this](tokens::SciTokenSearch found) {
            found.token = {}; // nobody here needs it
            const UtcTime now = UtcTime::now();
            const bool same = isThere(found) == isThere(m_sciToken) && detailsOf(found, now) == m_sciTokenDetails;
            m_sciTokenDetails = detailsOf(found, now);
            m_sciToken = std::move(found);
            if (!same)
                fill();
            QTimer::singleShot(kSciTokenPause, this, &AccountsDialog::lookForSciToken);
        });
}

void AccountsDialog::fillSciToken(const UtcTime &now)
{
    m_title->setText(tr("SciToken of this computer"));
    for (const auto &[label, value] : detailsOf(m_sciToken, now))
        addDetail(label, value);
    const AccountLook look = lookOf(m_sciToken, now);
    m_end->setVisible(!look.title.isEmpty());
    if (!look.title.isEmpty())
        m_end->setMessage(look.state == AccountLook::State::Renew ? MessagePanel::Kind::Bad : MessagePanel::Kind::Warn, look.title, look.text);
}

void AccountsDialog::addDetail(const QString &label, const QString &value)
{
    if (value.isEmpty())
        return;
    const int row = m_detailRows++;
    auto *name = new QLabel(label, m_title->parentWidget());
    name->setForegroundRole(QPalette::PlaceholderText);
    auto *text = new ElidedLabel(Qt::ElideMiddle, m_title->parentWidget());
    text->setFullText(value);
    m_details->addWidget(name, row, 0);
    m_details->addWidget(text, row, 1);
    // What is not shown takes no room: an area that asks before the loop shows them would give too little.
    name->show();
    text->show();
}

void AccountsDialog::fillDetails()
{
    while (QLayoutItem *item = m_details->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_detailRows = 0;
    const Account *account = m_vault.accounts().find(current());
    if (m_shown != current())
        m_outcome->hide(); // it is about another one
    m_shown = current();
    for (QPushButton *button : {m_test, m_rename, m_signOut, m_renew})
        button->setEnabled(account != nullptr);
    m_title->setText(account ? account->name : QString());
    m_end->hide();
    m_copyCommand->setVisible(current() == kSciToken);
    const UtcTime now = UtcTime::now();
    if (current() == kSciToken)
        fillSciToken(now);
    if (!account)
        return;
    const QStringList users = usersOf(account->name);
    addDetail(tr("Kind"), kindName(*account));
    if (const vault::AccountKind *kind = vault::findAccountKind(account->kind)) {
        for (const options::OptionSpec &spec : kind->options)
            addDetail(options::optionLabel(spec), account->text(spec.key));
    }
    addDetail(tr("Kept in"), vault::placeName(account->place));
    addDetail(tr("Used by"), users.isEmpty() ? tr("no stream") : users.join(u", "_s));
    addDetail(tr("Added"), account->created.isValid() ? stamp(account->created) : QString());
    addDetail(tr("Last used"), account->lastUsed.isValid() ? stamp(account->lastUsed) : tr("never"));
    const AccountLook look = lookOf(*account, users, now);
    m_end->setVisible(!look.title.isEmpty());
    if (!look.title.isEmpty())
        m_end->setMessage(look.state == AccountLook::State::Renew ? MessagePanel::Kind::Bad : MessagePanel::Kind::Warn, look.title, look.text);
    const bool wantsRenewal = look.state == AccountLook::State::Renew;
    Theme::setPrimary(m_renew, wantsRenewal);
}

void AccountsDialog::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::palette().base);
}

void AccountsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        fill(); // the rows hold colours and glyphs
}

} // namespace tocsin::ui
