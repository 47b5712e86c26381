// SPDX-License-Identifier: GPL-3.0-or-later
// Credentials in the files of other programs.
#include "core/vault/foundcredentials.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::vault;

class TestFoundCredentials final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void files_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QStringList>("accounts"); // name kind user host secret
        QTest::newRow("hop") << QByteArray("[[auth]]\nusername = \"mira-1\"\npassword = \"p\\\"a\\\\s#\\u00e9\" # mine\nhostname = \"kafka.scimma.org\"\nmechanism = \"SCRAM_SHA_256\"\n\n"
                                           "[[auth]]\nusername = 'second'\npassword = 'p\"q'\n")
                             << u"hop"_s << QStringList{u"hop-mira-1 scram mira-1 kafka.scimma.org p\"a\\s#é"_s, u"hop-second scram second  p\"q"_s};
        QTest::newRow("old table in config.toml") << QByteArray("fetch_external = true\n[auth]\r\nusername=\"m\"\r\npassword=\"x\"\r\n[other]\npassword = \"no\"\n") << u"hop"_s
                                                  << QStringList{u"hop-m scram m  x"_s};
        QTest::newRow("token endpoint") << QByteArray("[[auth]]\nusername = \"id\"\npassword = \"s\"\ntoken_endpoint = \"https://auth.example.org/token\"\n") << u"hop"_s
                                        << QStringList{u"hop-id client-credentials id auth.example.org s"_s};
        QTest::newRow("token command") << QByteArray("[[auth]]\nusername = \"id\"\ntoken_command = \"get-token\"\n") << u"hop"_s << QStringList{};
        QTest::newRow("CSV") << QByteArray("\xef\xbb\xbfusername,password,hostname\nmira-1,\"a,b\"\"c\",kafka.scimma.org:9092\n") << u"csv"_s
                             << QStringList{u"hop-mira-1 scram mira-1 kafka.scimma.org:9092 a,b\"c"_s};
        QTest::newRow("netrc") << QByteArray("# mine\nmachine kafka://kafka.scimma.org/ login mira password p#w\nmachine ftp.example.org\n login x\n password y\n"
                                             "macdef init\n machine kafka no\n\nmachine kafka.example.org:9093 password \"z z\" login u\ndefault login a password b\n")
                               << u"netrc"_s << QStringList{u"kafka.scimma.org-mira scram mira kafka.scimma.org p#w"_s, u"kafka.example.org-u scram u kafka.example.org:9093 z z"_s};
        QTest::newRow("Fink") << QByteArray("---\nsurvey: ztf\nusername: 'it''s me'\npassword: \"pw\"\nservers: kafka-ztf.fink-broker.org:24499\ngroupid: me_2\nmaxtimeout: 10\ntopics:\n  fink_sn:\n    telegram:\n      token: other\n")
                              << u"fink"_s << QStringList{u"fink-ztf scram it's me kafka-ztf.fink-broker.org:24499 pw"_s};
        QTest::newRow("Fink without a password") << QByteArray("survey: lsst\nusername: me\npassword: null\n") << u"fink"_s << QStringList{};
    }
    void files()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, format);
        QFETCH(QStringList, accounts);
        const Result<FoundCredentials> found = find(file);
        QVERIFY2(found.ok(), found ? "" : qPrintable(found.error().message));
        QCOMPARE(found.value().format, format);
        QStringList got;
        for (const FoundAccount &each : found.value().accounts) {
            QVERIFY(checkAccount(each.account).ok());
            got << QStringList{each.account.name, each.account.kind, each.account.user(), each.account.host(),
                               QString::fromUtf8(each.secret.data(), static_cast<qsizetype>(each.secret.size()))}.join(u' ');
        }
        QCOMPARE(got, accounts);
        QVERIFY(!accounts.isEmpty() || !found.value().notes.isEmpty()); // what is left out is said
    }

    void whatIsLeftOutIsSaid()
    {
        const Result<FoundCredentials> netrc = find("machine kafka.a.org login a password b\nmachine x.org login a password b\ndefault login a password b\n");
        QCOMPARE(netrc.value().accounts.size(), size_t{1});
        QVERIFY(netrc.value().notes.value(0).startsWith(u"2 "_s));
        QCOMPARE(find("[[auth]]\nusername=\"a\"\npassword=\"b\"\nmechanism=\"SCRAM_SHA_512\"\n").value().accounts[0].account.text(u"mechanism"_s), u"SCRAM-SHA-512"_s);
    }

    // With the line, never with what stands in it.
    void brokenFilesAreNamedNotQuoted()
    {
        for (const char *file : {"[[auth]]\nusername = \"a\"\npassword = \"canary\n", "[[auth]]\nusername = \"a\"\npassword = \"\"\"canary\"\"\"\n", "[[auth]]\ncanary\n",
                                 "[[auth]]\na = 1\npassword = \"\\qcanary\"\n", "username,password\na,canary,b\n", "machine kafka.a.org login \"canary\n", "machine a canary b\n",
                                 "username: a\npassword: \"canary\n", "canary", ""}) {
            const Result<FoundCredentials> found = find(file);
            QVERIFY2(!found.ok(), file);
            QVERIFY(!found.error().message.contains(u"canary"_s));
            QCOMPARE(found.error().kind, ErrorKind::BadArgument);
        }
    }

    void anyBytesEndWell()
    {
        const QByteArray seeds[] = {"[[auth]]\nusername = \"a\"\npassword = \"\\u00e9\"\n", "username,password\n\"a\",\"b\"\n", "machine kafka.a login \"b\" password c\n", "survey: a\npassword: 'b'\n"};
        for (const QByteArray &seed : seeds) {
            for (qsizetype at = 0; at < seed.size(); ++at) {
                (void)find(seed.left(at));
                for (const char other : {'"', '\'', '\\', '\n', '\0', ','}) {
                    QByteArray changed = seed;
                    changed[at] = other;
                    (void)find(changed);
                }
            }
        }
    }

    void environmentOfATom()
    {
        QProcessEnvironment environment;
        QVERIFY(findCredentials(environment).accounts.empty());
        environment.insert(u"SCIMMA_AUTH_USERNAME"_s, u"mira"_s);
        QVERIFY(findCredentials(environment).accounts.empty());
        environment.insert(u"SCIMMA_AUTH_PASSWORD"_s, u"pw"_s);
        environment.insert(u"GCN_CLASSIC_CLIENT_ID"_s, u"id"_s);
        environment.insert(u"GCN_CLASSIC_CLIENT_SECRET"_s, u"secret"_s);
        const FoundCredentials found = findCredentials(environment);
        QCOMPARE(found.accounts.size(), size_t{2});
        QCOMPARE(found.accounts[0].secret.view(), std::string_view("pw"));
        QCOMPARE(found.accounts[1].account.user(), u"id"_s);
        QCOMPARE(endOf(found.accounts[1].account).why, AccountEnd::Why::Never); // not stored yet
        for (const FoundAccount &each : found.accounts)
            QVERIFY(checkAccount(each.account).ok());
    }

    void bearerTokens()
    {
        // {"exp":4102444800}
        const QByteArray token = "eyJhbGciOiJub25lIn0.eyJleHAiOjQxMDI0NDQ4MDB9.c2lnbmVk";
        const Result<FoundCredentials> file = find(token + "\n");
        QVERIFY(file.ok());
        QCOMPARE(file.value().format, u"token"_s);
        QCOMPARE(file.value().accounts.at(0).account.kind, u"scitoken"_s);
        QCOMPARE(file.value().accounts.at(0).secret.view(), std::string_view(token.constData(), static_cast<size_t>(token.size())));
        QVERIFY(!find("two words\n").ok());

        QProcessEnvironment environment;
        const QTemporaryDir folder;
        QFile there(folder.path() + u"/bt"_s);
        QVERIFY(there.open(QIODevice::WriteOnly));
        there.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        there.write(token + "\n");
        there.close();
        environment.insert(u"BEARER_TOKEN_FILE"_s, there.fileName());
        QCOMPARE(findCredentials(environment).accounts.size(), size_t{1});
        QCOMPARE(findCredentials(environment).accounts[0].secret.view(), file.value().accounts.at(0).secret.view());
        there.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
        QVERIFY(findCredentials(environment).accounts.empty());
        QVERIFY(findCredentials(environment).notes.join(u' ').contains(u"chmod 600"_s));
        environment.insert(u"BEARER_TOKEN"_s, QString::fromLatin1(token)); // before the file, as everywhere
        QCOMPARE(findCredentials(environment).accounts.size(), size_t{1});
        QVERIFY(checkAccount(findCredentials(environment).accounts[0].account).ok());
    }

private:
    static Result<FoundCredentials> find(const QByteArray &file)
    {
        return findCredentials(SecretBytes(std::string_view(file.constData(), static_cast<size_t>(file.size()))), u"the-file"_s);
    }
};

QTEST_GUILESS_MAIN(TestFoundCredentials)
#include "tst_foundcredentials.moc"
