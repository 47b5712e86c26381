// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/placetext.h"

#include <QRegularExpression>

#include <cmath>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int64_t kSecond = 1'000'000;
constexpr int64_t kDay = 86'400 * kSecond;
constexpr double kMjdZero = 2'400'000.5;
constexpr double kFirstMjd = 40'000; // 1968: before all alerts; numbers outside are no dates unless it is said
constexpr double kLastMjd = 100'000; // 2132

PlaceReading timeOf(const UtcTime &time)
{
    return {.kind = PlaceReading::Kind::Time, .time = time};
}

// -2h, -1h30m, -90 min
UtcTime beforeNow(const QString &text, const UtcTime &now)
{
    static const QRegularExpression whole(u"\\A[-\u2212]\\s*(?:\\d+(?:\\.\\d+)?\\s*(?:s|min|m|h|d)\\s*)+\\z"_s);
    static const QRegularExpression part(u"(\\d+(?:\\.\\d+)?)\\s*(s|min|m|h|d)"_s);
    if (!whole.match(text).hasMatch())
        return {};
    double seconds = 0;
    for (auto each = part.globalMatch(text); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        const QChar unit = match.capturedView(2).front();
        seconds += match.captured(1).toDouble() * (unit == u's' ? 1 : unit == u'm' ? 60 : unit == u'h' ? 3'600 : 86'400);
    }
    const double us = static_cast<double>(now.us) - seconds * kSecond;
    return us > 0 ? UtcTime::fromUs(static_cast<int64_t>(us), 0) : UtcTime{};
}

// 03:02, 3:02:15.5: today, or yesterday when that is still to come
UtcTime clockTime(const QString &text, const UtcTime &now)
{
    static const QRegularExpression pattern(u"\\A(\\d{1,2}):(\\d{2})(?::(\\d{2}(?:\\.\\d{1,6})?))?\\s*(?:UTC|UT|Z)?\\z"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(text);
    const int hour = match.captured(1).toInt();
    const int minute = match.captured(2).toInt();
    const double second = match.captured(3).toDouble();
    if (!match.hasMatch() || hour > 23 || minute > 59 || second >= 60)
        return {};
    const int64_t midnight = now.us - ((now.us % kDay) + kDay) % kDay;
    const int64_t us = midnight + (hour * 60 + minute) * 60 * kSecond + std::llround(second * kSecond);
    return UtcTime::fromUs(us <= now.us ? us : us - kDay, 0);
}

// MJD 61297.1, JD 2461297.6, or the number alone
UtcTime julianDate(const QString &text)
{
    static const QRegularExpression pattern(u"\\A(MJD|JD)?\\s*(\\d{1,7}(?:\\.\\d*)?)\\z"_s, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    const double value = match.captured(2).toDouble();
    const QString scale = match.captured(1).toUpper();
    const auto within = [](double mjd) { return mjd >= kFirstMjd && mjd <= kLastMjd; };
    if (scale == u"JD" || (scale.isEmpty() && within(value - kMjdZero)))
        return UtcTime::fromJd(value);
    return scale == u"MJD" || within(value) ? UtcTime::fromJd(value + kMjdZero) : UtcTime{};
}

} // namespace

std::vector<PlaceReading> readPlace(const QString &text, const UtcTime &now)
{
    const QString plain = text.simplified();
    if (plain.isEmpty())
        return {};
    if (plain.startsWith(u'#')) {
        static const QRegularExpression pattern(u"\\A#\\s?(\\d[\\d,.'\\s]*)\\z"_s);
        const QRegularExpressionMatch match = pattern.match(plain);
        static const QRegularExpression others(u"\\D"_s);
        const int64_t row = match.captured(1).remove(others).toLongLong();
        if (row <= 0)
            return {};
        return {PlaceReading{.kind = PlaceReading::Kind::Row, .row = row}};
    }
    const PlaceReading name{.kind = PlaceReading::Kind::Name, .name = plain};
    for (const UtcTime &time : {beforeNow(plain, now), clockTime(plain, now), UtcTime::fromIso(plain.toStdString())}) {
        if (time.isValid())
            return {timeOf(time)};
    }
    const UtcTime julian = julianDate(plain);
    if (!julian.isValid())
        return {name};
    if (!plain.front().isDigit())
        return {timeOf(julian)};
    const bool integer = !plain.contains(u'.');
    return integer ? std::vector{name, timeOf(julian)} : std::vector{timeOf(julian), name};
}

} // namespace tocsin::ui
