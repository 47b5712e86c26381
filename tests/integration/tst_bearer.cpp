// SPDX-License-Identifier: GPL-3.0-or-later
// OAUTHBEARER against a real Kafka that ends a connection with its token: reading goes on over many lives, and what is wrong with a
// token is told by its own cause. The tokens are ours and carry no signature (listener UNSEC); with a
// provider see tst_bearerprovider.
#include "core/streams/kafka/kafkaconsumer.h"
#include "core/streams/kafka/kafkastream.h"
#include "integration/program.h"
#include "rig/rig.h"
#include "support/climbing.h"
#include "support/mintedtokens.h"
#include "support/offsetsink.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::tests;
using namespace tocsin::streams;
using tocsin::rig::KafkaRig;
using Mode = MintedTokens::Mode;

namespace {

constexpr int kWaitMs = 60'000;

} // namespace

class TestBearer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void readsOverManyLives();
    void renewsWhileHeldBack();
    void oldTokenServesToItsEnd();
    void refusalsStopTheHammering();
    void revokedSignInAsksForThePerson();
    void wrongClockIsNamed_data();
    void wrongClockIsNamed();
    void wrongClockOfTheProgram_data();
    void wrongClockOfTheProgram();
    void everyClientSignsInAlike();
    void slowProviderKeepsNobodyWaiting();
    void ladderTellsOfTheToken();
    void sciTokenIsFoundByTheProgram();
    void renewedSciTokenIsNoticed();
    void tokenIsSeenNowhere_data();
    void tokenIsSeenNowhere();

private:
    [[nodiscard]] StreamConfig stream(const tokens::TokenSourcePtr &tokens) const
    {
        StreamConfig config;
        config.uuid = u"uuid"_s;
        config.name = u"bearer"_s;
        config.type = u"kafka"_s;
        config.values.set(u"servers"_s, QStringList{m_rig.unsecured()});
        config.values.set(u"security"_s, u"SASL_PLAINTEXT"_s);
        config.values.set(u"mechanism"_s, u"OAUTHBEARER"_s);
        config.values.set(u"topics"_s, QStringList{m_topic});
        config.values.set(u"start"_s, u"earliest"_s);
        config.values.set(u"properties"_s, QVariantMap{{u"topic.metadata.refresh.interval.ms"_s, u"500"_s}});
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
    [[nodiscard]] QString sciToken(qint64 seconds)
    {
        const QString path = m_folder.filePath(u"bt"_s);
        QFile file(path + u".new"_s);
        if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            qFatal("no token file");
        file.write(test::unsignedToken({{u"sub"_s, u"mira"_s}, {u"iss"_s, u"https://issuer.example.org"_s}, {u"aud"_s, u"ANY"_s}, {u"scope"_s, u"kafka.consume"_s},
                                        {u"iat"_s, test::secondsFromNow(seconds - 3'600)}, {u"exp"_s, test::secondsFromNow(seconds)}}));
        file.close();
        ::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(path).constData());
        return path;
    }

    KafkaRig m_rig;
    QTemporaryDir m_folder;
    QString m_topic;
    int m_number = 0;
    std::unique_ptr<OffsetSink> m_sink;
    std::unique_ptr<kafka::KafkaConsumer> m_consumer;
    StreamStatus m_status;
    QList<State> m_states;
    QStringList m_log;
};

void TestBearer::initTestCase()
{
    QVERIFY2(m_rig.up(), qPrintable(m_rig.why()));
}

void TestBearer::init()
{
    m_topic = u"night%1"_s.arg(++m_number);
    QVERIFY2(m_rig.createTopic(m_topic, 2), qPrintable(m_rig.why()));
    m_sink = std::make_unique<OffsetSink>();
}

void TestBearer::cleanup()
{
    m_consumer.reset();
    m_sink.reset();
    m_status = {};
    m_states.clear();
    m_log.clear();
}

void TestBearer::readsOverManyLives()
{
    const auto tokens = std::make_shared<MintedTokens>(11);
    read(stream(tokens));
    QTRY_VERIFY2_WITH_TIMEOUT(m_status.everConnected, qPrintable(story()), kWaitMs);
    m_states.clear();
    QVERIFY2(m_rig.produce(m_topic, 3'000, {u"rate=60"_s}), qPrintable(m_rig.why())); // 50 s: more than four lives
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->total(), 3'000, kWaitMs);
    QCOMPARE(m_sink->repeated(), 0);
    QCOMPARE(m_sink->leftOut(), 0);
    QVERIFY2(tokens->given() >= 5, qPrintable(QString::number(tokens->given())));
    for (const State state : std::as_const(m_states))
        QVERIFY2(state == State::Live || state == State::CatchingUp || state == State::Quiet, qPrintable(stateWord(state) + story()));
    qInfo("%d tokens, the longest wait for a message %lld ms", tokens->given(), static_cast<long long>(m_sink->longestWaitMs()));
    QVERIFY(m_sink->longestWaitMs() < 3'000); // a new connection, no outage
}

// While nothing is polled, librdkafka's questions must be answered, too.
void TestBearer::renewsWhileHeldBack()
{
    const auto tokens = std::make_shared<MintedTokens>(3);
    read(stream(tokens));
    QVERIFY2(m_rig.produce(m_topic, 10), qPrintable(m_rig.why()));
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->total(), 10, kWaitMs);
    m_sink->holdBack(true);
    QVERIFY2(m_rig.produce(m_topic, 500), qPrintable(m_rig.why()));
    const int before = tokens->given();
    QTRY_VERIFY_WITH_TIMEOUT(tokens->given() >= before + 3, kWaitMs);
    QCOMPARE(m_sink->total(), 10);
    m_sink->holdBack(false);
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->total(), 510, kWaitMs);
    QCOMPARE(m_sink->repeated() + m_sink->leftOut(), 0);
}

void TestBearer::oldTokenServesToItsEnd()
{
    const auto tokens = std::make_shared<MintedTokens>(12);
    read(stream(tokens));
    QVERIFY2(m_rig.produce(m_topic, 10), qPrintable(m_rig.why()));
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->total(), 10, kWaitMs);
    tokens->set(Mode::Down);
    // Asked at 80 % and not answered: nothing is amiss yet, but the log tells.
    QTRY_VERIFY2_WITH_TIMEOUT(m_log.join(u'\n').contains(u"The provider does not answer."_s), qPrintable(story()), kWaitMs);
    QVERIFY2(m_status.state != State::Stale && m_status.state != State::NeedsSignIn, qPrintable(story()));
    QVERIFY2(m_rig.produce(m_topic, 10), qPrintable(m_rig.why()));
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->total(), 20, kWaitMs);
    // Its end: told by our words, with the next try; nobody is asked to sign in.
    QTRY_VERIFY2_WITH_TIMEOUT(m_status.state == State::Stale, qPrintable(story()), kWaitMs);
    QVERIFY2(m_status.cause.contains(u"The provider does not answer."_s), qPrintable(story()));
    QVERIFY2(m_status.remedy.contains(u"Tocsin keeps trying."_s) && m_status.nextTry.isValid(), qPrintable(story()));
    QCOMPARE(m_status.errorKind, ErrorKind::NoConnection);
    QVERIFY2(m_rig.produce(m_topic, 10), qPrintable(m_rig.why()));
    const int asked = tokens->asked();
    tokens->set(Mode::Good);
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->total(), 30, kWaitMs);
    QTRY_VERIFY2_WITH_TIMEOUT(m_status.state == State::Live && m_status.cause.isEmpty(), qPrintable(story()), kWaitMs);
    QVERIFY(tokens->asked() > asked);
    QCOMPARE(m_sink->repeated() + m_sink->leftOut(), 0);
}

void TestBearer::refusalsStopTheHammering()
{
    const auto tokens = std::make_shared<MintedTokens>(60);
    tokens->set(Mode::Nobody);
    read(stream(tokens));
    QTRY_VERIFY2_WITH_TIMEOUT(m_status.state == State::NeedsSignIn && m_status.nextTry.isValid(), qPrintable(story()), kWaitMs);
    QVERIFY2(m_status.cause.contains(u"refused this token"_s), qPrintable(story()));
    QVERIFY2(m_status.remedy.contains(u"for somebody"_s), qPrintable(story()));
    // The one that was taken for good, and another one that was asked for.
    QCOMPARE(tokens->renewals(), 1);
    const qint64 inSeconds = (m_status.nextTry.us - UtcTime::now().us) / 1'000'000;
    QVERIFY2(inSeconds > 45 && inSeconds <= 60, qPrintable(QString::number(inSeconds)));
    // Whoever edits the stream need not wait.
    tokens->set(Mode::Good);
    QVERIFY2(m_rig.produce(m_topic, 10), qPrintable(m_rig.why()));
    StreamConfig edited = stream(tokens);
    edited.label = u"edited"_s;
    m_consumer->setStreams({{.config = edited, .startOverride = {}, .untilEnd = false}});
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->total(), 10, kWaitMs);
}

void TestBearer::revokedSignInAsksForThePerson()
{
    const auto tokens = std::make_shared<MintedTokens>(4);
    read(stream(tokens));
    QTRY_VERIFY2_WITH_TIMEOUT(m_status.everConnected, qPrintable(story()), kWaitMs);
    tokens->set(Mode::Revoked);
    QTRY_VERIFY2_WITH_TIMEOUT(m_status.state == State::NeedsSignIn, qPrintable(story()), kWaitMs);
    QCOMPARE(m_status.cause, u"The sign-in was taken back."_s);
    QTRY_VERIFY2_WITH_TIMEOUT(m_status.nextTry.isValid(), qPrintable(story()), kWaitMs);
}

void TestBearer::wrongClockIsNamed_data()
{
    QTest::addColumn<Mode>("mode");
    QTest::addColumn<QString>("words");
    QTest::newRow("ahead") << Mode::Ended << u"The token that came had ended 60 min before: the clock of this computer seems to be ahead."_s;
    QTest::newRow("behind") << Mode::FromTheFuture << u"The clock of this computer is behind"_s;
}

void TestBearer::wrongClockIsNamed()
{
    QFETCH(Mode, mode);
    QFETCH(QString, words);
    const auto tokens = std::make_shared<MintedTokens>(3'600);
    tokens->set(mode);
    read(stream(tokens));
    QTRY_VERIFY2_WITH_TIMEOUT(m_status.state == State::NeedsSignIn, qPrintable(story()), kWaitMs);
    QVERIFY2(m_status.cause.contains(words), qPrintable(story()));
    QVERIFY2(m_status.remedy.contains(u"clock"_s), qPrintable(story()));
    const Climbing climbing(stream(tokens));
    QVERIFY2(climbing.problem().message.contains(u"clock of this computer"_s), qPrintable(climbing.story()));
}

void TestBearer::wrongClockOfTheProgram_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("words");
    QTest::newRow("an hour ahead") << qint64(4'000) << u"The clock of this computer seems to be ahead"_s;
    QTest::newRow("an hour behind") << qint64(-4'000) << u"The clock of this computer is behind"_s;
    QTest::newRow("400 days ahead") << qint64(400 * 86'400) << u"The clock of this computer seems to be ahead"_s;
    QTest::newRow("400 days behind") << qint64(-400 * 86'400) << u"The clock of this computer is behind"_s;
}

// The program lives in another time; its token file has just been written by somebody who does as well.
void TestBearer::wrongClockOfTheProgram()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, words);
    if (QStandardPaths::findExecutable(u"faketime"_s).isEmpty()) {
        if (qEnvironmentVariable("REQUIRE_REAL_PARTS") == u"1")
            QFAIL("faketime");
        QSKIP("faketime is not installed");
    }
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QString token = sciToken(3'500);
    const timespec both[] = {{test::secondsFromNow(seconds), 0}, {test::secondsFromNow(seconds), 0}};
    QCOMPARE(utimensat(AT_FDCWD, QFile::encodeName(token).constData(), both, 0), 0);
    environment.insert(u"BEARER_TOKEN_FILE"_s, token);
    program.setProcessEnvironment(environment);
    program.setProcessChannelMode(QProcess::MergedChannels);
    program.start(u"faketime"_s, {u"-f"_s, (seconds > 0 ? u"+%1s"_s : u"%1s"_s).arg(seconds), QStringLiteral(TOCSIN_PROGRAM), u"check"_s,
                                  u"kafka://%1/%2?security=SASL_PLAINTEXT&mechanism=OAUTHBEARER"_s.arg(m_rig.unsecured(), m_topic)});
    QVERIFY(program.waitForFinished(kWaitMs));
    const QString said = QString::fromUtf8(program.readAll());
    QVERIFY2(said.contains(words) && !said.contains(u"certificate"_s), qPrintable(said));
    QVERIFY2(said.contains(u"Set the clock of this computer"_s), qPrintable(said));
    QCOMPARE(program.exitCode(), 13);
}

void TestBearer::everyClientSignsInAlike()
{
    QVERIFY2(m_rig.produce(m_topic, 50, {u"partition=0"_s}), qPrintable(m_rig.why()));
    const auto tokens = std::make_shared<MintedTokens>(30);
    const StreamConfig config = stream(tokens);
    const StreamType &type = *findStreamType(config.type);
    const auto topics = type.topics(config, true, 20'000);
    QVERIFY2(topics.ok(), qPrintable(topics.ok() ? QString() : topics.error().message));
    QVERIFY(std::ranges::any_of(topics.value(), [this](const TopicInfo &topic) { return topic.name == m_topic && topic.newest.isValid(); }));
    const auto ends = type.ends(config, {Lane{.source = {}, .topic = m_topic.toStdString(), .partition = 0, .generation = 0}}, 20'000);
    QVERIFY2(ends.ok() && !ends.value().empty(), qPrintable(ends.ok() ? QString() : ends.error().message));
    QCOMPARE(ends.value().front().high, 50);
    // What is wrong is told by them, too, and soon.
    tokens->set(Mode::Revoked);
    QElapsedTimer clock;
    clock.start();
    const auto refused = type.topics(config, true, 20'000);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().message, u"The sign-in was taken back."_s);
    tokens->set(Mode::Down);
    const auto down = type.ends(config, {}, 20'000);
    QVERIFY(!down.ok());
    QCOMPARE(down.error().message, u"The provider does not answer."_s);
    tokens->set(Mode::Nobody);
    const auto nobody = type.topics(config, true, 20'000);
    QVERIFY(!nobody.ok());
    QVERIFY2(nobody.error().message.contains(u"refused this token"_s), qPrintable(nobody.error().message));
    QVERIFY2(clock.elapsed() < 6'000, qPrintable(QString::number(clock.elapsed())));
}

void TestBearer::slowProviderKeepsNobodyWaiting()
{
    const auto tokens = std::make_shared<MintedTokens>(30);
    tokens->set(Mode::Hangs);
    read(stream(tokens));
    QTRY_VERIFY_WITH_TIMEOUT(tokens->asked() > 0, kWaitMs);
    QSignalSpy stopped(m_consumer.get(), &Consumer::stopped);
    QElapsedTimer clock;
    clock.start();
    m_consumer->stop();
    QVERIFY(stopped.wait(kWaitMs));
    QVERIFY2(clock.elapsed() < 2'000, qPrintable(QString::number(clock.elapsed())));
}

void TestBearer::ladderTellsOfTheToken()
{
    QVERIFY2(m_rig.produce(m_topic, 5), qPrintable(m_rig.why()));
    StreamConfig config = stream(std::make_shared<MintedTokens>(3'000));
    config.values.set(u"account"_s, u"igwn"_s);
    const Climbing climbing(config);
    QVERIFY2(climbing.holds(), qPrintable(climbing.story()));
    QVERIFY2(climbing.fact(u"Token"_s).startsWith(u"from the account igwn, expires in 49 min"_s) || climbing.fact(u"Token"_s).startsWith(u"from the account igwn, expires in 50 min"_s),
             qPrintable(climbing.story()));
    QCOMPARE(climbing.fact(u"Sign-in"_s), u"mira, by OAUTHBEARER"_s);

    const auto asked = std::make_shared<MintedTokens>(3'000);
    asked->set(Mode::Nobody);
    const Climbing refused(stream(asked));
    QCOMPARE(refused.failed(), u"Sign-in"_s);
    QVERIFY2(refused.problem().message.contains(u"refused this token"_s), qPrintable(refused.story()));
    QCOMPARE(refused.option(), u"account"_s);
    asked->set(Mode::Down);
    const Climbing down(stream(asked));
    QCOMPARE(down.failed(), u"Token"_s);
    QCOMPARE(down.problem().kind, ErrorKind::NoConnection);
    config.tokens = nullptr; // its account was never asked
    const Climbing without(config);
    QCOMPARE(without.failed(), u"Token"_s);
    QVERIFY2(without.problem().message.contains(u"igwn"_s), qPrintable(without.story()));
}

void TestBearer::sciTokenIsFoundByTheProgram()
{
    QVERIFY2(m_rig.produce(m_topic, 20), qPrintable(m_rig.why()));
    const QString url = u"kafka://%1/%2?security=SASL_PLAINTEXT&mechanism=OAUTHBEARER"_s.arg(m_rig.unsecured(), m_topic);
    qputenv("BEARER_TOKEN_FILE", QFile::encodeName(sciToken(2'600)));
    const QTemporaryDir home;
    const Finished listened = runProgram({u"--home"_s, home.path(), u"listen"_s, u"--until-end"_s, url});
    QVERIFY2(listened.code == 0, qPrintable(listened.said));
    QCOMPARE(listened.summary.at("messages").get<int>(), 20);
    const Finished check = runProgram({u"check"_s, url});
    QVERIFY2(check.code == 0, qPrintable(check.said));
    QVERIFY2(check.output.contains("token ok") && check.output.contains("SciToken of BEARER_TOKEN_FILE, expires in 43 min"), check.output.constData());
    QVERIFY2(check.output.contains("scope kafka.consume"), check.output.constData());
    const Finished places = runProgram({u"accounts"_s, u"scitoken"_s, u"--audience"_s, u"kafka.example.org"_s, u"--scope"_s, u"kafka.consume"_s});
    QVERIFY2(places.code == 0, qPrintable(places.said));
    QVERIFY2(places.output.contains("BEARER_TOKEN_FILE\ttaken; ends in 43 min\thttps://issuer.example.org\tmira\tkafka.consume\tANY\t"), places.output.constData());
    QVERIFY2(places.output.startsWith("SCITOKEN\tnot set\t-\t-"), places.output.constData());
    // None: the cause, the command that gets one, the code of a refused sign-in.
    qunsetenv("BEARER_TOKEN_FILE");
    const Finished none = runProgram({u"--home"_s, home.path(), u"listen"_s, u"--until-end"_s, url});
    QVERIFY2(none.code == 13, qPrintable(none.said));
    QVERIFY2(none.said.contains(u"There is no SciToken here."_s) && none.said.contains(u"htgettoken -a vault.ligo.org -i igwn --audience 127.0.0.1 --scopes kafka.consume"_s),
             qPrintable(none.said));
    const Finished unchecked = runProgram({u"check"_s, url});
    QVERIFY2(unchecked.code == 13 && unchecked.output.contains("token failed"), qPrintable(unchecked.said + QString::fromUtf8(unchecked.output)));
}

void TestBearer::renewedSciTokenIsNoticed()
{
    QVERIFY2(m_rig.produce(m_topic, 20), qPrintable(m_rig.why()));
    qputenv("BEARER_TOKEN_FILE", QFile::encodeName(sciToken(30))); // too soon over
    read(stream(nullptr));
    QTRY_VERIFY2_WITH_TIMEOUT(m_status.state == State::NeedsSignIn && m_status.nextTry.isValid(), qPrintable(story()), kWaitMs);
    QVERIFY2(m_status.cause.contains(u"too soon"_s) && m_status.remedy.contains(u"htgettoken"_s), qPrintable(story()));
    QElapsedTimer clock;
    clock.start();
    (void)sciToken(3'600);
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->total(), 20, kWaitMs);
    QVERIFY2(clock.elapsed() < 10'000, qPrintable(QString::number(clock.elapsed())));
    qunsetenv("BEARER_TOKEN_FILE");
}

void TestBearer::tokenIsSeenNowhere_data()
{
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("taken") << true;
    QTest::newRow("refused") << false;
}

// Whatever librdkafka and we say at our most talkative: no file, no line, no argument holds the token or a part of it.
void TestBearer::tokenIsSeenNowhere()
{
    QFETCH(bool, isTaken);
    QVERIFY2(m_rig.produce(m_topic, 5), qPrintable(m_rig.why()));
    const QString path = sciToken(3'600);
    if (!isTaken) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(test::unsignedToken({{u"aud"_s, u"ANY"_s}, {u"canary"_s, u"of a token that nobody takes"_s}, {u"iat"_s, test::secondsFromNow(0)}, {u"exp"_s, test::secondsFromNow(3'600)}}));
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray middle = file.readAll().split('.').at(1);
    QVERIFY(middle.size() > 40);
    qputenv("BEARER_TOKEN_FILE", QFile::encodeName(path));
    const QTemporaryDir home;
    Program program({u"--home"_s, home.path(), u"--log-level"_s, u"debug"_s, u"listen"_s, u"--from"_s, u"earliest"_s, u"--all-fields"_s,
                     u"kafka://%1/%2?security=SASL_PLAINTEXT&mechanism=OAUTHBEARER&x.debug=all"_s.arg(m_rig.unsecured(), m_topic)});
    qunsetenv("BEARER_TOKEN_FILE");
    if (isTaken)
        QVERIFY2(program.waitForAlerts(5), qPrintable(program.said()));
    else
        QVERIFY2(program.waitForSaid(u"refused"_s), qPrintable(program.said()));
    for (const char *facts : {"cmdline", "environ"}) {
        QFile process(u"/proc/%1/%2"_s.arg(program.processId()).arg(QLatin1String(facts)));
        if (process.open(QIODevice::ReadOnly)) // a refused sign-in may have ended it
            QVERIFY(!process.readAll().contains(middle));
    }
    program.signal(SIGTERM);
    QVERIFY(program.waitForEnd());
    QVERIFY(program.said().size() > 1'000); // it did talk
    QVERIFY(!program.said().contains(QLatin1String(middle)) && !program.output().contains(middle));
    int files = 0;
    for (QDirIterator each(home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); each.hasNext(); ++files) {
        QFile one(each.next());
        QVERIFY(one.open(QIODevice::ReadOnly));
        QVERIFY2(!one.readAll().contains(middle), qPrintable(one.fileName()));
    }
    QVERIFY(files > 3);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    TestBearer test;
    return tocsin::rig::runWithKafka(&test, argc, argv);
}

#include "tst_bearer.moc"
