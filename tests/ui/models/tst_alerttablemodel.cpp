// SPDX-License-Identifier: GPL-3.0-or-later
// The table's model over a real archive, what its cells say, and the pane beside it.
#include "support/filters.h"
#include "support/night.h"
#include "ui/models/alerttablemodel.h"
#include "ui/models/cellfilter.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/detailpane.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::columnOf;
using tests::filterOf;
using tests::Night;

namespace {

QString cell(CellKind kind, const Alert &alert)
{
    return cellText(alertTableColumns()[static_cast<size_t>(columnOf(kind))], alert);
}

} // namespace

class TestAlertTableModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::install(); }

    void modelKeepsItsPromises()
    {
        Night night;
        night.arrive(50);
        AlertTableModel model(*night.store, night.feed);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(model.rowCount(), 50);
        night.arrive(500);
        QTRY_COMPARE(model.rowCount(), 550);
        model.setFilter(filterOf("name ~ \"ZTF2654\""));
        QTRY_COMPARE(model.rowCount(), 11); // 54, 540 … 549
        night.arrive(1, [](Alert &alert) { alert.name = "no match"; });
        night.arrive(1, [](Alert &alert) { alert.name = "ZTF2654 again"; });
        QTRY_COMPARE(model.rowCount(), 12);
        QTRY_COMPARE(model.totalRows(), 552);
        model.setFilter({});
        QTRY_COMPARE(model.rowCount(), 552);
    }

    void oldRowsArePagedIn()
    {
        Night night;
        night.arrive(3'000);
        night.settle();
        AlertTableModel model(*night.store, night.feed);
        QTRY_COMPARE(model.rowCount(), 3'000);
        const QModelIndex cell = model.index(1'234, columnOf(CellKind::Name));
        QCOMPARE(cell.data().toString(), u"…"_s);
        QTRY_COMPARE(cell.data().toString(), u"ZTF261234"_s);
    }

    void pauseHoldsRowsBack()
    {
        Night night;
        AlertTableModel model(*night.store, night.feed);
        QTRY_VERIFY(!model.isLoading());
        model.setPaused(true);
        night.arrive(10);
        QTRY_COMPARE(model.waitingRows(), 10);
        QCOMPARE(model.rowCount(), 0);
        model.setPaused(false);
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(model.waitingRows(), 0);
    }

    // Live rows are counted with those that the search has found.
    void damagedPacketsAreCountedAsTheyArrive()
    {
        Night night;
        night.arrive(1, {}, R"({"drb": 0.95, "n": "first"})");
        night.settle();
        night.damage("first");
        AlertTableModel model(*night.store, night.feed);
        model.setFilter(filterOf("fields.drb > 0.9"));
        QTRY_COMPARE(model.unreadRows(), 1);
        QTRY_VERIFY(!model.isLoading());
        model.setPaused(true);
        night.arrive(1, {}, R"({"drb": 0.96, "n": "second"})");
        night.arrive(1, {}, R"({"drb": 0.97})");
        QTRY_COMPARE(model.waitingRows(), 2);
        night.damage("second");
        model.setPaused(false);
        QTRY_COMPARE(model.rowCount(), 1);
        QTRY_COMPARE(model.unreadRows(), 2);
        // The same rows once more, by a search.
        model.setFilter(filterOf("fields.drb > 0.8"));
        QTRY_VERIFY(!model.isLoading() && model.rowCount() == 1);
        QCOMPARE(model.unreadRows(), 2);
        model.setFilter({});
        QTRY_COMPARE(model.rowCount(), 3);
        QCOMPARE(model.unreadRows(), 0);
    }

    void overflowIsReadFromTheArchive()
    {
        Night night;
        services::AlertFeed small(100);
        night.store->setListener(&small);
        AlertTableModel model(*night.store, small);
        QTRY_VERIFY(!model.isLoading());
        night.arrive(90);
        night.arrive(90);
        night.arrive(90);
        QTRY_COMPARE(model.rowCount(), 270);
    }

    // Also those that the filter hides.
    void unseenCountsHiddenRows()
    {
        Night night;
        AlertTableModel model(*night.store, night.feed);
        const auto circular = filterOf("word(\"circular\")");
        model.setFilter(circular);
        QTRY_VERIFY(!model.isLoading() && model.filter() == circular);
        night.arrive(7);
        QTRY_COMPARE(model.totalRows(), 7);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.unseenRows(), 7);
        QCOMPARE(model.unseenFrom(-1, 1), -1); // none of them can be shown
    }

    void unseenIsKnownAfterARestart()
    {
        Night night;
        night.arrive(10);
        night.settle();
        qint64 since = -1;
        {
            AlertTableModel model(*night.store, night.feed);
            connect(&model, &AlertTableModel::watchingSince, &model, [&](qint64 row) { since = row; });
            QTRY_COMPARE(model.rowCount(), 10);
            QCOMPARE(model.unseenRows(), 0); // nobody watched when these came
            QCOMPARE(since, 10);
            night.arrive(5);
            QTRY_COMPARE(model.rowCount(), 15);
            QCOMPARE(model.unseenRows(), 5);
            model.setSeen(12);
            QCOMPARE(model.unseenRows(), 4);
        }
        night.arrive(2); // while no window is open
        night.settle();
        AlertTableModel model(*night.store, night.feed);
        model.watchSince(since);
        QTRY_COMPARE(model.rowCount(), 17);
        QTRY_COMPARE(model.unseenRows(), 6);
        QVERIFY(!model.isUnseen(12) && model.isUnseen(13) && !model.isUnseen(10));
        QCOMPARE(model.unseenFrom(-1, 1), 10);
        QCOMPARE(model.unseenFrom(10, 1), 12); // over the one that was looked at
        QCOMPARE(model.unseenFrom(10, -1), 16); // around the end
        model.setFilter(filterOf("name = \"ZTF2611\"")); // one row
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.unseenRows(), 6);
    }

    // Stored and live rows alike; those that hang on their packet come when it has been read.
    void packetFieldsAreJudged()
    {
        Night night;
        night.arrive(3, {}, R"({"id": "1", "deep": {"drb": 0.95}})");
        night.arrive(2, {}, R"({"id": "1", "deep": {"drb": 0.2}})");
        night.settle();
        AlertTableModel model(*night.store, night.feed);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto filter = filterOf("fields.deep.drb > 0.9 and not test");
        QVERIFY(filter && filter->needsPacket());
        model.setFilter(filter);
        QTRY_COMPARE(model.rowCount(), 3);
        QTRY_VERIFY(!model.isLoading());
        night.arrive(1, {}, R"({"id": "1", "deep": {"drb": 0.97}})");
        night.arrive(1, {}, R"({"id": "1", "deep": {"drb": 0.1}})");
        night.arrive(1, [](Alert &alert) { alert.test = true; }, R"({"id": "1", "deep": {"drb": 0.99}})");
        QTRY_COMPARE(model.rowCount(), 4);
        QTRY_COMPARE(model.totalRows(), 8);
        QCOMPARE(model.numberAt(3), 6);
    }

    void newestQuestionWins()
    {
        Night night;
        night.arrive(2'000);
        night.settle();
        AlertTableModel model(*night.store, night.feed);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(model.rowCount(), 2'000);
        for (int i = 0; i < 20; ++i)
            model.setFilter(filterOf("id < " + std::to_string(100 * i)));
        model.setFilter(filterOf("name = \"ZTF267\""));
        QTRY_VERIFY(!model.isLoading());
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.numberAt(0), 8);
        QCOMPARE(model.totalRows(), 2'000);
    }

    // Time alone takes rows away; what arrives meanwhile stays.
    void nowIsJudgedAnew()
    {
        Night night;
        night.arrive(4, [](Alert &alert) { alert.timestamp = UtcTime{UtcTime::now().us - 86'400'000'000}; });
        night.arrive(4, [](Alert &alert) { alert.timestamp = UtcTime{UtcTime::now().us + 1'500'000 - 3'600'000'000}; });
        night.arrive(4, [](Alert &alert) { alert.timestamp = UtcTime::now(); });
        night.settle();
        AlertTableModel model(*night.store, night.feed);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFilter(filterOf("timestamp > now - 1h"));
        QTRY_COMPARE(model.rowCount(), 8);
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const auto isOver = [&] {
            model.judgeAnew();
            return model.rowCount() == 4;
        };
        QTRY_VERIFY(isOver());
        night.arrive(1, [](Alert &alert) { alert.timestamp = UtcTime::now(); });
        model.judgeAnew();
        QTRY_COMPARE(model.rowCount(), 5);
        QCOMPARE(resets.count(), 0); // selection and place are left alone
        QCOMPARE(model.numberAt(0), 9);
    }

    // Alerts that went by while a filter is on are counted all the same.
    void overflowIsCountedBehindAFilter()
    {
        Night night;
        services::AlertFeed small(100);
        night.store->setListener(&small);
        AlertTableModel model(*night.store, small);
        QTRY_VERIFY(!model.isLoading());
        model.setFilter(filterOf("name = \"ZTF265\""));
        QTRY_VERIFY(!model.isLoading());
        for (int i = 0; i < 3; ++i)
            night.arrive(90);
        QTRY_COMPARE(model.totalRows(), 270);
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.unseenRows(), 270);
    }

    // Of each cell of full and empty alerts: “only” is true for it, “without” is not, and is true for the others.
    void cellsAreConditions()
    {
        Alert full;
        full.timestamp = UtcTime::fromIso("2026-09-14T03:02:28.512345Z");
        full.brokerTime = full.received = full.timestamp;
        full.id = "3458293962815015016";
        full.name = "a \"quoted\\\" näme";
        full.classification = "SN Ia";
        full.mag = 18.8123f;
        full.score = 0.1 + 0.2;
        full.ra = 29.999999999999993;
        full.dec = -12.5f;
        full.far = 2.61e-13;
        full.errorRadius = 0.4 / 3'600;
        full.significant = false;
        full.test = true;
        full.partition = 3;
        full.offset = 9'007'199'254'740'993;
        full.problems = {"one", "two"};
        full.stream = "ztf";
        full.row = 77;
        Alert circular;
        circular.message = "circular";
        circular.id = "41872";
        circular.subject = "GRB 260913A: it's \"there\"";
        Alert unreadable;
        unreadable.error = "no decoder\nknows it";
        Alert empty;
        const Alert *all[] = {&full, &circular, &unreadable, &empty};
        for (const Alert *alert : all) {
            for (const AlertColumnSpec &column : alertTableColumns()) {
                const CellFilter cell = cellFilter(column, *alert);
                if (cell.isEmpty()) {
                    QVERIFY(column.kind == CellKind::Flags || column.kind == CellKind::Delay);
                    continue;
                }
                const auto only = filterOf(cell.only.toStdString());
                const auto without = filterOf(cell.without.toStdString());
                QVERIFY2(only && without, qPrintable(cell.only));
                for (const Alert *other : all) {
                    QVERIFY2(alert != other || only->passes(*other, {}), qPrintable(cell.only));
                    QVERIFY2(only->passes(*other, {}) != without->passes(*other, {}), qPrintable(cell.without));
                }
            }
        }
    }

    void packetValuesAreConditions()
    {
        const decoders::FieldTree tree{{"a.b", {{"deep", "say \"hi\""}}}, {"n", {0.25, 3}}, {"yes", true}, {"gone", nullptr}};
        struct Fields final : filter::PacketFields {
            const decoders::FieldTree &fields;
            explicit Fields(const decoders::FieldTree &all) : fields(all) {}
            const decoders::FieldTree *tree() override { return &fields; }
        } fields(tree);
        const auto check = [&](const filter::PacketPath &path, const decoders::FieldTree &value, const QString &wanted) {
            const CellFilter cell = packetFilter(path, value);
            QCOMPARE(cell.only, wanted);
            const auto only = filterOf(cell.only.toStdString());
            const auto without = filterOf(cell.without.toStdString());
            QVERIFY(only && without);
            QVERIFY(only->passes({}, {}, &fields));
            QVERIFY(!without->passes({}, {}, &fields));
        };
        check({{"a.b", -1}, {"deep", -1}}, tree["a.b"]["deep"], u"fields[\"a.b\"].deep = \"say \\\"hi\\\"\""_s);
        check({{"n", -1}, {"", 0}}, tree["n"][0], u"fields.n[0] = 0.25"_s);
        check({{"yes", -1}}, tree["yes"], u"fields.yes = true"_s);
        check({{"gone", -1}}, tree["gone"], u"not has(fields.gone)"_s);
        check({{"a.b", -1}}, tree["a.b"], u"has(fields[\"a.b\"])"_s);
    }

    void filtersAreJoined()
    {
        QCOMPARE(joinedFilter({}, u"test"_s), u"test"_s);
        QCOMPARE(joinedFilter(u"mag < 19"_s, u"test"_s), u"mag < 19 and test"_s);
        QCOMPARE(joinedFilter(u"mag < 19 or test"_s, u"has(mag)"_s), u"(mag < 19 or test) and has(mag)"_s);
        QCOMPARE(joinedFilter(u"mag < 19 and test"_s, u"test"_s), u"mag < 19 and test"_s); // twice is once
    }

    void cellsSayWhatIsKnown()
    {
        Alert alert;
        alert.received = UtcTime::now();
        alert.issued = UtcTime{alert.received.us - 2'946 * 86'400'000'000ll};
        QCOMPARE(cell(CellKind::Delay, alert), u"2946\u00a0d"_s);
        alert.stream = "file"; // opened long after it was sent
        alert.topic = "old.json";
        QCOMPARE(cell(CellKind::Delay, alert), QString());
        alert.partition = 0; // a stream of that name
        QCOMPARE(cell(CellKind::Delay, alert), u"2946\u00a0d"_s);

        const AlertColumnSpec &classes = alertTableColumns()[static_cast<size_t>(columnOf(CellKind::Class))];
        for (const auto &[designation, word] : {std::pair{"34817", "Asteroid"}, std::pair{"2015 BZ509", "Asteroid"}, std::pair{"C/2023 A3", "Moving object"}}) {
            alert.solarSystem = designation;
            QCOMPARE(cell(CellKind::Class, alert), QLatin1String(word));
            QVERIFY(fullText(classes, alert).contains(QLatin1String(designation)));
        }
        alert.classification = "SN Ia";
        QCOMPARE(cell(CellKind::Class, alert), u"SN Ia"_s);

        const UtcTime now = UtcTime::fromIso("2026-09-14T03:04:11Z");
        QCOMPARE(formats::timeOfNight(UtcTime::fromIso("2026-09-14T03:02:28.512Z"), now), u"03:02:28.5"_s);
        QCOMPARE(formats::timeOfNight(UtcTime::fromIso("2026-09-12T22:41:00Z"), now), u"09-12 22:41"_s);
        QCOMPARE(formats::timeOfNight(UtcTime::fromIso("2018-11-01T22:41:00Z"), now), u"2018-11-01"_s);
        alert.timestamp = UtcTime::fromIso("2018-11-01T22:41:05Z");
        QVERIFY(fullText(alertTableColumns()[static_cast<size_t>(columnOf(CellKind::Time))], alert).startsWith(u"2018-11-01 22:41:05"_s));
    }

    // The same value in each format, and in the tooltip the other form.
    void formatsAreChosen()
    {
        Alert alert;
        alert.positionKind = "measured";
        alert.ra = 187.70593;
        alert.dec = -12.39112;
        alert.mag = 18.925;
        alert.timestamp = UtcTime::fromIso("2026-09-14T03:02:28.512Z");
        alert.received = UtcTime{alert.timestamp.us + 3'200'000};
        const auto text = [&alert](CellKind kind, const QString &format) {
            AlertColumnSpec spec = alertTableColumns()[static_cast<size_t>(columnOf(kind))];
            spec.format = ui::formatOf(format);
            return std::pair(cellText(spec, alert), fullText(spec, alert));
        };
        QCOMPARE(text(CellKind::Time, u"date"_s).first, u"2026-09-14 03:02:28.512"_s);
        QCOMPARE(text(CellKind::Time, u"mjd"_s).first, u"61297.12672"_s);
        QCOMPARE(text(CellKind::Time, u"jd"_s).first, u"2461297.62672"_s);
        QVERIFY(text(CellKind::Time, u"relative"_s).second.startsWith(u"2026-09-14 03:02:28.512 UT"_s));
        QCOMPARE(text(CellKind::Ra, u"sexagesimal"_s).first, u"12h 30m 49.42s"_s);
        QVERIFY(text(CellKind::Ra, u"sexagesimal"_s).second.contains(u"187.70593°"_s));
        QVERIFY(text(CellKind::Dec, u"degrees"_s).second.contains(u"−12° 23' 28.0\""_s));
        QCOMPARE(text(CellKind::Mag, u"decimals:3"_s).first, u"18.925"_s);
        QCOMPARE(keyText(*findAlertField("received"), alert, {CellFormat::Kind::Since}), u"T+3.2\u00a0s"_s);
        alert.timestamp = UtcTime{UtcTime::now().us - 125'000'000};
        QVERIFY(text(CellKind::Time, u"relative"_s).first.startsWith(u"2 min "_s));
        QVERIFY(text(CellKind::Time, u"since"_s).first.startsWith(u"T+2 min "_s));
        for (const AlertColumnSpec &spec : alertTableColumns()) {
            const QList<CellFormat> all = formatsFor(spec);
            QVERIFY(all.isEmpty() || all.first() == spec.format);
            for (const CellFormat &format : all)
                QCOMPARE(ui::formatOf(formatWord(format)), format);
        }
    }

    void decimalsFollowTheError()
    {
        Alert alert;
        alert.positionKind = "measured";
        alert.ra = 345.8217361;
        alert.dec = 9.0142;
        QCOMPARE(cell(CellKind::Ra, alert), u"345.82174"_s);
        QCOMPARE(cell(CellKind::Dec, alert), u"+9.01420"_s);
        alert.errorRadius = 0.4 / 3'600; // arcseconds
        QCOMPARE(cell(CellKind::Ra, alert), u"345.82174"_s);
        alert.errorRadius = 3.4 / 60;
        QCOMPARE(cell(CellKind::Ra, alert), u"345.8217"_s);
        for (const double degrees : {0.61, 4.2}) { // both are written in degrees
            alert.errorRadius = degrees;
            QCOMPARE(cell(CellKind::Ra, alert), u"345.82"_s);
        }
    }

    void areasAreGrouped()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::English));
        QCOMPARE(formats::area(1'204.4), u"1,204\u00a0deg²"_s);
        QLocale::setDefault(QLocale(QLocale::German));
        QCOMPARE(formats::area(1'204.4), u"1.204\u00a0deg²"_s);
        QCOMPARE(formats::area(3.24), u"3.2\u00a0deg²"_s); // a measured value keeps its point
        QCOMPARE(formats::number(1'204.25, 2), u"1204.25"_s);
        QLocale::setDefault(before);
    }

    // A reader finds each column once, and hears what is shown.
    void columnsAreTold()
    {
        QSet<QString> titles;
        for (const AlertColumnSpec &spec : alertTableColumns())
            titles << columnTitle(spec);
        QCOMPARE(titles.size(), static_cast<qsizetype>(alertTableColumns().size()));
        Alert alert;
        alert.positionKind = "measured";
        alert.ra = 29.999999999999993;
        alert.dec = 1.0;
        alert.score = 0.1 + 0.2;
        alert.far = 2.61e-13;
        QCOMPARE(keyText(*findAlertField("ra"), alert), u"30.00000"_s);
        QCOMPARE(keyText(*findAlertField("score"), alert), u"0.3"_s);
        QCOMPARE(keyText(*findAlertField("far"), alert), u"2.61e-13"_s);
    }

    void paneShowsTheWholePacket()
    {
        Night night;
        night.arrive(1, {}, "{\"id\": \"1\", \"deep\": {\"drb\": 0.9375, \"html\": \"<img src=x>\"}}");
        night.arrive(1, [](Alert &alert) { alert.error = "no decoder knows these bytes"; }, std::string("\x01\x02\xff", 3));
        night.settle();
        DetailPane pane(*night.store);
        pane.resize(400, 700);
        pane.show();
        pane.showRow(1);
        const auto trees = pane.findChildren<QTreeView *>();
        const auto found = std::ranges::find(trees, u"Fields"_s, &QWidget::accessibleName);
        QVERIFY(found != trees.end());
        const QTreeView *tree = *found;
        QTRY_COMPARE(tree->model()->rowCount(), 2);
        const QModelIndex deep = tree->model()->index(1, 0);
        QCOMPARE(deep.data().toString(), u"deep"_s);
        QCOMPARE(tree->model()->index(0, 1, deep).data().toString(), u"0.9375"_s);
        // A value is a condition: its names as they were sent.
        const QSignalSpy wanted(&pane, &DetailPane::conditionWanted);
        tree->window()->activateWindow();
        Q_EMIT const_cast<QTreeView *>(tree)->customContextMenuRequested(tree->visualRect(tree->model()->index(0, 0)).center());
        const auto *menu = tree->findChild<QMenu *>();
        QVERIFY(menu);
        for (QAction *action : menu->actions()) {
            if (action->text() == u"Only this value"_s)
                action->trigger();
        }
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.at(0).at(0).toString(), u"fields.id = \"1\""_s);
        const_cast<QMenu *>(menu)->close();
        pane.showRow(2);
        QTRY_COMPARE(tree->model()->rowCount(), 0);
    }

    // FAULT-69: text of a packet is never markup.
    void packetTextIsPlain()
    {
        Night night;
        const std::string evil = "<img src=\"file:///etc/passwd\"><b>bold</b><a href=\"javascript:1\">x</a>";
        night.arrive(1, [&](Alert &alert) {
            alert.name = alert.classification = alert.subject = alert.id = evil;
            alert.url = "javascript:alert(1)";
            alert.problems = {evil};
        });
        night.settle();
        DetailPane pane(*night.store);
        pane.show();
        pane.showRow(1);
        QTRY_VERIFY(std::ranges::any_of(pane.findChildren<QLabel *>(), [](const QLabel *label) { return label->text().contains(u"<img"_s); }));
        for (const QLabel *label : pane.findChildren<QLabel *>()) {
            if (label->text().contains(u'<'))
                QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY(!label->text().contains(u"href=\"javascript"_s) || label->textFormat() == Qt::PlainText);
        }
    }
};

QTEST_MAIN(TestAlertTableModel)
#include "tst_alerttablemodel.moc"
