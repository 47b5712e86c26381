// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/secretarguments.h"

#include "core/options/optiontable.h"
#include "core/services/signin.h"
#include "core/vault/secretfile.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>

#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <optional>

namespace tocsin::app {

using namespace Qt::StringLiterals;
using vault::SecretBytes;

namespace {

const QString kPassphraseCredential = u"tocsin-vault"_s;

bool hasTerminal()
{
    return isatty(STDIN_FILENO) != 0;
}

// What the person named themselves is an argument like others: exit 2.
Result<SecretBytes> fromFile(const QString &path)
{
    vault::Answer answer = vault::readSecretFile(path);
    if (answer.ok() && !answer.secret.isEmpty())
        return std::move(answer.secret);
    if (answer.ok())
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("cli", "The secret file %1 is empty.").arg(path),
                     .remedy = QCoreApplication::translate("cli", "Give a file that holds the secret and nothing else.")};
    return Error{.kind = ErrorKind::BadArgument,
                 .message = answer.detail,
                 .remedy = QCoreApplication::translate("cli", "Give a file that holds the secret and nothing else, and that only you can read.")};
}

// Whoever waits for an answer of the vault turns its event loop.
template <typename T>
T waitFor(const std::function<void(std::function<void(T)>)> &question)
{
    std::optional<T> got;
    QEventLoop loop;
    question([&](T answer) {
        got = std::move(answer);
        loop.quit();
    });
    if (!got)
        loop.exec(QEventLoop::ExcludeUserInputEvents);
    return got ? std::move(*got) : T(Error{.kind = ErrorKind::Interrupted, .message = QCoreApplication::translate("cli", "Interrupted.")});
}

} // namespace

SecretBytes askHidden(const QString &prompt)
{
    std::fputs(prompt.toLocal8Bit().constData(), stderr);
    std::fflush(stderr);
    termios shown = {};
    tcgetattr(STDIN_FILENO, &shown);
    termios hidden = shown;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    QByteArray line;
    if (QFile input; input.open(STDIN_FILENO, QIODevice::ReadOnly | QIODevice::Unbuffered))
        line = input.readLine(4096);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    std::fputc('\n', stderr);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return SecretBytes::takeFrom(line);
}

Result<SecretBytes> secretFromInput(const CliArguments &arguments, const QString &prompt)
{
    if (const QString file = arguments.value(u"secret-file"_s); !file.isEmpty())
        return fromFile(file);
    if (hasTerminal())
        return askHidden(prompt + u": "_s);
    vault::Answer answer = vault::readSecret(STDIN_FILENO, QCoreApplication::translate("cli", "Standard input"));
    if (answer.ok() && !answer.secret.isEmpty())
        return std::move(answer.secret);
    return Error{.kind = ErrorKind::BadArgument,
                 .message = answer.ok() ? QCoreApplication::translate("cli", "Standard input holds no secret.") : answer.detail,
                 .remedy = QCoreApplication::translate("cli", "Write it there, or into a file that --secret-file names; it never stands among the arguments.")};
}

Result<SecretBytes> secretFromPipe()
{
    if (hasTerminal())
        return SecretBytes();
    vault::Answer answer = vault::readSecret(STDIN_FILENO, QCoreApplication::translate("cli", "Standard input"));
    if (answer.ok())
        return std::move(answer.secret);
    return Error{.kind = ErrorKind::BadArgument, .message = answer.detail, .remedy = QCoreApplication::translate("cli", "Give a refresh token there, or nothing: then the browser is opened.")};
}

Result<SecretBytes> clientSecretFor(const CliArguments &arguments)
{
    const QString file = arguments.value(u"client-secret-file"_s);
    return file.isEmpty() ? Result<SecretBytes>(SecretBytes()) : fromFile(file);
}

Outcome CommandVault::open()
{
    m_vault = std::make_unique<vault::Vault>(vault::Vault::Settings{.places = m_context.places});
    return m_vault->open();
}

Outcome CommandVault::prepare(const QString &place)
{
    if (place != vault::kFilePlace || m_prepared)
        return Done{};
    const QString file = vault::Vault::vaultFile(m_context.places);
    const QString given = m_context.arguments.value(u"passphrase-file"_s);
    const QString credentials = qEnvironmentVariable("CREDENTIALS_DIRECTORY");
    SecretBytes passphrase;
    if (!given.isEmpty()) {
        Result<SecretBytes> read = fromFile(given);
        if (!read)
            return read.error();
        passphrase = std::move(read).value();
    } else if (!credentials.isEmpty() && QFile::exists(credentials + u'/' + kPassphraseCredential)) {
        vault::CredentialsPlace service(credentials);
        vault::Answer answer; // at once: it is a file
        service.read(kPassphraseCredential, [&](vault::Answer read) { answer = std::move(read); });
        if (!answer.ok())
            return vault::explain(answer, service.id(), kPassphraseCredential);
        passphrase = std::move(answer.secret);
    } else if (m_mayAsk && hasTerminal()) {
        const bool isNew = !QFile::exists(file);
        passphrase = askHidden((isNew ? QCoreApplication::translate("cli", "New passphrase of the vault file") : QCoreApplication::translate("cli", "Passphrase of the vault file")) + u": "_s);
        if (isNew && !(askHidden(QCoreApplication::translate("cli", "Again") + u": "_s) == passphrase))
            return Error{.kind = ErrorKind::Keychain,
                         .message = QCoreApplication::translate("cli", "The two are not the same."),
                         .remedy = QCoreApplication::translate("cli", "Nothing was stored; begin again.")};
    }
    if (!passphrase.isEmpty())
        m_vault->setPassphrase(passphrase);
    m_prepared = true;
    return Done{};
}

Result<SecretBytes> CommandVault::read(const QString &account)
{
    if (const vault::Account *known = accounts().find(account)) {
        if (const Outcome prepared = prepare(known->place); !prepared)
            return prepared.error();
    }
    return waitFor<Result<SecretBytes>>([&](vault::Vault::GotSecret done) { m_vault->read(account, std::move(done)); });
}

Result<tokens::TokenSourcePtr> CommandVault::tokens(const vault::Account &account, const QStringList &servers)
{
    if (const Outcome prepared = prepare(account.place); !prepared)
        return prepared.error();
    if (!m_tokens)
        m_tokens = std::make_unique<services::TokenSources>(*m_vault, m_context.places.config);
    return waitFor<Result<tokens::TokenSourcePtr>>([&](services::TokenSources::Got got) { m_tokens->sourceFor(account, servers, std::move(got)); });
}

Outcome CommandVault::run(const std::function<void(vault::Vault::Finished)> &question)
{
    return waitFor<Outcome>(question);
}

Outcome SecretGiver::give(streams::StreamConfig &config)
{
    const streams::StreamType *type = streams::findStreamType(config.type);
    if (!type)
        return Error{.kind = ErrorKind::BadArgument, .message = QCoreApplication::translate("cli", "This version does not know the stream type “%1”.").arg(config.type)};
    const QString file = m_context.arguments.value(u"secret-file"_s);
    if (services::lacksSignIn(config) || services::wantsTokens(config)) {
        // An account may bring its mechanism with it, so that no password is asked for.
        if (const Outcome found = tokensFromVault(config); !found)
            return found;
    }
    for (const options::OptionSpec &spec : type->options) {
        if (config.tokens)
            break;
        if (spec.type != options::OptionType::Secret || (spec.usedWhen && !spec.usedWhen(config.values)))
            continue;
        // A terminal where the vault cannot help: the person knows the password, and the run need not end.
        if (const Outcome found = fromVault(config, file.isEmpty()); !found) {
            if (m_asking == Asking::Never || found.error().kind != ErrorKind::Keychain || !hasTerminal())
                return found;
            complain(found.error());
        }
        if (!file.isEmpty()) {
            Result<SecretBytes> secret = fromFile(file);
            if (!secret)
                return secret.error();
            services::applySecret(config, secret.value());
        } else if (!config.values.contains(spec.key)) {
            if (const Outcome asked = ask(config, spec); !asked)
                return asked;
        }
    }
    return Done{};
}

Outcome SecretGiver::openVault()
{
    if (m_vault)
        return Done{};
    auto opened = std::make_unique<CommandVault>(m_context, m_asking == Asking::OnTerminal);
    if (const Outcome open = opened->open(); !open)
        return open;
    m_vault = std::move(opened);
    return Done{};
}

// Only where its account gives tokens; a stream of passwords is left as it is.
Outcome SecretGiver::tokensFromVault(streams::StreamConfig &config)
{
    if (const Outcome opened = openVault(); !opened)
        return opened;
    const Result<const vault::Account *> account = services::accountFor(config, m_vault->accounts().accounts());
    if (!account)
        return account.error();
    if (!account.value() || !services::givesTokens(*account.value()))
        return Done{};
    const vault::Account named = *account.value(); // the list is read again while we work
    Result<tokens::TokenSourcePtr> source = m_vault->tokens(named, services::TokenSources::serversOf(config));
    if (!source)
        return source.error();
    services::applyAccount(config, named);
    config.tokens = std::move(source).value();
    return Done{};
}

Outcome SecretGiver::fromVault(streams::StreamConfig &config, bool readsSecret)
{
    if (!readsSecret && services::namedAccount(config).isEmpty())
        return Done{}; // all there is to know was given
    if (const Outcome opened = openVault(); !opened)
        return opened;
    const Result<const vault::Account *> account = services::accountFor(config, m_vault->accounts().accounts());
    if (!account)
        return account.error();
    if (!account.value())
        return Done{};
    const QString name = account.value()->name;
    services::applyAccount(config, *account.value());
    if (!readsSecret)
        return Done{};
    const Result<SecretBytes> secret = m_vault->read(name);
    if (!secret)
        return secret.error();
    services::applySecret(config, secret.value());
    m_vault->vault().noteUse(name);
    return Done{};
}

Outcome SecretGiver::ask(streams::StreamConfig &config, const options::OptionSpec &spec) const
{
    if (m_asking == Asking::Never)
        return Error{.message = QCoreApplication::translate("cli", "the broker wants a password; give it with --secret-file")};
    if (!hasTerminal())
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("cli", "“%1” needs a password, and there is no terminal to ask on.").arg(config.name),
                     .remedy = QCoreApplication::translate("cli", "Keep it in an account (“tocsin accounts add”, then account=NAME), or put it into a file and name that with --secret-file.")};
    services::applySecret(config, askHidden(QCoreApplication::translate("cli", "%1 for %2: ").arg(options::optionLabel(spec), config.name)));
    return Done{};
}

} // namespace tocsin::app
