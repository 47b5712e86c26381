// SPDX-License-Identifier: GPL-3.0-or-later
// The vault as a whole, on its own thread: with a real keyring, and with --no-bus without any.
#include "core/vault/vault.h"
#include "rig/keyring.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::vault;

namespace {

rig::Keyring *keyring = nullptr;

Outcome outcome(const std::function<void(Vault::Finished)> &question)
{
    std::optional<Outcome> got;
    question([&](const Outcome &answer) { got = answer; });
    return QTest::qWaitFor([&] { return got.has_value(); }, 60'000) ? *got : Outcome(Error{.message = u"no answer"_s});
}

Result<SecretBytes> secretOf(Vault &vault, const QString &name)
{
    std::optional<Result<SecretBytes>> got;
    vault.read(name, [&](Result<SecretBytes> answer) { got = std::move(answer); });
    return QTest::qWaitFor([&] { return got.has_value(); }, 60'000) ? *got : Result<SecretBytes>(Error{.message = u"no answer"_s});
}

Account scram(const QString &name)
{
    Account account{.name = name, .kind = u"scram"_s};
    account.values.set(u"user"_s, u"mira"_s);
    return account;
}

// One home, opened as often as a test likes: each is another start of the program.
class Home
{
public:
    [[nodiscard]] std::unique_ptr<Vault> start(bool sessionIsEnough = false) const
    {
        auto vault = std::make_unique<Vault>(Vault::Settings{.places = Places::resolve(m_folder.path()),
                                                             .sessionIsEnough = sessionIsEnough,
                                                             .cost = SealedFile::kCheap,
                                                             .credentials = m_folder.path() + u"/credentials"_s});
        return vault->open() ? std::move(vault) : nullptr;
    }
    [[nodiscard]] QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

} // namespace

class TestVault final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(keyring->unlock()); }

    void accountsAreKept()
    {
        const Home home;
        const auto vault = home.start();
        QVERIFY(outcome([&](Vault::Finished done) { vault->add(scram(u"hop"_s), SecretBytes("hunter2"), std::move(done)); }).ok());
        QVERIFY(!outcome([&](Vault::Finished done) { vault->add(scram(u"hop"_s), SecretBytes("other"), std::move(done)); }).ok());
        QCOMPARE(secretOf(*vault, u"hop"_s).value().view(), std::string_view("hunter2")); // the first one's
        QCOMPARE(home.start()->accounts().find(u"hop"_s)->place, u"keychain"_s);
        QCOMPARE(secretOf(*home.start(), u"hop"_s).value().view(), std::string_view("hunter2"));
        QVERIFY(outcome([&](Vault::Finished done) { vault->rename(u"hop"_s, u"hop-mira"_s, std::move(done)); }).ok());
        QCOMPARE(secretOf(*vault, u"hop-mira"_s).value().view(), std::string_view("hunter2"));
        QCOMPARE(secretOf(*vault, u"hop"_s).error().kind, ErrorKind::NotFound);
        QCOMPARE(keyring->keys().filter(u"/hop/"_s).size(), 0);
        QVERIFY(outcome([&](Vault::Finished done) { vault->renew(u"hop-mira"_s, SecretBytes("new"), std::move(done)); }).ok());
        QCOMPARE(secretOf(*vault, u"hop-mira"_s).value().view(), std::string_view("new"));
        QVERIFY(!vault->accounts().find(u"hop-mira"_s)->lastUsed.isValid());
        vault->noteUse(u"hop-mira"_s);
        QVERIFY(home.start()->accounts().find(u"hop-mira"_s)->lastUsed.isValid());
        QVERIFY(outcome([&](Vault::Finished done) { vault->remove(u"hop-mira"_s, false, std::move(done)); }).ok());
        QCOMPARE(keyring->keys(), QStringList());
    }

    void lockedLosesNothing()
    {
        const Home home;
        const auto vault = home.start(true);
        QVERIFY(outcome([&](Vault::Finished done) { vault->add(scram(u"hop"_s), SecretBytes("hunter2"), std::move(done)); }).ok());
        QVERIFY(keyring->lock());
        const Result<SecretBytes> locked = secretOf(*vault, u"hop"_s);
        QCOMPARE(locked.error().kind, ErrorKind::Keychain);
        QVERIFY(locked.error().message.contains(u"locked"_s) && locked.error().retriable);
        QVERIFY(!outcome([&](Vault::Finished done) { vault->remove(u"hop"_s, false, std::move(done)); }).ok());
        QVERIFY(!outcome([&](Vault::Finished done) { vault->rename(u"hop"_s, u"other"_s, std::move(done)); }).ok());
        // Not even where memory would do: a locked keyring is there, and the person can unlock it.
        QVERIFY(!outcome([&](Vault::Finished done) { vault->add(scram(u"second"_s), SecretBytes("x"), std::move(done)); }).ok());
        QVERIFY(!vault->accounts().find(u"second"_s)); // no account without its secret
        QVERIFY(keyring->unlock());
        QCOMPARE(secretOf(*vault, u"hop"_s).value().view(), std::string_view("hunter2"));
        QVERIFY(keyring->lock());
        QVERIFY(outcome([&](Vault::Finished done) { vault->remove(u"hop"_s, true, std::move(done)); }).ok()); // forgotten, not removed
        QVERIFY(!vault->accounts().find(u"hop"_s));
    }

    void clearedByAnotherProgramIsSaid()
    {
        const Home home;
        const auto vault = home.start();
        QVERIFY(outcome([&](Vault::Finished done) { vault->add(scram(u"hop"_s), SecretBytes("hunter2"), std::move(done)); }).ok());
        for (const QString &key : keyring->keys())
            QVERIFY(keyring->clear(key));
        QVERIFY(secretOf(*vault, u"hop"_s).error().message.contains(u"gone"_s));
    }
};

class TestWithoutBus final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noVaultIsSaid()
    {
        const Home home;
        const auto vault = home.start();
        const Outcome refused = outcome([&](Vault::Finished done) { vault->add(scram(u"hop"_s), SecretBytes("hunter2"), std::move(done)); });
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::Keychain);
        QVERIFY(refused.error().message.contains(u"no keychain"_s));
        QVERIFY(vault->accounts().accounts().empty());
        QVERIFY(!outcome([&](Vault::Finished done) { vault->probe(std::move(done)); }).ok());
    }

    void memoryIsForThisSession()
    {
        const Home home;
        {
            const auto vault = home.start(true);
            QVERIFY(outcome([&](Vault::Finished done) { vault->add(scram(u"hop"_s), SecretBytes("hunter2"), std::move(done)); }).ok());
            QCOMPARE(vault->accounts().find(u"hop"_s)->place, u"session"_s); // which one is used can be asked for
            QCOMPARE(secretOf(*vault, u"hop"_s).value().view(), std::string_view("hunter2"));
            QVERIFY(outcome([&](Vault::Finished done) { vault->rename(u"hop"_s, u"mira"_s, std::move(done)); }).ok());
            QCOMPARE(secretOf(*vault, u"mira"_s).value().view(), std::string_view("hunter2"));
        }
        const auto again = home.start(true);
        const Result<SecretBytes> gone = secretOf(*again, u"mira"_s);
        QVERIFY(!gone.ok() && gone.error().message.contains(u"No secret"_s));
        QVERIFY(outcome([&](Vault::Finished done) { again->renew(u"mira"_s, SecretBytes("new"), std::move(done)); }).ok());
        QCOMPARE(secretOf(*again, u"mira"_s).value().view(), std::string_view("new"));
    }

    void vaultFileIsChosen()
    {
        const Home home;
        {
            const auto vault = home.start();
            QVERIFY(!vault->choosePlace(u"cloud"_s).ok());
            QVERIFY(vault->choosePlace(u"file"_s).ok());
            QVERIFY(!outcome([&](Vault::Finished done) { vault->add(scram(u"hop"_s), SecretBytes("hunter2"), std::move(done)); }).ok()); // no passphrase yet
            vault->setPassphrase(SecretBytes("correct horse"));
            QVERIFY(outcome([&](Vault::Finished done) { vault->add(scram(u"hop"_s), SecretBytes("hunter2"), std::move(done)); }).ok());
        }
        const auto again = home.start();
        QVERIFY(secretOf(*again, u"hop"_s).error().message.contains(u"locked"_s));
        again->setPassphrase(SecretBytes("wrong"));
        QVERIFY(secretOf(*again, u"hop"_s).error().message.contains(u"not the passphrase"_s));
        again->setPassphrase(SecretBytes("correct horse"));
        QCOMPARE(secretOf(*again, u"hop"_s).value().view(), std::string_view("hunter2"));
        QVERIFY(outcome([&](Vault::Finished done) { again->remove(u"hop"_s, false, std::move(done)); }).ok());
    }

    void credentialsOfTheServiceGoFirst()
    {
        const Home home;
        QDir().mkpath(home.path() + u"/credentials"_s);
        QFile file(home.path() + u"/credentials/hop"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner) && file.write("given\n") == 6);
        file.close();
        const auto vault = home.start(true);
        QVERIFY(outcome([&](Vault::Finished done) { vault->add(scram(u"hop"_s), SecretBytes("stored"), std::move(done)); }).ok());
        QCOMPARE(secretOf(*vault, u"hop"_s).value().view(), std::string_view("given"));
        QVERIFY(file.remove());
        QCOMPARE(secretOf(*vault, u"hop"_s).value().view(), std::string_view("stored"));
        Account service = scram(u"service"_s);
        service.place = u"credentials"_s;
        QVERIFY(outcome([&](Vault::Finished done) { vault->add(service, SecretBytes(), std::move(done)); }).ok());
        QVERIFY(secretOf(*vault, u"service"_s).error().remedy.contains(u"LoadCredentialEncrypted=service"_s));
    }

    // A vault that goes while something is asked takes nobody with it.
    void goesWhileAsked()
    {
        const Home home;
        for (int i = 0; i < 20; ++i) {
            auto vault = home.start();
            // The keychain's answer takes its time, the file's is there at once.
            vault->probe([](const Outcome &) { QFAIL("nobody is there to be told"); });
            QVERIFY(vault->choosePlace(u"file"_s).ok());
            vault->probe([](const Outcome &) { QFAIL("nobody is there to be told"); });
            QVERIFY(vault->choosePlace(u"keychain"_s).ok());
        }
        const auto last = home.start();
        QVERIFY(!outcome([&](Vault::Finished done) { last->probe(std::move(done)); }).ok());
    }
};

int main(int argc, char **argv)
{
    const bool noBus = argc > 1 && qstrcmp(argv[1], "--no-bus") == 0;
    rig::Keyring real;
    if (noBus)
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    else if (!real.up())
        return rig::keyringIsMissing(real.why());
    else
        real.useHere();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY"})
        qunsetenv(name);
    keyring = &real;
    QCoreApplication application(argc, argv);
    if (noBus) {
        TestWithoutBus test;
        return QTest::qExec(&test, argc - 1, argv + 1);
    }
    TestVault test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_vault.moc"
