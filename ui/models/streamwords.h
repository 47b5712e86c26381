// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/utctime.h"
#include "core/streams/stream.h"

#include <QString>

// How streams are told in words and numbers: dock, status bar, empty page and copied status say the same.
// Pure functions.
namespace tocsin::ui::streamwords {

// "311 /s", "1.0 /s", "0.02 /s", "0 /s"; two digits below ten.
[[nodiscard]] QString rate(double perSecond);
// Grouped as the language groups: "41,200".
[[nodiscard]] QString count(qint64 number);
// A sentence as one part of a line: without its full stop.
[[nodiscard]] QString phrase(QString sentence);
// At most two units: "2 min 13 s", "22 h", "3 d".
[[nodiscard]] QString duration(qint64 seconds);
// "22 min ago", "3 d ago"; empty when the time is not valid.
[[nodiscard]] QString age(UtcTime time, UtcTime now);
// "41 GB", "2.0 GB", "812 MB".
[[nodiscard]] QString bytes(qint64 number);
// "03:04" today, "09-13 22:41" on another day.
[[nodiscard]] QString clock(UtcTime time, UtcTime now);

// What stands beside the state's word: cause and a number.
[[nodiscard]] QString cause(const streams::StreamStatus &status, bool enabled, UtcTime now);
// "since 03:04 UT, 12 min"; empty when it is not known.
[[nodiscard]] QString since(const streams::StreamStatus &status, UtcTime now);
[[nodiscard]] QString topicRate(const streams::TopicStatus &topic, UtcTime now);

} // namespace tocsin::ui::streamwords
