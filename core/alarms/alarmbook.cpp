// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms/alarmbook.h"

#include "core/alarms/alarmstore.h"
#include "core/journal/journal.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace tocsin::alarms {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr milliseconds kLongestWait{60'000}; // the clock may be set, and a timer's range ends somewhere
constexpr milliseconds kShortestWait{20};

bool isLoudAge(const Alarm &alarm)
{
    const int64_t age = UtcTime::now().us - alarm.raised.us;
    return age < std::chrono::duration_cast<std::chrono::microseconds>(AlarmBook::kStaysLoud).count();
}

} // namespace

AlarmBook::AlarmBook(journal::Journal &journal, QObject *parent) : QObject(parent), m_journal(journal)
{
    m_next.setSingleShot(true);
    m_next.setTimerType(Qt::PreciseTimer);
    connect(&m_next, &QTimer::timeout, this, &AlarmBook::handleDue);
    connect(&m_journal, &journal::Journal::changed, this, &AlarmBook::reload);
    reload();
}

AlarmBook::~AlarmBook() = default;

bool AlarmBook::isSilenced() const
{
    return m_silencedUntil.isValid() && UtcTime::now().us < m_silencedUntil.us;
}

bool AlarmBook::mayBeHeard(const Alarm &alarm) const
{
    const bool isQuiet = !alarm.silencedBy.isEmpty() && alarm.silencedBy != u"silence"_s;
    return !isQuiet && isLoudAge(alarm) && (alarm.always || !isSilenced());
}

bool AlarmBook::mayRing(int64_t number) const
{
    const Alarm *alarm = find(number);
    return alarm && mayBeHeard(*alarm);
}

const Alarm *AlarmBook::find(int64_t number) const
{
    const auto found = std::find_if(m_open.begin(), m_open.end(), [number](const Alarm &alarm) { return alarm.number == number; });
    return found == m_open.end() ? nullptr : &*found;
}

void AlarmBook::raise(const Alarm &given, std::function<void(Result<int64_t>)> done)
{
    Alarm alarm = given;
    if (!alarm.raised.isValid())
        alarm.raised = UtcTime::now();
    if (alarm.silencedBy.isEmpty() && !alarm.always && isSilenced())
        alarm.silencedBy = u"silence"_s;
    m_journal.ask<int64_t>(this, [alarm](QSqlDatabase &db) { return insertAlarm(db, alarm); }, [this, alarm, done = std::move(done)](Result<int64_t> number) mutable {
        if (number) {
            alarm.number = number.value();
        } else {
            alarm.number = --m_lastUnkept;
            m_unkept.insert(m_unkept.begin(), alarm);
            Q_EMIT trouble(number.error());
        }
        m_open.insert(m_open.begin(), alarm);
        m_hearings[alarm.number] = {.isOurs = true};
        Q_EMIT changed();
        handleDue();
        if (done)
            done(std::move(number));
    });
}

void AlarmBook::change(std::function<Result<int>(QSqlDatabase &)> job)
{
    m_journal.ask<int>(this, std::move(job), [this](const Result<int> &changedRows) {
        if (!changedRows)
            Q_EMIT trouble(changedRows.error());
    });
}

void AlarmBook::closeUnkept(const std::function<bool(const Alarm &)> &which)
{
    if (std::erase_if(m_unkept, which) == 0)
        return;
    std::erase_if(m_open, [&which](const Alarm &alarm) { return alarm.number < 0 && which(alarm); });
    Q_EMIT changed();
}

void AlarmBook::acknowledge(int64_t number, const QString &by)
{
    if (number < 0)
        return closeUnkept([number](const Alarm &alarm) { return alarm.number == number; });
    change([number, by](QSqlDatabase &db) { return acknowledgeAlarm(db, number, by); });
}

void AlarmBook::acknowledgeAll(const QString &by)
{
    closeUnkept([](const Alarm &) { return true; });
    change([by](QSqlDatabase &db) { return acknowledgeOpen(db, by); });
}

void AlarmBook::withdraw(const QString &event)
{
    if (event.isEmpty())
        return;
    closeUnkept([&event](const Alarm &alarm) { return alarm.event == event && alarm.kind == Kind::News; });
    m_journal.ask<int>(this, [event](QSqlDatabase &db) { return withdrawEvent(db, event); }, [this, event](const Result<int> &done) {
        if (done)
            Q_EMIT withdrawn(event);
        else
            Q_EMIT trouble(done.error());
    });
}

void AlarmBook::silenceUntil(const UtcTime &until)
{
    m_silencedUntil = until; // at once, whatever the journal is busy with
    Q_EMIT changed();
    planNext();
    ++m_silencesOnTheirWay;
    m_journal.ask<Done>(this, [until](QSqlDatabase &db) { return keepSilence(db, until); }, [this](const Outcome &done) {
        --m_silencesOnTheirWay;
        if (!done)
            Q_EMIT trouble(done.error());
    });
}

void AlarmBook::takeOver()
{
    m_hearsOthers = true;
    if (m_seen >= 0)
        soundAgain();
}

void AlarmBook::soundAgain()
{
    for (auto &[number, hearing] : m_hearings) {
        const Alarm *alarm = find(number);
        if (alarm && alarm->repeat.count() > 0)
            hearing.next = {};
    }
    handleDue();
}

void AlarmBook::list(const UtcTime &since, int most, QObject *context, std::function<void(Result<std::vector<Alarm>>)> done)
{
    m_journal.ask<std::vector<Alarm>>(context, [since, most](QSqlDatabase &db) { return readLog(db, since, most); }, std::move(done));
}

void AlarmBook::reload()
{
    m_journal.ask<Standing>(this, readStanding, [this](const Result<Standing> &standing) {
        if (standing)
            take(standing.value());
        else
            Q_EMIT trouble(standing.error());
    });
}

void AlarmBook::take(const Standing &standing)
{
    const bool isFirst = m_seen < 0;
    std::vector<Alarm> open = m_unkept;
    open.insert(open.end(), standing.open.begin(), standing.open.end());
    const UtcTime silencedUntil = m_silencesOnTheirWay > 0 ? m_silencedUntil : standing.silencedUntil;
    const bool isNew = isFirst || open != m_open || silencedUntil != m_silencedUntil;
    m_open = std::move(open);
    m_silencedUntil = silencedUntil;
    std::erase_if(m_hearings, [this](const auto &entry) { return !find(entry.first); });
    if (isFirst)
        m_seen = m_open.empty() ? 0 : std::max<int64_t>(0, m_open.front().number);
    for (const Alarm &alarm : m_open) {
        // Those of another run or program. What was there at the start, does not repeat and was heard has had its say.
        m_hearings.try_emplace(alarm.number, Hearing{.isHeard = alarm.number <= m_seen && alarm.heard > 0});
    }
    if (isNew)
        Q_EMIT changed();
    handleDue();
}

void AlarmBook::sound(const Alarm &alarm, bool again)
{
    Hearing &hearing = m_hearings[alarm.number];
    hearing.next = steady_clock::now() + alarm.repeat;
    hearing.isHeard = true;
    Q_EMIT sounds(alarm, again);
}

// For its first time, or for the next one.
bool AlarmBook::isWaiting(const Alarm &alarm, const Hearing &hearing) const
{
    return (hearing.isOurs || m_hearsOthers) && (!hearing.isHeard || alarm.repeat.count() > 0);
}

void AlarmBook::handleDue()
{
    const auto now = steady_clock::now();
    std::vector<std::pair<Alarm, bool>> due;
    for (const auto &[number, hearing] : m_hearings) {
        const Alarm *alarm = find(number);
        if (alarm && isWaiting(*alarm, hearing) && hearing.next <= now && mayBeHeard(*alarm))
            due.emplace_back(*alarm, hearing.isHeard);
    }
    for (const auto &[alarm, again] : due) // those who listen may acknowledge
        sound(alarm, again);
    if (std::exchange(m_wasSilenced, isSilenced()) && !m_wasSilenced)
        Q_EMIT changed();
    planNext();
}

void AlarmBook::planNext()
{
    const auto now = steady_clock::now();
    std::optional<milliseconds> next;
    const auto consider = [&next](milliseconds wait) { next = std::min(next.value_or(wait), wait); };
    for (const auto &[number, hearing] : m_hearings) {
        const Alarm *alarm = find(number);
        if (alarm && isWaiting(*alarm, hearing) && mayBeHeard(*alarm))
            consider(std::chrono::duration_cast<milliseconds>(hearing.next - now));
    }
    m_wasSilenced = isSilenced();
    if (m_wasSilenced)
        consider(milliseconds((m_silencedUntil.us - UtcTime::now().us) / 1'000 + 1));
    if (next)
        m_next.start(std::clamp(*next, kShortestWait, kLongestWait));
    else
        m_next.stop();
}

} // namespace tocsin::alarms
