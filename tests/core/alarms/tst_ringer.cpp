// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms/alarmbook.h"
#include "core/alarms/alarmwords.h"
#include "core/alarms/ringer.h"
#include "core/journal/journal.h"
#include "rig/desktop.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::alarms;
using journal::Journal;

namespace {

// Bytes of a sender are never markup.
Alarm gravity()
{
    return {.rule = u"gw-significant"_s,
            .title = u"Gravitational wave & <b>more</b>"_s,
            .fact = u"S260914ab  <img src='x'> BNS 0.97, 310 deg², 41 Mpc"_s,
            .row = 41,
            .event = u"S260914ab"_s,
            .arrived = UtcTime::fromUs(UtcTime::now().us - 42LL * 60'000'000 - 5'000'000),
            .sound = {}};
}

} // namespace

// Ringer with its parts on a private bus: dunst, the logind of python3-dbusmock, no sound device.
class TestRinger : public QObject
{
    Q_OBJECT
public:
    explicit TestRinger(rig::Desktop &desktop) : m_desktop(desktop) {}

private Q_SLOTS:
    void init();
    void cleanup();

    void withoutAnythingEachIsNamed();
    void isShownReplacedAndTakenAway();
    void itsButtonAcknowledges();
    void showsTheAlarm();
    void aFrozenServiceHoldsUpNobody();
    void aNewServiceShowsWhatIsOpen();
    void keepsTheComputerAwake();
    void logindThatStartsAnewIsAskedAgain();
    void soundsAfterASleep();
    void theClocksTellOfASleep();

private:
    int64_t raise(const Alarm &alarm);

    rig::Desktop &m_desktop;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<AlarmBook> m_book;
    std::unique_ptr<Ringer> m_ringer;
};

void TestRinger::init()
{
    m_journal = std::make_unique<Journal>(QString());
    m_book = std::make_unique<AlarmBook>(*m_journal);
    m_ringer = std::make_unique<Ringer>(*m_book);
    m_ringer->setHasWindow(true);
}

void TestRinger::cleanup()
{
    m_ringer.reset();
    m_book.reset();
    m_journal.reset();
}

int64_t TestRinger::raise(const Alarm &alarm)
{
    int64_t number = 0;
    m_book->raise(alarm, [&number](const Result<int64_t> &got) { number = got ? got.value() : -1; });
    [&number] { QTRY_VERIFY(number != 0); }();
    return number;
}

void TestRinger::withoutAnythingEachIsNamed()
{
    QSignalSpy checked(m_ringer.get(), &Ringer::checked);
    QSignalSpy trouble(m_ringer.get(), &Ringer::trouble);
    QElapsedTimer clock;
    clock.start();
    m_ringer->check();
    QVERIFY(clock.elapsed() < 100);
    QTRY_COMPARE_WITH_TIMEOUT(checked.count(), 1, 9'000);
    const std::vector<CheckPart> &parts = m_ringer->lastCheck();
    QCOMPARE(parts.size(), 3U);
    for (const CheckPart &part : parts) {
        QVERIFY(!part.works);
        QVERIFY2(!part.fact.isEmpty() && !part.remedy.isEmpty(), qPrintable(part.name));
    }
    QVERIFY(parts[0].fact.contains(u"sound device"_s));
    QVERIFY(parts[1].fact.contains(u"notification"_s));
    QVERIFY(parts[2].fact.contains(u"awake"_s));
    raise(gravity());
    QTRY_COMPARE(trouble.count(), 1);
}

void TestRinger::isShownReplacedAndTakenAway()
{
    QVERIFY2(m_desktop.startNotifications(), qPrintable(m_desktop.why()));
    Alarm alarm = gravity();
    alarm.repeat = 1s;
    QSignalSpy sounds(m_book.get(), &AlarmBook::sounds);
    const int64_t number = raise(alarm);
    QTRY_COMPARE(m_desktop.displayed(), 1);
    QTRY_VERIFY(sounds.count() >= 3);
    QCOMPARE(m_desktop.displayed(), 1); // in place
    const int64_t other = raise(gravity());
    QTRY_COMPARE(m_desktop.displayed(), 2);
    m_book->acknowledge(other, u"window"_s);
    QTRY_COMPARE(m_desktop.displayed(), 1);
    m_book->withdraw(u"S260914ab"_s);
    QTRY_COMPARE(m_desktop.displayed(), 0);
    Q_UNUSED(number)
    const QString text = m_desktop.newestClosed();
    QVERIFY2(text.startsWith(u"Gravitational wave & <b>more</b>|"_s), qPrintable(text));
    QVERIFY2(text.contains(u"&lt;img src=") || text.contains(u"<img src="_s), qPrintable(text)); // as text: dunst keeps it escaped
    QVERIFY2(text.contains(u"arrived 42\u00a0min ago"_s), qPrintable(text));
    QVERIFY2(text.contains(u"sounds every 1\u00a0s"_s), qPrintable(text));
}

void TestRinger::itsButtonAcknowledges()
{
    m_ringer->setHasWindow(false);
    raise(gravity());
    QTRY_COMPARE(m_desktop.displayed(), 1);
    m_desktop.pressNewest();
    QTRY_VERIFY(m_book->open().empty());
    std::optional<std::vector<Alarm>> log;
    m_book->list({}, 1, this, [&log](Result<std::vector<Alarm>> got) { log = std::move(got).value(); });
    QTRY_VERIFY(log);
    QCOMPARE(log->front().acknowledgedBy, u"notification"_s);
    QTRY_COMPARE(m_desktop.displayed(), 0);
}

void TestRinger::showsTheAlarm()
{
    QSignalSpy shows(m_ringer.get(), &Ringer::showWanted);
    const int64_t number = raise(gravity());
    QTRY_COMPARE(m_desktop.displayed(), 1);
    m_desktop.pressNewest(); // "default"
    QTRY_COMPARE(shows.count(), 1);
    QCOMPARE(shows.at(0).at(0).toLongLong(), number);
    QCOMPARE(m_book->open().size(), 1U); // to look is not to have understood
    m_ringer.reset(); // the program ends: nobody would hear the buttons
    QTRY_COMPARE(m_desktop.displayed(), 0);
}

void TestRinger::aFrozenServiceHoldsUpNobody()
{
    QSignalSpy trouble(m_ringer.get(), &Ringer::trouble);
    m_desktop.freezeNotifications(true);
    QElapsedTimer clock;
    clock.start();
    raise(gravity());
    QVERIFY2(clock.elapsed() < 1'000, qPrintable(QString::number(clock.elapsed())));
    QTRY_COMPARE_WITH_TIMEOUT(trouble.count(), 1, 6'000);
    QVERIFY(trouble.at(0).at(0).value<Error>().message.contains(u"does not answer"_s));
    m_desktop.freezeNotifications(false);
    m_book->acknowledgeAll(u"window"_s);
    QTRY_VERIFY(m_book->open().empty());
    raise(gravity());
    QTRY_COMPARE(m_desktop.displayed(), 1);
    m_book->acknowledgeAll(u"window"_s);
    QTRY_COMPARE(m_desktop.displayed(), 0);
}

void TestRinger::aNewServiceShowsWhatIsOpen()
{
    raise(gravity());
    QTRY_COMPARE(m_desktop.displayed(), 1);
    m_desktop.stopNotifications();
    QVERIFY(m_desktop.startNotifications());
    QTRY_COMPARE(m_desktop.displayed(), 1);
    m_book->acknowledgeAll(u"window"_s);
    QTRY_COMPARE(m_desktop.displayed(), 0);
}

void TestRinger::keepsTheComputerAwake()
{
    QVERIFY2(m_desktop.startLogind(), qPrintable(m_desktop.why()));
    QVERIFY(m_desktop.inhibitors().isEmpty());
    QSignalSpy checked(m_ringer.get(), &Ringer::checked);
    m_ringer->setArmed(2);
    QTRY_COMPARE(m_ringer->inhibitor().heldBy(), u"logind"_s);
    const QStringList held = m_desktop.inhibitors();
    QVERIFY2(held.contains(u"sleep:idle|Tocsin|Tocsin: an alarm may come (2 rule(s) armed)|block"_s), qPrintable(held.join(u'\n')));
    QTRY_COMPARE_WITH_TIMEOUT(checked.count(), 1, 9'000); // armed: looked at
    QVERIFY(!m_ringer->lastCheck()[0].works);
    QVERIFY(m_ringer->lastCheck()[1].works);
    QVERIFY(m_ringer->lastCheck()[1].fact.contains(u"dunst"_s));
    QVERIFY(m_ringer->lastCheck()[2].works);
    QTRY_COMPARE(m_desktop.inhibitors().size(), 1); // the look let its own go
    m_ringer->setArmed(0);
    QTRY_VERIFY(m_desktop.inhibitors().isEmpty());
    m_ringer->setArmed(1);
    QTRY_COMPARE(m_desktop.inhibitors().size(), 1);
    m_ringer.reset();
    QTRY_VERIFY(m_desktop.inhibitors().isEmpty());
}

void TestRinger::logindThatStartsAnewIsAskedAgain()
{
    m_ringer->setArmed(1);
    QTRY_COMPARE(m_desktop.inhibitors().size(), 1);
    m_desktop.stopLogind();
    QTRY_VERIFY(m_ringer->inhibitor().heldBy().isEmpty());
    QVERIFY(m_desktop.startLogind());
    QTRY_COMPARE(m_desktop.inhibitors().size(), 1);
    QTRY_COMPARE(m_ringer->inhibitor().heldBy(), u"logind"_s);
}

void TestRinger::soundsAfterASleep()
{
    Alarm alarm = gravity();
    alarm.repeat = 3'600s;
    raise(alarm);
    QSignalSpy resumed(m_ringer.get(), &Ringer::resumed);
    QSignalSpy sounds(m_book.get(), &AlarmBook::sounds);
    QSignalSpy checked(m_ringer.get(), &Ringer::checked);
    m_ringer->setArmed(1); // whoever holds an inhibitor has found logind
    QTRY_COMPARE(m_desktop.inhibitors().size(), 1);
    m_desktop.prepareForSleep(true);
    m_desktop.prepareForSleep(false);
    QTRY_COMPARE(resumed.count(), 1);
    QTRY_COMPARE(sounds.count(), 1);
    QVERIFY(sounds.at(0).at(1).toBool());
}

void TestRinger::theClocksTellOfASleep()
{
    std::chrono::milliseconds slept{0};
    int looks = 0;
    ResumeWatch watch(nullptr, [&] {
        ++looks;
        return slept;
    }, 20ms);
    QSignalSpy resumed(&watch, &ResumeWatch::resumed);
    slept += 500ms; // no sleep
    looks = 0;
    QTRY_VERIFY(looks >= 3);
    QCOMPARE(resumed.count(), 0);
    slept += 42min;
    QTRY_COMPARE(resumed.count(), 1);
    looks = 0;
    QTRY_VERIFY(looks >= 3);
    QCOMPARE(resumed.count(), 1); // once
    QVERIFY(ResumeWatch::sleptSinceStart() >= 0ms);
}

int main(int argc, char **argv)
{
    rig::Desktop desktop;
    if (!desktop.up() || !desktop.startLogind() || !desktop.startNotifications())
        return rig::desktopIsMissing(desktop.why());
    desktop.stopLogind();
    desktop.stopNotifications();
    QCoreApplication app(argc, argv);
    TestRinger test(desktop);
    return QTest::qExec(&test, argc, argv);
}
#include "tst_ringer.moc"
