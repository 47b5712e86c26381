// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms/alarmbook.h"
#include "core/alarms/ringturns.h"
#include "core/journal/journal.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::alarms;
using journal::Journal;

namespace {

Alarm gravity(std::chrono::seconds repeat = 0s)
{
    return {.rule = u"gw-significant"_s,
            .title = u"Gravitational wave, significant"_s,
            .fact = u"S260914ab  BNS 0.97, 310 deg², 41 Mpc"_s,
            .row = 41,
            .event = u"S260914ab"_s,
            .arrived = UtcTime::fromUs(1'789'354'948'500'000),
            .sound = u"alarm"_s,
            .repeat = repeat};
}

UtcTime fromNow(std::chrono::milliseconds wait)
{
    return UtcTime::fromUs(UtcTime::now().us + wait.count() * 1'000);
}

std::vector<Alarm> logOf(AlarmBook &book)
{
    std::optional<std::vector<Alarm>> log;
    book.list({}, 100, &book, [&log](Result<std::vector<Alarm>> got) {
        if (got)
            log = std::move(got).value();
    });
    [&log] { QTRY_VERIFY(log); }();
    return log.value_or(std::vector<Alarm>{});
}

// One program with a book of the same home.
struct Program {
    explicit Program(const QString &file) : journal(file), book(journal)
    {
        QObject::connect(&book, &AlarmBook::sounds, &book, [this](const Alarm &alarm, bool again) { heard.emplace_back(alarm, again); });
    }
    Journal journal;
    AlarmBook book;
    std::vector<std::pair<Alarm, bool>> heard;
};

} // namespace

// The alarm log on a real journal; two programs of one home are two journals on one file.
class TestAlarmBook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void keepsAllOfAnAlarm();
    void soundsOnceOrUntilAcknowledged();
    void whatOneAcknowledgesIsSoInTheOther();
    void othersHearItToo();
    void aRestartSoundsWhatIsOpen();
    void yesterdaysAlarmWakesNobody();
    void silenceKeepsItForLater();
    void quietHoursAreLoggedOnly();
    void aRetractionClosesTheNews();
    void itIsHeardWhenItCannotBeWritten();

private:
    [[nodiscard]] QString file() const { return Journal::fileIn(m_folder->path()); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestAlarmBook::keepsAllOfAnAlarm()
{
    Alarm alarm = gravity(60s);
    alarm.kind = Kind::Retraction;
    alarm.test = alarm.restricted = alarm.always = true;
    alarm.notifies = false;
    alarm.silencedBy = u"throttle"_s;
    {
        Program one(file());
        std::optional<Result<int64_t>> number;
        one.book.raise(alarm, [&](Result<int64_t> got) { number.emplace(std::move(got)); });
        QTRY_VERIFY(number);
        QVERIFY(number->ok());
        alarm.number = number->value();
    }
    Program again(file());
    QTRY_COMPARE(again.book.open().size(), 1U);
    alarm.raised = again.book.open().front().raised;
    QVERIFY(alarm.raised.isValid());
    QVERIFY(again.book.open().front() == alarm);
    again.book.acknowledge(alarm.number, u"window"_s);
    QTRY_VERIFY(again.book.open().empty());
    const std::vector<Alarm> log = logOf(again.book);
    QCOMPARE(log.size(), 1U);
    QCOMPARE(log.front().acknowledgedBy, u"window"_s);
    QVERIFY(log.front().acknowledged.us >= alarm.raised.us);
}

void TestAlarmBook::soundsOnceOrUntilAcknowledged()
{
    Program program(file());
    program.book.takeOver();
    program.book.raise(gravity());
    QTRY_COMPARE(program.heard.size(), 1U);
    QVERIFY(!program.heard.front().second);
    Alarm loud = gravity(1s);
    loud.fact = u"loud"_s;
    program.book.raise(loud);
    QTRY_COMPARE(program.heard.size(), 4U); // the loud one three times, the first one never again
    for (size_t i = 1; i < 4; ++i) {
        QCOMPARE(program.heard[i].first.fact, u"loud"_s);
        QCOMPARE(program.heard[i].second, i > 1);
    }
    program.book.acknowledge(program.heard.back().first.number, u"window"_s);
    QTRY_COMPARE(program.book.open().size(), 1U);
    const auto times = [&program](const QString &fact) { return std::ranges::count_if(program.heard, [&fact](const auto &each) { return each.first.fact == fact; }); };
    const auto before = times(u"loud"_s);
    Alarm other = loud;
    other.fact = u"other"_s;
    program.book.raise(other);
    QTRY_COMPARE(times(u"other"_s), 3); // so long that the loud one would have been due
    QCOMPARE(times(u"loud"_s), before);
}

void TestAlarmBook::whatOneAcknowledgesIsSoInTheOther()
{
    Program window(file());
    Program command(file());
    window.book.raise(gravity(1s));
    window.book.raise(gravity());
    QTRY_COMPARE(command.book.open().size(), 2U);
    command.book.acknowledgeAll(u"command line"_s);
    QTRY_VERIFY(window.book.open().empty());
    command.book.silenceUntil(fromNow(1h));
    QTRY_VERIFY(window.book.isSilenced());
    QCOMPARE(window.book.silencedUntil(), command.book.silencedUntil());
    window.book.silenceUntil({});
    QTRY_VERIFY(!command.book.silencedUntil().isValid());
}

void TestAlarmBook::othersHearItToo()
{
    Program window(file());
    window.book.takeOver();
    Program command(file());
    Program deaf(file());
    QTRY_VERIFY(logOf(window.book).empty());
    command.book.raise(gravity());
    QTRY_COMPARE(window.heard.size(), 1U);
    QCOMPARE(command.heard.size(), 1U);
    QTRY_COMPARE(deaf.book.open().size(), 1U);
    QVERIFY(deaf.heard.empty());
}

void TestAlarmBook::aRestartSoundsWhatIsOpen()
{
    {
        Program program(file());
        program.book.raise(gravity());
        program.book.raise(gravity(60s));
        QTRY_COMPARE(program.heard.size(), 2U);
        RingTurns turns(program.book);
        for (const auto &[alarm, isAgain] : program.heard)
            turns.noteHeard(alarm.number);
    }
    Program again(file());
    again.book.takeOver();
    QTRY_COMPARE(again.book.open().size(), 2U);
    QTRY_COMPARE(again.heard.size(), 1U);
    QCOMPARE(again.heard.front().first.repeat, 60s);
    QVERIFY(again.heard.front().second);
    // And at once after a sleep, whenever the next time would have been.
    again.book.soundAgain();
    QCOMPARE(again.heard.size(), 2U);
}

void TestAlarmBook::yesterdaysAlarmWakesNobody()
{
    {
        Program program(file());
        Alarm old = gravity(60s);
        old.raised = fromNow(-25h);
        program.book.raise(old);
        QTRY_COMPARE(program.book.open().size(), 1U);
    }
    Program again(file());
    again.book.takeOver();
    QTRY_COMPARE(again.book.open().size(), 1U);
    again.book.raise(gravity());
    QTRY_COMPARE(again.heard.size(), 1U);
    QCOMPARE(again.heard.front().first.repeat, 0s);
}

void TestAlarmBook::silenceKeepsItForLater()
{
    Program program(file());
    program.book.takeOver();
    program.book.silenceUntil(fromNow(1'500ms));
    program.book.raise(gravity());
    Alarm always = gravity();
    always.always = true;
    program.book.raise(always);
    QTRY_COMPARE(program.book.open().size(), 2U);
    QCOMPARE(program.heard.size(), 1U);
    QVERIFY(program.heard.front().first.always);
    QCOMPARE(program.book.open().back().silencedBy, u"silence"_s);
    QVERIFY(program.book.isSilenced());
    QSignalSpy changed(&program.book, &AlarmBook::changed);
    QTRY_COMPARE(program.heard.size(), 2U);
    QVERIFY(!program.book.isSilenced());
    QVERIFY(changed.count() >= 1); // the window shows no silence any more
}

void TestAlarmBook::quietHoursAreLoggedOnly()
{
    Program program(file());
    program.book.takeOver();
    Alarm quiet = gravity(60s);
    quiet.silencedBy = u"quiet hours"_s;
    program.book.raise(quiet);
    program.book.raise(gravity());
    QTRY_COMPARE(program.heard.size(), 1U);
    QVERIFY(program.heard.front().first.silencedBy.isEmpty());
    QCOMPARE(program.book.open().size(), 2U);
}

void TestAlarmBook::aRetractionClosesTheNews()
{
    Program program(file());
    program.book.raise(gravity(60s));
    Alarm other = gravity();
    other.event = u"S260915cd"_s;
    program.book.raise(other);
    Alarm retraction = gravity();
    retraction.kind = Kind::Retraction;
    program.book.raise(retraction);
    QTRY_COMPARE(program.heard.size(), 3U);
    QSignalSpy withdrawn(&program.book, &AlarmBook::withdrawn);
    program.book.withdraw(u"S260914ab"_s);
    QTRY_COMPARE(program.book.open().size(), 2U);
    QCOMPARE(program.book.open().front().kind, Kind::Retraction);
    QCOMPARE(program.book.open().back().event, u"S260915cd"_s);
    QTRY_COMPARE(withdrawn.count(), 1);
    QCOMPARE(logOf(program.book).back().acknowledgedBy, u"withdrawn"_s);
}

void TestAlarmBook::itIsHeardWhenItCannotBeWritten()
{
    QVERIFY(QDir().mkpath(file())); // a folder in the journal's place
    Program program(file());
    QSignalSpy trouble(&program.book, &AlarmBook::trouble);
    program.book.takeOver();
    program.book.raise(gravity(1s));
    QTRY_COMPARE(program.heard.size(), 2U); // and again
    QVERIFY(program.heard.front().first.number < 0);
    QVERIFY(trouble.count() >= 1);
    program.book.acknowledge(program.heard.front().first.number, u"window"_s);
    QVERIFY(program.book.open().empty());
}

QTEST_GUILESS_MAIN(TestAlarmBook)
#include "tst_alarmbook.moc"
