// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/streamwords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

#include <cmath>

namespace tocsin::ui::streamwords {

using namespace Qt::StringLiterals;
using streams::State;

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("tocsin::ui::streamwords", text, nullptr, n);
}

qint64 secondsBetween(UtcTime from, UtcTime to)
{
    return std::max<qint64>(0, (to.us - from.us) / 1'000'000);
}

const QString kNbsp = QString(QChar(QChar::Nbsp));

} // namespace

QString phrase(QString sentence)
{
    if (sentence.endsWith(u'.') && !sentence.endsWith(u".."_s))
        sentence.chop(1);
    return sentence;
}

QString rate(double perSecond)
{
    const double r = std::isfinite(perSecond) ? std::max(0.0, perSecond) : 0.0;
    QString number;
    if (r >= 9.95)
        number = count(std::llround(r));
    else if (r >= 0.995)
        number = QString::number(r, 'f', 1);
    else if (r >= 0.005)
        number = QString::number(r, 'f', 2);
    else
        number = r > 0 ? u"<"_s + kNbsp + u"0.01"_s : u"0"_s;
    return number + kNbsp + tr("/s");
}

QString count(qint64 number)
{
    return QLocale().toString(number);
}

QString duration(qint64 seconds)
{
    const qint64 s = std::max<qint64>(0, seconds);
    if (s < 60)
        return tr("%1 s").arg(s);
    if (s < 3600) {
        const qint64 rest = s % 60;
        return s >= 600 || rest == 0 ? tr("%1 min").arg(s / 60) : tr("%1 min %2 s").arg(s / 60).arg(rest);
    }
    if (s < 48 * 3600)
        return tr("%1 h").arg(s / 3600);
    return tr("%1 d").arg(s / 86400);
}

QString age(UtcTime time, UtcTime now)
{
    if (!time.isValid())
        return {};
    return tr("%1 ago").arg(duration(secondsBetween(time, now)));
}

QString bytes(qint64 number)
{
    constexpr double kGiga = 1e9;
    constexpr double kMega = 1e6;
    const auto value = static_cast<double>(std::max<qint64>(0, number));
    if (value >= 9.95 * kGiga)
        return tr("%1 GB").arg(QLocale().toString(std::llround(value / kGiga)));
    if (value >= 0.9995 * kGiga)
        return tr("%1 GB").arg(value / kGiga, 0, 'f', 1);
    if (value >= 9.95 * kMega)
        return tr("%1 MB").arg(std::llround(value / kMega));
    if (value >= 0.05 * kMega)
        return tr("%1 MB").arg(value / kMega, 0, 'f', 1);
    return number == 0 ? u"0"_s : tr("%1 kB").arg(std::max<qint64>(1, std::llround(value / 1e3)));
}

QString clock(UtcTime time, UtcTime now)
{
    if (!time.isValid())
        return {};
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(time.us / 1000, Qt::UTC);
    const QDateTime today = QDateTime::fromMSecsSinceEpoch(now.us / 1000, Qt::UTC);
    return moment.toString(moment.date() == today.date() ? u"HH:mm"_s : u"MM-dd HH:mm"_s);
}

QString cause(const streams::StreamStatus &status, bool enabled, UtcTime now)
{
    QStringList parts;
    // The stream's own words, except where a number that goes on says the same.
    if (!status.cause.isEmpty() && (status.state != State::CatchingUp || status.lag < 0))
        parts << phrase(status.cause);
    switch (status.state) {
    case State::Connecting:
        if (status.cause.isEmpty())
            parts << tr("asking the broker");
        if (status.since.isValid())
            parts << duration(secondsBetween(status.since, now));
        break;
    case State::CatchingUp:
        if (status.lag >= 0)
            parts << tr("%1 left").arg(count(status.lag));
        if (status.lag > 0 && status.perSecond > 0.5)
            parts << duration(std::llround(static_cast<double>(status.lag) / status.perSecond));
        break;
    case State::Live:
        if (status.lastHeartbeat.isValid())
            parts << tr("heartbeat %1").arg(duration(secondsBetween(status.lastHeartbeat, now)));
        else if (status.lag >= 0)
            parts << tr("lag %1").arg(count(status.lag));
        break;
    case State::Quiet:
        parts << (status.lastAlert.isValid() ? tr("last alert %1").arg(age(status.lastAlert, now)) : tr("nothing yet"));
        if (status.lastHeartbeat.isValid())
            parts << tr("heartbeat %1").arg(duration(secondsBetween(status.lastHeartbeat, now)));
        break;
    case State::Stopped:
        if (!enabled)
            parts << tr("disabled");
        else if (!status.since.isValid())
            parts << tr("not started");
        else
            parts << (status.cause.isEmpty() ? tr("by you, %1") : u"%1"_s).arg(clock(status.since, now));
        break;
    case State::Stale:
    case State::Degraded:
    case State::NeedsSignIn:
    case State::Missing:
        break;
    }
    if (status.nextTry.isValid() && status.nextTry.us > now.us)
        parts << tr("next try in %1").arg(duration((status.nextTry.us - now.us + 999'999) / 1'000'000));
    return parts.join(u", "_s);
}

QString since(const streams::StreamStatus &status, UtcTime now)
{
    if (!status.since.isValid())
        return {};
    return tr("since %1 UT, %2").arg(clock(status.since, now), duration(secondsBetween(status.since, now)));
}

QString topicRate(const streams::TopicStatus &topic, UtcTime now)
{
    if (topic.perSecond > 0 || !topic.lastMessage.isValid())
        return topic.lastMessage.isValid() ? rate(topic.perSecond) : QStringLiteral("—");
    return age(topic.lastMessage, now);
}

} // namespace tocsin::ui::streamwords
