// SPDX-License-Identifier: GPL-3.0-or-later
// The stream types of the field against a real Kafka, beside SCiMMA's own client: what it publishes is read, what it reads we do
// not take away from it.
#include "core/base/installid.h"
#include "core/streams/stream.h"
#include "integration/program.h"
#include "rig/rig.h"
#include "support/climbing.h"
#include "support/mintedtokens.h"

#include <QDateTime>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::tests;
using tocsin::rig::KafkaRig;

namespace {

constexpr int kWaitMs = 60'000;

// Takes whatever comes.
class Drain final : public streams::BatchSink
{
public:
    bool offer(Batch &batch) override
    {
        if (const auto origin = batch.origin.lock())
            origin->committed(batch.receipt);
        return true;
    }
    bool waitForRoom(int) override { return true; }
};

} // namespace

class TestHopskotch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFormatIsRead();
    void testsAreStoredAndHidden();
    void groupsBeginWithTheUser();
    void theRealClientStillGetsEverything();
    void largeMessagesAreFetchedFromTheAnnouncedServer();
    void firstStartTakesTheLastDayOrTwenty();
    void gcnWaitsCalmly();
    void gcnSignsInByTokensAndKeepsCalm();
    void typesAreToldInJson();

private:
    // The program with a home of its own and the password of alice.
    [[nodiscard]] QStringList with(const QStringList &arguments, bool signsIn = true) const
    {
        QStringList all{u"--home"_s, m_home->path()};
        all << arguments;
        return signsIn ? all << QStringList{u"--secret-file"_s, m_folder.filePath(u"secret"_s)} : all;
    }
    // Adds a stream of Hopskotch's type that goes to the rig.
    void addHop(const QString &name, const QStringList &further)
    {
        const Finished added = runProgram(with(QStringList{u"streams"_s, u"add"_s, u"hopskotch"_s, name, u"servers="_s + m_rig.saslTls(), u"ca="_s + m_rig.caFile(), u"user=alice"_s,
                                                           u"heartbeat=false"_s} + further, false));
        QVERIFY2(added.code == 0, qPrintable(added.said));
    }
    // A run of the peers' script that has to end well.
    void peer(const QStringList &arguments)
    {
        QProcess process;
        process.start(m_python, QStringList{QStringLiteral(TOCSIN_HOPFIELD)} + arguments);
        QVERIFY2(process.waitForFinished(kWaitMs) && process.exitCode() == 0, process.readAllStandardError().constData());
    }

    KafkaRig m_rig;
    QTemporaryDir m_folder;
    QString m_python;
    std::unique_ptr<QTemporaryDir> m_home;
};

void TestHopskotch::initTestCase()
{
    QProcess peers;
    peers.start(QStringLiteral(TOCSIN_PEERS), QStringList());
    QVERIFY(peers.waitForFinished(600'000));
    if (peers.exitCode() == 77 && qEnvironmentVariable("REQUIRE_REAL_PARTS") != u"1")
        QSKIP(peers.readAllStandardError().constData());
    QVERIFY2(peers.exitCode() == 0, peers.readAllStandardError().constData());
    m_python = QString::fromUtf8(peers.readAllStandardOutput().trimmed());
    QVERIFY2(m_rig.up(), qPrintable(m_rig.why()));
    QFile secret(m_folder.filePath(u"secret"_s));
    QVERIFY(secret.open(QIODevice::WriteOnly) && secret.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    secret.write("alice-secret\n");
    secret.close();
    for (const char *name : {"json", "text", "voevent", "gcntextnotice", "circular", "blob", "avro", "legacy"})
        QVERIFY2(m_rig.createTopic(u"field."_s + QLatin1String(name), 1), qPrintable(m_rig.why()));
    peer({u"publish"_s, m_rig.saslTls(), m_rig.caFile(), QStringLiteral(TOCSIN_TEST_DATA), u"field"_s});
    m_home = std::make_unique<QTemporaryDir>();
}

void TestHopskotch::everyFormatIsRead()
{
    addHop(u"formats"_s, {u"topics=field.*"_s});
    Program listen(with({u"listen"_s, u"formats"_s, u"--until-end"_s, u"--from"_s, u"earliest"_s, u"--include-tests"_s}));
    QVERIFY2(listen.waitForEnd(kWaitMs) && listen.exitCode() == 0, qPrintable(listen.said()));
    std::map<std::string, std::vector<nlohmann::json>> byTopic;
    for (const nlohmann::json &alert : listen.alerts())
        byTopic[alert["topic"]].push_back(alert);
    const auto only = [&byTopic](const char *topic) {
        const auto &alerts = byTopic[topic];
        return alerts.size() == 1 ? alerts.front() : nlohmann::json{{"format", "not one but " + std::to_string(alerts.size())}, {"id", nullptr}, {"ra", nullptr}, {"error", nullptr}};
    };
    QCOMPARE(byTopic["field.json"].size(), size_t(2));
    QCOMPARE(byTopic["field.json"].front()["ra"], 12.5);
    QCOMPARE(byTopic["field.json"].front()["stream"], "formats");
    QVERIFY(!byTopic["field.json"].front()["message_id"].is_null()); // header _id
    QCOMPARE(only("field.voevent")["event"], "swift:1700001");
    QVERIFY2(only("field.gcntextnotice")["ra"].is_number(), only("field.gcntextnotice").dump().c_str());
    QCOMPARE(only("field.circular")["message"], "circular");
    QCOMPARE(only("field.circular")["id"], "31000");
    QCOMPARE(only("field.legacy")["id"], "l1");
    QCOMPARE(byTopic["field.avro"].size(), size_t(2));
    QCOMPARE(byTopic["field.avro"].back()["ra"], 3.5);
    for (const char *opaque : {"field.blob", "field.text"})
        QCOMPARE(byTopic[opaque].size(), size_t(1));
    QVERIFY(byTopic["field.blob"].front()["ra"].is_null());
}

void TestHopskotch::testsAreStoredAndHidden()
{
    Program listen(with({u"listen"_s, u"formats"_s, u"--until-end"_s, u"--from"_s, u"earliest"_s, u"--no-archive"_s}));
    QVERIFY2(listen.waitForEnd(kWaitMs) && listen.exitCode() == 0, qPrintable(listen.said()));
    for (const nlohmann::json &alert : listen.alerts())
        QVERIFY2(alert["test"] == false, alert.dump().c_str());
    QVERIFY(listen.alerts().size() > 5);
    QVERIFY(archiveIds(m_home->path()).unique.contains("field.json/0/1")); // the header _test stores it all the same
}

void TestHopskotch::groupsBeginWithTheUser()
{
    const Finished refused = runProgram(with({u"streams"_s, u"add"_s, u"hopskotch"_s, u"wrong"_s, u"user=alice"_s, u"group=tonight"_s}, false));
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.said.contains(u"begin with the user name: write alice-tonight"), qPrintable(refused.said));
}

// hop reads by assignment and keeps its place in its group: another reader that stored offsets there would move it (decisions 17).
void TestHopskotch::theRealClientStillGetsEverything()
{
    QVERIFY(m_rig.createTopic(u"shared"_s, 2));
    QVERIFY(m_rig.produce(u"shared"_s, 40));
    addHop(u"beside"_s, {u"topics=shared"_s, u"group=alice-tonight-tocsin-"_s + installId(), u"start=earliest"_s});
    Program listen(with({u"listen"_s, u"beside"_s}));
    QVERIFY2(listen.waitForAlerts(40, kWaitMs), qPrintable(listen.said()));
    QProcess hop;
    hop.start(m_python, {QStringLiteral(TOCSIN_HOPFIELD), u"read"_s, m_rig.saslTls(), m_rig.caFile(), u"shared"_s, u"alice-tonight"_s, u"60"_s});
    QVERIFY(hop.waitForReadyRead(kWaitMs));
    QVERIFY(m_rig.produce(u"shared"_s, 20, {u"first=41"_s}));
    QVERIFY2(hop.waitForFinished(kWaitMs) && hop.exitCode() == 0, hop.readAllStandardError().constData());
    QStringList had = QString::fromUtf8(hop.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    had.removeAll(u"reading"_s);
    QCOMPARE(had.size(), 60);
    QCOMPARE(QSet<QString>(had.begin(), had.end()).size(), 60);
    QVERIFY2(listen.waitForAlerts(60, kWaitMs), qPrintable(listen.said()));
    listen.signal(SIGINT);
    QVERIFY(listen.waitForEnd(kWaitMs));
}

void TestHopskotch::largeMessagesAreFetchedFromTheAnnouncedServer()
{
    QVERIFY(m_rig.createTopic(u"large"_s, 1));
    QVERIFY(m_rig.createTopic(u"sys.metadata"_s, 1));
    QVERIFY(m_rig.produce(u"large"_s, 1));
    addHop(u"later"_s, {u"topics=large"_s});
    QCOMPARE(runProgram(with({u"listen"_s, u"later"_s, u"--until-end"_s})).code, 0);
    QProcess server;
    server.start(m_python, {QStringLiteral(TOCSIN_HOPFIELD), u"large"_s, m_rig.saslTls(), m_rig.caFile(), u"large"_s, u"12000000"_s});
    // The whole line: it may come in parts.
    QVERIFY2(QTest::qWaitFor([&server] { return server.canReadLine() || (server.waitForReadyRead(100) && server.canReadLine()); }, kWaitMs), server.readAllStandardError().constData());
    const QByteArray address = server.readLine().trimmed();
    QVERIFY2(address.endsWith(" 1"), (address + server.readAllStandardError()).constData()); // hop itself has put it there
    for (const bool fetches : {true, false}) {
        const QString name = fetches ? u"fetching"_s : u"leaving"_s;
        addHop(name, {u"topics=large"_s, u"fetch_external="_s + (fetches ? u"true"_s : u"false"_s)});
        Program listen(with({u"listen"_s, name, u"--until-end"_s, u"--from"_s, u"earliest"_s, u"--no-archive"_s}));
        QVERIFY2(listen.waitForEnd(kWaitMs) && listen.exitCode() == 0, qPrintable(listen.said()));
        QCOMPARE(listen.alerts().size(), size_t(3));
        const nlohmann::json &large = listen.alerts()[1];
        if (fetches) {
            QCOMPARE(large["id"], "large-1");
            QCOMPARE(large["ra"], 7.5);
            QCOMPARE(large["offset"], 1);
        } else {
            QCOMPARE(large["format"], "hop-external");
        }
        // At a server that the broker has not announced: told, not asked.
        QCOMPARE(listen.alerts()[2]["format"], "hop-external");
        QCOMPARE(listen.alerts()[2]["url"], "http://127.0.0.1:9/msg/elsewhere");
    }
    // What a stream has missed is fetched the same way.
    QCOMPARE(runProgram(with({u"listen"_s, u"later"_s, u"--from"_s, u"live"_s, u"--until-end"_s})).code, 0);
    const Finished fetched = runProgram(with({u"archive"_s, u"fetch"_s, u"later"_s}));
    QVERIFY2(fetched.code == 0 && fetched.output == "later\t2\t0\t0\n", qPrintable(fetched.said + QString::fromUtf8(fetched.output)));
    const QString file = m_folder.filePath(u"rows.jsonl"_s);
    const Finished exported = runProgram(with({u"export"_s, u"-o"_s, file, u"--format"_s, u"jsonl"_s, u"--filter"_s, u"stream = \"later\""_s}, false));
    QVERIFY2(exported.code == 0, qPrintable(exported.said));
    QFile rows(file);
    QVERIFY(rows.open(QIODevice::ReadOnly));
    QVERIFY(rows.readAll().contains("\"large-1\""));
    server.closeWriteChannel();
    QVERIFY(server.waitForFinished(kWaitMs));
}

void TestHopskotch::firstStartTakesTheLastDayOrTwenty()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const auto stamp = [&](qint64 hoursAgo) { return u"stamp="_s + QString::number(now - hoursAgo * 3'600'000); };
    QVERIFY(m_rig.createTopic(u"first.old"_s, 1) && m_rig.createTopic(u"first.busy"_s, 1) && m_rig.createTopic(u"first.few"_s, 1));
    QVERIFY(m_rig.produce(u"first.old"_s, 30, {stamp(72)}));
    QVERIFY(m_rig.produce(u"first.busy"_s, 30, {stamp(72)}) && m_rig.produce(u"first.busy"_s, 50, {stamp(2), u"first=31"_s}));
    QVERIFY(m_rig.produce(u"first.few"_s, 30, {stamp(72)}) && m_rig.produce(u"first.few"_s, 5, {stamp(2), u"first=31"_s}));
    addHop(u"first"_s, {u"topics=first.*"_s});
    const auto counts = [this](const QStringList &further) {
        Program listen(with(QStringList{u"listen"_s, u"first"_s, u"--until-end"_s} + further));
        std::map<std::string, int> byTopic;
        if (!listen.waitForEnd(kWaitMs) || listen.exitCode() != 0)
            qWarning("%s", qPrintable(listen.said()));
        for (const nlohmann::json &alert : listen.alerts())
            ++byTopic[alert["topic"]];
        return byTopic;
    };
    QCOMPARE(counts({}), (std::map<std::string, int>{{"first.old", 20}, {"first.busy", 50}, {"first.few", 20}}));
    QCOMPARE(counts({}), (std::map<std::string, int>{})); // goes on where it stopped
    QCOMPARE(counts({u"--from"_s, u"earliest"_s, u"--no-archive"_s}), (std::map<std::string, int>{{"first.old", 30}, {"first.busy", 80}, {"first.few", 35}}));
}

void TestHopskotch::gcnWaitsCalmly()
{
    streams::StreamConfig config{.uuid = u"gcn"_s, .name = u"gcn"_s, .type = u"gcn"_s};
    config.values.set(u"servers"_s, QStringList{m_rig.plain()});
    config.values.set(u"security"_s, u"PLAINTEXT"_s);
    config.values.set(u"heartbeat"_s, false);
    config.values.set(u"circulars"_s, false);
    config.values.set(u"properties"_s, QVariantMap{{u"topic.metadata.refresh.interval.ms"_s, u"300"_s}});
    const Climbing climbing(config);
    QVERIFY2(climbing.holds(), qPrintable(climbing.story()));
    QCOMPARE(climbing.fact(u"Rights"_s), u"Nothing was sent to igwn.gwalert of late"_s);
    QCOMPARE(climbing.fact(u"First record"_s), u"nothing to read yet"_s);

    Drain sink;
    const std::unique_ptr<streams::Consumer> consumer = streams::findStreamType(u"gcn"_s)->create({.sink = &sink});
    streams::StreamStatus status;
    connect(consumer.get(), &streams::Consumer::statusChanged, this, [&status](const QString &, const streams::StreamStatus &now) { status = now; });
    consumer->setStreams({{.config = config, .startOverride = {}}});
    QTRY_COMPARE_WITH_TIMEOUT(status.cause, u"Nothing was sent to igwn.gwalert of late"_s, kWaitMs);
    QCOMPARE(status.state, streams::State::Quiet);
    QVERIFY2(status.remedy.contains(u"with its next message"), qPrintable(status.remedy));
    // Beside another that is read it is not even mentioned.
    QVERIFY(m_rig.createTopic(u"gcn.notices.maxi.gsc.known"_s, 1) && m_rig.produce(u"gcn.notices.maxi.gsc.known"_s, 3));
    QTRY_COMPARE_WITH_TIMEOUT(status.state, streams::State::Live, kWaitMs);
    QCOMPARE(status.cause, QString());
    // And when GCN makes it, it is read from its first message.
    QVERIFY(m_rig.createTopic(u"igwn.gwalert"_s, 1) && m_rig.produce(u"igwn.gwalert"_s, 2));
    QTRY_COMPARE_WITH_TIMEOUT(status.messages, 5, kWaitMs);
    // The same server without such a rule: a missing topic is trouble.
    config.type = u"kafka"_s;
    config.values = {};
    config.values.set(u"servers"_s, QStringList{m_rig.plain()});
    config.values.set(u"topics"_s, QStringList{u"no.such.topic"_s});
    const Climbing other(config);
    QCOMPARE(other.problem().kind, ErrorKind::UnknownTopic);
}

// What is not public yet is no trouble beside what is read, and the heartbeat is light, not rows.
void TestHopskotch::gcnSignsInByTokensAndKeepsCalm()
{
    streams::StreamConfig config{.uuid = u"gcn"_s, .name = u"gcn"_s, .type = u"gcn"_s};
    config.values.set(u"servers"_s, QStringList{m_rig.unsecured()});
    config.values.set(u"security"_s, u"SASL_PLAINTEXT"_s);
    config.values.set(u"classic"_s, u"none"_s);
    for (const QString &family : {u"gravitational_waves"_s, u"notices"_s, u"circulars"_s})
        config.values.set(family, false);
    config.values.set(u"topics"_s, QStringList{u"gcn.notices.secret"_s});
    config.values.set(u"properties"_s, QVariantMap{{u"topic.metadata.refresh.interval.ms"_s, u"300"_s}});
    config.tokens = std::make_shared<MintedTokens>(600);
    QVERIFY2(m_rig.createTopic(u"gcn.heartbeat"_s, 1) && m_rig.createTopic(u"gcn.notices.secret"_s, 1) && m_rig.denyTopic(u"gcn.notices.secret"_s), qPrintable(m_rig.why()));
    const Climbing climbing(config);
    QVERIFY2(climbing.holds(), qPrintable(climbing.story()));
    QVERIFY2(climbing.fact(u"Rights"_s).contains(u"not permitted: gcn.notices.secret"), qPrintable(climbing.story()));

    Drain sink;
    streams::StreamStatus status;
    std::unique_ptr<streams::Consumer> consumer;
    const auto read = [&] {
        consumer = streams::findStreamType(u"gcn"_s)->create({.sink = &sink});
        connect(consumer.get(), &streams::Consumer::statusChanged, this, [&status](const QString &, const streams::StreamStatus &now) { status = now; });
        consumer->setStreams({{.config = config, .startOverride = {}}});
    };
    read();
    QTRY_COMPARE_WITH_TIMEOUT(status.state, streams::State::Quiet, kWaitMs);
    QVERIFY(m_rig.produce(u"gcn.heartbeat"_s, 3));
    QTRY_COMPARE_WITH_TIMEOUT(status.heartbeats, 3, kWaitMs);
    QCOMPARE(status.state, streams::State::Live);
    QCOMPARE(status.cause, QString());
    QVERIFY(!status.lastAlert.isValid());
    // Alone it is told, in GCN's words.
    config.values.set(u"heartbeat"_s, false);
    status = {};
    read();
    QTRY_COMPARE_WITH_TIMEOUT(status.cause, u"GCN does not hand out gcn.notices.secret yet"_s, kWaitMs);
    QCOMPARE(status.state, streams::State::Missing);
    const Climbing refused(config);
    QCOMPARE(refused.failed(), u"Rights"_s);
    QVERIFY2(refused.problem().remedy.contains(u"not public yet"), qPrintable(refused.story()));
}

void TestHopskotch::typesAreToldInJson()
{
    const Finished told = runProgram({u"streams"_s, u"types"_s, u"--json"_s});
    QCOMPARE(told.code, 0);
    const auto list = nlohmann::json::parse(told.output.toStdString());
    QStringList ids;
    for (const auto &type : list)
        ids << QString::fromStdString(type["id"]);
    QCOMPARE(ids.first(2), (QStringList{u"gcn"_s, u"hopskotch"_s}));
    const Finished topics = runProgram(with({u"topics"_s, u"formats"_s, u"--match"_s, u"field.*"_s}));
    QVERIFY2(topics.code == 0 && topics.output.contains("field.voevent"), qPrintable(topics.said));
    const Finished check = runProgram(with({u"check"_s, u"formats"_s}));
    QVERIFY2(check.code == 0 && check.output.contains("alice, by SCRAM-SHA-512"), qPrintable(check.said + QString::fromUtf8(check.output)));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    TestHopskotch test;
    return tocsin::rig::runWithKafka(&test, argc, argv);
}
#include "tst_hopskotch.moc"
