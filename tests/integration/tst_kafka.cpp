// SPDX-License-Identifier: GPL-3.0-or-later
// Reading from a real Kafka: codecs, doors, starts, new topics, and the words and codes when it cannot be.
#include "core/streams/kafka/brokerscout.h"
#include "core/streams/kafka/kafkaclient.h"
#include "core/streams/kafka/rdkafkahandles.h"
#include "integration/program.h"
#include "rig/rig.h"

#include <QFile>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace tocsin::tests;
using tocsin::rig::KafkaRig;

class TestKafka final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_rig.up(), qPrintable(m_rig.why()));
        QVERIFY(m_folder.isValid());
        writeFile(u"right"_s, "alice-secret\n");
        writeFile(u"wrong"_s, "not-her-secret\n");
    }
    void init() { m_topic = u"topic%1"_s.arg(++m_number); }

    void codecs_data();
    void codecs();
    void doors_data();
    void doors();
    void accountSignsIn();
    void refusals_data();
    void refusals();
    void starts_data();
    void starts();
    void resumeContinues();
    void liveBeginsAtTheEnd();
    void nothingIsListedBeforeTheStreamsAreKnown();
    void newTopicThatFitsIsReadFromItsFirstMessage();
    void countEndsAfterTheCommit();
    void heartbeatsAreNoRows();
    void brokenPacketsAreRowsAndStopNothing();
    void missingTopicIsToldBesideOthers();
    void topicsAreListed();
    void closedPipeEndsWell();
    void aConfiguredStreamIsReadByItsName();

private:
    void writeFile(const QString &name, const QByteArray &bytes)
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)); // secrets that others can read are refused
        file.write(bytes);
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString plainUrl() const { return u"kafka://%1/%2"_s.arg(m_rig.plain(), m_topic); }

    KafkaRig m_rig;
    QTemporaryDir m_folder;
    QString m_topic;
    int m_number = 0;
};

void TestKafka::codecs_data()
{
    QTest::addColumn<QString>("codec");
    for (const char *codec : {"none", "gzip", "snappy", "lz4", "zstd"})
        QTest::newRow(codec) << QString::fromLatin1(codec);
}

void TestKafka::codecs()
{
    QFETCH(QString, codec);
    QVERIFY2(m_rig.createTopic(m_topic, 4), qPrintable(m_rig.why()));
    QVERIFY2(m_rig.produce(m_topic, 500, {u"codec="_s + codec, u"header=sender=rig"_s}), qPrintable(m_rig.why()));
    const Finished read = runProgram({u"listen"_s, u"--no-archive"_s, u"--until-end"_s, plainUrl()});
    QCOMPARE(read.code, 0);
    QCOMPARE(read.summary["messages"].get<int>(), 500);
    QCOMPARE(read.summary["passed"].get<int>(), 500);
    QCOMPARE(read.summary["undecoded"].get<int>(), 0);
}

void TestKafka::doors_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("clear text") << u"kafka://%1/%2"_s.arg(m_rig.plain());
    QTest::newRow("TLS") << u"kafka://%1/%2?security=SSL&ca=%3"_s.arg(m_rig.ssl());
    QTest::newRow("SCRAM-SHA-256 in clear text") << u"kafka://alice@%1/%2?security=SASL_PLAINTEXT&mechanism=SCRAM-SHA-256"_s.arg(m_rig.sasl());
    QTest::newRow("SCRAM-SHA-512 over TLS") << u"kafka://alice@%1/%2?security=SASL_SSL&mechanism=SCRAM-SHA-512&ca=%3"_s.arg(m_rig.saslTls());
    QTest::newRow("SCRAM-SHA-256 over TLS") << u"kafka://alice@%1/%2?security=SASL_SSL&mechanism=SCRAM-SHA-256&ca=%3"_s.arg(m_rig.saslTls());
}

void TestKafka::doors()
{
    QFETCH(QString, url);
    QVERIFY2(m_rig.createTopic(m_topic, 2), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 100));
    url.replace(u"%2"_s, m_topic).replace(u"%3"_s, m_rig.caFile());
    const Finished read = runProgram({u"listen"_s, u"--no-archive"_s, u"--until-end"_s, u"--quiet"_s, u"--secret-file"_s, path(u"right"_s), url});
    QVERIFY2(read.code == 0, qPrintable(read.said));
    QCOMPARE(read.summary["passed"].get<int>(), 100);
}

// User and password from the vault (its encrypted file: no keyring is needed), for a URL and for a stream.
void TestKafka::accountSignsIn()
{
    QVERIFY2(m_rig.createTopic(m_topic, 2), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 100));
    writeFile(u"passphrase"_s, "correct horse\n");
    const QTemporaryDir home;
    const auto tocsin = [&](const QStringList &arguments) {
        return runProgram(QStringList{u"--home"_s, home.path()} + arguments + QStringList{u"--passphrase-file"_s, path(u"passphrase"_s)});
    };
    QCOMPARE(tocsin({u"accounts"_s, u"vault"_s, u"file"_s}).code, 0);
    QCOMPARE(tocsin({u"accounts"_s, u"add"_s, u"scram"_s, u"right"_s, u"user=alice"_s, u"--secret-file"_s, path(u"right"_s)}).code, 0);
    QCOMPARE(tocsin({u"accounts"_s, u"add"_s, u"scram"_s, u"wrong"_s, u"user=alice"_s, u"--secret-file"_s, path(u"wrong"_s)}).code, 0);
    const QString url = u"kafka://%1/%2?security=SASL_SSL&ca=%3&account="_s.arg(m_rig.saslTls(), m_topic, m_rig.caFile());
    const Finished read = tocsin({u"listen"_s, u"--no-archive"_s, u"--until-end"_s, u"--quiet"_s, url + u"right"_s});
    QVERIFY2(read.code == 0, qPrintable(read.said));
    QCOMPARE(read.summary["passed"].get<int>(), 100);
    QCOMPARE(tocsin({u"listen"_s, u"--no-archive"_s, u"--until-end"_s, url + u"wrong"_s}).code, 13);
    QCOMPARE(runProgram({u"--home"_s, home.path(), u"streams"_s, u"add"_s, u"kafka"_s, u"s"_s, u"servers="_s + m_rig.saslTls(), u"topics="_s + m_topic, u"security=SASL_SSL"_s,
                         u"ca="_s + m_rig.caFile(), u"account=right"_s}).code, 0);
    const Finished named = tocsin({u"listen"_s, u"s"_s, u"--from"_s, u"earliest"_s, u"--until-end"_s, u"--quiet"_s});
    QVERIFY2(named.code == 0, qPrintable(named.said));
    QCOMPARE(named.summary["passed"].get<int>(), 100);
}

void TestKafka::refusals_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<int>("code");
    QTest::newRow("name") << u"kafka://no-such-host.invalid:9092/x"_s << u"right"_s << 10;
    QTest::newRow("port") << u"kafka://127.0.0.1:1/x"_s << u"right"_s << 11;
    QTest::newRow("unknown issuer") << u"kafka://%1/x?security=SSL"_s.arg(m_rig.ssl()) << u"right"_s << 12;
    QTest::newRow("another host's certificate") << u"kafka://alice@%1/x?security=SASL_SSL&ca=%2"_s.arg(m_rig.wrongHost(), m_rig.caFile()) << u"right"_s << 12;
    QTest::newRow("wrong password") << u"kafka://alice@%1/x?security=SASL_SSL&ca=%2"_s.arg(m_rig.saslTls(), m_rig.caFile()) << u"wrong"_s << 13;
    QTest::newRow("forbidden topic") << u"kafka://alice@%1/forbidden?security=SASL_PLAINTEXT"_s.arg(m_rig.sasl()) << u"right"_s << 14;
    QTest::newRow("unknown topic") << u"kafka://%1/there-is-none"_s.arg(m_rig.plain()) << u"right"_s << 15;
    QTest::newRow("bad URL") << u"kafka://127.0.0.1:9092/a%zz"_s << u"right"_s << 2;
    QTest::newRow("unknown property") << u"kafka://127.0.0.1:9092/a?x.no.such.property=1"_s << u"right"_s << 2;
}

void TestKafka::refusals()
{
    QFETCH(QString, url);
    QFETCH(QString, secret);
    QFETCH(int, code);
    if (code == 14)
        QVERIFY2(m_rig.createTopic(u"forbidden"_s, 1) && m_rig.denyTopic(u"forbidden"_s), qPrintable(m_rig.why()));
    const Finished read = runProgram({u"listen"_s, u"--no-archive"_s, u"--until-end"_s, u"--secret-file"_s, path(secret), url});
    QVERIFY2(read.code == code, qPrintable(u"%1: %2"_s.arg(read.code).arg(read.said)));
    // What happened, and what to do.
    QVERIFY(read.said.contains(u"tocsin: "_s));
    if (url.contains(m_rig.wrongHost())) // librdkafka blames the CA file
        QVERIFY2(read.said.contains(u"is for another host: elsewhere.example.org"_s), qPrintable(read.said));
    QVERIFY(!read.said.contains(u"alice-secret"_s));
    QVERIFY(!read.said.contains(u"not-her-secret"_s));
}

void TestKafka::starts_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<int>("passed");
    QTest::newRow("earliest") << u"earliest"_s << 100;
    QTest::newRow("last of each partition") << u"last:7"_s << 14;
    // Stamps are a millisecond apart from 2026-09-14T22:00:00.000; each partition has every one of its own.
    QTest::newRow("time") << u"2026-09-14T22:00:00.090"_s << 20;
    QTest::newRow("time behind the end") << u"2026-09-15T00:00:00"_s << 0;
}

void TestKafka::starts()
{
    QFETCH(QString, from);
    QFETCH(int, passed);
    QVERIFY2(m_rig.createTopic(m_topic, 2), qPrintable(m_rig.why()));
    if (from.startsWith(u"2026")) {
        for (int partition = 0; partition < 2; ++partition)
            QVERIFY(m_rig.produce(m_topic, 100, {u"partition=%1"_s.arg(partition), u"stamp=1789423200000"_s}));
    } else {
        for (int partition = 0; partition < 2; ++partition)
            QVERIFY(m_rig.produce(m_topic, 50, {u"partition=%1"_s.arg(partition)}));
    }
    const Finished read = runProgram({u"listen"_s, u"--no-archive"_s, u"--until-end"_s, u"--quiet"_s, u"--from"_s, from, plainUrl()});
    QVERIFY2(read.code == 0, qPrintable(read.said));
    QCOMPARE(read.summary["passed"].get<int>(), passed);
}

void TestKafka::resumeContinues()
{
    const QTemporaryDir home;
    QVERIFY2(m_rig.createTopic(m_topic, 2), qPrintable(m_rig.why()));
    for (int round = 0; round < 3; ++round) {
        QVERIFY(m_rig.produce(m_topic, 40, {u"first=%1"_s.arg(round * 40)}));
        const Finished read = runProgram({u"--home"_s, home.path(), u"listen"_s, u"--until-end"_s, u"--quiet"_s, u"--from"_s, u"resume"_s, plainUrl()});
        QVERIFY2(read.code == 0, qPrintable(read.said));
        QCOMPARE(read.summary["passed"].get<int>(), 40);
        QCOMPARE(read.summary["duplicates"].get<int>(), 0);
    }
    // The rows are numbered in the order of their commits, without a hole.
    const Finished all = runProgram({u"--home"_s, home.path(), u"export"_s, u"-o"_s, u"-"_s, u"--format"_s, u"jsonl"_s});
    QCOMPARE(all.output.count('\n'), 120);
    // A second reading finds every message there already, and prints it with the number it has.
    const Finished again = runProgram({u"--home"_s, home.path(), u"listen"_s, u"--until-end"_s, u"--quiet"_s, u"--from"_s, u"earliest"_s, plainUrl()});
    QCOMPARE(again.summary["duplicates"].get<int>(), 120);
    QCOMPARE(archiveIds(home.path()).lines, 120);
}

void TestKafka::liveBeginsAtTheEnd()
{
    QVERIFY2(m_rig.createTopic(m_topic, 2), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 40));
    Program program({u"listen"_s, u"--no-archive"_s, plainUrl()});
    QVERIFY2(program.waitForSaid(u": Quiet"_s), qPrintable(program.said())); // at the end, nothing new
    QVERIFY(m_rig.produce(m_topic, 5, {u"first=100"_s}));
    QVERIFY2(program.waitForAlerts(5), qPrintable(program.said()));
    QVERIFY(program.alerts().front()["id"].get<std::string>().starts_with("rig-10"));
}

// A list that was read for nobody said "No topic fits", and a run that was to end by itself ended so.
void TestKafka::nothingIsListedBeforeTheStreamsAreKnown()
{
    using namespace tocsin::streams;
    QVERIFY2(m_rig.createTopic(m_topic, 1), qPrintable(m_rig.why()));
    rd_kafka_conf_t *conf = rd_kafka_conf_new();
    rd_kafka_conf_set(conf, "bootstrap.servers", qPrintable(m_rig.plain()), nullptr, 0);
    const kafka::ClientHandle client(rd_kafka_new(RD_KAFKA_CONSUMER, conf, nullptr, 0));
    QVERIFY(client);
    kafka::BrokerScout scout(client.get(), nullptr, std::chrono::hours(1), nullptr);
    // As many answers as the scout needs for a list, and more.
    for (int i = 0; i < 5; ++i) {
        const struct rd_kafka_metadata *raw = nullptr;
        QCOMPARE(rd_kafka_metadata(client.get(), 1, nullptr, &raw, 10'000), RD_KAFKA_RESP_ERR_NO_ERROR);
        const kafka::MetadataHandle metadata(raw);
    }
    QVERIFY(!scout.take().listed);
    kafka::BrokerScout::Stream stream{.run = 1, .uuid = "one"};
    stream.rules = TopicRules({m_topic}, {});
    const int asked = scout.setStreams({stream});
    kafka::BrokerScout::Report report;
    QTRY_VERIFY_WITH_TIMEOUT((report = scout.take()).listed, 20'000);
    QCOMPARE(report.answered, asked);
    QCOMPARE(report.lists, 1);
    QCOMPARE(report.fitting, 1);
    QCOMPARE(scout.setStreams({}), asked + 1);
    QTRY_COMPARE_WITH_TIMEOUT(scout.take().answered, asked + 1, 20'000);
}

void TestKafka::newTopicThatFitsIsReadFromItsFirstMessage()
{
    Program program({u"listen"_s, u"--no-archive"_s, u"kafka://%1/%2-*?x.topic.metadata.refresh.interval.ms=500"_s.arg(m_rig.plain(), m_topic)});
    QVERIFY2(program.waitForSaid(u": Missing"_s), qPrintable(program.said()));
    QVERIFY2(m_rig.createTopic(m_topic + u"-new"_s, 1), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic + u"-new"_s, 10));
    QVERIFY2(program.waitForAlerts(10), qPrintable(program.said()));
    QCOMPARE(program.alerts().front()["offset"], 0);
    QCOMPARE(program.saidTimes(u"new topic "_s + m_topic + u"-new"_s), 1);
}

void TestKafka::countEndsAfterTheCommit()
{
    const QTemporaryDir home;
    QVERIFY2(m_rig.createTopic(m_topic, 1), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 100));
    const QStringList arguments{u"--home"_s, home.path(), u"listen"_s, u"--from"_s, u"resume"_s, u"--count"_s, u"7"_s, plainUrl()};
    for (int round = 1; round <= 3; ++round) {
        Program program(arguments);
        QVERIFY(program.waitForEnd());
        QCOMPARE(program.exitCode(), 0);
        QCOMPARE(program.alerts().size(), size_t{7});
        QCOMPARE(program.alerts().back()["row"], round * 7);
        // Nothing is committed beyond the last that was printed.
        QCOMPARE(archiveIds(home.path()).lines, round * 7);
    }
}

void TestKafka::heartbeatsAreNoRows()
{
    // Only where heartbeats live: the same shape elsewhere is a row.
    m_topic += u".heartbeat"_s;
    writeFile(u"heartbeat.json"_s, "{\"$schema\": \"gcn/heartbeat\", \"alert_datetime\": \"2026-09-14T22:00:00Z\"}");
    const QTemporaryDir home;
    QVERIFY2(m_rig.createTopic(m_topic, 1), qPrintable(m_rig.why()));
    QVERIFY2(m_rig.produce(m_topic, 20, {u"file="_s + path(u"heartbeat.json"_s)}), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 1));
    const QStringList arguments{u"--home"_s, home.path(), u"listen"_s, u"--from"_s, u"resume"_s, u"--until-end"_s, u"--quiet"_s, plainUrl()};
    const Finished read = runProgram(arguments);
    QCOMPARE(read.summary["messages"].get<int>(), 21);
    QCOMPARE(read.summary["passed"].get<int>(), 1);
    QCOMPARE(archiveIds(home.path()).lines, 1);
    // They count as read.
    QCOMPARE(runProgram(arguments).summary["messages"].get<int>(), 0);
}

// FAULT-63
void TestKafka::brokenPacketsAreRowsAndStopNothing()
{
    writeFile(u"broken"_s, QByteArray::fromHex("4f626a01ff00"));
    const QTemporaryDir home;
    QVERIFY2(m_rig.createTopic(m_topic, 1), qPrintable(m_rig.why()));
    QVERIFY2(m_rig.produce(m_topic, 3, {u"file="_s + path(u"broken"_s)}), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 2));
    Program program({u"--home"_s, home.path(), u"listen"_s, u"--until-end"_s, plainUrl()});
    QVERIFY(program.waitForEnd());
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(program.summary()["undecoded"].get<int>(), 3);
    QCOMPARE(program.summary()["alerts"].get<int>(), 2);
    QVERIFY(program.alerts().front()["error"].is_string());
    QVERIFY(program.alerts().back()["error"].is_null());
    QCOMPARE(archiveIds(home.path()).lines, 5);
}

void TestKafka::missingTopicIsToldBesideOthers()
{
    QVERIFY2(m_rig.createTopic(m_topic, 2), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 7));
    const QString url = u"kafka://%1/%2,nothere"_s.arg(m_rig.plain(), m_topic);
    const Finished bounded = runProgram({u"listen"_s, u"--no-archive"_s, u"--until-end"_s, url});
    QCOMPARE(bounded.code, 15);
    QCOMPARE(bounded.summary["passed"].get<int>(), 7);
    QVERIFY2(bounded.said.contains(u"nothere"), qPrintable(bounded.said));
    Program program({u"listen"_s, u"--no-archive"_s, u"--from"_s, u"earliest"_s, url});
    QVERIFY2(program.waitForAlerts(7), qPrintable(program.said()));
    QVERIFY2(program.waitForSaid(u"nothere"_s), qPrintable(program.said()));
    QVERIFY(program.isRunning());
}

void TestKafka::topicsAreListed()
{
    QVERIFY2(m_rig.createTopic(m_topic, 3), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 3, {u"stamp=1789423200000"_s, u"partition=0"_s}));
    const Finished listed = runProgram({u"topics"_s, u"kafka://"_s + m_rig.plain(), u"--match"_s, m_topic});
    QCOMPARE(listed.code, 0);
    QCOMPARE(listed.output, m_topic.toUtf8() + "\t3\t2026-09-14T22:00:00.002000Z\n");
    QCOMPARE(runProgram({u"topics"_s, u"kafka://"_s + m_rig.plain(), u"--match"_s, u"no-such-*"_s}).code, 3);
}

void TestKafka::closedPipeEndsWell()
{
    QVERIFY2(m_rig.createTopic(m_topic, 1), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 5'000));
    QProcess shell;
    shell.start(u"bash"_s, {u"-c"_s, u"set -o pipefail; \"$0\" listen --no-archive --from earliest \"$1\" | head -n 3"_s, QStringLiteral(TOCSIN_PROGRAM), plainUrl()});
    QVERIFY(shell.waitForFinished(60'000));
    QCOMPARE(shell.exitCode(), 0);
    QCOMPARE(shell.readAllStandardOutput().count('\n'), 3);
}

void TestKafka::aConfiguredStreamIsReadByItsName()
{
    const QTemporaryDir home;
    QVERIFY2(m_rig.createTopic(m_topic, 1), qPrintable(m_rig.why()));
    QVERIFY(m_rig.produce(m_topic, 10));
    const auto tocsin = [&](const QStringList &arguments) { return runProgram(QStringList{u"--home"_s, home.path()} + arguments); };
    QCOMPARE(tocsin({u"streams"_s, u"add"_s, u"kafka"_s, u"rig"_s, u"servers="_s + m_rig.plain(), u"topics="_s + m_topic, u"start=earliest"_s}).code, 0);
    QCOMPARE(tocsin({u"listen"_s, u"rig"_s, u"--until-end"_s, u"--quiet"_s}).summary["passed"].get<int>(), 10);
    QVERIFY(tocsin({u"archive"_s, u"ids"_s}).output.startsWith("rig\t"));
    QCOMPARE(tocsin({u"streams"_s, u"rename"_s, u"rig"_s, u"other"_s}).code, 0);
    QVERIFY(tocsin({u"archive"_s, u"ids"_s}).output.startsWith("other\t"));
    QCOMPARE(tocsin({u"listen"_s, u"rig"_s}).code, 3);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    TestKafka test;
    return tocsin::rig::runWithKafka(&test, argc, argv);
}
#include "tst_kafka.moc"
