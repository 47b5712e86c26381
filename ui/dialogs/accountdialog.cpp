// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/accountdialog.h"

#include "core/base/places.h"
#include "core/tokens/storedgrant.h"
#include "core/vault/vault.h"
#include "ui/dialogs/signindialog.h"
#include "ui/dialogs/streamdialog.h"
#include "ui/dialogs/tomsecret.h"
#include "ui/dialogs/vaultbar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accountlook.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/optionform.h"
#include "ui/widgets/secretfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using vault::Account;
using vault::AccountKind;
using vault::SecretBytes;

namespace {

constexpr qint64 kMostKeyFile = 64 * 1024;

QString say(const char *text)
{
    return QCoreApplication::translate("vault", text);
}

QStringList allKinds()
{
    QStringList ids;
    for (const AccountKind &kind : vault::accountKinds())
        ids << kind.id;
    return ids;
}

QStringList namesOf(const vault::Vault &vault)
{
    QStringList names;
    for (const Account &account : vault.accounts().accounts())
        names << account.name;
    return names;
}

Account accountOf(const vault::Vault &vault, const QString &name)
{
    const Account *account = vault.accounts().find(name);
    return account ? *account : Account{.name = name};
}

Result<SecretBytes> readKeyFile(const QString &name)
{
    if (name.isEmpty())
        return Error{.kind = ErrorKind::BadArgument, .message = AccountDialog::tr("No key file is named."), .remedy = AccountDialog::tr("Choose the JSON file that the cloud console wrote.")};
    QFile file(name);
    const auto refused = [&](const QString &why) {
        return Error{.kind = ErrorKind::BadArgument, .message = AccountDialog::tr("%1 cannot be read: %2.").arg(name, why), .remedy = AccountDialog::tr("Choose the JSON file that the cloud console wrote.")};
    };
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return refused(file.errorString());
    if (file.isSequential() || file.size() > kMostKeyFile)
        return refused(AccountDialog::tr("it is no key file"));
    QByteArray bytes = file.read(kMostKeyFile);
    return SecretBytes::takeFrom(bytes);
}

} // namespace

AccountDialog::AccountDialog(vault::Vault &vault, const QString &vaultFile, const Account &known, const QStringList &kinds, QWidget *parent)
    : AccountDialog(vault, vaultFile, known, kinds.isEmpty() ? allKinds() : kinds, false, parent)
{
}

AccountDialog::AccountDialog(vault::Vault &vault, const QString &vaultFile, const QString &name, QWidget *parent)
    : AccountDialog(vault, vaultFile, accountOf(vault, name), {accountOf(vault, name).kind}, true, parent)
{
}

AccountDialog::AccountDialog(vault::Vault &vault, const QString &vaultFile, const Account &known, const QStringList &kinds, bool renews, QWidget *parent)
    : QDialog(parent), m_vault(vault), m_known(known), m_renews(renews), m_formPlace(new QVBoxLayout), m_choices(kinds),
      m_bar(new VaultBar(vault, vaultFile, {}, this)), m_message(new MessagePanel(this)), m_cancel(new QPushButton(tr("Cancel"), this)),
      m_ok(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(renews ? tr("Renew %1").arg(known.name) : tr("Add account"));
    auto *heading = new QLabel(windowTitle(), this);
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    heading->setFont(Theme::font(Theme::Font::Heading));
    auto *scrolled = new QWidget(this);
    auto *inside = new QVBoxLayout(scrolled);
    inside->setContentsMargins(0, 0, 12, 0);
    inside->setSpacing(12);
    inside->addLayout(m_formPlace);
    inside->addWidget(m_bar);
    inside->addWidget(m_message);
    inside->addStretch();
    m_message->hide();
    auto *area = new QScrollArea(this); // with large text it may be higher than the screen
    area->setWidget(scrolled);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_ok);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(12);
    column->addWidget(heading);
    column->addWidget(area, 1);
    column->addLayout(buttons);
    m_cancel->setAutoDefault(false);
    m_ok->setDefault(true);
    Theme::setPrimary(m_ok, true);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ok, &QPushButton::clicked, this, &AccountDialog::submit);
    connect(m_bar, &VaultBar::changed, this, &AccountDialog::showPlace);
    setBusy(false);
    showKind(m_choices.contains(known.kind) ? known.kind : m_choices.value(0));
    resize(QSize(Theme::scaled(600), Theme::scaled(renews ? 320 : 640)).boundedTo(screen()->availableSize() * 9 / 10));
    m_bar->look();
}

void AccountDialog::showKind(const QString &id)
{
    m_kind = vault::findAccountKind(id);
    const QString name = m_name ? m_name->text() : m_known.name;
    const options::OptionValues filled = m_form ? m_form->values() : m_known.values;
    delete m_form; // with all that stands in it; the secret is wiped
    m_form = nullptr;
    m_secret = nullptr;
    m_keyFile = nullptr;
    m_isPassword = nullptr;
    m_browse = nullptr;
    m_kinds = nullptr;
    m_name = nullptr;
    if (!m_kind) {
        m_ok->setEnabled(false);
        return;
    }
    static const std::vector<options::OptionSpec> kNothing;
    m_form = new OptionForm(m_renews ? kNothing : m_kind->options, {}, this);
    m_formPlace->addWidget(m_form);
    if (!m_renews) {
        m_kinds = new QComboBox;
        for (const QString &choice : m_choices) {
            if (const AccountKind *kind = vault::findAccountKind(choice))
                m_kinds->addItem(say(kind->label), choice);
        }
        m_kinds->setCurrentIndex(m_kinds->findData(id));
        auto *kindNote = new FieldNote;
        kindNote->setHelp(say(m_kind->help));
        m_form->addRowAbove(tr("Kind"), m_kinds, kindNote);
        m_name = new QLineEdit(name);
        m_name->setMaxLength(100);
        m_nameNote = new FieldNote;
        m_form->addRowAbove(tr("Name"), m_name, m_nameNote);
        // Queued: the box goes with the form.
        connect(m_kinds, &QComboBox::activated, this, [this] { showKind(m_kinds->currentData().toString()); }, Qt::QueuedConnection);
        options::OptionValues values;
        for (const options::OptionSpec &spec : m_kind->options) {
            if (filled.contains(spec.key))
                values.set(spec.key, filled.stored().value(spec.key));
        }
        // The provider that most have; another one is written over it.
        if (isBrowser() && !values.contains(u"issuer"_s) && !vault::accountPresets().empty()) {
            values.set(u"issuer"_s, vault::accountPresets().front().issuer);
            values.set(u"scope"_s, vault::accountPresets().front().scope);
        }
        m_form->setValues(values);
        connect(m_form, &OptionForm::changed, this, &AccountDialog::showName);
        // Assistive technology sets the text; that is no edit to Qt.
        connect(m_name, &QLineEdit::textChanged, this, [this] {
            m_nameTouched = true;
            showName();
        });
    }
    m_secretNote = new FieldNote;
    if (m_kind->manyLines) {
        auto *row = new QWidget;
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(6);
        m_keyFile = new QLineEdit;
        m_browse = new QPushButton(tr("Browse…"));
        m_browse->setAutoDefault(false);
        m_browse->setAccessibleName(tr("Browse for %1").arg(say(m_kind->secretLabel)));
        layout->addWidget(m_keyFile, 1);
        layout->addWidget(m_browse);
        row->setFocusProxy(m_keyFile);
        connect(m_browse, &QPushButton::clicked, this, &AccountDialog::chooseKeyFile);
        connect(m_keyFile, &QLineEdit::textChanged, m_message, &QWidget::hide);
        m_form->addRowBelow(say(m_kind->secretLabel), row, m_secretNote);
    } else {
        m_secret = new SecretField;
        connect(m_secret, &QLineEdit::textChanged, m_message, &QWidget::hide);
        m_form->addRowBelow(isBrowser() ? tr("Client secret") : say(m_kind->secretLabel), m_secret, m_secretNote);
        if (m_kind->id == u"tom"_s) {
            m_isPassword = new QCheckBox(tr("This is the password: ask the TOM for the token"));
            m_form->addRowBelow(QString(), m_isPassword);
        }
    }
    m_message->hide();
    setBusy(false);
    showPlace();
    if (m_renews) {
        (m_secret ? static_cast<QWidget *>(m_secret) : m_keyFile)->setFocus();
        return;
    }
    showName();
    m_kinds->setFocus();
}

void AccountDialog::setSecret(const SecretBytes &secret)
{
    if (m_secret)
        m_secret->setText(QString::fromUtf8(secret.data(), static_cast<qsizetype>(secret.size())));
}

void AccountDialog::showName()
{
    if (!m_nameTouched && m_known.name.isEmpty()) {
        Account account{.kind = m_kind->id};
        account.values = m_form->values();
        const QSignalBlocker ours(m_name);
        m_name->setText(StreamDialog::suggestName({account.host()}, m_kind->id, namesOf(m_vault)));
    }
    m_nameNote->setHelp(tr("What streams call it by."));
    m_nameNote->setProblem(m_nameTouched ? nameProblem(m_name->text(), m_vault) : QString());
}

void AccountDialog::showPlace()
{
    if (m_secretNote)
        m_secretNote->setHelp(isBrowser() ? tr("Of an installed program, where the provider gives one (Google does); else empty. The sign-in is kept in %1.").arg(m_bar->placeWords())
                              : m_keyFile ? tr("Its content is kept in %1; the file is not needed afterwards.").arg(m_bar->placeWords())
                                        : tr("Kept in %1.").arg(m_bar->placeWords()));
}

QString AccountDialog::nameProblem(const QString &name, const vault::Vault &vault, const QString &but)
{
    if (name.trimmed().isEmpty())
        return tr("Give the account a name.");
    if (!isPlainName(name.trimmed()))
        return tr("Use letters, digits, dot, dash and underscore only.");
    if (name.trimmed() != but && vault.accounts().find(name.trimmed()))
        return tr("Another account has this name.");
    return {};
}

void AccountDialog::chooseKeyFile()
{
    auto *dialog = new QFileDialog(this, tr("Key file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_keyFile, &QLineEdit::setText);
    dialog->open();
}

void AccountDialog::submit()
{
    m_message->hide();
    if (!filled())
        return;
    // Once more when the vault is open: a form can be changed meanwhile.
    m_bar->whenOpen([this] {
        const auto now = filled();
        if (now && isBrowser())
            signIn(now->first, now->second);
        else if (now && m_isPassword && m_isPassword->isChecked())
            fetchToken(now->first, now->second);
        else if (now)
            store(now->first, now->second);
    });
}

// Nothing when something is wrong, which is shown.
std::optional<std::pair<Account, SecretBytes>> AccountDialog::filled()
{
    Account account = m_known;
    if (!m_renews) {
        m_nameTouched = true;
        showName();
        if (!nameProblem(m_name->text(), m_vault).isEmpty()) {
            m_name->setFocus();
            return {};
        }
        if (!m_form->showAllProblems())
            return {};
        account.name = m_name->text().trimmed();
        account.kind = m_kind->id;
        account.values = m_form->values();
        account.place.clear(); // the chosen one
    }
    // Of a browser account it is the client's, which few providers give; the rest comes from the sign-in.
    if (isBrowser())
        return std::pair{account, m_secret->secret()};
    Result<SecretBytes> secret = m_keyFile ? readKeyFile(m_keyFile->text().trimmed()) : Result<SecretBytes>(m_secret->secret());
    if (const Outcome checked = secret ? vault::checkSecret(*m_kind, secret.value()) : secret.error(); !checked) {
        refuse(checked.error());
        (m_secret ? static_cast<QWidget *>(m_secret) : m_keyFile)->setFocus();
        return {};
    }
    return std::pair{account, std::move(secret).value()};
}

// What an earlier sign-in knew of the client's secret need not be typed again.
void AccountDialog::signIn(const Account &account, const SecretBytes &clientSecret)
{
    if (m_renews && clientSecret.isEmpty()) {
        m_vault.read(account.name, [self = QPointer(this), account](const Result<SecretBytes> &before) {
            if (!self)
                return;
            const SecretBytes known = before ? tokens::fromSecret(before.value()).clientSecret : SecretBytes();
            self->openSignIn(account, known);
        });
        return;
    }
    openSignIn(account, clientSecret);
}

void AccountDialog::openSignIn(const Account &account, const SecretBytes &clientSecret)
{
    auto *dialog = new SignInDialog({.issuer = account.text(u"issuer"_s), .clientId = account.text(u"client_id"_s), .clientSecret = clientSecret,
                                     .scope = account.text(u"scope"_s), .loginHint = account.text(u"user"_s)}, this);
    connect(dialog, &SignInDialog::signedIn, this, [this, account, clientSecret](const tokens::SignedIn &who) {
        Account known = account;
        if (known.text(u"user"_s).isEmpty() && !who.person.isEmpty())
            known.values.set(u"user"_s, who.person);
        if (!who.missingScopes.isEmpty()) {
            m_message->setMessage(MessagePanel::Kind::Warn, tr("Not given, though asked for: %1").arg(who.missingScopes.join(u", "_s)), tr("Streams that need it will be refused."));
            m_message->show();
        }
        store(known, tokens::toSecret({.refreshToken = who.refreshToken, .clientSecret = clientSecret}));
    });
    dialog->open();
}

void AccountDialog::fetchToken(const Account &account, const SecretBytes &password)
{
    if (account.user().isEmpty())
        return refuse({.message = tr("Whose password it is, is not said."), .remedy = tr("Write the name of the user above.")});
    setBusy(true);
    m_message->setMessage(MessagePanel::Kind::Info, tr("Asking %1 for the token").arg(account.host()), {});
    m_message->show();
    askForTomSecret(this, account, password, [this, account](const Result<SecretBytes> &secret) {
        setBusy(false);
        if (secret)
            store(account, secret.value());
        else
            refuse(secret.error());
    });
}

void AccountDialog::store(const Account &account, const SecretBytes &secret)
{
    setBusy(true);
    const auto done = [self = QPointer(this), name = account.name](const Outcome &outcome) {
        if (self)
            self->handleStored(name, outcome);
    };
    if (m_renews)
        m_vault.renew(account.name, secret, done);
    else
        m_vault.add(account, secret, done);
}

void AccountDialog::handleStored(const QString &name, const Outcome &outcome)
{
    setBusy(false);
    if (!outcome) {
        refuse(outcome.error());
        return;
    }
    if (m_secret)
        m_secret->wipe();
    Q_EMIT stored(name);
    accept();
}

void AccountDialog::refuse(const Error &error)
{
    m_message->setMessage(MessagePanel::Kind::Bad, error.message, error.remedy, error.detail);
    m_message->show();
}

void AccountDialog::setBusy(bool busy)
{
    m_ok->setEnabled(!busy);
    m_ok->setText(busy ? tr("Storing…") : isBrowser() ? tr("Sign in in the browser…") : m_renews ? tr("Renew") : tr("Add account"));
}

bool AccountDialog::focusNextPrevChild(bool next)
{
    QList<QWidget *> order = m_form ? m_form->fields() : QList<QWidget *>();
    if (m_browse)
        order << m_browse;
    order << m_bar->fields() << m_cancel << m_ok;
    const qsizetype from = order.indexOf(focusWidget());
    if (from < 0)
        return QDialog::focusNextPrevChild(next);
    for (qsizetype step = 1; step < order.size(); ++step) {
        QWidget *at = order[(from + (next ? step : order.size() - step)) % order.size()];
        if (at->isVisibleTo(this) && at->isEnabled()) {
            at->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    }
    return false;
}

} // namespace tocsin::ui
