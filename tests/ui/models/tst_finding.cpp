// SPDX-License-Identifier: GPL-3.0-or-later
// Finding text and places in the table: what is understood, what is found, in which order.
#include "support/filters.h"
#include "support/night.h"
#include "ui/models/alerttablemodel.h"
#include "ui/models/findcondition.h"
#include "ui/models/placelookup.h"
#include "ui/models/rowhistory.h"
#include "ui/models/tablefinder.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::Night;
using Kind = PlaceReading::Kind;

namespace {

const UtcTime kNow = UtcTime::fromIso("2026-09-14T04:00:00Z");

// The finder over a night's table, and where it went last.
struct Finding {
    AlertTableModel model;
    TableFinder finder;
    int row = -2;
    TableFinder::Wrapped wrapped = TableFinder::Wrapped::No;
    bool none = false;

    explicit Finding(Night &night) : model(*night.store, night.feed), finder(*night.store, model)
    {
        QObject::connect(&finder, &TableFinder::found, &finder, [this](int at, TableFinder::Wrapped way) {
            row = at;
            wrapped = way;
        });
        QObject::connect(&finder, &TableFinder::foundNone, &finder, [this] { none = true; });
    }
    void find(const QString &text, bool matchCase = false)
    {
        finder.find(text, matchCase);
        QTRY_VERIFY(!finder.isRunning());
    }
    int seek(int from, int step)
    {
        row = -2;
        finder.seek(from, step);
        return row;
    }
};

// Every tenth alert belongs to the event that is looked for.
void arriveEvent(Night &night, int count)
{
    int at = 0;
    night.arrive(count, [&at](Alert &alert) {
        if (at++ % 10 == 3)
            alert.name = "S260914a";
    });
    night.settle();
}

bool finds(const QString &text, const Alert &alert, bool matchCase = false)
{
    const auto condition = findCondition(text, matchCase);
    return condition && condition->passes(alert, kNow);
}

// The number of every shown row.
std::shared_ptr<NumberSet> shownOf(const AlertTableModel &model)
{
    auto shown = std::make_shared<NumberSet>();
    for (int row = 0; row < model.rowCount(); ++row)
        shown->add(model.numberAt(row));
    return shown;
}

} // namespace

class TestFinding final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bitsAreASet()
    {
        QRandomGenerator random(1);
        for (int round = 0; round < 20; ++round) {
            RowBits bits;
            NumberSet numbers;
            std::set<int> set;
            const int range = 1 + random.bounded(500);
            const int64_t far = random.bounded(2) ? 4'000'000'000'000 : 0;
            for (int i = random.bounded(200); i > 0; --i) {
                const int row = random.bounded(range);
                bits.set(row);
                numbers.add(far + row);
                set.insert(row);
            }
            QCOMPARE(bits.count(), static_cast<qint64>(set.size()));
            for (int row = -1; row <= range + 70; ++row) {
                const auto next = set.lower_bound(row);
                const auto behind = set.upper_bound(row);
                QCOMPARE(bits.has(row), set.contains(row));
                QCOMPARE(numbers.has(far + row), set.contains(row));
                QCOMPARE(bits.nextFrom(row), next == set.end() ? -1 : *next);
                QCOMPARE(bits.previousFrom(row), behind == set.begin() ? -1 : *std::prev(behind));
                QCOMPARE(bits.countBefore(row), static_cast<qint64>(std::distance(set.begin(), next)));
            }
        }
    }

    void historyGoesBackAndForth()
    {
        RowHistory history;
        QVERIFY(!history.canGo(-1) && !history.canGo(1));
        QCOMPARE(history.go(-1), 0);
        for (const qint64 row : {5, 6, 6, 7})
            history.visit(row);
        QCOMPARE(history.go(-1), 6);
        history.visit(6); // where it is already
        QVERIFY(history.canGo(1));
        QCOMPARE(history.go(-1), 5);
        QVERIFY(!history.canGo(-1));
        QCOMPARE(history.go(1), 6);
        history.visit(9); // 7 is forgotten
        QVERIFY(!history.canGo(1));
        QCOMPARE(history.go(-1), 6);
        for (int row = 100; row < 1'000; ++row)
            history.visit(row);
        int back = 0;
        while (history.go(-1) > 0)
            ++back;
        QCOMPARE(back, static_cast<int>(RowHistory::kMost) - 1);
    }

    void placesAreUnderstood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("kinds");
        QTest::addColumn<QString>("value");
        const QList<int> row{int(Kind::Row)};
        const QList<int> time{int(Kind::Time)};
        const QList<int> name{int(Kind::Name)};
        QTest::newRow("row") << u"#1234"_s << row << u"1234"_s;
        QTest::newRow("row with commas") << u" # 1,234,567 "_s << row << u"1234567"_s;
        QTest::newRow("no row") << u"#0"_s << QList<int>{} << QString();
        QTest::newRow("row that is none") << u"#12a"_s << QList<int>{} << QString();
        QTest::newRow("nothing") << u"  "_s << QList<int>{} << QString();
        QTest::newRow("instant") << u"2026-09-14 03:02"_s << time << u"2026-09-14T03:02:00.000000Z"_s;
        QTest::newRow("instant with zone") << u"2026-09-14T03:02:01.5+02:00"_s << time << u"2026-09-14T01:02:01.500000Z"_s;
        QTest::newRow("day") << u"2026-09-14"_s << time << u"2026-09-14T00:00:00.000000Z"_s;
        QTest::newRow("clock") << u"03:02"_s << time << u"2026-09-14T03:02:00.000000Z"_s;
        QTest::newRow("clock of yesterday") << u"23:02:07.25"_s << time << u"2026-09-13T23:02:07.250000Z"_s;
        QTest::newRow("clock as it is now") << u"4:00 UT"_s << time << u"2026-09-14T04:00:00.000000Z"_s;
        QTest::newRow("no clock") << u"25:02"_s << name << u"25:02"_s;
        QTest::newRow("ago") << u"-2h"_s << time << u"2026-09-14T02:00:00.000000Z"_s;
        QTest::newRow("ago in parts") << u"\u22121 d 1h30m"_s << time << u"2026-09-13T02:30:00.000000Z"_s;
        QTest::newRow("MJD") << u"61297.125"_s << QList<int>{int(Kind::Time), int(Kind::Name)} << u"2026-09-14T03:00:00.000000Z"_s;
        QTest::newRow("MJD by name") << u"mjd 61297"_s << time << u"2026-09-14T00:00:00.000000Z"_s;
        QTest::newRow("JD") << u"2461297.625"_s << QList<int>{int(Kind::Time), int(Kind::Name)} << u"2026-09-14T03:00:00.000000Z"_s;
        QTest::newRow("integer") << u"61297"_s << QList<int>{int(Kind::Name), int(Kind::Time)} << u"61297"_s;
        QTest::newRow("long id") << u"2345678901234567890"_s << name << u"2345678901234567890"_s;
        QTest::newRow("name") << u" S260914a "_s << name << u"S260914a"_s;
        QTest::newRow("minus") << u"-12"_s << name << u"-12"_s;
    }
    void placesAreUnderstood()
    {
        QFETCH(QString, text);
        QFETCH(QList<int>, kinds);
        QFETCH(QString, value);
        const std::vector<PlaceReading> readings = readPlace(text, kNow);
        QList<int> got;
        for (const PlaceReading &reading : readings)
            got << int(reading.kind);
        QCOMPARE(got, kinds);
        if (readings.empty())
            return;
        const PlaceReading &first = readings.front();
        QCOMPARE(first.kind == Kind::Row        ? QString::number(first.row)
                     : first.kind == Kind::Time ? QString::fromStdString(first.time.iso())
                                                : first.name,
                 value);
    }

    void whatPeopleSeeIsFound()
    {
        Alert alert;
        alert.id = "41872";
        alert.message = "circular";
        alert.subject = "LIGO/Virgo S260914a: 10.5% (Swift) [x]";
        alert.topic = "gcn.circulars";
        alert.stream = "GCN Ünïon";
        for (const QString &text : {u"41872"_s, u"gcn 418"_s, u"GCN"_s, u"s260914A"_s, u"10.5% (swift) [X]"_s, u"gcn.circ"_s, u"ÜNÏON"_s, u" ligo/virgo "_s})
            QVERIFY2(finds(text, alert), qPrintable(text));
        for (const QString &text : {u"gcn 1872"_s, u"gcnxcirc"_s, u".*"_s, u"S260915"_s, u"\\E"_s, u"\""_s})
            QVERIFY2(!finds(text, alert), qPrintable(text));
        QVERIFY(finds(u"Swift"_s, alert, true) && !finds(u"swift"_s, alert, true));
        QVERIFY(!findCondition(u"  "_s, false));
        alert.message = "notice";
        QVERIFY(!finds(u"GCN 418"_s, alert));
    }

    void hitsAreCountedAndGoneThrough()
    {
        Night night;
        arriveEvent(night, 1'000);
        Finding finding(night);
        finding.find(u"s260914"_s);
        QTRY_COMPARE(finding.model.rowCount(), 1'000);
        QTRY_VERIFY(!finding.finder.isRunning());
        QCOMPARE(finding.finder.count(), 100);
        QCOMPARE(finding.finder.placeOf(3), 1);
        QCOMPARE(finding.finder.placeOf(23), 3);
        QCOMPARE(finding.finder.placeOf(4), 0);
        QCOMPARE(finding.seek(-1, 1), 3);
        QCOMPARE(finding.seek(3, 1), 13);
        QCOMPARE(finding.wrapped, TableFinder::Wrapped::No);
        QCOMPARE(finding.seek(13, -1), 3);
        QCOMPARE(finding.seek(3, -1), 993);
        QCOMPARE(finding.wrapped, TableFinder::Wrapped::AtStart);
        QCOMPARE(finding.seek(993, 1), 3);
        QCOMPARE(finding.wrapped, TableFinder::Wrapped::AtEnd);
        finding.find(u"S260914a"_s, true);
        QCOMPARE(finding.finder.count(), 100);
        finding.find(u"s260914a"_s, true);
        QCOMPARE(finding.finder.count(), 0);
        QCOMPARE(finding.seek(0, 1), -2);
        QVERIFY(finding.none);
        finding.find({});
        QVERIFY(!finding.finder.isActive());
    }

    // A question that was asked before the answer can be known is answered when it is.
    void nextWaitsForTheHits()
    {
        Night night;
        arriveEvent(night, 500);
        Finding finding(night);
        QTRY_COMPARE(finding.model.rowCount(), 500);
        finding.finder.find(u"nothing like it"_s, false);
        finding.finder.find(u"S260914a"_s, false); // the newest question wins
        QCOMPARE(finding.seek(100, 1), -2);
        QTRY_COMPARE(finding.row, 103);
        QVERIFY(!finding.none);
    }

    void filterLeavesTheShownHits()
    {
        Night night;
        arriveEvent(night, 1'000);
        Finding finding(night);
        QTRY_COMPARE(finding.model.rowCount(), 1'000);
        finding.find(u"S260914a"_s);
        finding.model.setFilter(tests::filterOf("id in (\"3\", \"7\", \"13\", \"993\")"));
        QTRY_COMPARE(finding.model.rowCount(), 4);
        QTRY_VERIFY(!finding.finder.isRunning());
        QCOMPARE(finding.finder.count(), 3);
        QCOMPARE(finding.seek(0, 1), 2);
        finding.model.setFilter(nullptr);
        QTRY_COMPARE(finding.model.rowCount(), 1'000);
        QTRY_VERIFY(!finding.finder.isRunning());
        QCOMPARE(finding.finder.count(), 100);
    }

    void newRowsAreJudged()
    {
        Night night;
        arriveEvent(night, 100);
        Finding finding(night);
        QTRY_COMPARE(finding.model.rowCount(), 100);
        finding.find(u"S260914a"_s);
        QCOMPARE(finding.finder.count(), 10);
        const QSignalSpy changed(&finding.finder, &TableFinder::changed);
        night.arrive(5, [](Alert &alert) { alert.name = "S260914a"; });
        QTRY_COMPARE(finding.finder.count(), 15);
        QVERIFY(!finding.finder.isRunning());
        QVERIFY(changed.count() > 0);
        // What the filter hid while it arrived.
        finding.model.setFilter(tests::filterOf("id = \"3\""));
        QTRY_COMPARE(finding.model.rowCount(), 1);
        night.arrive(5, [](Alert &alert) { alert.name = "S260914a"; });
        QTRY_COMPARE(finding.model.totalRows(), 110);
        finding.model.setFilter(nullptr);
        QTRY_COMPARE(finding.model.rowCount(), 110);
        QTRY_COMPARE(finding.finder.count(), 20);
        QTRY_VERIFY(!finding.finder.isRunning());
    }

    void placesAreFound()
    {
        Night night;
        const UtcTime start = UtcTime::fromIso("2026-09-14T03:00:00Z");
        int minute = 0;
        // Not in the order of their times: 0, 50, 40, 30, … min
        night.arrive(60, [&](Alert &alert) {
            alert.timestamp = UtcTime::fromUs(start.us + (60 - minute) % 60 * 60'000'000ll);
            alert.brokerTime = start;
            alert.message = minute == 5 ? "circular" : "notice";
            alert.name = minute % 20 == 7 ? "S260914a" : alert.name;
            ++minute;
        });
        night.arrive(1, [&](Alert &alert) { alert.brokerTime = UtcTime::fromUs(start.us + 30'500'000); });
        night.settle();
        AlertTableModel model(*night.store, night.feed);
        QTRY_COMPARE(model.rowCount(), 61);
        PlaceLookup lookup(*night.store);
        std::optional<FoundPlace> found;
        connect(&lookup, &PlaceLookup::found, this, [&](const FoundPlace &place) { found = place; });
        std::shared_ptr<NumberSet> shown = shownOf(model);
        const auto lead = [&](const QString &text) {
            found.reset();
            lookup.find(readPlace(text, kNow), shown);
            if (!QTest::qWaitFor([&] { return found.has_value(); }))
                return qint64{-1};
            return found->alert ? qint64(found->alert->row) : 0;
        };
        QCOMPARE(lead(u"#7"_s), 7);
        QVERIFY(found->shown);
        QCOMPARE(lead(u"#62"_s), 0);
        QCOMPARE(lead(u"2026-09-14 03:10"_s), 51); // at that time
        QCOMPARE(lead(u"2026-09-14 03:09:30"_s), 51); // behind it
        QCOMPARE(lead(u"03:00:10"_s), 61); // no time of its own: the broker's
        QCOMPARE(lead(u"2026-09-13"_s), 1);
        QCOMPARE(lead(u"2020-01-01"_s), 1); // far away
        QCOMPARE(lead(u"2026-09-14 03:59:00.5"_s), 0); // nothing behind it
        QCOMPARE(lead(u"gcn 5"_s), 6);
        QCOMPARE(lead(u"5"_s), 6); // exact before "50", the newest of those that begin so
        QCOMPARE(lead(u"s260914a"_s), 48); // the newest
        QCOMPARE(lead(u"s2609"_s), 48);
        QCOMPARE(lead(u"ztf2658"_s), 59);
        QCOMPARE(lead(u"(unheard of]"_s), 0);
        QCOMPARE(lead(u"\"\\"_s), 0);

        // What the filter hides is told from what is not there, and shown rows come first.
        model.setFilter(tests::filterOf("id in (\"7\", \"58\")"));
        QTRY_COMPARE(model.rowCount(), 2);
        shown = shownOf(model);
        QCOMPARE(lead(u"S260914a"_s), 8);
        QVERIFY(found->shown);
        QCOMPARE(lead(u"2026-09-14 03:01:30"_s), 59);
        QCOMPARE(lead(u"2026-09-14 03:20"_s), 8);
        QCOMPARE(lead(u"#20"_s), 20);
        QVERIFY(!found->shown);
        QVERIFY(lead(u"2026-09-14 03:55"_s) > 0);
        QVERIFY(!found->shown);
    }
};

QTEST_MAIN(TestFinding)
#include "tst_finding.moc"
