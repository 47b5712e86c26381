// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/quantities.h"

#include <QString>

// How values are written for people (look.md 8): points in every language, a real minus, the digits that were sent.
namespace tocsin::ui::formats {

using quantities::angle;
using quantities::area;
using quantities::asSent;
using quantities::number;
using quantities::powerOfTen;

// UTF-8 of a packet for a label: broken bytes become U+FFFD, line ends blanks, marks that turn the direction of text
// become visible.
[[nodiscard]] QString plain(const std::string &text);

[[nodiscard]] QString timeOfNight(const UtcTime &time, const UtcTime &now); // 03:02:28.5, another day 09-13 22:41, another year 2018-11-01
[[nodiscard]] QString dateTime(const UtcTime &time); // 2026-09-14 03:01:58.214, with the digits sent
[[nodiscard]] QString ago(const UtcTime &time, const UtcTime &now); // 2 min 13 s ago
[[nodiscard]] QString span(double seconds); // 2 min 13 s, 22 h, 3 d: ago() without the word
[[nodiscard]] QString duration(double seconds); // 0.8 s, 115 s, 12 min, 3 d
[[nodiscard]] QString raSexagesimal(double degrees); // 12h 30m 49.42s
[[nodiscard]] QString decSexagesimal(double degrees); // +12° 23' 28.0"
[[nodiscard]] QString falseAlarms(double hertz); // 1 per 1.2 × 10⁵ yr
[[nodiscard]] QString bytes(qint64 size); // 1.4 MB

// Decimals that a position deserves by its error, as the table shows them.
[[nodiscard]] int positionDecimals(const Alert &alert);
[[nodiscard]] QString errorText(const Alert &alert); // radius, else axis, else area; empty when not stated
[[nodiscard]] QString stageText(const Alert &alert); // "Update 2", "Preliminary", "Retracted" …
// "Update 1, 02:41", "09-13 02:41" of a detection; with the day where `beside` (may be null) is of another one.
[[nodiscard]] QString revisionText(const Alert &alert, const Alert *beside);
// For setToolTip(): Qt takes text with tags in it for markup, and packets and brokers may send such.
[[nodiscard]] QString plainTip(const QString &text);
[[nodiscard]] QString sentence(QString text); // with a capital and a full stop

} // namespace tocsin::ui::formats
