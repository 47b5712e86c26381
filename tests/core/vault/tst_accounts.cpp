// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets in memory, kinds of accounts, and the marker file with more than one program that changes it.
#include "core/vault/accountstore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::vault;

class TestAccounts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void secretsAreWiped()
    {
        QByteArray typed("hunter2-canary");
        const char *where = typed.constData();
        SecretBytes secret = SecretBytes::takeFrom(typed);
        QVERIFY(typed.isEmpty());
        QVERIFY(where != secret.data());
        QCOMPARE(secret.view(), std::string_view("hunter2-canary"));
        SecretBytes copy = secret;
        copy.truncate(7);
        QCOMPARE(copy.view(), std::string_view("hunter2"));
        QCOMPARE(copy.data()[7], '\0'); // the rest is gone, not only hidden
        const SecretBytes moved = std::move(secret);
        QCOMPARE(moved.view(), std::string_view("hunter2-canary"));
        // A buffer of our own, so that what the destructor left can be looked at.
        char buffer[] = "hunter2-canary";
        vault::wipe(buffer, sizeof buffer);
        QVERIFY(std::all_of(std::begin(buffer), std::end(buffer), [](char c) { return c == 0; }));
    }

    void markerComesBack()
    {
        AccountStore store(file());
        QVERIFY(store.load().ok());
        const Result<QString> home = store.home();
        QVERIFY(home.ok() && home.value().size() == 36);
        Account account = scram(u"hop-mira"_s);
        account.hasSecret = true;
        account.place = u"keychain"_s;
        account.created = UtcTime::fromUs(1790812800000000);
        QVERIFY(store.add(account).ok());
        QVERIFY(!store.add(account).ok()); // the name is taken
        QVERIFY(store.choosePlace(u"file"_s).ok());
        AccountStore again(file());
        QVERIFY(again.load().ok());
        QCOMPARE(again.accounts(), std::vector{account});
        QCOMPARE(again.home().value(), home.value()); // made once
        QCOMPARE(again.chosenPlace(), u"file"_s);
        QVERIFY(again.rename(u"hop-mira"_s, u"hop"_s).ok());
        QVERIFY(!again.rename(u"hop"_s, u"../x"_s).ok());
        QVERIFY(store.load().ok());
        QVERIFY(store.find(u"hop"_s) && !store.find(u"hop-mira"_s));
        QVERIFY(store.remove(u"hop"_s).ok());
        QCOMPARE(store.remove(u"hop"_s).error().kind, ErrorKind::NotFound);
    }

    void whatANewerVersionWroteStays()
    {
        write(R"({"tocsin_accounts": 1, "home": "4ad0a3a2-52fb-4f28-a2f5-9f1a8a36f1f8", "later": {"a": 1}, "accounts": [
            {"name": "x", "kind": "scram", "secret": true, "place": "keychain", "options": {"user": "u", "new_option": "n"}, "colour": "red"},
            {"name": "y", "kind": "of-the-future", "secret": true, "options": {"a": "b"}}]})");
        AccountStore store(file());
        QVERIFY(store.load().ok());
        QVERIFY(store.update(u"x"_s, [](Account &account) { account.lastUsed = UtcTime::now(); }).ok());
        QFile written(file());
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray text = written.readAll();
        for (const char *kept : {"\"later\"", "\"new_option\"", "\"colour\"", "of-the-future", "\"a\": \"b\"", "4ad0a3a2"})
            QVERIFY2(text.contains(kept), kept);
    }

    void brokenMarkerIsLeftAlone()
    {
        for (const char *text : {"{\"accounts\": [", "[]", "{\"tocsin_accounts\": 2, \"accounts\": []}", "{\"accounts\": [3]}",
                                 "{\"accounts\": [{\"name\": \"a\"}, {\"name\": \"a\"}]}"}) {
            write(text);
            AccountStore store(file());
            QVERIFY2(!store.load().ok(), text);
            QVERIFY(!store.add(scram(u"a"_s)).ok());
            QFile kept(file());
            QVERIFY(kept.open(QIODevice::ReadOnly));
            QCOMPARE(kept.readAll(), QByteArray(text));
        }
    }

    void manyAtOnceLoseNothing()
    {
        std::vector<std::thread> programs;
        std::atomic<size_t> added = 0;
        for (int program = 0; program < 4; ++program) {
            programs.emplace_back([this, program, &added] {
                AccountStore store(file());
                for (int i = 0; i < 8; ++i)
                    added += store.add(scram(u"s%1-%2"_s.arg(program).arg(i))).ok() ? 1 : 0; // else it is told
            });
        }
        for (std::thread &program : programs)
            program.join();
        AccountStore store(file());
        QVERIFY(store.load().ok());
        QVERIFY(added > 8);
        QCOMPARE(store.accounts().size(), added.load());
    }

    void everyKindIsDescribed()
    {
        QStringList ids;
        for (const AccountKind &kind : accountKinds()) {
            ids << kind.id;
            QVERIFY(*kind.label && *kind.help && *kind.secretLabel);
            for (const options::OptionSpec &spec : kind.options) {
                QVERIFY(*spec.label && *spec.help);
                QVERIFY(spec.type != options::OptionType::Secret); // secrets are never options
            }
        }
        QCOMPARE(ids, QStringList({u"scram"_s, u"client-credentials"_s, u"oauth"_s, u"scitoken"_s, u"token"_s, u"service-account"_s, u"tom"_s}));
        Account account = scram(u"a"_s);
        account.values.unset(u"user"_s);
        QVERIFY(!checkAccount(account).ok());
        account = scram(u"a"_s);
        account.kind = u"nonsense"_s;
        QVERIFY(checkAccount(account).error().remedy.contains(u"client-credentials"_s));
        account = {.name = u"t"_s, .kind = u"tom"_s};
        account.values.set(u"url"_s, u"http://tom.example.org"_s);
        QVERIFY(!checkAccount(account).ok()); // a token in clear text
    }

    void formOfASecretIsChecked()
    {
        const AccountKind &password = *findAccountKind(u"scram"_s);
        QVERIFY(checkSecret(password, SecretBytes("a b,=%$@ü")).ok());
        for (const std::string_view wrong : {std::string_view(""), std::string_view("a\nb"), std::string_view("a\0b", 3)})
            QVERIFY(!checkSecret(password, SecretBytes(wrong)).ok());
        const AccountKind &key = *findAccountKind(u"service-account"_s);
        QVERIFY(checkSecret(key, SecretBytes("{\n\"private_key\": \"x\"}")).ok());
        const Outcome refused = checkSecret(key, SecretBytes("{\"private_key\": canary"));
        QVERIFY(!refused.ok() && !refused.error().message.contains(u"canary"_s));
    }

    void itIsToldWhatDiesWhen()
    {
        const UtcTime now = UtcTime::fromIso("2026-11-10T00:00:00Z");
        Account gcn{.name = u"gcn"_s, .kind = u"client-credentials"_s, .created = UtcTime::fromIso("2026-10-01T00:00:00Z")};
        gcn.values.set(u"client_id"_s, u"c"_s);
        QCOMPARE(endText(gcn, now), u"not stated"_s);
        gcn.values.set(u"host"_s, u"kafka.gcn.nasa.gov:9092"_s);
        QVERIFY(endOf(gcn).isOver(now)); // never used for 40 days
        gcn.lastUsed = UtcTime::fromIso("2026-11-08T00:00:00Z");
        QCOMPARE(endOf(gcn).why, AccountEnd::Why::Idle);
        QVERIFY(endText(gcn, now).contains(u"28"_s));
        gcn.values.set(u"host"_s, u"notgcn.nasa.gov"_s);
        QCOMPARE(endOf(gcn).why, AccountEnd::Why::Never);

        const auto jwt = [](const QByteArray &claims) {
            return SecretBytes(("eyJhbGciOiJub25lIn0." + claims.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) + ".sig").toStdString());
        };
        QCOMPARE(tokenExpiry(jwt("{\"exp\": 1793577600}")).us, UtcTime::fromIso("2026-11-02T00:00:00Z").us);
        for (const char *none : {"{}", "[]", "{\"exp\": \"x\"}", "{\"exp\": 1e300}", "x"})
            QVERIFY2(!tokenExpiry(jwt(none)).isValid(), none);
        QVERIFY(!tokenExpiry(SecretBytes("abc.def.ghi")).isValid());
        Account token{.name = u"t"_s, .kind = u"scitoken"_s, .expires = UtcTime::fromIso("2026-11-02T00:00:00Z")};
        QCOMPARE(endText(token, now), u"ended 2026-11-02T00:00Z"_s);
    }

private:
    [[nodiscard]] QString file() const { return m_folder->path() + u"/config/accounts.json"_s; }
    void write(const char *text) const
    {
        QDir().mkpath(m_folder->path() + u"/config"_s);
        QFile out(file());
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text);
    }
    static Account scram(const QString &name)
    {
        Account account{.name = name, .kind = u"scram"_s};
        account.values.set(u"user"_s, u"mira"_s);
        return account;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
