// SPDX-License-Identifier: GPL-3.0-or-later
// The connection ladder against a real Kafka: each thing that can be wrong is named by its own cause, and soon.
#include "integration/program.h"
#include "rig/rig.h"
#include "support/climbing.h"

#include <QDateTime>
#include <QFile>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::tests;
using tocsin::rig::KafkaRig;

namespace {

constexpr qint64 kSoonMs = 3'000; // on a machine that does other work beside; the bar for a person's is 1 s

// Stands before a listener and counts who comes.
class Door final : public QTcpServer
{
public:
    explicit Door(const QString &behind)
    {
        const QString host = behind.section(u':', 0, 0);
        const auto port = static_cast<quint16>(behind.section(u':', 1).toUInt());
        connect(this, &QTcpServer::newConnection, this, [this, host, port] {
            while (QTcpSocket *from = nextPendingConnection()) {
                ++taken;
                auto *to = new QTcpSocket(from);
                to->connectToHost(host, port);
                connect(from, &QTcpSocket::readyRead, to, [from, to] { to->write(from->readAll()); });
                connect(to, &QTcpSocket::readyRead, from, [from, to] { from->write(to->readAll()); });
                connect(to, &QTcpSocket::disconnected, from, &QTcpSocket::disconnectFromHost);
                connect(from, &QTcpSocket::disconnected, to, &QTcpSocket::disconnectFromHost);
            }
        });
        listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] QString name() const { return u"127.0.0.1:%1"_s.arg(serverPort()); }
    int taken = 0;
};

} // namespace

class TestCheck final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everythingHolds();
    void causesAreNamed_data();
    void causesAreNamed();
    void refusedSignInIsTriedOnce();
    void oddPasswordsSignIn();
    void rightsAreTold_data();
    void rightsAreTold();
    void patternsSayHowManyTopicsFit();
    void topicsWithoutMessagesAreNoTrouble();
    void messagesFromTheFutureTellOfTheClock();
    void programSaysItInLines();
    void programEndsWithTheRungsCode_data();
    void programEndsWithTheRungsCode();

private:
    [[nodiscard]] streams::StreamConfig alice(const QString &servers, const QString &security, const QStringList &topics = {u"open"_s}) const
    {
        streams::StreamConfig config;
        config.name = u"climbed"_s;
        config.type = u"kafka"_s;
        config.values.set(u"servers"_s, servers.split(u','));
        config.values.set(u"security"_s, security);
        config.values.set(u"topics"_s, topics);
        config.values.set(u"user"_s, u"alice"_s);
        config.values.set(u"password"_s, u"alice-secret"_s);
        config.values.set(u"ca"_s, m_rig.caFile());
        return config;
    }
    [[nodiscard]] QString server(const QString &door) const
    {
        return door == u"plain" ? m_rig.plain() : door == u"ssl" ? m_rig.ssl() : door == u"sasl" ? m_rig.sasl() : door == u"sasltls" ? m_rig.saslTls() : door == u"badhost" ? m_rig.wrongHost() : m_rig.lost();
    }

    KafkaRig m_rig;
    QTemporaryDir m_folder;
};

void TestCheck::initTestCase()
{
    QVERIFY2(m_rig.up(), qPrintable(m_rig.why()));
    for (const char *topic : {"open", "empty", "forbidden", "seen", "gcn.a", "gcn.b", "gcn.c"})
        QVERIFY2(m_rig.createTopic(QString::fromLatin1(topic), 2), qPrintable(m_rig.why()));
    QVERIFY2(m_rig.produce(u"open"_s, 412), qPrintable(m_rig.why()));
    QVERIFY2(m_rig.denyTopic(u"forbidden"_s) && m_rig.denyTopic(u"seen"_s), qPrintable(m_rig.why()));
    const auto grant = [this](const QStringList &what) { return m_rig.changeRights(QStringList{u"--add"_s, u"--allow-principal"_s} + what); };
    QVERIFY2(grant({u"User:alice"_s, u"--operation"_s, u"Describe"_s, u"--topic"_s, u"seen"_s}), qPrintable(m_rig.why()));
    // SCiMMA's rule: groups begin with the user's name.
    QVERIFY2(grant({u"User:nobody"_s, u"--operation"_s, u"Read"_s, u"--group"_s, u"*"_s}), qPrintable(m_rig.why()));
    QVERIFY2(grant({u"User:alice"_s, u"--operation"_s, u"Read"_s, u"--group"_s, u"alice-"_s, u"--resource-pattern-type"_s, u"prefixed"_s}), qPrintable(m_rig.why()));
    QFile secret(m_folder.filePath(u"secret"_s));
    QVERIFY(secret.open(QIODevice::WriteOnly) && secret.setPermissions(QFile::ReadOwner | QFile::WriteOwner)); // as the program wants it
    secret.write("alice-secret\n");
}

void TestCheck::everythingHolds()
{
    const Climbing climbing(alice(m_rig.saslTls(), u"SASL_SSL"_s));
    QVERIFY2(climbing.holds(), qPrintable(climbing.story()));
    QVERIFY2(climbing.fact(u"TLS"_s).contains(u"issued by Tocsin test CA"), qPrintable(climbing.story()));
    QCOMPARE(climbing.fact(u"Sign-in"_s), u"alice, by SCRAM-SHA-512"_s);
    QCOMPARE(climbing.fact(u"Rights"_s), u"open may be read"_s);
    QVERIFY2(climbing.fact(u"First record"_s).contains(QRegularExpression(u"^412 messages, the newest \\d+ (s|min) old$"_s)), qPrintable(climbing.story()));
    qInfo("all rungs hold: %lld ms", climbing.milliseconds());
}

void TestCheck::causesAreNamed_data()
{
    QTest::addColumn<QString>("door");
    QTest::addColumn<QString>("security");
    QTest::addColumn<QVariantMap>("changes");
    QTest::addColumn<QString>("rung");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *door, const char *security, const QVariantMap &changes, const char *rung, ErrorKind kind, const char *words) {
        QTest::newRow(name) << QString::fromLatin1(door) << QString::fromLatin1(security) << changes << QString::fromLatin1(rung) << kind << QString::fromLatin1(words);
    };
    row("wrong password", "sasltls", "SASL_SSL", {{u"password"_s, u"wrong"_s}}, "Sign-in", ErrorKind::SignInRefused, "refused this user or password");
    row("unknown user", "sasltls", "SASL_SSL", {{u"user"_s, u"nobody-knows"_s}}, "Sign-in", ErrorKind::SignInRefused, "refused this user or password");
    row("no password", "sasltls", "SASL_SSL", {{u"password"_s, QString()}}, "Sign-in", ErrorKind::SignInRefused, "is not filled in");
    row("a mechanism that is not offered", "lost", "SASL_PLAINTEXT", {{u"mechanism"_s, u"SCRAM-SHA-256"_s}}, "Sign-in", ErrorKind::SignInRefused, "lets nobody in by SCRAM-SHA-256");
    row("private CA not given", "sasltls", "SASL_SSL", {{u"ca"_s, QString()}}, "TLS", ErrorKind::TlsRefused, "issuer .* is not known here: .*Tocsin test CA");
    row("certificate of another host", "badhost", "SASL_SSL", {}, "TLS", ErrorKind::TlsRefused, "is for another host: elsewhere.example.org");
    row("clear text to a TLS port", "ssl", "PLAINTEXT", {}, "TLS", ErrorKind::TlsRefused, "speaks TLS, and this stream does not");
    row("clear text sign-in to a TLS port", "sasltls", "SASL_PLAINTEXT", {}, "TLS", ErrorKind::TlsRefused, "speaks TLS, and this stream does not");
    row("TLS to a port in clear text", "plain", "SSL", {}, "TLS", ErrorKind::TlsRefused, "does not speak TLS");
    row("TLS and sign-in to a port in clear text", "sasl", "SASL_SSL", {}, "TLS", ErrorKind::TlsRefused, "does not speak TLS");
    row("sign-in where there is none", "plain", "SASL_PLAINTEXT", {}, "Sign-in", ErrorKind::SignInRefused, "knows no sign-in");
    row("no sign-in where one is wanted", "sasl", "PLAINTEXT", {}, "Sign-in", ErrorKind::SignInRefused, "only those who sign in");
    row("no sign-in where one is wanted, TLS", "sasltls", "SSL", {}, "Sign-in", ErrorKind::SignInRefused, "only those who sign in");
    row("a broker that sends its readers nowhere", "lost", "SASL_PLAINTEXT", {}, "Rights", ErrorKind::NameNotResolved, "sends its readers on to lost.invalid:9092, and there: There is no host");
}

void TestCheck::causesAreNamed()
{
    QFETCH(QString, door);
    QFETCH(QString, security);
    QFETCH(QVariantMap, changes);
    QFETCH(QString, rung);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, words);
    streams::StreamConfig config = alice(server(door), security);
    for (const auto &[key, value] : changes.asKeyValueRange())
        config.values.set(key, value);
    const Climbing climbing(config);
    QVERIFY2(climbing.failed() == rung, qPrintable(climbing.story()));
    QVERIFY2(climbing.problem().kind == kind, qPrintable(climbing.story()));
    QVERIFY2(climbing.problem().message.contains(QRegularExpression(words)), qPrintable(climbing.story()));
    QVERIFY2(!climbing.problem().remedy.isEmpty(), qPrintable(climbing.story()));
    QVERIFY2(climbing.milliseconds() < kSoonMs, qPrintable(climbing.story()));
    qInfo("named after %lld ms: %s", climbing.milliseconds(), qPrintable(climbing.problem().message));
}

// Accounts are locked by those who try again and again.
void TestCheck::refusedSignInIsTriedOnce()
{
    Door door(m_rig.sasl());
    streams::StreamConfig config = alice(door.name(), u"SASL_PLAINTEXT"_s);
    config.values.set(u"password"_s, u"wrong"_s);
    const Climbing climbing(config);
    QVERIFY2(climbing.problem().kind == ErrorKind::SignInRefused, qPrintable(climbing.story()));
    QVERIFY(ladder::Ladder::waitForAll(5'000)); // the client is gone: nobody comes after this
    QCoreApplication::processEvents();
    QVERIFY2(door.taken <= 3, qPrintable(QString::number(door.taken))); // one to look, one or two of the client
}

void TestCheck::oddPasswordsSignIn()
{
    for (const auto &[user, password] : {std::pair{u"odd"_s, u"a=b,c%d$e@f"_s}, {u"umlaut"_s, u"pä,=%$@ß✓"_s}}) {
        streams::StreamConfig config = alice(m_rig.saslTls(), u"SASL_SSL"_s);
        config.values.set(u"user"_s, user);
        config.values.set(u"password"_s, password);
        const Climbing climbing(config);
        QVERIFY2(climbing.holds(), qPrintable(climbing.story()));
    }
    // PLAIN sends it as it stands, in the TLS connection.
    streams::StreamConfig plain = alice(m_rig.saslTls(), u"SASL_SSL"_s);
    plain.values.set(u"mechanism"_s, u"PLAIN"_s);
    for (const auto &[user, password] : {std::pair{u"plainuser"_s, u"plain-secret"_s}, {u"umlautplain"_s, u"pä,=%$@ß✓"_s}}) {
        plain.values.set(u"user"_s, user);
        plain.values.set(u"password"_s, password);
        const Climbing climbing(plain);
        QVERIFY2(climbing.holds(), qPrintable(climbing.story()));
    }
    streams::StreamConfig shorter = alice(m_rig.saslTls(), u"SASL_SSL"_s);
    shorter.values.set(u"mechanism"_s, u"SCRAM-SHA-256"_s);
    QVERIFY(Climbing(shorter).holds());
}

void TestCheck::rightsAreTold_data()
{
    QTest::addColumn<QStringList>("topics");
    QTest::addColumn<QString>("group");
    QTest::addColumn<ErrorKind>("kind"); // Internal: it holds
    QTest::addColumn<QString>("words");
    QTest::newRow("forbidden") << QStringList{u"forbidden"_s} << QString() << ErrorKind::NotAuthorised << u"may not read forbidden"_s;
    QTest::newRow("seen but not read") << QStringList{u"seen"_s} << QString() << ErrorKind::NotAuthorised << u"may not read seen"_s;
    QTest::newRow("missing") << QStringList{u"nowhere"_s} << QString() << ErrorKind::UnknownTopic << u"nowhere does not exist there"_s;
    QTest::newRow("misspelt") << QStringList{u"gcn.aa"_s} << QString() << ErrorKind::UnknownTopic << u"There is gcn.a: check the spelling"_s;
    QTest::newRow("one of two missing") << QStringList{u"open"_s, u"nowhere"_s} << QString() << ErrorKind::Internal << u"open may be read; not there yet: nowhere"_s;
    QTest::newRow("one of two forbidden") << QStringList{u"open"_s, u"forbidden"_s} << QString() << ErrorKind::NotAuthorised << u"may not read forbidden"_s;
    QTest::newRow("group without the prefix") << QStringList{u"open"_s} << u"bob"_s << ErrorKind::NotAuthorised << u"consumer group bob.*alice-bob"_s;
    QTest::newRow("group with the prefix") << QStringList{u"open"_s} << u"alice-desk"_s << ErrorKind::Internal << u"open may be read"_s;
    QTest::newRow("a pattern takes what it may") << QStringList{u"^(open|seen)$"_s} << QString() << ErrorKind::Internal << u"1 of \\d+ topics fit and may be read; not permitted: seen"_s;
    QTest::newRow("nothing of a pattern may be read") << QStringList{u"^see.*"_s} << QString() << ErrorKind::NotAuthorised << u"may not read seen"_s;
    QTest::newRow("no pattern fits") << QStringList{u"^zzz.*"_s} << QString() << ErrorKind::UnknownTopic << u"topics that this user may see fits yet"_s;
}

void TestCheck::rightsAreTold()
{
    QFETCH(QStringList, topics);
    QFETCH(QString, group);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, words);
    streams::StreamConfig config = alice(m_rig.saslTls(), u"SASL_SSL"_s, topics);
    config.values.set(u"group"_s, group);
    const Climbing climbing(config);
    QCOMPARE(climbing.state(u"Sign-in"_s), ladder::RungState::Held);
    QVERIFY2(climbing.ended() && climbing.holds() == (kind == ErrorKind::Internal), qPrintable(climbing.story()));
    if (!climbing.holds()) {
        QCOMPARE(climbing.failed(), u"Rights"_s);
        QVERIFY2(climbing.problem().kind == kind, qPrintable(climbing.story()));
    }
    const QString said = climbing.fact(u"Rights"_s) + climbing.problem().message + u' ' + climbing.problem().remedy;
    QVERIFY2(said.contains(QRegularExpression(words)), qPrintable(climbing.story()));
    QVERIFY2(climbing.milliseconds() < kSoonMs, qPrintable(climbing.story()));
    qInfo("told after %lld ms: %s", climbing.milliseconds(), qPrintable(said));
}

void TestCheck::patternsSayHowManyTopicsFit()
{
    const Climbing climbing(alice(m_rig.saslTls(), u"SASL_SSL"_s, {u"gcn.*"_s}));
    QVERIFY2(climbing.holds(), qPrintable(climbing.story()));
    // The list leaves out what may not be seen: forbidden.
    QVERIFY2(climbing.fact(u"Rights"_s).contains(QRegularExpression(u"^3 of \\d+ topics fit and may be read$"_s)), qPrintable(climbing.story()));
}

void TestCheck::topicsWithoutMessagesAreNoTrouble()
{
    const Climbing climbing(alice(m_rig.plain(), u"PLAINTEXT"_s, {u"empty"_s}));
    QVERIFY2(climbing.holds(), qPrintable(climbing.story()));
    QCOMPARE(climbing.fact(u"First record"_s), u"nothing was ever sent there"_s);
    QCOMPARE(climbing.state(u"TLS"_s), ladder::RungState::Skipped);
}

void TestCheck::messagesFromTheFutureTellOfTheClock()
{
    QVERIFY2(m_rig.createTopic(u"future"_s, 1), qPrintable(m_rig.why()));
    const qint64 later = QDateTime::currentMSecsSinceEpoch() + 3 * 3'600'000;
    QVERIFY2(m_rig.produce(u"future"_s, 1, {u"stamp=%1"_s.arg(later)}), qPrintable(m_rig.why()));
    const Climbing climbing(alice(m_rig.plain(), u"PLAINTEXT"_s, {u"future"_s}));
    QVERIFY2(climbing.holds(), qPrintable(climbing.story()));
    QVERIFY2(climbing.fact(u"First record"_s).contains(QRegularExpression(u"^1 message, the newest from \\d+ (h|min) in the future: the clock of this computer"_s)), qPrintable(climbing.story()));
}

void TestCheck::programSaysItInLines()
{
    const QString url = u"kafka://alice@%1/nowhere?security=SASL_SSL&ca=%2"_s.arg(m_rig.saslTls(), m_rig.caFile());
    const Finished check = runProgram({u"check"_s, url, u"--secret-file"_s, m_folder.filePath(u"secret"_s)});
    QCOMPARE(check.code, 15);
    const QStringList lines = QString::fromUtf8(check.output).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 6);
    for (const auto &[at, begin] : {std::pair{0, "name ok"}, {1, "tcp ok"}, {2, "tls ok"}, {3, "sign-in ok"}, {4, "rights failed"}, {5, "first record not reached"}})
        QVERIFY2(lines[at].startsWith(QLatin1String(begin)), check.output.constData());
    QVERIFY2(lines[3].contains(QRegularExpression(u"\\d+ ms"_s)), check.output.constData());
    const QStringList said = check.said.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(said.size(), 2); // what happened, what to do
    QVERIFY2(said[0].contains(u"nowhere does not exist there"), qPrintable(check.said));
    QVERIFY(!check.said.contains(u"alice-secret") && !check.output.contains("alice-secret"));
}

void TestCheck::programEndsWithTheRungsCode_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<int>("code");
    QTest::newRow("all holds") << u"kafka://alice@SASLTLS/open?security=SASL_SSL&ca=CA"_s << 0;
    QTest::newRow("the broker alone") << u"kafka://alice@SASLTLS?security=SASL_SSL&ca=CA"_s << 0;
    QTest::newRow("no such name") << u"kafka://no-such-host.invalid/open"_s << 10;
    QTest::newRow("nobody listens") << u"kafka://127.0.0.1:1/open"_s << 11;
    QTest::newRow("another host's certificate") << u"kafka://alice@BADHOST/open?security=SASL_SSL&ca=CA"_s << 12;
    QTest::newRow("a user nobody knows") << u"kafka://bob@SASLTLS/open?security=SASL_SSL&ca=CA"_s << 13;
    QTest::newRow("forbidden") << u"kafka://alice@SASLTLS/forbidden?security=SASL_SSL&ca=CA"_s << 14;
    QTest::newRow("demo") << u"demo:"_s << 0;
    QTest::newRow("wrong limit") << u"--timeout=never demo:"_s << 2;
}

void TestCheck::programEndsWithTheRungsCode()
{
    QFETCH(QString, url);
    QFETCH(int, code);
    url.replace(u"SASLTLS"_s, m_rig.saslTls()).replace(u"BADHOST"_s, m_rig.wrongHost()).replace(u"=CA"_s, u'=' + m_rig.caFile());
    const Finished check = runProgram(QStringList{u"check"_s} + url.split(u' ') + QStringList{u"--secret-file"_s, m_folder.filePath(u"secret"_s)});
    QVERIFY2(check.code == code, qPrintable(QString::number(check.code) + QString::fromUtf8(check.output) + check.said));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    TestCheck test;
    return tocsin::rig::runWithKafka(&test, argc, argv);
}

#include "tst_check.moc"
