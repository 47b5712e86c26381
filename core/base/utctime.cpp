// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utctime.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

namespace tocsin {

namespace {

constexpr int64_t kUsPerDay = 86'400'000'000;
constexpr int64_t kYear1 = -62'135'596'800'000'000; // 0001-01-01
constexpr int64_t kYear10000 = 253'402'300'800'000'000;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Reads exactly `Count` digits at the start of `text` and removes them.
template <size_t Count>
std::optional<int> takeDigits(std::string_view &text)
{
    if (text.size() < Count)
        return std::nullopt;
    unsigned value = 0;
    bool digits = true;
    for (size_t i = 0; i < Count; ++i) {
        const unsigned digit = static_cast<unsigned char>(text[i]) - unsigned{'0'};
        digits = digits && digit < 10;
        value = value * 10 + digit;
    }
    if (!digits)
        return std::nullopt;
    text.remove_prefix(Count);
    return static_cast<int>(value);
}

bool take(std::string_view &text, char c)
{
    if (text.empty() || text.front() != c)
        return false;
    text.remove_prefix(1);
    return true;
}

} // namespace

UtcTime UtcTime::now()
{
    using namespace std::chrono;
    return fromUs(duration_cast<microseconds>(system_clock::now().time_since_epoch()).count());
}

UtcTime UtcTime::fromJd(double jd)
{
    if (!std::isfinite(jd) || jd < 1'721'425.5 || jd >= 5'373'484.5)
        return {};
    // Whole days first: a double near 2.46e6 resolves 40 us, and the subtraction below keeps all of it.
    const double day = std::floor(jd - 0.5);
    const double fraction = (jd - 0.5) - day;
    const auto us = static_cast<int64_t>(day - 2'440'587.0) * kUsPerDay + std::llround(fraction * 86'400e6);
    return {us, 3, false};
}

UtcTime UtcTime::fromIso(std::string_view text)
{
    const auto year = takeDigits<4>(text);
    if (!year || !take(text, '-'))
        return {};
    const auto month = takeDigits<2>(text);
    if (!month || !take(text, '-'))
        return {};
    const auto day = takeDigits<2>(text);
    if (!day)
        return {};
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok() || *year < 1)
        return {};
    int hour = 0;
    int minute = 0;
    int second = 0;
    int64_t fraction = 0;
    int digits = 0;
    int64_t zone = 0;
    if (!text.empty()) {
        if (!take(text, 'T') && !take(text, ' '))
            return {};
        const auto h = takeDigits<2>(text);
        if (!h || !take(text, ':'))
            return {};
        const auto m = takeDigits<2>(text);
        if (!m)
            return {};
        hour = *h;
        minute = *m;
        if (take(text, ':')) {
            const auto s = takeDigits<2>(text);
            if (!s)
                return {};
            second = *s;
            if (take(text, '.')) {
                int64_t scale = 100'000;
                while (!text.empty() && isDigit(text.front())) {
                    fraction += scale * (text.front() - '0');
                    scale /= 10;
                    ++digits;
                    text.remove_prefix(1);
                }
                if (digits == 0)
                    return {};
            }
        }
        while (take(text, ' ')) { }
        if (text == "UTC" || text == "UT") {
            text = {};
        } else if (!take(text, 'Z') && !text.empty()) {
            const bool east = text.front() == '+';
            if (!east && text.front() != '-')
                return {};
            text.remove_prefix(1);
            const auto zh = takeDigits<2>(text);
            take(text, ':');
            const auto zm = text.empty() ? std::optional<int>{0} : takeDigits<2>(text);
            if (!zh || !zm || *zh > 14 || *zm > 59)
                return {};
            zone = (*zh * 60 + *zm) * 60'000'000LL * (east ? 1 : -1);
        }
        if (!text.empty())
            return {};
    }
    if (hour > 23 || minute > 59 || second > 60)
        return {};
    const auto days = std::chrono::sys_days{date}.time_since_epoch().count();
    const int64_t us = static_cast<int64_t>(days) * kUsPerDay + ((hour * 60LL + minute) * 60 + second) * 1'000'000 + fraction - zone;
    if (us < kYear1 || us >= kYear10000)
        return {};
    // A leap second ends a day of UTC, whatever the clock of the zone shows.
    const bool leap = second == 60;
    if (leap && (us - fraction) % kUsPerDay != 0)
        return {};
    return {us, static_cast<int8_t>(digits > 6 ? 6 : digits), leap};
}

std::string UtcTime::iso() const
{
    if (!isValid() || us < kYear1 || us >= kYear10000)
        return {};
    const int64_t shown = leap ? us - 1'000'000 : us; // 23:59:59.x, printed with :60
    int64_t day = shown / kUsPerDay;
    int64_t rest = shown % kUsPerDay;
    if (rest < 0) {
        rest += kUsPerDay;
        --day;
    }
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    std::string text = "0000-00-00T00:00:00.000000Z";
    const auto put = [&text](size_t at, int64_t value, int width) {
        for (int i = width - 1; i >= 0; --i) {
            text[at + static_cast<size_t>(i)] = static_cast<char>('0' + value % 10);
            value /= 10;
        }
    };
    put(0, static_cast<int>(date.year()), 4);
    put(5, static_cast<unsigned>(date.month()), 2);
    put(8, static_cast<unsigned>(date.day()), 2);
    put(11, rest / 3'600'000'000, 2);
    put(14, rest / 60'000'000 % 60, 2);
    put(17, leap ? 60 : rest / 1'000'000 % 60, 2);
    put(20, rest % 1'000'000, 6);
    return text;
}

double UtcTime::mjd() const
{
    if (!isValid())
        return std::numeric_limits<double>::quiet_NaN();
    int64_t day = us / kUsPerDay;
    int64_t rest = us % kUsPerDay;
    if (rest < 0) {
        rest += kUsPerDay;
        --day;
    }
    return static_cast<double>(day + 40587) + static_cast<double>(rest) / 86'400e6;
}

} // namespace tocsin
