// SPDX-License-Identifier: GPL-3.0-or-later
// The rungs of a connection where no broker is needed: names, ports, certificates of every kind, clocks, silence, giving up.
#include "core/ladder/certificates.h"
#include "core/ladder/ladder.h"
#include "support/certificates.h"
#include "support/climbing.h"

#include <QRegularExpression>
#include <QSslConfiguration>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <memory>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::tests;

namespace {

// What listens on a port: takes every connection, and says at most one thing.
class Listener final : public QTcpServer
{
public:
    explicit Listener(const QByteArray &words = {})
    {
        connect(this, &QTcpServer::newConnection, this, [this, words] {
            while (QTcpSocket *socket = nextPendingConnection()) {
                ++taken;
                connect(socket, &QTcpSocket::readyRead, socket, [socket, words] {
                    socket->readAll();
                    if (!words.isEmpty())
                        socket->write(words);
                });
            }
        });
        listen(QHostAddress::LocalHost);
    }
    int taken = 0;
};

QString at(const QString &host, quint16 port)
{
    return host + u':' + QString::number(port);
}

streams::StreamConfig stream(const QStringList &servers, const QString &security = u"PLAINTEXT"_s, const QString &ca = {})
{
    streams::StreamConfig config;
    config.name = u"climbed"_s;
    config.type = u"kafka"_s;
    config.values.set(u"servers"_s, servers);
    config.values.set(u"security"_s, security);
    config.values.set(u"topics"_s, QStringList{u"alerts"_s});
    config.values.set(u"user"_s, u"alice"_s);
    config.values.set(u"password"_s, u"secret"_s);
    if (!ca.isEmpty())
        config.values.set(u"ca"_s, ca);
    return config;
}

} // namespace

class TestLadder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void namesThatDoNotExist();
    void portsWhereNothingListens();
    void oneServerThatAnswersIsEnough();
    void nobodyAnswersAtAll();
    void silenceIsBounded_data();
    void silenceIsBounded();
    void somethingElseIsNamed_data();
    void somethingElseIsNamed();
    void badCertificatesAreNamed_data();
    void badCertificatesAreNamed();
    void goodCertificatesHold();
    void withdrawnCertificatesAreNamed_data();
    void withdrawnCertificatesAreNamed();
    void oldVersionsOfTlsAreRefused();
    void aWrongClockIsCalledAWrongClock();
    void whoGivesUpHearsNothingMore();

private:
    // Serves this certificate on a port.
    std::unique_ptr<QSslServer> serve(const QString &name) const;

    Certificates m_certificates;
};

void TestLadder::initTestCase()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString here = u"DNS:localhost,IP:127.0.0.1"_s;
    QVERIFY(m_certificates.isReady());
    QVERIFY(m_certificates.issue(u"good"_s, here, now.addDays(-1), now.addDays(20)));
    QVERIFY(m_certificates.issue(u"elsewhere"_s, u"DNS:elsewhere.example.org"_s, now.addDays(-1), now.addDays(20)));
    QVERIFY(m_certificates.issue(u"expired"_s, here, now.addDays(-30), now.addDays(-2)));
    QVERIFY(m_certificates.issue(u"early"_s, here, now.addDays(2), now.addDays(20)));
    QVERIFY(m_certificates.selfSign(u"own"_s));
    QVERIFY(m_certificates.issue(u"withdrawn"_s, here, now.addDays(-1), now.addDays(20)));
    QVERIFY(m_certificates.list(u"old"_s, {}, {u"-crl_lastupdate"_s, now.addDays(-9).toString(u"yyyyMMddHHmmss"_s) + u'Z', u"-crl_nextupdate"_s, now.addDays(-2).toString(u"yyyyMMddHHmmss"_s) + u'Z'}));
    QVERIFY(m_certificates.list(u"present"_s, u"withdrawn"_s));
}

std::unique_ptr<QSslServer> TestLadder::serve(const QString &name) const
{
    auto server = std::make_unique<QSslServer>();
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(m_certificates.certificate(name));
    configuration.setPrivateKey(m_certificates.key(name));
    server->setSslConfiguration(configuration);
    server->listen(QHostAddress::LocalHost);
    return server;
}

void TestLadder::namesThatDoNotExist()
{
    const Climbing climbing(stream({u"no-such-host.invalid:9092"_s}));
    QVERIFY(climbing.ended());
    QCOMPARE(climbing.failed(), u"Name"_s);
    QCOMPARE(climbing.problem().kind, ErrorKind::NameNotResolved);
    QVERIFY2(climbing.problem().message.contains(u"no-such-host.invalid"), qPrintable(climbing.story()));
    QCOMPARE(climbing.state(u"TCP"_s), ladder::RungState::Waiting);
    QCOMPARE(climbing.option(), u"servers"_s);
}

void TestLadder::portsWhereNothingListens()
{
    quint16 port = 0;
    {
        const Listener gone;
        port = gone.serverPort();
    }
    const Climbing climbing(stream({at(u"127.0.0.1"_s, port)}));
    QCOMPARE(climbing.failed(), u"TCP"_s);
    QCOMPARE(climbing.problem().kind, ErrorKind::NoConnection);
    QVERIFY2(climbing.problem().message.contains(u"nothing listens"), qPrintable(climbing.story()));
    QVERIFY2(climbing.milliseconds() < 1'000, qPrintable(climbing.story()));
}

void TestLadder::oneServerThatAnswersIsEnough()
{
    quint16 closed = 0;
    {
        const Listener gone;
        closed = gone.serverPort();
    }
    const auto server = serve(u"good"_s);
    const Climbing climbing(stream({at(u"localhost"_s, closed), u"no-such-host.invalid"_s, at(u"localhost"_s, server->serverPort())}, u"SSL"_s, m_certificates.caFile()), 2'000);
    QVERIFY2(climbing.fact(u"Name"_s).startsWith(u"2 of 3"), qPrintable(climbing.story()));
    QVERIFY2(climbing.fact(u"TCP"_s).startsWith(u"1 of 3"), qPrintable(climbing.story()));
    QCOMPARE(climbing.state(u"TLS"_s), ladder::RungState::Held);
    QCOMPARE(climbing.failed(), u"Sign-in"_s); // there is no broker behind it
}

// As behind a firewall that lets nothing through: the system drops what it has no room for.
void TestLadder::nobodyAnswersAtAll()
{
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    QVERIFY(::bind(listener, reinterpret_cast<sockaddr *>(&address), size) == 0 && ::listen(listener, 0) == 0
            && ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size) == 0);
    const quint16 port = ntohs(address.sin_port);
    // Waiting connections fill its room; the first that is not taken shows that it is full.
    std::vector<std::unique_ptr<QTcpSocket>> waiting;
    do {
        waiting.push_back(std::make_unique<QTcpSocket>());
        waiting.back()->connectToHost(QHostAddress::LocalHost, port);
    } while (waiting.back()->waitForConnected(500) && waiting.size() < 100);
    QVERIFY(waiting.size() < 100);
    const Climbing climbing(stream({at(u"127.0.0.1"_s, port)}), 700);
    ::close(listener);
    QCOMPARE(climbing.failed(), u"TCP"_s);
    QCOMPARE(climbing.problem().kind, ErrorKind::NoConnection);
    QVERIFY2(climbing.problem().message.contains(u"does not answer"), qPrintable(climbing.story()));
    QVERIFY2(climbing.milliseconds() >= 600 && climbing.milliseconds() < 5'000, qPrintable(climbing.story()));
}

void TestLadder::silenceIsBounded_data()
{
    QTest::addColumn<QString>("security");
    QTest::newRow("clear text") << u"PLAINTEXT"_s;
    QTest::newRow("tls") << u"SASL_SSL"_s;
}

void TestLadder::silenceIsBounded()
{
    QFETCH(QString, security);
    Listener silent;
    const Climbing climbing(stream({at(u"127.0.0.1"_s, silent.serverPort())}, security, m_certificates.caFile()), 500);
    QVERIFY(silent.taken > 0);
    QCOMPARE(climbing.failed(), u"TLS"_s);
    QCOMPARE(climbing.problem().kind, ErrorKind::TimeLimit);
    QVERIFY2(climbing.problem().message.contains(u"said nothing"), qPrintable(climbing.story()));
    QVERIFY2(climbing.milliseconds() < 5'000, qPrintable(climbing.story()));
}

void TestLadder::somethingElseIsNamed_data()
{
    QTest::addColumn<QString>("security");
    QTest::addColumn<QString>("behind"); // what answers at the port
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("words");
    QTest::newRow("a web server, in clear text") << u"PLAINTEXT"_s << u"web"_s << ErrorKind::NoConnection << u"something else"_s;
    QTest::newRow("a web server, asked for tls") << u"SSL"_s << u"web"_s << ErrorKind::TlsRefused << u"does not speak TLS"_s;
    QTest::newRow("tls, asked in clear text") << u"PLAINTEXT"_s << u"tls"_s << ErrorKind::TlsRefused << u"speaks TLS"_s;
}

void TestLadder::somethingElseIsNamed()
{
    QFETCH(QString, security);
    QFETCH(QString, behind);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, words);
    Listener web("HTTP/1.1 400 Bad Request\r\n\r\n");
    const auto tls = serve(u"good"_s);
    const quint16 port = behind == u"web" ? web.serverPort() : tls->serverPort();
    const Climbing climbing(stream({at(u"localhost"_s, port)}, security, m_certificates.caFile()), 3'000);
    QCOMPARE(climbing.failed(), u"TLS"_s);
    QVERIFY2(climbing.problem().kind == kind, qPrintable(climbing.story()));
    QVERIFY2(climbing.problem().message.contains(words), qPrintable(climbing.story()));
}

void TestLadder::badCertificatesAreNamed_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<bool>("knowsCa");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("option");
    QTest::newRow("of an authority that nobody knows") << u"good"_s << false << u"The issuer .* is not known here: “Ladder test CA”"_s << u"ca"_s;
    QTest::newRow("signed by itself") << u"own"_s << false << u"is signed by itself"_s << u"ca"_s;
    QTest::newRow("not of this CA file") << u"own"_s << true << u"was not issued by the CA file"_s << u"ca"_s;
    QTest::newRow("of another host") << u"elsewhere"_s << true << u"is for another host: elsewhere\\.example\\.org"_s << u"servers"_s;
    QTest::newRow("expired") << u"expired"_s << true << u"expired on \\d{4}-\\d\\d-\\d\\d; the clock of this computer shows"_s << QString();
    QTest::newRow("not valid yet") << u"early"_s << true << u"The clock of this computer is wrong"_s << QString();
}

void TestLadder::badCertificatesAreNamed()
{
    QFETCH(QString, certificate);
    QFETCH(bool, knowsCa);
    QFETCH(QString, words);
    QFETCH(QString, option);
    const auto server = serve(certificate);
    const Climbing climbing(stream({at(u"localhost"_s, server->serverPort())}, u"SASL_SSL"_s, knowsCa ? m_certificates.caFile() : QString()));
    QCOMPARE(climbing.failed(), u"TLS"_s);
    QCOMPARE(climbing.problem().kind, ErrorKind::TlsRefused);
    QVERIFY2(climbing.problem().message.contains(QRegularExpression(words)), qPrintable(climbing.story()));
    QVERIFY2(climbing.problem().detail.contains(u"issuer"), qPrintable(climbing.story()));
    QVERIFY(!climbing.problem().remedy.isEmpty());
    QCOMPARE(climbing.option(), option);
    QVERIFY2(climbing.milliseconds() < 2'000, qPrintable(climbing.story()));
}

void TestLadder::goodCertificatesHold()
{
    const auto server = serve(u"good"_s);
    const Climbing climbing(stream({at(u"localhost"_s, server->serverPort())}, u"SASL_SSL"_s, m_certificates.caFile()), 1'000);
    QCOMPARE(climbing.state(u"TLS"_s), ladder::RungState::Held);
    QVERIFY2(climbing.fact(u"TLS"_s).contains(QRegularExpression(u"TLS 1\\.3, valid to \\d{4}-\\d\\d-\\d\\d, issued by Ladder test CA"_s)), qPrintable(climbing.story()));
}

void TestLadder::withdrawnCertificatesAreNamed_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("lists");
    QTest::addColumn<QString>("words"); // of the message; empty: the rung holds
    QTest::newRow("withdrawn") << u"withdrawn"_s << u"present.crl"_s << u"was withdrawn by its issuer, “Ladder test CA”"_s;
    QTest::newRow("another one was withdrawn") << u"good"_s << u"present.crl"_s << QString();
    QTest::newRow("a list of long ago") << u"good"_s << u"old.crl"_s << u"is out of date"_s;
    QTest::newRow("no list") << u"good"_s << u"ca.pem"_s << u"holds no list of withdrawn certificates"_s;
    QTest::newRow("no file") << u"good"_s << u"nowhere.crl"_s << u"holds no list of withdrawn certificates"_s;
}

void TestLadder::withdrawnCertificatesAreNamed()
{
    QFETCH(QString, certificate);
    QFETCH(QString, lists);
    QFETCH(QString, words);
    const auto server = serve(certificate);
    streams::StreamConfig config = stream({at(u"localhost"_s, server->serverPort())}, u"SASL_SSL"_s, m_certificates.caFile());
    config.values.set(u"crl"_s, m_certificates.path(lists));
    const Climbing climbing(config, 1'000);
    if (words.isEmpty()) {
        QCOMPARE(climbing.state(u"TLS"_s), ladder::RungState::Held);
        return;
    }
    QCOMPARE(climbing.failed(), u"TLS"_s);
    QCOMPARE(climbing.problem().kind, ErrorKind::TlsRefused);
    QVERIFY2(climbing.problem().message.contains(words), qPrintable(climbing.story()));
    QVERIFY(!climbing.problem().remedy.isEmpty());
    QCOMPARE(climbing.option(), u"crl"_s);
}

void TestLadder::oldVersionsOfTlsAreRefused()
{
    const auto chosen = std::make_unique<QTcpServer>();
    QVERIFY(chosen->listen(QHostAddress::LocalHost));
    const QString port = QString::number(chosen->serverPort());
    chosen->close();
    QProcess old;
    old.start(u"openssl"_s, {u"s_server"_s, u"-accept"_s, u"127.0.0.1:"_s + port, u"-tls1_1"_s, u"-cipher"_s, u"DEFAULT@SECLEVEL=0"_s, u"-cert"_s,
                             m_certificates.path(u"good.pem"_s), u"-key"_s, m_certificates.path(u"good.key"_s)});
    QTRY_VERIFY_WITH_TIMEOUT(
        [&port] {
            QTcpSocket knock;
            knock.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(port.toUInt()));
            return knock.waitForConnected(1'000);
        }(),
        20'000);
    const Climbing climbing(stream({u"localhost:"_s + port}, u"SSL"_s, m_certificates.caFile()));
    QCOMPARE(climbing.failed(), u"TLS"_s);
    QCOMPARE(climbing.problem().kind, ErrorKind::TlsRefused);
    QVERIFY2(climbing.problem().message.contains(u"not safe any more"), qPrintable(climbing.story()));
    old.kill();
    old.waitForFinished();
}

void TestLadder::aWrongClockIsCalledAWrongClock()
{
    const QSslCertificate good = m_certificates.certificate(u"good"_s);
    const QDateTime built = QDateTime::currentDateTimeUtc().addDays(-10);
    ladder::CertificateCheck check{.server = u"broker:9093"_s, .host = u"broker"_s, .caFile = {}, .clock = {.now = built.addDays(-400), .built = built}};
    // 400 days behind: before this program was built, whatever the certificate says.
    Error error = ladder::certificateProblem(good, {QSslError(QSslError::CertificateExpired, good)}, check);
    QVERIFY2(error.message.startsWith(u"The clock of this computer is wrong"), qPrintable(error.message));
    QVERIFY(error.retriable);
    // An hour behind, with a certificate that was issued meanwhile.
    check.clock = {.now = good.effectiveDate().addSecs(-3'600), .built = built.addDays(-20)};
    error = ladder::certificateProblem(good, {QSslError(QSslError::CertificateNotYetValid, good)}, check);
    QVERIFY2(error.message.startsWith(u"The clock of this computer is wrong"), qPrintable(error.message));
    // 400 days ahead: what a certificate alone cannot tell is put to the person, unless a time server keeps the clock.
    check.clock = {.now = built.addDays(400), .built = built, .kept = ladder::ClockEvidence::Kept::No};
    error = ladder::certificateProblem(good, {QSslError(QSslError::CertificateExpired, good)}, check);
    QVERIFY2(error.message.contains(u"the clock of this computer shows"), qPrintable(error.message));
    QVERIFY2(error.remedy.startsWith(u"If that time is wrong, set the clock"), qPrintable(error.remedy));
    check.clock.kept = ladder::ClockEvidence::Kept::Yes;
    error = ladder::certificateProblem(good, {QSslError(QSslError::CertificateExpired, good)}, check);
    QVERIFY2(error.remedy.startsWith(u"Only the broker's people"), qPrintable(error.remedy));
    QVERIFY(ladder::ClockEvidence::here().built.isValid());
    QVERIFY(!ladder::ClockEvidence::here().isBehind());
}

void TestLadder::whoGivesUpHearsNothingMore()
{
    Listener silent;
    ladder::Ladder climber;
    QSignalSpy finished(&climber, &ladder::Ladder::finished);
    climber.climb(streams::findStreamType(u"kafka"_s)->ladder(stream({at(u"127.0.0.1"_s, silent.serverPort())})), 30'000);
    QTRY_VERIFY(silent.taken > 0);
    QVERIFY(climber.isClimbing());
    climber.cancel();
    QVERIFY(!climber.isClimbing());
    QVERIFY(ladder::Ladder::waitForAll(5'000)); // the thread ends long before its limit
    QCoreApplication::processEvents();
    QCOMPARE(finished.count(), 0);
}

QTEST_GUILESS_MAIN(TestLadder)

#include "tst_ladder.moc"
