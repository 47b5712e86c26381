// SPDX-License-Identifier: GPL-3.0-or-later
// Times of classic text notices (protocols.md 3.3).
#include "core/base/timescale.h"
#include "core/decoders/gcn/noticefacts.h"
#include "core/decoders/gcn/noticetext.h"
#include "core/decoders/mapping.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace tocsin::decoders {

namespace {

struct TimeKeys {
    const char *date;
    const char *time;
    const char *kind;
};
constexpr std::array kTimes{
    TimeKeys{"GRB_DATE", "GRB_TIME", "trigger"},
    TimeKeys{"TRIGGER_DATE", "TRIGGER_TIME", "trigger"},
    TimeKeys{"DISCOVERY_DATE", "DISCOVERY_TIME", "trigger"},
    TimeKeys{"EVENT_DATE", "EVENT_TIME", "trigger"},
    TimeKeys{"EVT_DATE", "EVT_TIME", "trigger"},
    TimeKeys{"SRC_DATE", "SRC_TIME", "trigger"},
    TimeKeys{"TRANS_DATE", "TRANS_TIME", "trigger"},
    TimeKeys{"OUTBURST_DATE", "OUTBURST_TIME", "trigger"},
    TimeKeys{"IMG_START_DATE", "IMG_START_TIME", "exposure-start"},
    TimeKeys{"SPEC_START_DATE", "SPEC_START_TIME", "exposure-start"},
    TimeKeys{"LC_START_DATE", "LC_START_TIME", "exposure-start"},
    TimeKeys{"OBS_START_DATE", "OBS_START_TIME", "exposure-start"},
    TimeKeys{"SLEW_DATE", "SLEW_TIME", "exposure-start"},
    TimeKeys{"START_DATE", "START_TIME", "exposure-start"},
    TimeKeys{"OBS_DATE", "OBS_TIME", "exposure-start"},
};

std::string_view decimalsOf(std::string_view number)
{
    number = trimmed(number.substr(0, number.find_first_not_of(" 0123456789.")));
    const size_t point = number.find('.');
    return point == std::string_view::npos ? std::string_view() : number.substr(point + 1);
}

// "20412 TJD;   103 DOY;   24/04/12 (yy/mm/dd)": the day by its number where that is sent, else by the calendar.
UtcTime dayIn(std::string_view date)
{
    std::string_view rest;
    const auto day = leadingNumber(date, rest);
    if (day && contains(rest, "TJD"))
        return std::abs(*day) < 1e8 && std::floor(*day) == *day ? timescale::fromTjd(static_cast<int64_t>(*day), 0, 0) : UtcTime{};
    const size_t slash = date.find('/');
    if (slash == std::string_view::npos || slash < 2 || date.size() < slash + 6 || date[slash + 3] != '/')
        return {};
    const size_t begin = date.find_last_not_of("0123456789", slash - 1) + 1;
    std::string year(date.substr(begin, slash - begin));
    if (year.size() == 2)
        year = (year[0] == '9' ? "19" : "20") + year;
    return UtcTime::fromIso(year + '-' + std::string(date.substr(slash + 1, 2)) + '-' + std::string(date.substr(slash + 4, 2)));
}

// "20026 SOD {05:33:46.89} UT": the clock face has more digits than the seconds of the day.
UtcTime instantIn(std::string_view date, std::string_view time)
{
    std::string_view rest;
    std::string_view afterHour;
    std::string_view afterMinute;
    double seconds = leadingNumber(time, rest).value_or(-1);
    std::string_view decimals = decimalsOf(time);
    const size_t brace = time.find('{');
    const std::string_view face = brace == std::string_view::npos ? time : time.substr(brace + 1);
    const auto hour = leadingNumber(face, afterHour);
    const auto minute = afterHour.starts_with(':') ? leadingNumber(afterHour.substr(1), afterMinute) : std::nullopt;
    const auto second = afterMinute.starts_with(':') ? leadingNumber(afterMinute.substr(1), rest) : std::nullopt;
    if (hour && minute && second) {
        seconds = *hour * 3600 + *minute * 60 + *second;
        decimals = decimalsOf(afterMinute.substr(1));
    } else if (afterHour.starts_with(':')) {
        seconds = -1; // a clock face that is cut off
    }
    const UtcTime day = dayIn(date);
    if (!day.isValid() || !(seconds >= 0 && seconds < 86'401))
        return {};
    return UtcTime::fromUs(day.us + std::llround(seconds * 1e6), static_cast<int8_t>(std::min<size_t>(decimals.size(), 6)));
}

} // namespace

UtcTime noticeDate(std::string_view text)
{
    constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    std::array<std::string_view, 5> word;
    size_t words = 0;
    for (size_t at = 0; at < text.size() && words < word.size(); ++words) {
        at = std::min(text.find_first_not_of(' ', at), text.size());
        const size_t end = std::min(text.find(' ', at), text.size());
        word[words] = text.substr(at, end - at);
        at = end;
    }
    const size_t month = word[2].size() == 3 ? months.find(word[2]) : std::string_view::npos;
    int day = 0;
    int year = 0;
    const auto whole = [](std::string_view digits, int &out) {
        const auto [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
        return wrong == std::errc() && end == digits.data() + digits.size();
    };
    if (words < 5 || month == std::string_view::npos || month % 3 != 0 || !whole(word[1], day) || !whole(word[3], year) || day < 1 || day > 31
        || year < 0 || year > 9999)
        return {};
    if (word[3].size() <= 2)
        year += year < 90 ? 2000 : 1900;
    const auto padded = [](int number, size_t size) {
        std::string digits = std::to_string(number);
        return digits.size() < size ? std::string(size - digits.size(), '0') + digits : digits;
    };
    return UtcTime::fromIso(padded(year, 4) + '-' + padded(static_cast<int>(month / 3) + 1, 2) + '-' + padded(day, 2) + 'T' + std::string(word[4]));
}

void mapNoticeTime(const Value &root, Alert &alert)
{
    const auto isThere = [&](const TimeKeys &keys) { return !noticeValue(root, keys.date).empty() && !noticeValue(root, keys.time).empty(); };
    // The date of an event stands beside the observation of its counterpart, which is what the notice reports.
    const TimeKeys *keys = !root["CNTRPART_RA"].isNull() && isThere(kTimes.back()) ? &kTimes.back() : nullptr;
    if (!keys)
        keys = std::ranges::find_if(kTimes, isThere);
    if (keys == kTimes.end())
        return setTime(alert, alert.issued, "message");
    const UtcTime instant = instantIn(noticeValue(root, keys->date), noticeValue(root, keys->time));
    if (!instant.isValid())
        note(alert, std::string(keys->date) + " and " + keys->time + " are no time");
    setTime(alert, instant, alert.messenger == "gw" ? "merger" : keys->kind);
}

} // namespace tocsin::decoders
