// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands.h"
#include "core/services/tokensources.h"
#include "core/streams/stream.h"
#include "core/vault/vault.h"

#include <functional>
#include <memory>

namespace tocsin::app {

// The vault as a command uses it: each question waits for its answer, which always comes within a bounded time. Brings the
// passphrase of the vault file from --passphrase-file, from the credential "tocsin-vault" of a service, or from the
// terminal. On the main thread; owned by the command.
class CommandVault
{
public:
    explicit CommandVault(const CliContext &context, bool mayAsk = true) : m_context(context), m_mayAsk(mayAsk) {}

    [[nodiscard]] Outcome open(); // reads the list of accounts
    [[nodiscard]] const vault::AccountStore &accounts() const { return m_vault->accounts(); }
    [[nodiscard]] vault::Vault &vault() { return *m_vault; }
    // Has the passphrase ready where this place wants one.
    [[nodiscard]] Outcome prepare(const QString &place);
    [[nodiscard]] Result<vault::SecretBytes> read(const QString &account);
    // Of an account that gives tokens; `servers` of the stream, where there is one. Outlives this.
    [[nodiscard]] Result<tokens::TokenSourcePtr> tokens(const vault::Account &account, const QStringList &servers);
    [[nodiscard]] Outcome run(const std::function<void(vault::Vault::Finished)> &question);

private:
    const CliContext &m_context;
    const bool m_mayAsk;
    bool m_prepared = false;
    std::unique_ptr<vault::Vault> m_vault;
    std::unique_ptr<services::TokenSources> m_tokens;
};

// The secret for one stream after the other: from --secret-file, else from the vault (the stream's account, or the only one
// for its user and server), else asked on the terminal. The user of an account comes with it.
class SecretGiver
{
public:
    enum class Asking { OnTerminal, Never };
    explicit SecretGiver(const CliContext &context, Asking asking = Asking::OnTerminal) : m_context(context), m_asking(asking) {}

    [[nodiscard]] Outcome give(streams::StreamConfig &config);

private:
    [[nodiscard]] Outcome openVault();
    [[nodiscard]] Outcome tokensFromVault(streams::StreamConfig &config);
    [[nodiscard]] Outcome fromVault(streams::StreamConfig &config, bool readsSecret);
    [[nodiscard]] Outcome ask(streams::StreamConfig &config, const options::OptionSpec &spec) const;

    const CliContext &m_context;
    const Asking m_asking;
    std::unique_ptr<CommandVault> m_vault; // when it was needed first
};

// One secret for the vault: --secret-file, standard input, or the terminal.
[[nodiscard]] Result<vault::SecretBytes> secretFromInput(const CliArguments &arguments, const QString &prompt);
// What a pipe or a file at standard input holds; empty also on a terminal, where nobody is asked.
[[nodiscard]] Result<vault::SecretBytes> secretFromPipe();
// --client-secret-file; empty without it.
[[nodiscard]] Result<vault::SecretBytes> clientSecretFor(const CliArguments &arguments);
// A line from the terminal, not shown while typed.
[[nodiscard]] vault::SecretBytes askHidden(const QString &prompt);

} // namespace tocsin::app
