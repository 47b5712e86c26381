// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace tocsin {

// An instant in UTC: microseconds since 1970-01-01 (every day has 86,400 s, as in POSIX), the number of
// decimals of a second that were sent, and whether the instant lies inside a leap second (then `us`
// counts from the following midnight and is written 23:59:60). QDateTime cuts to milliseconds and
// refuses 23:59:60; it serves for display only.
struct UtcTime {
    static constexpr int64_t kNone = std::numeric_limits<int64_t>::min();

    int64_t us = kNone;
    int8_t digits = 6;
    bool leap = false;

    [[nodiscard]] bool isValid() const { return us != kNone; }
    friend bool operator==(const UtcTime &, const UtcTime &) = default;

    [[nodiscard]] static UtcTime now();
    [[nodiscard]] static UtcTime fromUs(int64_t us, int8_t digits = 6) { return {us, digits, false}; }
    [[nodiscard]] static UtcTime fromMs(int64_t ms) { return {ms * 1000, 3, false}; }
    // UTC Julian Date. Years outside 1 … 9999 and non-finite values give no time.
    [[nodiscard]] static UtcTime fromJd(double jd);
    // ISO 8601 in the spellings that senders use: date only, "T" or blank, with or without seconds,
    // fraction, Z, ±hh:mm; no zone means UTC. Anything else gives no time.
    [[nodiscard]] static UtcTime fromIso(std::string_view text);

    // "2026-03-01T04:05:06.789000Z", always six decimals; empty when not valid.
    [[nodiscard]] std::string iso() const;
    // UTC Modified Julian Date; NaN when not valid.
    [[nodiscard]] double mjd() const;
};

} // namespace tocsin
