// SPDX-License-Identifier: GPL-3.0-or-later
// “Open in” and “Copy as” over the selected rows; pages are caught before a browser gets them.
#include "core/export/csv.h"
#include "core/filter/reading.h"
#include "support/clicks.h"
#include "support/night.h"
#include "support/streambench.h"
#include "ui/dialogs/askdialog.h"
#include "ui/dialogs/templatesdialog.h"
#include "ui/mainwindow.h"
#include "ui/mainwindowactions.h"
#include "ui/mainwindowprofile.h"
#include "ui/models/alerttablemodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fieldtreeview.h"
#include "ui/widgets/packetpages.h"
#include "ui/windowsending.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QElapsedTimer>
#include <QFloat16> // QCOMPARE of a json value asks for the complete type
#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTimer>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::Night;

namespace {

// In a browser's place.
class Browser final : public QObject
{
    Q_OBJECT
public:
    Browser()
    {
        for (const QString &scheme : {u"https"_s, u"http"_s, u"file"_s, u"javascript"_s})
            QDesktopServices::setUrlHandler(scheme, this, "open");
    }
    ~Browser() override
    {
        for (const QString &scheme : {u"https"_s, u"http"_s, u"file"_s, u"javascript"_s})
            QDesktopServices::unsetUrlHandler(scheme);
    }
    QStringList pages;

public Q_SLOTS:
    void open(const QUrl &url) { pages << url.toString(QUrl::FullyEncoded); }
};

struct Setup {
    Night night;
    QMainWindow window;
    MainWindowActions actions{&window};
    AlertTableModel model{*night.store, night.feed};
    AlertTable table{model, &window};
    MainWindowProfile profile{night.folder.path()};
    WindowSending sending{table, model, actions, *night.store, profile, &window};
    Browser browser;
    QStringList said;

    explicit Setup(int rows, const std::function<void(Alert &)> &change = {})
    {
        window.setCentralWidget(&table);
        sending.restore();
        QObject::connect(&sending, &WindowSending::said, &window, [this](const QString &text) { said << text; });
        night.arrive(rows, [&change](Alert &alert) {
            // ZTF26aaaaaaa, ZTF26aaaaaab …
            alert.name = "ZTF26aaaaaa" + std::string(1, static_cast<char>('a' + std::stoi(alert.id) % 26));
            alert.ra = 187.70593;
            alert.dec = -12.39112;
            if (change)
                change(alert);
        });
        window.resize(900, 500);
        window.show();
        QTRY_COMPARE(model.rowCount(), rows);
        QApplication::clipboard()->clear();
    }
    ~Setup() { window.takeCentralWidget(); }
    void select(int first, int last)
    {
        table.clearSelection();
        table.selectionModel()->select(QItemSelection(model.index(first, 0), model.index(last, model.columnCount() - 1)), QItemSelectionModel::Select);
        QCOMPARE(table.selectedRows().size(), last - first + 1);
    }
    static QStringList entries(QMenu *menu)
    {
        Q_EMIT menu->aboutToShow();
        QStringList texts;
        for (const QAction *action : menu->actions()) {
            if (!action->isSeparator())
                texts << action->text();
        }
        return texts;
    }
    static void choose(QMenu *menu, const QString &ending)
    {
        Q_EMIT menu->aboutToShow();
        for (QAction *action : menu->actions()) {
            if (action->text().endsWith(ending)) {
                action->trigger();
                return;
            }
        }
        QFAIL(qPrintable(ending));
    }
    QString copied()
    {
        const qsizetype before = said.size();
        [this, before] { QTRY_VERIFY_WITH_TIMEOUT(said.size() > before, 20'000); }();
        return QApplication::clipboard()->text();
    }
};

} // namespace

class WindowSendingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install(); }

    void pageOfARowIsOpened()
    {
        Setup setup(3);
        setup.select(1, 1);
        const QStringList entries = Setup::entries(setup.actions.openMenu);
        QCOMPARE(entries.constFirst(), u"&1  ALeRCE (ZTF)"_s);
        QVERIFY(!entries.join(u' ').contains(u"LSST"_s));
        QCOMPARE(entries.constLast(), u"Templates…"_s);
        Setup::choose(setup.actions.openMenu, u"ALeRCE (ZTF)"_s);
        QTRY_COMPARE(setup.browser.pages, QStringList{u"https://alerce.online/object/ZTF26aaaaaab"_s});
        QVERIFY(setup.said.constLast().contains(u"alerce.online"_s));
    }

    void hostileNamesOpenNothingElse()
    {
        Setup setup(3, [](Alert &alert) {
            alert.name = alert.id == "0" ? "../../evil" : alert.id == "1" ? "\"><script>" : "a\nb";
            alert.url = "javascript:alert(1)"; // decoders refuse it before
        });
        setup.profile.setText(u"templates"_s, u"[{\"id\": \"own-1\", \"name\": \"Mine\", \"kind\": \"link\", \"text\": \"https://example.org/o/{name}\"}]"_s);
        setup.sending.restore();
        for (int row = 0; row < 3; ++row) {
            setup.select(row, row);
            Setup::choose(setup.actions.openMenu, u"Mine"_s);
            setup.copied();
            if (row == 1)
                QCOMPARE(setup.browser.pages, QStringList{u"https://example.org/o/%22%3E%3Cscript%3E"_s});
            else
                QVERIFY2(setup.said.constLast().startsWith(u"Mine was not opened:"_s), qPrintable(setup.said.constLast()));
            Setup::choose(setup.actions.openMenu, u"Page of the sender"_s);
            setup.copied();
        }
        QCOMPARE(setup.browser.pages.size(), 1);
    }

    void manyPagesAreAskedFor()
    {
        Setup setup(40);
        setup.select(0, 2);
        Setup::choose(setup.actions.openMenu, u"ALeRCE (ZTF)"_s);
        QTRY_COMPARE(setup.browser.pages.size(), 3);
        setup.select(0, 39); // 26 names
        Setup::choose(setup.actions.openMenu, u"ALeRCE (ZTF)"_s);
        QPointer<AskDialog> ask;
        QTRY_VERIFY((ask = setup.window.findChild<AskDialog *>()));
        QCOMPARE(setup.browser.pages.size(), 3);
        QVERIFY(setup.said.constLast().contains(u"only the first"_s));
        QTest::keyClick(ask, Qt::Key_Escape);
        QTRY_VERIFY(!ask);
        Setup::choose(setup.actions.openMenu, u"ALeRCE (ZTF)"_s);
        QTRY_VERIFY((ask = setup.window.findChild<AskDialog *>()));
        QCOMPARE(ask->windowTitle(), u"Open 10 page(s)?"_s); // the plural comes with the translation
        QTest::mouseClick(ask->findChildren<QPushButton *>().constLast(), Qt::LeftButton);
        QTRY_COMPARE(setup.browser.pages.size(), 13);
    }

    // The same page is opened once.
    void rowsOfOneObjectHaveOnePage()
    {
        Setup setup(30, [](Alert &alert) { alert.name = "ZTF26aaaaaaa"; });
        setup.select(0, 29);
        Setup::choose(setup.actions.openMenu, u"Fink (ZTF)"_s);
        QTRY_COMPARE(setup.browser.pages, QStringList{u"https://ztf.fink-portal.org/ZTF26aaaaaaa"_s});
    }

    void restrictedRowsAreAskedForOnce()
    {
        Setup setup(1, [](Alert &alert) { alert.access = "restricted"; });
        setup.select(0, 0);
        Setup::choose(setup.actions.openMenu, u"ALeRCE (ZTF)"_s);
        QPointer<AskDialog> ask;
        QTRY_VERIFY((ask = setup.window.findChild<AskDialog *>()));
        QVERIFY(setup.browser.pages.isEmpty());
        QTest::mouseClick(ask->findChildren<QPushButton *>().constLast(), Qt::LeftButton);
        QTRY_COMPARE(setup.browser.pages.size(), 1);
        QTRY_VERIFY(!ask);
        Setup::choose(setup.actions.openMenu, u"ALeRCE (ZTF)"_s);
        QTRY_COMPARE(setup.browser.pages.size(), 2);
    }

    void restrictedCopiesAreAskedForOnce()
    {
        Setup setup(3, [](Alert &alert) { alert.access = alert.id == "1" ? "restricted" : "public"; });
        setup.select(0, 0); // public
        setup.actions.copyIds->trigger();
        QCOMPARE(setup.copied(), u"0"_s);
        setup.select(0, 2);
        setup.actions.copyIds->trigger();
        QPointer<AskDialog> ask;
        QTRY_VERIFY((ask = setup.window.findChild<AskDialog *>()));
        QVERIFY2(ask->accessibleDescription().contains(u"these rows: 1."_s), qPrintable(ask->accessibleDescription()));
        QCOMPARE(QApplication::clipboard()->text(), u"0"_s); // nothing has left
        ask->reject();
        QTRY_VERIFY(!ask);
        // A cancel is no answer for the next time; every way to the clipboard asks.
        setup.actions.copyDegrees->trigger();
        QTRY_VERIFY((ask = setup.window.findChild<AskDialog *>()));
        QCOMPARE(QApplication::clipboard()->text(), u"0"_s);
        QTest::mouseClick(ask->findChildren<QPushButton *>().constLast(), Qt::LeftButton);
        QTRY_VERIFY(QApplication::clipboard()->text().startsWith(u"187.70593 "_s));
        QTRY_VERIFY(!ask);
        setup.actions.copyIds->trigger();
        QTRY_COMPARE(QApplication::clipboard()->text(), u"0\n1\n2"_s);
        QVERIFY(!setup.window.findChild<AskDialog *>());
        // The answer is the profile's, and each destination's own.
        setup.profile.save();
        MainWindowProfile again(setup.night.folder.path());
        const RestrictedRows kept(again, nullptr);
        QVERIFY(kept.mayGoTo(RestrictedRows::clipboard()));
        QVERIFY(!kept.mayGoTo(RestrictedRows::webHost(u"alerce.online"_s)));
    }

    // Value for value, path, text and bytes, and what is made of a cell: the same way, asked for once.
    void restrictedValuesOfThePaneAreAskedForOnce()
    {
        Night night;
        tests::StreamBench bench;
        night.arrive(2, [](Alert &alert) { alert.access = alert.id == "1" ? "restricted" : "public"; });
        night.settle();
        MainWindow window({.manager = bench.manager,
                           .feed = night.feed,
                           .archive = *night.store,
                           .sink = bench.pipeline,
                           .places = Places::resolve(bench.folder.path()),
                           .profile = {}});
        window.resize(1300, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        auto *table = window.findChild<AlertTable *>();
        auto *pane = window.findChild<DetailPane *>();
        auto *tree = pane->findChild<FieldTreeView *>();
        auto *tabs = pane->findChild<QTabWidget *>();
        auto *raw = pane->findChild<CodeView *>();
        QTRY_COMPARE(table->model()->rowCount(), 2);
        const auto choose = [&](int row) {
            const QSignalSpy shown(pane, &DetailPane::packetShown);
            table->setCurrentIndex(table->model()->index(row, 2));
            QTRY_VERIFY(shown.count() > 0 && window.findChild<AlertTableModel *>()->recordAt(row));
            tree->setCurrentIndex(tree->model()->index(0, 0));
            tabs->setCurrentWidget(pane->findChild<RawPage *>());
            raw->selectAll();
        };
        const auto name = [&]() -> QWidget * {
            for (auto *label : pane->findChildren<ElidedLabel *>()) {
                if (label->accessibleName() == u"Name"_s)
                    return label;
            }
            return nullptr;
        };
        const std::vector<std::function<void()>> ways{
            [&] { QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier); },
            [&] { QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier); },
            [&] { QTest::keyClick(tree, Qt::Key_J, Qt::ControlModifier); },
            [&] { QTest::keyClick(name(), Qt::Key_C, Qt::ControlModifier); },
            [&] { QTest::keyClick(raw, Qt::Key_C, Qt::ControlModifier); },
            [&] {
                tabs->setCurrentWidget(pane->findChild<HexPage *>());
                QTest::mouseClick(tests::buttonOf<MainWindow>(u"Copy bytes"_s), Qt::LeftButton);
            },
            [&] {
                const QPoint at = table->visualRect(table->currentIndex()).center();
                QContextMenuEvent event(QContextMenuEvent::Mouse, at, table->viewport()->mapToGlobal(at));
                QApplication::sendEvent(table->viewport(), &event);
                auto *menu = table->findChild<QMenu *>();
                for (QAction *action : menu->actions()) {
                    if (action->text() == u"Copy as filter"_s)
                        action->trigger();
                }
                menu->close();
                delete menu;
            },
        };
        const QString before = u"before"_s;
        choose(0); // public: at once
        for (size_t i = 0; i < ways.size(); ++i) {
            QApplication::clipboard()->setText(before);
            ways[i]();
            QVERIFY2(QApplication::clipboard()->text() != before, qPrintable(QString::number(i)));
            QVERIFY(!window.findChild<AskDialog *>());
        }
        choose(1);
        QPointer<AskDialog> ask;
        for (size_t i = 0; i < ways.size(); ++i) {
            QApplication::clipboard()->setText(before);
            ways[i]();
            ask = window.findChild<AskDialog *>();
            QVERIFY2(ask, qPrintable(QString::number(i)));
            QCOMPARE(QApplication::clipboard()->text(), before);
            ask->reject();
            QTRY_VERIFY(!ask);
        }
        ways[0]();
        QVERIFY((ask = window.findChild<AskDialog *>()));
        QTest::mouseClick(ask->findChildren<QPushButton *>().constLast(), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), u"1"_s);
        QTRY_VERIFY(!ask);
        for (size_t i = 0; i < ways.size(); ++i) {
            QApplication::clipboard()->setText(before);
            ways[i]();
            QVERIFY2(QApplication::clipboard()->text() != before, qPrintable(QString::number(i)));
            QVERIFY(!window.findChild<AskDialog *>());
        }
    }

    void textsAreCopied()
    {
        Setup setup(3);
        setup.select(0, 1);
        setup.actions.copyDegrees->trigger();
        QCOMPARE(setup.copied(), u"187.70593 -12.39112\n187.70593 -12.39112"_s);
        setup.actions.copySexagesimal->trigger();
        QCOMPARE(setup.copied(), u"12:30:49.42 -12:23:28.0\n12:30:49.42 -12:23:28.0"_s);
        setup.actions.copyIds->trigger();
        QCOMPARE(setup.copied(), u"0\n1"_s);
        setup.actions.copyJson->trigger();
        const QStringList lines = setup.copied().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(nlohmann::json::parse(lines[1].toStdString())["id"], "1");
        setup.actions.copyCells->trigger();
        QVERIFY(setup.copied().startsWith(u'\t') || setup.copied().contains(u"\tZTF26aaaaaaa\t"_s));
        Setup::choose(setup.actions.copyMenu, u"DS9 region"_s);
        QVERIFY(setup.copied().startsWith(u"# Region file format: DS9 version 4.1\nicrs\ncircle(187.7059300,-12.3911200,5\") # text={ZTF26aaaaaaa}\ncircle("_s));
        QCOMPARE(setup.said.constLast(), u"DS9 region: 2 rows are on the clipboard."_s);
        Setup::choose(setup.actions.copyMenu, u"Chat line"_s);
        QVERIFY(setup.copied().startsWith(u"ZTF26aaaaaaa:"_s));
    }

    void csvIsWhatTheExportWrites()
    {
        Setup setup(2, [](Alert &alert) { alert.name = alert.id == "0" ? "=a,\"b\"\nc" : "x"; });
        setup.select(0, 1);
        setup.actions.copyCsv->trigger();
        const QString text = setup.copied();
        exporting::CsvWriter::Settings settings;
        for (const QString &key : setup.table.shownKeys())
            settings.columns.push_back(findAlertField(key.toStdString()));
        QVERIFY(settings.columns.size() > 8);
        settings.lf = true;
        exporting::CsvWriter writer(settings);
        std::string wanted;
        writer.appendHeader(wanted);
        for (int row = 0; row < 2; ++row)
            writer.appendLine(wanted, *setup.model.recordAt(row)->alert);
        wanted.pop_back();
        QCOMPARE(text, QString::fromStdString(wanted));
        QVERIFY(text.contains(u"\"'=a,\"\"b\"\"\nc\""_s)); // guarded
    }

    void fieldsOfPacketsGoAlong()
    {
        Setup setup(2);
        setup.table.addColumn(std::get<filter::NamedField>(filter::namedField("fields.id", {})));
        setup.profile.setText(u"templates"_s, u"[{\"id\": \"own-1\", \"name\": \"Mine\", \"kind\": \"text\", \"text\": \"{id} {fields.id} {fields.no|none}\"}]"_s);
        setup.sending.restore();
        setup.select(0, 1);
        QVERIFY(setup.table.shownKeys().contains(u"fields.id"_s));
        setup.actions.copyCells->trigger();
        for (const QString &line : setup.copied().split(u'\n'))
            QVERIFY2(line.split(u'\t').contains(u"1"_s), qPrintable(line)); // the id of the packet
        setup.actions.copyCsv->trigger();
        const QStringList lines = setup.copied().split(u'\n');
        const qsizetype at = lines[0].split(u',').indexOf(u"fields.id"_s);
        QVERIFY(at > 0);
        for (const QString &line : lines.mid(1))
            QCOMPARE(line.split(u',').value(at), u"\"1\""_s);
        Setup::choose(setup.actions.copyMenu, u"Mine"_s);
        QCOMPARE(setup.copied(), u"0 1 none\n1 1 none"_s);
    }

    void whatIsMissingIsSaid()
    {
        Setup setup(3, [](Alert &alert) {
            if (alert.id == "1")
                alert.ra = Number();
        });
        setup.profile.setText(u"templates"_s, u"[{\"id\": \"own-1\", \"name\": \"Mine\", \"kind\": \"text\", \"text\": \"{id} {ra} {score}\"}]"_s);
        setup.sending.restore();
        setup.select(0, 2);
        setup.actions.copyDegrees->trigger();
        QCOMPARE(setup.copied().count(u'\n'), 1);
        QVERIFY2(setup.said.constLast().contains(u"Left out for want of a value: 1."_s), qPrintable(setup.said.constLast()));
        Setup::choose(setup.actions.copyMenu, u"Mine"_s);
        QCOMPARE(setup.copied(), u"0 187.70593 [no score]\n1 [no ra] [no score]\n2 187.70593 [no score]"_s);
        QVERIFY2(setup.said.constLast().contains(u"ra, score"_s), qPrintable(setup.said.constLast()));
        setup.select(1, 1);
        QApplication::clipboard()->setText(u"before"_s);
        setup.actions.copyDegrees->trigger();
        QCOMPARE(setup.copied(), u"before"_s);
        QVERIFY(setup.said.constLast().startsWith(u"Nothing was copied"_s));
    }

    // The window lives while it is written, and the clipboard has a bound.
    void largeSelectionsAreCopiedAside()
    {
        Setup setup(3);
        for (int i = 0; i < 101; ++i)
            setup.night.arrive(1'000);
        QTRY_COMPARE_WITH_TIMEOUT(setup.model.rowCount(), 101'003, 60'000);
        setup.table.selectAll();
        QElapsedTimer since;
        qint64 longest = 0;
        QTimer beat;
        connect(&beat, &QTimer::timeout, this, [&] { longest = std::max(longest, since.restart()); });
        setup.said.clear();
        QElapsedTimer clicked;
        clicked.start();
        setup.actions.copyIds->trigger();
        QVERIFY(clicked.elapsed() < 1'000);
        beat.start(5);
        since.start();
        QTRY_VERIFY_WITH_TIMEOUT(setup.said.size() == 2, 60'000);
        QCOMPARE(QApplication::clipboard()->text().count(u'\n'), 99'999);
        QVERIFY2(setup.said.constLast().contains(u"Export writes the others"_s), qPrintable(setup.said.constLast()));
        qInfo() << "longest wait of the event loop while copying, ms:" << longest;
    }

    void menusOpenByKeyAndOverTheRow()
    {
        Setup setup(3);
        setup.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&setup.window));
        setup.select(0, 0);
        setup.table.setCurrentIndex(setup.model.index(0, 2));
        QTest::keyClick(&setup.table, Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(setup.actions.openMenu->isVisible());
        QTest::keyClick(setup.actions.openMenu, Qt::Key_1);
        QTRY_COMPARE(setup.browser.pages.size(), 1);
        QTRY_VERIFY(!setup.actions.openMenu->isVisible());
        QApplication::setActiveWindow(&setup.window); // no window manager gives it back
        QTest::keyClick(&setup.table, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(setup.actions.copyMenu->isVisible());
        QTest::keyClick(setup.actions.copyMenu, Qt::Key_Escape);
        QTRY_VERIFY(!setup.actions.copyMenu->isVisible());
        const QPoint at = setup.table.visualRect(setup.model.index(1, 2)).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, setup.table.viewport()->mapToGlobal(at));
        QApplication::sendEvent(setup.table.viewport(), &event);
        const auto *menu = setup.table.findChild<QMenu *>();
        QVERIFY(menu);
        QVERIFY(menu->actions().contains(setup.actions.openMenu->menuAction()));
        QVERIFY(menu->actions().contains(setup.actions.copyMenu->menuAction()));
        setup.sending.setEnabled(false);
        QVERIFY(!setup.actions.openMenu->menuAction()->isEnabled() && !setup.actions.copyCsv->isEnabled());
    }

    void templatesAreKeptInTheProfile()
    {
        Setup setup(1);
        QSignalSpy changed(&setup.sending, &WindowSending::changed);
        setup.select(0, 0);
        setup.actions.editTemplates->trigger();
        auto *dialog = setup.window.findChild<TemplatesDialog *>();
        QVERIFY(dialog);
        std::vector<templates::Template> all = templates::shippedTemplates();
        all[0] = {.id = u"own-1"_s, .kind = templates::Kind::Link, .name = u"A & B"_s, .text = u"https://example.org/{name}"_s};
        Q_EMIT dialog->saved(all);
        dialog->reject();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(Setup::entries(setup.actions.openMenu).constFirst(), u"&1  A && B"_s);
        setup.profile.save();
        MainWindowProfile read(setup.night.folder.path());
        QCOMPARE(templates::templatesFromJson(read.text(u"templates"_s).toUtf8()).front().name, u"A & B"_s);
    }
};

QTEST_MAIN(WindowSendingTest)
#include "tst_windowsending.moc"
