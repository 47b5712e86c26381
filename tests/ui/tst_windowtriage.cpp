// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and menus with which an observer judges alerts, in the window over a real archive: what is hidden, what is taken back, what
// the table and the card say.
#include "core/journal/journal.h"
#include "core/services/alertnotes.h"
#include "core/services/changewatch.h"
#include "core/triage/tables.h"
#include "support/night.h"
#include "support/streambench.h"
#include "core/triage/triage.h"
#include "ui/dialogs/coincidencesdialog.h"
#include "ui/dialogs/gotodialog.h"
#include "ui/dialogs/ignoreddialog.h"
#include "ui/dialogs/namedialog.h"
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
#include "ui/undostack.h"
#include "ui/widgets/filterbox.h"
#include "ui/widgets/filterrow.h"
#include "ui/widgets/windowstatus.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>
#include <functional>

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
    // All that people have judged, of every row.
    [[nodiscard]] QStringList judged() const
    {
        QStringList all;
        const auto reader = std::move(night.store->reader().value());
        for (int64_t row = 1; row <= night.next; ++row) {
            const Alert alert = alertOf(row);
            QStringList tags;
            for (const std::string &tag : alert.tag)
                tags << QString::fromStdString(tag);
            all << u"%1 marks %2 tags %3 note %4%5"_s.arg(row).arg(reader->marks(std::vector<int64_t>{row}).value().front()).arg(tags.join(u'/'), QString::fromStdString(alert.note), alert.ignored ? u" ignored"_s : QString());
        }
        return all;
    }
    // New alerts of the object of rows 2 and 5, and one of another.
    void more()
    {
        const int before = model->rowCount();
        night.arrive(3, [this, first = night.next](Alert &alert) {
            alert.positionKind = "measured";
            const bool isOther = std::stoll(alert.id) == first + 2;
            alert.ra = isOther ? 100.0 + static_cast<double>(first) : 200.0;
            alert.dec = -20.0;
            if (!isOther)
                alert.name = alert.event = "ZTF26later";
        });
        QTRY_COMPARE(model->rowCount(), before + 3);
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

    void whatIsLookedAtIsSeenInAllStreams()
    {
        Setup setup;
        setup.more();
        QTRY_COMPARE(setup.model->unseenRows(), 3);
        setup.choose(11);
        QTRY_COMPARE(setup.model->unseenRows(), 1); // 12 is the same object
        QVERIFY(setup.model->isUnseen(13) && !setup.model->isUnseen(12));
        setup.more(); // what comes later is news
        QTRY_COMPARE(setup.model->unseenRows(), 4);
        // By a second path: seen as it comes, since it says nothing new; another revision is news.
        const auto revision = [&setup](const char *number) {
            const int before = setup.model->rowCount();
            setup.night.arrive(1, [number](Alert &alert) {
                alert.id = alert.name = alert.event = "S260914ab";
                alert.revision = number;
            });
            QTRY_COMPARE(setup.model->rowCount(), before + 1);
        };
        revision("1");
        QTRY_COMPARE(setup.model->unseenRows(), 5);
        QTRY_VERIFY(setup.model->recordOf(17));
        setup.choose(17);
        QTRY_COMPARE(setup.model->unseenRows(), 4);
        revision("1");
        QTRY_COMPARE(setup.model->unseenRows(), 4);
        QVERIFY(!setup.model->isUnseen(18));
        revision("2");
        QTRY_COMPARE(setup.model->unseenRows(), 5);
        setup.choose(19);
        QTRY_COMPARE(setup.model->unseenRows(), 4);
        // Unseen again by a key, and back.
        setup.choose(12);
        QTest::keyClick(setup.table, Qt::Key_U);
        QTRY_COMPARE(setup.model->unseenRows(), 6);
        QVERIFY2(setup.said().startsWith(u"Unseen again: ZTF26later."_s), qPrintable(setup.said()));
        setup.undo();
        QTRY_COMPARE(setup.model->unseenRows(), 4);
        // Another program of this home says so.
        triage::Triage elsewhere(*setup.night.store, setup.journal);
        QVERIFY(elsewhere.see({13}, true).ok());
        QTRY_COMPARE(setup.model->unseenRows(), 3);
        // Rows from before anybody watched.
        setup.choose(2);
        QTest::keyClick(setup.table, Qt::Key_U);
        QVERIFY2(setup.said().contains(u"Only alerts that came"_s), qPrintable(setup.said()));
    }

    // Every action that changes what people have judged is in this table, and the way back leads to what was before.
    void everythingIsTakenBack()
    {
        struct Step {
            QString action;
            std::function<void(MainWindow &)> answer = {}; // in the dialog that it opens
        };
        const auto press = [](QWidget *dialog, const QString &verb) {
            for (auto *button : dialog->findChildren<QPushButton *>()) {
                if (button->text() == verb)
                    button->click();
            }
        };
        const Step steps[] = {{u"mark"_s}, {u"pin"_s}, {u"seen"_s}, {u"ignore"_s},
                              {u"addTag"_s, [&press](MainWindow &window) {
                                   auto *dialog = window.findChild<NameDialog *>();
                                   QVERIFY(dialog);
                                   dialog->findChild<QLineEdit *>()->setText(u"follow up"_s);
                                   press(dialog, u"Tag"_s);
                               }},
                              {u"addNote"_s, [&press](MainWindow &window) {
                                   auto *dialog = window.findChild<NoteDialog *>();
                                   QVERIFY(dialog);
                                   dialog->findChild<QPlainTextEdit *>()->setPlainText(u"rising"_s);
                                   press(dialog, u"Write"_s);
                               }}};
        // These show something and change no judgement; watchlists and coincidences have tests of their own.
        const QStringList others{u"watchlists"_s, u"coincidences"_s, u"ignoredObjects"_s, u"shiftLog"_s, u"lightCurve"_s, u"images"_s, u"compare"_s, u"nextChange"_s, u"previousChange"_s,
                                 u"previousRevision"_s, u"nextRevision"_s, u"decodeAgain"_s};
        Setup setup;
        setup.more();
        setup.choose(13); // wherever the view goes, nothing is seen by that
        setup.choose(11);
        QTRY_COMPARE(setup.model->unseenRows(), 0);
        for (const QAction *action : setup.window->actions().alertsMenu->actions()) {
            const bool isKnown = action->isSeparator() || action->menu() || others.contains(action->objectName())
                || std::ranges::any_of(steps, [action](const Step &step) { return step.action == action->objectName(); });
            QVERIFY2(isKnown, qPrintable(action->objectName()));
        }
        const auto act = [&](const Step &step) {
            for (QAction *action : setup.window->actions().all()) {
                if (action->objectName() == step.action)
                    action->trigger();
            }
            if (step.answer)
                step.answer(*setup.window);
        };
        QList<QStringList> states;
        states << setup.judged();
        for (const Step &step : steps) {
            act(step);
            QTRY_VERIFY2(setup.judged() != states.back(), qPrintable(step.action));
            QTRY_VERIFY(setup.window->actions().undo->toolTip().contains(u"Take back"_s));
            setup.undo();
            QTRY_COMPARE(setup.judged(), states.front());
            QTRY_VERIFY(setup.model->indexOf(11) >= 0); // shown again a moment later
            setup.choose(11);
        }
        // And all of them one after the other; the ignored one goes from the list, so it comes last.
        for (const QString &name : {u"mark"_s, u"addTag"_s, u"addNote"_s, u"ignore"_s}) {
            setup.choose(11);
            const QString before = setup.window->actions().undo->toolTip();
            act(*std::ranges::find(steps, name, &Step::action));
            QTRY_VERIFY2(setup.window->actions().undo->toolTip() != before && setup.judged() != states.back(), qPrintable(name));
            states << setup.judged();
        }
        while (states.size() > 1) {
            states.removeLast();
            setup.undo();
            QTRY_COMPARE(setup.judged(), states.back());
        }
    }

    void ignoredObjectsAreListedAndShownAgain()
    {
        const Setup setup;
        setup.choose(2);
        QTest::keyClick(setup.table, Qt::Key_X);
        QTRY_COMPARE(setup.hidden()->text(), u"hidden 3"_s);
        setup.window->actions().ignoredObjects->trigger();
        auto *dialog = setup.window->findChild<IgnoredDialog *>();
        QVERIFY(dialog);
        auto *list = dialog->findChild<QTreeWidget *>();
        QTRY_COMPARE(list->topLevelItemCount(), 1);
        QCOMPARE(list->topLevelItem(0)->text(0), u"ZTF26abcdefg"_s);
        list->topLevelItem(0)->setSelected(true);
        for (auto *button : dialog->findChildren<QPushButton *>()) {
            if (button->text() == u"Show again"_s && button->isEnabled())
                button->click();
        }
        QTRY_COMPARE(list->topLevelItemCount(), 0);
        QTRY_COMPARE(setup.shown().size(), size_t{10});
        dialog->reject();
        setup.undo();
        QTRY_COMPARE(setup.shown().size(), size_t{7});
    }

    void coincidencesAreTriedBeforeTheyCount()
    {
        const Setup setup;
        const QString file = watch::coincidenceFile(watch::Watchlists::folderOf(setup.places, {}));
        setup.window->actions().coincidences->trigger();
        QTRY_VERIFY(setup.window->findChild<CoincidencesDialog *>());
        auto *dialog = setup.window->findChild<CoincidencesDialog *>();
        const auto press = [dialog](const QString &verb) {
            for (auto *button : dialog->findChildren<QPushButton *>()) {
                if (button->text() == verb && button->isEnabled())
                    return button->click();
            }
            QFAIL(qPrintable(verb));
        };
        const auto field = [dialog](const QString &name) {
            for (auto *edit : dialog->findChildren<QLineEdit *>()) {
                if (edit->accessibleName() == name)
                    return edit;
            }
            return static_cast<QLineEdit *>(nullptr);
        };
        press(u"Add"_s);
        QVERIFY(field(u"A"_s) && field(u"B"_s));
        field(u"A"_s)->setText(u"name = \"ZTF26abcdefg\""_s);
        field(u"B"_s)->setText(u"ra > 19 and ra < 21 and name != \"ZTF26abcdefg\""_s);
        field(u"Within"_s)->setText(u"1h"_s);
        press(u"Look at stored alerts"_s);
        const auto preview = [dialog] {
            for (const auto *label : dialog->findChildren<QLabel *>()) {
                if (label->accessibleName() == u"Preview")
                    return label->text();
            }
            return QString();
        };
        // Nobody tells a circle: with a radius of one's own there is a pair.
        QTRY_VERIFY2(preview().contains(u"0 of 3"_s) && preview().contains(u"neither a circle nor a map"_s), qPrintable(preview()));
        field(u"At least this radius"_s)->setText(u"2 arcsec"_s);
        press(u"Look at stored alerts"_s);
        QTRY_VERIFY2(preview().contains(u"1 of 3"_s), qPrintable(preview()));
        QCOMPARE(dialog->findChild<QTreeWidget *>()->topLevelItemCount(), 1);
        QVERIFY(setup.alertOf(9).coincidence.empty() && !QFile::exists(file));
        press(u"Use these"_s);
        QTRY_COMPARE(setup.alertOf(9).coincidence, Text("ZTF26abcdefg"));
        QCOMPARE(watch::readCoincidences(file).value().size(), size_t{1});
        QTRY_VERIFY(setup.window->actions().undo->isEnabled());
        setup.undo();
        QTRY_COMPARE(watch::readCoincidences(file).value().size(), size_t{0});
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
        // Taken back: the list, then that it was added.
        QTRY_VERIFY(setup.said().contains(u"Removed the watchlist my-list."_s) || setup.window->actions().undo->toolTip().contains(u"Removed"_s));
        setup.undo();
        QTRY_COMPARE(setup.alertOf(2).watch, Text("M 31"));
        setup.undo();
        QTRY_VERIFY(setup.alertOf(2).watch.empty());
        QVERIFY(watch::Watchlists(watch::Watchlists::folderOf(setup.places, {})).names().isEmpty());
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
