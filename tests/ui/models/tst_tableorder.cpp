// SPDX-License-Identifier: GPL-3.0-or-later
// The table's model sorted and folded, while alerts arrive.
#include "support/filters.h"
#include "support/night.h"
#include "ui/models/alerttablemodel.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::filterOf;
using tests::Night;

namespace {

const ColumnSort kByMag{u"_mag"_s, false};

// Magnitudes in no order, each seventh without.
void withMag(Alert &alert)
{
    const int n = std::stoi(alert.id);
    if (n % 7 != 0)
        alert.mag = 10 + (n * 37 % 100) / 10.0;
}

// Ten events in turn.
void withEvent(Alert &alert)
{
    tests::ofEvent(alert, std::stoi(alert.id) % 10);
}

bool isSortedByMag(const AlertTableModel &model, bool descending)
{
    bool read = true;
    for (int row = 0; row < model.rowCount(); ++row)
        read = model.recordAt(row) && read; // all are asked for at once
    if (!read)
        return false;
    double before = descending ? 100 : 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const AlertRecord *record = model.recordAt(row);
        const double mag = record->alert->mag.has() ? record->alert->mag.value : descending ? -100 : 100;
        if (descending ? mag > before : mag < before)
            return false;
        before = mag;
    }
    return true;
}

QList<qint64> numbers(const AlertTableModel &model)
{
    QList<qint64> list;
    for (int row = 0; row < model.rowCount(); ++row)
        list << model.numberAt(row);
    return list;
}

} // namespace

class TestTableOrder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::install(); }

    // A sorted list is a snapshot: what arrives is counted and comes in when it is asked for.
    void sortedRowsAreASnapshot()
    {
        Night night;
        night.arrive(200, withMag);
        night.settle();
        AlertTableModel model(*night.store, night.feed);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(model.rowCount(), 200);
        const int unseen = static_cast<int>(model.unseenRows());
        model.setSort(kByMag);
        QCOMPARE(model.numberAt(0), 1); // the rows stay until the order is there
        QTRY_VERIFY(model.isSorted() && !model.isLoading());
        QTRY_VERIFY(isSortedByMag(model, false));
        for (int row = 0; row < 200; ++row)
            QCOMPARE(model.indexOf(model.numberAt(row)), row);
        const QList<qint64> before = numbers(model);
        night.arrive(5, withMag);
        QTRY_COMPARE(model.newRows(), 5);
        QCOMPARE(model.totalRows(), 205);
        QCOMPARE(model.unseenRows(), unseen + 5);
        QCOMPARE(numbers(model), before);
        model.arrangeAnew();
        QTRY_COMPARE(model.rowCount(), 205);
        QCOMPARE(model.newRows(), 0);
        QTRY_VERIFY(isSortedByMag(model, false));
        model.setSort({u"_mag"_s, true});
        QTRY_VERIFY(!model.isLoading());
        QTRY_VERIFY(isSortedByMag(model, true));
        QVERIFY(model.unseenFrom(-1, 1) >= 0);
        model.setSort({});
        QTRY_VERIFY(!model.isSorted());
        QCOMPARE(model.numberAt(0), 1);
        QCOMPARE(model.numberAt(204), 205);
        night.arrive(1);
        QTRY_COMPARE(model.rowCount(), 206);
        QCOMPARE(model.totalRows(), 206);
    }

    void filterAndSortGoTogether()
    {
        Night night;
        night.arrive(300, [](Alert &alert) {
            withMag(alert);
            alert.test = std::stoi(alert.id) % 3 == 0;
        });
        night.settle();
        AlertTableModel model(*night.store, night.feed);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSort(kByMag); // before the first list
        model.setFilter(filterOf("test"));
        QTRY_COMPARE(model.rowCount(), 100);
        QTRY_VERIFY(model.isSorted() && isSortedByMag(model, false));
        QCOMPARE(model.totalRows(), 300);
        night.arrive(3, [](Alert &alert) { alert.test = std::stoi(alert.id) == 301; });
        QTRY_COMPARE(model.totalRows(), 303);
        QCOMPARE(model.newRows(), 1);
        model.setFilter(filterOf("not test"));
        QTRY_COMPARE(model.rowCount(), 202);
        QTRY_VERIFY(isSortedByMag(model, false));
        QCOMPARE(model.newRows(), 0);
        model.setFilter({});
        QTRY_COMPARE(model.rowCount(), 303);
        QVERIFY(model.isSorted());
        QCOMPARE(model.totalRows(), 303);
    }

    void sortsOfEveryKindEnd()
    {
        Night night;
        night.arrive(50, [](Alert &alert) {
            withMag(alert);
            alert.issued = UtcTime{alert.received.us - 1'000'000 * (std::stoi(alert.id) * 7 % 50)};
        }, R"({"id": "1", "deep": {"drb": 0.5}})");
        night.settle();
        AlertTableModel model(*night.store, night.feed);
        QTRY_COMPARE(model.rowCount(), 50);
        model.addColumn({{"deep", -1}, {"drb", -1}});
        const QSignalSpy failed(&model, &AlertTableModel::failed);
        for (int column = 0; column < model.columnCount(); ++column) {
            if (!model.canSort(column))
                continue;
            model.setSort({model.column(column).id, column % 2 == 0});
            QTRY_VERIFY2(!model.isLoading() && model.isSorted(), qPrintable(model.column(column).id));
            QCOMPARE(model.rowCount(), 50);
        }
        QCOMPARE(failed.count(), 0);
        model.setSort({u"_delay"_s, false}); // of no key: reckoned
        QTRY_VERIFY(!model.isLoading());
        QTRY_VERIFY(model.recordAt(0) && model.recordAt(49));
        QVERIFY(delaySeconds(*model.recordAt(0)->alert) < delaySeconds(*model.recordAt(49)->alert));
        model.setSort({u"_flags"_s, false}); // there is nothing to sort by
        QVERIFY(model.sort().column.isEmpty());
    }

    void aSortCanBeCancelled()
    {
        Night night;
        night.arrive(3'000, withMag);
        night.settle();
        AlertTableModel model(*night.store, night.feed);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(model.rowCount(), 3'000);
        model.setSort(kByMag);
        QVERIFY(model.isArranging());
        night.arrive(2, withMag);
        model.cancelArranging();
        QVERIFY(!model.isArranging() && !model.isLoading());
        QCOMPARE(model.sort(), ColumnSort());
        QTRY_COMPARE(model.rowCount(), 3'002); // what comes goes on to come
        QVERIFY(!model.isSorted());
        // The newest order wins, whatever runs.
        for (int i = 0; i < 10; ++i)
            model.setSort({u"_mag"_s, i % 2 == 0});
        model.setFilter(filterOf("id < 1000"));
        model.setSort({u"_mag"_s, true});
        QTRY_VERIFY(!model.isLoading());
        QCOMPARE(model.rowCount(), 1'000);
        QTRY_VERIFY(model.recordAt(0));
        QCOMPARE(model.recordAt(0)->alert->mag.value, 19.9);
    }

    void eventsFoldAndUnfold()
    {
        Night night;
        night.arrive(40, withEvent);
        night.arrive(2); // of no event
        night.settle();
        AlertTableModel model(*night.store, night.feed);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(model.rowCount(), 42);
        connect(&model, &AlertTableModel::failed, this, [](const Error &error) { QFAIL(qPrintable(error.message + error.detail)); });
        model.setFolded(true);
        QTRY_COMPARE(model.rowCount(), 12);
        QCOMPARE(numbers(model).first(10), (QList<qint64>{31, 32, 33, 34, 35, 36, 37, 38, 39, 40}));
        QCOMPARE(model.foldSize(0), 4);
        QCOMPARE(model.foldSize(11), 1);
        QCOMPARE(model.totalRows(), 42);
        model.openEvent(1);
        QTRY_COMPARE(model.rowCount(), 15);
        QCOMPARE(numbers(model).mid(1, 4), (QList<qint64>{32, 22, 12, 2})); // the newest first
        QVERIFY(model.isBelow(2) && model.isBelow(4) && !model.isBelow(5) && model.isLastBelow(4));
        QCOMPARE(model.headOf(4), 1);
        QCOMPARE(model.foldSize(2), 1);
        model.closeEvent(3);
        QCOMPARE(model.rowCount(), 12);
        // The event that goes on goes to the end, and stays unfolded.
        model.openEvent(1);
        QTRY_COMPARE(model.rowCount(), 15);
        night.arrive(1, [](Alert &alert) { tests::ofEvent(alert, 1); });
        QTRY_COMPARE(numbers(model).last(5), (QList<qint64>{43, 32, 22, 12, 2}));
        QCOMPARE(model.rowCount(), 16);
        QCOMPARE(model.foldSize(11), 5);
        QCOMPARE(model.totalRows(), 43);
        // A new event, twice in one batch.
        night.arrive(2, [](Alert &alert) { tests::ofEvent(alert, 77); });
        QTRY_COMPARE(model.totalRows(), 45);
        QCOMPARE(model.rowCount(), 17);
        QCOMPARE(model.numberAt(16), 45);
        QCOMPARE(model.foldSize(16), 2);
        model.setFolded(false);
        QTRY_COMPARE(model.rowCount(), 45);
        QCOMPARE(model.foldSize(3), 1);
    }

    // While somebody holds the view no row moves; what would have moved one is counted.
    void heldRowsDoNotMove()
    {
        Night night;
        night.arrive(20, withEvent);
        night.settle();
        AlertTableModel model(*night.store, night.feed);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFolded(true);
        QTRY_COMPARE(model.rowCount(), 10);
        model.setHeld(true);
        const QList<qint64> before = numbers(model);
        night.arrive(2, [](Alert &alert) { tests::ofEvent(alert, 3); });
        QTRY_COMPARE(model.newRows(), 2);
        QCOMPARE(numbers(model), before);
        QCOMPARE(model.totalRows(), 22);
        night.arrive(1); // moves nothing
        QTRY_COMPARE(model.rowCount(), 11);
        QCOMPARE(numbers(model).first(10), before);
        model.setHeld(false);
        QCOMPARE(model.newRows(), 0);
        QCOMPARE(model.rowCount(), 11);
        QCOMPARE(model.indexOf(14), -1);
        QCOMPARE(model.foldSize(model.indexOf(22)), 4);
    }

    void foldGoesWithFilterAndSort()
    {
        Night night;
        night.arrive(60, [](Alert &alert) {
            withEvent(alert);
            withMag(alert);
            alert.test = std::stoi(alert.id) < 20;
        });
        night.settle();
        AlertTableModel model(*night.store, night.feed);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(model.rowCount(), 60);
        model.setFolded(true);
        model.setFilter(filterOf("test"));
        QTRY_COMPARE(model.rowCount(), 10);
        QTRY_VERIFY(!model.isLoading());
        QCOMPARE(model.foldSize(0), 2); // of the rows that pass
        model.openEvent(0);
        QTRY_COMPARE(model.rowCount(), 11);
        QCOMPARE(model.numberAt(1), 1);
        model.setFilter({});
        QTRY_COMPARE(model.rowCount(), 10);
        model.setSort(kByMag);
        QTRY_VERIFY(model.isSorted());
        QCOMPARE(model.rowCount(), 10);
        QTRY_VERIFY(isSortedByMag(model, false));
        QCOMPARE(model.foldSize(0), 6);
        model.openEvent(0);
        QTRY_COMPARE(model.rowCount(), 15);
        night.arrive(1, withEvent);
        QTRY_COMPARE(model.newRows(), 1);
        model.arrangeAnew();
        QTRY_COMPARE(model.newRows(), 0);
        QTRY_VERIFY(!model.isLoading());
        QCOMPARE(model.totalRows(), 61);
        model.setSort({});
        QTRY_VERIFY(!model.isSorted());
        QVERIFY(model.indexOf(61) >= 0 && model.indexOf(51) == -1); // stands for its event
        QCOMPARE(model.standInFor(61), 61);
    }

    void timeTakesRowsOutOfASnapshot()
    {
        Night night;
        night.arrive(4, [](Alert &alert) { alert.timestamp = UtcTime{UtcTime::now().us + 1'500'000 - 3'600'000'000}; });
        night.arrive(4, [](Alert &alert) { alert.timestamp = UtcTime::now(); });
        night.settle();
        AlertTableModel model(*night.store, night.feed);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(model.rowCount(), 8);
        model.setSort({u"_name"_s, true});
        QTRY_VERIFY(model.isSorted());
        model.setFilter(filterOf("timestamp > now - 1h"));
        QTRY_COMPARE(model.rowCount(), 8);
        QTRY_VERIFY(!model.isLoading());
        night.arrive(1, [](Alert &alert) { alert.timestamp = UtcTime::now(); });
        QTRY_COMPARE(model.newRows(), 1);
        const auto isOver = [&] {
            model.judgeAnew();
            return model.rowCount() == 4;
        };
        QTRY_VERIFY(isOver());
        QCOMPARE(numbers(model), (QList<qint64>{8, 7, 6, 5}));
        QCOMPARE(model.newRows(), 1);
    }

    // Alerts that the feed could not carry are counted, and move nothing.
    void overflowLeavesASnapshotAlone()
    {
        Night night;
        services::AlertFeed small(100);
        night.store->setListener(&small);
        night.arrive(20, withMag);
        night.settle();
        (void)small.drain();
        AlertTableModel model(*night.store, small);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_VERIFY(!model.isLoading());
        model.setSort(kByMag);
        QTRY_VERIFY(model.isSorted());
        const QList<qint64> before = numbers(model);
        for (int i = 0; i < 3; ++i)
            night.arrive(90, withMag);
        QTRY_COMPARE(model.totalRows(), 290);
        QTRY_COMPARE(model.newRows(), 290 - before.size());
        QCOMPARE(numbers(model), before);
    }

    void goneRowsAreTold()
    {
        Night night;
        night.arrive(1);
        night.settle();
        AlertPager pager(*night.store);
        AlertRecords records(pager);
        QVERIFY(!records.find(1) && !records.find(999));
        QTRY_VERIFY(records.isGone(999));
        QTRY_VERIFY(records.find(1));
        QVERIFY(!records.isGone(1));
    }
};

QTEST_MAIN(TestTableOrder)
#include "tst_tableorder.moc"
