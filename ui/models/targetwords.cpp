// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/targetwords.h"

#include "core/tom/targets.h"
#include "ui/theme/formats.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace tocsin::ui::targetwords {

using namespace Qt::StringLiterals;
using tom::State;

namespace {

constexpr int kDecimals = 5;
constexpr double kSecondUs = 1e6;
constexpr QChar kArcsec = u'″';

QString say(const char *text)
{
    return QCoreApplication::translate("targets", text);
}

QString arcsec(double value)
{
    return formats::number(value, value < 10 && value != std::round(value) ? 2 : 0) + kArcsec;
}

} // namespace

QString withStop(const QString &text)
{
    return text.isEmpty() || text.endsWith(u'.') ? text : text + u'.';
}

QString degrees(double value, bool sign)
{
    return formats::number(value, kDecimals, sign) + u'°';
}

QString position(const tom::Draft &draft)
{
    return u"%1, %2  "_s.arg(degrees(draft.ra, false), degrees(draft.dec, true))
        + say(QT_TRANSLATE_NOOP("targets", "ICRS, epoch %1")).arg(formats::number(draft.epoch, draft.epoch == std::round(draft.epoch) ? 0 : 1));
}

QString distance(const tom::Target &target)
{
    return target.distanceArcsec < 0 ? QString() : formats::number(target.distanceArcsec, 2) + kArcsec;
}

QString looked(const tom::Lookup &lookup)
{
    const QString names = QCoreApplication::translate("targets", "%n name(s)", nullptr, lookup.names);
    const QString time = QLocale().toString(lookup.milliseconds);
    const QString notice = lookup.notice.isEmpty() ? QString() : u". "_s + withStop(lookup.notice);
    return (lookup.radiusArcsec > 0 ? say(QT_TRANSLATE_NOOP("targets", "Looked within %1 and by %2, %3 ms")).arg(arcsec(lookup.radiusArcsec), names, time)
                                   : say(QT_TRANSLATE_NOOP("targets", "Looked by %1 only, since the position is too uncertain; %2 ms")).arg(names, time))
        + notice;
}

QString made(const tom::Target &target, const UtcTime &now)
{
    const QString when = target.created.isValid() ? formats::ago(target.created, now) : QString();
    const QString owner = formats::plain(target.owner.toStdString());
    if (owner.isEmpty())
        return when;
    return when.isEmpty() ? say(QT_TRANSLATE_NOOP("targets", "by %1")).arg(owner) : say(QT_TRANSLATE_NOOP("targets", "%1 by %2")).arg(when, owner);
}

QString photometry(const tom::Draft &draft)
{
    const auto points = std::ranges::count_if(draft.photometry, [](const tom::PhotometryPoint &point) { return point.magnitude.has_value(); });
    const auto limits = static_cast<std::ptrdiff_t>(draft.photometry.size()) - points;
    QStringList parts;
    if (points > 0)
        parts << QCoreApplication::translate("targets", "%n point(s)", nullptr, static_cast<int>(points));
    if (limits > 0)
        parts << QCoreApplication::translate("targets", "%n limit(s)", nullptr, static_cast<int>(limits));
    return parts.join(u", "_s);
}

QStringList words(const QString &list)
{
    QStringList found;
    for (const QString &word : list.split(u',')) {
        if (const QString plain = word.simplified(); !plain.isEmpty() && !found.contains(plain))
            found << plain;
    }
    return found;
}

QString state(const tom::TargetRecord &record)
{
    switch (record.state) {
    case State::Local:
        return say(QT_TRANSLATE_NOOP("targets", "Local list"));
    case State::Queued:
        return record.isRemoval() ? say(QT_TRANSLATE_NOOP("targets", "To be removed")) : say(QT_TRANSLATE_NOOP("targets", "Outbox"));
    case State::Created:
    case State::Exists:
        return record.target ? say(QT_TRANSLATE_NOOP("targets", "Target %1")).arg(record.target->id) : say(QT_TRANSLATE_NOOP("targets", "Target"));
    case State::Refused:
        return say(QT_TRANSLATE_NOOP("targets", "Refused"));
    case State::Removed:
        return say(QT_TRANSLATE_NOOP("targets", "Removed"));
    }
    Q_UNREACHABLE();
}

QString glyph(const tom::TargetRecord &record)
{
    switch (record.state) {
    case State::Local:
        return u"unseen"_s;
    case State::Queued:
        return record.why.isEmpty() ? u"wait"_s : u"degraded"_s;
    case State::Created:
    case State::Exists:
        return record.isKept() ? u"degraded"_s : u"target"_s;
    case State::Refused:
        return u"cross"_s;
    case State::Removed:
        return u"skip"_s;
    }
    Q_UNREACHABLE();
}

QString why(const tom::TargetRecord &record, const UtcTime &now)
{
    if (record.state == State::Exists && !record.isKept())
        return say(QT_TRANSLATE_NOOP("targets", "Was there already, as %1")).arg(record.target ? formats::plain(record.target->name.toStdString()) : QString());
    if (record.state != State::Queued)
        return record.why;
    const double left = record.nextTry.isValid() ? std::ceil(static_cast<double>(record.nextTry.us - now.us) / kSecondUs) : 0;
    const QString next = left <= 0        ? (record.isRemoval() ? say(QT_TRANSLATE_NOOP("targets", "Is being removed")) : say(QT_TRANSLATE_NOOP("targets", "Is being sent")))
        : record.why.isEmpty() ? say(QT_TRANSLATE_NOOP("targets", "Is sent in %1")).arg(formats::span(left))
                               : say(QT_TRANSLATE_NOOP("targets", "Next try in %1")).arg(formats::span(left));
    return record.why.isEmpty() ? next : withStop(record.why) + u' ' + next;
}

bool isPage(const QUrl &url)
{
    return url.isValid() && (url.scheme() == u"https" || url.scheme() == u"http") && !url.host().isEmpty();
}

} // namespace tocsin::ui::targetwords
