// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/vault.h"

#include "core/base/logging.h"
#include "core/vault/encryptedfileplace.h"
#include "core/vault/keychainplace.h"
#include "core/vault/secretfile.h"
#include "core/vault/vaultthread.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThread>

#include <sys/prctl.h>
#include <sys/resource.h>

#include <future>

namespace tocsin::vault {

using namespace Qt::StringLiterals;

namespace {

constexpr int64_t kUsePauseUs = 600LL * 1'000'000;
constexpr std::chrono::milliseconds kSlotSlack{2'000};

// A crash must not write secrets to a file, nor may another program of the same person read our memory.
void keepOutOfCrashFiles()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#ifdef NDEBUG
    prctl(PR_SET_DUMPABLE, 0); // a debugger is one of those programs
#endif
}

QString say(const char *text)
{
    return QCoreApplication::translate("vault", text);
}

} // namespace

// Moves to the vault's thread as soon as it is made.
struct Vault::Room final : QObject {
    std::unique_ptr<KeychainPlace> keychain; // made when the home has its uuid
    std::unique_ptr<EncryptedFilePlace> file;
    std::unique_ptr<CredentialsPlace> credentials;
    SessionPlace session;

    // What the administrator gave this run goes before what is stored.
    void read(const QString &name, const QString &place, Answered answered)
    {
        credentials->read(name, [this, name, place, answered = std::move(answered)](Answer given) {
            SecretPlace *where = find(place);
            if (given.trouble != Trouble::Absent || place == kCredentialsPlace)
                answered(std::move(given));
            else
                where ? where->read(name, answered) : answered({.trouble = Trouble::Absent});
        });
    }

    [[nodiscard]] SecretPlace *find(const QString &id)
    {
        for (SecretPlace *place : std::initializer_list<SecretPlace *>{keychain.get(), file.get(), credentials.get(), &session}) {
            if (place && place->id() == id)
                return place;
        }
        return nullptr;
    }
};

// Asks the places on their thread, without the main one, which may be waiting for whoever asks.
class Vault::RoomSlot final : public SecretSlot
{
public:
    RoomSlot(std::shared_ptr<Room> room, QString name, QString place, std::chrono::milliseconds limit)
        : m_room(std::move(room)), m_name(std::move(name)), m_place(std::move(place)), m_limit(limit) {}

    Result<SecretBytes> read() override
    {
        Answer answer = ask([room = m_room.get(), name = m_name, place = m_place](Answered answered) { room->read(name, place, std::move(answered)); });
        return answer.ok() ? Result<SecretBytes>(std::move(answer.secret)) : Result<SecretBytes>(explain(answer, m_place, m_name));
    }

    Outcome write(const SecretBytes &secret) override
    {
        const Answer answer = ask([room = m_room.get(), name = m_name, place = m_place, secret](Answered answered) {
            SecretPlace *where = room->find(place);
            where ? where->write(name, secret, std::move(answered)) : answered({.trouble = Trouble::Absent});
        });
        return answer.ok() ? Outcome(Done{}) : Outcome(explain(answer, m_place, m_name));
    }

private:
    Answer ask(std::function<void(Answered)> question) const
    {
        auto given = std::make_shared<std::promise<Answer>>();
        std::future<Answer> answer = given->get_future();
        QMetaObject::invokeMethod(m_room.get(), [question = std::move(question), given, keep = m_room] {
            question([given](Answer each) { given->set_value(std::move(each)); });
        }, Qt::QueuedConnection);
        // The places answer within a limit of their own; this one is for a thread that does not run any more.
        return answer.wait_for(m_limit) == std::future_status::ready ? answer.get() : Answer{.trouble = Trouble::Frozen};
    }

    const std::shared_ptr<Room> m_room;
    const QString m_name;
    const QString m_place;
    const std::chrono::milliseconds m_limit;
};

Vault::Vault(Settings settings, QObject *parent)
    : QObject(parent), m_settings(std::move(settings)), m_store(m_settings.places.config + u"/accounts.json"_s),
      m_room(new Room, [](Room *room) { room->deleteLater(); }) // there, where its places live
{
    keepOutOfCrashFiles();
    m_room->file = std::make_unique<EncryptedFilePlace>(vaultFile(m_settings.places), m_settings.cost);
    m_room->credentials = std::make_unique<CredentialsPlace>(m_settings.credentials);
    m_room->moveToThread(vaultThread());
}

Vault::~Vault() = default;

Outcome Vault::open()
{
    return m_store.load();
}

// The question runs on the vault's thread; its answer comes back to this one, unless the vault has gone meanwhile.
void Vault::ask(std::function<void(Room &, Answered)> question, Told told)
{
    auto back = [self = QPointer<Vault>(this), told = std::move(told)](Answer answer) {
        QMetaObject::invokeMethod(qApp, [self, told, answer = std::move(answer)]() mutable {
            if (self)
                told(std::move(answer));
        }, Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(m_room.get(), [room = m_room.get(), question = std::move(question), back = std::move(back)] { question(*room, back); }, Qt::QueuedConnection);
}

Result<const Account *> Vault::known(const QString &name) const
{
    if (const Account *account = m_store.find(name))
        return account;
    return Error{.kind = ErrorKind::NotFound,
                 .message = say(QT_TRANSLATE_NOOP("vault", "There is no account “%1”.")).arg(name),
                 .remedy = say(QT_TRANSLATE_NOOP("vault", "“tocsin accounts list” shows those there are."))};
}

// Keys of the keychain begin with the uuid of the home, which is made at the first need.
Outcome Vault::prepare()
{
    const Result<QString> home = m_store.home();
    if (!home)
        return home.error();
    QMetaObject::invokeMethod(m_room.get(), [room = m_room.get(), settings = KeychainPlace::Settings{.home = home.value(), .limit = m_settings.limit}] {
        if (!room->keychain)
            room->keychain = std::make_unique<KeychainPlace>(settings);
    }, Qt::QueuedConnection);
    return Done{};
}

void Vault::finish(const Finished &done, const Outcome &outcome)
{
    // Always from the loop, so that nobody is answered before the call returns.
    QMetaObject::invokeMethod(this, [done, outcome] { done(outcome); }, Qt::QueuedConnection);
}

QString Vault::chosenPlace() const
{
    return m_store.chosenPlace().isEmpty() ? kKeychainPlace.toString() : m_store.chosenPlace();
}

Outcome Vault::choosePlace(const QString &id)
{
    if (id != kKeychainPlace && id != kFilePlace)
        return Error{.kind = ErrorKind::BadArgument,
                     .message = say(QT_TRANSLATE_NOOP("vault", "There is no vault “%1”.")).arg(id),
                     .remedy = say(QT_TRANSLATE_NOOP("vault", "Choose keychain, or file: one encrypted file with a passphrase."))};
    return m_store.choosePlace(id);
}

void Vault::setPassphrase(const SecretBytes &passphrase)
{
    QMetaObject::invokeMethod(m_room.get(), [room = m_room.get(), passphrase] { room->file->setPassphrase(passphrase); }, Qt::QueuedConnection);
}

void Vault::probe(Finished done)
{
    look(chosenPlace(), [done = std::move(done)](Trouble trouble, const Error &error) { done(trouble == Trouble::None ? Outcome(Done{}) : error); });
}

void Vault::glance(Looked done)
{
    const QString place = chosenPlace();
    if (const Outcome prepared = prepare(); !prepared) {
        QMetaObject::invokeMethod(this, [done, error = prepared.error()] { done(Trouble::CannotWrite, error); }, Qt::QueuedConnection);
        return;
    }
    // Nothing is called so: what is not found cannot be locked either.
    ask([place](Room &room, Answered answered) { room.find(place)->read(u"/glance"_s, std::move(answered)); },
        [place, done = std::move(done)](const Answer &answer) {
            const bool fine = answer.ok() || answer.trouble == Trouble::Missing;
            done(fine ? Trouble::None : answer.trouble, fine ? Error{} : explain(answer, place, {}));
        });
}

void Vault::look(const QString &place, Looked done)
{
    if (const Outcome prepared = prepare(); !prepared) {
        QMetaObject::invokeMethod(this, [done, error = prepared.error()] { done(Trouble::CannotWrite, error); }, Qt::QueuedConnection);
        return;
    }
    ask([place](Room &room, Answered answered) { room.find(place)->probe(std::move(answered)); },
        [place, done = std::move(done)](const Answer &answer) { done(answer.trouble, answer.ok() ? Error{} : explain(answer, place, {})); });
}

void Vault::add(Account account, SecretBytes secret, Finished done)
{
    if (const Outcome prepared = prepare(); !prepared)
        return finish(done, prepared);
    if (account.place.isEmpty())
        account.place = chosenPlace();
    account.created = UtcTime::now();
    account.expires = tokenExpiry(secret);
    account.hasSecret = account.place == kCredentialsPlace;
    if (const Outcome checked = checkAccount(account); !checked)
        return finish(done, checked);
    if (!account.hasSecret) {
        if (const Outcome checked = checkSecret(*findAccountKind(account.kind), secret); !checked)
            return finish(done, checked);
    }
    // First the name, under the lock of the list: another program that takes it too would write to the same key.
    if (const Outcome added = m_store.add(account); !added)
        return finish(done, added);
    Q_EMIT accountsChanged();
    if (account.hasSecret)
        return finish(done, Done{});
    store(account.name, account.place, std::move(secret), [this, name = account.name, done = std::move(done)](const Outcome &stored) {
        if (!stored)
            (void)m_store.remove(name);
        Q_EMIT accountsChanged();
        done(stored);
    });
}

void Vault::store(const QString &name, const QString &place, SecretBytes secret, Finished done)
{
    const UtcTime expires = tokenExpiry(secret);
    ask([name, place, secret](Room &room, Answered answered) {
        SecretPlace *where = room.find(place);
        where ? where->write(name, secret, std::move(answered)) : answered({.trouble = Trouble::Absent});
    }, [this, name, place, secret, expires, done = std::move(done)](const Answer &answer) {
        if (answer.trouble == Trouble::Absent && place == kKeychainPlace && m_settings.sessionIsEnough)
            return store(name, kSessionPlace.toString(), secret, done);
        if (!answer.ok())
            return done(explain(answer, place, name));
        qCInfo(lcVault) << "stored the secret of" << name << "in" << place;
        done(m_store.update(name, [&](Account &account) {
            account.place = place;
            account.hasSecret = place != kSessionPlace; // what lies in memory is gone at the next start, and nobody lost it
            account.expires = expires;
        }));
    });
}

void Vault::read(const QString &name, GotSecret done)
{
    const auto refuse = [this, &done](const Error &error) { QMetaObject::invokeMethod(this, [done, error] { done(error); }, Qt::QueuedConnection); };
    const Result<const Account *> account = known(name);
    if (!account)
        return refuse(account.error());
    if (const Outcome prepared = prepare(); !prepared)
        return refuse(prepared.error());
    const QString place = account.value()->place;
    const bool hasSecret = account.value()->hasSecret;
    ask([name, place](Room &room, Answered answered) { room.read(name, place, std::move(answered)); }, [name, place, hasSecret, done = std::move(done)](Answer answer) {
        if (answer.ok())
            return done(std::move(answer.secret));
        qCInfo(lcVault) << "no secret of" << name << "from" << place << "trouble" << static_cast<int>(answer.trouble);
        if (answer.trouble == Trouble::Missing && !hasSecret)
            return done(Error{.kind = ErrorKind::Keychain,
                              .message = say(QT_TRANSLATE_NOOP("vault", "No secret of “%1” is kept here.")).arg(name),
                              .remedy = say(QT_TRANSLATE_NOOP("vault", "Store one with “tocsin accounts renew %1”.")).arg(name)});
        done(explain(answer, place, name));
    });
}

void Vault::renew(const QString &name, SecretBytes secret, Finished done)
{
    const Result<const Account *> account = known(name);
    if (!account)
        return finish(done, account.error());
    const AccountKind *kind = findAccountKind(account.value()->kind);
    if (!kind)
        return finish(done, checkAccount(*account.value()));
    if (const Outcome checked = checkSecret(*kind, secret); !checked)
        return finish(done, checked);
    if (const Outcome prepared = prepare(); !prepared)
        return finish(done, prepared);
    const QString place = account.value()->place;
    store(name, place == kSessionPlace || place.isEmpty() ? chosenPlace() : place, std::move(secret), [this, done = std::move(done)](const Outcome &stored) {
        Q_EMIT accountsChanged();
        done(stored);
    });
}

void Vault::rename(const QString &name, const QString &newName, Finished done)
{
    const Result<const Account *> account = known(name);
    if (!account)
        return finish(done, account.error());
    Account renamed = *account.value();
    renamed.name = newName;
    if (const Outcome checked = checkAccount(renamed); !checked)
        return finish(done, checked);
    if (m_store.find(newName))
        return finish(done, m_store.rename(name, newName));
    const QString place = renamed.place;
    if ((!renamed.hasSecret && place != kSessionPlace) || place == kCredentialsPlace)
        return finish(done, m_store.rename(name, newName));
    // The name is part of the key: under the new one first, so that the secret is somewhere at every moment.
    read(name, [this, name, newName, place, done = std::move(done)](Result<SecretBytes> secret) {
        if (!secret)
            return done(place == kSessionPlace ? m_store.rename(name, newName) : Outcome(secret.error()));
        ask([place, newName, bytes = std::move(secret).value()](Room &room, Answered answered) { room.find(place)->write(newName, bytes, std::move(answered)); },
            [this, name, newName, place, done](const Answer &written) {
                if (!written.ok())
                    return done(explain(written, place, name));
                const Outcome renamedNow = m_store.rename(name, newName);
                Q_EMIT accountsChanged();
                ask([place, old = renamedNow ? name : newName](Room &room, Answered answered) { room.find(place)->remove(old, std::move(answered)); },
                    [renamedNow, done](const Answer &) { done(renamedNow); });
            });
    });
}

void Vault::remove(const QString &name, bool forget, Finished done)
{
    const Result<const Account *> account = known(name);
    if (!account)
        return finish(done, account.error());
    if (const Outcome prepared = prepare(); !prepared)
        return finish(done, prepared);
    const QString place = account.value()->place;
    const auto drop = [this, name, done] {
        const Outcome removed = m_store.remove(name);
        Q_EMIT accountsChanged();
        done(removed);
    };
    ask([name, place](Room &room, Answered answered) {
        SecretPlace *where = room.find(place);
        where ? where->remove(name, std::move(answered)) : answered({});
    }, [name, place, forget, drop, done](const Answer &answer) {
        if (!answer.ok() && !forget)
            return done(explain(answer, place, name));
        drop();
    });
}

Result<std::shared_ptr<SecretSlot>> Vault::slot(const QString &name)
{
    const Result<const Account *> account = known(name);
    if (!account)
        return account.error();
    if (const Outcome prepared = prepare(); !prepared)
        return prepared.error();
    return std::shared_ptr<SecretSlot>(std::make_shared<RoomSlot>(m_room, name, account.value()->place, m_settings.limit + kSlotSlack));
}

void Vault::noteUse(const QString &name)
{
    const Account *account = m_store.find(name);
    const UtcTime now = UtcTime::now();
    if (!account || (account->lastUsed.isValid() && now.us - account->lastUsed.us < kUsePauseUs))
        return;
    if (m_store.update(name, [&](Account &used) { used.lastUsed = now; }))
        Q_EMIT accountsChanged();
}

} // namespace tocsin::vault
