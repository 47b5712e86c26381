// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal.h"
#include "core/services/alertfeed.h"
#include "support/accessiblewalk.h"
#include "support/streambench.h"
#include "ui/dialogs/archivedialog.h"
#include "ui/dialogs/askdialog.h"
#include "ui/dialogs/helppagedialog.h"
#include "ui/dialogs/keysdialog.h"
#include "ui/dialogs/streamdialog.h"
#include "ui/mainwindow.h"
#include "ui/mainwindowactions.h"
#include "ui/mainwindowclosing.h"
#include "ui/models/alerttablemodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alerttable.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/fieldspage.h"
#include "ui/widgets/filterbox.h"
#include "ui/widgets/filterrow.h"
#include "ui/widgets/firstrunpage.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/pinnedrows.h"
#include "ui/widgets/savedfilters.h"
#include "ui/widgets/streamlist.h"

#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QDropEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QToolBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::StreamBench;

namespace {

// A window over a folder of its own; its archive is in memory and answers no questions.
struct Setup {
    StreamBench bench;
    services::AlertFeed feed;
    journal::Journal journal{QString()};
    std::unique_ptr<MainWindow> window;

    explicit Setup(bool demo = false) { open(demo); }
    void open(bool demo = false)
    {
        Places places = Places::resolve(bench.folder.path());
        places.archive = bench.folder.filePath(u"archive"_s);
        window = std::make_unique<MainWindow>(WindowServices{.manager = bench.manager,
                                                             .feed = feed,
                                                             .archive = bench.archive,
                                                             .journal = &journal,
                                                             .sink = bench.pipeline,
                                                             .places = places,
                                                             .profile = {},
                                                             .demo = demo});
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        window->activateWindow();
    }
    QDockWidget *dock(const QString &name) const { return window->findChild<QDockWidget *>(name); }
    template <typename T>
    T *part() const
    {
        return window->findChild<T *>();
    }
};

// Who is connected to a signal; Qt keeps the count for derived classes.
struct Listening : QObject {
    static constexpr auto count = &Listening::receivers;
};

int listeners(const QObject &object, const char *signal)
{
    return (object.*Listening::count)(signal);
}

void drop(QWidget &on, const QStringList &files)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &file : files)
        urls << QUrl::fromLocalFile(file);
    data.setUrls(urls);
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&on, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&on, &event);
    QVERIFY(event.isAccepted());
}

} // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install(); }
    void firstRunOffersEveryKind();
    void streamsBringTheTable();
    void demoIsMarked();
    void everyControlHasAName();
    void namesOfTheContract();
    void noMenuEntryWithoutEffect();
    void menuDrivesTheStream();
    void editedStreamStaysTheCurrentOne();
    void addStreamFromTheWindow();
    void droppedFilesGoToTheArchive();
    void otherDropsAreRefused();
    void archiveTroubleIsSaid();
    void clockIsCopied();
    void comparingShowsTheAlert();
    void filterFindsItsWay();
    void filterLanguageIsExplained();
    void formatOfTheRowIsExplained();
    void panesGoRound();
    void keysAreListed();
    void textGrowsAndShrinks();
    void textComesBackAsItWas();
    void smallWindowsCanBeUsed();
    void lastColumnsAreInSight();
    void manyFilesAreOneSentence();
    void layoutIsKept();
    void smallWindowsAreEnough();
    void closingStopsTheStreams();
};

void MainWindowTest::firstRunOffersEveryKind()
{
    const Setup setup;
    QVERIFY(setup.window->windowTitle().startsWith(u"Tocsin"_s));
    auto *page = setup.part<FirstRunPage>();
    QTRY_VERIFY(page->isVisible());
    QVERIFY(!setup.dock(u"streams"_s)->isVisible());
    const QSignalSpy demo(setup.window.get(), &MainWindow::demoWanted);
    const auto buttons = page->findChildren<QPushButton *>();
    QCOMPARE(static_cast<size_t>(buttons.size()), streams::streamTypes().size() + 1); // the demo is one of them, files are not
    buttons[0]->click();
    QCOMPARE(demo.count(), 1);
    int at = 0;
    for (const streams::StreamType &type : streams::streamTypes()) {
        if (type.id == u"demo"_s)
            continue;
        buttons[++at]->click();
        auto *dialog = setup.part<StreamDialog>();
        QVERIFY(dialog);
        QCOMPARE(dialog->config().type, type.id);
        delete dialog;
    }
}

void MainWindowTest::streamsBringTheTable()
{
    Setup setup;
    QTRY_VERIFY(setup.part<FirstRunPage>()->isVisible());
    QVERIFY(setup.bench.manager.add(StreamBench::kafka(u"gcn"_s)));
    QTRY_VERIFY(setup.part<AlertTable>()->isVisible());
    QVERIFY(!setup.part<FirstRunPage>()->isVisible());
    QVERIFY(setup.dock(u"streams"_s)->isVisible());
    QVERIFY(setup.dock(u"alert"_s)->isVisible());
    QTRY_VERIFY(setup.part<EmptyPage>()->isVisible()); // and says why there is no row
}

void MainWindowTest::demoIsMarked()
{
    const Setup setup(true);
    QCOMPARE(setup.window->windowTitle(), u"Tocsin · Demo"_s);
    QCOMPARE(setup.window->contentsMargins(), QMargins(4, 4, 4, 4));
    const QImage picture = setup.window->grab().toImage();
    QCOMPARE(picture.pixelColor(1, 1), Theme::palette().instMock);
    QVERIFY(setup.window->actions().leaveDemo->isVisible());
    QVERIFY(!setup.window->actions().startDemo->isVisible());
    QVERIFY(!setup.window->actions().addStream->isEnabled()); // never mixed
}

void MainWindowTest::everyControlHasAName()
{
    Setup setup;
    QCOMPARE(tests::namelessControls(*setup.window), QStringList());
    QVERIFY(setup.bench.manager.add(StreamBench::kafka(u"gcn"_s)));
    QTRY_VERIFY(setup.part<AlertTable>()->isVisible());
    QCOMPARE(tests::namelessControls(*setup.window), QStringList());
    setup.window->actions().editStream->trigger();
    auto *dialog = setup.part<StreamDialog>();
    QVERIFY(dialog);
    dialog->findChild<QToolButton *>()->setChecked(true); // the advanced options too
    QCOMPARE(tests::namelessControls(*dialog), QStringList());
    dialog->close();
    setup.window->actions().streamLog->trigger();
    setup.window->actions().keys->trigger();
    setup.window->actions().about->trigger();
    setup.window->actions().renameStream->trigger();
    setup.window->actions().removeStream->trigger();
    Q_EMIT setup.window->status().clicked(WindowStatus::Item::Archive);
    const auto dialogs = setup.window->findChildren<QDialog *>();
    QVERIFY(dialogs.size() >= 6);
    for (const QDialog *each : dialogs) {
        const QStringList nameless = tests::namelessControls(*each);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u' ')));
    }
}

void MainWindowTest::namesOfTheContract()
{
    Setup setup;
    QVERIFY(setup.bench.manager.add(StreamBench::kafka(u"gcn"_s)));
    QTRY_VERIFY(setup.part<AlertTable>()->isVisible());
    QCOMPARE(setup.part<StreamList>()->accessibleName(), u"Streams"_s);
    QCOMPARE(setup.part<AlertTable>()->accessibleName(), u"Alerts"_s);
    QCOMPARE(setup.part<FilterRow>()->box()->accessibleName(), u"Filter"_s);
    QStringList buttons;
    for (const QToolButton *button : setup.window->actions().toolBar->findChildren<QToolButton *>()) {
        if (button->isVisible())
            buttons << tests::accessibleNameOf(*button);
    }
    QCOMPARE(buttons, (QStringList{u"Add stream"_s, u"Start"_s, u"Stop"_s, u"Pause view"_s, u"Follow"_s, u"Mark"_s, u"Create target"_s, u"Export"_s, u"Accounts"_s, u"Rules"_s}));
    QCOMPARE(setup.window->actions().editStream->text(), u"Edit stream"_s);
}

void MainWindowTest::noMenuEntryWithoutEffect()
{
    const Setup setup;
    for (QMenu *menu : setup.window->menuBar()->findChildren<QMenu *>()) {
        for (const QAction *action : menu->actions()) {
            if (action->isSeparator() || action->menu())
                continue;
            QVERIFY2(!action->text().isEmpty(), qPrintable(menu->title()));
            const bool heard = listeners(*action, SIGNAL(triggered(bool))) + listeners(*action, SIGNAL(toggled(bool))) > 0;
            QVERIFY2(heard, qPrintable(action->text()));
        }
    }
}

void MainWindowTest::menuDrivesTheStream()
{
    Setup setup;
    QVERIFY(setup.bench.manager.add(StreamBench::kafka(u"one"_s)));
    const MainWindowActions &actions = setup.window->actions();
    const QString uuid = setup.bench.uuid(u"one"_s);
    QVERIFY(actions.startStream->isEnabled() && !actions.stopStream->isEnabled()); // the only one
    actions.startStream->trigger();
    QVERIFY(setup.bench.manager.isRunning(uuid));
    QVERIFY(!actions.startStream->isEnabled() && actions.stopStream->isEnabled());
    actions.stopStream->trigger();
    QVERIFY(!setup.bench.manager.isRunning(uuid));
    QCOMPARE(actions.toggleStream->text(), u"Disable"_s);
    actions.toggleStream->trigger();
    QVERIFY(!setup.bench.manager.find(uuid)->enabled);
    QCOMPARE(actions.toggleStream->text(), u"Enable"_s);
    QVERIFY(!actions.startStream->isEnabled());
    actions.toggleStream->trigger();

    QVERIFY(setup.bench.manager.add(StreamBench::kafka(u"two"_s)));
    QVERIFY(!actions.startStream->isEnabled()); // which one?
    setup.part<StreamList>()->select(setup.bench.uuid(u"two"_s));
    QVERIFY(actions.startStream->isEnabled());
    actions.startAll->trigger();
    QVERIFY(setup.bench.manager.isRunning(uuid) && setup.bench.manager.isRunning(setup.bench.uuid(u"two"_s)));
    actions.stopAll->trigger();
    QVERIFY(!setup.bench.manager.anyRunning());
}

void MainWindowTest::editedStreamStaysTheCurrentOne()
{
    Setup setup;
    for (const QString &name : {u"one"_s, u"two"_s, u"three"_s})
        QVERIFY(setup.bench.manager.add(StreamBench::kafka(name)));
    auto *list = setup.part<StreamList>();
    const QString uuid = setup.bench.uuid(u"two"_s);
    list->select(uuid);
    setup.window->actions().editStream->trigger();
    auto *dialog = setup.part<StreamDialog>();
    for (auto *button : dialog->findChildren<QPushButton *>()) {
        if (button->text() == u"Save"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(list->currentUuid(), uuid);
    QVERIFY(setup.window->actions().streamLog->isEnabled());
    setup.window->actions().startStream->trigger();
    QVERIFY(setup.bench.manager.isRunning(uuid));
    QVERIFY(setup.bench.manager.remove(uuid));
    QVERIFY(!setup.window->actions().streamLog->isEnabled()); // which one of the two?
}

void MainWindowTest::addStreamFromTheWindow()
{
    Setup setup;
    setup.window->actions().addStream->trigger();
    auto *dialog = setup.part<StreamDialog>();
    QVERIFY(dialog);
    auto *kinds = dialog->findChild<QListWidget *>();
    QVERIFY(kinds && kinds->findItems(u"Apache Kafka"_s, Qt::MatchExactly).size() == 1);
    kinds->setCurrentItem(kinds->findItems(u"Apache Kafka"_s, Qt::MatchExactly).first());
    for (const auto &[name, text] : {std::pair{u"Servers"_s, u"127.0.0.1:9"_s}, std::pair{u"Topics"_s, u"alerts"_s}}) {
        QWidget *field = tests::controlNamed(*dialog, name);
        QVERIFY2(field, qPrintable(name));
        QTest::keyClicks(field, text);
    }
    auto *name = qobject_cast<QLineEdit *>(tests::controlNamed(*dialog, u"Name"_s));
    name->selectAll();
    QTest::keyClicks(name, u"mine"_s);
    for (auto *button : dialog->findChildren<QPushButton *>()) {
        if (button->text() == u"Add stream"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    const QString uuid = setup.bench.uuid(u"mine"_s);
    QVERIFY(!uuid.isEmpty());
    QVERIFY(setup.bench.manager.isRunning(uuid)); // it starts with the program, so it starts now
    QSignalSpy stopped(&setup.bench.manager, &services::StreamManager::allStopped);
    setup.bench.manager.stopAll();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.count(), 1, 5000);
}

void MainWindowTest::droppedFilesGoToTheArchive()
{
    Setup setup;
    const QString file = setup.bench.folder.filePath(u"notice.json"_s);
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(R"({"id": "T-1", "ra": 10.5, "dec": -3.25, "alert_datetime": "2026-03-01T04:05:06Z"})");
    out.close();
    drop(*setup.window, {file});
    const auto packets = setup.bench.archive.waitForPackets(1);
    QCOMPARE(packets.size(), 1u);
    QTRY_VERIFY(setup.window->status().said().startsWith(u"notice.json: "_s));
}

void MainWindowTest::otherDropsAreRefused()
{
    const Setup setup;
    QMimeData data;
    data.setUrls({QUrl(u"https://example.org/alert.json"_s)});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(setup.window.get(), &enter);
    QVERIFY(!enter.isAccepted());
}

void MainWindowTest::archiveTroubleIsSaid()
{
    Setup setup;
    auto *banner = setup.window->centralWidget()->findChild<MessagePanel *>();
    QVERIFY(!banner->isVisible());
    Q_EMIT setup.feed.troubleChanged(u"The disk is full."_s);
    QVERIFY(banner->isVisible());
    bool said = false;
    for (const QToolButton *item : setup.window->status().findChildren<QToolButton *>())
        said = said || (item->isVisible() && item->text() == u"archive: not writing"_s);
    QVERIFY(said);
    Q_EMIT setup.window->status().clicked(WindowStatus::Item::Archive);
    QVERIFY(setup.part<ArchiveDialog>());
    Q_EMIT setup.feed.troubleChanged({});
    QVERIFY(!banner->isVisible());
}

// Typed, applied, kept for the next time.
void MainWindowTest::filterFindsItsWay()
{
    Setup setup;
    auto *row = setup.part<FilterRow>();
    row->box()->setFocus();
    QTest::keyClicks(row->box(), u"mag < 19"_s);
    QTest::keyClick(row->box(), Qt::Key_Return);
    QCOMPARE(row->state() == FilterRow::State::Valid || row->state() == FilterRow::State::Running, true);
    QVERIFY(setup.part<AlertTableModel>()->filter());
    QVERIFY(setup.window->actions().clearFilter->isEnabled());
    row->saved()->add(u"Bright"_s);
    setup.window.reset();
    setup.open();
    QCOMPARE(setup.part<FilterRow>()->history(), QStringList{u"mag < 19"_s});
    QCOMPARE(setup.part<SavedFilters>()->filters(), (QList<SavedFilter>{{u"Bright"_s, u"mag < 19"_s}}));
}

void MainWindowTest::filterLanguageIsExplained()
{
    Setup setup;
    auto *row = setup.part<FilterRow>();
    QTest::keyClick(row->box(), Qt::Key_F1);
    QPointer<HelpPageDialog> help = setup.part<HelpPageDialog>();
    QVERIFY(help && help->isVisible());
    QVERIFY(help->findChild<QTextBrowser *>()->toPlainText().contains(u"area90"_s));
    help->close();
    QTRY_VERIFY(!help);
    for (QAction *action : setup.window->findChildren<QAction *>()) {
        if (action->text() == u"Formats"_s)
            action->trigger();
    }
    help = setup.part<HelpPageDialog>();
    QVERIFY(help && help->isVisible());
    QVERIFY(help->findChild<QTextBrowser *>()->toPlainText().contains(u"lsst-avro"_s));
    // A heading is of one weight and size, the id of a format in it included.
    int headings = 0;
    for (QTextBlock block = help->findChild<QTextBrowser *>()->document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0)
            continue;
        ++headings;
        const QTextCharFormat first = block.begin().fragment().charFormat();
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            QCOMPARE(it.fragment().charFormat().fontWeight(), first.fontWeight());
            QCOMPARE(it.fragment().charFormat().property(QTextFormat::FontSizeAdjustment), first.property(QTextFormat::FontSizeAdjustment));
        }
    }
    QVERIFY(headings > 10);
    help->close();
    QTRY_VERIFY(!help);
}

// From the row itself.
void MainWindowTest::formatOfTheRowIsExplained()
{
    Setup setup;
    QVERIFY(setup.bench.manager.add(StreamBench::kafka(u"gcn"_s)));
    QTRY_VERIFY(setup.part<AlertTable>()->isVisible());
    const auto button = [&] { return qobject_cast<QToolButton *>(tests::controlNamed(*setup.part<DetailPane>(), u"About this format"_s)); };
    const auto show = [&](const std::string &format) {
        auto packet = std::make_shared<LoadedPacket>();
        auto alert = std::make_shared<Alert>();
        alert->format = format;
        packet->alert = alert;
        packet->fields = decoders::FieldTree::parse("{\"a\": 1}");
        packet->nodes = FieldNodes::of(packet->fields);
        setup.part<DetailPane>()->showPacket(packet);
    };
    show("some-other 1");
    QVERIFY(!button() || !button()->isVisible());
    show("ztf-avro 4.02");
    QVERIFY(button() && button()->isVisible());
    QVERIFY2(button()->toolTip().startsWith(u"ZTF"_s), qPrintable(button()->toolTip()));
    QTest::mouseClick(button(), Qt::LeftButton);
    QPointer<HelpPageDialog> help = setup.part<HelpPageDialog>();
    QVERIFY(help && help->isVisible());
    const QString text = help->findChild<QTextBrowser *>()->toPlainText();
    QVERIFY2(text.contains(u"ztf-avro"_s) && !text.contains(u"lsst-avro"_s), qPrintable(text));
    help->close();
    QTRY_VERIFY(!help);
}

void MainWindowTest::clockIsCopied()
{
    const Setup setup;
    Q_EMIT setup.window->status().clicked(WindowStatus::Item::Clock);
    const UtcTime copied = UtcTime::fromIso(QApplication::clipboard()->text().toStdString());
    QVERIFY(copied.isValid());
    QVERIFY(std::abs(UtcTime::now().us - copied.us) < 5'000'000);
}

void MainWindowTest::comparingShowsTheAlert()
{
    Setup setup;
    setup.dock(u"alert"_s)->close();
    auto *fields = setup.part<FieldsPage>();
    QVERIFY(!fields->isOnlyChanges());
    QTest::keyClick(setup.part<AlertTable>(), Qt::Key_D);
    QVERIFY(!setup.dock(u"alert"_s)->isHidden());
    QVERIFY(fields->isOnlyChanges());
    setup.window->actions().compare->trigger();
    QVERIFY(!fields->isOnlyChanges());
}

void MainWindowTest::panesGoRound()
{
    Setup setup;
    QVERIFY(setup.bench.manager.add(StreamBench::kafka(u"gcn"_s)));
    QTRY_VERIFY(setup.part<AlertTable>()->isVisible());
    // Shift+F10 is the menu key of whatever has the focus.
    setup.part<StreamList>()->setFocus();
    setup.part<StreamList>()->setCurrentIndex(setup.part<StreamList>()->model()->index(0, 0));
    QTRY_VERIFY(setup.part<StreamList>()->hasFocus());
    const QSignalSpy menu(setup.part<StreamList>(), &StreamList::menuWanted);
    QTest::keyClick(setup.window.get(), Qt::Key_F10, Qt::ShiftModifier);
    QCOMPARE(menu.count(), 1);
    if (QApplication::activePopupWidget())
        QApplication::activePopupWidget()->close();
    setup.part<FilterRow>()->focusBox();
    QTRY_COMPARE(QApplication::focusWidget(), setup.part<FilterRow>()->box());
    const QList<const QWidget *> round{setup.dock(u"streams"_s), setup.part<AlertTable>(), setup.dock(u"alert"_s), setup.part<FilterRow>()};
    for (const QWidget *pane : round) {
        QTest::keyClick(setup.window.get(), Qt::Key_F6);
        QVERIFY2(pane->isAncestorOf(QApplication::focusWidget()) || pane == QApplication::focusWidget(),
                 qPrintable(pane->objectName() + u' ' + QLatin1String(pane->metaObject()->className())));
    }
    QTest::keyClick(setup.window.get(), Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(setup.dock(u"alert"_s)->isAncestorOf(QApplication::focusWidget()));
    // A pane that is put away is left out.
    setup.dock(u"alert"_s)->close();
    setup.part<AlertTable>()->setFocus();
    QTest::keyClick(setup.window.get(), Qt::Key_F6);
    QVERIFY(setup.part<FilterRow>()->isAncestorOf(QApplication::focusWidget()));
    // Pinned rows are a pane above the list.
    auto *table = setup.part<AlertTable>();
    setup.part<AlertTableModel>()->setMarks({1}, archive::Pinned, 0);
    QVERIFY(table->pinnedRows().isVisible());
    table->setFocus();
    QTest::keyClick(setup.window.get(), Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), &table->pinnedRows());
    QTest::keyClick(setup.window.get(), Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), table);
}

void MainWindowTest::keysAreListed()
{
    const Setup setup;
    QTest::keyClick(setup.window.get(), Qt::Key_F1);
    QVERIFY(setup.part<KeysDialog>());
}

void MainWindowTest::textGrowsAndShrinks()
{
    const Setup setup;
    const double before = QApplication::font().pointSizeF();
    setup.window->actions().larger->trigger();
    QVERIFY(QApplication::font().pointSizeF() > before);
    setup.window->actions().smaller->trigger();
    QCOMPARE(QApplication::font().pointSizeF(), before);
    for (int i = 0; i < 20; ++i)
        setup.window->actions().larger->trigger();
    QCOMPARE(QApplication::font().pointSizeF(), 2 * before);
    QVERIFY(!setup.window->actions().larger->isEnabled());
    setup.window->actions().normalSize->trigger();
    QCOMPARE(QApplication::font().pointSizeF(), before);
}

void MainWindowTest::textComesBackAsItWas()
{
    Setup setup;
    QVERIFY(setup.bench.manager.add(StreamBench::kafka(u"gcn"_s)));
    QTRY_VERIFY(setup.part<AlertTable>()->isVisible());
    setup.part<AlertTable>()->setFocus();
    const MainWindowActions &actions = setup.window->actions();
    // Without the status bar: its clock goes on.
    const auto picture = [&setup] {
        QApplication::processEvents();
        return setup.window->grab(QRect(0, 0, setup.window->width(), setup.window->status().y())).toImage();
    };
    const QImage before = picture();
    for (int i = 0; i < 10; ++i)
        actions.larger->trigger();
    QVERIFY(picture() != before);
    for (const QLabel *label : setup.dock(u"streams"_s)->titleBarWidget()->findChildren<QLabel *>())
        QCOMPARE(label->font().pointSizeF(), 2 * 12 * 0.75);
    actions.normalSize->trigger();
    QTRY_COMPARE(picture(), before);
    actions.smaller->trigger();
    actions.smaller->trigger();
    actions.normalSize->trigger();
    QTRY_COMPARE(picture(), before);
}

void MainWindowTest::smallWindowsCanBeUsed()
{
    Setup setup;
    QVERIFY(setup.bench.manager.add(StreamBench::kafka(u"gcn"_s)));
    QTRY_VERIFY(setup.part<AlertTable>()->isVisible());
    setup.window->resize(800, 600);
    QApplication::processEvents();
    QCOMPARE(setup.window->size(), QSize(800, 600));
    auto *table = setup.part<AlertTable>();
    QVERIFY2(table->width() >= 340, qPrintable(QString::number(table->width())));
    table->horizontalScrollBar()->setValue(table->horizontalScrollBar()->maximum()); // Delay and State can be reached
    const int last = table->horizontalHeader()->logicalIndex(11);
    QVERIFY(table->viewport()->rect().contains(table->horizontalHeader()->sectionViewportPosition(last) + table->columnWidth(last) - 1, 1));
    for (int i = 0; i < 10; ++i)
        setup.window->actions().larger->trigger();
    QApplication::processEvents();
    QVERIFY2(setup.window->minimumSizeHint().width() <= 1'000, qPrintable(QString::number(setup.window->minimumSizeHint().width())));
    setup.window->actions().normalSize->trigger();
}

void MainWindowTest::lastColumnsAreInSight()
{
    Setup setup;
    QVERIFY(setup.bench.manager.add(StreamBench::kafka(u"gcn"_s)));
    QTRY_VERIFY(setup.part<AlertTable>()->isVisible());
    const auto *table = setup.part<AlertTable>();
    for (const QSize size : {QSize(1'440, 900), QSize(1'600, 1'000)}) {
        setup.window->resize(size);
        QApplication::processEvents();
        QVERIFY(setup.dock(u"streams"_s)->isVisible() && setup.dock(u"alert"_s)->isVisible());
        QVERIFY2(table->horizontalHeader()->length() <= table->viewport()->width(),
                 qPrintable(u"%1 of %2"_s.arg(table->horizontalHeader()->length()).arg(table->viewport()->width())));
    }
}

void MainWindowTest::manyFilesAreOneSentence()
{
    Setup setup;
    QStringList files{setup.bench.folder.filePath(u"missing.json"_s)};
    for (int i = 0; i < 3; ++i) {
        files << setup.bench.folder.filePath(u"notice%1.json"_s.arg(i));
        QFile out(files.constLast());
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(i == 2 ? QByteArray("no alert at all") : QByteArray(R"({"id": "T-)") + QByteArray::number(i) + R"(", "ra": 10.5, "dec": -3.25})");
    }
    drop(*setup.window, files);
    QTRY_COMPARE(setup.window->status().said(), u"4 file(s): 3 row(s), 1 of them unreadable. 1 file(s) left out: missing.json is not there."_s);
}

void MainWindowTest::layoutIsKept()
{
    Setup setup;
    QVERIFY(setup.bench.manager.add(StreamBench::kafka(u"gcn"_s)));
    QTRY_VERIFY(setup.dock(u"alert"_s)->isVisible());
    setup.dock(u"alert"_s)->close();
    setup.window->actions().darkTheme->trigger();
    setup.part<AlertTable>()->addPacketColumn({{"deep", -1}, {"drb", -1}});
    setup.window->resize(1311, 777);
    const QSignalSpy closing(setup.window.get(), &MainWindow::closing);
    setup.window->close();
    QCOMPARE(closing.count(), 1);
    QTRY_VERIFY(!setup.window->isVisible());
    setup.window.reset();
    Theme::setScheme(Scheme::Light);

    setup.open();
    QTRY_VERIFY(setup.dock(u"streams"_s)->isVisible());
    QVERIFY(!setup.dock(u"alert"_s)->isVisible());
    QVERIFY(setup.window->actions().darkTheme->isChecked());
    QCOMPARE(setup.window->size(), QSize(1311, 777));
    const QAbstractItemModel &model = *setup.part<AlertTable>()->model();
    QCOMPARE(model.headerData(model.columnCount() - 1, Qt::Horizontal, Qt::DisplayRole).toString(), u"drb"_s);
    setup.window->actions().resetLayout->trigger();
    QVERIFY(setup.dock(u"alert"_s)->isVisible());
    setup.window->actions().lightTheme->trigger();
}

void MainWindowTest::smallWindowsAreEnough()
{
    Setup setup;
    QVERIFY(setup.bench.manager.add(StreamBench::kafka(u"gcn"_s)));
    QTRY_VERIFY(setup.part<AlertTable>()->isVisible());
    setup.window->resize(800, 600);
    QTRY_COMPARE(setup.window->size(), QSize(800, 600));
    QVERIFY(setup.part<DetailPane>()->width() >= 200);
    QVERIFY(setup.part<AlertTable>()->width() >= 300);
}

void MainWindowTest::closingStopsTheStreams()
{
    Setup setup;
    QVERIFY(setup.bench.manager.add(StreamBench::kafka(u"one"_s)));
    setup.bench.manager.start(setup.bench.uuid(u"one"_s));
    setup.window->closer().setTrayThere(false);
    setup.window->close();
    QVERIFY(setup.window->isVisible());
    auto *ask = setup.part<AskDialog>();
    QVERIFY(ask);
    for (auto *button : ask->findChildren<QPushButton *>()) {
        if (button->text() == u"Quit"_s)
            button->click();
    }
    QTRY_VERIFY_WITH_TIMEOUT(!setup.window->isVisible(), 4000);
    QVERIFY(!setup.bench.manager.anyRunning());
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
