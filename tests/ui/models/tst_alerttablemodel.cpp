// SPDX-License-Identifier: GPL-3.0-or-later
// The table's model over a real archive, and the table on top of it.
#include "core/archive/archive.h"
#include "core/services/alertfeed.h"
#include "ui/models/alertcells.h"
#include "ui/models/alerttablemodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alerttable.h"
#include "ui/widgets/detailpane.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;

namespace {

// An archive in a folder of its own, a feed behind it, and a way to let alerts arrive.
struct Night {
    QTemporaryDir folder;
    services::AlertFeed feed;
    std::unique_ptr<archive::Archive> store;
    int64_t next = 0;

    Night()
    {
        store = std::move(archive::openSqliteArchive({.place = folder.filePath(u"archive"_s)}).value());
        store->setListener(&feed);
    }
    ~Night() { store->close(); }

    // All that arrived is in the archive, and nobody has it in memory.
    void settle()
    {
        const auto reader = std::move(store->reader().value());
        QTRY_COMPARE(reader->lastRow().value(), next);
        (void)feed.drain();
    }

    void arrive(int count, const std::function<void(Alert &)> &change = {}, const std::string &value = "{\"id\": \"1\"}")
    {
        static const auto stream = std::make_shared<StreamRef>(StreamRef{"u-1", "ztf", "public", false});
        static const auto lane = std::make_shared<Lane>(Lane{"kafka:x", "ztf_night", 0, 0});
        DecodedBatch batch;
        auto memory = std::make_shared<std::string>(value);
        for (int i = 0; i < count; ++i) {
            DecodedPacket decoded;
            decoded.packet.lane = lane;
            decoded.packet.position = next;
            decoded.packet.value = *memory;
            decoded.packet.stream = stream;
            decoded.packet.brokerTime = UtcTime::now();
            decoded.packet.received = decoded.packet.brokerTime;
            auto alert = std::make_shared<Alert>();
            alert->id = std::to_string(next);
            alert->name = "ZTF26" + std::to_string(next);
            alert->stream = "ztf";
            alert->topic = "ztf_night";
            alert->messenger = "optical";
            alert->brokerTime = decoded.packet.brokerTime;
            alert->received = decoded.packet.received;
            if (change)
                change(*alert);
            decoded.alerts.push_back(std::move(alert));
            batch.packets.push_back(std::move(decoded));
            ++next;
        }
        batch.keepAlive = memory;
        store->append(std::move(batch));
    }
};

int column(CellKind kind)
{
    for (size_t i = 0; i < alertTableColumns().size(); ++i) {
        if (alertTableColumns()[i].kind == kind)
            return static_cast<int>(i);
    }
    return -1;
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
        model.setFilter(u"ZTF2654"_s);
        QTRY_COMPARE(model.rowCount(), 11); // 54, 540 … 549
        night.arrive(1, [](Alert &alert) { alert.name = "no match"; });
        night.arrive(1, [](Alert &alert) { alert.name = "ztf2654 again"; }); // any case
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
        const QModelIndex cell = model.index(1'234, column(CellKind::Name));
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

    void tableFollowsAndLetsGo()
    {
        Night night;
        AlertTableModel model(*night.store, night.feed);
        AlertTable table(model);
        table.resize(900, 300);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        night.arrive(200);
        QTRY_COMPARE(model.rowCount(), 200);
        QTRY_COMPARE(table.verticalScrollBar()->value(), table.verticalScrollBar()->maximum());
        // A selected row holds the view; what arrives is told.
        table.setCurrentIndex(model.index(150, 2));
        QVERIFY(table.isFollowHeld());
        const int place = table.verticalScrollBar()->value();
        night.arrive(20);
        QTRY_COMPARE(model.rowCount(), 220);
        QCOMPARE(table.verticalScrollBar()->value(), place);
        QTest::keyClick(&table, Qt::Key_End);
        QTRY_COMPARE(table.verticalScrollBar()->value(), table.verticalScrollBar()->maximum());
        QVERIFY(!table.isFollowHeld());
        // Home lets go.
        QTest::keyClick(&table, Qt::Key_Home);
        QVERIFY(!table.isFollowing());
    }

    void keysMoveMarkAndCopy()
    {
        Night night;
        AlertTableModel model(*night.store, night.feed);
        AlertTable table(model);
        table.show();
        night.arrive(5, [](Alert &alert) {
            alert.ra = 187.70593;
            alert.dec = -12.39112;
        });
        QTRY_COMPARE(model.rowCount(), 5);
        QCOMPARE(model.unseenRows(), 5);
        QSignalSpy current(&table, &AlertTable::currentRowChanged);
        QTest::keyClick(&table, Qt::Key_J);
        QTest::keyClick(&table, Qt::Key_J);
        QCOMPARE(current.size(), 2);
        QCOMPARE(table.selectedRows(), QList<qint64>{2});
        QCOMPARE(model.unseenRows(), 3);
        QTest::keyClick(&table, Qt::Key_N);
        QCOMPARE(table.selectedRows(), QList<qint64>{3});
        QTest::keyClick(&table, Qt::Key_M);
        QVERIFY(model.recordAt(2)->marks & archive::Starred);
        QTest::keyClick(&table, Qt::Key_C);
        QCOMPARE(QApplication::clipboard()->text(), u"187.70593 -12.39112"_s);
        table.copySexagesimal();
        QCOMPARE(QApplication::clipboard()->text(), u"12h 30m 49.42s -12° 23' 28.0\""_s);
        table.copyJson();
        QVERIFY(QApplication::clipboard()->text().startsWith(u"{\"timestamp\""_s));
    }

    void columnsAreKept()
    {
        Night night;
        AlertTableModel model(*night.store, night.feed);
        AlertTable table(model);
        const int extra = model.columnCount() - 1;
        QVERIFY(table.isColumnHidden(extra));
        table.setColumnHidden(extra, false);
        table.setColumnWidth(2, 222);
        table.horizontalHeader()->moveSection(3, 7);
        AlertTable other(model);
        other.restoreColumns(table.saveColumns());
        QVERIFY(!other.isColumnHidden(extra));
        QCOMPARE(other.columnWidth(2), 222);
        QCOMPARE(other.horizontalHeader()->logicalIndex(7), 3);
        other.restoreColumns("nonsense"); // is left alone
        QCOMPARE(other.columnWidth(2), 222);
    }

    // Every dress of a row can be painted, light and dark, and no two look alike.
    void everyRowIsDressed()
    {
        Night night;
        night.arrive(1);
        night.arrive(1, [](Alert &alert) { alert.test = true; });
        night.arrive(1, [](Alert &alert) { alert.retraction = true; });
        night.arrive(1, [](Alert &alert) { alert.error = "the JSON ends at byte 12"; });
        night.arrive(1, [](Alert &alert) {
            alert.message = "circular";
            alert.subject = "A very long subject that goes across all the columns up to the one with the error and is elided there";
        });
        night.arrive(1, [](Alert &alert) {
            alert.messenger = "gw";
            alert.significant = true;
            alert.alertType = "preliminary";
            alert.area90 = 310.0;
        });
        AlertTableModel model(*night.store, night.feed);
        AlertTable table(model);
        table.resize(1'100, 300);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QTRY_VERIFY(model.rowCount() == 6 && model.recordAt(0) && model.recordAt(5));
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            Theme::setScheme(scheme);
            const QImage picture = table.viewport()->grab().toImage();
            const int height = table.rowHeight(0);
            QList<QImage> rows;
            for (int row = 0; row < 6; ++row)
                rows << picture.copy(0, row * height, picture.width(), height);
            for (int a = 0; a < 6; ++a) {
                for (int b = a + 1; b < 6; ++b)
                    QVERIFY(rows[a] != rows[b]);
            }
        }
        Theme::setScheme(Scheme::Light);
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
