// SPDX-License-Identifier: GPL-3.0-or-later
// Targets in the window: keys, the word beside the row, the line of the card, the bar that takes back, retractions.
#include "support/canneddesk.h"
#include "support/clicks.h"
#include "support/night.h"
#include "support/widgets.h"
#include "ui/dialogs/targetsbulkdialog.h"
#include "ui/dialogs/targetsdialog.h"
#include "ui/mainwindowactions.h"
#include "ui/mainwindowprofile.h"
#include "ui/models/alerttablemodel.h"
#include "ui/restrictedrows.h"
#include "ui/theme/theme.h"
#include "ui/undostack.h"
#include "ui/widgets/alerttable.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/pinnedrows.h"
#include "ui/widgets/targetbar.h"
#include "ui/widgets/targetpopover.h"
#include "ui/widgets/windowstatus.h"
#include "ui/windowtargets.h"

#include <QAction>
#include <QApplication>
#include <QDesktopServices>
#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QMainWindow>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::CannedDesk;
using tests::Night;

namespace {

constexpr int kState = 11; // column

// In a browser's place.
class Browser final : public QObject
{
    Q_OBJECT
public:
    Browser() { QDesktopServices::setUrlHandler(u"https"_s, this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(u"https"_s); }
    QStringList pages;

public Q_SLOTS:
    void open(const QUrl &url) { pages << url.toString(QUrl::FullyEncoded); }
};

struct Setup {
    Night night;
    CannedDesk desk;
    QMainWindow window;
    MainWindowActions actions{&window};
    AlertTableModel model{*night.store, night.feed};
    AlertTable table{model};
    DetailPane detail{*night.store};
    WindowStatus *status = new WindowStatus(&window);
    MainWindowProfile profile{night.folder.path()};
    RestrictedRows restricted{profile, nullptr};
    UndoStack undo;
    WindowTargets *targets;
    QStringList said;

    explicit Setup(int rows = 6, const std::function<void(CannedDesk &)> &with = {})
    {
        if (with)
            with(desk);
        auto *area = new QWidget(&window);
        auto *column = new QVBoxLayout(area);
        auto *both = new QHBoxLayout;
        both->addWidget(&table, 1);
        both->addWidget(&detail);
        window.setCentralWidget(area);
        window.setStatusBar(status);
        targets = new WindowTargets({desk, table, model, detail, actions, profile, restricted, *status}, &window);
        targets->setUndo(undo);
        column->addWidget(targets->bar());
        column->addLayout(both);
        QObject::connect(targets, &WindowTargets::said, &window, [this](const QString &text) { said << text; });
        QObject::connect(&table, &AlertTable::currentRowChanged, &window, [this](qint64 row) {
            const AlertRecord *record = model.recordOf(row);
            detail.showRow(row, record ? record->alert : nullptr);
        });
        night.arrive(rows, [](Alert &alert) {
            alert.name = "ZTF26aaaaaa" + std::string(1, static_cast<char>('a' + std::stoi(alert.id) % 26));
            alert.event = alert.name;
            alert.ra = 187.70593;
            alert.dec = -12.39112;
            alert.positionKind = "measured";
        });
        window.resize(1200, 700);
        window.show();
        window.activateWindow();
        [this, rows] {
            QVERIFY(QTest::qWaitForWindowActive(&window));
            QTRY_COMPARE(model.rowCount(), rows);
        }();
        for (int i = 0; i < rows; ++i) {
            tom::Draft draft;
            draft.row = i + 1;
            draft.name = QString::fromStdString(model.recordAt(i)->alert->name);
            draft.event = draft.name;
            desk.drafts[i + 1] = draft;
        }
        table.setFocus();
        table.setCurrentIndex(model.index(2, 2));
    }
    ~Setup()
    {
        delete targets;
        table.setParent(nullptr);
        detail.setParent(nullptr);
    }
    [[nodiscard]] TargetPopover &popover() const { return *window.findChild<TargetPopover *>(); }
    [[nodiscard]] TargetBar &bar() const { return *window.findChild<TargetBar *>(); }
    [[nodiscard]] QString title() const { return bar().findChild<MessagePanel *>()->title(); }
    [[nodiscard]] QString cell(int row) const { return model.index(row, kState).data().toString(); }
    [[nodiscard]] QString card() const { return tests::named<ElidedLabel>(&detail, u"Target"_s)->isVisible() ? tests::named<ElidedLabel>(&detail, u"Target"_s)->fullText() : QString(); }
    [[nodiscard]] QString lastSaid() const { return said.isEmpty() ? QString() : said.last(); }
    void create()
    {
        QTest::keyClick(&table, Qt::Key_T);
        QTRY_COMPARE(popover().state(), TargetPopover::State::New);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(!popover().isVisible());
    }
};

} // namespace

class WindowTargetsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install(); }

    void keyOpensUnderTheRow()
    {
        Setup setup;
        QCOMPARE(setup.model.column(kState).kind, CellKind::State);
        QElapsedTimer clock;
        clock.start();
        QTest::keyClick(&setup.table, Qt::Key_T);
        const qint64 took = clock.elapsed();
        QVERIFY(setup.popover().isVisible());
        qInfo("from the key to the popover: %lld ms", took);
        QVERIFY(took < 100);
        const QRect row = setup.table.visualRect(setup.model.index(2, 2));
        const int below = setup.table.viewport()->mapTo(&setup.window, row.bottomLeft()).y();
        QVERIFY(std::abs(setup.popover().y() - below) < 5);
        QTRY_COMPARE(setup.popover().state(), TargetPopover::State::New);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!setup.popover().isVisible());
        QVERIFY(setup.table.hasFocus());
    }

    void rowAndCardSayWhatBecameOfIt()
    {
        Setup setup;
        const Browser browser;
        QCOMPARE(setup.cell(2), QString());
        QTRY_COMPARE(setup.detail.row(), 3);
        QCOMPARE(setup.card(), QString());
        setup.create();
        QTRY_COMPARE(setup.cell(2), u"Target 412"_s);
        QCOMPARE(setup.card(), u"Target 412 in tom.example.org"_s);
        QCOMPARE(setup.cell(1), QString());
        setup.table.setCurrentIndex(setup.model.index(1, 2));
        QTRY_COMPARE(setup.card(), QString());
        setup.table.setCurrentIndex(setup.model.index(2, 2));
        QTRY_COMPARE(setup.card(), u"Target 412 in tom.example.org"_s);
        // Another revision of the event says it, too.
        setup.night.arrive(1, [](Alert &alert) { alert.name = alert.event = "ZTF26aaaaaac"; });
        QTRY_COMPARE(setup.model.rowCount(), 7);
        QCOMPARE(setup.cell(6), u"Target 412"_s);
        QTRY_COMPARE(setup.title(), u"Target 412 is in tom.example.org"_s);
        tests::button(&setup.bar(), u"Open page"_s)->click();
        QCOMPARE(browser.pages, QStringList({u"https://tom.example.org/targets/412/"_s}));
    }

    void isTakenBackForTenSeconds()
    {
        Setup setup;
        setup.create();
        QTRY_VERIFY(setup.bar().isVisible());
        QPushButton *undo = tests::button(&setup.bar(), u"Undo (10 s)"_s);
        QVERIFY(undo);
        QTRY_COMPARE(setup.cell(2), u"Target 412"_s);
        undo->click();
        QTRY_COMPARE(setup.cell(2), QString());
        QCOMPARE(setup.desk.removed, std::vector<int64_t>{1});
        QVERIFY(!setup.bar().isVisible());
        QTRY_VERIFY(!setup.said.isEmpty());
    }

    void outboxIsShownUntilItIsEmpty()
    {
        Setup setup;
        auto *item = setup.status->findChild<QToolButton *>(u"Outbox"_s);
        QVERIFY(!item->isVisible());
        setup.desk.find = [](const tom::Draft &) { return Error{.kind = ErrorKind::NoConnection, .message = u"no TCP connection"_s, .retriable = true}; };
        QTest::keyClick(&setup.table, Qt::Key_T);
        QTRY_COMPARE(setup.popover().state(), TargetPopover::State::Down);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(setup.cell(2), u"Outbox"_s);
        QTRY_VERIFY(item->isVisible());
        QCOMPARE(item->text(), u"outbox 1"_s);
        QVERIFY(setup.title().contains(u"waits in the outbox"_s));
        setup.targets->showList(true);
        auto *list = setup.window.findChild<TargetsDialog *>();
        QVERIFY(list && list->isVisible());
        // The TOM is back.
        tom::TargetRecord record = setup.desk.records.front();
        record.state = tom::State::Created;
        record.target = tom::Target{.id = 7};
        setup.desk.records.front() = record;
        setup.desk.tellSettled(record);
        Q_EMIT setup.desk.changed();
        QTRY_COMPARE(setup.cell(2), u"Target 7"_s);
        QVERIFY(!item->isVisible());
        QVERIFY(setup.lastSaid().contains(u"Target 7"_s));
    }

    void refusedOneIsCorrected()
    {
        Setup setup;
        tom::TargetRecord record;
        record.number = 5;
        record.account = u"tom-lasilla"_s;
        record.draft = setup.desk.drafts[3];
        record.state = tom::State::Refused;
        record.problems = {{u"name"_s, u"target with this Name already exists."_s}};
        setup.desk.tellSettled(record); // hours later
        QVERIFY(setup.bar().isVisible());
        tests::button(&setup.bar(), u"Correct it"_s)->click();
        QCOMPARE(setup.popover().state(), TargetPopover::State::Failed);
        QVERIFY(!setup.bar().isVisible());
    }

    void retractionOffersRemoval()
    {
        Setup setup;
        setup.create();
        QTRY_COMPARE(setup.cell(2), u"Target 412"_s);
        tom::TargetRecord linked = setup.desk.records.front();
        linked.state = tom::State::Exists; // was there before: belongs to others
        setup.desk.put(linked);
        QTest::qWait(10); // the window has the list
        setup.night.arrive(1, [](Alert &alert) {
            alert.name = alert.event = "ZTF26aaaaaac";
            alert.retraction = true;
        });
        QTRY_COMPARE(setup.title(), u"ZTF26aaaaaac was retracted"_s);
        QCOMPARE(setup.desk.offered, std::vector<int64_t>{1});
        tests::button(&setup.bar(), u"Remove 1 target(s)"_s)->click();
        QCOMPARE(setup.desk.removed, std::vector<int64_t>{1});
    }

    void retractionOfTheNightBeforeIsOfferedOnce()
    {
        Setup setup(6, [](CannedDesk &desk) { desk.takenBack = {{u"S260914a"_s, {7, 9}}}; });
        QTRY_COMPARE(setup.title(), u"S260914a was retracted"_s);
        QCOMPARE(setup.desk.offered, (std::vector<int64_t>{7, 9}));
        tests::button(&setup.bar(), u"Remove 2 target(s)"_s)->click();
        QCOMPARE(setup.desk.removed, (std::vector<int64_t>{7, 9}));
    }

    void everythingHasOneWayBack()
    {
        Setup setup;
        setup.create();
        QTRY_COMPARE(setup.cell(2), u"Target 412"_s);
        QCOMPARE(setup.undo.what(), u"Created the target ZTF26aaaaaac."_s);
        setup.undo.undo();
        QTRY_COMPARE(setup.cell(2), QString());
        QCOMPARE(setup.desk.removed, std::vector<int64_t>{1});
        QVERIFY(!setup.undo.canUndo());
        QVERIFY(!setup.bar().isVisible()); // it offers nothing more
        // Removed by a person, and wanted after all.
        setup.create();
        QTRY_COMPARE(setup.cell(2), u"Target 413"_s);
        setup.targets->remove({2});
        QTRY_COMPARE(setup.cell(2), QString());
        QCOMPARE(setup.undo.what(), u"Removed the target ZTF26aaaaaac."_s);
        setup.undo.undo();
        QTRY_COMPARE(setup.cell(2), u"Target 413"_s);
        QCOMPARE(setup.desk.restored, std::vector<int64_t>{2});
        QTRY_COMPARE(setup.lastSaid(), u"ZTF26aaaaaac is kept: Target 413."_s);
        // Many at once are taken back at once.
        setup.table.selectAll();
        setup.actions.createTargets->trigger();
        auto *dialog = setup.window.findChild<TargetsBulkDialog *>();
        QTRY_VERIFY(!dialog->findChild<TargetBulk *>()->isRunning());
        tests::button(dialog, u"Create 6 target(s)"_s)->click();
        QTRY_COMPARE(dialog->findChild<TargetBulk *>()->count(TargetBulk::Stage::Done), 6);
        dialog->reject();
        QCOMPARE(setup.undo.what(), u"Created 6 target(s)."_s);
        setup.desk.removed.clear();
        setup.undo.undo();
        QCOMPARE(setup.desk.removed.size(), size_t(6));
    }

    // A sentence for each way that a removal may go.
    void removalsAreTold()
    {
        Setup setup;
        setup.create();
        QTRY_COMPARE(setup.cell(2), u"Target 412"_s);
        setup.desk.removesLater = true;
        setup.targets->remove({1});
        QTRY_COMPARE(setup.lastSaid(), u"ZTF26aaaaaac is being removed from tom.example.org."_s);
        QTRY_COMPARE(setup.cell(2), u"To be removed"_s);
        tom::TargetRecord record = setup.desk.records.front();
        record.why = u"no TCP connection"_s;
        setup.desk.tellSettled(record);
        QVERIFY2(setup.lastSaid().contains(u"as soon as it answers"), qPrintable(setup.lastSaid()));
        record.why.clear();
        record.state = tom::State::Removed;
        setup.desk.tellSettled(record);
        QCOMPARE(setup.lastSaid(), u"ZTF26aaaaaac was removed from tom.example.org."_s);
        record.state = tom::State::Created;
        record.job = tom::Job::Create;
        record.cause = ErrorKind::NotAuthorised;
        record.why = u"Not removed: it may not."_s;
        setup.desk.tellSettled(record);
        QCOMPARE(setup.title(), u"ZTF26aaaaaac is still in tom.example.org"_s);
        setup.desk.removed.clear();
        tests::button(&setup.bar(), u"Try again"_s)->click();
        QCOMPARE(setup.desk.removed, std::vector<int64_t>{1});
    }

    void targetsFollowTheirAccount()
    {
        Setup setup;
        setup.restricted.allow(RestrictedRows::tom(u"tom-lasilla"_s));
        setup.targets->followAccount(u"tom-lasilla"_s, u"tom-paranal"_s);
        QCOMPARE(setup.desk.renamed, QStringList{u"tom-lasilla -> tom-paranal"_s});
        QVERIFY(setup.restricted.mayGoTo(RestrictedRows::tom(u"tom-paranal"_s)));
        QVERIFY(!setup.restricted.mayGoTo(RestrictedRows::tom(u"tom-lasilla"_s)));
        setup.targets->followAccount(u"tom-paranal"_s, {});
        QCOMPARE(setup.desk.left, QStringList{u"tom-paranal"_s});
        QVERIFY(!setup.restricted.mayGoTo(RestrictedRows::tom(u"tom-paranal"_s)));
    }

    void strangersAreTold()
    {
        Setup setup;
        setup.create();
        QTRY_COMPARE(setup.cell(2), u"Target 412"_s);
        setup.desk.tellStrangers(setup.desk.records.front());
        QCOMPARE(setup.title(), u"Strangers can see Target 412 of tom.example.org"_s);
        tests::button(&setup.bar(), u"Remove it from the TOM"_s)->click();
        QCOMPARE(setup.desk.removed, std::vector<int64_t>{1});
    }

    void manyOpenTheirDialog()
    {
        Setup setup;
        setup.table.selectAll();
        setup.actions.createTargets->trigger();
        auto *dialog = setup.window.findChild<TargetsBulkDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        const auto *bulk = dialog->findChild<TargetBulk *>();
        QCOMPARE(bulk->items().size(), 6);
        QTRY_VERIFY(!bulk->isRunning());
        dialog->reject();
    }
};

QTEST_MAIN(WindowTargetsTest)
#include "tst_windowtargets.moc"
