// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of the accounts does with them.
#include "core/services/accountusers.h"
#include "core/services/signin.h"
#include "core/services/streammanager.h"
#include "core/tokens/signin.h"
#include "core/tokens/storedgrant.h"
#include "core/tokens/work.h"
#include "core/vault/vault.h"
#include "ui/dialogs/accountdialog.h"
#include "ui/dialogs/accountsdialog.h"
#include "ui/dialogs/askdialog.h"
#include "ui/dialogs/importdialog.h"
#include "ui/dialogs/namedialog.h"
#include "ui/dialogs/vaultbar.h"
#include "ui/theme/formats.h"
#include "ui/widgets/messagepanel.h"

#include <QDir>
#include <QUrl>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using vault::Account;

namespace {

constexpr std::chrono::milliseconds kRevokeLimit{10'000};

} // namespace

void AccountsDialog::say(bool good, const QString &title, const QString &text, const QString &detail)
{
    m_outcome->setMessage(good ? MessagePanel::Kind::Info : MessagePanel::Kind::Bad, title, text, detail);
    m_outcome->show();
}

void AccountsDialog::addOfKind(const QString &kind)
{
    auto *dialog = new AccountDialog(m_vault, m_vaultFile, Account{.kind = kind}, {}, this);
    connect(dialog, &AccountDialog::stored, this, [this](const QString &name) {
        m_bar->look();
        select(name);
        Q_EMIT secretsCame(name);
        if (const Account *added = m_vault.accounts().find(name); added && added->kind == u"tom" && m_askTom)
            askTom(*added); // what it takes shows only when it is asked
    });
    dialog->open();
}

// The first question is one that must not be answered: sites that ignore tokens would make targets for everybody.
void AccountsDialog::askTom(const Account &account)
{
    m_tested = account.name;
    const QString host = account.host();
    say(true, tr("Asking %1…").arg(host), tr("First with a wrong token, to see whether it looks at tokens at all."));
    m_askTom(account.name, this, [this, name = account.name, host](const Result<tom::TomFacts> &facts) {
        if (m_tested != name || current() != name)
            return;
        if (!facts)
            return say(false, facts.error().message, facts.error().remedy, facts.error().detail);
        const tom::TomFacts &found = facts.value();
        QStringList words;
        if (!found.notice.isEmpty())
            words << formats::sentence(found.notice);
        words << (found.groups.isEmpty() ? tr("You are in no group there: only you will see what you create.") : tr("Your groups: %1.").arg(formats::plain(found.groups.join(u", "_s).toStdString())));
        QStringList required;
        for (const tom::TomFacts::Extra &extra : found.extras) {
            if (extra.required)
                required << formats::plain((extra.label.isEmpty() ? extra.key : extra.label).toStdString());
        }
        if (!required.isEmpty())
            words << tr("It asks for these fields with every target: %1.").arg(required.join(u", "_s));
        words << (found.takesPhotometry ? tr("It takes photometry.") : tr("It takes no photometry."));
        m_outcome->setMessage(found.notice.isEmpty() ? MessagePanel::Kind::Good : MessagePanel::Kind::Warn,
                              found.user.isEmpty() ? tr("%1 takes it").arg(host) : tr("%1 takes it, as %2").arg(host, formats::plain(found.user.toStdString())), words.join(u' '));
        m_outcome->show();
    });
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
        tr("Streams and targets that use it keep it."), this);
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
                Q_EMIT self->renamed(name, wanted);
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
    if (tested && tested->kind == u"tom" && m_askTom)
        return askTom(*tested);
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

} // namespace tocsin::ui
