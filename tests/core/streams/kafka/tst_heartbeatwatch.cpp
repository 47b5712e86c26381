// SPDX-License-Identifier: GPL-3.0-or-later
// FAULT-76, the rule: three beats in a row are missing, whatever the sender's rhythm is.
#include "core/streams/kafka/heartbeatwatch.h"

#include <QTest>

#include <limits>

using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::streams::kafka;

namespace {

using Clock = HeartbeatWatch::Clock;

const Clock::time_point kStart = Clock::time_point() + 1000s;

UtcTime stampAt(Clock::duration since)
{
    return UtcTime::fromUs(1'700'000'000'000'000 + std::chrono::duration_cast<std::chrono::microseconds>(since).count());
}

// `count` beats in a rhythm, received as they are sent; the time of the last.
Clock::time_point beats(HeartbeatWatch &watch, int count, Clock::duration every, bool stamped = true)
{
    for (int i = 0; i < count; ++i)
        watch.beat(kStart + i * every, stamped ? stampAt(i * every) : UtcTime());
    return kStart + (count - 1) * every;
}

} // namespace

class TestHeartbeatWatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threeMissingBeatsAreASilence_data();
    void threeMissingBeatsAreASilence();
    void fewBeatsTeachNothing();
    void aBacklogTeachesTheSendersRhythm();
    void aBurstWithoutStampsTeachesNothing();
    void oneLongPauseChangesNothing();
    void aChangedRhythmIsLearned();
    void wildStampsAreBounded();
    void anInterruptionIsNoSilenceOfTheSender();
};

void TestHeartbeatWatch::threeMissingBeatsAreASilence_data()
{
    QTest::addColumn<int>("everyMs");
    QTest::addColumn<int>("usualMs");
    QTest::newRow("many a second") << 200 << 1'000;
    QTest::newRow("GCN's") << 1'000 << 1'000;
    QTest::newRow("slow") << 30'000 << 30'000;
}

void TestHeartbeatWatch::threeMissingBeatsAreASilence()
{
    QFETCH(int, everyMs);
    QFETCH(int, usualMs);
    for (const bool stamped : {true, false}) {
        HeartbeatWatch watch;
        const auto last = beats(watch, 20, everyMs * 1ms, stamped);
        QCOMPARE(watch.interval().value(), Clock::duration(usualMs * 1ms));
        QVERIFY(!watch.hasStopped(last + usualMs * 3ms));
        QVERIFY(watch.hasStopped(last + usualMs * 4ms));
        watch.beat(last + usualMs * 5ms, {});
        QVERIFY(!watch.hasStopped(last + usualMs * 6ms));
    }
}

void TestHeartbeatWatch::fewBeatsTeachNothing()
{
    HeartbeatWatch watch;
    QVERIFY(!watch.hasStopped(kStart));
    const auto last = beats(watch, 3, 1s);
    QVERIFY(!watch.interval());
    QVERIFY(!watch.hasStopped(last + 1h));
    watch.beat(last + 1s, stampAt(3s));
    QVERIFY(watch.hasStopped(last + 1h));
}

void TestHeartbeatWatch::aBacklogTeachesTheSendersRhythm()
{
    HeartbeatWatch watch;
    for (int i = 0; i < 100; ++i)
        watch.beat(kStart + i * 1ms, stampAt(i * 30s));
    QCOMPARE(watch.interval().value(), Clock::duration(30s));
    QVERIFY(!watch.hasStopped(kStart + 60s));
}

void TestHeartbeatWatch::aBurstWithoutStampsTeachesNothing()
{
    HeartbeatWatch watch;
    for (int i = 0; i < 100; ++i)
        watch.beat(kStart + i * 1ms, {});
    QVERIFY(!watch.interval());
    QVERIFY(!watch.hasStopped(kStart + 1h));
}

void TestHeartbeatWatch::oneLongPauseChangesNothing()
{
    HeartbeatWatch watch;
    auto last = beats(watch, 10, 1s);
    last += 10min;
    watch.beat(last, stampAt(609s));
    QCOMPARE(watch.interval().value(), Clock::duration(1s));
    QVERIFY(watch.hasStopped(last + 4s));
}

void TestHeartbeatWatch::aChangedRhythmIsLearned()
{
    HeartbeatWatch watch;
    auto last = beats(watch, 20, 1s);
    for (int i = 0; i < 10; ++i)
        watch.beat(last += 20s, {});
    QCOMPARE(watch.interval().value(), Clock::duration(20s));
}

void TestHeartbeatWatch::wildStampsAreBounded()
{
    HeartbeatWatch watch;
    for (int i = 0; i < 20; ++i)
        watch.beat(kStart + i * 1s, UtcTime::fromUs(i % 2 == 0 ? std::numeric_limits<int64_t>::max() / 4 : 1));
    // Half of the gaps are an hour by their stamps, and none is negative.
    QVERIFY(watch.interval().value() >= 1s);
    QVERIFY(watch.interval().value() <= 1h);
}

void TestHeartbeatWatch::anInterruptionIsNoSilenceOfTheSender()
{
    HeartbeatWatch watch;
    const auto last = beats(watch, 10, 30s);
    watch.countFrom(last + 10min); // the connection is there again
    QVERIFY(!watch.hasStopped(last + 11min));
    QVERIFY(watch.hasStopped(last + 12min));
    watch.countFrom(last); // never back
    QVERIFY(watch.hasStopped(last + 12min));
}

QTEST_GUILESS_MAIN(TestHeartbeatWatch)
#include "tst_heartbeatwatch.moc"
