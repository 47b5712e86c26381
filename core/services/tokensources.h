// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/stream.h"
#include "core/vault/vault.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace tocsin::services {

// The sources of tokens of the accounts in the vault: one for each account, shared by every stream that uses it, made anew when
// the account or its secret is another. Lives on the main thread; owned by Engine or by a command, the vault outlives it.
class TokenSources final : public QObject
{
    Q_OBJECT
public:
    using Got = std::function<void(Result<tokens::TokenSourcePtr>)>;

    // `folder`: where programs keep each other from refreshing one account at once.
    TokenSources(vault::Vault &vault, QString folder, QObject *parent = nullptr) : QObject(parent), m_vault(vault), m_folder(std::move(folder)) {}

    // Of an account that gives tokens; `servers` are those of the stream, where the account does not say whom to ask. Reads the
    // vault where it must; answers once, within a bounded time, on the main thread.
    void sourceFor(const vault::Account &account, const QStringList &servers, Got got);
    // The servers that a stream signs in to.
    [[nodiscard]] static QStringList serversOf(const streams::StreamConfig &config);

private:
    struct Known {
        QByteArray fingerprint;
        tokens::TokenSourcePtr source;
    };
    [[nodiscard]] tokens::TokenSourcePtr keep(const vault::Account &account, const QString &endpoint, QByteArrayView secret, const std::function<tokens::TokenSourcePtr()> &make);

    vault::Vault &m_vault;
    const QString m_folder;
    QHash<QString, Known> m_known;
};

} // namespace tocsin::services
