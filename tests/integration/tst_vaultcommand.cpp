// SPDX-License-Identifier: GPL-3.0-or-later
// `tocsin accounts` and what uses an account, against a real keyring: unlocked, locked, absent, frozen. Every secret is a
// canary that no file, output, argument or environment may show.
#include "integration/program.h"
#include "rig/keyring.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin::tests;

namespace {

tocsin::rig::Keyring *keyring = nullptr;

} // namespace

class TestVaultCommand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY2(keyring->unlock(), qPrintable(keyring->why()));
        for (const QString &key : keyring->keys())
            QVERIFY(keyring->clear(key));
        m_home = std::make_unique<QTemporaryDir>();
        m_environment = keyring->environment();
        m_everything.clear();
    }
    void cleanup() { keyring->thaw(); }

    void accountIsAddedListedTestedRenamedRemoved();
    void argumentsAreRefused_data();
    void argumentsAreRefused();
    void noKeyringIsSixAndTheFileIsChosen();
    void lockedIsSix();
    void frozenIsSixWithinTenSeconds();
    void deniedFilesAreRefused();
    void streamTakesUserAndSecretFromItsAccount();
    void importTakesTheSecretsAndTheFile();
    void canariesAreNowhere();

private:
    struct Run {
        int code = -1;
        QString out;
        QString said;
    };
    // With debug output, so that what a log would hold is seen.
    Run tocsin(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.start(QStringLiteral(TOCSIN_PROGRAM), QStringList{u"--home"_s, m_home->path(), u"--log-level"_s, u"debug"_s} + arguments);
        process.waitForStarted();
        // Before the secret is given: the program waits for it.
        lookInside(process.processId());
        process.write(input);
        process.closeWriteChannel();
        Run run;
        if (process.waitForFinished(60'000))
            run.code = process.exitCode();
        const QByteArray out = process.readAllStandardOutput();
        const QByteArray said = process.readAllStandardError();
        m_everything += out + said;
        run.out = QString::fromUtf8(out);
        run.said = QString::fromUtf8(said);
        return run;
    }
    Run listen(const QString &stream) { return tocsin({u"listen"_s, u"--no-archive"_s, u"--from"_s, u"live"_s, stream, u"--for"_s, u"1s"_s}); }
    void lookInside(qint64 pid)
    {
        for (const char *name : {"cmdline", "environ"}) {
            QFile file(u"/proc/%1/%2"_s.arg(pid).arg(QLatin1String(name)));
            if (file.open(QIODevice::ReadOnly)) // not readable is as well: nobody else reads it either
                m_everything += file.readAll();
        }
    }
    QString secretFile(const QString &name, const QByteArray &secret, QFile::Permissions permissions = QFile::ReadOwner | QFile::WriteOwner)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || !file.setPermissions(permissions) || file.write(secret) != secret.size())
            return {};
        return path;
    }
    [[nodiscard]] QByteArrayList everyFile() const
    {
        QByteArrayList all;
        QDirIterator it(m_home->path(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly))
                all << file.fileName().toUtf8() + '\0' + file.readAll();
        }
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_home;
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    QByteArray m_everything; // output, arguments and environments of all runs
};

void TestVaultCommand::accountIsAddedListedTestedRenamedRemoved()
{
    QCOMPARE(tocsin({u"accounts"_s, u"list"_s}).code, 0);
    QCOMPARE(tocsin({u"accounts"_s, u"add"_s, u"scram"_s, u"hop"_s, u"user=mira"_s, u"host=127.0.0.1:1"_s}, "first\n").code, 0);
    QCOMPARE(tocsin({u"accounts"_s, u"add"_s, u"token"_s, u"archive"_s, u"host=x"_s, u"--secret-file"_s, secretFile(u"t"_s, "a-token\n")}).code, 0);
    QCOMPARE(keyring->keys().size(), 4); // value and manifest of each
    const QStringList line = tocsin({u"accounts"_s, u"list"_s}).out.section(u'\n', 0, 0).split(u'\t');
    QCOMPARE(line.mid(0, 5), QStringList({u"hop"_s, u"scram"_s, u"127.0.0.1:1"_s, u"mira"_s, u"keychain"_s}));
    const auto json = nlohmann::json::parse(tocsin({u"accounts"_s, u"list"_s, u"--json"_s}).out.section(u'\n', 0, 0).toStdString());
    QCOMPARE(json["has_secret"].get<bool>(), true);
    QCOMPARE(tocsin({u"accounts"_s, u"test"_s, u"hop"_s}).code, 11); // the secret is there, its server is not
    QCOMPARE(tocsin({u"accounts"_s, u"test"_s, u"archive"_s}).code, 0); // no server to ask
    QCOMPARE(tocsin({u"accounts"_s, u"add"_s, u"scram"_s, u"hop"_s, u"user=x"_s}, "other\n").code, 2);
    QCOMPARE(tocsin({u"accounts"_s, u"renew"_s, u"hop"_s}, "second\n").code, 0);
    QCOMPARE(tocsin({u"streams"_s, u"add"_s, u"kafka"_s, u"s"_s, u"servers=127.0.0.1:1"_s, u"topics=t"_s, u"security=SASL_PLAINTEXT"_s, u"account=hop"_s}).code, 0);
    QCOMPARE(tocsin({u"streams"_s, u"set"_s, u"s"_s, u"account=nobody"_s}).code, 3);
    QCOMPARE(tocsin({u"streams"_s, u"set"_s, u"s"_s, u"account=archive"_s}).code, 2); // a token is no password
    const Run used = tocsin({u"accounts"_s, u"remove"_s, u"hop"_s});
    QCOMPARE(used.code, 2);
    QVERIFY(used.said.contains(u"used by s"_s));
    QCOMPARE(tocsin({u"accounts"_s, u"rename"_s, u"hop"_s, u"hop-mira"_s}).code, 0);
    QVERIFY(tocsin({u"streams"_s, u"show"_s, u"s"_s}).out.contains(u"\"hop-mira\""_s)); // the stream follows
    QCOMPARE(tocsin({u"accounts"_s, u"test"_s, u"hop-mira"_s}).code, 11);
    QCOMPARE(tocsin({u"accounts"_s, u"test"_s, u"hop"_s}).code, 3);
    QCOMPARE(tocsin({u"streams"_s, u"remove"_s, u"s"_s}).code, 0);
    QCOMPARE(tocsin({u"accounts"_s, u"remove"_s, u"hop-mira"_s}).code, 0);
    QCOMPARE(tocsin({u"accounts"_s, u"remove"_s, u"archive"_s}).code, 0);
    QCOMPARE(keyring->keys(), QStringList());
    QCOMPARE(tocsin({u"accounts"_s, u"list"_s}).out, QString());
}

void TestVaultCommand::argumentsAreRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("says");
    QTest::newRow("kind") << QStringList{u"magic"_s, u"a"_s} << QByteArray("x\n") << u"client-credentials"_s;
    QTest::newRow("name") << QStringList{u"scram"_s, u"../a"_s, u"user=x"_s} << QByteArray("x\n") << u"no name"_s;
    QTest::newRow("user is wanted") << QStringList{u"scram"_s, u"a"_s} << QByteArray("x\n") << u"user"_s;
    QTest::newRow("secret as an option") << QStringList{u"scram"_s, u"a"_s, u"user=x"_s, u"password=y"_s} << QByteArray("x\n") << u"no option “password”"_s;
    QTest::newRow("secret as an argument") << QStringList{u"scram"_s, u"a"_s, u"user=x"_s, u"hunter2"_s} << QByteArray("x\n") << u"never stands there"_s;
    QTest::newRow("no secret") << QStringList{u"scram"_s, u"a"_s, u"user=x"_s} << QByteArray() << u"no secret"_s;
    QTest::newRow("lines") << QStringList{u"scram"_s, u"a"_s, u"user=x"_s} << QByteArray("x\ny\n") << u"more than one line"_s;
    QTest::newRow("key file") << QStringList{u"service-account"_s, u"a"_s} << QByteArray("no json\n") << u"no key file"_s;
    QTest::newRow("clear text") << QStringList{u"tom"_s, u"a"_s, u"url=http://tom.example.org"_s} << QByteArray("x\n") << u"url"_s;
    QTest::newRow("vault") << QStringList{u"scram"_s, u"a"_s, u"user=x"_s, u"--in"_s, u"cloud"_s} << QByteArray("x\n") << u"cloud"_s;
}

void TestVaultCommand::argumentsAreRefused()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, input);
    QFETCH(QString, says);
    const Run run = tocsin(QStringList{u"accounts"_s, u"add"_s} + arguments, input);
    QCOMPARE(run.code, 2);
    QVERIFY2(run.said.contains(says), qPrintable(run.said));
    QVERIFY(!run.said.contains(u"hunter2"_s)); // not even when it stood at the wrong place
    QCOMPARE(tocsin({u"accounts"_s, u"list"_s}).out, QString());
    QCOMPARE(keyring->keys(), QStringList());
}

void TestVaultCommand::noKeyringIsSixAndTheFileIsChosen()
{
    m_environment = keyring->withoutBus();
    const QStringList add{u"accounts"_s, u"add"_s, u"scram"_s, u"hop"_s, u"user=mira"_s};
    const Run refused = tocsin(add, "hunter2\n");
    QCOMPARE(refused.code, 6);
    QVERIFY2(refused.said.contains(u"accounts vault file"_s), qPrintable(refused.said));
    QCOMPARE(tocsin({u"accounts"_s, u"list"_s}).out, QString());
    QCOMPARE(tocsin({u"accounts"_s, u"vault"_s}).code, 6);

    const QStringList passphrase{u"--passphrase-file"_s, secretFile(u"p"_s, "correct horse\n")};
    QCOMPARE(tocsin(QStringList{u"accounts"_s, u"vault"_s, u"file"_s} + passphrase).code, 0);
    QCOMPARE(tocsin(add, "hunter2\n").code, 6); // nobody gives the passphrase
    QCOMPARE(tocsin(add + passphrase, "hunter2\n").code, 0);
    QCOMPARE(tocsin({u"accounts"_s, u"test"_s, u"hop"_s}).code, 6);
    const QStringList test{u"accounts"_s, u"test"_s, u"hop"_s};
    const Run wrong = tocsin(test + QStringList{u"--passphrase-file"_s, secretFile(u"w"_s, "wrong\n")});
    QCOMPARE(wrong.code, 6);
    QVERIFY(wrong.said.contains(u"not the passphrase"_s));
    QCOMPARE(tocsin(test + passphrase).code, 0);
    // A service of systemd brings both.
    m_environment.insert(u"CREDENTIALS_DIRECTORY"_s, m_folder.path());
    QVERIFY(!secretFile(u"tocsin-vault"_s, "correct horse\n").isEmpty());
    QCOMPARE(tocsin(test).code, 0);
    QVERIFY(!secretFile(u"given"_s, "of the unit\n").isEmpty());
    QCOMPARE(tocsin({u"accounts"_s, u"add"_s, u"scram"_s, u"given"_s, u"user=x"_s, u"--in"_s, u"credentials"_s}).code, 0);
    QCOMPARE(tocsin({u"accounts"_s, u"test"_s, u"given"_s}).code, 0);
    for (const QByteArray &file : everyFile())
        QVERIFY2(!file.contains("hunter2") && !file.contains("horse"), file.constData());
}

void TestVaultCommand::lockedIsSix()
{
    QCOMPARE(tocsin({u"accounts"_s, u"add"_s, u"scram"_s, u"hop"_s, u"user=mira"_s}, "hunter2\n").code, 0);
    QVERIFY(keyring->lock());
    for (const QStringList &arguments : {QStringList{u"test"_s, u"hop"_s}, {u"remove"_s, u"hop"_s}, {u"rename"_s, u"hop"_s, u"b"_s}, {u"vault"_s}}) {
        const Run run = tocsin(QStringList{u"accounts"_s} + arguments);
        QCOMPARE(run.code, 6);
        QVERIFY2(run.said.contains(u"Unlock your keyring"_s), qPrintable(run.said));
    }
    QCOMPARE(tocsin({u"accounts"_s, u"renew"_s, u"hop"_s}, "other\n").code, 6); // and overwrites nothing
    QVERIFY(keyring->unlock());
    QCOMPARE(tocsin({u"accounts"_s, u"test"_s, u"hop"_s}).code, 0);
    QCOMPARE(tocsin({u"accounts"_s, u"remove"_s, u"hop"_s}).code, 0);
}

void TestVaultCommand::frozenIsSixWithinTenSeconds()
{
    QCOMPARE(tocsin({u"accounts"_s, u"add"_s, u"scram"_s, u"hop"_s, u"user=mira"_s}, "hunter2\n").code, 0);
    keyring->freeze();
    QElapsedTimer clock;
    clock.start();
    const Run run = tocsin({u"accounts"_s, u"test"_s, u"hop"_s});
    QCOMPARE(run.code, 6);
    QVERIFY2(run.said.contains(u"did not answer"_s), qPrintable(run.said));
    QVERIFY2(clock.elapsed() < 20'000, qPrintable(QString::number(clock.elapsed())));
    keyring->thaw();
    QCOMPARE(tocsin({u"accounts"_s, u"remove"_s, u"hop"_s}).code, 0);
}

void TestVaultCommand::deniedFilesAreRefused()
{
    const QString open = secretFile(u"open"_s, "hunter2\n", QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    for (const QStringList &arguments : {QStringList{u"accounts"_s, u"add"_s, u"scram"_s, u"hop"_s, u"user=x"_s, u"--secret-file"_s, open},
                                         {u"topics"_s, u"kafka://alice@127.0.0.1:1/t?security=SASL_PLAINTEXT"_s, u"--secret-file"_s, open}}) {
        const Run run = tocsin(arguments);
        QCOMPARE(run.code, 2);
        QVERIFY2(run.said.contains(u"chmod 600"_s) && !run.said.contains(u"hunter2"_s), qPrintable(run.said));
    }
}

// Nobody listens there: a run that goes on to its time has had its secret. Where the vault cannot help, it ends before.
void TestVaultCommand::streamTakesUserAndSecretFromItsAccount()
{
    QCOMPARE(tocsin({u"accounts"_s, u"add"_s, u"scram"_s, u"hop"_s, u"user=mira"_s, u"host=127.0.0.1:1"_s}, "hunter2\n").code, 0);
    QCOMPARE(tocsin({u"streams"_s, u"add"_s, u"kafka"_s, u"s"_s, u"servers=127.0.0.1:1"_s, u"topics=t"_s, u"security=SASL_PLAINTEXT"_s, u"account=hop"_s}).code, 0);
    QCOMPARE(listen(u"s"_s).code, 0);
    // A URL finds it by user and server.
    QCOMPARE(listen(u"kafka://mira@127.0.0.1:1/t?security=SASL_PLAINTEXT"_s).code, 0);
    QCOMPARE(listen(u"kafka://else@127.0.0.1:1/t?security=SASL_PLAINTEXT"_s).code, 2);
    QCOMPARE(listen(u"kafka://127.0.0.1:2/t?security=SASL_PLAINTEXT&account=hop"_s).code, 0);
    QVERIFY(!tocsin({u"accounts"_s, u"list"_s}).out.split(u'\t').value(5).isEmpty()); // last used
    QVERIFY(keyring->lock());
    QCOMPARE(listen(u"s"_s).code, 6);
    QCOMPARE(tocsin({u"listen"_s, u"s"_s, u"--for"_s, u"1s"_s, u"--secret-file"_s, secretFile(u"f"_s, "hunter2\n")}).code, 0); // a way round
    QVERIFY(keyring->unlock());
    for (const QString &key : keyring->keys())
        QVERIFY(keyring->clear(key));
    const Run gone = listen(u"s"_s);
    QCOMPARE(gone.code, 6);
    QVERIFY2(gone.said.contains(u"gone"_s) && gone.said.contains(u"accounts renew hop"_s), qPrintable(gone.said));
}

void TestVaultCommand::importTakesTheSecretsAndTheFile()
{
    const QString hop = secretFile(u"auth.toml"_s, "[[auth]]\nusername = \"mira\"\npassword = \"canary-hop-1\"\nhostname = \"kafka.scimma.org\"\n\n[[auth]]\nusername = \"mira\"\npassword = \"canary-hop-2\"\n");
    QCOMPARE(tocsin({u"accounts"_s, u"import"_s, hop, u"--dry-run"_s}).out, u"hop-mira\tscram\tkafka.scimma.org\tmira\nhop-mira-2\tscram\t\tmira\n"_s);
    QVERIFY(keyring->keys().isEmpty());
    QVERIFY(keyring->lock());
    QCOMPARE(tocsin({u"accounts"_s, u"import"_s, hop, u"--remove-file"_s}).code, 6);
    QVERIFY(QFile::exists(hop)); // the only place that has them
    QVERIFY(keyring->unlock());
    const Run imported = tocsin({u"accounts"_s, u"import"_s, hop, u"--remove-file"_s});
    QCOMPARE(imported.code, 0);
    QCOMPARE(imported.out, u"hop-mira\tscram\tkafka.scimma.org\tmira\nhop-mira-2\tscram\t\tmira\n"_s);
    QVERIFY(!QFile::exists(hop));
    QCOMPARE(tocsin({u"accounts"_s, u"test"_s, u"hop-mira-2"_s}).code, 0);
    // Others need the rest of it.
    const QString netrc = secretFile(u"netrc"_s, "machine kafka://kafka.scimma.org/ login u password canary-net-1\nmachine ftp.example.org login x password canary-net-2\n");
    const Run kept = tocsin({u"accounts"_s, u"import"_s, netrc, u"--remove-file"_s});
    QCOMPARE(kept.code, 0);
    QVERIFY2(QFile::exists(netrc) && kept.said.contains(u"not removed"_s), qPrintable(kept.said));
    QCOMPARE(tocsin({u"accounts"_s, u"import"_s, secretFile(u"x"_s, "canary")}).code, 2);
    QCOMPARE(tocsin({u"accounts"_s, u"import"_s}).code, 2);
    QCOMPARE(tocsin({u"accounts"_s, u"import"_s, u"--environment"_s}).code, 3);
    QVERIFY(!m_everything.contains("canary"));
    m_environment.insert(u"SCIMMA_AUTH_USERNAME"_s, u"mira"_s);
    m_environment.insert(u"SCIMMA_AUTH_PASSWORD"_s, u"of the environment"_s);
    QCOMPARE(tocsin({u"accounts"_s, u"import"_s, u"--environment"_s}).code, 0);
    for (const QByteArray &file : everyFile())
        QVERIFY2(!file.contains("canary"), file.constData());
}

void TestVaultCommand::canariesAreNowhere()
{
    const QByteArrayList canaries{"canary-scram-4711", "canary-client-4712", "canary-refresh-4713", "canary-token-4714", "canary-key-4715", "canary-new-4716", "canary-file-4717",
                                  "canary-pass-4718"};
    QCOMPARE(tocsin({u"accounts"_s, u"add"_s, u"scram"_s, u"a"_s, u"user=mira"_s, u"host=127.0.0.1:1"_s}, canaries[0] + '\n').code, 0);
    QCOMPARE(tocsin({u"accounts"_s, u"add"_s, u"client-credentials"_s, u"b"_s, u"client_id=c"_s}, canaries[1] + '\n').code, 0);
    QCOMPARE(tocsin({u"accounts"_s, u"add"_s, u"oauth"_s, u"c"_s, u"client_id=c"_s, u"issuer=https://accounts.example.org"_s}, canaries[2] + '\n').code, 0);
    QCOMPARE(tocsin({u"accounts"_s, u"add"_s, u"tom"_s, u"d"_s, u"url=https://127.0.0.1:1"_s, u"--secret-file"_s, secretFile(u"d"_s, canaries[3])}).code, 0);
    QCOMPARE(tocsin({u"accounts"_s, u"add"_s, u"service-account"_s, u"e"_s}, "{\"private_key\": \"" + canaries[4] + "\"}\n").code, 0);
    QCOMPARE(tocsin({u"accounts"_s, u"add"_s, u"service-account"_s, u"f"_s}, "{\"private_key\": " + canaries[4] + "}\n").code, 2);
    QCOMPARE(tocsin({u"accounts"_s, u"renew"_s, u"a"_s}, canaries[5] + '\n').code, 0);
    QCOMPARE(tocsin({u"accounts"_s, u"add"_s, u"scram"_s, u"g"_s, u"user=x"_s, u"--in"_s, u"file"_s, u"--passphrase-file"_s, secretFile(u"pp"_s, canaries[7])}, canaries[6] + '\n').code, 0);
    QCOMPARE(tocsin({u"streams"_s, u"add"_s, u"kafka"_s, u"s"_s, u"servers=127.0.0.1:1"_s, u"topics=t"_s, u"security=SASL_PLAINTEXT"_s, u"x.debug=all"_s, u"account=a"_s}).code, 0);
    for (const QStringList &arguments : {QStringList{u"accounts"_s, u"test"_s, u"a"_s}, {u"accounts"_s, u"rename"_s, u"a"_s, u"aa"_s}, {u"accounts"_s, u"list"_s, u"--json"_s},
                                         {u"accounts"_s, u"vault"_s}, {u"streams"_s, u"show"_s, u"s"_s}, {u"streams"_s, u"export"_s},
                                         {u"listen"_s, u"s"_s, u"--for"_s, u"2s"_s}, {u"accounts"_s, u"remove"_s, u"b"_s}, {u"archive"_s, u"coverage"_s}})
        QVERIFY(tocsin(arguments).code >= 0);
    QVERIFY(keyring->lock());
    QVERIFY(tocsin({u"listen"_s, u"s"_s, u"--for"_s, u"2s"_s}).code == 6);
    QVERIFY(keyring->unlock());
    QVERIFY(m_everything.contains("stored the secret")); // the log was on
    const QByteArrayList files = everyFile();
    QVERIFY(files.size() >= 4);
    for (const QByteArray &canary : canaries) {
        for (const QByteArray &form : {canary, canary.toBase64(), canary.toHex(), canary.toPercentEncoding()}) {
            QVERIFY2(!m_everything.contains(form), form.constData());
            for (const QByteArray &file : files)
                QVERIFY2(!file.contains(form), file.constData());
        }
    }
    // And it would have been found: the marker file has the user's name.
    QVERIFY(std::any_of(files.begin(), files.end(), [](const QByteArray &file) { return file.contains("\"mira\""); }));
}

int main(int argc, char **argv)
{
    tocsin::rig::Keyring real;
    if (!real.up())
        return tocsin::rig::keyringIsMissing(real.why());
    keyring = &real;
    QCoreApplication application(argc, argv);
    TestVaultCommand test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_vaultcommand.moc"
