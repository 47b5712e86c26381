// SPDX-License-Identifier: GPL-3.0-or-later
// Batches with placeholders wait for what they stand for; order, positions and the rest of the batch stay.
#include "core/streams/hopskotch/externalsink.h"

#include <QTest>

#include <atomic>
#include <semaphore>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::streams::hopskotch;

namespace {

class Pipeline final : public streams::BatchSink
{
public:
    bool offer(Batch &batch) override
    {
        if (isFull)
            return false;
        for (const Packet &packet : batch.packets)
            values.emplace_back(packet.value);
        last = batch;
        return true;
    }
    bool waitForRoom(int) override { return true; }
    bool isFull = false;
    std::vector<std::string> values;
    Batch last;
};

Batch batchOf(const std::vector<std::string_view> &bodies)
{
    static const LanePtr lane = std::make_shared<Lane>(Lane{"kafka:x", "t", 0, 0});
    Batch batch;
    for (const std::string_view body : bodies) {
        Packet packet;
        packet.lane = lane;
        packet.position = static_cast<int64_t>(batch.packets.size());
        packet.value = body;
        if (body.starts_with("{\"url\""))
            packet.headers = {{"_format", "external"}};
        batch.packets.push_back(packet);
    }
    return batch;
}

// As the consumer does it.
bool handOver(ExternalSink &sink, Batch &batch)
{
    for (int turn = 0; turn < 500; ++turn) {
        if (sink.offer(batch))
            return true;
        sink.waitForRoom(20);
    }
    return false;
}

constexpr std::string_view kOne = R"({"url": "https://a.example.org/1"})";
constexpr std::string_view kTwo = R"({"url": "https://a.example.org/2"})";

} // namespace

class TestExternalSink final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesComeInTheirPlace()
    {
        Pipeline pipeline;
        ExternalSink sink(pipeline, [](const QUrl &place, const std::stop_token &) -> Result<ExternalMessage> {
            return ExternalMessage{.value = "large " + place.path().toUtf8(), .headers = {{"_format", "json"}}, .key = {}};
        });
        Batch batch = batchOf({"a", kOne, "b", kTwo});
        QVERIFY(!sink.offer(batch)); // while it fetches it is full
        QCOMPARE(batch.packets[1].value, kOne);
        QVERIFY(handOver(sink, batch));
        QCOMPARE(pipeline.values, (std::vector<std::string>{"a", "large /1", "b", "large /2"}));
        QCOMPARE(pipeline.last.packets[1].headers, (Headers{{"_format", "json"}}));
        QCOMPARE(pipeline.last.packets[3].position, 3);
        batch = {};
        QCOMPARE(std::string(pipeline.last.packets[1].value), std::string("large /1")); // the batch keeps what its views look into
    }

    void whatCannotBeHadStaysAPlaceholder()
    {
        Pipeline pipeline;
        std::atomic<int> asked = 0;
        ExternalSink sink(pipeline, [&asked](const QUrl &place, const std::stop_token &) -> Result<ExternalMessage> {
            ++asked;
            if (place.path() == u"/1")
                return Error{.kind = ErrorKind::NotFound};
            return Error{.kind = ErrorKind::NoConnection, .retriable = true};
        });
        Batch batch = batchOf({kOne, kTwo, kOne});
        QVERIFY(handOver(sink, batch));
        QCOMPARE(pipeline.values, (std::vector<std::string>{std::string(kOne), std::string(kTwo), std::string(kOne)}));
        // A server that does not answer is not asked for each of its messages.
        QCOMPARE(asked.load(), 2);
    }

    void fullPipelineLeavesTheBatchAsItWas()
    {
        Pipeline pipeline;
        std::atomic<int> asked = 0;
        ExternalSink sink(pipeline, [&asked](const QUrl &, const std::stop_token &) -> Result<ExternalMessage> {
            ++asked;
            return ExternalMessage{.value = "large", .headers = {}, .key = {}};
        });
        pipeline.isFull = true;
        Batch batch = batchOf({kOne});
        QTRY_COMPARE(asked.load() + (sink.offer(batch) ? 100 : 0), 1);
        QVERIFY(!sink.offer(batch));
        QCOMPARE(batch.packets[0].value, kOne);
        pipeline.isFull = false;
        QVERIFY(handOver(sink, batch));
        QCOMPARE(pipeline.values, std::vector<std::string>{"large"});
        QCOMPARE(asked.load(), 1);
    }

    void endsWhileItFetches()
    {
        Pipeline pipeline;
        std::binary_semaphore began(0);
        {
            ExternalSink sink(pipeline, [&began](const QUrl &, const std::stop_token &stop) -> Result<ExternalMessage> {
                began.release();
                std::binary_semaphore ended(0);
                const std::stop_callback end(stop, [&ended] { ended.release(); });
                ended.acquire();
                return Error{.kind = ErrorKind::Interrupted};
            });
            Batch batch = batchOf({kOne});
            QVERIFY(!sink.offer(batch));
            began.acquire();
        }
        QVERIFY(pipeline.values.empty());
    }

    void switchedOffItIsNotThere()
    {
        Pipeline pipeline;
        ExternalSink sink(pipeline, [](const QUrl &, const std::stop_token &) -> Result<ExternalMessage> { return Error{}; });
        sink.setFetching(false);
        Batch batch = batchOf({kOne});
        QVERIFY(sink.offer(batch));
        QCOMPARE(pipeline.values, std::vector<std::string>{std::string(kOne)});
    }
};

QTEST_GUILESS_MAIN(TestExternalSink)
#include "tst_externalsink.moc"
