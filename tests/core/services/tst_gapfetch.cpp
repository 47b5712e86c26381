// SPDX-License-Identifier: GPL-3.0-or-later
// Fetching what was missed: once, in the same transaction as its gap, and it can be ended at any time.
#include "core/services/gapfetch.h"

#include "core/services/pipeline.h"
#include "core/streams/kafka/holefetch.h"
#include "support/archivebatches.h"
#include "support/mockbroker.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::tests;
using services::GapFetch;
using streams::Hole;

namespace {

constexpr int kWaitMs = 60'000; // a sanitizer takes its time

streams::StreamConfig configOf(const QString &servers)
{
    streams::StreamConfig config;
    config.uuid = u"u-1"_s;
    config.name = u"gcn"_s;
    config.type = u"kafka"_s;
    config.values.set(u"servers"_s, QStringList{servers});
    config.values.set(u"topics"_s, QStringList{u"night"_s});
    return config;
}

} // namespace

class TestGapFetch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = archive::openSqliteArchive({.place = m_folder->path()});
        QVERIFY(opened.ok());
        m_archive = std::move(opened.value());
        m_archive->setListener(&m_listener);
        m_pipeline = std::make_unique<services::Pipeline>(*m_archive);
        m_fetch = std::make_unique<GapFetch>(streams::ConsumerContext{.sink = m_pipeline.get(), .archive = m_archive.get()});
        m_listener.rows = 0;
    }
    void cleanup()
    {
        m_fetch.reset();
        m_pipeline.reset();
        m_archive.reset();
    }

    void fetchesWhatIsMissingOnce();
    void endedInTheMiddleItLeavesASmallerHole();
    void whatIsAskedForMeanwhileFollows();
    void anotherClustersHoleStays();
    void aDeadBrokerHoldsNobodyUp();

private:
    // The stream has read up to `end` but for these offsets.
    void miss(const std::string &source, int64_t end, std::vector<std::pair<int64_t, int64_t>> holes)
    {
        DecodedBatch batch;
        batch.origin = m_origin;
        const auto lane = std::make_shared<Lane>(Lane{source, "night", 0, 0});
        batch.positions.push_back({stream(), lane, end, UtcTime::kNone, 0});
        for (const auto &[from, to] : holes) {
            Gap gap;
            gap.stream = stream();
            gap.lane = lane;
            gap.from = from;
            gap.to = to;
            gap.why = Gap::Why::Skipped;
            gap.noticed = UtcTime::now();
            batch.gaps.push_back(gap);
        }
        const int before = m_origin->commits;
        m_archive->append(std::move(batch));
        QTRY_COMPARE(m_origin->commits.load(), before + 1);
    }
    [[nodiscard]] std::string sourceOf(const MockBroker &broker) const
    {
        const auto ends = streams::kafka::laneEnds(configOf(broker.servers()), {{"", "night", 0, 0}}, 10'000);
        return ends.ok() && !ends.value().empty() ? ends.value()[0].source : std::string();
    }
    [[nodiscard]] QStringList told() const
    {
        QStringList all;
        const auto reader = std::move(m_archive->reader().value());
        const auto coverage = reader->coverage();
        for (const archive::Coverage &one : coverage.value())
            all << u"%1-%2 %3"_s.arg(one.from).arg(one.to).arg(QString::fromStdString(one.missed)).trimmed();
        return all;
    }
    [[nodiscard]] int64_t rows() const { return std::move(m_archive->reader().value())->info().value().rows; }

    std::unique_ptr<QTemporaryDir> m_folder;
    Listener m_listener;
    std::shared_ptr<Origin> m_origin = std::make_shared<Origin>();
    std::unique_ptr<archive::Archive> m_archive;
    std::unique_ptr<services::Pipeline> m_pipeline;
    std::unique_ptr<GapFetch> m_fetch;
};

void TestGapFetch::fetchesWhatIsMissingOnce()
{
    MockBroker broker;
    broker.createTopic("night");
    broker.produce("night", 1'000);
    miss(sourceOf(broker), 1'000, {{100, 400}, {600, 700}});
    QSignalSpy finished(m_fetch.get(), &GapFetch::finished);
    m_fetch->fetch(configOf(broker.servers()));
    QVERIFY(m_fetch->state(u"u-1"_s).running);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, kWaitMs);
    const GapFetch::State state = m_fetch->state(u"u-1"_s);
    QVERIFY2(state.error.message.isEmpty(), qPrintable(state.error.message));
    QVERIFY(!state.running && !m_fetch->isRunning());
    QCOMPARE(state.progress.messages, 400);
    QCOMPARE(state.progress.done, 400);
    QCOMPARE(rows(), 400);
    QCOMPARE(told(), QStringList{u"100-1000"_s});
    // The live place is where it was.
    const auto reader = std::move(m_archive->reader().value());
    QCOMPARE(reader->positions("u-1").value().at(0).next, 1'000);
    // Nothing is left to do.
    m_fetch->fetch(configOf(broker.servers()));
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, kWaitMs);
    QCOMPARE(m_fetch->state(u"u-1"_s).progress.wanted, 0);
    QCOMPARE(rows(), 400);
}

void TestGapFetch::endedInTheMiddleItLeavesASmallerHole()
{
    constexpr int kAll = 20'000;
    MockBroker broker;
    broker.createTopic("night");
    broker.produce("night", kAll);
    miss(sourceOf(broker), kAll, {{0, kAll}});
    QSignalSpy finished(m_fetch.get(), &GapFetch::finished);
    connect(m_fetch.get(), &GapFetch::changed, this, [this](const QString &uuid) {
        if (m_fetch->state(uuid).progress.done > 0)
            m_fetch->cancel(uuid);
    });
    m_fetch->fetch(configOf(broker.servers()));
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, kWaitMs);
    disconnect(m_fetch.get(), &GapFetch::changed, this, nullptr);
    const int64_t half = rows();
    if (half == kAll)
        QSKIP("all came before it could be ended");
    QVERIFY(half > 0);
    QCOMPARE(m_fetch->state(u"u-1"_s).error.kind, ErrorKind::Interrupted);
    QCOMPARE(told(), (QStringList{u"0-%1"_s.arg(half), u"%1-%2 skipped"_s.arg(half).arg(kAll)}));
    m_fetch->fetch(configOf(broker.servers()));
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, kWaitMs);
    QCOMPARE(rows(), kAll);
    QCOMPARE(m_fetch->state(u"u-1"_s).progress.messages, kAll - half);
    QCOMPARE(told(), QStringList{u"0-%1"_s.arg(kAll)});
}

void TestGapFetch::whatIsAskedForMeanwhileFollows()
{
    MockBroker broker;
    broker.createTopic("night");
    broker.produce("night", 1'000);
    const std::string source = sourceOf(broker);
    miss(source, 1'000, {{0, 100}, {500, 600}});
    QSignalSpy finished(m_fetch.get(), &GapFetch::finished);
    m_fetch->fetch(configOf(broker.servers()), {Hole{{source, "night", 0, 0}, 0, 100}});
    m_fetch->fetch(configOf(broker.servers()), {Hole{{source, "night", 0, 0}, 500, 600}});
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, kWaitMs);
    QCOMPARE(m_fetch->state(u"u-1"_s).progress.messages, 200);
    QCOMPARE(told(), QStringList{u"0-1000"_s});
}

void TestGapFetch::anotherClustersHoleStays()
{
    MockBroker broker;
    broker.createTopic("night");
    broker.produce("night", 100);
    miss("kafka:elsewhere", 100, {{0, 100}});
    QSignalSpy finished(m_fetch.get(), &GapFetch::finished);
    m_fetch->fetch(configOf(broker.servers()));
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, kWaitMs);
    QCOMPARE(m_fetch->state(u"u-1"_s).error.kind, ErrorKind::NotFound);
    QCOMPARE(rows(), 0);
    QCOMPARE(told(), QStringList{u"0-100 skipped"_s});
}

void TestGapFetch::aDeadBrokerHoldsNobodyUp()
{
    miss("kafka:a", 100, {{0, 100}});
    m_fetch->fetch(configOf(u"127.0.0.1:9"_s));
    QElapsedTimer clock;
    clock.start();
    m_fetch.reset();
    QVERIFY2(clock.elapsed() < 2'500, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(told(), QStringList{u"0-100 skipped"_s});
}

QTEST_GUILESS_MAIN(TestGapFetch)
#include "tst_gapfetch.moc"
