// SPDX-License-Identifier: GPL-3.0-or-later
// The keychain against a real gnome-keyring: unlocked, locked, frozen, with entries that somebody tore.
#include "core/vault/keychainplace.h"
#include "rig/keyring.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::vault;

namespace {

constexpr auto kHome = "4ad0a3a2-52fb-4f28-a2f5-9f1a8a36f1f8";
rig::Keyring *keyring = nullptr;

} // namespace

class TestKeychain final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(keyring->unlock(), qPrintable(keyring->why())); }

    void cleanup()
    {
        keyring->thaw();
        QVERIFY(keyring->unlock());
        for (const QString &key : keyring->keys())
            QVERIFY(keyring->clear(key));
    }

    void valuesComeBack_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("short") << QByteArray("hunter2");
        QTest::newRow("bytes") << QByteArray("\x01\xff\x00 \xc3\xbc,=%$@", 11);
        QTest::newRow("one chunk") << QByteArray(2'000, 'x');
        QTest::newRow("two chunks") << QByteArray(2'001, 'y');
        QTest::newRow("key file") << QByteArray(9'999, 'z');
    }
    void valuesComeBack()
    {
        QFETCH(QByteArray, value);
        KeychainPlace place({.home = QString::fromLatin1(kHome)});
        QVERIFY(write(place, value).ok());
        KeychainPlace again({.home = QString::fromLatin1(kHome)});
        const Answer answer = read(again);
        QVERIFY(answer.ok());
        QCOMPARE(answer.secret.view(), std::string_view(value.constData(), static_cast<size_t>(value.size())));
        QCOMPARE(keyring->keys().size(), 1 + (value.size() + 1'999) / 2'000);
        QVERIFY(keyring->keys().contains(u"%1/hop"_s.arg(QLatin1String(kHome)))); // the contract's key
    }

    // The old generation goes when the new one is whole, and all goes with the account.
    void nothingIsLeftBehind()
    {
        KeychainPlace place({.home = QString::fromLatin1(kHome)});
        QVERIFY(write(place, QByteArray(5'000, 'a')).ok());
        const QStringList before = keyring->keys();
        QVERIFY(write(place, "short").ok());
        QCOMPARE(keyring->keys().size(), 2);
        QCOMPARE(read(place).secret.view(), std::string_view("short"));
        QVERIFY(before != keyring->keys());
        QVERIFY(wait([&](Answered done) { place.remove(u"hop"_s, std::move(done)); }).ok());
        QCOMPARE(keyring->keys(), QStringList());
        QCOMPARE(read(place).trouble, Trouble::Missing);
        QVERIFY(wait([&](Answered done) { place.remove(u"hop"_s, std::move(done)); }).ok()); // again is no trouble
    }

    void lockedIsNotGone()
    {
        KeychainPlace place({.home = QString::fromLatin1(kHome)});
        QVERIFY(write(place, "hunter2").ok());
        QVERIFY2(keyring->lock(), qPrintable(keyring->why()));
        const int before = keyring->prompts();
        QCOMPARE(read(place).trouble, Trouble::Locked); // the service says: no such entry
        QTRY_COMPARE(keyring->prompts(), before + 1); // asked, and only once
        QCOMPARE(write(place, "other").trouble, Trouble::Locked);
        QTRY_COMPARE(keyring->prompts(), before + 2);
        QCOMPARE(wait([&](Answered done) { place.remove(u"hop"_s, std::move(done)); }).trouble, Trouble::Locked);
        QTRY_COMPARE(keyring->prompts(), before + 3);
        QCOMPARE(wait([&](Answered done) { place.probe(std::move(done)); }).trouble, Trouble::Locked);
        QVERIFY(keyring->unlock());
        QCOMPARE(read(place).secret.view(), std::string_view("hunter2")); // untouched
    }

    void tornIsNotGiven()
    {
        KeychainPlace place({.home = QString::fromLatin1(kHome)});
        QVERIFY(write(place, QByteArray(4'500, 'a')).ok());
        for (const QString &key : keyring->keys()) {
            if (key.endsWith(u"/1"_s))
                QVERIFY(keyring->clear(key));
        }
        QCOMPARE(read(place).trouble, Trouble::Torn);
        QVERIFY(write(place, "whole").ok()); // and can be stored again
        QCOMPARE(read(place).secret.view(), std::string_view("whole"));
        QVERIFY(keyring->clear(u"%1/hop"_s.arg(QLatin1String(kHome))));
        QCOMPARE(read(place).trouble, Trouble::Missing);
    }

    // A chunk of another value: as long, so only the checksum tells.
    void foreignChunkIsNotGiven()
    {
        KeychainPlace place({.home = QString::fromLatin1(kHome)});
        QVERIFY(write(place, "hunter2").ok());
        const QString chunk = keyring->keys().filter(u"/0"_s).value(0);
        QVERIFY(keyring->put(chunk, QByteArray("hunter3").toBase64()));
        QCOMPARE(read(place).trouble, Trouble::Torn);
    }

    void frozenServiceHoldsNobody()
    {
        KeychainPlace place({.home = QString::fromLatin1(kHome), .limit = std::chrono::milliseconds(500)});
        QVERIFY(write(place, "hunter2").ok());
        keyring->freeze();
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(read(place).trouble, Trouble::Frozen);
        QVERIFY(clock.elapsed() < 5'000);
        clock.restart();
        QCOMPARE(write(place, "late").trouble, Trouble::Frozen); // at once: it would only wait behind the other
        QVERIFY(clock.elapsed() < 400);
        keyring->thaw();
        // The late result is thrown away, then the place answers again.
        Answer answer;
        QTRY_VERIFY_WITH_TIMEOUT((answer = read(place)).ok(), 60'000);
        QCOMPARE(answer.secret.view(), std::string_view("hunter2"));
    }

    // Many at once on one key come out as one after the other would.
    void operationsOnAKeyKeepTheirOrder()
    {
        KeychainPlace place({.home = QString::fromLatin1(kHome)});
        int ended = 0;
        std::vector<std::string> seen;
        for (int i = 0; i < 8; ++i) {
            place.write(u"hop"_s, SecretBytes(std::string(static_cast<size_t>(1 + i * 700), static_cast<char>('a' + i))), [&](const Answer &answer) {
                QVERIFY(answer.ok());
                ++ended;
            });
            place.read(u"hop"_s, [&](const Answer &answer) {
                seen.emplace_back(answer.secret.view());
                ++ended;
            });
        }
        QTRY_COMPARE_WITH_TIMEOUT(ended, 16, 60'000);
        for (size_t i = 0; i < seen.size(); ++i)
            QCOMPARE(seen[i], std::string(1 + i * 700, static_cast<char>('a' + i)));
    }

    // qtkeychain can write passwords into a settings file instead: never.
    void nobodyAsksForPlainText()
    {
        int files = 0;
        for (const QString &folder : {u"app"_s, u"core"_s, u"ui"_s}) {
            QDirIterator it(QStringLiteral(TOCSIN_SOURCES "/") + folder, {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                QFile file(it.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QByteArray text = file.readAll();
                QVERIFY2(!text.contains("setInsecureFallback"), qPrintable(file.fileName()));
                const bool knowsKeychain = text.contains("qt6keychain");
                QVERIFY2(!knowsKeychain || file.fileName().endsWith(u"core/vault/keychainplace.cpp"_s), qPrintable(file.fileName()));
                ++files;
            }
        }
        QVERIFY(files > 100);
    }

private:
    static Answer wait(const std::function<void(Answered)> &question)
    {
        bool ended = false;
        Answer got;
        question([&](Answer answer) {
            got = std::move(answer);
            ended = true;
        });
        if (!QTest::qWaitFor([&] { return ended; }, 60'000))
            got.trouble = Trouble::Frozen;
        return got;
    }
    static Answer read(KeychainPlace &place) { return wait([&](Answered done) { place.read(u"hop"_s, std::move(done)); }); }
    static Answer write(KeychainPlace &place, const QByteArray &value)
    {
        const SecretBytes secret(std::string_view(value.constData(), static_cast<size_t>(value.size())));
        return wait([&](Answered done) { place.write(u"hop"_s, secret, std::move(done)); });
    }
};

int main(int argc, char **argv)
{
    rig::Keyring real;
    if (!real.up())
        return rig::keyringIsMissing(real.why());
    real.useHere();
    keyring = &real;
    QCoreApplication application(argc, argv);
    TestKeychain test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keychain.moc"
