// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts that fetch tokens, as the command line has them: a real provider, a real keyring, somebody at a browser, a real
// broker that takes the tokens. What is secret is a canary that nothing may show.
#include "rig/keyring.h"
#include "rig/oidcrig.h"
#include "rig/rig.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;

namespace {

constexpr int kLimitMs = 60'000;
rig::Keyring *keyring = nullptr;

} // namespace

class TestSignInCommand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_rig.up(), qPrintable(m_rig.why()));
        m_kafka.setTokenKeys(m_rig.jwks());
        QVERIFY2(m_kafka.up(), qPrintable(m_kafka.why()));
        QVERIFY2(m_kafka.createTopic(u"alerts"_s, 1), qPrintable(m_kafka.why()));
        QVERIFY2(m_kafka.produce(u"alerts"_s, 20), qPrintable(m_kafka.why()));
    }
    void init()
    {
        QVERIFY2(keyring->unlock(), qPrintable(keyring->why()));
        for (const QString &key : keyring->keys())
            QVERIFY(keyring->clear(key));
        if (!m_rig.ask(u"/jwks"_s)) // a test that failed left it so
            QVERIFY2(m_rig.start(), qPrintable(m_rig.why()));
        QVERIFY(m_rig.behave({}));
        m_home = std::make_unique<QTemporaryDir>();
        m_environment = keyring->environment();
        m_everything.clear();
        QVERIFY(setBrowser(u"person"_s));
    }

    void aBrowserSignInIsKeptAndUsed();
    void programsRefreshOneAfterTheOther();
    void anEndedSignInIsRenewed();
    void removingTakesItBack();
    void aCodeIsEnteredElsewhere();
    void theAddressIsPasted();
    void withoutABrowserTheLinkIsPrinted();
    void declinedIsThirteen();
    void aClientSecretFetchesTokens();
    void streamsReadWithTheTokens_data();
    void streamsReadWithTheTokens();
    void aRealBrowserEndsAtOurPage();
    void googleIsKnown();
    void canariesAreNowhere();

private:
    struct Run {
        int code = -1;
        QString out;
        QString said;
    };
    void start(QProcess &process, const QStringList &arguments)
    {
        process.setProcessEnvironment(m_environment);
        process.start(QStringLiteral(TOCSIN_PROGRAM), QStringList{u"--home"_s, m_home->path(), u"--log-level"_s, u"debug"_s} + arguments);
        process.waitForStarted();
        for (const char *name : {"cmdline", "environ"}) {
            QFile file(u"/proc/%1/%2"_s.arg(process.processId()).arg(QLatin1String(name)));
            if (file.open(QIODevice::ReadOnly))
                m_everything += file.readAll();
        }
    }
    Run end(QProcess &process)
    {
        process.closeWriteChannel();
        Run run;
        if (process.state() == QProcess::NotRunning || process.waitForFinished(4 * kLimitMs))
            run.code = process.exitCode();
        run.out += QString::fromUtf8(process.readAllStandardOutput());
        run.said = m_said + QString::fromUtf8(process.readAllStandardError());
        m_said.clear();
        m_everything += (run.out + run.said).toUtf8();
        return run;
    }
    Run tocsin(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        start(process, arguments);
        process.write(input);
        return end(process);
    }
    // Waits until the program has said this; what is captured.
    QString waitForSaid(QProcess &process, const QString &pattern)
    {
        const QRegularExpression expression(pattern);
        QRegularExpressionMatch match;
        process.setReadChannel(QProcess::StandardError);
        while (!(match = expression.match(m_said)).hasMatch() && process.state() == QProcess::Running && process.waitForReadyRead(kLimitMs)) {
            m_said += QString::fromUtf8(process.readAllStandardError());
        }
        return match.captured(1);
    }
    // What stands in the place of xdg-open: notes what it is given and goes on as "person" or "browser" of the rig.
    bool setBrowser(const QString &who, const QStringList &words = {})
    {
        QFile file(m_folder.filePath(u"xdg-open"_s));
        const QString script = u"#!/bin/sh\n{ tr '\\0' '\\n' </proc/self/environ; echo \"$@\"; } >>%1/seen\nexec %2 %3 \"$1\" %4 >%1/page 2>&1\n"_s
                                   .arg(m_folder.path(), QStringLiteral(TOCSIN_OIDC_SCRIPT), who, words.join(u' '));
        m_environment.insert(u"PATH"_s, m_folder.path() + u':' + qEnvironmentVariable("PATH"));
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(script.toUtf8()) > 0 && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    Run addNight(const QStringList &more = {})
    {
        return tocsin(QStringList{u"accounts"_s, u"add"_s, u"oauth"_s, u"night"_s, u"issuer="_s + m_rig.issuer(), u"client_id=desktop"_s, u"scope=openid kafka-read"_s} + more);
    }
    Run addService(const QByteArray &secret, const QString &name = u"svc"_s)
    {
        return tocsin({u"accounts"_s, u"add"_s, u"client-credentials"_s, name, u"client_id=svc"_s, u"token_endpoint="_s + m_rig.tokenEndpoint()}, secret + '\n');
    }
    [[nodiscard]] QByteArray content(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    rig::OidcRig m_rig;
    rig::KafkaRig m_kafka;
    std::unique_ptr<QTemporaryDir> m_home;
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    QString m_said; // so far, of a program that runs
    QByteArray m_everything;
};

void TestSignInCommand::aBrowserSignInIsKeptAndUsed()
{
    const Run added = addNight();
    QVERIFY2(added.code == 0, qPrintable(added.said));
    QVERIFY(added.said.contains(u"Signed in as alice."_s));
    // The scopes before the link.
    const qsizetype scopes = added.said.indexOf(u"for: openid, kafka-read, offline_access"_s);
    QVERIFY2(scopes >= 0 && scopes < added.said.indexOf(u"Sign in there: http"_s), qPrintable(added.said));
    const QStringList line = tocsin({u"accounts"_s, u"list"_s}).out.split(u'\t');
    QCOMPARE(line.mid(0, 5), QStringList({u"night"_s, u"oauth"_s, u"127.0.0.1"_s, u"alice"_s, u"keychain"_s}));
    // Each time another refresh token.
    for (int i = 0; i < 3; ++i) {
        const Run tested = tocsin({u"accounts"_s, u"test"_s, u"night"_s});
        QVERIFY2(tested.code == 0, qPrintable(tested.said));
        QVERIFY2(tested.out.contains(u"night: a token was fetched; it is for alice, allows “kafka-read” and ends 2"_s), qPrintable(tested.out));
    }
}

// FAULT-20, with real programs and a real keyring.
void TestSignInCommand::programsRefreshOneAfterTheOther()
{
    QCOMPARE(addNight().code, 0);
    QVERIFY(m_rig.behave({{u"path"_s, u"/token"_s}, {u"delay"_s, 200}, {u"times"_s, -1}}));
    std::vector<std::unique_ptr<QProcess>> programs;
    for (int i = 0; i < 4; ++i) {
        programs.push_back(std::make_unique<QProcess>());
        start(*programs.back(), {u"accounts"_s, u"test"_s, u"night"_s});
    }
    for (const auto &program : programs) {
        const Run run = end(*program);
        QVERIFY2(run.code == 0, qPrintable(run.said));
    }
    QVERIFY(m_rig.behave({}));
    QCOMPARE(tocsin({u"accounts"_s, u"test"_s, u"night"_s}).code, 0);
}

void TestSignInCommand::anEndedSignInIsRenewed()
{
    QCOMPARE(addNight().code, 0);
    QVERIFY(m_rig.forgetGrants());
    const Run ended = tocsin({u"accounts"_s, u"test"_s, u"night"_s});
    QCOMPARE(ended.code, 13);
    QVERIFY2(ended.said.contains(u"The sign-in of the account “night” at 127.0.0.1 has ended."_s), qPrintable(ended.said));
    const Run renewed = tocsin({u"accounts"_s, u"renew"_s, u"night"_s});
    QVERIFY2(renewed.code == 0, qPrintable(renewed.said));
    QCOMPARE(tocsin({u"accounts"_s, u"test"_s, u"night"_s}).code, 0);
}

void TestSignInCommand::removingTakesItBack()
{
    QCOMPARE(addNight().code, 0);
    const auto before = m_rig.requests(u"/token/revocation"_s).size();
    QCOMPARE(tocsin({u"accounts"_s, u"remove"_s, u"night"_s}).code, 0);
    QCOMPARE(m_rig.requests(u"/token/revocation"_s).size() - before, 1);
    QCOMPARE(keyring->keys(), QStringList());
    QCOMPARE(addNight().code, 0);
    m_rig.stop();
    const Run removed = tocsin({u"accounts"_s, u"remove"_s, u"night"_s});
    QCOMPARE(removed.code, 0); // here it is gone in any case
    QVERIFY2(removed.said.contains(u"could not be taken back"_s), qPrintable(removed.said));
    QCOMPARE(keyring->keys(), QStringList());
    QVERIFY2(m_rig.start(), qPrintable(m_rig.why()));
}

void TestSignInCommand::aCodeIsEnteredElsewhere()
{
    QVERIFY(m_rig.behave({{u"path"_s, u"/device/auth"_s}, {u"merge"_s, QJsonObject{{u"interval"_s, 1}}}}));
    QProcess program;
    start(program, {u"accounts"_s, u"add"_s, u"oauth"_s, u"night"_s, u"issuer="_s + m_rig.issuer(), u"client_id=desktop"_s, u"--device"_s});
    const QString address = waitForSaid(program, u"With the code in it: (\\S+)"_s);
    QVERIFY2(!address.isEmpty(), qPrintable(m_said));
    QVERIFY(m_said.contains(u"only if you began this sign-in yourself"_s));
    QVERIFY2(m_rig.person(address), qPrintable(m_rig.why()));
    const Run added = end(program);
    QVERIFY2(added.code == 0, qPrintable(added.said));
    QCOMPARE(tocsin({u"accounts"_s, u"test"_s, u"night"_s}).code, 0);
}

void TestSignInCommand::theAddressIsPasted()
{
    QProcess program;
    start(program, {u"accounts"_s, u"add"_s, u"oauth"_s, u"night"_s, u"issuer="_s + m_rig.issuer(), u"client_id=desktop"_s, u"--paste"_s});
    const QString link = waitForSaid(program, u"Sign in there: (\\S+)"_s);
    QVERIFY2(!link.isEmpty(), qPrintable(m_said));
    program.write("http://127.0.0.1:1/signin/127.0.0.1?code=x\n");
    QVERIFY2(!waitForSaid(program, u"(not the address that the browser is sent to)"_s).isEmpty(), qPrintable(m_said));
    const std::optional<QString> address = m_rig.person(link, {u"stop"_s});
    QVERIFY2(address, qPrintable(m_rig.why()));
    program.write(address->trimmed().toUtf8() + '\n');
    program.waitForBytesWritten(kLimitMs);
    const Run added = end(program);
    QVERIFY2(added.code == 0, qPrintable(added.said));
}

// FAULT-46: xdg-open missing from PATH.
void TestSignInCommand::withoutABrowserTheLinkIsPrinted()
{
    m_environment.insert(u"PATH"_s, m_home->path());
    QProcess program;
    start(program, {u"accounts"_s, u"add"_s, u"oauth"_s, u"night"_s, u"issuer="_s + m_rig.issuer(), u"client_id=desktop"_s});
    program.closeWriteChannel();
    const QString link = waitForSaid(program, u"Sign in there: (\\S+)"_s);
    QVERIFY2(!waitForSaid(program, u"(No browser could be opened)"_s).isEmpty(), qPrintable(m_said));
    QVERIFY(m_said.contains(u"--device"_s));
    QVERIFY2(m_rig.person(link), qPrintable(m_rig.why()));
    QCOMPARE(end(program).code, 0);
}

// FAULT-43
void TestSignInCommand::declinedIsThirteen()
{
    QVERIFY(setBrowser(u"person"_s, {u"deny"_s}));
    const Run declined = addNight();
    QCOMPARE(declined.code, 13);
    QVERIFY2(declined.said.contains(u"declined"_s), qPrintable(declined.said));
    QCOMPARE(tocsin({u"accounts"_s, u"list"_s}).out, QString());
}

void TestSignInCommand::aClientSecretFetchesTokens()
{
    QCOMPARE(addService("svc-secret").code, 0);
    const Run tested = tocsin({u"accounts"_s, u"test"_s, u"svc"_s});
    QVERIFY2(tested.code == 0 && tested.out.contains(u"it is for svc"_s), qPrintable(tested.out + tested.said));
    QCOMPARE(addService("another", u"wrong"_s).code, 0);
    const Run wrong = tocsin({u"accounts"_s, u"test"_s, u"wrong"_s});
    QCOMPARE(wrong.code, 13);
    QVERIFY2(wrong.said.contains(u"127.0.0.1 does not accept this client ID with this secret."_s), qPrintable(wrong.said));
    m_rig.stop();
    QCOMPARE(tocsin({u"accounts"_s, u"test"_s, u"svc"_s}).code, 11);
    QVERIFY2(m_rig.start(), qPrintable(m_rig.why()));
    QCOMPARE(tocsin({u"accounts"_s, u"add"_s, u"client-credentials"_s, u"nowhere"_s, u"client_id=x"_s}, "x\n").code, 0);
    const Run nowhere = tocsin({u"accounts"_s, u"test"_s, u"nowhere"_s});
    QCOMPARE(nowhere.code, 2);
    QVERIFY(nowhere.said.contains(u"token_endpoint"_s));
}

void TestSignInCommand::streamsReadWithTheTokens_data()
{
    QTest::addColumn<QString>("account");
    QTest::addColumn<QStringList>("more");
    QTest::newRow("client secret") << u"svc"_s << QStringList{u"mechanism=OAUTHBEARER"_s};
    QTest::newRow("the mechanism follows the account") << u"svc"_s << QStringList();
    QTest::newRow("browser") << u"night"_s << QStringList();
}
void TestSignInCommand::streamsReadWithTheTokens()
{
    QFETCH(QString, account);
    QFETCH(QStringList, more);
    QCOMPARE(account == u"svc"_s ? addService("svc-secret").code : addNight().code, 0);
    QCOMPARE(tocsin(QStringList{u"streams"_s, u"add"_s, u"kafka"_s, u"s"_s, u"servers="_s + m_kafka.bearer(), u"topics=alerts"_s, u"security=SASL_SSL"_s, u"ca="_s + m_kafka.caFile(),
                                u"account="_s + account} + more).code, 0);
    const Run checked = tocsin({u"check"_s, u"s"_s});
    QVERIFY2(checked.code == 0, qPrintable(checked.out + checked.said));
    const Run read = tocsin({u"listen"_s, u"s"_s, u"--no-archive"_s, u"--from"_s, u"earliest"_s, u"--until-end"_s});
    QVERIFY2(read.code == 0, qPrintable(read.said));
    QCOMPARE(read.out.count(u'\n'), 20);
    // An account of another sort is refused with words.
    QCOMPARE(tocsin({u"accounts"_s, u"add"_s, u"tom"_s, u"t"_s, u"url=https://127.0.0.1:1"_s}, "x\n").code, 0);
    QCOMPARE(tocsin({u"streams"_s, u"set"_s, u"s"_s, u"account=t"_s}).code, 2);
}

void TestSignInCommand::aRealBrowserEndsAtOurPage()
{
    if (QStandardPaths::findExecutable(u"chromium"_s).isEmpty()) {
        QVERIFY2(qEnvironmentVariable("REQUIRE_REAL_PARTS") != u"1", "chromium is not installed");
        QSKIP("chromium is not installed");
    }
    QVERIFY(setBrowser(u"browser"_s, {m_folder.filePath(u"page.png"_s)}));
    const Run added = addNight();
    QVERIFY2(added.code == 0, qPrintable(added.said + QString::fromUtf8(content(u"page"_s))));
    QTRY_VERIFY_WITH_TIMEOUT(content(u"page"_s).contains("This page can be closed."), kLimitMs);
    QVERIFY2(content(u"page"_s).contains("/signin/127.0.0.1\nSigned in\n"), content(u"page"_s).constData());
}

void TestSignInCommand::googleIsKnown()
{
    // The refresh token from elsewhere, so that nobody is asked.
    QCOMPARE(tocsin({u"accounts"_s, u"add"_s, u"oauth"_s, u"g"_s, u"issuer=google"_s, u"client_id=x.apps.example.org"_s}, "1//x\n").code, 0);
    const QStringList line = tocsin({u"accounts"_s, u"list"_s}).out.split(u'\t');
    QCOMPARE(line.value(2), u"accounts.google.com"_s);
    QDirIterator it(m_home->path(), {u"accounts.json"_s}, QDir::Files, QDirIterator::Subdirectories);
    QFile marker(it.next());
    QVERIFY(marker.open(QIODevice::ReadOnly));
    QVERIFY(marker.readAll().contains("auth/pubsub https://www.googleapis.com/auth/bigquery"));
}

// Refresh token, access token, code, verifier, client secret: in no file, no output, no argument, no child's environment.
void TestSignInCommand::canariesAreNowhere()
{
    QByteArrayList canaries{"svc-secret", "installed-secret"};
    QVERIFY(m_rig.behave({{u"path"_s, u"/token"_s}, {u"keep"_s, true}, {u"times"_s, -1}}));
    const auto collect = [&] {
        const QJsonObject kept = QJsonDocument::fromJson(m_rig.ask(u"/rig/kept"_s).value_or(QByteArray())).object();
        for (const QString &name : {u"access_token"_s, u"refresh_token"_s, u"id_token"_s})
            canaries << kept.value(name).toString().toUtf8();
        for (const QJsonValue &asked : m_rig.requests(u"/token"_s)) {
            for (const QString &name : {u"code"_s, u"code_verifier"_s, u"refresh_token"_s})
                canaries << asked[u"form"_s][name].toString().toUtf8();
        }
        canaries.removeAll(QByteArray());
    };
    QFile secret(m_folder.filePath(u"client"_s));
    QVERIFY(secret.open(QIODevice::WriteOnly) && secret.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    secret.write("installed-secret\n");
    secret.close();
    const Run added = tocsin({u"accounts"_s, u"add"_s, u"oauth"_s, u"inst"_s, u"issuer="_s + m_rig.issuer(), u"client_id=installed"_s, u"--client-secret-file"_s, secret.fileName()});
    QVERIFY2(added.code == 0, qPrintable(added.said));
    collect();
    QCOMPARE(tocsin({u"accounts"_s, u"test"_s, u"inst"_s}).code, 0);
    collect();
    QCOMPARE(addService("svc-secret").code, 0);
    QCOMPARE(tocsin({u"streams"_s, u"add"_s, u"kafka"_s, u"s"_s, u"servers="_s + m_kafka.bearer(), u"topics=alerts"_s, u"security=SASL_SSL"_s, u"ca="_s + m_kafka.caFile(), u"account=svc"_s,
                     u"x.debug=all"_s}).code, 0);
    QCOMPARE(tocsin({u"listen"_s, u"s"_s, u"--from"_s, u"earliest"_s, u"--until-end"_s}).code, 0);
    collect();
    QCOMPARE(tocsin({u"streams"_s, u"export"_s}).code, 0);
    QVERIFY(canaries.size() >= 8);
    m_everything += content(u"seen"_s); // arguments and environment of the browser
    QVERIFY(m_everything.contains("code_challenge"));
    QDirIterator it(m_home->path(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (file.open(QIODevice::ReadOnly))
            m_everything += file.readAll();
    }
    QVERIFY(m_everything.contains("\"inst\"")); // the files were read
    for (const QByteArray &canary : canaries) {
        for (const QByteArray &form : {canary, canary.toBase64(), canary.toHex(), canary.toPercentEncoding()})
            QVERIFY2(!m_everything.contains(form), form.left(12).constData());
    }
}

int main(int argc, char **argv)
{
    rig::Keyring real;
    if (!real.up())
        return rig::keyringIsMissing(real.why());
    keyring = &real;
    QCoreApplication application(argc, argv);
    TestSignInCommand test;
    return rig::runWithOidc(&test, argc, argv);
}

#include "tst_signincommand.moc"
