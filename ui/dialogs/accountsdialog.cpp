// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/accountsdialog.h"

#include "core/options/optiontable.h"
#include "core/services/accountusers.h"
#include "core/services/signin.h"
#include "core/services/streammanager.h"
#include "core/tokens/signin.h"
#include "core/tokens/storedgrant.h"
#include "core/tokens/work.h"
#include "core/vault/vault.h"
#include "ui/dialogs/accountdialog.h"
#include "ui/dialogs/askdialog.h"
#include "ui/dialogs/importdialog.h"
#include "ui/dialogs/namedialog.h"
#include "ui/dialogs/vaultbar.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accountlook.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/messagepanel.h"

#include <QDir>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QTreeWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using vault::Account;

namespace {

enum Column { NameColumn, KindColumn, ServerColumn, UsedByColumn, LastUsedColumn, EndsColumn, StateColumn, ColumnCount };
constexpr int kRowHeight = 30; // look.md 3
constexpr int kGlyph = 14;
constexpr std::chrono::milliseconds kRevokeLimit{10'000};
constexpr int kMostName = 190;
constexpr int kMostUsers = 120;

// A selected row keeps the colour of its state's word.
class KeepsColour final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->palette.setColor(QPalette::HighlightedText, option->palette.color(QPalette::Text));
    }

public:
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index).expandedTo({0, Theme::scaled(kRowHeight)});
    }
};

// One pixel in `line`: decoration.
QWidget *hairline(QWidget *parent)
{
    auto *line = new QWidget(parent);
    line->setFixedHeight(1);
    line->setBackgroundRole(QPalette::Mid);
    line->setAutoFillBackground(true);
    return line;
}

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
      m_rename(new QPushButton(tr("Rename…"), this)), m_signOut(new QPushButton(tr("Sign out…"), this)), m_renew(new QPushButton(tr("Renew…"), this)),
      m_close(new QPushButton(tr("Close"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Accounts"));
    resize(QSize(Theme::scaled(920), Theme::scaled(540)).boundedTo(screen()->availableSize() * 9 / 10));
    m_list->setAccessibleName(tr("Accounts"));
    m_list->setHeaderLabels({tr("Account"), tr("Kind"), tr("Server"), tr("Used by"), tr("Last used"), tr("Ends"), tr("State")});
    m_list->header()->setAccessibleName(tr("Columns"));
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(ServerColumn, QHeaderView::Stretch);
    for (const Column column : {NameColumn, UsedByColumn}) // people choose these names: long ones give up their middle
        m_list->header()->setSectionResizeMode(column, QHeaderView::Interactive);
    m_list->header()->setStretchLastSection(false);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setItemDelegate(new KeepsColour(m_list));
    m_list->setMinimumHeight(Theme::scaled(26 + 3 * kRowHeight));
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setForegroundRole(QPalette::PlaceholderText);
    m_none->setMargin(24);
    m_none->setText(tr("No account yet. An account keeps the secret of a server in your vault, so that its streams start without a question."));
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(16, 10, 16, 10);
    footer->setSpacing(6);
    for (QPushButton *button : {m_add, m_import, m_test, m_rename, m_signOut, m_renew, m_close}) {
        button->setAutoDefault(false);
        footer->addWidget(button);
        if (button == m_import)
            footer->addStretch();
    }
    m_add->setIcon(Theme::icon(u"list-add"_s));
    m_close->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_bar->setContentsMargins(16, 12, 16, 12);
    column->addWidget(m_bar);
    column->addWidget(m_list, 3);
    column->addWidget(m_none, 3);
    column->addWidget(hairline(this));
    column->addWidget(makeDetails(), 2);
    column->addWidget(hairline(this));
    column->addLayout(footer);

    connect(m_list, &QTreeWidget::currentItemChanged, this, [this] {
        if (!m_filling)
            fillDetails();
    });
    connect(m_list, &QTreeWidget::itemActivated, this, &AccountsDialog::renew);
    connect(m_add, &QPushButton::clicked, this, &AccountsDialog::add);
    connect(m_import, &QPushButton::clicked, this, &AccountsDialog::import);
    connect(m_test, &QPushButton::clicked, this, &AccountsDialog::test);
    connect(m_rename, &QPushButton::clicked, this, &AccountsDialog::rename);
    connect(m_signOut, &QPushButton::clicked, this, &AccountsDialog::askToSignOut);
    connect(m_renew, &QPushButton::clicked, this, &AccountsDialog::renew);
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
    inside->setBackgroundRole(QPalette::Base);
    auto *area = new QScrollArea(this); // with large text there is less room than words
    area->setWidget(inside);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return area;
}

QString AccountsDialog::current() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    return item ? item->data(NameColumn, Qt::UserRole).toString() : QString();
}

void AccountsDialog::select(const QString &account)
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        if (m_list->topLevelItem(i)->data(NameColumn, Qt::UserRole) == account)
            m_list->setCurrentItem(m_list->topLevelItem(i));
    }
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
    const QColor muted = Theme::palette().muted;
    for (const Account &account : m_vault.accounts().accounts()) {
        const QStringList users = usersOf(account.name);
        const AccountLook look = lookOf(account, users, now);
        auto *item = new QTreeWidgetItem(m_list);
        const auto put = [item](Column column, const QString &text, const QColor &colour) {
            item->setText(column, text);
            item->setToolTip(column, formats::plainTip(text));
            item->setForeground(column, colour);
        };
        const QColor colour = Theme::palette().*look.colour;
        put(NameColumn, account.name, Theme::palette().text);
        put(KindColumn, kindName(account), muted);
        put(ServerColumn, account.host(), muted);
        put(UsedByColumn, users.isEmpty() ? tr("none") : users.join(u", "_s), muted);
        put(LastUsedColumn, account.lastUsed.isValid() ? formats::ago(account.lastUsed, now) : tr("never"), muted);
        put(EndsColumn, look.ends, Theme::palette().text);
        put(StateColumn, look.word, colour);
        item->setData(NameColumn, Qt::UserRole, account.name);
        item->setFont(NameColumn, Theme::font(Theme::Font::Strong));
        item->setFont(StateColumn, Theme::font(Theme::Font::Medium));
        const QPixmap glyph = Theme::glyph(look.glyph, Theme::scaled(kGlyph), colour, devicePixelRatioF());
        QIcon icon(glyph);
        icon.addPixmap(glyph, QIcon::Selected); // else paled
        item->setIcon(StateColumn, icon);
    }
    select(before);
    if (!m_list->currentItem() && m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    m_filling = false;
    const bool any = m_list->topLevelItemCount() > 0;
    m_list->resizeColumnToContents(NameColumn);
    m_list->resizeColumnToContents(UsedByColumn);
    for (const auto &[column, most] : {std::pair(NameColumn, kMostName), std::pair(UsedByColumn, kMostUsers)})
        m_list->setColumnWidth(column, std::min(m_list->columnWidth(column), Theme::scaled(most)));
    m_list->setVisible(any);
    m_none->setVisible(!any);
    fillDetails();
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
    if (!account)
        return;
    const UtcTime now = UtcTime::now();
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

void AccountsDialog::say(bool good, const QString &title, const QString &text, const QString &detail)
{
    m_outcome->setMessage(good ? MessagePanel::Kind::Info : MessagePanel::Kind::Bad, title, text, detail);
    m_outcome->show();
}

void AccountsDialog::add()
{
    auto *dialog = new AccountDialog(m_vault, m_vaultFile, Account{}, {}, this);
    connect(dialog, &AccountDialog::stored, this, [this](const QString &name) {
        m_bar->look();
        select(name);
        Q_EMIT secretsCame(name);
    });
    dialog->open();
}

void AccountsDialog::import()
{
    auto *dialog = new ImportDialog(m_vault, m_vaultFile, QDir::homePath(), {}, this);
    connect(dialog, &ImportDialog::imported, this, [this](const QStringList &names) {
        m_bar->look();
        select(names.value(0));
        for (const QString &name : names)
            Q_EMIT secretsCame(name);
    });
    dialog->open();
}

void AccountsDialog::renew()
{
    if (current().isEmpty())
        return;
    auto *dialog = new AccountDialog(m_vault, m_vaultFile, current(), this);
    connect(dialog, &AccountDialog::stored, this, [this](const QString &name) {
        m_bar->look();
        select(name);
        say(true, tr("%1 has a new secret").arg(name), {});
        Q_EMIT secretsCame(name);
    });
    dialog->open();
}

void AccountsDialog::rename()
{
    const QString name = current();
    if (name.isEmpty())
        return;
    auto *dialog = new NameDialog(
        tr("Rename %1").arg(name), tr("Rename"), name, [this, name](const QString &wanted) { return AccountDialog::nameProblem(wanted, m_vault, name); },
        tr("Streams that use it keep it."), this);
    connect(dialog, &NameDialog::named, this, [this, name](const QString &wanted) {
        if (wanted == name)
            return;
        m_bar->whenOpen([this, name, wanted] {
            m_vault.rename(name, wanted, [self = QPointer(this), name, wanted](const Outcome &renamed) {
                if (!self)
                    return;
                if (!renamed)
                    return self->say(false, renamed.error().message, renamed.error().remedy, renamed.error().detail);
                // Those that run here through the manager, which follows; the other profiles in their files.
                for (streams::StreamConfig config : std::vector(self->m_manager.configs())) {
                    if (services::namedAccount(config) != name)
                        continue;
                    config.values.set(u"account"_s, wanted);
                    if (const Outcome updated = self->m_manager.update(config); !updated)
                        self->say(false, updated.error().message, updated.error().remedy);
                }
                if (const Outcome others = services::AccountUsers(self->m_places).rename(name, wanted); !others)
                    self->say(false, others.error().message, others.error().remedy);
                self->fill();
                self->select(wanted);
            });
        });
    });
    dialog->open();
}

void AccountsDialog::test()
{
    const QString name = current();
    if (name.isEmpty())
        return;
    m_ladder.cancel();
    m_bar->whenOpen([this, name] {
        m_vault.read(name, [self = QPointer(this), name](const Result<vault::SecretBytes> &secret) {
            if (!self || self->current() != name)
                return;
            if (!secret)
                self->say(false, secret.error().message, secret.error().remedy, secret.error().detail);
            else
                self->climb(name);
        });
    });
}

// The servers of a stream that uses it say whether they take it.
void AccountsDialog::climb(const QString &account)
{
    const Account *tested = m_vault.accounts().find(account);
    const QString place = tested ? vault::placeName(tested->place) : QString();
    const auto stream = std::ranges::find_if(m_manager.configs(), [&](const streams::StreamConfig &config) {
        const streams::StreamType *type = streams::findStreamType(config.type);
        return services::namedAccount(config) == account && type && type->ladder;
    });
    if (stream == m_manager.configs().end() || !m_manager.signIn()) {
        say(true, tr("The secret can be read from %1").arg(place), tr("No stream uses it yet, so no server was asked."));
        return;
    }
    m_tested = account;
    m_testedBy = stream->name;
    say(true, tr("The secret can be read from %1").arg(place), tr("Asking the servers of %1 …").arg(m_testedBy));
    m_manager.signIn()(*stream, [self = QPointer(this), account](const Result<streams::StreamConfig> &signedIn) {
        if (!self || self->m_tested != account)
            return;
        if (!signedIn)
            return self->say(false, signedIn.error().message, signedIn.error().remedy, signedIn.error().detail);
        // Up to the sign-in: rights and records are the stream's affair.
        std::vector<ladder::Step> steps = streams::findStreamType(signedIn.value().type)->ladder(signedIn.value());
        const auto last = std::ranges::find_if(steps, &ladder::Step::signsIn);
        if (last != steps.end())
            steps.erase(std::next(last), steps.end());
        self->m_ladder.climb(std::move(steps));
    });
}

void AccountsDialog::handleClimbed()
{
    if (current() != m_tested)
        return;
    const ladder::Rung *failure = m_ladder.failure();
    if (!failure)
        say(true, tr("The servers of %1 accept it").arg(m_testedBy), tr("Signed in within %1 ms.").arg(m_ladder.milliseconds()));
    else
        say(false, failure->what + u": "_s + failure->problem.message, failure->problem.remedy, failure->problem.detail);
}

void AccountsDialog::askToSignOut()
{
    const QString name = current();
    if (name.isEmpty())
        return;
    const Account *account = m_vault.accounts().find(name);
    const QStringList users = usersOf(name);
    const QString place = account ? vault::placeName(account->place) : QString();
    auto *dialog = new AskDialog(tr("Sign out of %1?").arg(name),
                                 users.isEmpty() ? tr("Its secret is deleted from %1. No stream uses it.").arg(place)
                                                 : tr("Its secret is deleted from %1. These streams lose it and stop until they have another account: %2.").arg(place, users.join(u", "_s)),
                                 this);
    dialog->addCancel();
    dialog->addAnswer(1, tr("Sign out"), false);
    connect(dialog, &AskDialog::answered, this, [this, name] { takeBack(name); });
    dialog->open();
}

// A sign-in in the browser is taken back at its provider first, as far as it answers; then it is deleted here in any case.
void AccountsDialog::takeBack(const QString &account)
{
    const Account *known = m_vault.accounts().find(account);
    if (!known || known->kind != u"oauth")
        return signOut(account, false);
    const tokens::SignInWish wish{.issuer = known->text(u"issuer"_s), .clientId = known->text(u"client_id"_s)};
    m_vault.read(account, [self = QPointer(this), account, wish](const Result<vault::SecretBytes> &secret) {
        if (!self)
            return;
        const tokens::StoredGrant grant = secret ? tokens::fromSecret(secret.value()) : tokens::StoredGrant();
        if (grant.refreshToken.isEmpty())
            return self->signOut(account, false);
        self->say(true, tr("Signing out at %1…").arg(QUrl(wish.issuer).host()), {});
        tokens::startWork<Outcome>(
            self,
            [wish, grant](const std::stop_token &ending) {
                tokens::SignInWish mine = wish;
                mine.clientSecret = grant.clientSecret;
                return tokens::revoke(mine, grant.refreshToken, kRevokeLimit, ending);
            },
            [self, account](const Outcome &revoked) {
                self->m_outcome->hide();
                if (!revoked)
                    self->say(false, tr("The provider did not take the sign-in back"), revoked.error().message + u' ' + tr("It is deleted here; end it on the provider's page, too."));
                self->signOut(account, false);
            });
    });
}

void AccountsDialog::signOut(const QString &account, bool forget)
{
    m_vault.remove(account, forget, [self = QPointer(this), account](const Outcome &removed) {
        if (!self)
            return;
        if (removed) {
            Q_EMIT self->signedOut(account);
            return;
        }
        auto *dialog = new AskDialog(tr("The secret of %1 cannot be deleted").arg(account),
                                     removed.error().message + u' ' + tr("The account can be taken off the list nevertheless; the secret then stays where it is."), self);
        dialog->addCancel();
        dialog->addAnswer(1, tr("Take off the list"), false);
        connect(dialog, &AskDialog::answered, self, [self, account] { self->signOut(account, true); });
        dialog->open();
    });
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
