// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarms/alarm.h"
#include "core/base/error.h"

#include <QSqlDatabase>

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
[[nodiscard]] Outcome noteHeard(QSqlDatabase &db, int64_t number, const UtcTime &when);
[[nodiscard]] Outcome keepSilence(QSqlDatabase &db, const UtcTime &until);

} // namespace tocsin::alarms
