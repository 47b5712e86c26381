// SPDX-License-Identifier: GPL-3.0-or-later
// OAUTHBEARER over TLS with a real OpenID provider, as at GCN: a client with a secret fetches tokens, the broker checks them against
// the provider's keys and ends a connection with its token. GCN's own client reads beside us.
#include "core/streams/kafka/kafkaconsumer.h"
#include "core/tokens/clientcredentials.h"
#include "integration/program.h"
#include "rig/oidcrig.h"
#include "rig/rig.h"
#include "support/climbing.h"
#include "support/offsetsink.h"

#include <QFile>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::tests;
using namespace tocsin::streams;
using tocsin::rig::KafkaRig;
using tocsin::rig::OidcRig;

namespace {

constexpr int kWaitMs = 60'000;
constexpr int kLife = 12; // seconds of a token

std::shared_ptr<tokens::ClientCredentials> service(const OidcRig &provider)
{
    auto source = std::make_shared<tokens::ClientCredentials>(tokens::ClientCredentials::Settings{
        .endpoint = QUrl(provider.tokenEndpoint()), .clientId = u"svc"_s, .secret = vault::SecretBytes(std::string_view("svc-secret")), .scope = {}, .limit = 3s});
    source->setPauses({.first = 500ms, .longest = 1s, .refused = 60s});
    return source;
}

} // namespace

class TestBearerProvider final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void readsBesideGcnsClientOverManyLives();
    void gcnsOwnKindSignsIn();
    void programReadsGcnByItsAccount();
    void providerStops_data();
    void providerStops();
    void tokenOfAnotherProvider();
    void wrongSecret();

private:
    [[nodiscard]] StreamConfig stream(const tokens::TokenSourcePtr &tokens) const
    {
        StreamConfig config;
        config.uuid = u"uuid"_s;
        config.name = u"bearer"_s;
        config.type = u"kafka"_s;
        config.values.set(u"servers"_s, QStringList{m_rig.bearer()});
        config.values.set(u"security"_s, u"SASL_SSL"_s);
        config.values.set(u"mechanism"_s, u"OAUTHBEARER"_s);
        config.values.set(u"account"_s, u"svc"_s);
        config.values.set(u"ca"_s, m_rig.caFile());
        config.values.set(u"topics"_s, QStringList{m_topic});
        config.values.set(u"start"_s, u"earliest"_s);
        config.tokens = tokens;
        return config;
    }
    void read(const StreamConfig &config)
    {
        m_consumer = std::make_unique<kafka::KafkaConsumer>(ConsumerContext{.sink = &*m_sink});
        connect(m_consumer.get(), &Consumer::statusChanged, this, [this](const QString &, const StreamStatus &status) {
            m_status = status;
            m_states.push_back(status.state);
        });
        connect(m_consumer.get(), &Consumer::logged, this, [this](const QString &, const LogLine &line) { m_log << line.text; });
        m_consumer->setStreams({{.config = config, .startOverride = {}, .untilEnd = false}});
    }
    [[nodiscard]] QString story() const { return m_status.cause + u" | "_s + m_status.remedy + u" | "_s + m_log.join(u'\n'); }

    OidcRig m_provider;
    KafkaRig m_rig;
    QString m_topic;
    int m_number = 0;
    std::unique_ptr<OffsetSink> m_sink;
    std::unique_ptr<kafka::KafkaConsumer> m_consumer;
    StreamStatus m_status;
    QList<State> m_states;
    QStringList m_log;
};

void TestBearerProvider::initTestCase()
{
    QVERIFY2(m_provider.up({.tokenSeconds = kLife}), qPrintable(m_provider.why()));
    m_rig.setTokenKeys(m_provider.jwks());
    QVERIFY2(m_rig.up(), qPrintable(m_rig.why()));
}

void TestBearerProvider::init()
{
    m_topic = u"night%1"_s.arg(++m_number);
    QVERIFY2(m_rig.createTopic(m_topic, 2), qPrintable(m_rig.why()));
    m_sink = std::make_unique<OffsetSink>();
}

void TestBearerProvider::cleanup()
{
    m_consumer.reset();
    m_sink.reset();
    m_status = {};
    m_states.clear();
    m_log.clear();
}

void TestBearerProvider::readsBesideGcnsClientOverManyLives()
{
    QProcess peers;
    peers.start(QStringLiteral(TOCSIN_PEERS), {u"gcn"_s}, QIODevice::ReadOnly);
    const bool hasPeer = peers.waitForFinished(300'000) && peers.exitCode() == 0;
    if (!hasPeer && qEnvironmentVariable("REQUIRE_REAL_PARTS") == u"1")
        QFAIL(peers.readAllStandardError().constData());
    constexpr int kMessages = 2'400; // 40 s: more than three lives
    QProcess gcn;
    if (hasPeer)
        gcn.start(QString::fromUtf8(peers.readAllStandardOutput()).trimmed(),
                  {QStringLiteral(TOCSIN_GCN_READER), m_rig.bearer(), m_provider.tokenEndpoint(), m_rig.caFile(), m_topic, QString::number(kMessages)});
    read(stream(service(m_provider)));
    QTRY_VERIFY2_WITH_TIMEOUT(m_status.everConnected, qPrintable(story()), kWaitMs);
    m_states.clear();
    QVERIFY2(m_rig.produce(m_topic, kMessages, {u"rate=60"_s}), qPrintable(m_rig.why()));
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->total(), kMessages, kWaitMs);
    QCOMPARE(m_sink->repeated() + m_sink->leftOut(), 0);
    for (const State state : std::as_const(m_states))
        QVERIFY2(state == State::Live || state == State::CatchingUp || state == State::Quiet, qPrintable(stateWord(state) + story()));
    qInfo("the longest wait for a message: %lld ms", static_cast<long long>(m_sink->longestWaitMs()));
    QVERIFY(m_sink->longestWaitMs() < 3'000);
    if (!hasPeer)
        QSKIP("gcn-kafka is not to be had: it did not read beside us");
    QVERIFY2(gcn.waitForFinished(kWaitMs), gcn.readAllStandardError().constData());
    QVERIFY2(gcn.exitCode() == 0, gcn.readAllStandardError().constData());
    std::map<std::pair<std::string, int32_t>, std::set<int64_t>> theirs;
    for (const QByteArray &line : gcn.readAllStandardOutput().trimmed().split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        for (const QByteArray &offset : words.sliced(1))
            theirs[{m_topic.toStdString(), words.first().toInt()}].insert(offset.toLongLong());
    }
    QVERIFY(m_sink->offsets() == theirs);
}

// The kind of stream for GCN, with servers of our own: it is set up by its account alone.
void TestBearerProvider::gcnsOwnKindSignsIn()
{
    StreamConfig config = stream(service(m_provider));
    config.type = u"gcn"_s;
    config.values = {};
    config.values.set(u"account"_s, u"svc"_s);
    config.values.set(u"servers"_s, QStringList{m_rig.bearer()});
    config.values.set(u"ca"_s, m_rig.caFile());
    QVERIFY2(m_rig.createTopic(u"gcn.circulars"_s, 1) && m_rig.createTopic(u"gcn.notices.maxi.gsc.known"_s, 1), qPrintable(m_rig.why()));
    QVERIFY2(m_rig.produce(u"gcn.circulars"_s, 30) && m_rig.produce(u"gcn.notices.maxi.gsc.known"_s, 4), qPrintable(m_rig.why()));
    const Climbing climbing(config);
    QVERIFY2(climbing.holds(), qPrintable(climbing.story()));
    // Those of its families that GCN has not made yet are told, and are no trouble.
    QVERIFY2(climbing.fact(u"Rights"_s).contains(u"not there yet: gcn.heartbeat, igwn.gwalert"), qPrintable(climbing.story()));
    read(config);
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->total(), 34, kWaitMs);
    QTRY_VERIFY2_WITH_TIMEOUT(m_status.state == State::Live && m_status.cause.isEmpty(), qPrintable(story()), kWaitMs);
}

// From the client's secret to rows, as a person at a terminal does it; the secret lies in the vault's file alone.
void TestBearerProvider::programReadsGcnByItsAccount()
{
    const QTemporaryDir home;
    const auto file = [&home](const QString &name, const QByteArray &text) {
        QFile made(home.filePath(name));
        if (!made.open(QIODevice::WriteOnly) || !made.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            qFatal("no file");
        made.write(text);
        return made.fileName();
    };
    const QString passphrase = file(u"passphrase"_s, "correct horse\n");
    const auto tocsin = [&](const QStringList &arguments) {
        return runProgram(QStringList{u"--home"_s, home.filePath(u"home"_s)} + arguments);
    };
    const auto holds = [](const Finished &run) { return run.code == 0; };
    const QStringList opens{u"--passphrase-file"_s, passphrase};
    Finished run = tocsin(QStringList{u"accounts"_s, u"vault"_s, u"file"_s} + opens);
    QVERIFY2(holds(run), qPrintable(run.said));
    run = tocsin(QStringList{u"accounts"_s, u"add"_s, u"client-credentials"_s, u"mine"_s, u"client_id=svc"_s, u"token_endpoint="_s + m_provider.tokenEndpoint(), u"--secret-file"_s,
                             file(u"secret"_s, "svc-secret\n")} + opens);
    QVERIFY2(holds(run), qPrintable(run.said));
    run = tocsin({u"streams"_s, u"add"_s, u"gcn"_s, u"gcn"_s, u"account=mine"_s, u"servers="_s + m_rig.bearer(), u"ca="_s + m_rig.caFile()});
    QVERIFY2(holds(run), qPrintable(run.said));
    run = tocsin(QStringList{u"check"_s, u"gcn"_s} + opens);
    QVERIFY2(holds(run) && run.output.contains("svc"), qPrintable(run.said + QString::fromUtf8(run.output)));
    Program listen(QStringList{u"--home"_s, home.filePath(u"home"_s), u"listen"_s, u"gcn"_s, u"--until-end"_s} + opens);
    QVERIFY2(listen.waitForEnd(kWaitMs) && listen.exitCode() == 0, qPrintable(listen.said()));
    QCOMPARE(listen.alerts().size(), size_t(34)); // a first start: all of the last day
    QCOMPARE(listen.alerts().front()["stream"], "gcn");
}

void TestBearerProvider::providerStops_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("words");
    QTest::newRow("gone") << u"gone"_s << u"127.0.0.1"_s;
    QTest::newRow("silent") << u"silent"_s << u"127.0.0.1"_s;
    QTest::newRow("503") << u"503"_s << u"127.0.0.1"_s;
}

// The old token serves to its end; then the row tells of the provider, not of the broker, and all goes on when it is back.
void TestBearerProvider::providerStops()
{
    QFETCH(QString, how);
    QFETCH(QString, words);
    read(stream(service(m_provider)));
    QVERIFY2(m_rig.produce(m_topic, 10), qPrintable(m_rig.why()));
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->total(), 10, kWaitMs);
    if (how == u"gone")
        m_provider.stop();
    else if (how == u"silent")
        m_provider.freeze();
    else
        QVERIFY(m_provider.behave({{u"path"_s, u"/token"_s}, {u"status"_s, 503}, {u"times"_s, -1}}));
    QVERIFY2(m_rig.produce(m_topic, 10), qPrintable(m_rig.why()));
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->total(), 20, kWaitMs);
    QVERIFY2(m_status.state != State::Stale && m_status.state != State::NeedsSignIn, qPrintable(story()));
    QTRY_VERIFY2_WITH_TIMEOUT(m_status.state == State::Stale, qPrintable(story()), kWaitMs);
    QCOMPARE(m_status.errorKind, ErrorKind::NoConnection);
    QVERIFY2(m_status.cause.contains(words) && !m_status.cause.contains(m_rig.bearer()), qPrintable(story()));
    qInfo("%s", qPrintable(m_status.cause + u' ' + m_status.remedy));
    QVERIFY2(m_rig.produce(m_topic, 10), qPrintable(m_rig.why()));
    if (how == u"gone")
        QVERIFY2(m_provider.start(), qPrintable(m_provider.why()));
    else if (how == u"silent")
        m_provider.thaw();
    else
        QVERIFY(m_provider.behave({}));
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->total(), 30, kWaitMs);
    QTRY_VERIFY2_WITH_TIMEOUT(m_status.state == State::Live && m_status.cause.isEmpty(), qPrintable(story()), kWaitMs);
    QCOMPARE(m_sink->repeated() + m_sink->leftOut(), 0);
}

void TestBearerProvider::tokenOfAnotherProvider()
{
    OidcRig other;
    QVERIFY2(other.up({.tokenSeconds = 60}), qPrintable(other.why()));
    const Climbing climbing(stream(service(other)));
    QCOMPARE(climbing.failed(), u"Sign-in"_s);
    QCOMPARE(climbing.problem().kind, ErrorKind::SignInRefused);
    QVERIFY2(climbing.problem().message.contains(u"refused this token"_s), qPrintable(climbing.story()));
    QVERIFY2(climbing.problem().remedy.contains(u"issued by "_s + other.issuer()) && climbing.problem().remedy.contains(u"for kafka"_s), qPrintable(climbing.story()));
    QVERIFY2(climbing.milliseconds() < 3'000, qPrintable(climbing.story()));
    qInfo("named after %lld ms: %s", climbing.milliseconds(), qPrintable(climbing.problem().message + u' ' + climbing.problem().remedy));
}

void TestBearerProvider::wrongSecret()
{
    const auto source = std::make_shared<tokens::ClientCredentials>(tokens::ClientCredentials::Settings{
        .endpoint = QUrl(m_provider.tokenEndpoint()), .clientId = u"svc"_s, .secret = vault::SecretBytes(std::string_view("wrong")), .scope = {}, .limit = 3s});
    const Climbing climbing(stream(source));
    QCOMPARE(climbing.failed(), u"Token"_s);
    QCOMPARE(climbing.problem().kind, ErrorKind::SignInRefused);
    QVERIFY2(climbing.milliseconds() < 3'000, qPrintable(climbing.story()));
    read(stream(source));
    QTRY_VERIFY2_WITH_TIMEOUT(m_status.state == State::NeedsSignIn, qPrintable(story()), kWaitMs);
    qInfo("%s", qPrintable(m_status.cause + u' ' + m_status.remedy));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    TestBearerProvider test;
    if (const int unavailable = tocsin::rig::whyNoOidc(); unavailable != 0)
        return unavailable;
    return tocsin::rig::runWithKafka(&test, argc, argv);
}

#include "tst_bearerprovider.moc"
