// SPDX-License-Identifier: GPL-3.0-or-later
// A window and `listen --rules` of one home on one desktop: an alarm is heard once, and when the program that rings dies or
// hangs the other one goes on.
#include "core/alarms/alarmbook.h"
#include "core/base/places.h"
#include "core/journal/journal.h"
#include "integration/program.h"
#include "rig/desktop.h"

#include <QElapsedTimer>
#include <QSqlQuery>
#include <QTest>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::tests;
using alarms::Alarm;

namespace {

Alarm gravity(std::chrono::seconds repeat = 0s)
{
    return {.rule = u"gw-significant"_s,
            .title = u"Gravitational wave, significant"_s,
            .fact = u"S260914ab  BNS 0.97"_s,
            .row = 41,
            .event = u"S260914ab"_s,
            .arrived = UtcTime::now(),
            .sound = alarms::kAlarmSound,
            .repeat = repeat};
}

} // namespace

class TestTwoBells : public QObject
{
    Q_OBJECT
public:
    explicit TestTwoBells(rig::Desktop &desktop) : m_desktop(desktop) {}

private Q_SLOTS:
    void init();
    void cleanup();
    void isHeardOnce();
    void withoutAWindowItIsHeard();
    void theOtherGoesOn_data();
    void theOtherGoesOn();
    void whoDiesLetsTheComputerSleep();

private:
    void startWindow();
    void startListening();
    [[nodiscard]] int ringers(); // programs that say that they may ring
    [[nodiscard]] qint64 ringer(); // process that rang the newest alarm; 0: none
    [[nodiscard]] QVariant ask(const QString &question);
    [[nodiscard]] int heard() const { return m_book->open().empty() ? -1 : m_book->open().front().heard; }

    rig::Desktop &m_desktop;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<journal::Journal> m_journal;
    std::unique_ptr<alarms::AlarmBook> m_book; // of a program that raises and does not ring
    std::unique_ptr<Program> m_window;
    std::unique_ptr<Program> m_listen;
};

void TestTwoBells::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_journal = std::make_unique<journal::Journal>(journal::Journal::fileIn(Places::resolve(m_home->path()).archive));
    m_book = std::make_unique<alarms::AlarmBook>(*m_journal);
    QTRY_VERIFY(ringers() == 0);
}

void TestTwoBells::cleanup()
{
    for (const auto *program : {&m_window, &m_listen}) {
        if (*program)
            (*program)->signal(SIGCONT);
    }
    m_window.reset();
    m_listen.reset();
    m_book.reset();
    m_journal.reset();
    m_home.reset();
    m_desktop.run(u"dunstctl"_s, {u"close-all"_s}); // what a killed program has left
}

QVariant TestTwoBells::ask(const QString &question)
{
    const Result<QVariant> answer = m_journal->wait<QVariant>([&question](QSqlDatabase &db) -> Result<QVariant> {
        QSqlQuery query(db);
        return query.exec(question) && query.next() ? Result<QVariant>(query.value(0)) : Result<QVariant>(Error{});
    });
    return answer ? answer.value() : QVariant();
}

int TestTwoBells::ringers()
{
    return ask(u"SELECT count(*) FROM ringers"_s).toInt();
}

qint64 TestTwoBells::ringer()
{
    return ask(u"SELECT ringer FROM alarms ORDER BY number DESC"_s).toString().section(u'/', 1, 1).toLongLong();
}

void TestTwoBells::startWindow()
{
    const int before = ringers();
    m_window = std::make_unique<Program>(QStringList{u"--home"_s, m_home->path()});
    QTRY_COMPARE_WITH_TIMEOUT(ringers(), before + 1, 60'000);
    QTRY_COMPARE(ask(u"SELECT max(has_window) FROM ringers"_s).toInt(), 1);
}

void TestTwoBells::startListening()
{
    const int before = ringers();
    m_listen = std::make_unique<Program>(QStringList{u"--home"_s, m_home->path(), u"listen"_s, u"--rules"_s, u"kafka://127.0.0.1:9/nothing"_s});
    QTRY_COMPARE_WITH_TIMEOUT(ringers(), before + 1, 60'000);
}

void TestTwoBells::isHeardOnce()
{
    startListening();
    startWindow();
    m_desktop.forget();
    m_book->raise(gravity(4s));
    QTRY_COMPARE(heard(), 1);
    QCOMPARE(ringer(), m_window->processId());
    QTRY_VERIFY(m_desktop.loudest() > 15'000);
    QTRY_COMPARE(m_desktop.displayed(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(heard(), 3, 20'000);
    QCOMPARE(ringer(), m_window->processId());
    QCOMPARE(m_desktop.displayed(), 1);
    m_book->acknowledgeAll(u"command line"_s);
    QTRY_COMPARE(m_desktop.displayed(), 0);
}

void TestTwoBells::withoutAWindowItIsHeard()
{
    startListening();
    QElapsedTimer clock;
    clock.start();
    m_book->raise(gravity());
    QTRY_COMPARE(heard(), 1);
    QVERIFY2(clock.elapsed() < 2'000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(ringer(), m_listen->processId());
    QTRY_COMPARE(m_desktop.displayed(), 1);
    m_book->acknowledgeAll(u"command line"_s);
    QTRY_COMPARE(m_desktop.displayed(), 0);
}

void TestTwoBells::theOtherGoesOn_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("dies") << SIGKILL;
    QTest::newRow("hangs") << SIGSTOP;
}

void TestTwoBells::theOtherGoesOn()
{
    QFETCH(int, signal);
    startListening();
    startWindow();
    m_book->raise(gravity());
    QTRY_COMPARE(heard(), 1);
    QCOMPARE(ringer(), m_window->processId());
    m_book->acknowledgeAll(u"command line"_s);
    QTRY_VERIFY(m_book->open().empty());

    m_window->signal(signal);
    m_desktop.forget();
    QElapsedTimer clock;
    clock.start();
    m_book->raise(gravity(3'600s));
    QTRY_COMPARE_WITH_TIMEOUT(heard(), 1, 10'000);
    QVERIFY2(clock.elapsed() < 6'000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(ringer(), m_listen->processId());
    QTRY_VERIFY(m_desktop.loudest() > 15'000);
}

void TestTwoBells::whoDiesLetsTheComputerSleep()
{
    QVERIFY2(m_desktop.startLogind(), qPrintable(m_desktop.why()));
    QCOMPARE(runProgram({u"--home"_s, m_home->path(), u"rules"_s, u"enable"_s, u"gw-significant"_s, u"--without-rehearsal"_s}).code, 0);
    startListening();
    QTRY_COMPARE(m_desktop.inhibitors().size(), 1);
    QVERIFY2(m_desktop.inhibitors().constFirst().startsWith(u"sleep:idle|Tocsin|"_s), qPrintable(m_desktop.inhibitors().constFirst()));
    QCOMPARE(runProgram({u"--home"_s, m_home->path(), u"rules"_s, u"disable"_s, u"gw-significant"_s}).code, 0);
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop.inhibitors().isEmpty(), 15'000); // disarmed by another program
    QCOMPARE(runProgram({u"--home"_s, m_home->path(), u"rules"_s, u"enable"_s, u"gw-significant"_s, u"--without-rehearsal"_s}).code, 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop.inhibitors().size(), 1, 15'000);
    m_listen->signal(SIGKILL);
    QTRY_VERIFY(m_desktop.inhibitors().isEmpty());
}

int main(int argc, char **argv)
{
    rig::Desktop desktop;
    if (!desktop.up() || !desktop.startSound() || !desktop.startNotifications() || !desktop.startLogind())
        return rig::desktopIsMissing(desktop.why());
    desktop.stopLogind();
    QCoreApplication app(argc, argv);
    TestTwoBells test(desktop);
    return QTest::qExec(&test, argc, argv);
}
#include "tst_twobells.moc"
