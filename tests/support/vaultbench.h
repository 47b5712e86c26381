// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/streammanager.h"
#include "core/vault/vault.h"
#include "support/streambench.h"

#include <QTemporaryDir>
#include <QTest>

#include <optional>

namespace tocsin::tests {

// A home with a vault and streams, as the window has them. The keychain is whatever the session bus of the test offers.
struct VaultBench {
    QTemporaryDir folder;
    Places places = Places::resolve(folder.path());
    StreamBench streams;
    vault::Vault vault{{.places = places, .sessionIsEnough = true, .limit = std::chrono::milliseconds(2'000), .cost = vault::SealedFile::kCheap, .credentials = {}}};

    [[nodiscard]] QString vaultFile() const { return vault::Vault::vaultFile(places); }
    [[nodiscard]] Outcome wait(const std::function<void(vault::Vault::Finished)> &question) const
    {
        std::optional<Outcome> got;
        question([&](const Outcome &answer) { got = answer; });
        return QTest::qWaitFor([&] { return got.has_value(); }, 20'000) ? *got : Outcome(Error{.message = QStringLiteral("no answer")});
    }
    // The encrypted file, open.
    [[nodiscard]] bool useFile(const char *passphrase)
    {
        vault.setPassphrase(vault::SecretBytes(passphrase));
        return vault.choosePlace(vault::kFilePlace.toString()).ok();
    }
    [[nodiscard]] bool add(vault::Account account, const char *secret)
    {
        return wait([&](vault::Vault::Finished done) { vault.add(std::move(account), vault::SecretBytes(secret), std::move(done)); }).ok();
    }
    [[nodiscard]] QByteArray secretOf(const QString &name)
    {
        std::optional<Result<vault::SecretBytes>> got;
        vault.read(name, [&](Result<vault::SecretBytes> answer) { got = std::move(answer); });
        if (!QTest::qWaitFor([&] { return got.has_value(); }, 20'000) || !*got) {
            qInfo("%s", got ? qPrintable(got->error().message) : "no answer");
            return {};
        }
        return QByteArray(got->value().data(), static_cast<qsizetype>(got->value().size()));
    }
    static vault::Account account(const QString &name, const QString &kind, const std::vector<std::pair<QString, QString>> &values)
    {
        vault::Account made{.name = name, .kind = kind};
        for (const auto &[key, value] : values)
            made.values.set(key, value);
        return made;
    }
    // What the list says of it beside: when it was used, when it ends.
    void date(const QString &name, const std::function<void(vault::Account &)> &how)
    {
        vault::AccountStore store(places.config + QStringLiteral("/accounts.json"));
        QVERIFY(store.load().ok() && store.update(name, how).ok() && vault.open().ok());
    }
    // A stream that uses the account.
    [[nodiscard]] bool stream(const QString &name, const QString &account, const QString &server = QStringLiteral("127.0.0.1:9"))
    {
        streams::StreamConfig config = StreamBench::kafka(name, server);
        config.values.set(QStringLiteral("security"), QStringLiteral("SASL_PLAINTEXT"));
        config.values.set(QStringLiteral("account"), account);
        return streams.manager.add(config).ok();
    }
};

} // namespace tocsin::tests
