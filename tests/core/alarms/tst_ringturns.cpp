// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms/alarmbook.h"
#include "core/alarms/ringturns.h"
#include "core/journal/journal.h"
#include "core/journal/programs.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <future>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::alarms;
using journal::Journal;

namespace {

Alarm gravity(std::chrono::seconds repeat = 0s)
{
    return {.rule = u"gw-significant"_s, .title = u"Gravitational wave, significant"_s, .fact = u"S260914ab"_s, .row = 41, .event = u"S260914ab"_s, .sound = u"alarm"_s, .repeat = repeat};
}

// One program of the home that may ring, with what makes the noise left out: a test says whether it was heard.
struct Program {
    explicit Program(const QString &file, bool hasWindow, bool isHeard = true) : journal(file), book(journal), turns(book)
    {
        turns.setHasWindow(hasWindow);
        QObject::connect(&book, &AlarmBook::sounds, &turns, &RingTurns::handleDue);
        QObject::connect(&turns, &RingTurns::ours, &book, [this, isHeard](const Alarm &alarm) {
            ++rang;
            if (isHeard)
                turns.noteHeard(alarm.number);
            else
                turns.setWorks(false);
        });
        book.takeOver();
    }
    Journal journal;
    AlarmBook book;
    RingTurns turns;
    int rang = 0;
};

// So many have said that they may ring, one of them with a window; so many of them work.
bool areEntered(Program &program, int count, int working)
{
    const Result<bool> are = program.journal.wait<bool>([count, working](QSqlDatabase &db) -> Result<bool> {
        QSqlQuery query(db);
        return query.exec(u"SELECT count(*), sum(works), sum(has_window) FROM ringers"_s) && query.next() && query.value(0).toInt() == count && query.value(1).toInt() == working
            && query.value(2).toInt() == 1;
    });
    return are && are.value();
}

} // namespace

// Which of a home's programs rings: two journals on one file. Programs that end for good: tst_twobells.
class TestRingTurns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aloneItRingsAtOnce();
    void oneOfTwoRingsEachTime();
    void theWindowComesFirst();
    void whoIsNotHeardIsReplaced();
    void whoWasNotHeardStepsBack();
    void whoHasEndedIsNotWaitedFor();
    void anotherComputerIsNotWaitedFor();
    void whatIsAcknowledgedMeanwhileIsSilent();
    void aJournalThatHangsSilencesNobody();

private:
    [[nodiscard]] QString file() const { return Journal::fileIn(m_folder->path()); }
    // The alarm as another program has left it.
    void write(const QString &ringer, bool isHeard);
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRingTurns::aloneItRingsAtOnce()
{
    Program program(file(), false);
    QElapsedTimer clock;
    clock.start();
    program.book.raise(gravity(1s));
    QTRY_COMPARE(program.rang, 1);
    QVERIFY2(clock.elapsed() < 1'000, qPrintable(QString::number(clock.elapsed())));
    QTRY_COMPARE(program.rang, 3);
    QTRY_VERIFY(program.book.open().front().heard >= 2);
}

void TestRingTurns::oneOfTwoRingsEachTime()
{
    Program one(file(), false);
    Program other(file(), false);
    QSignalSpy ones(&one.book, &AlarmBook::sounds);
    QSignalSpy others(&other.book, &AlarmBook::sounds);
    one.book.raise(gravity(3s));
    QTRY_VERIFY_WITH_TIMEOUT(ones.count() >= 3 && others.count() >= 3, 30'000); // both know of each
    QTRY_VERIFY(one.rang + other.rang >= 3);
    QVERIFY(one.rang + other.rang <= static_cast<int>(std::max(ones.count(), others.count())));
}

void TestRingTurns::theWindowComesFirst()
{
    Program command(file(), false);
    Program window(file(), true);
    QTRY_VERIFY(areEntered(command, 2, 2));
    command.book.raise(gravity()); // and is the first to know of the alarm
    QTRY_COMPARE(window.rang, 1);
    QCOMPARE(command.rang, 0);
    QTRY_COMPARE(command.book.open().front().heard, 1);
}

void TestRingTurns::whoIsNotHeardIsReplaced()
{
    Program window(file(), true, false);
    Program command(file(), false);
    QTRY_VERIFY(areEntered(command, 2, 2));
    QElapsedTimer clock;
    clock.start();
    command.book.raise(gravity());
    QTRY_COMPARE(window.rang, 1);
    QTRY_COMPARE_WITH_TIMEOUT(command.rang, 1, 10'000);
    QVERIFY2(clock.elapsed() > 2'500 && clock.elapsed() < 6'000, qPrintable(QString::number(clock.elapsed())));
}

void TestRingTurns::whoWasNotHeardStepsBack()
{
    Program window(file(), true);
    Program command(file(), false);
    window.turns.setWorks(false);
    QTRY_VERIFY(areEntered(command, 2, 1));
    QElapsedTimer clock;
    clock.start();
    window.book.raise(gravity());
    QTRY_COMPARE(command.rang, 1);
    QVERIFY2(clock.elapsed() < 2'500, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(window.rang, 0);
}

void TestRingTurns::write(const QString &ringer, bool isHeard)
{
    Journal journal(file());
    AlarmBook book(journal);
    int64_t number = 0;
    book.raise(gravity(3'600s), [&number](const Result<int64_t> &got) { number = got ? got.value() : -1; });
    QTRY_VERIFY(number > 0);
    const Outcome written = journal.wait<Done>([&](QSqlDatabase &db) -> Outcome {
        QSqlQuery query(db);
        query.prepare(u"UPDATE alarms SET ringer = ?, ringer_since = ?, last_heard = ?, heard = ?"_s);
        const auto now = static_cast<qlonglong>(UtcTime::now().us);
        query.addBindValue(ringer);
        query.addBindValue(now - 1'000'000);
        query.addBindValue(isHeard ? QVariant(now) : QVariant(QMetaType::fromType<qlonglong>()));
        query.addBindValue(isHeard ? 1 : 0);
        return query.exec() ? Outcome(Done{}) : Outcome(Error{});
    });
    QVERIFY(written.ok());
}

void TestRingTurns::whoHasEndedIsNotWaitedFor()
{
    const QString me = journal::programName();
    QVERIFY(journal::isRunning(me));
    const QString gone = me.section(u'/', 0, 1) + u"/1/1"_s; // another process had our number
    QVERIFY(!journal::isRunning(gone));
    write(gone, true);
    Program program(file(), true);
    QTRY_COMPARE(program.rang, 1); // it repeats, and whoever rang does so no more
}

void TestRingTurns::anotherComputerIsNotWaitedFor()
{
    write(u"elsewhere/1/1/1"_s, true);
    QVERIFY(journal::isRunning(u"elsewhere/1/1/1"_s)); // for all that is known here
    Program program(file(), true);
    QTRY_COMPARE(program.rang, 1);
}

void TestRingTurns::whatIsAcknowledgedMeanwhileIsSilent()
{
    Program window(file(), true, false);
    Program command(file(), false);
    QTRY_VERIFY(areEntered(command, 2, 2));
    command.book.raise(gravity());
    QTRY_COMPARE(window.rang, 1);
    window.book.acknowledgeAll(u"window"_s);
    QTRY_VERIFY(command.book.open().empty());
    // Later than it would have been replaced: another one is, which was raised after it.
    command.book.raise(gravity());
    QTRY_COMPARE_WITH_TIMEOUT(command.rang, 1, 10'000);
    QCOMPARE(command.book.open().size(), 1U);
}

void TestRingTurns::aJournalThatHangsSilencesNobody()
{
    Program program(file(), true);
    program.book.raise(gravity(2s));
    QTRY_COMPARE(program.rang, 1);
    std::promise<void> go;
    program.journal.ask<Done>(nullptr, [gate = go.get_future().share()](QSqlDatabase &) -> Outcome {
        gate.wait();
        return Done{};
    }, {});
    QTRY_COMPARE(program.rang, 2);
    go.set_value();
}

QTEST_GUILESS_MAIN(TestRingTurns)
#include "tst_ringturns.moc"
