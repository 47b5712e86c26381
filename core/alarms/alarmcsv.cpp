// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms/alarmcsv.h"

#include "core/alarms/alarmwords.h"

#include <QStringList>

#include <algorithm>

namespace tocsin::alarms {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostText = 10'000;

QByteArray cell(const QString &given)
{
    QString text = plainLine(given, kMostText);
    if (!text.isEmpty() && u"=+-@"_s.contains(text.front()))
        text.prepend(u'\'');
    const bool isPlain = std::ranges::none_of(text, [](QChar c) { return c == u',' || c == u'"'; });
    return isPlain ? text.toUtf8() : '"' + text.replace(u'"', u"\"\""_s).toUtf8() + '"';
}

QString iso(const UtcTime &time)
{
    return time.isValid() ? QString::fromStdString(time.iso()) : QString();
}

} // namespace

QByteArray alarmCsv(const std::vector<Alarm> &alarms)
{
    QByteArray csv = "number,kind,state,rule,title,fact,row,event,test,arrived,raised,heard,last_heard,silenced_by,acknowledged,acknowledged_by\n";
    for (const Alarm &alarm : alarms) {
        if (alarm.restricted)
            continue;
        const QStringList cells{alarm.number > 0 ? QString::number(alarm.number) : QString(),
                                alarm.kind == Kind::Retraction ? u"retraction"_s : u"news"_s,
                                alarm.isOpen() ? u"open"_s : alarm.acknowledgedBy == u"withdrawn" ? u"withdrawn"_s : u"acknowledged"_s,
                                alarm.rule,
                                alarm.title,
                                alarm.fact,
                                alarm.row > 0 ? QString::number(alarm.row) : QString(),
                                alarm.event,
                                alarm.test ? u"true"_s : u"false"_s,
                                iso(alarm.arrived),
                                iso(alarm.raised),
                                QString::number(alarm.heard),
                                iso(alarm.lastHeard),
                                alarm.silencedBy,
                                iso(alarm.acknowledged),
                                alarm.acknowledgedBy};
        QByteArrayList line;
        for (const QString &text : cells)
            line << cell(text);
        csv += line.join(',') + '\n';
    }
    return csv;
}

} // namespace tocsin::alarms
