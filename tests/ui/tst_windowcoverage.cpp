// SPDX-License-Identifier: GPL-3.0-or-later
// From the archive to the ribbon, from a click to the broker and back.
#include "ui/windowcoverage.h"

#include "core/services/pipeline.h"
#include "core/services/streammanager.h"
#include "core/streams/kafka/holefetch.h"
#include "support/archivebatches.h"
#include "support/mockbroker.h"
#include "support/streambench.h"
#include "ui/models/streammodel.h"
#include "ui/widgets/coverageribbon.h"
#include "ui/widgets/streamlist.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::tests;
using namespace tocsin::ui;
using Kind = RibbonStretch::Kind;

namespace {

constexpr int kWaitMs = 60'000;

} // namespace

class TestWindowCoverage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClickFillsTheHole();
    void theMenuFillsAll();

private:
    // A stream that has missed messages 100 to 399 of a thousand, in front of its ribbon.
    struct Stage {
        MockBroker broker;
        QTemporaryDir folder;
        std::unique_ptr<archive::Archive> archive = std::move(archive::openSqliteArchive({.place = folder.filePath(u"archive"_s)}).value());
        services::Pipeline pipeline{*archive};
        services::StreamStore store{folder.filePath(u"streams.json"_s)};
        services::StreamManager manager{store, {.sink = &pipeline, .archive = archive.get()}};
        StreamModel model{manager};
        StreamList list{model};
        CoverageRibbon ribbon;
        QString uuid;
        std::unique_ptr<WindowCoverage> coverage;

        void begin()
        {
            broker.createTopic("night");
            broker.produce("night", 1'000);
            streams::StreamConfig config = StreamBench::kafka(u"gcn"_s, broker.servers());
            config.values.set(u"topics"_s, QStringList{u"night"_s});
            const auto ends = streams::kafka::laneEnds(config, {{"", "night", 0, 0}}, 10'000);
            QVERIFY(ends.ok() && ends.value().size() == 1);
            QVERIFY(manager.add(config).ok());
            uuid = manager.find(u"gcn"_s)->uuid;
            const auto who = stream(uuid.toUtf8().constData(), "gcn");
            const auto origin = std::make_shared<Origin>();
            const auto lane = std::make_shared<Lane>(Lane{ends.value()[0].source, "night", 0, 0});
            DecodedBatch batch = batchOf(lane, 0, 100, origin, who);
            batch.positions[0] = {who, lane, 1'000, UtcTime::kNone, 0};
            Gap gap;
            gap.stream = who;
            gap.lane = lane;
            gap.from = 100;
            gap.to = 400;
            gap.why = Gap::Why::Skipped;
            gap.noticed = UtcTime::now();
            batch.gaps.push_back(gap);
            archive->append(std::move(batch));
            QTRY_COMPARE(origin->commits.load(), 1);
            ribbon.resize(400, 200);
            ribbon.show();
            coverage = std::make_unique<WindowCoverage>(manager, *archive, model, list, ribbon, nullptr);
            QTRY_VERIFY(find(Kind::Missed) >= 0);
        }
        [[nodiscard]] int find(Kind kind) const
        {
            for (const RibbonBand &band : ribbon.bands()) {
                for (size_t s = 0; s < band.stretches.size(); ++s) {
                    if (band.stretches[s].kind == kind)
                        return static_cast<int>(s);
                }
            }
            return -1;
        }
        [[nodiscard]] int64_t rows() const { return std::move(archive->reader().value())->info().value().rows; }
    };
};

void TestWindowCoverage::aClickFillsTheHole()
{
    Stage stage;
    stage.begin();
    if (QTest::currentTestFailed())
        return;
    QStringList words;
    QObject::connect(&stage.manager.fetches(), &services::GapFetch::changed, this,
                     [&] { words << stage.model.indexOf(stage.uuid).data(StreamModel::CauseRole).toString(); });
    QSignalSpy said(stage.coverage.get(), &WindowCoverage::said);
    QTest::mouseClick(&stage.ribbon, Qt::LeftButton, {}, stage.ribbon.stretchRect(0, stage.find(Kind::Missed)).center());
    QVERIFY(stage.find(Kind::Fetching) >= 0 && stage.find(Kind::Missed) < 0); // at once
    QTRY_COMPARE_WITH_TIMEOUT(said.count(), 1, kWaitMs);
    QCOMPARE(said[0][0].toString(), u"gcn: 300 missed messages were fetched."_s);
    QCOMPARE(said[0][1].toBool(), false);
    QVERIFY2(words.constFirst().contains(u"fetching what was missed"_s), qPrintable(words.join(u'\n')));
    QVERIFY(!words.constLast().contains(u"fetching"_s));
    QCOMPARE(stage.rows(), 400);
    QTRY_VERIFY(stage.find(Kind::Missed) < 0 && stage.find(Kind::Fetching) < 0);
}

void TestWindowCoverage::theMenuFillsAll()
{
    Stage stage;
    stage.begin();
    if (QTest::currentTestFailed())
        return;
    QSignalSpy all(&stage.ribbon, &CoverageRibbon::fetchAllWanted);
    QContextMenuEvent asked(QContextMenuEvent::Mouse, stage.ribbon.stretchRect(0, stage.find(Kind::Missed)).center(), stage.ribbon.mapToGlobal(QPoint(1, 1)));
    QCoreApplication::sendEvent(&stage.ribbon, &asked);
    const auto menus = stage.ribbon.findChildren<QMenu *>();
    QCOMPARE(menus.size(), 1);
    const QList<QAction *> actions = menus.first()->actions();
    const auto fill = std::ranges::find(actions, u"Fill all gaps of this stream"_s, &QAction::text);
    QVERIFY(fill != actions.end());
    (*fill)->trigger();
    QCOMPARE(all.count(), 1);
    QSignalSpy said(stage.coverage.get(), &WindowCoverage::said);
    QTRY_COMPARE_WITH_TIMEOUT(said.count(), 1, kWaitMs);
    QCOMPARE(stage.rows(), 400);
    // A second time there is nothing to do, and that is said.
    Q_EMIT stage.ribbon.fetchAllWanted(stage.uuid);
    QTRY_COMPARE_WITH_TIMEOUT(said.count(), 2, kWaitMs);
    QCOMPARE(said[1][0].toString(), u"gcn misses nothing that its broker could still have."_s);
}

QTEST_MAIN(TestWindowCoverage)
#include "tst_windowcoverage.moc"
