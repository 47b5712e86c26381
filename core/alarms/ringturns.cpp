// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms/ringturns.h"

#include "core/alarms/alarmbook.h"
#include "core/journal/journal.h"
#include "core/journal/programs.h"

#include <QTimer>

#include <memory>
#include <utility>

namespace tocsin::alarms {

using namespace std::chrono_literals;

namespace {

constexpr auto kLook = 500ms; // at somebody who has had his time

} // namespace

RingTurns::RingTurns(AlarmBook &book, QObject *parent) : QObject(parent), m_book(book), m_me{.program = journal::programName()}
{
    enter();
}

RingTurns::~RingTurns()
{
    m_book.journal().ask<Done>(nullptr, [me = m_me.program](QSqlDatabase &db) { return leaveRingers(db, me); }, {});
}

void RingTurns::setHasWindow(bool has)
{
    if (std::exchange(m_me.hasWindow, has) != has)
        enter();
}

void RingTurns::setWorks(bool works)
{
    if (std::exchange(m_me.works, works) != works)
        enter();
}

void RingTurns::enter()
{
    m_book.journal().ask<Done>(this, [me = m_me](QSqlDatabase &db) { return enterRinger(db, me); }, [](const Outcome &) {}); // the book says what is wrong with the journal
}

void RingTurns::handleDue(const Alarm &alarm, bool again)
{
    if (alarm.number <= 0)
        return Q_EMIT ours(alarm); // in no journal, so of no other program
    // A repetition was not heard yet when the last time is long ago; the first time is new whenever it is.
    const UtcTime since = again ? UtcTime::fromUs(UtcTime::now().us - std::chrono::duration_cast<std::chrono::microseconds>(alarm.repeat).count() * 3 / 4) : UtcTime();
    take(alarm, since, true);
}

void RingTurns::take(const Alarm &alarm, const UtcTime &since, bool isFirst)
{
    auto isTold = std::make_shared<bool>(false);
    const auto tell = [this, isTold, alarm, since, isFirst](Turn turn) {
        if (std::exchange(*isTold, true))
            return;
        if (turn == Turn::Ours)
            Q_EMIT ours(alarm);
        else if (turn == Turn::Others)
            lookLater(alarm, since, isFirst ? kPatience : kLook);
    };
    const TurnQuestion question{.number = alarm.number, .me = m_me, .since = since, .patience = kPatience, .isFirst = isFirst};
    m_book.journal().ask<Turn>(this, [question](QSqlDatabase &db) { return takeTurn(db, question); }, [tell](const Result<Turn> &turn) { tell(turn ? turn.value() : Turn::Ours); });
    QTimer::singleShot(kAnswer, this, [tell] { tell(Turn::Ours); });
}

void RingTurns::lookLater(const Alarm &alarm, const UtcTime &since, std::chrono::milliseconds wait)
{
    QTimer::singleShot(wait, this, [this, alarm, since] {
        if (m_book.mayRing(alarm.number))
            take(alarm, since, false);
    });
}

void RingTurns::noteHeard(int64_t number)
{
    if (number > 0)
        m_book.journal().ask<Done>(this, [number, now = UtcTime::now()](QSqlDatabase &db) { return alarms::noteHeard(db, number, now); }, [](const Outcome &) {});
}

} // namespace tocsin::alarms
