// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timescale.h"

#include <array>
#include <chrono>
#include <cmath>

namespace tocsin::timescale {

namespace {

constexpr int64_t kUsPerDay = 86'400'000'000;
constexpr int64_t kUsPerSecond = 1'000'000;
constexpr double kFirstMjd = -678'575; // 0001-01-01
constexpr double kEndMjd = 2'973'484; // 10000-01-01
constexpr int64_t kMjdOfEpoch = 40'587;

constexpr int64_t dayUs(int year, unsigned month, unsigned day)
{
    using namespace std::chrono;
    return sys_days(year_month_day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}}).time_since_epoch().count() * kUsPerDay;
}

struct Step {
    int64_t fromUs; // UTC
    int64_t offset; // TAI - UTC from then on, seconds
};

// IERS Bulletin C. Before 1972 UTC ran at another rate; nobody sends alerts from then.
constexpr std::array kSteps{
    Step{dayUs(1972, 1, 1), 10}, Step{dayUs(1972, 7, 1), 11}, Step{dayUs(1973, 1, 1), 12}, Step{dayUs(1974, 1, 1), 13},
    Step{dayUs(1975, 1, 1), 14}, Step{dayUs(1976, 1, 1), 15}, Step{dayUs(1977, 1, 1), 16}, Step{dayUs(1978, 1, 1), 17},
    Step{dayUs(1979, 1, 1), 18}, Step{dayUs(1980, 1, 1), 19}, Step{dayUs(1981, 7, 1), 20}, Step{dayUs(1982, 7, 1), 21},
    Step{dayUs(1983, 7, 1), 22}, Step{dayUs(1985, 7, 1), 23}, Step{dayUs(1988, 1, 1), 24}, Step{dayUs(1990, 1, 1), 25},
    Step{dayUs(1991, 1, 1), 26}, Step{dayUs(1992, 7, 1), 27}, Step{dayUs(1993, 7, 1), 28}, Step{dayUs(1994, 7, 1), 29},
    Step{dayUs(1996, 1, 1), 30}, Step{dayUs(1997, 7, 1), 31}, Step{dayUs(1999, 1, 1), 32}, Step{dayUs(2006, 1, 1), 33},
    Step{dayUs(2009, 1, 1), 34}, Step{dayUs(2012, 7, 1), 35}, Step{dayUs(2015, 7, 1), 36}, Step{dayUs(2017, 1, 1), 37},
};
constexpr int64_t kTableEnd = dayUs(2027, 6, 28);

// `tai`: microseconds that a TAI clock shows since 1970-01-01 on its own face.
UtcTime fromTai(int64_t tai, int8_t digits)
{
    int64_t offset = kSteps.front().offset;
    for (const Step &step : kSteps) {
        const int64_t begin = step.fromUs + step.offset * kUsPerSecond;
        if (tai >= begin) {
            offset = step.offset;
            continue;
        }
        // The second before a step is the leap second itself; `us` counts from the midnight that follows it.
        if (&step != &kSteps.front() && tai >= begin - kUsPerSecond)
            return {tai - (step.offset - 1) * kUsPerSecond, digits, true};
        break;
    }
    return {tai - offset * kUsPerSecond, digits, false};
}

// Of a day number and a clock face; kNone beyond the years that can be written.
int64_t faceOfMjd(double mjd)
{
    if (!std::isfinite(mjd) || mjd < kFirstMjd || mjd >= kEndMjd)
        return UtcTime::kNone;
    const double day = std::floor(mjd);
    return (static_cast<int64_t>(day) - kMjdOfEpoch) * kUsPerDay + std::llround((mjd - day) * static_cast<double>(kUsPerDay));
}

} // namespace

UtcTime fromMjd(double mjd)
{
    return UtcTime::fromUs(faceOfMjd(mjd));
}

UtcTime fromMjdTai(double mjd)
{
    const int64_t face = faceOfMjd(mjd);
    return face == UtcTime::kNone ? UtcTime{} : fromTai(face, 6);
}

UtcTime fromGps(double seconds, int8_t digits)
{
    constexpr int64_t kEpoch = dayUs(1980, 1, 6);
    constexpr int64_t kGpsToTai = 19;
    if (!std::isfinite(seconds) || std::abs(seconds) > 2e11)
        return {};
    const double whole = std::floor(seconds);
    const int64_t us = static_cast<int64_t>(whole) * kUsPerSecond + std::llround((seconds - whole) * 1e6);
    return fromTai(kEpoch + us + kGpsToTai * kUsPerSecond, digits);
}

UtcTime fromTjd(int64_t day, double secondsOfDay, int8_t digits)
{
    constexpr int64_t kMjdOfTjd = 40'000;
    constexpr int64_t kMostDays = 2'900'000;
    if (day < -kMostDays / 4 || day > kMostDays || !(secondsOfDay >= 0 && secondsOfDay < 86'401))
        return {};
    const int64_t us = (day + kMjdOfTjd - kMjdOfEpoch) * kUsPerDay + std::llround(secondsOfDay * 1e6);
    return {us, digits, false};
}

UtcTime fromFace(UtcTime face, Scale scale)
{
    constexpr int64_t kTtMinusTai = 32'184'000; // us
    constexpr int64_t kTaiMinusGps = 19'000'000;
    if (!face.isValid())
        return {};
    switch (scale) {
    case Scale::Utc:
        return face;
    case Scale::Tai:
        return fromTai(face.us, face.digits);
    case Scale::Tt:
        return fromTai(face.us - kTtMinusTai, face.digits);
    case Scale::Gps:
        return fromTai(face.us + kTaiMinusGps, face.digits);
    }
    return {};
}

UtcTime tableEnd()
{
    return UtcTime::fromUs(kTableEnd, 0);
}

} // namespace tocsin::timescale
