// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms/alarmwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace tocsin::alarms {

using namespace Qt::StringLiterals;

namespace {

constexpr int64_t kMinute = 60;
constexpr int64_t kHour = 3'600;
constexpr int64_t kDay = 86'400;

// Two units at most; the seconds matter only while there are few minutes.
QString span(int64_t seconds)
{
    const auto pair = [](int64_t large, const QString &unit, int64_t small, const QString &smallUnit) {
        const QString first = QString::number(large) + u'\u00a0' + unit;
        return small == 0 ? first : first + u' ' + QString::number(small) + u'\u00a0' + smallUnit;
    };
    if (seconds < kMinute)
        return pair(seconds, u"s"_s, 0, {});
    if (seconds < 10 * kMinute)
        return pair(seconds / kMinute, u"min"_s, seconds % kMinute, u"s"_s);
    if (seconds < kHour)
        return pair(seconds / kMinute, u"min"_s, 0, {});
    if (seconds < 2 * kDay)
        return pair(seconds / kHour, u"h"_s, seconds < 10 * kHour ? seconds % kHour / kMinute : 0, u"min"_s);
    return pair(seconds / kDay, u"d"_s, 0, {});
}

} // namespace

QString arrivedAgo(const Alarm &alarm, const UtcTime &now)
{
    const UtcTime &since = alarm.arrived.isValid() ? alarm.arrived : alarm.raised;
    return QCoreApplication::translate("alarms", "arrived %1 ago").arg(span(std::max<int64_t>(0, (now.us - since.us) / 1'000'000)));
}

QString repeats(const Alarm &alarm)
{
    return alarm.repeat.count() > 0 ? QCoreApplication::translate("alarms", "sounds every %1").arg(alarm.repeat.count() < 120 ? QString::number(alarm.repeat.count()) + u"\u00a0s"_s : span(alarm.repeat.count())) : QString();
}

QString stateWord(const Alarm &alarm)
{
    if (alarm.isOpen())
        return QCoreApplication::translate("alarms", "open");
    return alarm.acknowledgedBy == u"withdrawn" ? QCoreApplication::translate("alarms", "withdrawn") : QCoreApplication::translate("alarms", "acknowledged");
}

QString silenceWords(const Alarm &alarm)
{
    if (alarm.silencedBy == u"quiet hours")
        return QCoreApplication::translate("alarms", "quiet hours");
    if (alarm.silencedBy == u"throttle")
        return QCoreApplication::translate("alarms", "throttled");
    if (alarm.silencedBy == u"silence")
        return QCoreApplication::translate("alarms", "silenced");
    return alarm.silencedBy;
}

QString acknowledgedBy(const Alarm &alarm)
{
    if (alarm.acknowledgedBy == u"window")
        return QCoreApplication::translate("alarms", "in the window");
    if (alarm.acknowledgedBy == u"command line")
        return QCoreApplication::translate("alarms", "on the command line");
    if (alarm.acknowledgedBy == u"notification")
        return QCoreApplication::translate("alarms", "in the notification");
    if (alarm.acknowledgedBy == u"withdrawn")
        return QCoreApplication::translate("alarms", "withdrawn by its sender");
    return alarm.acknowledgedBy;
}

QString plainLine(const QString &text, int most)
{
    QString line;
    for (const QChar &c : text) {
        const bool isTurning = (c >= u'\u202a' && c <= u'\u202e') || (c >= u'\u2066' && c <= u'\u2069');
        if (isTurning)
            continue;
        line += c.unicode() < 0x20 || c.unicode() == 0x7f || c == u'\u2028' || c == u'\u2029' ? QChar(u' ') : c;
    }
    line = line.trimmed();
    return line.size() > most ? line.left(most - 1) + u'…' : line;
}

Alarm testAlarm()
{
    Alarm alarm;
    alarm.title = QCoreApplication::translate("alarms", "Test alarm");
    alarm.fact = QCoreApplication::translate("alarms", "This is how an alarm of a rule is shown and heard.");
    alarm.test = true;
    alarm.arrived = UtcTime::now();
    alarm.sound = kAlarmSound;
    alarm.always = true; // whoever presses the button wants to hear it
    return alarm;
}

} // namespace tocsin::alarms
