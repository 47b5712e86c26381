// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarms/alarm.h"
#include "core/base/error.h"

#include <QSqlDatabase>

#include <chrono>
#include <vector>

namespace tocsin::alarms {

// The alarm log's tables in the journal: jobs for its thread, used by the AlarmBook and by commands that need no book.

// What is open (newest first, bounded) and until when nothing sounds.
struct Standing {
    std::vector<Alarm> open;
    UtcTime silencedUntil; // not valid: not silenced
};

[[nodiscard]] Result<int64_t> insertAlarm(QSqlDatabase &db, const Alarm &alarm);
[[nodiscard]] Result<Standing> readStanding(QSqlDatabase &db);
// The log, newest first, `most` at the most, from `since` on (not valid: from its beginning).
[[nodiscard]] Result<std::vector<Alarm>> readLog(QSqlDatabase &db, const UtcTime &since, int most);
// How many were open and are not any more.
[[nodiscard]] Result<int> acknowledgeAlarm(QSqlDatabase &db, int64_t number, const QString &by);
[[nodiscard]] Result<int> acknowledgeOpen(QSqlDatabase &db, const QString &by);
// What is news of this event; the alarm that says it was taken back stays open.
[[nodiscard]] Result<int> withdrawEvent(QSqlDatabase &db, const QString &event);
// A program of this home that makes alarms heard.
struct RingerEntry {
    QString program; // journal::programName()
    bool hasWindow = false;
    bool works = true; // what it rang last was heard
};
[[nodiscard]] Outcome enterRinger(QSqlDatabase &db, const RingerEntry &entry); // also forgets those that have ended
[[nodiscard]] Outcome leaveRingers(QSqlDatabase &db, const QString &program);

// Who makes an alarm heard this time: this program; another one that runs, for the moment; nobody any more.
enum class Turn { Ours, Others, Over };
struct TurnQuestion {
    int64_t number = 0; // of the alarm
    RingerEntry me;
    UtcTime since; // whoever took it before that did so for another time; not valid: there was none
    std::chrono::milliseconds patience{0}; // with who took it and is not heard yet
    bool isFirst = true; // behind a program that is more likely to be heard
};
// Takes it for this program unless another one on this computer has it.
[[nodiscard]] Result<Turn> takeTurn(QSqlDatabase &db, const TurnQuestion &question);
[[nodiscard]] Outcome noteHeard(QSqlDatabase &db, int64_t number, const UtcTime &when);
[[nodiscard]] Outcome keepSilence(QSqlDatabase &db, const UtcTime &until);

} // namespace tocsin::alarms
