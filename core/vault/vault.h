// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/places.h"
#include "core/vault/accountstore.h"
#include "core/vault/sealedfile.h"
#include "core/vault/secretplace.h"
#include "core/vault/secretslot.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace tocsin::vault {

// Accounts and their secrets: the marker file (AccountStore) and the places where secrets lie. New secrets go to the place
// that the person chose, else to the keychain; where there is none, only to a place the person chooses, or (in the window)
// into memory for this session. Lives on the main thread; the places work on a thread of their own, every answer comes back
// to the main thread within a bounded time. Owned by app.
class Vault final : public QObject
{
    Q_OBJECT
public:
    struct Settings {
        Places places;
        bool sessionIsEnough = false; // without any vault, memory will do
        std::chrono::milliseconds limit{10'000}; // of one job of the keychain
        SealedFile::Cost cost = SealedFile::kUsual;
        QString credentials = qEnvironmentVariable("CREDENTIALS_DIRECTORY");
    };
    using GotSecret = std::function<void(Result<SecretBytes>)>;
    using Finished = std::function<void(Outcome)>;

    explicit Vault(Settings settings, QObject *parent = nullptr);
    ~Vault() override;

    // Reads the marker file. Needed once before anything else.
    Outcome open();
    [[nodiscard]] const AccountStore &accounts() const { return m_store; }

    // Which place new secrets go to, and what stands against it; "session" where that is all there is and will do.
    [[nodiscard]] QString chosenPlace() const;
    Outcome choosePlace(const QString &id);
    void probe(Finished done);
    // The same of any place, with the kind of trouble, for those who offer a way out; may ask the person to unlock it.
    using Looked = std::function<void(Trouble, const Error &)>;
    void look(const QString &place, Looked done);
    // Whether the chosen place answers at all: asks nobody to unlock anything.
    void glance(Looked done);
    // Of the vault file; kept in memory until the end.
    void setPassphrase(const SecretBytes &passphrase);
    [[nodiscard]] static QString vaultFile(const Places &places) { return places.data + QStringLiteral("/vault.bin"); }

    // `place` empty: the chosen one. A secret is wanted everywhere but in the credentials of a service.
    void add(Account account, SecretBytes secret, Finished done);
    void read(const QString &name, GotSecret done);
    void renew(const QString &name, SecretBytes secret, Finished done);
    void rename(const QString &name, const QString &newName, Finished done);
    // `forget`: also when the secret cannot be reached; it then stays where it is.
    void remove(const QString &name, bool forget, Finished done);
    // The secret of an account for other threads: see SecretSlot.
    [[nodiscard]] Result<std::shared_ptr<SecretSlot>> slot(const QString &name);
    // The account was used to sign in just now; written down at most every ten minutes.
    void noteUse(const QString &name);

Q_SIGNALS:
    void accountsChanged();

private:
    struct Room; // the places, an object on their thread
    class RoomSlot;

    using Told = std::function<void(Answer)>; // on the main thread
    void ask(std::function<void(Room &, Answered)> question, Told told);
    [[nodiscard]] Result<const Account *> known(const QString &name) const;
    [[nodiscard]] Outcome prepare();
    void store(const QString &name, const QString &place, SecretBytes secret, Finished done);
    void finish(const Finished &done, const Outcome &outcome);

    const Settings m_settings;
    AccountStore m_store;
    const std::shared_ptr<Room> m_room; // deleted there
};

} // namespace tocsin::vault
