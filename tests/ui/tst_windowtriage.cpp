// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and menus with which an observer judges alerts, in the window over a real archive: what is hidden, what is taken back, what
// the table and the card say.
#include "core/journal/journal.h"
#include "core/services/alertnotes.h"
#include "core/services/changewatch.h"
#include "core/triage/tables.h"
#include "support/night.h"
#include "support/streambench.h"
#include "ui/dialogs/gotodialog.h"
#include "ui/dialogs/notedialog.h"
#include "ui/dialogs/shiftlogdialog.h"
#include "ui/dialogs/watchlistsdialog.h"
#include "ui/mainwindow.h"
#include "ui/mainwindowactions.h"
#include "ui/models/alertcells.h"
#include "ui/models/alerttablemodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alerttable.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/filterbox.h"
#include "ui/widgets/filterrow.h"
#include "ui/widgets/windowstatus.h"

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::Night;
using tests::StreamBench;

namespace {

// Ten rows: rows 2 and 5 are one object, row 9 stands 1 arcsec beside it under another name.
struct Setup {
    Night night;
    StreamBench bench;
    journal::Journal journal{QString()};
    std::unique_ptr<services::AlertNotes> notes;
    std::unique_ptr<MainWindow> window;
    AlertTable *table = nullptr;
    AlertTableModel *model = nullptr;
    Places places;

    Setup()
    {
        places = Places::resolve(bench.folder.path());
        places.archive = night.folder.filePath(u"archive"_s);
        night.arrive(10, [](Alert &alert) {
            const int number = std::stoi(alert.id) + 1;
            alert.positionKind = "measured";
            alert.ra = 10.0 * number;
            alert.dec = 20.0;
            if (number == 2 || number == 5 || number == 9)
                alert.ra = number == 9 ? 20.0002 : 20.0;
            if (number == 2 || number == 5)
                alert.name = alert.event = "ZTF26abcdefg";
        });
        night.settle();
        notes = std::make_unique<services::AlertNotes>(*night.store, journal, night.feed, watch::Watchlists::folderOf(places, {}));
        window = std::make_unique<MainWindow>(WindowServices{.manager = bench.manager,
                                                             .feed = night.feed,
                                                             .archive = *night.store,
                                                             .journal = &journal,
                                                             .notes = notes.get(),
                                                             .sink = bench.pipeline,
                                                             .places = places,
                                                             .profile = {}});
        window->resize(1300, 700);
        window->show();
        table = window->findChild<AlertTable *>();
        model = window->findChild<AlertTableModel *>();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        window->activateWindow();
        QTRY_COMPARE(model->rowCount(), 10);
        QTRY_VERIFY(!model->isLoading());
        for (int64_t row = 1; row <= 10; ++row)
            QTRY_VERIFY(model->recordOf(row));
        table->setFocus();
        QTRY_COMPARE(QApplication::focusWidget(), table);
    }
    ~Setup()
    {
        window.reset();
        notes->stop();
    }
    void choose(int64_t number) const
    {
        table->setCurrentIndex(model->index(model->indexOf(number), 2));
    }
    [[nodiscard]] std::vector<int64_t> shown() const
    {
        std::vector<int64_t> rows;
        for (int row = 0; row < model->rowCount(); ++row)
            rows.push_back(model->numberAt(row));
        return rows;
    }
    [[nodiscard]] QString said() const { return window->status().said(); }
    [[nodiscard]] Alert alertOf(int64_t row) const { return *night.store->reader().value()->alerts(std::vector<int64_t>{row}).value().front(); }
    [[nodiscard]] QToolButton *hidden() const { return window->status().findChild<QToolButton *>(u"Hidden"_s); }
    void undo() const { window->actions().undo->trigger(); }
};

} // namespace

class TestWindowTriage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::install(); }

    void ignoredObjectsAreHiddenAndComeBack()
    {
        const Setup setup;
        QVERIFY(setup.hidden()->isHidden());
        setup.choose(2);
        QTest::keyClick(setup.table, Qt::Key_X);
        QCOMPARE(setup.model->numberAt(setup.table->currentIndex().row()), 3); // on to the next at once
        QTRY_COMPARE(setup.shown(), (std::vector<int64_t>{1, 3, 4, 6, 7, 8, 10}));
        QCOMPARE(setup.model->numberAt(setup.table->currentIndex().row()), 3);
        QVERIFY2(setup.said().contains(u"ZTF26abcdefg"_s) && setup.said().contains(u"Ctrl+Z"_s), qPrintable(setup.said()));
        QTRY_COMPARE(setup.hidden()->text(), u"hidden 3"_s);
        // A filter of one's own leaves them out as well, and one that asks for them does not.
        auto *filter = setup.window->findChild<FilterRow *>();
        filter->setText(u"ra < 45"_s);
        QTRY_COMPARE(setup.shown(), (std::vector<int64_t>{1, 3, 4}));
        filter->setText(u"ignored"_s);
        QTRY_COMPARE(setup.shown(), (std::vector<int64_t>{2, 5, 9}));
        filter->clear();
        QTRY_COMPARE(setup.shown().size(), size_t{7});
        // Shown on request, by the number in the status bar.
        setup.hidden()->click();
        QTRY_COMPARE(setup.shown().size(), size_t{10});
        QCOMPARE(setup.hidden()->text(), u"ignored 3, shown"_s);
        setup.hidden()->click();
        QTRY_COMPARE(setup.shown().size(), size_t{7});
        setup.undo();
        QTRY_COMPARE(setup.shown().size(), size_t{10});
        QTRY_COMPARE(setup.said(), u"Taken back: Ignored ZTF26abcdefg."_s);
        QTRY_VERIFY(setup.hidden()->isHidden());
        QVERIFY(!setup.window->actions().undo->isEnabled());
    }

    void tagsAndNotesStandOnTheCard()
    {
        const Setup setup;
        setup.choose(5);
        QTest::keyClick(setup.table, Qt::Key_3);
        QTRY_COMPARE(setup.alertOf(2).tag, std::vector<std::string>{"3"});
        setup.window->actions().addNote->trigger();
        auto *dialog = setup.window->findChild<NoteDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QPlainTextEdit *>()->setPlainText(u"bright, rising"_s);
        for (auto *button : dialog->findChildren<QPushButton *>()) {
            if (button->text() == u"Write"_s)
                button->click();
        }
        QTRY_COMPARE(setup.alertOf(2).note, Text("bright, rising"));
        const auto line = [&setup](const QString &name) {
            for (const ElidedLabel *label : setup.window->findChildren<ElidedLabel *>()) {
                if (label->accessibleName() == name && label->isVisible())
                    return label->fullText();
            }
            return QString();
        };
        QTRY_COMPARE(line(u"Tags"_s), u"3"_s);
        QTRY_COMPARE(line(u"Note"_s), u"bright, rising"_s);
        setup.undo();
        QTRY_VERIFY(setup.alertOf(2).note.empty());
        QTest::keyClick(setup.table, Qt::Key_3); // the same key takes it away
        QTRY_VERIFY(setup.alertOf(2).tag.empty());
        setup.undo();
        QTRY_COMPARE(setup.alertOf(5).tag, std::vector<std::string>{"3"});
        setup.undo();
        QTRY_VERIFY(setup.alertOf(5).tag.empty());
    }

    void marksAndPinsAreTakenBackAsTheyWere()
    {
        const Setup setup;
        const auto marks = [&setup](int64_t row) { return setup.model->recordOf(row)->marks & (archive::Starred | archive::Pinned); };
        setup.choose(1);
        QTest::keyClick(setup.table, Qt::Key_M);
        setup.choose(3);
        QTest::keyClick(setup.table, Qt::Key_P);
        QCOMPARE(marks(1), archive::Starred);
        QCOMPARE(marks(3), archive::Starred | archive::Pinned);
        setup.table->selectAll();
        QTest::keyClick(setup.table, Qt::Key_M);
        QCOMPARE(marks(7), archive::Starred);
        setup.undo();
        QCOMPARE(marks(7), 0);
        QCOMPARE(marks(1), archive::Starred);
        QCOMPARE(marks(3), archive::Starred | archive::Pinned);
        setup.undo();
        QCOMPARE(marks(3), 0);
        QCOMPARE(marks(1), archive::Starred);
        QVERIFY2(setup.said().startsWith(u"Taken back: "_s), qPrintable(setup.said()));
    }

    void watchedRowsSaySo()
    {
        const Setup setup;
        const services::ChangeWatch changes(*setup.night.store); // as those who look after schemas have it
        connect(&changes, &services::ChangeWatch::changed, setup.model, [&setup](const archive::RowChanges &rows) { setup.model->readAgain(rows.ranges); });
        QFile file(setup.bench.folder.filePath(u"my list.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("M 31,20,20.0005,3\nwrong,1,100,1\n") > 0);
        file.close();
        setup.window->actions().watchlists->trigger();
        auto *dialog = setup.window->findChild<WatchlistsDialog *>();
        QVERIFY(dialog);
        dialog->addFile(file.fileName());
        for (auto *button : dialog->findChildren<QPushButton *>()) {
            if (button->text() == u"Add"_s && button->isEnabled())
                button->click();
        }
        QTRY_COMPARE(dialog->findChild<QTreeWidget *>()->topLevelItemCount(), 1);
        QCOMPARE(dialog->findChild<QTreeWidget *>()->topLevelItem(0)->text(0), u"my-list"_s);
        QTRY_COMPARE(setup.alertOf(2).watch, Text("M 31"));
        const int state = setup.model->columnOf(u"_state"_s);
        QTRY_COMPARE(setup.model->cellOf(2, state), u"Watch 1.8″"_s);
        QCOMPARE(setup.model->cellOf(1, state), QString());
        // Removed again, and the rows forget it.
        for (auto *button : dialog->findChildren<QPushButton *>()) {
            if (button->text() == u"Remove"_s)
                button->click();
        }
        QTRY_VERIFY(setup.alertOf(2).watch.empty());
        dialog->reject();
    }

    void theShiftLogIsShown()
    {
        const Setup setup;
        setup.choose(5);
        QTest::keyClick(setup.table, Qt::Key_1);
        QTRY_COMPARE(setup.alertOf(2).tag, std::vector<std::string>{"1"});
        setup.window->actions().shiftLog->trigger();
        auto *dialog = setup.window->findChild<ShiftLogDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY2(dialog->log().contains(u"| ZTF26abcdefg | 1 | #5 |"_s), qPrintable(dialog->log()));
        dialog->reject();
    }

    void goToKnowsOtherNames()
    {
        Setup setup;
        QVERIFY(setup.journal.wait<Done>([](QSqlDatabase &db) { return triage::writeAliases(db, {{"ZTF26abcdefg", "AT 2026xyz"}}); }).ok());
        QTRY_COMPARE(setup.notes->aliases()->size(), size_t{1});
        setup.window->actions().goTo->trigger();
        auto *dialog = setup.window->findChild<GoToDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>()->setText(u"SN2026xyz"_s);
        QTRY_VERIFY2(dialog->outcome().contains(u"ZTF26abcdefg"_s), qPrintable(dialog->outcome()));
        dialog->reject();
    }
};

QTEST_MAIN(TestWindowTriage)
#include "tst_windowtriage.moc"
