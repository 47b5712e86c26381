// SPDX-License-Identifier: GPL-3.0-or-later
// Alarms in the window: banner, keys, log, silence, the raised window.
#include "core/alarms/alarmbook.h"
#include "core/alarms/alarmstore.h"
#include "core/journal/journal.h"
#include "core/services/alertfeed.h"
#include "support/looks.h"
#include "support/streambench.h"
#include "ui/dialogs/alarmcheckdialog.h"
#include "ui/dialogs/alarmlogdialog.h"
#include "ui/mainwindow.h"
#include "ui/mainwindowactions.h"
#include "ui/mainwindowclosing.h"
#include "ui/theme/motion.h"
#include "ui/widgets/alarmbanner.h"
#include "ui/widgets/alerttable.h"
#include "ui/windowalarms.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::ui;
using namespace tocsin::tests;
using alarms::Alarm;
using alarms::AlarmBook;

namespace {

Alarm gravity()
{
    return {.rule = u"gw-significant"_s,
            .title = u"Gravitational wave, significant"_s,
            .fact = u"S260914ab  BNS 0.97, 310 deg², 41 Mpc"_s,
            .row = 41,
            .event = u"S260914ab"_s,
            .arrived = UtcTime::fromUs(UtcTime::now().us - 72'000'000),
            .repeat = 60s};
}

Alarm retraction()
{
    Alarm alarm = gravity();
    alarm.kind = alarms::Kind::Retraction;
    alarm.title = u"Retracted"_s;
    alarm.fact = u"S260914ab was withdrawn by LIGO-Virgo-KAGRA"_s;
    alarm.repeat = 0s;
    return alarm;
}

struct Setup {
    StreamBench bench;
    services::AlertFeed feed;
    journal::Journal journal{QString()};
    AlarmBook book{journal};
    std::unique_ptr<MainWindow> window;

    Setup()
    {
        Places places = Places::resolve(bench.folder.path());
        places.archive = bench.folder.filePath(u"archive"_s);
        QVERIFY(bench.manager.add(StreamBench::kafka(u"gcn"_s)));
        window = std::make_unique<MainWindow>(WindowServices{
            .manager = bench.manager, .feed = feed, .archive = bench.archive, .journal = &journal, .alarms = &book, .sink = bench.pipeline, .places = places, .profile = {}});
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        window->activateWindow();
    }
    AlarmBanner &banner() const { return *window->findChild<AlarmBanner *>(); }
    QToolButton *statusItem(const QString &name) const { return window->status().findChild<QToolButton *>(name); }
    QString text() const
    {
        QString all;
        for (const QLabel *label : banner().findChildren<QLabel *>())
            all += (label->isVisible() ? label->text() : QString()) + u'|';
        return all;
    }
};

} // namespace

class TestWindowAlarms : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install(); }
    void init() { Motion::setChoice(Motion::Choice::Full); }

    void theBannerSaysTheNewest();
    void keyAcknowledgesUnlessOneWrites();
    void itPushesTheTable();
    void itBlinksForTenSecondsAtMost();
    void stillWhereMotionIsReduced();
    void aRetractionOffersItsTargets();
    void showLeadsToTheRow();
    void theWindowComesBack();
    void silenceIsSeen();
    void theLogFollows();
    void aLongLogStaysFast();
    void theLogIsSaved();
    void theCheckNamesWhatIsMissing();
    void looks_data();
    void looks();
};

void TestWindowAlarms::theBannerSaysTheNewest()
{
    Setup setup;
    QVERIFY(!setup.banner().isVisible());
    QVERIFY(!setup.window->actions().acknowledgeAlarm->isEnabled());
    Alarm first = gravity();
    first.title = u"First"_s;
    setup.book.raise(first);
    setup.book.raise(gravity());
    QTRY_VERIFY(setup.text().contains(u"Gravitational wave, significant"_s));
    QVERIFY2(setup.text().contains(u"S260914ab  BNS 0.97"_s), qPrintable(setup.text()));
    QVERIFY2(setup.text().contains(u"arrived 1\u00a0min 12\u00a0s ago · sounds every 60\u00a0s"_s), qPrintable(setup.text()));
    QTRY_VERIFY(setup.text().contains(u"arrived 1\u00a0min 14\u00a0s ago"_s)); // it ticks
    const QString age = setup.banner().accessibleDescription();
    QVERIFY2(age.contains(u"S260914ab"_s), qPrintable(age));
    clickButton(setup.banner(), u"Acknowledge"_s);
    QTRY_VERIFY(setup.text().contains(u"First"_s));
    clickButton(setup.banner(), u"Acknowledge"_s);
    QTRY_VERIFY(!setup.banner().isVisible());
}

void TestWindowAlarms::keyAcknowledgesUnlessOneWrites()
{
    Setup setup;
    setup.book.raise(gravity());
    QTRY_VERIFY(setup.banner().isVisible());
    QTRY_VERIFY(setup.window->isActiveWindow());
    auto *box = setup.window->findChild<QLineEdit *>();
    box->setFocus();
    QTest::keyClick(box, Qt::Key_A);
    QCOMPARE(box->text(), u"a"_s);
    QVERIFY(setup.banner().isVisible());
    auto *table = setup.window->findChild<AlertTable *>();
    table->setFocus();
    QTest::keyClick(table, Qt::Key_A);
    QTRY_VERIFY(!setup.banner().isVisible());
    QTRY_VERIFY(setup.book.open().empty());
}

void TestWindowAlarms::itPushesTheTable()
{
    Setup setup;
    const auto *table = setup.window->findChild<AlertTable *>();
    QTRY_VERIFY(table->isVisible());
    const int top = table->mapTo(setup.window.get(), QPoint()).y();
    QElapsedTimer clock;
    setup.book.raise(gravity());
    QTRY_VERIFY(setup.banner().isVisible());
    clock.start();
    QTRY_COMPARE(setup.banner().height(), 48);
    QTRY_COMPARE(table->mapTo(setup.window.get(), QPoint()).y(), top + 48); // covers nothing
    QVERIFY(clock.elapsed() < 1'000);
    setup.book.acknowledgeAll(u"window"_s);
    QTRY_COMPARE(table->mapTo(setup.window.get(), QPoint()).y(), top);
}

void TestWindowAlarms::itBlinksForTenSecondsAtMost()
{
    Setup setup;
    QElapsedTimer clock;
    setup.book.raise(gravity());
    QTRY_VERIFY(setup.banner().isBlinking());
    clock.start();
    QTRY_VERIFY_WITH_TIMEOUT(!setup.banner().isBlinking(), 12'000);
    QVERIFY2(clock.elapsed() > 8'000 && clock.elapsed() < 11'500, qPrintable(QString::number(clock.elapsed())));
}

void TestWindowAlarms::stillWhereMotionIsReduced()
{
    Setup setup;
    setup.window->actions().reduceMotion->trigger();
    QVERIFY(Motion::isReduced());
    setup.book.raise(gravity());
    QTRY_VERIFY(setup.banner().isVisible());
    QTRY_VERIFY(setup.book.open().front().repeat > 0s);
    QVERIFY(!setup.banner().isBlinking());
    Motion::setChoice(Motion::Choice::Full);
    Theme::setScheme(Scheme::Red);
    QVERIFY(Motion::isReduced());
    Theme::setScheme(Scheme::Light);
}

void TestWindowAlarms::aRetractionOffersItsTargets()
{
    Setup setup;
    QSignalSpy shown(setup.window->alarms(), &WindowAlarms::retractionShown);
    QSignalSpy removal(setup.window->alarms(), &WindowAlarms::targetsRemovalWanted);
    setup.book.raise(retraction());
    QTRY_COMPARE(shown.count(), 1);
    QCOMPARE(shown.at(0).at(0).toString(), u"S260914ab"_s);
    QVERIFY(!setup.text().contains(u"came from it"_s));
    setup.window->alarms()->setTargets(u"S260914ab"_s, 2);
    QVERIFY2(setup.text().contains(u"2 target(s) came from it"_s), qPrintable(setup.text()));
    clickButton(setup.banner(), u"Remove targets"_s);
    QCOMPARE(removal.count(), 1);
    QCOMPARE(removal.at(0).at(0).toString(), u"S260914ab"_s);
}

void TestWindowAlarms::showLeadsToTheRow()
{
    Setup setup;
    QSignalSpy rows(setup.window->alarms(), &WindowAlarms::rowWanted);
    setup.book.raise(gravity());
    QTRY_VERIFY(setup.banner().isVisible());
    clickButton(setup.banner(), u"Show"_s);
    QCOMPARE(rows.count(), 1);
    QCOMPARE(rows.at(0).at(0).toLongLong(), 41);
    QVERIFY(setup.banner().isVisible()); // to look is not to have understood
}

void TestWindowAlarms::theWindowComesBack()
{
    Setup setup;
    setup.window->showMinimized();
    setup.book.raise(gravity());
    QTRY_VERIFY(!setup.window->isMinimized());
    setup.window->hide(); // as it is kept in the tray
    Alarm silent = gravity();
    silent.notifies = false;
    setup.book.raise(silent);
    QTRY_COMPARE(setup.book.open().size(), 2U);
    QVERIFY(!setup.window->isVisible());
    setup.book.raise(gravity());
    QTRY_VERIFY(setup.window->isVisible());
}

void TestWindowAlarms::silenceIsSeen()
{
    Setup setup;
    QToolButton *item = setup.statusItem(u"Alarms silenced"_s);
    QVERIFY(item && !item->isVisible());
    QTest::keyClick(setup.window.get(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(item->isVisible());
    QVERIFY2(item->text().startsWith(u"alarms silenced, 30"_s) || item->text().startsWith(u"alarms silenced, 29"_s), qPrintable(item->text()));
    setup.book.raise(gravity());
    QTRY_VERIFY(setup.text().contains(u"silenced until"_s));
    QVERIFY(!setup.banner().isBlinking());
    item->click();
    QTRY_VERIFY(!item->isVisible());
    QTRY_VERIFY(setup.banner().isBlinking()); // what is open is heard now
}

void TestWindowAlarms::theLogFollows()
{
    Setup setup;
    setup.window->actions().alarmLog->trigger();
    auto *log = setup.window->findChild<AlarmLogDialog *>();
    QVERIFY(log);
    auto *list = log->findChild<QTreeView *>();
    const auto cell = [list](int row, int column) { return list->model()->index(row, column).data().toString(); };
    setup.book.raise(gravity());
    setup.book.raise(retraction());
    QTRY_COMPARE(list->model()->rowCount(), 2);
    QTRY_COMPARE(cell(1, 1), u"open"_s);
    list->setCurrentIndex(list->model()->index(1, 0));
    clickButton(*log, u"Acknowledge"_s);
    QTRY_COMPARE(cell(1, 1), u"acknowledged"_s);
    QTRY_VERIFY(list->selectionModel()->isRowSelected(1)); // who chose it finds it again
    QVERIFY(cell(1, 6).endsWith(u"in the window"_s));
    QSignalSpy rows(setup.window->alarms(), &WindowAlarms::rowWanted);
    clickButton(*log, u"Show row"_s);
    QCOMPARE(rows.count(), 1);
    log->findChild<QAbstractButton *>()->click(); // only open ones
    QTRY_COMPARE(list->model()->rowCount(), 1);
}

void TestWindowAlarms::aLongLogStaysFast()
{
    Setup setup;
    constexpr int kMany = 20'000;
    const Outcome written = setup.journal.wait<Done>([](QSqlDatabase &db) -> Outcome {
        for (int i = 0; i < kMany; ++i) {
            Alarm alarm = gravity();
            alarm.raised = UtcTime::fromUs(UtcTime::now().us - (kMany - i) * 60'000'000LL);
            alarm.fact = u"S%1 "_s.arg(i) + QString(400, u'x');
            if (const Result<int64_t> number = alarms::insertAlarm(db, alarm); !number)
                return number.error();
        }
        return alarms::acknowledgeOpen(db, u"window"_s).ok() ? Outcome(Done{}) : Outcome(Error{});
    });
    QVERIFY(written.ok());
    setup.window->actions().alarmLog->trigger();
    auto *log = setup.window->findChild<AlarmLogDialog *>();
    auto *list = log->findChild<QTreeView *>();
    QTRY_COMPARE(list->model()->rowCount(), 10'000);
    QVERIFY(list->model()->index(0, 3).data().toString().startsWith(u"S19999 x"_s));
    QVERIFY(list->model()->index(0, 3).data(Qt::ToolTipRole).toString().size() > 100); // the whole of it
    list->scrollTo(list->model()->index(5'000, 0), QAbstractItemView::PositionAtTop);
    // Another alarm: how long the main thread is held up at the most.
    QElapsedTimer clock;
    qint64 longest = 0;
    QTimer beat;
    clock.start();
    connect(&beat, &QTimer::timeout, this, [&] { longest = std::max(longest, clock.restart()); });
    beat.start(1);
    setup.book.raise(gravity());
    QTRY_VERIFY(list->model()->index(0, 3).data().toString().startsWith(u"S260914ab"_s));
    QVERIFY2(longest < 250, qPrintable(QString::number(longest)));
    QVERIFY(list->indexAt({0, 0}).row() >= 5'000); // who reads there goes on reading
}

void TestWindowAlarms::theLogIsSaved()
{
    Setup setup;
    Alarm formula = gravity();
    formula.fact = u"=cmd, \"quoted\"\nsecond line"_s;
    setup.book.raise(formula);
    Alarm secret = gravity();
    secret.restricted = true;
    setup.book.raise(secret);
    QTRY_COMPARE(setup.book.open().size(), 2U);
    setup.window->actions().alarmLog->trigger();
    auto *log = setup.window->findChild<AlarmLogDialog *>();
    QTRY_COMPARE(log->findChild<QTreeView *>()->model()->rowCount(), 2);
    const QString path = setup.bench.folder.filePath(u"alarms.csv"_s);
    log->saveTo(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 2); // the restricted one stays here
    QVERIFY2(lines[1].startsWith("1,news,open,gw-significant,\"Gravitational wave, significant\",\"'=cmd, \"\"quoted\"\" second line\",41,S260914ab,false,2"), lines[1].constData());
    QCOMPARE(log->findChild<QLabel *>()->text(), u"The log was written to %1 without 1 alarm(s) of restricted alerts; “tocsin alarms list” has them."_s.arg(path));
    log->saveTo(u"/nonexistent/alarms.csv"_s);
    QVERIFY(log->findChild<QLabel *>()->text().startsWith(u"/nonexistent/alarms.csv cannot be written"_s));
}

void TestWindowAlarms::theCheckNamesWhatIsMissing()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent");
    Setup setup;
    setup.window->closer().setTrayThere(false);
    setup.window->actions().checkAlarms->trigger();
    auto *dialog = setup.window->findChild<AlarmCheckDialog *>();
    QVERIFY(dialog);
    const auto says = [dialog](const QString &text) {
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            if (label->text() == text)
                return true;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(says(u"Window: works"_s), 9'000);
    for (const QString &part : {u"Desktop notification"_s, u"Stay awake"_s, u"Tray"_s})
        QVERIFY2(says(part + u": missing"_s), qPrintable(part));
    // When a rule is armed the same is said by itself.
    setup.window->alarms()->setArmed(1);
    QTRY_VERIFY_WITH_TIMEOUT(setup.window->status().said().contains(u"Tray"_s), 9'000);
}

void TestWindowAlarms::looks_data()
{
    QTest::addColumn<int>("mode");
    for (int i = 0; i < kModeCount; ++i)
        QTest::newRow(kModes[i].name) << i;
}

void TestWindowAlarms::looks()
{
    QFETCH(int, mode);
    const Mode &of = kModes[mode];
    Theme::setScheme(of.scheme);
    Theme::setTextScale(of.scale);
    Wordy wordy;
    if (of.wordy)
        QCoreApplication::installTranslator(&wordy);
    QWidget page;
    page.setAutoFillBackground(true);
    auto *column = new QVBoxLayout(&page);
    const auto add = [&page, column](Alarm alarm, int others, const QString &silence) {
        static int64_t number = 0;
        auto *banner = new AlarmBanner(&page);
        banner->setAcknowledgeKey(u"A"_s);
        banner->setTargets(alarm.event, 2);
        alarm.number = ++number;
        banner->setAlarm(alarm, others, silence);
        column->addWidget(banner);
        return banner;
    };
    const UtcTime now = UtcTime::now();
    add(gravity(), 0, {});
    add(gravity(), 3, {})->blink(); // its title in the colour of the alarm, half of the time
    Alarm slept = gravity();
    slept.arrived = UtcTime::fromUs(now.us - 42 * 60'000'000LL - 5'000'000);
    add(slept, 0, {});
    add(gravity(), 1, u"silenced until 03:20 UT"_s);
    Alarm quiet = gravity();
    quiet.silencedBy = u"quiet hours"_s;
    add(quiet, 0, {});
    Alarm test = gravity();
    test.test = true;
    test.row = 0;
    test.fact = QString(300, u'x');
    const AlarmBanner *longest = add(test, 12, {});
    add(retraction(), 0, {});
    page.resize(of.scale > 1 ? 1'700 : 1'216, 10);
    look(page, of, u"alarm-banner"_s);
    QVERIFY(longest->findChildren<ElidedLabel *>().at(1)->width() >= Theme::scaled(140)); // how old it is
    {
        AlarmCheckDialog dialog(nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.setParts({{alarms::CheckPart::Id::Sound, u"Sound"_s, true, u"The sound device takes sounds."_s, {}},
                         {alarms::CheckPart::Id::Inhibitor, u"Stay awake"_s, false, u"Nothing keeps this computer awake: neither logind nor the desktop gave leave."_s,
                          u"Turn automatic sleep off in the power settings while a rule is armed."_s}});
        look(dialog, of, u"alarm-check"_s);
    }
    {
        journal::Journal journal{QString()};
        AlarmBook book(journal);
        book.raise(gravity());
        book.raise(retraction());
        AlarmLogDialog dialog(book, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QTRY_COMPARE(dialog.findChild<QTreeView *>()->model()->rowCount(), 2);
        look(dialog, of, u"alarm-log"_s);
    }
    QCoreApplication::removeTranslator(&wordy);
    Theme::setTextScale(1);
    Theme::setScheme(Scheme::Light);
}

QTEST_MAIN(TestWindowAlarms)
#include "tst_windowalarms.moc"
