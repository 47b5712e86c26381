// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/kafka/partitionstart.h"

#include <QTest>

using namespace tocsin;
using namespace tocsin::streams::kafka;

namespace {

archive::StoredPosition place(int generation, int64_t next, int64_t stampUs = 5, uint64_t hash = 6)
{
    return {{"kafka:x", "night", 0, generation}, next, stampUs, hash};
}

} // namespace

class TestPartitionStart final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsKnownAtFirst();
    void lastKnownMessageIsLookedAt();
    void placeBeyondTheEndIsAnotherTopic();
    void latestGenerationDecides();
    void expiredPlaceCannotBeLookedAt();
    void resumeGoesOn();
    void resumeBehindTheBeginningHasAGap();
    void otherStartsTellWhatTheyLeaveOut();
    void anOlderGenerationBeginsAnew();
};

void TestPartitionStart::nothingIsKnownAtFirst()
{
    const LaneStart lane = decideLane({}, {0, 100});
    QCOMPARE(lane.generation, 0);
    QVERIFY(!lane.anew && !lane.probe);
    const PartitionStart start = decideStart(lane, std::nullopt, {10, 100}, {.resume = true, .fallback = 10});
    QCOMPARE(start.wanted, 10);
    QVERIFY(start.gaps.empty() && !start.had);
    QCOMPARE(decideStart(lane, std::nullopt, {10, 100}, {.fallback = 1'000}).wanted, 100);
    QCOMPARE(decideStart(lane, std::nullopt, {10, 100}, {.fallback = -5}).wanted, 10);
}

void TestPartitionStart::lastKnownMessageIsLookedAt()
{
    // Of whichever stream has read furthest.
    const std::vector stored{place(0, 40, 1, 2), place(0, 70, 3, 4), place(0, 55, 5, 6)};
    const LaneStart lane = decideLane(stored, {0, 100});
    QVERIFY(lane.probe.has_value());
    QCOMPARE(lane.probe->offset, 69);
    QCOMPARE(lane.probe->stampUs, 3);
    QCOMPARE(lane.probe->hash, 4u);
    // A place without a message (behind a gap) tells nothing.
    const std::vector bare{place(0, 40, 1, 2), place(0, 70, UtcTime::kNone, 0)};
    QCOMPARE(decideLane(bare, {0, 100}).probe->offset, 39);
}

void TestPartitionStart::placeBeyondTheEndIsAnotherTopic()
{
    const std::vector stored{place(2, 101)};
    const LaneStart lane = decideLane(stored, {0, 100});
    QVERIFY(lane.anew && !lane.probe);
    QCOMPARE(lane.generation, 3);
    QVERIFY(!decideLane(stored, {0, 101}).anew);
}

void TestPartitionStart::latestGenerationDecides()
{
    const std::vector stored{place(0, 900), place(1, 40, 1, 2)};
    const LaneStart lane = decideLane(stored, {0, 100});
    QCOMPARE(lane.generation, 1);
    QVERIFY(!lane.anew);
    QCOMPARE(lane.probe->offset, 39);
}

void TestPartitionStart::expiredPlaceCannotBeLookedAt()
{
    QVERIFY(!decideLane(std::vector{place(0, 40)}, {40, 100}).probe);
    QVERIFY(decideLane(std::vector{place(0, 41)}, {40, 100}).probe);
}

void TestPartitionStart::resumeGoesOn()
{
    const LaneStart lane = decideLane(std::vector{place(0, 70)}, {0, 100});
    const PartitionStart start = decideStart(lane, place(0, 70), {0, 100}, {.resume = true});
    QCOMPARE(start.wanted, 70);
    QCOMPARE(start.wantedAnew, 0);
    QCOMPARE(start.had, std::optional<int64_t>(70));
    QVERIFY(start.gaps.empty());
}

void TestPartitionStart::resumeBehindTheBeginningHasAGap()
{
    const PartitionStart start = decideStart({}, place(0, 20), {50, 100}, {.resume = true, .fallback = 50});
    QCOMPARE(start.wanted, 50);
    QVERIFY(start.gaps.size() == 1 && start.gaps[0].why == Gap::Why::Expired);
    QCOMPARE(start.gaps[0].from, 20);
    QCOMPARE(start.gaps[0].to, 50);
    // Unless the person wants the newest only: then the gap is wider.
    const PartitionStart latest = decideStart({}, place(0, 20), {50, 100}, {.resume = true, .fallback = 50, .latestAfterGap = true});
    QCOMPARE(latest.wanted, 100);
    QCOMPARE(latest.gaps.size(), size_t(2));
    QVERIFY(latest.gaps[0].why == Gap::Why::Expired && latest.gaps[0].from == 20 && latest.gaps[0].to == 50);
    // What the broker still has can be fetched later.
    QVERIFY(latest.gaps[1].why == Gap::Why::Skipped && latest.gaps[1].from == 50 && latest.gaps[1].to == 100);
}

void TestPartitionStart::otherStartsTellWhatTheyLeaveOut()
{
    const PartitionStart live = decideStart({}, place(0, 20), {0, 100}, {.fallback = 100});
    QCOMPARE(live.wanted, 100);
    QCOMPARE(live.wantedAnew, 100);
    QVERIFY(live.gaps.size() == 1 && live.gaps[0].why == Gap::Why::Skipped);
    QVERIFY(live.gaps[0].from == 20 && live.gaps[0].to == 100);
    // Part of it is gone; and who goes back misses nothing.
    const PartitionStart later = decideStart({}, place(0, 20), {50, 100}, {.fallback = 100});
    QVERIFY(later.gaps.size() == 2 && later.gaps[0].to == 50 && later.gaps[1].from == 50);
    QVERIFY(decideStart({}, place(0, 20), {0, 100}, {.fallback = 0}).gaps.empty());
}

void TestPartitionStart::anOlderGenerationBeginsAnew()
{
    LaneStart lane;
    lane.generation = 2;
    const PartitionStart start = decideStart(lane, place(1, 70), {0, 100}, {.resume = true});
    QCOMPARE(start.wanted, 0);
    QVERIFY(start.gaps.size() == 1 && start.gaps[0].why == Gap::Why::TopicRecreated);
    QCOMPARE(start.gaps[0].from, 70);
}

QTEST_GUILESS_MAIN(TestPartitionStart)
#include "tst_partitionstart.moc"
