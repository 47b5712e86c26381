// SPDX-License-Identifier: GPL-3.0-or-later
// The list of keys that an observer works with, key after key, pressed in the window over a real archive.
#include "support/accessiblewalk.h"
#include "support/night.h"
#include "support/streambench.h"
#include "ui/dialogs/commandsdialog.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/keysdialog.h"
#include "ui/keybindings.h"
#include "ui/mainwindow.h"
#include "ui/mainwindowactions.h"
#include "ui/models/alerttablemodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alerttable.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/fieldspage.h"
#include "ui/widgets/filterbox.h"
#include "ui/widgets/filterrow.h"
#include "ui/widgets/findbar.h"
#include "ui/widgets/savedfilters.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::Night;
using tests::StreamBench;

namespace {

constexpr int kRows = 120;

std::string fixture(const QString &name)
{
    QFile file(QStringLiteral(TOCSIN_TEST_DATA "/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

// The window over 120 seen alerts: rows 3 and 7 are revisions of one event, row 1 has images, row 2 a light curve.
struct Setup {
    Night night;
    StreamBench bench;
    std::unique_ptr<MainWindow> window;
    AlertTable *table = nullptr;
    AlertTableModel *model = nullptr;

    Setup()
    {
        night.arrive(1, [](Alert &alert) { alert.mission = "ZTF"; }, fixture(u"ztf.avro"_s));
        night.arrive(1, [](Alert &alert) { alert.mission = "ZTF"; }, fixture(u"ztf_light.avro"_s));
        night.arrive(kRows - 2, [](Alert &alert) {
            alert.ra = 187.70593;
            alert.dec = -12.39112;
            if (alert.id == "2" || alert.id == "6")
                tests::ofEvent(alert, 9);
        });
        night.settle();
        open();
    }
    void open()
    {
        Places places = Places::resolve(bench.folder.path());
        window = std::make_unique<MainWindow>(WindowServices{.manager = bench.manager,
                                                             .feed = night.feed,
                                                             .archive = *night.store,
                                                             .sink = bench.pipeline,
                                                             .places = places,
                                                             .profile = {}});
        window->resize(1300, 700);
        window->show();
        table = part<AlertTable>();
        model = part<AlertTableModel>();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        window->activateWindow();
        QTRY_COMPARE(model->rowCount(), kRows);
        QTRY_VERIFY(!model->isLoading());
        table->setFocus();
        QTRY_COMPARE(QApplication::focusWidget(), table);
    }
    ~Setup() { window.reset(); }

    template <typename T>
    T *part() const
    {
        return window->findChild<T *>();
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : window.get(), static_cast<Qt::Key>(key), modifiers);
    }
    int row() const { return table->currentIndex().row(); }
    void choose(int at) const
    {
        table->setCurrentIndex(model->index(at, tests::columnOf(CellKind::Name)));
        QTRY_VERIFY(model->recordAt(at));
    }
    uint8_t marksOf(int at) const { return model->recordAt(at)->marks; }
    FilterRow *filterRow() const { return part<FilterRow>(); }
    bool has(const QWidget *pane) const { return pane == QApplication::focusWidget() || pane->isAncestorOf(QApplication::focusWidget()); }
    QWidget *page() const { return part<DetailPane>()->findChild<QTabWidget *>()->currentWidget(); }
    QString tab() const
    {
        const auto *tabs = part<DetailPane>()->findChild<QTabWidget *>();
        return tabs->tabText(tabs->currentIndex());
    }
    // Rows that are new to whoever looks.
    void arrive(int count)
    {
        const int before = model->rowCount();
        night.arrive(count);
        QTRY_COMPARE(model->rowCount(), before + count);
    }
    template <typename T>
    bool opens() const
    {
        return QTest::qWaitFor([this] { return part<T>() != nullptr; });
    }
};

struct Walk {
    const char *keys;
    std::function<void(Setup &)> walk;
};

const std::vector<Walk> &walks()
{
    static const std::vector<Walk> all = {
        {"Ctrl+/",
         [](Setup &on) {
             on.press(Qt::Key_Slash, Qt::ControlModifier);
             QCOMPARE(QApplication::focusWidget(), on.filterRow()->box());
         }},
        {"Enter in the filter",
         [](Setup &on) {
             on.filterRow()->focusBox();
             QTest::keyClicks(QApplication::focusWidget(), u"id = \"3\""_s);
             on.press(Qt::Key_Return);
             QTRY_COMPARE(on.model->rowCount(), 1);
             QCOMPARE(QApplication::focusWidget(), on.table);
         }},
        {"Esc in the filter",
         [](Setup &on) {
             on.filterRow()->focusBox();
             QTest::keyClicks(QApplication::focusWidget(), u"id = \"3\""_s);
             on.part<FilterRow>()->box()->setModified(true);
             for (int tries = 0; tries < 3 && QApplication::focusWidget() != on.table; ++tries)
                 on.press(Qt::Key_Escape); // first the completion, a search that runs
             QCOMPARE(QApplication::focusWidget(), on.table);
             QCOMPARE(on.filterRow()->text(), u"id = \"3\""_s);
         }},
        {"Ctrl+1..9",
         [](Setup &on) {
             QList<SavedFilter> saved;
             for (int i = 1; i <= 9; ++i)
                 saved << SavedFilter{u"f%1"_s.arg(i), u"id = \"%1\""_s.arg(i)};
             on.filterRow()->saved()->setFilters(saved);
             for (int i = 1; i <= 9; ++i) {
                 on.press(Qt::Key_0 + i, Qt::ControlModifier);
                 QTRY_VERIFY(on.model->rowCount() == 1 && !on.model->isLoading());
                 QCOMPARE(on.filterRow()->text(), u"id = \"%1\""_s.arg(i));
             }
         }},
        {"F",
         [](Setup &on) {
             on.choose(5);
             on.press(Qt::Key_F);
             QCOMPARE(on.filterRow()->text(), u"name = \"ZTF265\""_s);
             QTRY_COMPARE(on.model->rowCount(), 1);
         }},
        {"Shift+F",
         [](Setup &on) {
             on.choose(5);
             on.press(Qt::Key_F, Qt::ShiftModifier);
             QTRY_COMPARE(on.model->rowCount(), kRows - 1);
         }},
        {"J, K",
         [](Setup &on) {
             on.choose(5);
             on.press(Qt::Key_J);
             on.press(Qt::Key_J);
             QCOMPARE(on.row(), 7);
             on.press(Qt::Key_K);
             QCOMPARE(on.row(), 6);
             QVERIFY(on.table->selectionModel()->isRowSelected(6) && on.table->selectedRows().size() == 1);
         }},
        {"Up, Down",
         [](Setup &on) {
             on.choose(5);
             on.press(Qt::Key_Down);
             QCOMPARE(on.row(), 6);
             on.press(Qt::Key_Up);
             on.press(Qt::Key_Up);
             QCOMPARE(on.row(), 4);
         }},
        {"N, Shift+N",
         [](Setup &on) {
             on.arrive(3);
             on.choose(5);
             on.press(Qt::Key_N);
             QCOMPARE(on.row(), kRows);
             on.press(Qt::Key_N); // the one that is looked at is seen
             QCOMPARE(on.row(), kRows + 1);
             on.press(Qt::Key_N, Qt::ShiftModifier);
             QCOMPARE(on.row(), kRows + 2); // around: nothing before it is unseen
         }},
        {"End",
         [](Setup &on) {
             on.choose(5);
             on.table->setFollow(false);
             on.press(Qt::Key_End);
             QVERIFY(on.table->isFollowing() && !on.table->isFollowHeld());
             QVERIFY(on.table->selectedRows().isEmpty());
             on.arrive(1);
             QTRY_VERIFY(on.table->rowViewportPosition(kRows) + on.table->rowHeight(kRows) <= on.table->viewport()->height());
         }},
        {"Ctrl+Shift+P",
         [](Setup &on) {
             on.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
             on.night.arrive(2);
             QTRY_COMPARE(on.model->waitingRows(), 2); // stored, not shown
             QCOMPARE(on.model->rowCount(), kRows);
             on.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
             QCOMPARE(on.model->rowCount(), kRows + 2);
         }},
        {"M",
         [](Setup &on) {
             on.choose(5);
             on.press(Qt::Key_M);
             QVERIFY(on.marksOf(5) & archive::Starred);
             on.press(Qt::Key_M);
             QVERIFY(!(on.marksOf(5) & archive::Starred));
         }},
        {"P",
         [](Setup &on) {
             on.choose(5);
             on.press(Qt::Key_P);
             QVERIFY(on.marksOf(5) & archive::Pinned);
             on.press(Qt::Key_P);
             QVERIFY(!(on.marksOf(5) & archive::Pinned));
         }},
        {"C, Shift+C",
         [](Setup &on) {
             on.choose(5);
             on.press(Qt::Key_C);
             QTRY_COMPARE(QApplication::clipboard()->text(), u"187.70593 -12.39112"_s);
             on.press(Qt::Key_C, Qt::ShiftModifier);
             QTRY_COMPARE(QApplication::clipboard()->text(), u"12:30:49.42 -12:23:28.0"_s);
         }},
        {"Ctrl+E",
         [](Setup &on) {
             on.choose(5);
             on.press(Qt::Key_E, Qt::ControlModifier);
             QVERIFY(on.opens<ExportDialog>());
         }},
        {"L",
         [](Setup &on) {
             on.choose(1);
             on.press(Qt::Key_L); // before its packet has been read
             QTRY_COMPARE(on.tab(), u"Light"_s);
             QCOMPARE(QApplication::focusWidget(), on.table); // and on to the next row
             on.press(Qt::Key_J);
             QTRY_COMPARE(on.tab(), u"Fields"_s);
             on.press(Qt::Key_L);
             QTRY_VERIFY2(on.window->status().said().startsWith(u"This alert has no light curve"_s), qPrintable(on.window->status().said()));
             on.press(Qt::Key_K);
             QTRY_COMPARE(on.tab(), u"Light"_s);
         }},
        {"I",
         [](Setup &on) {
             on.choose(0);
             QTRY_COMPARE(on.tab(), u"Fields"_s);
             on.press(Qt::Key_I);
             QTRY_COMPARE(on.tab(), u"Images"_s);
             on.choose(5);
             on.press(Qt::Key_I);
             QTRY_VERIFY2(on.window->status().said().startsWith(u"This alert has no images"_s), qPrintable(on.window->status().said()));
         }},
        {"D",
         [](Setup &on) {
             on.choose(6);
             on.press(Qt::Key_D);
             QTRY_VERIFY(on.part<FieldsPage>()->isOnlyChanges());
             on.press(Qt::Key_D);
             QTRY_VERIFY(!on.part<FieldsPage>()->isOnlyChanges());
         }},
        {"Alt+Left, Alt+Right",
         [](Setup &on) {
             on.choose(5);
             on.choose(50);
             on.press(Qt::Key_Left, Qt::AltModifier);
             QCOMPARE(on.row(), 5);
             on.press(Qt::Key_Right, Qt::AltModifier);
             QCOMPARE(on.row(), 50);
         }},
        {"Ctrl+K",
         [](Setup &on) {
             on.filterRow()->focusBox();
             on.press(Qt::Key_K, Qt::ControlModifier);
             QVERIFY(on.opens<CommandsDialog>());
         }},
        {"Ctrl+K where boxes have it", // as on desktops where it cuts the line; Ctrl+A is theirs on all
         [](Setup &on) {
             on.window->actions().commands->setShortcut(QKeySequence(u"Ctrl+A"_s));
             on.filterRow()->focusBox();
             on.press(Qt::Key_A, Qt::ControlModifier);
             QVERIFY(on.opens<CommandsDialog>());
         }},
        {"F6, Shift+F6",
         [](Setup &on) {
             on.press(Qt::Key_F6);
             QVERIFY(on.has(on.part<DetailPane>()));
             on.press(Qt::Key_F6, Qt::ShiftModifier);
             QCOMPARE(QApplication::focusWidget(), on.table);
         }},
        {"F1",
         [](Setup &on) {
             on.press(Qt::Key_F1);
             QVERIFY(on.opens<KeysDialog>());
         }},
    };
    return all;
}

} // namespace

class TestWindowKeys final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::install(); }
    void keyDoes_data();
    void keyDoes();
    void lettersWithoutACommandDoNothing();
    void lettersAreOnlyTheTables();
    void commandsAreFoundAndDone();
    void everyCommandHasAName();
    void keysCanBeChanged();
};

void TestWindowKeys::keyDoes_data()
{
    QTest::addColumn<int>("at");
    for (size_t i = 0; i < walks().size(); ++i)
        QTest::newRow(walks()[i].keys) << static_cast<int>(i);
}

void TestWindowKeys::keyDoes()
{
    QFETCH(const int, at);
    Setup setup;
    if (!QTest::currentTestFailed())
        walks()[static_cast<size_t>(at)].walk(setup);
}

// Keys of parts that are not there yet, and all others: a row is left on purpose, or not at all.
void TestWindowKeys::lettersWithoutACommandDoNothing()
{
    const Setup setup;
    setup.choose(5);
    // Z first: the rows are called ZTF26…, and letters that follow each other are one word to Qt.
    for (const int key : {Qt::Key_Z, Qt::Key_A, Qt::Key_B, Qt::Key_E, Qt::Key_G, Qt::Key_H, Qt::Key_O, Qt::Key_Q, Qt::Key_R, Qt::Key_S, Qt::Key_T, Qt::Key_V,
                          Qt::Key_W, Qt::Key_Y, Qt::Key_0, Qt::Key_6, Qt::Key_9}) {
        QTest::keyClick(setup.table, static_cast<Qt::Key>(key));
        QVERIFY2(setup.row() == 5 && setup.table->selectedRows() == QList<qint64>{6}, qPrintable(QKeySequence(key).toString()));
    }
    QCOMPARE(setup.model->rowCount(), kRows);
    QCOMPARE(setup.marksOf(5) & ~archive::Seen, 0);
}

void TestWindowKeys::lettersAreOnlyTheTables()
{
    const Setup setup;
    setup.choose(5);
    setup.press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(setup.has(setup.part<FindBar>()));
    QTest::keyClicks(QApplication::focusWidget(), u"mpfjknlidc"_s);
    QCOMPARE(setup.part<FindBar>()->text(), u"mpfjknlidc"_s);
    QCOMPARE(setup.row(), 5);
    QCOMPARE(setup.marksOf(5) & ~archive::Seen, 0);
    QVERIFY(setup.filterRow()->text().isEmpty());
}

void TestWindowKeys::commandsAreFoundAndDone()
{
    const Setup setup;
    setup.press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(setup.opens<CommandsDialog>());
    QPointer<CommandsDialog> dialog = setup.part<CommandsDialog>();
    QCOMPARE(tests::namelessControls(*dialog), QStringList());
    auto *box = dialog->findChild<QLineEdit *>();
    auto *list = dialog->findChild<QTreeWidget *>();
    const auto texts = [&list] {
        QStringList all;
        for (int i = 0; i < list->topLevelItemCount(); ++i)
            all << list->topLevelItem(i)->text(0);
        return all;
    };
    const QStringList all = texts();
    QVERIFY2(all.contains(u"Pause view"_s) && all.contains(u"Dark"_s) && all.contains(u"Find"_s), qPrintable(all.join(u'\n')));
    QVERIFY(!all.contains(u"Mark"_s)); // no row is chosen
    QTest::keyClicks(box, u"dark col"_s);
    QCOMPARE(texts(), QStringList{u"Dark"_s});
    QCOMPARE(list->topLevelItem(0)->text(1), u"View, Colours"_s);
    QCOMPARE(box->accessibleDescription(), u"Dark, View, Colours"_s);
    box->setText(u"no such thing"_s);
    QVERIFY(texts().isEmpty());
    QTest::keyClick(box, Qt::Key_Return);
    QVERIFY(dialog && dialog->isVisible());
    box->setText(u"fi"_s); // what begins so comes first
    QVERIFY(texts().constFirst().startsWith(u"Fi"_s));
    const QStringList found = texts();
    const qsizetype wanted = found.indexOf(u"Filter box"_s);
    QVERIFY(wanted >= 0);
    for (qsizetype i = 0; i < wanted; ++i)
        QTest::keyClick(box, Qt::Key_Down);
    QTest::keyClick(box, Qt::Key_Return);
    QTRY_VERIFY(!dialog);
    setup.window->activateWindow();
    QTRY_COMPARE(QApplication::focusWidget(), setup.filterRow()->box());

    // What stands in several menus is one command; the digits of a menu are no part of it.
    setup.choose(5);
    setup.press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(setup.opens<CommandsDialog>());
    list = setup.part<CommandsDialog>()->findChild<QTreeWidget *>();
    QCOMPARE(texts().count(u"Templates"_s), 1);
    QVERIFY2(texts().contains(u"Chat line"_s) && texts().contains(u"Mark"_s), qPrintable(texts().join(u'\n')));
}

void TestWindowKeys::everyCommandHasAName()
{
    const Setup setup;
    QStringList names;
    for (const QAction *action : setup.window->actions().all()) {
        QVERIFY2(!action->objectName().isEmpty() && !names.contains(action->objectName()), qPrintable(action->text()));
        names << action->objectName();
    }
}

// In the list of keys, from then on everywhere, and at the next start.
void TestWindowKeys::keysCanBeChanged()
{
    Setup setup;
    setup.press(Qt::Key_F1);
    QVERIFY(setup.opens<KeysDialog>());
    QPointer<KeysDialog> dialog = setup.part<KeysDialog>();
    auto *list = dialog->findChild<QTreeWidget *>();
    const auto give = [&](const QString &what, const QKeySequence &key) {
        const QList<QTreeWidgetItem *> found = list->findItems(what, Qt::MatchExactly | Qt::MatchRecursive);
        QCOMPARE(found.size(), 1);
        list->setCurrentItem(found.front());
        dialog->findChild<QKeySequenceEdit *>()->setKeySequence(key);
        auto *use = qobject_cast<QPushButton *>(tests::controlNamed(*dialog, u"Use this key"_s));
        QVERIFY(use && use->isEnabled());
        use->click();
    };
    give(u"Next row"_s, QKeySequence(u"Y"_s));
    give(u"Mark, or take the mark away"_s, QKeySequence(u"J"_s)); // free now
    give(u"Filter box"_s, QKeySequence(u"Ctrl+U"_s));
    dialog->close();
    QTRY_VERIFY(!dialog);
    const auto works = [](const Setup &on) {
        on.table->setFocus();
        on.window->activateWindow();
        QTRY_COMPARE(QApplication::focusWidget(), on.table);
        on.choose(5);
        on.press(Qt::Key_Y);
        QCOMPARE(on.row(), 6);
        const uint8_t before = on.marksOf(6);
        on.press(Qt::Key_M); // nothing any more
        QCOMPARE(on.marksOf(6) & archive::Starred, before & archive::Starred);
        on.press(Qt::Key_J);
        QCOMPARE(on.row(), 6);
        QVERIFY((on.marksOf(6) ^ before) & archive::Starred);
        on.press(Qt::Key_Slash, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), on.table);
        on.press(Qt::Key_U, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), on.filterRow()->box());
    };
    works(setup);
    if (QTest::currentTestFailed())
        return;
    setup.window.reset();
    setup.open();
    works(setup);
}

QTEST_MAIN(TestWindowKeys)
#include "tst_windowkeys.moc"
