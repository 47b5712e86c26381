// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/utctime.h"

#include <cstdint>

// From the time scales that senders use to UTC (protocols.md 0.4). What is not finite or outside the years 1 … 9999 gives no
// time. Pure functions.
namespace tocsin::timescale {

// Modified Julian Dates, without the detour over JD, which would cost 40 us.
[[nodiscard]] UtcTime fromMjd(double mjd);
[[nodiscard]] UtcTime fromMjdTai(double mjd);
// Seconds since 1980-01-06 on a clock without leap seconds. Inside a leap second: 23:59:60.
[[nodiscard]] UtcTime fromGps(double seconds, int8_t digits = 6);
// GCN's truncated Julian day (MJD - 40000) and seconds of that day, UTC; `digits`: decimals of a second that were sent.
[[nodiscard]] UtcTime fromTjd(int64_t day, double secondsOfDay, int8_t digits);

// What a clock of a scale shows, as if it were UTC -> UTC.
enum class Scale { Utc, Tai, Tt, Gps };
[[nodiscard]] UtcTime fromFace(UtcTime face, Scale scale);

// Leap seconds are known until here (IERS Bulletin C 72): later instants may be wrong by the seconds announced since.
[[nodiscard]] UtcTime tableEnd();

} // namespace tocsin::timescale
