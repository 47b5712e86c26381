// SPDX-License-Identifier: GPL-3.0-or-later
// A stream through a proxy: real ones (tinyproxy, microsocks) in front of a real Kafka, and one of ours that knows a name which nobody
// else knows. What a proxy has against a connection is told by its own cause.
#include "core/streams/kafka/kafkaconsumer.h"
#include "rig/rig.h"
#include "support/climbing.h"
#include "support/offsetsink.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::tests;
using namespace tocsin::streams;
using tocsin::rig::KafkaRig;

namespace {

constexpr int kWaitMs = 60'000;
constexpr qint64 kSoonMs = 3'000;

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

// A proxy that runs until it goes out of scope. What it did stands in its log.
class Proxy
{
public:
    static std::unique_ptr<Proxy> tiny(const QByteArray &more = {})
    {
        auto proxy = std::make_unique<Proxy>();
        QFile file(proxy->m_folder.filePath(u"conf"_s));
        if (!file.open(QIODevice::WriteOnly))
            return nullptr;
        file.write("Port " + QByteArray::number(proxy->m_port) + "\nListen 127.0.0.1\nAllow 127.0.0.1\nMaxClients 50\nTimeout 600\nLogLevel Connect\nLogFile \""
                   + QFile::encodeName(proxy->m_folder.filePath(u"log"_s)) + "\"\n" + more);
        file.close();
        return proxy->begins(u"tinyproxy"_s, {u"-d"_s, u"-c"_s, file.fileName()}, u"http://127.0.0.1:%1"_s) ? std::move(proxy) : nullptr;
    }
    static std::unique_ptr<Proxy> socks(const QStringList &more = {})
    {
        auto proxy = std::make_unique<Proxy>();
        const QStringList arguments = QStringList{u"-i"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(proxy->m_port)} + more;
        return proxy->begins(u"microsocks"_s, arguments, u"socks5://127.0.0.1:%1"_s) ? std::move(proxy) : nullptr;
    }
    ~Proxy()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    [[nodiscard]] QString address() const { return m_address; }
    [[nodiscard]] QByteArray log()
    {
        QFile file(m_folder.filePath(u"log"_s));
        m_said += m_process.readAll();
        return file.open(QIODevice::ReadOnly) ? file.readAll() : m_said;
    }

private:
    [[nodiscard]] bool begins(const QString &program, const QStringList &arguments, const QString &form)
    {
        m_address = form.arg(m_port);
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(program, arguments);
        QElapsedTimer clock;
        clock.start();
        while (m_process.state() != QProcess::NotRunning && clock.elapsed() < kWaitMs) {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, m_port);
            if (socket.waitForConnected(500))
                return true;
            m_process.waitForFinished(50);
        }
        return false;
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = freePort();
    QString m_address;
    QByteArray m_said;
};

// Speaks HTTP CONNECT; knows one name, and leads everything to one place.
class OwnProxy final : public QTcpServer
{
public:
    OwnProxy(QByteArray name, const QString &to) : m_name(std::move(name))
    {
        connect(this, &QTcpServer::newConnection, this, [this, to] {
            while (QTcpSocket *from = nextPendingConnection())
                connect(from, &QTcpSocket::readyRead, from, [this, from, to] { take(from, to); });
        });
        listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] QString address() const { return u"http://127.0.0.1:%1"_s.arg(serverPort()); }
    int carried = 0;

private:
    void take(QTcpSocket *from, const QString &to)
    {
        if (auto *other = from->findChild<QTcpSocket *>()) {
            other->write(from->readAll());
            return;
        }
        if (!from->peek(4'096).contains("\r\n\r\n"))
            return;
        const QByteArray asked = from->readAll();
        if (!asked.startsWith("CONNECT " + m_name + ' ')) {
            from->write("HTTP/1.1 502 Bad Gateway\r\n\r\n");
            from->disconnectFromHost();
            return;
        }
        ++carried;
        auto *other = new QTcpSocket(from);
        other->connectToHost(to.section(u':', 0, 0), static_cast<quint16>(to.section(u':', 1).toUInt()));
        connect(other, &QTcpSocket::connected, from, [from] { from->write("HTTP/1.1 200 Connection established\r\n\r\n"); });
        connect(other, &QTcpSocket::readyRead, from, [from, other] { from->write(other->readAll()); });
        connect(other, &QTcpSocket::disconnected, from, &QTcpSocket::disconnectFromHost);
    }

    const QByteArray m_name;
};

} // namespace

class TestProxy final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_consumer.reset(); }
    void realProxiesCarryAStream_data();
    void realProxiesCarryAStream();
    void theProxyLooksUpTheNames();
    void troublesAreNamed_data();
    void troublesAreNamed();
    void silentProxyHoldsUpNobody();
    void environmentIsHonoured();
    void proxyThatComesBackIsTakenUp();

private:
    [[nodiscard]] StreamConfig stream(const QString &proxy, bool tls = true) const
    {
        StreamConfig config;
        config.uuid = u"uuid"_s;
        config.name = u"behind"_s;
        config.type = u"kafka"_s;
        config.values.set(u"servers"_s, QStringList{tls ? m_rig.saslTls() : m_rig.plain()});
        if (tls) {
            config.values.set(u"security"_s, u"SASL_SSL"_s);
            config.values.set(u"user"_s, u"alice"_s);
            config.values.set(u"password"_s, u"alice-secret"_s);
            config.values.set(u"ca"_s, m_rig.caFile());
        }
        config.values.set(u"topics"_s, QStringList{m_topic});
        config.values.set(u"start"_s, u"earliest"_s);
        config.values.set(u"proxy"_s, proxy);
        return config;
    }
    void read(const StreamConfig &config)
    {
        m_status = {};
        m_consumer = std::make_unique<kafka::KafkaConsumer>(ConsumerContext{.sink = &*m_sink});
        connect(m_consumer.get(), &Consumer::statusChanged, this, [this](const QString &, const StreamStatus &status) { m_status = status; });
        m_consumer->setStreams({{.config = config, .startOverride = {}, .untilEnd = false}});
    }

    KafkaRig m_rig;
    QTemporaryDir m_folder;
    QString m_topic;
    int m_number = 0;
    std::unique_ptr<OffsetSink> m_sink;
    std::unique_ptr<kafka::KafkaConsumer> m_consumer;
    StreamStatus m_status;
};

void TestProxy::initTestCase()
{
    for (const char *program : {"tinyproxy", "microsocks"}) {
        if (!QStandardPaths::findExecutable(QLatin1String(program)).isEmpty())
            continue;
        if (qEnvironmentVariable("REQUIRE_REAL_PARTS") == u"1")
            QFAIL(program);
        QSKIP(qPrintable(u"%1 is not installed"_s.arg(QLatin1String(program))));
    }
    QVERIFY2(m_rig.up(), qPrintable(m_rig.why()));
}

void TestProxy::init()
{
    m_topic = u"night%1"_s.arg(++m_number);
    QVERIFY2(m_rig.createTopic(m_topic, 1), qPrintable(m_rig.why()));
    QVERIFY2(m_rig.produce(m_topic, 20), qPrintable(m_rig.why()));
    m_sink = std::make_unique<OffsetSink>();
}

void TestProxy::realProxiesCarryAStream_data()
{
    QTest::addColumn<bool>("socks");
    QTest::addColumn<bool>("tls");
    QTest::newRow("HTTP, TLS and SCRAM") << false << true;
    QTest::newRow("HTTP, clear text") << false << false;
    QTest::newRow("SOCKS5, TLS and SCRAM") << true << true;
    QTest::newRow("SOCKS5, clear text") << true << false;
}

void TestProxy::realProxiesCarryAStream()
{
    QFETCH(bool, socks);
    QFETCH(bool, tls);
    const auto proxy = socks ? Proxy::socks() : Proxy::tiny();
    QVERIFY(proxy);
    read(stream(proxy->address(), tls));
    QTRY_VERIFY2_WITH_TIMEOUT(m_sink->total() == 20, qPrintable(m_status.cause), kWaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(proxy->log().contains(tls ? "localhost" : "127.0.0.1"), kWaitMs); // the name went there as it stands
    const Climbing climbing(stream(proxy->address(), tls));
    QVERIFY2(climbing.holds(), qPrintable(climbing.story()));
    QCOMPARE(climbing.fact(u"Proxy"_s), proxy->address().section(u'/', 2) + (socks ? u", by SOCKS5"_s : u", by HTTP"_s));
    QCOMPARE(climbing.fact(u"Name"_s), u"the proxy looks it up"_s);
    QVERIFY2(climbing.fact(u"TCP"_s).contains(u"through the proxy"_s), qPrintable(climbing.story()));
    // The others that ask the broker.
    const auto topics = findStreamType(u"kafka"_s)->topics(stream(proxy->address(), tls), true, 20'000);
    QVERIFY2(topics.ok(), qPrintable(topics.ok() ? QString() : topics.error().message));
}

void TestProxy::theProxyLooksUpTheNames()
{
    OwnProxy proxy("lost.invalid:9092", m_rig.lost());
    StreamConfig config = stream(proxy.address());
    config.values.set(u"servers"_s, QStringList{u"lost.invalid:9092"_s}); // which this listener calls itself
    config.values.set(u"security"_s, u"SASL_PLAINTEXT"_s);
    read(config);
    QTRY_VERIFY2_WITH_TIMEOUT(m_sink->total() == 20, qPrintable(m_status.cause), kWaitMs);
    const Climbing climbing(config);
    QVERIFY2(climbing.holds(), qPrintable(climbing.story()));
    QVERIFY(proxy.carried > 1);
}

void TestProxy::troublesAreNamed_data()
{
    QTest::addColumn<QString>("which");
    QTest::addColumn<QString>("rung");
    QTest::addColumn<QString>("words");
    QTest::newRow("nobody there") << u"none"_s << u"Proxy"_s << u"Nothing listens at the proxy"_s;
    QTest::newRow("no such name") << u"name"_s << u"Proxy"_s << u"The name of the proxy no-such-proxy.invalid was not found."_s;
    QTest::newRow("HTTP wants a user") << u"407"_s << u"TCP"_s << u"wants a user and a password"_s;
    QTest::newRow("SOCKS5 wants a user") << u"auth"_s << u"TCP"_s << u"wants a user and a password"_s;
    QTest::newRow("for the web only") << u"403"_s << u"TCP"_s << u"does not permit connections to localhost:"_s;
    QTest::newRow("HTTP does not get through") << u"502"_s << u"TCP"_s << u"does not get through to"_s;
    QTest::newRow("SOCKS5 does not get through") << u"refused"_s << u"TCP"_s << u"does not get through to"_s;
    QTest::newRow("HTTP taken for SOCKS5") << u"mixed"_s << u"TCP"_s << u"took the connection and said nothing"_s;
    QTest::newRow("SOCKS5 taken for HTTP") << u"mixed2"_s << u"TCP"_s << u"does not speak as an HTTP proxy"_s;
}

void TestProxy::troublesAreNamed()
{
    QFETCH(QString, which);
    QFETCH(QString, rung);
    QFETCH(QString, words);
    std::unique_ptr<Proxy> proxy;
    QString address = u"http://127.0.0.1:%1"_s.arg(freePort());
    if (which == u"name")
        address = u"http://no-such-proxy.invalid:8080"_s;
    else if (which == u"407")
        proxy = Proxy::tiny("BasicAuth mira secret\n");
    else if (which == u"403")
        proxy = Proxy::tiny("ConnectPort 443\n");
    else if (which == u"502" || which == u"mixed")
        proxy = Proxy::tiny();
    else if (which == u"auth")
        proxy = Proxy::socks({u"-u"_s, u"mira"_s, u"-P"_s, u"secret"_s});
    else if (which != u"none")
        proxy = Proxy::socks();
    if (proxy)
        address = proxy->address();
    if (which == u"mixed")
        address.replace(u"http"_s, u"socks5"_s);
    if (which == u"mixed2")
        address.replace(u"socks5"_s, u"http"_s);
    StreamConfig config = stream(address);
    if (which == u"502" || which == u"refused")
        config.values.set(u"servers"_s, QStringList{u"127.0.0.1:%1"_s.arg(freePort())});
    const Climbing climbing(config, which == u"mixed" ? 1'000 : 0); // it waits for more
    QVERIFY2(climbing.failed() == rung, qPrintable(climbing.story()));
    QVERIFY2(climbing.problem().message.contains(words) && !climbing.problem().remedy.isEmpty(), qPrintable(climbing.story()));
    QCOMPARE(climbing.option(), u"proxy"_s);
    QVERIFY2(climbing.milliseconds() < kSoonMs, qPrintable(climbing.story()));
    // The stream's row says the same, and goes on trying.
    QElapsedTimer clock;
    clock.start();
    read(config);
    QTRY_VERIFY2_WITH_TIMEOUT(m_status.cause.contains(words), qPrintable(m_status.cause), kWaitMs);
    QVERIFY2(clock.elapsed() < kSoonMs || which == u"mixed", qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(m_status.state, State::Stale);
    QVERIFY2(m_status.remedy.contains(u"Tocsin keeps trying."_s), qPrintable(m_status.remedy));
}

void TestProxy::silentProxyHoldsUpNobody()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    for (const QString &form : {u"http://127.0.0.1:%1"_s, u"socks5://127.0.0.1:%1"_s}) {
        const Climbing climbing(stream(form.arg(silent.serverPort())), 1'000);
        QVERIFY2(climbing.failed() == u"TCP"_s && climbing.problem().message.contains(u"The proxy 127.0.0.1:%1 took the connection and said nothing."_s.arg(silent.serverPort())), qPrintable(climbing.story()));
        read(stream(form.arg(silent.serverPort())));
        QTRY_VERIFY2_WITH_TIMEOUT(m_status.cause.contains(u"said nothing"_s), qPrintable(m_status.cause), kWaitMs);
        // While a connection hangs in the proxy the stream ends as soon as ever.
        QSignalSpy stopped(m_consumer.get(), &Consumer::stopped);
        QElapsedTimer clock;
        clock.start();
        m_consumer->stop();
        QVERIFY(stopped.wait(kWaitMs));
        QVERIFY2(clock.elapsed() < 2'000, qPrintable(QString::number(clock.elapsed())));
    }
}

// Of the program: ALL_PROXY leads to other computers, never to this one, and an option goes before it.
void TestProxy::environmentIsHonoured()
{
    OwnProxy proxy("lost.invalid:9092", m_rig.lost());
    QFile secret(m_folder.filePath(u"secret"_s));
    QVERIFY(secret.open(QIODevice::WriteOnly) && secret.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    secret.write("alice-secret\n");
    secret.close();
    const QString far = u"kafka://alice@lost.invalid/%1?security=SASL_PLAINTEXT"_s.arg(m_topic);
    const auto check = [&](const QString &url) {
        QProcess program;
        program.setProcessChannelMode(QProcess::MergedChannels);
        QSignalSpy ended(&program, &QProcess::finished); // its proxy is carried by this loop
        program.start(QStringLiteral(TOCSIN_PROGRAM), {u"check"_s, url, u"--secret-file"_s, secret.fileName()});
        const bool inTime = ended.wait(kWaitMs);
        return std::pair{inTime ? program.exitCode() : -1, QString::fromUtf8(program.readAll())};
    };
    qputenv("ALL_PROXY", proxy.address().toUtf8());
    const auto led = check(far);
    const auto here = check(u"kafka://alice@%1/%2?security=SASL_PLAINTEXT"_s.arg(m_rig.sasl(), m_topic));
    const auto direct = check(far + u"&proxy=direct"_s);
    qputenv("NO_PROXY", "example.org, .invalid");
    const auto spared = check(far);
    qunsetenv("NO_PROXY");
    qunsetenv("ALL_PROXY");
    const auto wrong = check(far + u"&proxy=ftp://h:1"_s);
    const auto withUser = check(far + u"&proxy=http://mira:secret@h:1"_s);
    QVERIFY2(led.first == 0 && led.second.contains(u"proxy ok"_s), qPrintable(led.second));
    QVERIFY2(here.first == 0 && !here.second.contains(u"proxy"_s), qPrintable(here.second));
    QVERIFY2(direct.first == 10, qPrintable(direct.second));
    QVERIFY2(spared.first == 10, qPrintable(spared.second));
    QVERIFY2(wrong.first == 2 && wrong.second.contains(u"socks5://HOST:PORT"_s), qPrintable(wrong.second));
    QVERIFY2(withUser.first == 2 && !withUser.second.contains(u"mira:secret"_s), qPrintable(withUser.second));
}

void TestProxy::proxyThatComesBackIsTakenUp()
{
    auto proxy = Proxy::tiny();
    QVERIFY(proxy);
    const QString address = proxy->address();
    read(stream(address));
    QTRY_VERIFY2_WITH_TIMEOUT(m_sink->total() == 20, qPrintable(m_status.cause), kWaitMs);
    const auto port = static_cast<quint16>(address.section(u':', -1).toUInt());
    proxy.reset();
    QTRY_VERIFY2_WITH_TIMEOUT(m_status.cause.contains(u"Nothing listens at the proxy"_s), qPrintable(m_status.cause), kWaitMs);
    QVERIFY2(m_rig.produce(m_topic, 20), qPrintable(m_rig.why()));
    OwnProxy again(m_rig.saslTls().toUtf8(), u"127.0.0.1:"_s + m_rig.saslTls().section(u':', 1));
    again.close();
    QVERIFY(again.listen(QHostAddress::LocalHost, port));
    QTRY_VERIFY2_WITH_TIMEOUT(m_sink->total() == 40, qPrintable(m_status.cause), kWaitMs);
    QCOMPARE(m_sink->repeated() + m_sink->leftOut(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(m_status.state == State::Live, kWaitMs);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    TestProxy test;
    return tocsin::rig::runWithKafka(&test, argc, argv);
}

#include "tst_proxy.moc"
