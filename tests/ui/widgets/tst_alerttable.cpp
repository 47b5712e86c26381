// SPDX-License-Identifier: GPL-3.0-or-later
// The live table over a real archive: following, keys, columns, dress.
#include "support/filters.h"
#include "support/night.h"
#include "ui/models/alerttablemodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alertdelegate.h"
#include "ui/widgets/alertheader.h"
#include "ui/widgets/alerttable.h"
#include "ui/widgets/columnsets.h"
#include "ui/widgets/foundmarks.h"
#include "ui/widgets/newrowspill.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QContextMenuEvent>
#include <QDataStream>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::columnOf;
using tests::Night;

namespace {

// One row for each way to write a number, the widest of its kind.
void arriveWide(Night &night)
{
    night.arrive(1, [](Alert &alert) {
        alert.ra = 348.88888;
        alert.dec = -88.88888;
        alert.positionKind = "measured";
        alert.mag = 28.88;
        alert.band.assign(1, 'r'); // from a literal, GCC 12 sees an overlap
        alert.score = 0.88;
        alert.scoreKind = "drb";
        alert.issued = UtcTime{alert.received.us - 599'000'000};
        alert.timestamp = alert.received;
    });
    night.arrive(1, [](Alert &alert) {
        alert.ra = 348.88888;
        alert.dec = -88.88888;
        alert.positionKind = "pointing";
        alert.magLimit = 28.88;
        alert.score = 8'888.8;
        alert.issued = UtcTime{alert.received.us - 119 * 60'000'000ll};
        alert.timestamp = UtcTime{alert.received.us - 900 * 86'400'000'000ll};
    });
    night.arrive(1, [](Alert &alert) {
        alert.ra = 348.88888;
        alert.dec = -88.88888;
        alert.positionKind = "map-peak";
        alert.area90 = 41'253.0;
        alert.test = true;
        alert.alertType = "preliminary";
        alert.timestamp = UtcTime{alert.received.us - 2 * 86'400'000'000ll};
    });
}

} // namespace

class TestAlertTable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::install(); }

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
        // Reading begins at what is shown.
        QTest::keyClick(&table, Qt::Key_J);
        QCOMPARE(table.currentIndex().row(), table.rowAt(0));
        QVERIFY(table.currentIndex().row() > 150);
        QTest::keyClick(&table, Qt::Key_End);
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

    // Another filter: what is still there keeps its selection, and its place on the screen.
    void placeSurvivesAFilter()
    {
        Night night;
        night.arrive(600, [](Alert &alert) { alert.test = std::stoi(alert.id) % 3 == 0; });
        night.settle();
        AlertTableModel model(*night.store, night.feed);
        AlertTable table(model);
        table.resize(900, 300);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QTRY_COMPARE(model.rowCount(), 600);
        QSignalSpy current(&table, &AlertTable::currentRowChanged);
        table.setCurrentIndex(model.index(300, 2)); // a test row, number 301
        table.selectionModel()->select(model.index(301, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        table.verticalScrollBar()->setValue(296);
        QCOMPARE(current.size(), 1);
        const int y = table.visualRect(table.currentIndex()).y();

        model.setFilter(tests::filterOf("test"));
        QTRY_COMPARE(model.rowCount(), 200);
        QTRY_VERIFY(!model.isLoading());
        QCOMPARE(table.selectedRows(), QList<qint64>{301});
        QCOMPARE(model.numberAt(table.currentIndex().row()), 301);
        QCOMPARE(table.visualRect(table.currentIndex()).y(), y);
        QCOMPARE(current.size(), 1); // nobody chose another row

        model.setFilter(nullptr);
        QTRY_COMPARE(model.rowCount(), 600);
        QCOMPARE(table.selectedRows(), (QList<qint64>{301, 302})); // what the filter hid is selected again
        QCOMPARE(table.visualRect(table.currentIndex()).y(), y);
        table.setCurrentIndex(model.index(300, 2)); // alone

        // Following goes on with a filter, and where the selected row is gone.
        model.setFilter(tests::filterOf("not test"));
        QTRY_VERIFY(!model.isLoading());
        QTRY_VERIFY(table.selectedRows().isEmpty());
        QTRY_COMPARE(table.verticalScrollBar()->value(), table.verticalScrollBar()->maximum());
        QVERIFY(!table.isFollowHeld());

        // And it has its place back when the row returns.
        model.setFilter(nullptr);
        QTRY_COMPARE(table.selectedRows(), QList<qint64>{301});
        QCOMPARE(table.visualRect(table.currentIndex()).y(), y);

        // Unless somebody has chosen another one.
        model.setFilter(tests::filterOf("not test"));
        QTRY_VERIFY(!model.isLoading());
        table.setCurrentIndex(model.index(10, 2));
        const QList<qint64> chosen = table.selectedRows();
        model.setFilter(nullptr);
        QTRY_COMPARE(model.rowCount(), 600);
        QCOMPARE(table.selectedRows(), chosen);
    }

    void cellsFilter()
    {
        Night night;
        AlertTableModel model(*night.store, night.feed);
        AlertTable table(model);
        table.show();
        night.arrive(3, [](Alert &alert) { alert.classification = "SN " + alert.id; });
        QTRY_COMPARE(model.rowCount(), 3);
        const QSignalSpy wanted(&table, &AlertTable::conditionWanted);
        const QSignalSpy copied(&table, &AlertTable::textCopyWanted);
        table.setCurrentIndex(model.index(1, columnOf(CellKind::Class)));
        QTest::keyClick(&table, Qt::Key_F);
        QTest::keyClick(&table, Qt::Key_F, Qt::ShiftModifier);
        QCOMPARE(wanted.count(), 2);
        QCOMPARE(wanted.at(0).at(0).toString(), u"classification = \"SN 1\""_s);
        QCOMPARE(wanted.at(1).at(0).toString(), u"(classification != \"SN 1\" or not has(classification))"_s);
        // The mouse points at a cell until somebody goes on by key.
        const QPoint resting = table.visualRect(model.index(2, columnOf(CellKind::Class))).center();
        QTest::mouseMove(table.viewport(), resting);
        QTest::keyClick(&table, Qt::Key_F);
        QCOMPARE(wanted.at(2).at(0).toString(), u"classification = \"SN 2\""_s);
        QTest::keyClick(&table, Qt::Key_K);
        QCOMPARE(table.currentIndex().row(), 0);
        QTest::keyClick(&table, Qt::Key_F);
        QVERIFY2(!wanted.at(3).at(0).toString().contains(u"SN 2"_s), qPrintable(wanted.at(3).at(0).toString()));
        QTest::mouseMove(table.viewport(), QPoint(1, table.viewport()->height() - 1));
        const QPoint at = table.visualRect(model.index(2, columnOf(CellKind::Name))).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, table.viewport()->mapToGlobal(at));
        QApplication::sendEvent(table.viewport(), &event);
        auto *menu = table.findChild<QMenu *>();
        QVERIFY(menu);
        const auto choose = [&](const QString &text) {
            for (QAction *action : menu->actions()) {
                if (action->text() == text)
                    action->trigger();
            }
        };
        choose(u"Only this value"_s);
        choose(u"Copy as filter"_s);
        menu->close();
        QCOMPARE(wanted.at(4).at(0).toString(), u"name = \"ZTF262\""_s);
        QCOMPARE(copied.count(), 1);
        QCOMPARE(copied.at(0).at(0).toString(), u"name = \"ZTF262\""_s);
    }

    // Each cell offers its key as a column, or says why it cannot.
    void cellsBecomeColumns()
    {
        Night night;
        AlertTableModel model(*night.store, night.feed);
        AlertTable table(model);
        table.resize(900, 300);
        table.show();
        night.arrive(1, [](Alert &alert) { alert.classification = "SN Ia"; });
        QTRY_COMPARE(model.rowCount(), 1);
        const auto entries = [&](int column) {
            const QPoint at = table.visualRect(model.index(0, column)).center();
            QContextMenuEvent event(QContextMenuEvent::Mouse, at, table.viewport()->mapToGlobal(at));
            QApplication::sendEvent(table.viewport(), &event);
            return table.findChild<QMenu *>();
        };
        const auto entry = [](const QMenu *menu, const QString &text) {
            const QList<QAction *> all = menu->actions();
            const auto it = std::ranges::find_if(all, [&](const QAction *action) { return action->text().startsWith(text); });
            return it == all.end() ? nullptr : *it;
        };
        const int key = model.columnOf(u"classification"_s);
        QVERIFY(table.isColumnHidden(key));
        QMenu *menu = entries(columnOf(CellKind::Class));
        QVERIFY(entry(menu, u"As column"_s)->isEnabled());
        entry(menu, u"As column"_s)->trigger();
        delete menu;
        QVERIFY(!table.isColumnHidden(key));
        menu = entries(columnOf(CellKind::Class));
        QVERIFY(!entry(menu, u"As column"_s)->isEnabled());
        QVERIFY(entry(menu, u"It is a column already"_s));
        delete menu;
        table.scrollTo(model.index(0, columnOf(CellKind::Delay)));
        menu = entries(columnOf(CellKind::Delay));
        QVERIFY(!entry(menu, u"Only this value"_s)->isEnabled());
        QVERIFY(entry(menu, u"The delay is worked out from two times"_s));
        delete menu;
    }

    void foundTextIsMarked()
    {
        Theme::setScheme(Scheme::Light);
        Night night;
        AlertTableModel model(*night.store, night.feed);
        AlertTable table(model);
        table.resize(900, 300);
        table.show();
        night.arrive(2);
        QTRY_COMPARE(model.rowCount(), 2);
        const auto marks = [&](int row) {
            const QImage picture = table.viewport()->grab(table.visualRect(model.index(row, columnOf(CellKind::Name)))).toImage();
            int soft = 0;
            int strong = 0;
            for (int y = 0; y < picture.height() - 2; ++y) {
                for (int x = 0; x < picture.width(); ++x) {
                    soft += picture.pixelColor(x, y) == Theme::palette().accentSoft;
                    strong += picture.pixelColor(x, y) == Theme::palette().accent;
                }
            }
            return std::pair(soft, strong);
        };
        QCOMPARE(marks(0).first, 0);
        table.setFound({.text = u"ztf26"_s});
        const auto [soft, line] = marks(0);
        QVERIFY(soft > 200);
        QVERIFY(line < 100);
        table.setCurrentIndex(model.index(0, 2));
        QVERIFY(marks(0).second > 200 && marks(0).first == 0); // the one somebody stands on
        QVERIFY(marks(1).first > 200);
        table.setFound({.text = u"ztf26"_s, .matchCase = true});
        QCOMPARE(marks(1).first, 0);
    }

    void markOfWhatIsCutAway()
    {
        const FoundMarks marks{.text = u"kcq"_s};
        QCOMPARE(marks.in(u"ZTF26abkcqtt"_s, u"ZTF26abkcqtt"_s), (QList{std::pair<qsizetype, qsizetype>(7, 3)}));
        QCOMPARE(marks.in(u"ZTF…tt"_s, u"ZTF26abkcqtt"_s), (QList{std::pair<qsizetype, qsizetype>(3, 1)}));
        QVERIFY(marks.in(u"ZTF…tt"_s, u"ZTF26abtt"_s).isEmpty());
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
        QList<AlertTable::Copying> copied; // the window does it
        connect(&table, &AlertTable::copyWanted, this, [&copied](AlertTable::Copying what) { copied << what; });
        QTest::keyClick(&table, Qt::Key_C);
        QTest::keyClick(&table, Qt::Key_C, Qt::ShiftModifier);
        QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(copied, (QList{AlertTable::Copying::Degrees, AlertTable::Copying::Sexagesimal, AlertTable::Copying::Cells}));
    }

    // A row is seen when a person chose it, not because the table got the focus.
    void focusAloneSeesNothing()
    {
        Night night;
        AlertTableModel model(*night.store, night.feed);
        AlertTable table(model);
        table.resize(900, 300);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        night.arrive(3);
        QTRY_COMPARE(model.rowCount(), 3);
        const QSignalSpy current(&table, &AlertTable::currentRowChanged);
        table.setFocus();
        QTRY_VERIFY(table.hasFocus());
        QCOMPARE(current.size(), 0);
        QCOMPARE(model.unseenRows(), 3);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(model.index(0, 2)).center());
        QCOMPARE(current.size(), 1);
        QCOMPARE(current.at(0).at(0).toLongLong(), model.numberAt(0));
        QCOMPARE(model.unseenRows(), 2);
    }

    void numbersAreNeverCut()
    {
        Night night;
        AlertTableModel model(*night.store, night.feed);
        AlertTable table(model);
        table.resize(960, 300);
        table.show();
        arriveWide(night);
        QTRY_COMPARE(model.rowCount(), 3);
        const QHeaderView &header = *table.horizontalHeader();
        table.setColumnWidth(columnOf(CellKind::Dec), 20); // not even by hand
        QList<int> before;
        for (const double scale : {1.0, 2.0, 0.8, 1.0}) {
            Theme::setTextScale(scale);
            QApplication::processEvents();
            if (scale == 1)
                QCOMPARE(table.rowHeight(0), 22);
            QList<int> widths;
            for (int i = 0; i < header.count(); ++i) {
                if (header.isSectionHidden(i))
                    continue;
                const AlertColumnSpec &spec = alertTableColumns()[static_cast<size_t>(i)];
                widths << header.sectionSize(i);
                const QFontMetrics words(Theme::font(Theme::Font::SmallStrong));
                if (spec.kind != CellKind::Flags)
                    QVERIFY2(header.sectionSize(i) >= words.horizontalAdvance(columnTitle(spec)) + 2 * Theme::scaled(6), qPrintable(spec.id));
                if (!spec.right && spec.kind != CellKind::Time && spec.kind != CellKind::State)
                    continue;
                for (int row = 0; row < 3; ++row) {
                    const QModelIndex index = model.index(row, i);
                    const int wanted = table.itemDelegate()->sizeHint({}, index).width();
                    QVERIFY2(header.sectionSize(i) >= wanted, qPrintable(spec.id + u": "_s + index.data().toString()));
                }
            }
            if (before.isEmpty())
                before = widths;
            else if (scale == 1)
                QCOMPARE(widths, before);
            else if (scale == 2)
                QVERIFY(widths[6] > before[6] * 3 / 2);
        }
    }

    // Words of the header stand exactly over what is in the cells.
    void titlesStandOverTheirCells()
    {
        Night night;
        AlertTableModel model(*night.store, night.feed);
        AlertTable table(model);
        table.resize(1'000, 300);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        night.arrive(1, [](Alert &alert) { alert.stream = "Hhh"; });
        QTRY_COMPARE(model.rowCount(), 1);
        const auto firstInk = [](const QImage &picture, int left, int width, const QRect &rows) {
            for (int x = left; x < left + width; ++x) {
                for (int y = rows.top() + 3; y < rows.bottom() - 3; ++y) {
                    if (picture.pixelColor(x, y).lightness() < 170)
                        return x - left;
                }
            }
            return -1;
        };
        const QImage header = table.horizontalHeader()->grab().toImage();
        const QImage cells = table.viewport()->grab().toImage();
        const int stream = columnOf(CellKind::Stream);
        const int left = table.columnViewportPosition(stream);
        const int over = firstInk(header, left, table.columnWidth(stream), header.rect());
        const int below = firstInk(cells, left, table.columnWidth(stream), table.visualRect(model.index(0, stream)));
        QVERIFY(over > 0 && below > 0);
        QVERIFY2(std::abs(over - below) <= 1, qPrintable(u"%1, %2"_s.arg(over).arg(below)));
    }

    // The last columns stay in sight as long as the others have something to give.
    void columnsGiveWay()
    {
        Night night;
        AlertTableModel model(*night.store, night.feed);
        AlertTable table(model);
        table.show();
        const QHeaderView &header = *table.horizontalHeader();
        for (const int width : {1'100, 960, 940}) {
            table.resize(width, 300);
            QApplication::processEvents();
            QCOMPARE(header.length(), header.viewport()->width());
        }
        const int name = header.sectionSize(columnOf(CellKind::Name));
        QVERIFY(name < 168);
        table.setColumnWidth(columnOf(CellKind::Name), 200); // a person's choice does not give way
        table.resize(960, 300);
        table.resize(900, 300);
        QCOMPARE(header.sectionSize(columnOf(CellKind::Name)), 200);
        AlertTable other(model);
        other.show();
        Theme::setTextScale(2);
        QApplication::processEvents();
        other.setArrangement(table.arrangement());
        QCOMPARE(other.columnWidth(columnOf(CellKind::Name)), 400); // kept in pixels of scale 1
        Theme::setTextScale(1);
        QTRY_COMPARE(other.columnWidth(columnOf(CellKind::Name)), 200);
    }

    void pillLeavesTheSelectedRowAlone()
    {
        Night night;
        AlertTableModel model(*night.store, night.feed);
        AlertTable table(model);
        table.resize(900, 300);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        night.arrive(100);
        QTRY_COMPARE(model.rowCount(), 100);
        auto *pill = table.findChild<NewRowsPill *>();
        const int last = table.rowAt(table.viewport()->height() - 30);
        table.setCurrentIndex(model.index(last, 2));
        night.arrive(5);
        QTRY_VERIFY(pill->isVisible());
        const QRect selected = table.visualRect(model.index(last, 2)).translated(table.viewport()->pos());
        QVERIFY(pill->geometry().bottom() < selected.top() || pill->geometry().top() > selected.bottom());
        const QImage picture = pill->grab().toImage();
        QCOMPARE(picture.pixelColor(picture.width() / 2, 0), Theme::palette().accent);
        const QColor fill = picture.pixelColor(picture.width() / 2, 2);
        QVERIFY(fill == (pill->underMouse() ? Theme::palette().hover : Theme::palette().raised));
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
        model.setFormat(columnOf(CellKind::Time), {CellFormat::Kind::Mjd});
        filter::PacketPath path{{"deep", -1}, {"drb", -1}};
        table.addPacketColumn(path);
        const QJsonObject kept = toJson({.name = u"x"_s, .arrangement = table.arrangement()});

        AlertTableModel second(*night.store, night.feed);
        AlertTable other(second);
        other.setArrangement(columnSetOf(kept).arrangement);
        QVERIFY(!other.isColumnHidden(extra));
        QCOMPARE(other.columnWidth(2), 222);
        QCOMPARE(other.horizontalHeader()->logicalIndex(7), 3);
        QCOMPARE(second.column(columnOf(CellKind::Time)).format.kind, CellFormat::Kind::Mjd);
        QCOMPARE(second.columnCount(), model.columnCount());
        QCOMPARE(second.column(second.columnCount() - 1).path, path);
        QCOMPARE(other.arrangement(), table.arrangement());
        other.setArrangement({.columns = {{.id = u"of another version"_s}, {.id = u"_mag"_s, .format = u"mjd"_s}}});
        QCOMPARE(second.columnCount(), static_cast<int>(alertTableColumns().size()));
        QVERIFY(!other.isColumnHidden(columnOf(CellKind::Name))); // the row's handle
        QVERIFY(other.isColumnHidden(columnOf(CellKind::Time)));
        QCOMPARE(second.column(columnOf(CellKind::Mag)).format, CellFormat{}); // no number is a date
    }

    void oldColumnsAreUnderstood()
    {
        QByteArray bytes;
        QDataStream out(&bytes, QIODevice::WriteOnly);
        out << quint32(2) << quint32(3) << u"_name"_s << true << qint32(0) << u"_mag"_s << false << qint32(0) << u"_time"_s << true << qint32(120);
        const QList<ColumnState> columns = columnsOf(bytes);
        QCOMPARE(columns, (QList<ColumnState>{{.id = u"_name"_s}, {.id = u"_time"_s, .width = 120}}));
        QVERIFY(columnsOf("nonsense").isEmpty());
        QVERIFY(columnsOf(bytes.first(30)).size() <= 1);
    }

    // A set comes with the stream that the filter shows alone, and goes with it.
    void setsFollowTheStream()
    {
        Night night;
        AlertTableModel model(*night.store, night.feed);
        AlertTable table(model);
        ColumnSets sets(table, nullptr);
        const int mag = columnOf(CellKind::Mag);
        sets.saveAs(u"ZTF"_s);
        table.setArrangement({.columns = {{.id = u"_name"_s}, {.id = u"_time"_s, .format = u"relative"_s}}});
        sets.bind(u"ztf"_s, true);
        sets.use(sets.names().first());
        QVERIFY(!table.isColumnHidden(mag));
        sets.setOnlyStream("gcn");
        QVERIFY(!table.isColumnHidden(mag));
        sets.setOnlyStream("ztf");
        QVERIFY(table.isColumnHidden(mag));
        QCOMPARE(sets.current().name, u"ZTF"_s);
        const QJsonObject kept = sets.save(); // the one that comes back is the one in use
        sets.setOnlyStream(std::nullopt);
        QVERIFY(!table.isColumnHidden(mag));
        QCOMPARE(sets.current().name, sets.names().first());

        ColumnSets again(table, nullptr);
        again.restore(kept);
        QCOMPARE(again.names(), sets.names());
        QCOMPARE(again.current().name, sets.names().first());
        again.setOnlyStream("ztf");
        QVERIFY(table.isColumnHidden(mag));
        again.use(again.names().first()); // a person's choice stays
        again.setOnlyStream(std::nullopt);
        QCOMPARE(again.current().name, sets.names().first());
        again.use(u"ZTF"_s);
        again.rename(u"Other"_s);
        again.remove();
        QCOMPARE(again.names().size(), 1);
        again.remove(); // there is always one
        QCOMPARE(again.names().size(), 1);
    }

    // Fields of packets: read with the page, for rows that arrive when they are painted, and never cut where they are numbers.
    void packetFieldsAreColumns()
    {
        Night night;
        night.arrive(5, {}, R"({"id": "1", "deep": {"drb": 0.9375, "list": [{"a": 1}, {"a": 2}], "long": 12345678.90123456}})");
        night.settle();
        AlertTableModel model(*night.store, night.feed);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        AlertTable table(model);
        table.resize(1'400, 300);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QTRY_COMPARE(model.rowCount(), 5);
        table.addPacketColumn({{"deep", -1}, {"drb", -1}});
        table.addPacketColumn({{"deep", -1}, {"long", -1}});
        table.addPacketColumn({{"deep", -1}, {"list", -1}, {"a", -1}});
        const int drb = model.columnOf(u"fields.deep.drb"_s);
        QCOMPARE(model.headerData(drb, Qt::Horizontal, Qt::DisplayRole).toString(), u"drb"_s);
        QCOMPARE(model.headerData(drb, Qt::Horizontal, Qt::ToolTipRole).toString(), u"fields.deep.drb"_s);
        QTRY_COMPARE(model.index(4, drb).data().toString(), u"0.9375"_s);
        QTRY_COMPARE(model.index(4, drb + 2).data().toString(), u"1; 2"_s);
        night.arrive(1, {}, R"({"id": "1", "deep": {"drb": 0.5}})");
        night.arrive(1);
        QTRY_COMPARE(model.rowCount(), 7);
        QTRY_COMPARE(model.index(5, drb).data().toString(), u"0.5"_s);
        QTRY_COMPARE(model.index(6, drb).data().toString(), QString()); // not sent
        QVERIFY(model.column(drb).right);
        model.setFormat(drb, {CellFormat::Kind::Decimals, 1});
        QCOMPARE(model.index(4, drb).data().toString(), u"0.9"_s);
        const auto fits = [&] { return table.columnWidth(drb + 1) >= table.itemDelegate()->sizeHint({}, model.index(0, drb + 1)).width(); };
        QTRY_VERIFY2(fits(), qPrintable(QString::number(table.columnWidth(drb + 1))));
        // A value is a condition.
        const QSignalSpy wanted(&table, &AlertTable::conditionWanted);
        table.setCurrentIndex(model.index(5, drb));
        QTest::keyClick(&table, Qt::Key_F);
        QCOMPARE(wanted.at(0).at(0).toString(), u"fields.deep.drb = 0.5"_s);
        // The same field is the same column; away it goes.
        table.addPacketColumn({{"deep", -1}, {"drb", -1}});
        QCOMPARE(model.columnCount(), static_cast<int>(alertTableColumns().size()) + 3);
        table.findChild<AlertHeader *>()->removeColumn(drb);
        QCOMPARE(model.columnOf(u"fields.deep.drb"_s), -1);
        QCOMPARE(model.index(4, drb).data().toString(), u"12345678.90123456"_s);
    }

    // A click on a header: ascending, descending, as it came. The current row stays where it is on the screen.
    void headersSort()
    {
        Night night;
        night.arrive(300, [](Alert &alert) { alert.mag = (std::stoi(alert.id) * 37 % 300) / 10.0; });
        night.settle();
        AlertTableModel model(*night.store, night.feed);
        AlertTable table(model);
        table.resize(1'100, 300);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QTRY_COMPARE(model.rowCount(), 300);
        auto *header = table.findChild<AlertHeader *>();
        const int mag = columnOf(CellKind::Mag);
        const QSignalSpy kept(&table, &AlertTable::arrangementChanged);
        const auto click = [&] {
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {header->sectionViewportPosition(mag) + 20, header->height() / 2});
            QTRY_VERIFY(!model.isLoading());
        };
        click();
        QVERIFY(model.isSorted());
        QCOMPARE(kept.count(), 1);
        QCOMPARE(header->sortIndicatorSection(), mag);
        QVERIFY(header->isSortIndicatorShown());
        QCOMPARE(model.headerData(mag, Qt::Horizontal, Qt::AccessibleDescriptionRole).toString(), u"sorted, ascending"_s);
        QCOMPARE(table.verticalScrollBar()->value(), 0); // there is what one sorts for
        QVERIFY(table.isFollowing() && table.isFollowHeld());
        table.setCurrentIndex(model.index(150, 2));
        const qint64 number = model.numberAt(150);
        table.verticalScrollBar()->setValue(147);
        const int y = table.visualRect(table.currentIndex()).y();
        click();
        QCOMPARE(model.sort(), (ColumnSort{u"_mag"_s, true}));
        QCOMPARE(table.selectedRows(), QList<qint64>{number});
        QCOMPARE(model.numberAt(table.currentIndex().row()), number);
        QCOMPARE(table.visualRect(table.currentIndex()).y(), y);
        // What arrives waits; End takes it in and goes to the top.
        auto *pill = table.findChild<NewRowsPill *>();
        night.arrive(4, [](Alert &alert) { alert.mag = 99.0; });
        QTRY_VERIFY(pill->isVisible());
        QVERIFY(pill->text().startsWith(u'4'));
        QCOMPARE(model.rowCount(), 300);
        QTest::keyClick(&table, Qt::Key_End);
        QTRY_COMPARE(model.rowCount(), 304);
        QCOMPARE(table.verticalScrollBar()->value(), 0);
        QCOMPARE(model.numberAt(0), 301);
        QTRY_VERIFY(!pill->isVisible());
        click();
        QVERIFY(!model.isSorted());
        QCOMPARE(header->sortIndicatorSection(), -1);
        QTRY_COMPARE(table.verticalScrollBar()->value(), table.verticalScrollBar()->maximum()); // follows again
        // By the keys, and let go of.
        table.setCurrentIndex(model.index(200, mag));
        QTest::keyClick(&table, Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(model.isArranging());
        QTest::keyClick(&table, Qt::Key_Escape);
        QVERIFY(!model.isArranging() && model.sort().column.isEmpty());
        QVERIFY(!table.selectedRows().isEmpty());
    }

    void eventsUnfoldByKeyAndMouse()
    {
        Night night;
        night.arrive(60, [](Alert &alert) { tests::ofEvent(alert, std::stoi(alert.id) % 20); });
        night.settle();
        AlertTableModel model(*night.store, night.feed);
        AlertTable table(model);
        table.resize(1'100, 700);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QTRY_COMPARE(model.rowCount(), 60);
        table.setCurrentIndex(model.index(2, 2)); // not the newest of its event
        QTRY_VERIFY(model.recordAt(2));
        QTest::keyClick(&table, Qt::Key_Left, Qt::ControlModifier); // there is nothing folded yet
        QTRY_COMPARE(model.rowCount(), 20);
        QCOMPARE(table.selectedRows(), QList<qint64>{43}); // stands for it
        QTest::keyClick(&table, Qt::Key_Right, Qt::ControlModifier);
        QTRY_COMPARE(model.rowCount(), 22);
        table.setCurrentIndex(model.index(3, 2));
        QTest::keyClick(&table, Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(model.rowCount(), 20);
        QCOMPARE(table.selectedRows(), QList<qint64>{43});
        const auto clickPill = [&](int row) {
            const QRect cell = table.visualRect(model.index(row, columnOf(CellKind::Name)));
            QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, AlertDelegate::pillRect(cell, model.foldSize(row)).center());
        };
        clickPill(5);
        QTRY_COMPARE(model.rowCount(), 22);
        QCOMPARE(table.selectedRows(), QList<qint64>{43}); // nobody chose another row
        QVERIFY(model.isOpen(5));
        // An unfolded row looks like no other.
        const QImage picture = table.viewport()->grab().toImage();
        const int height = table.rowHeight(0);
        QVERIFY(picture.copy(0, 5 * height, picture.width(), height) != picture.copy(0, 6 * height, picture.width(), height));
        clickPill(5);
        QCOMPARE(model.rowCount(), 20);
        // A held view: the pill counts what would move a row.
        auto *pill = table.findChild<NewRowsPill *>();
        night.arrive(3, [](Alert &alert) { tests::ofEvent(alert, 4); });
        QTRY_VERIFY(pill->isVisible());
        QVERIFY(pill->text().startsWith(u'3'));
        QCOMPARE(model.numberAt(4), 45);
        QTest::keyClick(&table, Qt::Key_End);
        QCOMPARE(model.numberAt(19), 63);
        QCOMPARE(model.foldSize(19), 6);
    }

    // The next start finds the place again.
    void placeIsFoundAgain()
    {
        Night night;
        night.arrive(500);
        night.settle();
        std::pair<qint64, qint64> place;
        {
            AlertTableModel model(*night.store, night.feed);
            AlertTable table(model);
            table.resize(900, 300);
            table.show();
            QVERIFY(QTest::qWaitForWindowExposed(&table));
            QTRY_COMPARE(model.rowCount(), 500);
            table.setCurrentIndex(model.index(203, 2));
            table.verticalScrollBar()->setValue(200);
            place = table.place();
            QCOMPARE(place, (std::pair<qint64, qint64>{204, 201}));
        }
        AlertTableModel model(*night.store, night.feed);
        AlertTable table(model);
        table.resize(900, 300);
        const QSignalSpy current(&table, &AlertTable::currentRowChanged);
        table.setPlace(place.first, place.second);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QTRY_COMPARE(model.rowCount(), 500);
        QCOMPARE(table.selectedRows(), QList<qint64>{204});
        QTRY_COMPARE(table.verticalScrollBar()->value(), 200);
        QCOMPARE(current.count(), 1);
        QCOMPARE(table.place(), place);
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
};

QTEST_MAIN(TestAlertTable)
#include "tst_alerttable.moc"
