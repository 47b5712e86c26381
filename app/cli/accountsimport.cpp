// SPDX-License-Identifier: GPL-3.0-or-later
// accounts import: takes over what other programs keep in plain files.
#include "app/cli/accountsimport.h"

#include "core/services/engine.h"
#include "core/services/streamoffer.h"
#include "core/services/streamstore.h"
#include "core/vault/foundfiles.h"

#include <QCoreApplication>
#include <QFile>

namespace tocsin::app {

using namespace Qt::StringLiterals;
using vault::FoundAccount;
using vault::FoundCredentials;
using vault::SecretBytes;

namespace {

Outcome store(CommandVault &vault, FoundAccount &found)
{
    vault::Account &account = found.account;
    account.place = vault.vault().chosenPlace();
    if (const Outcome prepared = vault.prepare(account.place); !prepared)
        return prepared;
    if (const Outcome added = vault.run([&](vault::Vault::Finished done) { vault.vault().add(account, found.secret, std::move(done)); }); !added)
        return added;
    // The file may go afterwards: only what can be read again is stored.
    const Result<SecretBytes> again = vault.read(account.name);
    if (!again)
        return again.error();
    return Done{};
}

// What most people want next: the stream that an account is for.
void offerStreams(const CliContext &context, const std::vector<FoundAccount> &accounts)
{
    services::StreamStore store(services::Engine::streamsFile(context.places, context.profile));
    if (!store.load())
        return; // told by the command that needs it
    std::vector<streams::StreamConfig> streams = store.streams();
    for (const FoundAccount &each : accounts) {
        if (const auto config = services::streamFor(each.account, streams)) {
            sayLine(QCoreApplication::translate("cli", "A stream that fits: %1").arg(services::addCommand(*config)));
            streams.push_back(*config);
        }
    }
}

} // namespace

int importAccounts(const CliContext &context, CommandVault &vault)
{
    const CliArguments &arguments = context.arguments;
    const QString file = arguments.positional.value(0);
    const bool fromEnvironment = arguments.has(u"environment"_s);
    if (fromEnvironment != file.isEmpty())
        return complain({.kind = ErrorKind::BadArgument,
                         .message = QCoreApplication::translate("cli", "Name one file, or say --environment."),
                         .remedy = QCoreApplication::translate("cli", "For example: tocsin accounts import ~/.config/hop/auth.toml")});
    Result<FoundCredentials> found = fromEnvironment ? vault::findCredentials(QProcessEnvironment::systemEnvironment()) : vault::findCredentialsIn(file);
    if (!found)
        return complain(found.error());
    for (const QString &note : found.value().notes)
        sayLine(note);
    if (found.value().accounts.empty())
        return complain({.kind = ErrorKind::NotFound,
                         .message = QCoreApplication::translate("cli", "There is no account to import."),
                         .remedy = fromEnvironment ? QCoreApplication::translate("cli", "SCIMMA_AUTH_USERNAME and _PASSWORD, GCN_CLASSIC_CLIENT_ID and _CLIENT_SECRET, BEARER_TOKEN and BEARER_TOKEN_FILE are looked for.") : QString()});
    vault::giveFreeNames(found.value().accounts, vault.accounts());
    for (FoundAccount &each : found.value().accounts) {
        const Outcome stored = arguments.has(u"dry-run"_s) ? Outcome(Done{}) : store(vault, each);
        if (!stored) {
            sayLine(QCoreApplication::translate("cli", "“%1” was not imported; what is listed above was. The file is as it was.").arg(each.account.name));
            return complain(stored.error());
        }
        putLine(QStringList{each.account.name, each.account.kind, each.account.host(), each.account.user()}.join(u'\t'));
        if (!each.note.isEmpty())
            sayLine(each.account.name + u": "_s + each.note);
    }
    offerStreams(context, found.value().accounts);
    if (arguments.has(u"dry-run"_s) || fromEnvironment)
        return 0;
    if (!arguments.has(u"remove-file"_s)) {
        sayLine(QCoreApplication::translate("cli", "%1 still holds the secrets in plain text; --remove-file removes it after an import.").arg(file));
        return 0;
    }
    if (!found.value().isAll()) {
        sayLine(QCoreApplication::translate("cli", "%1 was not removed: it holds more than what was imported.").arg(file));
        return 0;
    }
    if (!QFile::remove(file))
        return complain({.kind = ErrorKind::Internal,
                         .message = QCoreApplication::translate("cli", "%1 could not be removed.").arg(file),
                         .remedy = QCoreApplication::translate("cli", "The accounts are imported; remove it by hand.")});
    sayLine(QCoreApplication::translate("cli", "%1 was removed. Copies in backups and snapshots still hold the secrets.").arg(file));
    return 0;
}

} // namespace tocsin::app
