// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarms/alarm.h"
#include "core/alarms/alarmstore.h"

#include <QObject>

#include <chrono>

namespace tocsin::alarms {

class AlarmBook;

// Whose turn it is to make an alarm heard: one program of a home does, each time, and says so in the journal, with its name.
// Nobody trusts it blindly: who has not begun to sound within kPatience, or has ended, is replaced by another program of the
// same computer. A window comes before a command, what can be heard before what was not heard last; where there is nobody
// else, and where the journal does not answer, a program rings at once. Owned by the Ringer; main thread.
class RingTurns final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds kPatience{3'000}; // with another program
    static constexpr std::chrono::milliseconds kAnswer{1'500}; // of the journal

    explicit RingTurns(AlarmBook &book, QObject *parent = nullptr);
    ~RingTurns() override; // others need not wait for us

    void setHasWindow(bool has);
    // Whether what was to be heard last was heard.
    void setWorks(bool works);
    // An alarm is to be heard now, by somebody.
    void handleDue(const Alarm &alarm, bool again);
    // It is being heard.
    void noteHeard(int64_t number);

Q_SIGNALS:
    void ours(const tocsin::alarms::Alarm &alarm); // ring

private:
    void enter();
    void take(const Alarm &alarm, const UtcTime &since, bool isFirst);
    void lookLater(const Alarm &alarm, const UtcTime &since, std::chrono::milliseconds wait);

    AlarmBook &m_book;
    RingerEntry m_me;
};

} // namespace tocsin::alarms
