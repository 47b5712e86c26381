// SPDX-License-Identifier: GPL-3.0-or-later
// Pinned rows over a real archive: what keeps them, where they stand, keys and columns.
#include "core/filter/reading.h"
#include "support/filters.h"
#include "support/night.h"
#include "ui/models/alerttablemodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alertdelegate.h"
#include "ui/widgets/alertheader.h"
#include "ui/widgets/alerttable.h"
#include "ui/widgets/pinnedrows.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::columnOf;
using tests::Night;

namespace {

// A window with the table in it.
struct Shown {
    AlertTableModel model;
    QWidget window;
    AlertTable *table;
    PinnedRows *pinned;

    explicit Shown(Night &night, QSize size = {900, 400}) : model(*night.store, night.feed), table(new AlertTable(model)), pinned(&table->pinnedRows())
    {
        auto *column = new QVBoxLayout(&window);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(table);
        window.resize(size);
        window.show();
    }
    void pin(const QList<int> &rows)
    {
        table->clearSelection();
        for (const int row : rows)
            table->selectionModel()->select(model.index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QTest::keyClick(table, Qt::Key_P);
    }
    [[nodiscard]] QList<qint64> numbers() const
    {
        QList<qint64> list;
        for (int row = 0; row < pinned->model()->rowCount(); ++row)
            list << static_cast<const PinnedRowsModel *>(pinned->model())->numberAt(row);
        return list;
    }
};

void arriveTests(Night &night, int count)
{
    night.arrive(count, [](Alert &alert) {
        const int id = std::stoi(alert.id);
        alert.test = id % 2 == 1;
        alert.mag = 20.0 - id * 0.01;
    });
    night.settle();
}

std::vector<int64_t> markedInArchive(Night &night, archive::Mark mark)
{
    return std::move(night.store->reader().value())->marked(mark, 0).value();
}

} // namespace

class TestPinnedRows final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::install(); }

    // P pins and marks, P again takes the pin alone.
    void pinAndUnpin()
    {
        Night night;
        arriveTests(night, 100);
        Shown shown(night);
        QTRY_COMPARE(shown.model.rowCount(), 100);
        const QAbstractItemModelTester tester(shown.pinned->model());
        QVERIFY(shown.pinned->isHidden());
        const int header = shown.table->horizontalHeader()->height();
        shown.pin({30, 10});
        QCOMPARE(shown.numbers(), (QList<qint64>{11, 31})); // at once, by number
        QTRY_COMPARE(markedInArchive(night, archive::Pinned), (std::vector<int64_t>{11, 31}));
        QCOMPARE(markedInArchive(night, archive::Starred), (std::vector<int64_t>{11, 31}));
        QTRY_VERIFY(shown.model.recordAt(10));
        const int flags = columnOf(CellKind::Flags);
        QCOMPARE(shown.model.index(10, flags).data().toString(), u"pinned"_s);
        QTRY_COMPARE(shown.pinned->model()->index(0, flags).data().toString(), u"pinned"_s);

        // Between the titles and the rows, which begin below.
        QVERIFY(shown.pinned->isVisible());
        const int height = 2 * AlertDelegate::rowHeight() + 1;
        QCOMPARE(shown.pinned->height(), height);
        QCOMPARE(shown.table->horizontalHeader()->height(), header + height);
        QCOMPARE(shown.pinned->mapTo(&shown.window, QPoint()).y(), shown.table->mapTo(&shown.window, QPoint()).y() + header);
        QCOMPARE(shown.table->viewport()->y(), header + height);
        QCOMPARE(shown.pinned->width(), shown.table->viewport()->width());

        QTest::keyClick(shown.table, Qt::Key_P);
        QVERIFY(shown.numbers().isEmpty());
        QVERIFY(shown.pinned->isHidden());
        QCOMPARE(shown.table->horizontalHeader()->height(), header);
        QTRY_VERIFY(markedInArchive(night, archive::Pinned).empty());
        QCOMPARE(markedInArchive(night, archive::Starred), (std::vector<int64_t>{11, 31}));
        QCOMPARE(shown.model.index(10, flags).data().toString(), u"marked"_s);

        // What is pinned is marked: the mark goes with the pin.
        shown.pin({10});
        QTest::keyClick(shown.table, Qt::Key_M); // has it: away
        QVERIFY(shown.numbers().isEmpty());
        QTRY_COMPARE(markedInArchive(night, archive::Starred), std::vector<int64_t>{31});
        QTRY_VERIFY(markedInArchive(night, archive::Pinned).empty());
    }

    // A slip with all rows selected is answered, and nothing is marked for ever by it.
    void tooManyAtOnce()
    {
        Night night;
        const int count = static_cast<int>(AlertTable::kMostPinned) + 1;
        arriveTests(night, count);
        Shown shown(night);
        QTRY_COMPARE(shown.model.rowCount(), count);
        const QSignalSpy said(shown.table, &AlertTable::said);
        shown.table->selectAll();
        QCOMPARE(shown.table->selectedCount(), count);
        shown.table->togglePin();
        QCOMPARE(said.size(), 1);
        QVERIFY2(said.front().front().toString().startsWith(u"1,001 alerts are selected; at most 1,000 "), qPrintable(said.front().front().toString()));
        QVERIFY(shown.numbers().isEmpty());
        shown.table->selectionModel()->select(shown.model.index(0, 0), QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
        shown.table->togglePin();
        QCOMPARE(said.size(), 1);
        QCOMPARE(shown.numbers().size(), AlertTable::kMostPinned);
        QTRY_COMPARE(markedInArchive(night, archive::Pinned).size(), static_cast<size_t>(AlertTable::kMostPinned));
    }

    // The row under the mouse does not move when another one goes above the list.
    void rowsStayWhereTheyAre()
    {
        Night night;
        arriveTests(night, 200);
        Shown shown(night);
        QTRY_COMPARE(shown.model.rowCount(), 200);
        shown.table->setFollow(false);
        shown.table->verticalScrollBar()->setValue(100);
        shown.table->setCurrentIndex(shown.model.index(105, 2));
        const auto placeOf = [&](int row) { return shown.table->viewport()->mapTo(&shown.window, QPoint(0, shown.table->rowViewportPosition(row))).y(); };
        const int before = placeOf(105);
        QTest::keyClick(shown.table, Qt::Key_P);
        QCOMPARE(shown.pinned->chosen(), 106); // it is the current one
        QVERIFY(std::abs(placeOf(105) - before) <= 1); // the line
        QTest::keyClick(shown.table, Qt::Key_P);
        QCOMPARE(placeOf(105), before);
    }

    // Whatever the list has; what is chosen above is shown by the pane, and is what the keys are about.
    void filteredAway()
    {
        Night night;
        arriveTests(night, 100);
        Shown shown(night);
        QTRY_COMPARE(shown.model.rowCount(), 100);
        shown.pin({10, 11}); // 11: a test
        shown.table->clearSelection();
        shown.model.setFilter(tests::filterOf("test"));
        QTRY_COMPARE(shown.model.rowCount(), 50);
        QTRY_VERIFY(!shown.model.isLoading());
        QCOMPARE(shown.numbers(), (QList<qint64>{11, 12}));
        QTRY_COMPARE(shown.pinned->model()->index(0, columnOf(CellKind::Name)).data().toString(), u"ZTF2610"_s);

        const QSignalSpy current(shown.table, &AlertTable::currentRowChanged);
        const auto click = [&](int row) {
            QTest::mouseClick(shown.pinned->viewport(), Qt::LeftButton, {}, shown.pinned->visualRect(shown.pinned->model()->index(row, columnOf(CellKind::Name))).center());
        };
        const int place = shown.table->verticalScrollBar()->value();
        click(1); // in the list as well
        QCOMPARE(current.last().at(0).toLongLong(), 12);
        QCOMPARE(shown.model.numberAt(shown.table->currentIndex().row()), 12);
        QCOMPARE(shown.table->selectedRows(), QList<qint64>{12});
        QCOMPARE(shown.table->verticalScrollBar()->value(), place); // which does not move
        click(0);
        QCOMPARE(current.last().at(0).toLongLong(), 11);
        QVERIFY(!shown.table->selectionModel()->hasSelection());
        QCOMPARE(shown.table->selectedRows(), QList<qint64>{11});
        QVERIFY(!shown.model.isUnseen(11));
        // Another row of the list: the one above lets go.
        shown.table->setCurrentIndex(shown.model.index(3, 2));
        QCOMPARE(shown.pinned->chosen(), 0);
        QVERIFY(!shown.pinned->selectionModel()->hasSelection());
        click(0);
        QTest::keyClick(shown.pinned, Qt::Key_P);
        QCOMPARE(shown.numbers(), QList<qint64>{12});
        QTRY_COMPARE(markedInArchive(night, archive::Pinned), std::vector<int64_t>{12});
        QCOMPARE(shown.pinned->chosen(), 0);
    }

    void orderIsThatOfTheTable()
    {
        Night night;
        arriveTests(night, 60);
        Shown shown(night);
        QTRY_COMPARE(shown.model.rowCount(), 60);
        shown.pin({5, 20, 40});
        shown.model.setSort({u"mag"_s, false}); // later ones are brighter
        QTRY_COMPARE(shown.numbers(), (QList<qint64>{41, 21, 6}));
        QTRY_VERIFY(!shown.model.isLoading());
        shown.pin({shown.model.indexOf(31)});
        QTRY_COMPARE(shown.numbers(), (QList<qint64>{41, 31, 21, 6}));
        shown.model.setSort({});
        QTRY_COMPARE(shown.numbers(), (QList<qint64>{6, 21, 31, 41}));
    }

    // By another window over the same archive; by another program, as soon as it is looked at.
    void othersPinToo()
    {
        Night night;
        arriveTests(night, 30);
        {
            Shown first(night);
            QTRY_COMPARE(first.model.rowCount(), 30);
            first.pin({3, 7});
            QTRY_COMPARE(markedInArchive(night, archive::Pinned), (std::vector<int64_t>{4, 8}));
        }
        Shown again(night);
        QTRY_COMPARE(again.numbers(), (QList<qint64>{4, 8}));
        QTRY_VERIFY(again.pinned->isVisible());
        QTRY_COMPARE(again.pinned->model()->index(1, columnOf(CellKind::Name)).data().toString(), u"ZTF267"_s);
        QTRY_COMPARE(again.model.rowCount(), 30);

        const auto *tester = new QAbstractItemModelTester(again.pinned->model(), again.table);
        QVERIFY(tester);
        QTRY_VERIFY(again.model.recordAt(12));
        std::atomic<int> done = 0;
        night.store->setMarks({13}, archive::Pinned | archive::Starred, 0, [&done](const Outcome &) { ++done; });
        night.store->setMarks({4}, 0, archive::Pinned, [&done](const Outcome &) { ++done; });
        QTRY_COMPARE(done.load(), 2);
        static_cast<PinnedRowsModel *>(again.pinned->model())->renew();
        QTRY_COMPARE(again.numbers(), (QList<qint64>{8, 13}));
        QCOMPARE(again.model.index(12, columnOf(CellKind::Flags)).data().toString(), u"pinned"_s); // read before
    }

    void columnsFollow()
    {
        Night night;
        arriveTests(night, 30);
        Shown shown(night, {600, 300});
        QTRY_COMPARE(shown.model.rowCount(), 30);
        shown.pin({3});
        QHeaderView &header = *shown.table->horizontalHeader();
        const auto same = [&] {
            const QHeaderView &own = *shown.pinned->horizontalHeader();
            if (own.count() != header.count())
                return false;
            for (int column = 0; column < own.count(); ++column) {
                if (own.isSectionHidden(column) != header.isSectionHidden(column) || own.sectionSize(column) != header.sectionSize(column)
                    || own.visualIndex(column) != header.visualIndex(column) || shown.pinned->columnViewportPosition(column) != shown.table->columnViewportPosition(column))
                    return false;
            }
            return true;
        };
        QVERIFY(same());
        shown.table->setColumnWidth(columnOf(CellKind::Name), 222);
        QCOMPARE(shown.pinned->columnWidth(columnOf(CellKind::Name)), 222);
        header.moveSection(header.visualIndex(columnOf(CellKind::State)), 3);
        QVERIFY(same());
        auto &columns = static_cast<AlertHeader &>(header);
        columns.showColumn(columnOf(CellKind::Score), false);
        QVERIFY(shown.pinned->isColumnHidden(columnOf(CellKind::Score)));
        columns.showColumn(columnOf(CellKind::Score), true);
        columns.showColumn(shown.model.columnOf(u"offset"_s), true);
        QVERIFY(same());
        const auto named = filter::namedField("fields.id", {});
        shown.table->addColumn(std::get<filter::NamedField>(named));
        QApplication::processEvents();
        QVERIFY(same());
        const int added = shown.model.columnCount() - 1;
        QTRY_COMPARE(shown.pinned->model()->index(0, added).data().toString(), u"1"_s); // a field of the packet

        QScrollBar &bar = *shown.table->horizontalScrollBar();
        QVERIFY(bar.maximum() > 0);
        for (const int value : {0, bar.maximum() / 2, bar.maximum()}) {
            bar.setValue(value);
            QCOMPARE(shown.pinned->horizontalScrollBar()->value(), value);
            QVERIFY(same());
        }
        QTest::mouseClick(shown.pinned->viewport(), Qt::LeftButton, {}, QPoint(100, 5)); // choosing scrolls nothing sideways
        QCOMPARE(bar.value(), bar.maximum());
        QVERIFY(same());
        columns.resetColumns();
        QVERIFY(same());
        Theme::setTextScale(2);
        QApplication::processEvents();
        QVERIFY(same());
        QCOMPARE(shown.pinned->height(), AlertDelegate::rowHeight() + 1);
        Theme::setTextScale(1);
        QApplication::processEvents();
        QCOMPARE(shown.pinned->height(), 22 + 1);
    }

    // Up from the first row, down from the last; Enter goes to the row.
    void keys()
    {
        Night night;
        arriveTests(night, 200);
        Shown shown(night);
        shown.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&shown.window));
        QTRY_COMPARE(shown.model.rowCount(), 200);
        shown.pin({150, 160});
        shown.table->setFocus();
        shown.table->setCurrentIndex(shown.model.index(0, 2));
        QTest::keyClick(shown.table, Qt::Key_Up);
        QVERIFY(shown.pinned->hasFocus());
        QCOMPARE(shown.pinned->chosen(), 161);
        QCOMPARE(shown.table->selectedRows(), QList<qint64>{161});
        QTest::keyClick(shown.pinned, Qt::Key_K);
        QCOMPARE(shown.pinned->chosen(), 151);
        QCOMPARE(shown.table->rowAt(0), 0); // the list does not move
        QTest::keyClick(shown.pinned, Qt::Key_Return);
        QVERIFY(shown.table->hasFocus());
        QCOMPARE(shown.table->currentIndex().row(), 150);
        QVERIFY(shown.table->viewport()->rect().contains(shown.table->visualRect(shown.table->currentIndex())));

        shown.pinned->setFocus();
        QTest::keyClick(shown.pinned, Qt::Key_End);
        QTest::keyClick(shown.pinned, Qt::Key_J);
        QVERIFY(shown.table->hasFocus());
        QCOMPARE(shown.table->currentIndex().row(), shown.table->rowAt(0));
        // Focus alone chooses nothing; Esc lets go.
        const QSignalSpy current(shown.table, &AlertTable::currentRowChanged);
        shown.pinned->setFocus();
        QCOMPARE(current.size(), 0);
        QTest::keyClick(shown.pinned, Qt::Key_Home);
        QCOMPARE(shown.pinned->chosen(), 151);
        QTest::keyClick(shown.pinned, Qt::Key_Escape);
        QVERIFY(shown.table->selectedRows().isEmpty());
        // The last one goes: the focus stays in the table.
        for (int left = 2; left > 0; --left) {
            QTest::keyClick(shown.pinned, Qt::Key_Home);
            QTest::keyClick(shown.pinned, Qt::Key_P);
            QCOMPARE(shown.numbers().size(), left - 1);
        }
        QVERIFY(shown.table->hasFocus());
    }

    void atMostEightInSight()
    {
        Night night;
        arriveTests(night, 100);
        Shown shown(night);
        QTRY_COMPARE(shown.model.rowCount(), 100);
        shown.pin({1, 2, 3, 4, 5, 6, 7, 8});
        QCOMPARE(shown.pinned->height(), 8 * 22 + 1);
        QCOMPARE(shown.pinned->verticalScrollBar()->maximum(), 0);
        shown.pin({9, 10, 11});
        QCOMPARE(shown.numbers().size(), 11);
        QCOMPARE(shown.pinned->height(), 8 * 22 + 1);
        QTRY_COMPARE(shown.pinned->verticalScrollBar()->maximum(), 3);
    }

    void assistiveTechnology()
    {
        Night night;
        arriveTests(night, 10);
        Shown shown(night);
        QTRY_COMPARE(shown.model.rowCount(), 10);
        shown.pin({4});
        QAccessibleInterface *window = QAccessible::queryAccessibleInterface(&shown.window);
        QAccessibleInterface *found = nullptr; // as somebody from outside walks
        for (int i = 0; i < window->childCount() && !found; ++i) {
            if (window->child(i)->text(QAccessible::Name) == u"Pinned rows"_s)
                found = window->child(i);
        }
        QVERIFY(found);
        QVERIFY(!found->state().invisible);
        QVERIFY(found->tableInterface());
        QCOMPARE(found->tableInterface()->rowCount(), 1);
        QTRY_COMPARE(found->tableInterface()->cellAt(0, columnOf(CellKind::Name))->text(QAccessible::Name), u"ZTF264"_s);
        QCOMPARE(found->tableInterface()->cellAt(0, columnOf(CellKind::Flags))->text(QAccessible::Name), u"pinned"_s);
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(shown.table);
        QCOMPARE(table->tableInterface()->rowCount(), 10);
    }

    // It is hidden and shown with the table, wherever that is put.
    void goesWithTheTable()
    {
        Night night;
        arriveTests(night, 10);
        Shown shown(night);
        QTRY_COMPARE(shown.model.rowCount(), 10);
        shown.pin({4});
        QCOMPARE(shown.pinned->parentWidget(), &shown.window);
        shown.table->hide();
        QVERIFY(!shown.pinned->isVisible());
        shown.table->show();
        QVERIFY(shown.pinned->isVisible());
        shown.window.layout()->setContentsMargins(30, 40, 0, 0);
        shown.window.layout()->activate();
        QCOMPARE(shown.pinned->pos(), QPoint(30, 40 + Theme::scaled(26)));
    }
};

QTEST_MAIN(TestPinnedRows)
#include "tst_pinnedrows.moc"
