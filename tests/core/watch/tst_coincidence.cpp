// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/coincidence.h"

#include "core/decoders/fits/skymap.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::watch;

namespace {

std::shared_ptr<Alert> alertOf(const char *name, const char *messenger, double seconds, double ra, double dec, double error = -1)
{
    auto alert = std::make_shared<Alert>();
    alert->name = name;
    alert->messenger = messenger;
    alert->timestamp = UtcTime::fromUs(1'800'000'000'000'000 + static_cast<int64_t>(seconds * 1e6));
    alert->ra = ra;
    alert->dec = dec;
    if (error >= 0)
        alert->errorRadius = error;
    return alert;
}

Coincidence pair(std::chrono::milliseconds within = 10s, double floor = 0)
{
    return {.name = u"x-gamma"_s, .a = u"messenger = \"x-ray\""_s, .b = u"messenger = \"gamma\""_s, .within = within, .floor = floor};
}

} // namespace

class TestCoincidence final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWithinBsTimeAndCircle()
    {
        CoincidenceJudge judge({pair()});
        const auto burst = alertOf("GRB", "gamma", 100, 10, 20, 1.0);
        QVERIFY(!judge.judge(burst));
        QCOMPARE(judge.judge(alertOf("EP", "x-ray", 105, 10.5, 20)), burst); // either may come first
        QVERIFY(!judge.judge(alertOf("late", "x-ray", 110.1, 10.5, 20)));
        QCOMPARE(judge.judge(alertOf("early", "x-ray", 90, 10, 20.999)), burst);
        QVERIFY(!judge.judge(alertOf("beside", "x-ray", 100, 10, 21.001)));
        QVERIFY(!judge.judge(alertOf("optical", "optical", 100, 10, 20)));
        const auto other = alertOf("GRB 2", "gamma", 96, 10, 20, 0.5);
        QCOMPARE(judge.judge(other)->name, Text("EP")); // the nearest in time of those inside
    }

    void theCircleIsThatOfB()
    {
        CoincidenceJudge judge({pair()});
        (void)judge.judge(alertOf("wide x", "x-ray", 0, 10, 20, 30));
        QVERIFY(!judge.judge(alertOf("narrow", "gamma", 0, 15, 20, 0.1)));
        QVERIFY(!judge.judge(alertOf("no error", "gamma", 0, 10, 20)));
        CoincidenceJudge wide({pair(10s, 5)});
        (void)wide.judge(alertOf("x", "x-ray", 0, 10, 20));
        QVERIFY(wide.judge(alertOf("no error", "gamma", 0, 14, 20)));
        QVERIFY(wide.judge(alertOf("narrow", "gamma", 0, 14, 20, 0.1))); // no circle is smaller
        Coincidence anywhere = pair();
        anywhere.anywhere = true;
        CoincidenceJudge times({anywhere});
        (void)times.judge(alertOf("x", "x-ray", 0, 10, 20));
        QVERIFY(times.judge(alertOf("y", "gamma", 9, 200, -20)));
        QVERIFY(!times.judge(alertOf("z", "gamma", 11, 200, -20)));
    }

    // The region of a map in place of a circle; one map is asked for once.
    void theRegionOfAMapIsACircle()
    {
        QFile file(QStringLiteral(TOCSIN_TEST_DATA "/multiorder.fits"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray map = file.readAll();
        const std::string_view bytes(map.constData(), static_cast<size_t>(map.size()));
        const auto facts = std::get<decoders::SkyMapFacts>(decoders::readSkyMap(bytes));
        const auto region = std::make_shared<const decoders::SkyRegion>(std::get<decoders::SkyRegion>(decoders::credibleRegion(bytes, 0.9)));
        QVERIFY(std::abs(region->area() / facts.area90 - 1) < 1e-9);
        const double away = facts.peakRa < 180 ? facts.peakRa + 180 : facts.peakRa - 180;
        QVERIFY(region->contains(facts.peakRa, facts.peakDec) && !region->contains(away, -facts.peakDec));
        CoincidenceJudge judge({pair()});
        const auto burst = alertOf("GW", "gamma", 0, facts.peakRa, facts.peakDec);
        burst->area90 = facts.area90;
        int asked = 0;
        QVERIFY(!judge.judge(burst, [&](const Alert &) {
            ++asked;
            return region;
        }));
        QCOMPARE(judge.judge(alertOf("inside", "x-ray", 1, facts.peakRa, facts.peakDec)), burst);
        QVERIFY(!judge.judge(alertOf("outside", "x-ray", 1, away, -facts.peakDec)));
        QCOMPARE(asked, 1);
        QCOMPARE(judge.withoutCircle(), int64_t{0});
        // Nobody knows its cells: nothing lies inside, and that is counted.
        CoincidenceJudge blind({pair()});
        (void)blind.judge(burst, [](const Alert &) { return CoincidenceJudge::Region(); });
        QVERIFY(!blind.judge(alertOf("inside", "x-ray", 1, facts.peakRa, facts.peakDec)));
        QCOMPARE(blind.withoutCircle(), int64_t{1});
    }

    void whatIsDisabledSaysNothing()
    {
        Coincidence off = pair(10s, 5);
        off.enabled = false;
        CoincidenceJudge judge({off});
        QVERIFY(judge.isEmpty());
        QVERIFY(!eitherOf({off}));
        QCOMPARE(eitherOf({pair(), off})->text(), std::string("(messenger = \"x-ray\") or (messenger = \"gamma\")"));
    }

    void oneEventIsNoCoincidence()
    {
        Coincidence any{.name = u"any"_s, .a = u"has(name)"_s, .b = u"has(name)"_s, .within = 10s, .floor = 1};
        CoincidenceJudge judge({any});
        auto first = alertOf("S1", "gw", 0, 1, 1);
        auto second = alertOf("S1", "gw", 1, 1, 1);
        first->event = second->event = "S1";
        QVERIFY(!judge.judge(first));
        QVERIFY(!judge.judge(second));
        const auto retraction = alertOf("GRB", "gamma", 1, 1, 1);
        retraction->retraction = true;
        QVERIFY(!judge.judge(retraction));
        QCOMPARE(judge.judge(alertOf("GRB", "gamma", 1, 1, 1)), second);
    }

    void fileIsReadAndWritten()
    {
        const QTemporaryDir home;
        const QString file = coincidenceFile(home.path() + u"/watchlists"_s);
        QCOMPARE(file, home.path() + u"/coincidences.json"_s);
        QVERIFY(readCoincidences(file).value().empty());
        Coincidence anywhere = pair(2h, 0.25);
        anywhere.name = u"other"_s;
        anywhere.anywhere = true;
        anywhere.enabled = false;
        QVERIFY(writeCoincidences(file, {pair(), anywhere}).ok());
        QCOMPARE(readCoincidences(file).value(), (std::vector<Coincidence>{pair(), anywhere}));
    }

    void wrongFilesAreSaidSo_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("word");
        QTest::newRow("no JSON") << QByteArray("{") << u"no list"_s;
        QTest::newRow("condition") << QByteArray(R"([{"name": "x", "a": "mag <", "b": "test"}])") << u"mag <"_s;
        QTest::newRow("packet") << QByteArray(R"([{"name": "x", "a": "fields.x = 1", "b": "test"}])") << u"packets"_s;
        QTest::newRow("time") << QByteArray(R"([{"name": "x", "a": "test", "b": "test", "within": "soon"}])") << u"soon"_s;
        QTest::newRow("long") << QByteArray(R"([{"name": "x", "a": "test", "b": "test", "within": "30d"}])") << u"7 days"_s;
        QTest::newRow("name") << QByteArray(R"([{"name": "x y", "a": "test", "b": "test"}])") << u"x y"_s;
        QTest::newRow("radius") << QByteArray(R"([{"name": "x", "a": "test", "b": "test", "radius": "much"}])") << u"much"_s;
    }
    void wrongFilesAreSaidSo()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, word);
        const QTemporaryDir home;
        QFile file(home.filePath(u"c.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        const auto list = readCoincidences(file.fileName());
        QVERIFY(!list);
        QVERIFY2(list.error().message.contains(word), qPrintable(list.error().message));
    }
};

QTEST_GUILESS_MAIN(TestCoincidence)
#include "tst_coincidence.moc"
