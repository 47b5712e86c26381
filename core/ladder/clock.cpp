// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ladder/clock.h"

#ifdef Q_OS_LINUX
#include <sys/timex.h>
#endif

namespace tocsin::ladder {

using namespace Qt::StringLiterals;

ClockEvidence ClockEvidence::here()
{
    ClockEvidence evidence{.now = QDateTime::currentDateTimeUtc(), .built = QDate::fromString(QStringLiteral(TOCSIN_BUILT), Qt::ISODate).startOfDay(Qt::UTC)};
#ifdef Q_OS_LINUX
    timex question = {};
    if (const int state = adjtimex(&question); state >= 0)
        evidence.kept = state == TIME_ERROR || (question.status & STA_UNSYNC) != 0 ? Kept::No : Kept::Yes;
#endif
    return evidence;
}

} // namespace tocsin::ladder
