// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/shiftspan.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace tocsin::triage {

using namespace Qt::StringLiterals;

ShiftSpan lastHours(std::chrono::hours hours, const UtcTime &now)
{
    return {.since = UtcTime::fromUs(now.us - std::chrono::microseconds(hours).count()), .until = now, .title = {}};
}

Result<ShiftSpan> nightSpan(const QString &night, const QTimeZone &zone, const UtcTime &now)
{
    const QTime kNoon(12, 0);
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(now.us / 1000, zone);
    const QDate evening = local.time() < kNoon ? local.date().addDays(-1) : local.date();
    const QDate date = night == u"tonight" ? evening : night == u"last" ? evening.addDays(-1) : QDate::fromString(night, Qt::ISODate);
    if (!date.isValid() || date > evening)
        return Error{.kind = ErrorKind::BadArgument,
                     .message = date.isValid() ? QCoreApplication::translate("triage", "The night of %1 is still to come.").arg(night) : QCoreApplication::translate("triage", "“%1” is no night.").arg(night),
                     .remedy = QCoreApplication::translate("triage", "Write the date of its evening as YYYY-MM-DD, or tonight, or last.")};
    const auto noon = [&](const QDate &day) { return UtcTime::fromMs(QDateTime(day, kNoon, zone).toMSecsSinceEpoch()); };
    ShiftSpan span{.since = noon(date), .until = noon(date.addDays(1)), .title = QCoreApplication::translate("triage", "night of %1, %2").arg(date.toString(Qt::ISODate), QString::fromLatin1(zone.id()))};
    span.until.us = std::min(span.until.us, now.us);
    return span;
}

Result<QTimeZone> zoneNamed(const QString &name)
{
    const QTimeZone zone = name.compare(u"UTC"_s, Qt::CaseInsensitive) == 0 ? QTimeZone::utc() : name == u"local" ? QTimeZone::systemTimeZone() : QTimeZone(name.toLatin1());
    if (!zone.isValid())
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("triage", "“%1” is no time zone.").arg(name),
                     .remedy = QCoreApplication::translate("triage", "Write UTC, local, or a name such as America/Santiago.")};
    return zone;
}

} // namespace tocsin::triage
