// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/pipeline.h"

#include "support/recordingarchive.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace tocsin;
using services::Pipeline;

namespace {

// moc stumbles over raw strings with quotes in them.
constexpr std::string_view kNotice = "{\"$schema\":\"gcn/notices/einstein_probe/wxt/alert.schema.json\",\"mission\":\"Einstein Probe\","
                                     "\"instrument\":\"WXT\",\"id\":[\"0170\"],\"trigger_time\":\"2026-03-01T21:46:05.13Z\",\"ra\":120.5,\"dec\":-4.25}";
constexpr std::string_view kBroken = "{\"mission\": \"Fermi\", \"trigger_time\": \"2026-";

LanePtr lane()
{
    static const LanePtr shared = std::make_shared<Lane>(Lane{"kafka:test", "gcn.notices.test", 3, 0});
    return shared;
}

StreamRefPtr stream()
{
    static const StreamRefPtr shared = std::make_shared<StreamRef>(StreamRef{"u-1", "gcn", "restricted", false});
    return shared;
}

Batch batchOf(std::initializer_list<std::string_view> values, int64_t first, uint64_t receipt = 1)
{
    Batch batch;
    batch.receipt = receipt;
    int64_t offset = first;
    for (const std::string_view value : values) {
        Packet packet;
        packet.lane = lane();
        packet.position = offset++;
        packet.value = value;
        packet.stream = stream();
        packet.brokerTime = UtcTime::fromMs(1'790'000'000'000);
        packet.received = UtcTime::now();
        batch.bytes += value.size();
        batch.packets.push_back(std::move(packet));
    }
    batch.positions.push_back({stream(), lane(), offset, 5, 6});
    return batch;
}

class CountingOrigin final : public BatchOrigin
{
public:
    void committed(uint64_t receipt) override { last = receipt; }
    void refused(uint64_t, const std::string &reason) override
    {
        ++refusals;
        why += reason;
    }
    std::atomic<uint64_t> last{0};
    std::string why; // looked at when the pipeline is closed
    std::atomic<int> refusals{0};
};

} // namespace

class TestPipeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // FAULT-64
    void hugeMessagesLeaveAGap()
    {
        tests::RecordingArchive archive;
        Pipeline pipeline(archive);
        const std::string huge((64u << 20) + 1, 'x');
        Batch batch = batchOf({huge}, 41);
        QVERIFY(pipeline.offer(batch));
        const auto packets = archive.waitForPackets(1);
        QCOMPARE(packets.size(), size_t(1));
        QCOMPARE(packets[0].packet.value.size(), size_t(1u << 20));
        QVERIFY(packets[0].alerts.at(0)->error.find("SHA-256") != std::string::npos);
        QCOMPARE(packets[0].alerts.at(0)->offset, std::optional<int64_t>(41));
        const auto gaps = archive.gapsSaid();
        QCOMPARE(gaps.size(), size_t(1));
        QCOMPARE(gaps[0].why, Gap::Why::TooLarge);
        QCOMPARE(gaps[0].to, int64_t(42));
    }

    void alertsCarryWhereTheyCameFrom()
    {
        tests::RecordingArchive archive;
        Pipeline pipeline(archive);
        Batch batch = batchOf({kNotice}, 41);
        QVERIFY(pipeline.offer(batch));
        const auto packets = archive.waitForPackets(1);
        QCOMPARE(packets.size(), size_t(1));
        QCOMPARE(packets[0].alerts.size(), size_t(1));
        const Alert &alert = *packets[0].alerts[0];
        QCOMPARE(alert.id, std::string("0170"));
        QCOMPARE(alert.stream, std::string("gcn"));
        QCOMPARE(alert.topic, std::string("gcn.notices.test"));
        QCOMPARE(alert.partition.value_or(-1), int64_t(3));
        QCOMPARE(alert.offset.value_or(-1), int64_t(41));
        QCOMPARE(alert.access, std::string("restricted"));
        QVERIFY(alert.error.empty());
    }

    // I6: what cannot be read becomes a row, and the stream goes on.
    void brokenPacketBecomesARow()
    {
        tests::RecordingArchive archive;
        Pipeline pipeline(archive);
        Batch batch = batchOf({kBroken, kNotice}, 0);
        QVERIFY(pipeline.offer(batch));
        const auto packets = archive.waitForPackets(2);
        QCOMPARE(packets.size(), size_t(2));
        QVERIFY(!packets[0].alerts.at(0)->error.empty());
        QVERIFY(packets[1].alerts.at(0)->error.empty());
        QCOMPARE(archive.positions().at(0).next, int64_t(2));
    }

    void receiptGoesBackToTheOrigin()
    {
        tests::RecordingArchive archive;
        const auto origin = std::make_shared<CountingOrigin>();
        Pipeline pipeline(archive);
        Batch batch = batchOf({kNotice}, 0, 77);
        batch.origin = origin;
        QVERIFY(pipeline.offer(batch));
        QTRY_COMPARE(origin->last.load(), uint64_t(77));
        QCOMPARE(origin->refusals.load(), 0);
    }

    // When the archive does not keep up, the queue fills and offer() says no; nothing is lost, and it goes on.
    void holdsBackWhenTheArchiveIsBehind()
    {
        tests::RecordingArchive archive;
        archive.setQueuedBytes(1'000'000);
        Pipeline pipeline(archive, {.bytes = 2'000, .packets = 4, .archiveBytes = 1'000});
        size_t accepted = 0;
        bool refused = false;
        for (int i = 0; i < 20 && !refused; ++i) {
            Batch batch = batchOf({kNotice, kNotice}, i * 2);
            if (pipeline.offer(batch)) {
                accepted += 2;
            } else {
                refused = true;
                QCOMPARE(batch.packets.size(), size_t(2)); // left untouched
            }
        }
        QVERIFY(refused);
        archive.setQueuedBytes(0);
        QVERIFY(pipeline.waitForRoom(10'000));
        QCOMPARE(archive.waitForPackets(accepted).size(), accepted);
    }

    // `listen --count`: nothing is committed beyond the last packet kept.
    void gateMovesThePositionBack()
    {
        tests::RecordingArchive archive;
        int seen = 0;
        Pipeline pipeline(archive, Pipeline::Limits{}, [&seen](const DecodedPacket &) {
            return ++seen == 2 ? Pipeline::Verdict::Stop : Pipeline::Verdict::Keep;
        });
        Batch batch = batchOf({kNotice, kNotice, kNotice}, 10);
        QVERIFY(pipeline.offer(batch));
        Batch later = batchOf({kNotice}, 13);
        QVERIFY(pipeline.offer(later));
        pipeline.close();
        const auto packets = archive.waitForPackets(2);
        QCOMPARE(packets.size(), size_t(2));
        const auto positions = archive.positions();
        QCOMPARE(positions.size(), size_t(1));
        QCOMPARE(positions[0].next, int64_t(12));
    }

    // A batch that is kept in part or not at all is not acknowledged: the broker would hold offsets beyond the rows.
    void gateLeavesTheRestUnacknowledged()
    {
        tests::RecordingArchive archive;
        int seen = 0;
        const auto origin = std::make_shared<CountingOrigin>();
        Pipeline pipeline(archive, Pipeline::Limits{}, [&seen](const DecodedPacket &) {
            return ++seen == 3 ? Pipeline::Verdict::Stop : Pipeline::Verdict::Keep;
        });
        uint64_t receipt = 0;
        for (const int64_t first : {10, 12, 14}) {
            Batch batch = batchOf({kNotice, kNotice}, first, ++receipt);
            batch.origin = origin;
            QVERIFY(pipeline.offer(batch));
        }
        pipeline.close();
        QCOMPARE(archive.waitForPackets(3).size(), size_t(3));
        QCOMPARE(origin->last.load(), uint64_t(1));
        QCOMPARE(origin->refusals.load(), 2);
        QVERIFY(origin->why.empty()); // as it was meant to be: nobody is told
        QCOMPARE(archive.positions().back().next, int64_t(13));
    }

    // Many small messages are large once they are decoded; back-pressure knows.
    void decodedAlertsCount()
    {
        tests::RecordingArchive archive;
        Pipeline pipeline(archive);
        Batch batch = batchOf({kNotice, kNotice, kNotice}, 0);
        const size_t raw = batch.bytes;
        QVERIFY(pipeline.offer(batch));
        QCOMPARE(archive.waitForPackets(3).size(), size_t(3));
        QVERIFY(archive.bytes() >= raw + 3 * sizeof(Alert));
    }

    void whatIsLeftAtTheDeadlineIsRefused()
    {
        tests::RecordingArchive archive;
        const auto origin = std::make_shared<CountingOrigin>();
        std::atomic<bool> inside{false};
        std::atomic<bool> goOn{false};
        Pipeline pipeline(archive, Pipeline::Limits{}, [&](const DecodedPacket &) {
            inside = true;
            while (!goOn)
                std::this_thread::yield();
            return Pipeline::Verdict::Keep;
        });
        for (int i = 0; i < 3; ++i) {
            Batch batch = batchOf({kNotice}, i);
            batch.origin = origin;
            QVERIFY(pipeline.offer(batch));
        }
        QTRY_VERIFY(inside);
        std::thread closing([&] { pipeline.close(std::chrono::steady_clock::now()); });
        Batch late = batchOf({kNotice}, 3);
        QTRY_VERIFY(!pipeline.waitForRoom(0)); // closing has begun
        QVERIFY(!pipeline.offer(late));
        goOn = true;
        closing.join();
        QCOMPARE(archive.waitForPackets(1).size(), size_t(1));
        QCOMPARE(origin->refusals.load(), 2);
    }

    void closeHandsOnWhatIsQueuedAndThenRefuses()
    {
        tests::RecordingArchive archive;
        Pipeline pipeline(archive);
        for (int i = 0; i < 50; ++i) {
            Batch batch = batchOf({kNotice}, i);
            QVERIFY(pipeline.offer(batch));
        }
        pipeline.close();
        QCOMPARE(archive.waitForPackets(50).size(), size_t(50));
        Batch batch = batchOf({kNotice}, 50);
        QVERIFY(!pipeline.offer(batch));
        QVERIFY(!pipeline.waitForRoom(1));
    }

    void manyProducersAtOnce()
    {
        tests::RecordingArchive archive;
        Pipeline pipeline(archive, {.bytes = 20'000, .packets = 50, .archiveBytes = 64 << 20});
        std::vector<std::thread> producers;
        for (int t = 0; t < 4; ++t) {
            producers.emplace_back([&pipeline, t] {
                for (int i = 0; i < 200; ++i) {
                    Batch batch = batchOf({kNotice}, t * 1'000 + i);
                    while (!pipeline.offer(batch))
                        pipeline.waitForRoom(100);
                }
            });
        }
        for (std::thread &producer : producers)
            producer.join();
        QCOMPARE(archive.waitForPackets(800).size(), size_t(800));
    }
};

QTEST_GUILESS_MAIN(TestPipeline)
#include "tst_pipeline.moc"
