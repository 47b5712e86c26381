// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/accountsimport.h"
#include "app/cli/accountssignin.h"
#include "app/cli/accountstom.h"
#include "app/cli/secretarguments.h"
#include "core/journal/journal.h"
#include "core/options/optiontable.h"
#include "core/services/accountusers.h"
#include "core/tom/targets.h"

#include <QCoreApplication>
#include <QFile>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tocsin::app {

using namespace Qt::StringLiterals;
using Json = nlohmann::ordered_json;
using vault::Account;

namespace {

// One run of `accounts …`.
class Accounts
{
public:
    explicit Accounts(const CliContext &context) : m_context(context), m_vault(context) {}

    int run()
    {
        const QString what = m_context.arguments.command->name.section(u' ', 1);
        if (what == u"kinds")
            return listKinds();
        if (what == u"scitoken")
            return listSciTokens(m_context);
        if (const Outcome opened = m_vault.open(); !opened)
            return complain(opened.error());
        if (what == u"list")
            return list();
        if (what == u"vault")
            return chooseVault();
        if (what == u"add")
            return add();
        if (what == u"import")
            return importAccounts(m_context, m_vault);
        const Account *account = m_vault.accounts().find(given(0));
        if (!account)
            return complain({.kind = ErrorKind::NotFound,
                             .message = QCoreApplication::translate("cli", "There is no account “%1”.").arg(given(0)),
                             .remedy = QCoreApplication::translate("cli", "“tocsin accounts list” shows those there are.")});
        // A copy: the list is read again while we work.
        if (what == u"renew")
            return renew(Account(*account));
        if (what == u"test")
            return test(Account(*account));
        if (what == u"rename")
            return rename(Account(*account));
        return remove(Account(*account));
    }

private:
    [[nodiscard]] QString given(int at) const { return m_context.arguments.positional.value(at); }
    static int ended(const Outcome &outcome) { return outcome ? 0 : complain(outcome.error()); }

    static int listKinds()
    {
        for (const vault::AccountKind &kind : vault::accountKinds()) {
            putLine(kind.id + u": "_s + QCoreApplication::translate("vault", kind.label) + u". "_s + QCoreApplication::translate("vault", kind.help));
            putLine(options::describeOptions(kind.options));
        }
        return 0;
    }

    [[nodiscard]] QStringList usedBy(const QString &account) const { return services::AccountUsers(m_context.places).of(account); }

    int list()
    {
        const UtcTime now = UtcTime::now();
        for (const Account &account : m_vault.accounts().accounts()) {
            const vault::AccountEnd end = vault::endOf(account);
            const QStringList users = usedBy(account.name);
            if (!m_context.arguments.has(u"json"_s)) {
                putLine(QStringList{account.name, account.kind, account.host(), account.user(), account.place, QString::fromStdString(account.lastUsed.iso()),
                                    vault::endText(account, now), users.join(u',')}.join(u'\t'));
                continue;
            }
            const auto text = [](const QString &value) { return value.isEmpty() ? Json() : Json(value.toStdString()); };
            const auto time = [](const UtcTime &value) { return value.isValid() ? Json(value.iso()) : Json(); };
            Json line{{"name", account.name.toStdString()}, {"kind", account.kind.toStdString()}, {"host", text(account.host())}, {"user", text(account.user())},
                      {"place", text(account.place)}, {"has_secret", account.hasSecret}, {"created", time(account.created)}, {"last_used", time(account.lastUsed)},
                      {"ends", time(end.when)}, {"streams", Json::array()}};
            for (const QString &name : users)
                line["streams"].push_back(name.toStdString());
            putLine(QString::fromStdString(line.dump(-1, ' ', false, Json::error_handler_t::replace)));
        }
        return 0;
    }

    int chooseVault()
    {
        vault::Vault &vault = m_vault.vault();
        if (!given(0).isEmpty()) {
            if (const Outcome chosen = vault.choosePlace(given(0)); !chosen)
                return complain(chosen.error());
        }
        const QString place = vault.chosenPlace();
        if (const Outcome prepared = m_vault.prepare(place); !prepared)
            return complain(prepared.error());
        putLine(QCoreApplication::translate("cli", "New secrets go to %1.").arg(vault::placeName(place)));
        return ended(m_vault.run([&](vault::Vault::Finished done) { vault.probe(std::move(done)); }));
    }

    int add()
    {
        Account account{.name = given(1), .kind = given(0)};
        const vault::AccountKind *kind = vault::findAccountKind(account.kind);
        if (!kind)
            return ended(vault::checkAccount(account)); // says which there are
        for (const QString &pair : m_context.arguments.positional.mid(2)) {
            const qsizetype equals = pair.indexOf(u'=');
            const QString key = pair.left(std::max<qsizetype>(equals, 0));
            const options::OptionSpec *spec = options::findOption(kind->options, key);
            if (!spec)
                return complain({.kind = ErrorKind::BadArgument,
                                 .message = equals < 1 ? QCoreApplication::translate("cli", "Write key=value for what is known of the account; the secret never stands there.")
                                                       : QCoreApplication::translate("cli", "An account of the kind %1 has no option “%2”.").arg(kind->id, key),
                                 .remedy = QCoreApplication::translate("cli", "“tocsin accounts kinds” describes them. The secret comes from standard input or --secret-file.")});
            const QString text = pair.sliced(equals + 1);
            const vault::AccountPreset *preset = key == u"issuer" ? vault::findAccountPreset(text) : nullptr;
            const Result<QVariant> value = options::parseOption(*spec, preset ? preset->issuer : text);
            if (!value)
                return complain(value.error());
            account.values.set(spec->key, value.value());
        }
        vault::completeFromPreset(account);
        if (const Outcome checked = vault::checkAccount(account); !checked)
            return complain(checked.error());
        if (m_vault.accounts().find(account.name))
            return complain({.kind = ErrorKind::BadArgument,
                             .message = QCoreApplication::translate("cli", "There is an account “%1” already.").arg(account.name),
                             .remedy = QCoreApplication::translate("cli", "“tocsin accounts renew” gives it a new secret; else choose another name.")});
        const QString in = m_context.arguments.value(u"in"_s);
        if (!in.isEmpty() && in != vault::kKeychainPlace && in != vault::kFilePlace && in != vault::kCredentialsPlace)
            return complain({.kind = ErrorKind::BadArgument,
                             .message = QCoreApplication::translate("cli", "--in: there is no vault “%1”.").arg(in),
                             .remedy = QCoreApplication::translate("cli", "Choose keychain, file or credentials.")});
        account.place = in.isEmpty() ? m_vault.vault().chosenPlace() : in;
        if (const Outcome prepared = m_vault.prepare(account.place); !prepared)
            return complain(prepared.error());
        vault::SecretBytes secret;
        if (account.place != vault::kCredentialsPlace) {
            Result<vault::SecretBytes> read = secretOf(account);
            if (!read)
                return complain(read.error());
            secret = std::move(read).value();
        }
        const Outcome added = m_vault.run([&](vault::Vault::Finished done) { m_vault.vault().add(account, secret, std::move(done)); });
        if (added)
            sayLine(QCoreApplication::translate("cli", "“%1” is kept in %2.").arg(account.name, vault::placeName(account.place)));
        if (added && account.kind == u"tom" && !secret.isEmpty())
            sayWhatTomSays(account, secret);
        return ended(added);
    }

    // A browser account gets its secret from the sign-in, unless one is given: a refresh token from elsewhere.
    Result<vault::SecretBytes> secretOf(Account &account)
    {
        if (m_context.arguments.has(u"password"_s)) {
            if (account.kind != u"tom")
                return Error{.kind = ErrorKind::BadArgument, .message = QCoreApplication::translate("cli", "--password is for accounts of the kind tom.")};
            const Result<vault::SecretBytes> password = secretFromInput(m_context.arguments, QCoreApplication::translate("cli", "Password of %1 at %2").arg(account.user(), account.host()));
            return password ? tomSecretFor(account, password.value()) : password;
        }
        if (account.kind != u"oauth" || m_context.arguments.has(u"secret-file"_s))
            return secretFromInput(m_context.arguments, secretLabel(account));
        const bool signsIn = m_context.arguments.has(u"device"_s) || m_context.arguments.has(u"paste"_s) || m_context.arguments.has(u"client-secret-file"_s);
        if (!signsIn) {
            if (Result<vault::SecretBytes> piped = secretFromPipe(); !piped || !piped.value().isEmpty())
                return piped;
        }
        // The vault before the person: what cannot be kept need not be fetched.
        if (const Outcome probed = m_vault.run([&](vault::Vault::Finished done) { m_vault.vault().probe(std::move(done)); }); !probed)
            return probed.error();
        Result<vault::SecretBytes> clientSecret = clientSecretFor(m_context.arguments);
        if (!clientSecret)
            return clientSecret;
        return signInHere(m_context, account, clientSecret.value());
    }

    static QString secretLabel(const Account &account)
    {
        const vault::AccountKind *kind = vault::findAccountKind(account.kind);
        return QCoreApplication::translate("cli", "%1 of %2").arg(kind ? QCoreApplication::translate("vault", kind->secretLabel) : QString(), account.name);
    }

    int renew(Account account)
    {
        if (const Outcome prepared = m_vault.prepare(account.place); !prepared)
            return complain(prepared.error());
        Result<vault::SecretBytes> secret = secretOf(account);
        if (!secret)
            return complain(secret.error());
        return ended(m_vault.run([&](vault::Vault::Finished done) { m_vault.vault().renew(account.name, secret.value(), std::move(done)); }));
    }

    int test(const Account &account)
    {
        const Result<vault::SecretBytes> secret = m_vault.read(account.name);
        if (!secret)
            return complain(secret.error());
        if (account.kind == u"tom")
            return testTom(account, secret.value());
        if (const std::optional<int> asked = testAtServer(m_context, m_vault, account, secret.value()))
            return *asked;
        const QString place = vault::placeName(account.place);
        putLine(vault::endOf(account).when.isValid()
                    ? QCoreApplication::translate("cli", "%1: the secret can be read from %2; %3. No server was asked.").arg(account.name, place, vault::endText(account, UtcTime::now()))
                    : QCoreApplication::translate("cli", "%1: the secret can be read from %2. No server was asked.").arg(account.name, place));
        return 0;
    }

    int rename(const Account &account)
    {
        if (const Outcome prepared = m_vault.prepare(account.place); !prepared)
            return complain(prepared.error());
        const Outcome renamed = m_vault.run([&](vault::Vault::Finished done) { m_vault.vault().rename(account.name, given(1), std::move(done)); });
        if (!renamed)
            return complain(renamed.error());
        const Outcome streams = services::AccountUsers(m_context.places).rename(account.name, given(1));
        const Outcome targets = account.kind == u"tom" ? targetsFollow(account.name, given(1)) : Outcome(Done{});
        return ended(streams ? targets : streams);
    }

    // What was to go to a TOM under this account goes under its new name (empty: it is no more).
    Outcome targetsFollow(const QString &account, const QString &newName)
    {
        const QString file = journal::Journal::fileIn(m_context.places.archive);
        if (!QFile::exists(file)) // nothing was ever made here
            return Done{};
        journal::Journal journal(file);
        const Result<int> changed = newName.isEmpty() ? tom::leaveAccount(journal, account) : tom::renameAccount(journal, account, newName);
        if (!changed)
            return changed.error();
        if (newName.isEmpty() && changed.value() > 0)
            sayLine(QCoreApplication::translate("cli", "%n target(s) waited for it; “tocsin target list” says what became of each.", nullptr, changed.value()));
        return Done{};
    }

    int remove(const Account &account)
    {
        if (const QStringList users = usedBy(account.name); !users.isEmpty())
            return complain({.kind = ErrorKind::BadArgument,
                             .message = QCoreApplication::translate("cli", "“%1” is used by %2.").arg(account.name, users.join(u", "_s)),
                             .remedy = QCoreApplication::translate("cli", "Give those another account first: tocsin streams set NAME account=OTHER")});
        if (const Outcome prepared = m_vault.prepare(account.place); !prepared)
            return complain(prepared.error());
        if (account.kind == u"oauth") {
            if (const Result<vault::SecretBytes> secret = m_vault.read(account.name))
                takeBack(account, secret.value());
        }
        const Outcome removed = m_vault.run([&](vault::Vault::Finished done) { m_vault.vault().remove(account.name, m_context.arguments.has(u"forget"_s), std::move(done)); });
        return ended(removed && account.kind == u"tom" ? targetsFollow(account.name, {}) : removed);
    }

    const CliContext &m_context;
    CommandVault m_vault;
};

} // namespace

int runAccounts(const CliContext &context)
{
    return Accounts(context).run();
}

} // namespace tocsin::app
