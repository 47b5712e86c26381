// SPDX-License-Identifier: GPL-3.0-or-later
// Finding and moving in the window, by the keys that a person presses. With TOCSIN_LOOK_DIR set pictures are written there.
#include "support/accessiblewalk.h"
#include "support/night.h"
#include "support/streambench.h"
#include "ui/dialogs/gotodialog.h"
#include "ui/mainwindow.h"
#include "ui/mainwindowactions.h"
#include "ui/models/alerttablemodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alerttable.h"
#include "ui/widgets/filterrow.h"
#include "ui/widgets/findbar.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::Night;
using tests::StreamBench;

namespace {

// The window over 300 alerts; each tenth belongs to one event, one lies an hour behind the other.
struct Setup {
    Night night;
    StreamBench bench;
    std::unique_ptr<MainWindow> window;
    AlertTable *table = nullptr;
    AlertTableModel *model = nullptr;

    Setup()
    {
        int at = 0;
        night.arrive(300, [&at](Alert &alert) {
            if (at % 10 == 3)
                alert.name = "S260914a";
            alert.timestamp = UtcTime::fromUs(UtcTime::fromIso("2026-09-01T00:00:00Z").us + at * 3'600'000'000ll, 3);
            ++at;
        });
        night.settle();
        Places places = Places::resolve(bench.folder.path());
        window = std::make_unique<MainWindow>(WindowServices{.manager = bench.manager,
                                                             .feed = night.feed,
                                                             .archive = *night.store,
                                                             .sink = bench.pipeline,
                                                             .places = places,
                                                             .profile = {}});
        window->resize(1200, 700);
        window->show();
        table = window->findChild<AlertTable *>();
        model = window->findChild<AlertTableModel *>();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        window->activateWindow();
        QTRY_COMPARE(model->rowCount(), 300);
        QTRY_VERIFY(window->actions().find->isEnabled());
    }
    ~Setup() { window.reset(); }

    FindBar *bar() const { return window->findChild<FindBar *>(); }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : window.get(), static_cast<Qt::Key>(key), modifiers);
    }
    void write(const QString &text) const { QTest::keyClicks(QApplication::focusWidget(), text); }
    int row() const { return table->currentIndex().row(); }
    void choose(int at) const { table->setCurrentIndex(model->index(at, 2)); }
    void filter(const QString &text) const
    {
        window->findChild<FilterRow *>()->setText(text);
        QTRY_VERIFY(model->filter() && !model->isLoading());
    }
    // Offscreen no window manager makes the window the active one again.
    bool isBack() const
    {
        window->activateWindow();
        return QTest::qWaitFor([&] { return !window->findChild<GoToDialog *>() && QApplication::focusWidget() == table; });
    }
    GoToDialog *openGoTo() const
    {
        table->setFocus();
        if (!isBack())
            return nullptr;
        press(Qt::Key_G, Qt::ControlModifier);
        auto *dialog = window->findChild<GoToDialog *>();
        return dialog && QTest::qWaitForWindowActive(dialog) && QTest::qWaitFor([&] { return dialog->isAncestorOf(QApplication::focusWidget()); })
            ? dialog
            : nullptr;
    }
};

void picture(QWidget *widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("TOCSIN_LOOK_DIR");
    if (folder.isEmpty())
        return;
    for (const auto &[suffix, scheme, scale] : {std::tuple{u"light"_s, Scheme::Light, 1.0}, std::tuple{u"dark"_s, Scheme::Dark, 1.0},
                                                std::tuple{u"light-large"_s, Scheme::Light, 2.0}, std::tuple{u"dark-large"_s, Scheme::Dark, 2.0}}) {
        Theme::setScheme(scheme);
        Theme::setTextScale(scale);
        QTest::qWait(100);
        if (widget->isWindow() && qobject_cast<QDialog *>(widget))
            widget->adjustSize();
        QApplication::processEvents();
        QVERIFY(widget->grab().save(QDir(folder).filePath(name + u'-' + suffix + u".png"_s)));
    }
    Theme::setScheme(Scheme::Light);
    Theme::setTextScale(1);
}

} // namespace

class TestWindowFinding final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::install(); }

    void barIsAPane()
    {
        const Setup setup;
        setup.press(Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(setup.bar()->isAncestorOf(QApplication::focusWidget()));
        setup.press(Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), setup.table);
        setup.press(Qt::Key_F6);
        QVERIFY(setup.bar()->isAncestorOf(QApplication::focusWidget()));
        setup.press(Qt::Key_F6);
        QVERIFY(!setup.bar()->isAncestorOf(QApplication::focusWidget()) && QApplication::focusWidget() != setup.table);
        setup.table->setFocus();
        setup.bar()->hide();
        setup.press(Qt::Key_F6);
        QVERIFY(!setup.bar()->isAncestorOf(QApplication::focusWidget()));
    }

    void findGoesFromRowToRow()
    {
        const Setup setup;
        setup.choose(100);
        setup.press(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(setup.bar()->isVisible());
        QTRY_VERIFY(setup.bar()->isAncestorOf(QApplication::focusWidget()));
        setup.write(u"s260914A"_s);
        QTRY_COMPARE(setup.bar()->found(), u"30 row(s)"_s);
        QCOMPARE(setup.row(), 100); // nobody asked to go anywhere yet
        QCOMPARE(setup.model->rowCount(), 300); // none is hidden
        setup.press(Qt::Key_Return);
        QCOMPARE(setup.row(), 103);
        QVERIFY(setup.table->selectionModel()->isRowSelected(103));
        QCOMPARE(setup.bar()->found(), u"11 of 30"_s);
        setup.press(Qt::Key_F3);
        QCOMPARE(setup.row(), 113);
        setup.press(Qt::Key_F3, Qt::ShiftModifier);
        setup.press(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(setup.row(), 93);
        QCOMPARE(setup.bar()->note(), QString());
        picture(setup.window.get(), u"find"_s);

        setup.choose(299);
        setup.press(Qt::Key_F3);
        QCOMPARE(setup.row(), 3);
        QCOMPARE(setup.bar()->note(), u"from the start again"_s);
        setup.press(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(setup.row(), 293);
        QCOMPARE(setup.bar()->note(), u"from the end again"_s);

        QCOMPARE(tests::namelessControls(*setup.bar()), QStringList());
        setup.press(Qt::Key_Escape);
        QVERIFY(!setup.bar()->isVisible());
        QTRY_COMPARE(QApplication::focusWidget(), setup.table);
        setup.press(Qt::Key_F3); // the same text, without the bar's focus
        QTRY_COMPARE(setup.row(), 3);
        QCOMPARE(QApplication::focusWidget(), setup.table);
    }

    void nothingFoundIsSaid()
    {
        const Setup setup;
        setup.press(Qt::Key_F, Qt::ControlModifier);
        setup.write(u"GRB 990123"_s);
        QTRY_COMPARE(setup.bar()->found(), u"No row has it"_s);
        QVERIFY(!tests::controlNamed(*setup.bar(), u"Find next"_s)->isEnabled());
        picture(setup.window.get(), u"find-none"_s);
        setup.filter(u"id = \"7\""_s);
        QTRY_COMPARE(setup.bar()->found(), u"No row within the filter has it"_s);
    }

    // Also where a word has a colour of its own.
    void wordsFollowTheScheme()
    {
        const Setup setup;
        setup.press(Qt::Key_F, Qt::ControlModifier);
        setup.write(u"S260914a"_s);
        QTRY_COMPARE(setup.bar()->found(), u"30 row(s)"_s);
        const auto colourOf = [&](const QString &words) {
            for (const QLabel *label : setup.window->findChildren<QLabel *>()) {
                if (label->text() == words)
                    return label->palette().color(QPalette::WindowText);
            }
            return QColor();
        };
        for (const Scheme scheme : {Scheme::Dark, Scheme::Light}) {
            Theme::setScheme(scheme);
            QCoreApplication::processEvents();
            QCOMPARE(colourOf(u"30 row(s)"_s), Theme::palette().text);
            QCOMPARE(colourOf(u"No filter"_s), Theme::palette().muted);
        }
    }

    void filterBoxKeepsItsKey()
    {
        const Setup setup;
        setup.press(Qt::Key_Slash, Qt::ControlModifier);
        QTRY_VERIFY(setup.window->findChild<FilterRow *>()->isAncestorOf(QApplication::focusWidget()));
        setup.press(Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(setup.bar()->isAncestorOf(QApplication::focusWidget()));
    }

    void goToSaysWhatItUnderstood()
    {
        const Setup setup;
        GoToDialog *dialog = setup.openGoTo();
        QVERIFY(dialog);
        QCOMPARE(tests::namelessControls(*dialog), QStringList());
        setup.write(u"2026-09-03 10:30"_s);
        QCOMPARE(dialog->understood(), u"Time 2026-09-03 10:30:00 UT, and the first row from there on"_s);
        QTRY_COMPARE(dialog->outcome(), u"Row 60: ZTF2659, 2026-09-03 11:00:00.000 UT"_s);
        picture(dialog, u"goto"_s);
        setup.press(Qt::Key_Return);
        QCOMPARE(setup.row(), 59);
        QVERIFY(setup.isBack());
    }

    void goToWaitsForItsAnswer()
    {
        const Setup setup;
        QVERIFY(setup.openGoTo());
        setup.write(u"#17"_s);
        setup.press(Qt::Key_Return); // before the row has been looked up
        QTRY_COMPARE(setup.row(), 16);
        QVERIFY(setup.openGoTo());
        setup.write(u"s260914a"_s);
        setup.press(Qt::Key_Return);
        QTRY_COMPARE(setup.row(), 293);
    }

    void goToShowsWhatTheFilterHides()
    {
        const Setup setup;
        setup.filter(u"name = \"S260914a\""_s);
        QCOMPARE(setup.model->rowCount(), 30);
        GoToDialog *dialog = setup.openGoTo();
        QVERIFY(dialog);
        setup.write(u"ZTF2659"_s);
        QTRY_VERIFY(dialog->outcome().endsWith(u"The filter hides it."_s));
        auto *clear = qobject_cast<QPushButton *>(tests::controlNamed(*dialog, u"Clear the filter and go"_s));
        QVERIFY(clear && clear->isVisible());
        picture(dialog, u"goto-hidden"_s);
        setup.press(Qt::Key_Return); // the harmless key changes no filter
        QVERIFY(dialog->isVisible() && setup.model->filter());
        QTest::mouseClick(clear, Qt::LeftButton);
        QTRY_COMPARE(setup.row(), 59);
        QCOMPARE(setup.model->rowCount(), 300);

        setup.filter(u"name = \"S260914a\""_s);
        dialog = setup.openGoTo();
        QVERIFY(dialog);
        setup.write(u"2026-09-03 10:30"_s); // of the rows that are shown
        QTRY_COMPARE(dialog->outcome(), u"Row 64: S260914a, 2026-09-03 15:00:00.000 UT"_s);
    }

    // What is looked for stands in the index: a damaged packet hides no row.
    void damagedPacketsHideNoRow()
    {
        const Setup setup;
        setup.night.damage("id");
        setup.press(Qt::Key_F, Qt::ControlModifier);
        setup.write(u"s260914A"_s);
        QTRY_COMPARE(setup.bar()->found(), u"30 row(s)"_s);
        setup.press(Qt::Key_Escape);
        GoToDialog *dialog = setup.openGoTo();
        QVERIFY(dialog);
        setup.write(u"ZTF2659"_s);
        QTRY_COMPARE(dialog->outcome(), u"Row 60: ZTF2659, 2026-09-03 11:00:00.000 UT"_s);
    }

    void goToSaysWhatIsNotThere()
    {
        const Setup setup;
        GoToDialog *dialog = setup.openGoTo();
        QVERIFY(dialog);
        auto *text = dialog->findChild<QLineEdit *>();
        for (const auto &[what, said] : {std::pair{u"#301"_s, u"The archive has no such row."_s},
                                         std::pair{u"2030-01-01"_s, u"No row has this time or a later one."_s},
                                         std::pair{u"M 31"_s, u"No row has an ID or a name that begins so."_s}}) {
            text->setText(what);
            QTRY_COMPARE(dialog->outcome(), said);
        }
        text->setText(u"#x"_s);
        QVERIFY(dialog->understood().contains(u"#1234"_s));
        setup.press(Qt::Key_Escape);
        QTRY_VERIFY(!setup.window->findChild<GoToDialog *>());
    }

    void historyGoesThroughTheRows()
    {
        const Setup setup;
        const MainWindowActions &actions = setup.window->actions();
        setup.table->setFocus();
        QVERIFY(!actions.back->isEnabled() && !actions.forward->isEnabled());
        for (const int row : {10, 23, 50})
            setup.choose(row);
        QVERIFY(actions.back->isEnabled() && !actions.forward->isEnabled());
        setup.press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(setup.row(), 23);
        setup.press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(setup.row(), 10);
        QVERIFY(!actions.back->isEnabled() && actions.forward->isEnabled());
        setup.press(Qt::Key_Right, Qt::AltModifier);
        setup.press(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(setup.row(), 50);

        // What the filter hides is gone past, with a word.
        setup.filter(u"id in (\"10\", \"50\")"_s);
        QTRY_COMPARE(setup.model->rowCount(), 2);
        setup.press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(setup.model->numberAt(setup.row()), 11);
        QVERIFY2(setup.window->status().said().contains(u"skipped"_s), qPrintable(setup.window->status().said()));
        setup.filter(u"id = \"50\""_s);
        QTRY_COMPARE(setup.model->rowCount(), 1);
        setup.press(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(setup.model->numberAt(setup.row()), 51);
        setup.press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(setup.window->status().said(), u"The table shows none of the rows before this one."_s);
    }

    void menusListTheWays()
    {
        const Setup setup;
        QStringList ways;
        for (const QMenu *menu : setup.window->menuBar()->findChildren<QMenu *>(Qt::FindDirectChildrenOnly)) {
            if (menu->title() == u"&Go"_s) {
                for (const QAction *action : menu->actions())
                    ways << action->text();
            }
        }
        for (const QString &way : {u"Go to…"_s, u"Back"_s, u"Forward"_s, u"Next unseen"_s, u"Previous unseen"_s})
            QVERIFY2(ways.contains(way), qPrintable(way));
        // No key does two things.
        QStringList keys;
        for (const QAction *action : setup.window->actions().all()) {
            for (const QKeySequence &key : action->shortcuts())
                keys << key.toString();
        }
        QStringList once = keys;
        once.removeDuplicates();
        QCOMPARE(once.size(), keys.size());
    }
};

QTEST_MAIN(TestWindowFinding)
#include "tst_windowfinding.moc"
