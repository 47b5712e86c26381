// SPDX-License-Identifier: GPL-3.0-or-later
// One client with several streams: who gets what, and from where.
#include "core/streams/kafka/kafkaconsumer.h"

#include "support/mockbroker.h"

#include <QTest>

#include <condition_variable>
#include <map>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::streams;
using tests::MockBroker;

namespace {

constexpr int kWaitMs = 20'000;

// Takes batches (or refuses some first), keeps what they said, answers that they are committed.
class Sink final : public BatchSink
{
public:
    bool offer(Batch &batch) override
    {
        const std::lock_guard lock(m_mutex);
        if (refusals > 0) {
            --refusals;
            return false;
        }
        for (const Packet &packet : batch.packets) {
            last[{packet.lane->topic, packet.lane->partition}] = packet.position;
            add(packet.stream, packet);
            for (const StreamRefPtr &stream : packet.alsoFor)
                add(stream, packet);
        }
        for (const LanePosition &position : batch.positions)
            next[{position.stream->name, position.lane->topic}] = position.next;
        // A position never stands before or behind the last message of its stream.
        for (const LanePosition &position : batch.positions) {
            const std::vector<int64_t> &had = got[{position.stream->name, position.lane->topic}];
            if (!had.empty() && position.next != had.back() + 1)
                wrongPositions = true;
        }
        if (const auto origin = batch.origin.lock())
            origin->committed(batch.receipt);
        return true;
    }
    bool waitForRoom(int ms) override
    {
        std::unique_lock lock(m_mutex);
        m_never.wait_for(lock, std::chrono::milliseconds(ms));
        return true;
    }
    [[nodiscard]] std::vector<int64_t> of(const char *stream, const char *topic)
    {
        const std::lock_guard lock(m_mutex);
        return got[{stream, topic}];
    }
    [[nodiscard]] int countOf(const char *stream, const char *topic) { return static_cast<int>(of(stream, topic).size()); }

    std::map<std::pair<std::string, std::string>, std::vector<int64_t>> got; // (stream, topic) -> offsets
    std::map<std::pair<std::string, std::string>, int64_t> next;
    std::map<std::pair<std::string, int32_t>, int64_t> last;
    int refusals = 0;
    bool wrongPositions = false;

private:
    void add(const StreamRefPtr &stream, const Packet &packet) { got[{stream->name, packet.lane->topic}].push_back(packet.position); }

    std::mutex m_mutex;
    std::condition_variable m_never;
};

} // namespace

class TestKafkaConsumer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void stoppedStreamIsReadAgain();
    void newcomerDoesNotRepeatForOthers();
    void liveStreamThatGetsATopicReadsItLive();
    void newTopicIsReadFromItsFirstMessage();
    void changedStartTakesEffect();
    void unansweredQuestionLeavesNothingOut();
    void unansweredQuestionDoesNotMakeOldAlertsNew();
    void refusedBatchKeepsItsPositionsTrue();
    void firstStartTakesTheRecentPast();
    void kindsShareTheClient();

private:
    [[nodiscard]] Assignment stream(const QString &name, const QStringList &topics, const QString &start, bool untilEnd = false) const
    {
        Assignment assignment;
        assignment.config.uuid = u"uuid-"_s + name;
        assignment.config.name = name;
        assignment.config.type = u"kafka"_s;
        assignment.config.values.set(u"servers"_s, QStringList{m_broker->servers()});
        assignment.config.values.set(u"topics"_s, topics);
        assignment.config.values.set(u"start"_s, start);
        assignment.config.values.set(u"properties"_s, QVariantMap{{u"topic.metadata.refresh.interval.ms"_s, u"300"_s}});
        assignment.untilEnd = untilEnd;
        return assignment;
    }
    [[nodiscard]] StreamStatus status(const QString &name) const { return m_status.value(u"uuid-"_s + name); }

    std::unique_ptr<MockBroker> m_broker;
    std::unique_ptr<Sink> m_sink;
    std::unique_ptr<kafka::KafkaConsumer> m_consumer;
    QHash<QString, StreamStatus> m_status;
};

void TestKafkaConsumer::init()
{
    m_broker = std::make_unique<MockBroker>();
    m_sink = std::make_unique<Sink>();
    m_consumer = std::make_unique<kafka::KafkaConsumer>(ConsumerContext{.sink = m_sink.get()});
    connect(m_consumer.get(), &Consumer::statusChanged, this, [this](const QString &uuid, const StreamStatus &status) { m_status[uuid] = status; });
}

void TestKafkaConsumer::cleanup()
{
    m_consumer.reset();
    m_status.clear();
    m_sink.reset();
    m_broker.reset();
}

void TestKafkaConsumer::stoppedStreamIsReadAgain()
{
    m_broker->createTopic("t");
    m_broker->produce("t", 10);
    const Assignment a = stream(u"a"_s, {u"t"_s}, u"earliest"_s);
    const Assignment b = stream(u"b"_s, {u"t"_s}, u"earliest"_s);
    m_consumer->setStreams({a, b});
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->countOf("b", "t"), 10, kWaitMs);
    m_consumer->setStreams({a});
    m_broker->produce("t", 5);
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->countOf("a", "t"), 15, kWaitMs);
    m_consumer->setStreams({a, b});
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->countOf("b", "t"), 10 + 15, kWaitMs);
    QCOMPARE(m_sink->countOf("a", "t"), 15);
    QVERIFY(!m_sink->wrongPositions);
}

void TestKafkaConsumer::newcomerDoesNotRepeatForOthers()
{
    m_broker->createTopic("t");
    m_broker->produce("t", 100);
    const Assignment a = stream(u"a"_s, {u"t"_s}, u"earliest"_s);
    m_consumer->setStreams({a});
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->countOf("a", "t"), 100, kWaitMs);
    m_consumer->setStreams({a, stream(u"b"_s, {u"t"_s}, u"last:10"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->countOf("b", "t"), 10, kWaitMs);
    m_broker->produce("t", 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->countOf("b", "t"), 11, kWaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->countOf("a", "t"), 101, kWaitMs);
    QVERIFY(!m_sink->wrongPositions);
}

void TestKafkaConsumer::liveStreamThatGetsATopicReadsItLive()
{
    m_broker->createTopic("one");
    m_broker->createTopic("two");
    m_broker->produce("two", 50);
    m_consumer->setStreams({stream(u"a"_s, {u"one"_s}, u"live"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(status(u"a"_s).state, State::Quiet, kWaitMs);
    m_consumer->setStreams({stream(u"a"_s, {u"one"_s, u"two"_s}, u"live"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(status(u"a"_s).topics.size(), size_t{2}, kWaitMs);
    m_broker->produce("two", 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_sink->countOf("a", "two") > 0, kWaitMs);
    QCOMPARE(m_sink->of("a", "two"), std::vector<int64_t>{50});
}

void TestKafkaConsumer::newTopicIsReadFromItsFirstMessage()
{
    m_broker->createTopic("night-1");
    m_consumer->setStreams({stream(u"a"_s, {u"night-*"_s}, u"live"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(status(u"a"_s).state, State::Quiet, kWaitMs);
    m_broker->createTopic("night-2", 2);
    m_broker->produce("night-2", 3, 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->countOf("a", "night-2"), 3, kWaitMs);
}

void TestKafkaConsumer::changedStartTakesEffect()
{
    m_broker->createTopic("t");
    m_broker->produce("t", 20);
    m_consumer->setStreams({stream(u"a"_s, {u"t"_s}, u"live"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(status(u"a"_s).state, State::Quiet, kWaitMs);
    m_consumer->setStreams({stream(u"a"_s, {u"t"_s}, u"earliest"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->countOf("a", "t"), 20, kWaitMs);
}

void TestKafkaConsumer::unansweredQuestionLeavesNothingOut()
{
    m_broker->createTopic("t");
    m_broker->createTopic("u");
    m_broker->produce("t", 50);
    m_broker->produce("u", 50);
    m_broker->refuseListOffsets(2);
    m_consumer->setStreams({stream(u"a"_s, {u"t"_s, u"u"_s}, u"earliest"_s, true)});
    QTRY_VERIFY_WITH_TIMEOUT(status(u"a"_s).finished, kWaitMs);
    QCOMPARE(m_sink->countOf("a", "t"), 50);
    QCOMPARE(m_sink->countOf("a", "u"), 50);
}

void TestKafkaConsumer::unansweredQuestionDoesNotMakeOldAlertsNew()
{
    m_broker->createTopic("t");
    m_broker->produce("t", 50);
    m_broker->refuseListOffsets(2);
    m_consumer->setStreams({stream(u"a"_s, {u"t"_s}, u"live"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(status(u"a"_s).state, State::Quiet, kWaitMs);
    m_broker->produce("t", 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_sink->countOf("a", "t") > 0, kWaitMs);
    QCOMPARE(m_sink->of("a", "t"), std::vector<int64_t>{50});
}

void TestKafkaConsumer::refusedBatchKeepsItsPositionsTrue()
{
    m_broker->createTopic("t");
    m_sink->refusals = 20;
    m_consumer->setStreams({stream(u"a"_s, {u"t"_s}, u"earliest"_s)});
    for (int i = 0; i < 200; ++i)
        m_broker->produce("t", 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->countOf("a", "t"), 200, kWaitMs);
    QVERIFY(!m_sink->wrongPositions);
}

// decisions 15: a table that is empty at first looks broken, and a whole week of a busy topic is too much.
void TestKafkaConsumer::firstStartTakesTheRecentPast()
{
    m_broker->createTopic("quiet");
    m_broker->createTopic("many");
    m_broker->createTopic("wide", 4);
    m_broker->createTopic("heartbeat");
    m_broker->produce("quiet", 3);
    m_broker->produce("many", 100);
    m_broker->produce("heartbeat", 50);
    for (int32_t partition = 0; partition < 4; ++partition)
        m_broker->produce("wide", 50, partition);
    m_consumer->setStreams({stream(u"a"_s, {u"*"_s}, u"recent"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->countOf("a", "many"), 20, kWaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->countOf("a", "quiet"), 3, kWaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->countOf("a", "wide"), 20, kWaitMs);
    QCOMPARE(m_sink->of("a", "many").front(), 80);
    m_broker->produce("heartbeat", 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->countOf("a", "heartbeat"), 1, kWaitMs);
    QCOMPARE(m_sink->of("a", "heartbeat").front(), 50);
    // A topic that comes later is news as a whole.
    m_broker->createTopic("later");
    m_broker->produce("later", 60);
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->countOf("a", "later"), 60, kWaitMs);
}

void TestKafkaConsumer::kindsShareTheClient()
{
    m_broker->createTopic("gcn.circulars");
    m_broker->produce("gcn.circulars", 5);
    Assignment gcn = stream(u"g"_s, {}, u"earliest"_s);
    gcn.config.type = u"gcn"_s;
    gcn.config.values.set(u"security"_s, u"PLAINTEXT"_s);
    m_consumer->setStreams({stream(u"a"_s, {u"gcn.*"_s}, u"earliest"_s), gcn});
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->countOf("g", "gcn.circulars"), 5, kWaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->countOf("a", "gcn.circulars"), 5, kWaitMs);
}

QTEST_GUILESS_MAIN(TestKafkaConsumer)
#include "tst_kafkaconsumer.moc"
