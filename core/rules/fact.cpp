// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/fact.h"

#include "core/domain/quantities.h"
#include "core/templates/placeholder.h"

#include <QCoreApplication>
#include <QStringList>

namespace tocsin::rules {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostText = 120; // of one value

QString say(const char *text)
{
    return QCoreApplication::translate("rules", text);
}

QString plain(const Text &text)
{
    const QString line = QString::fromStdString(templates::inOneLine(text)).simplified();
    return line.size() > kMostText ? line.left(kMostText - 1) + u'…' : line;
}

QString nameOf(const Alert &alert)
{
    for (const Text *each : {&alert.name, &alert.event, &alert.id, &alert.topic}) {
        if (!each->empty())
            return plain(*each);
    }
    return say(QT_TRANSLATE_NOOP("rules", "alert"));
}

} // namespace

QString factOf(const Alert &alert)
{
    QStringList facts;
    if (alert.test)
        facts << say(QT_TRANSLATE_NOOP("rules", "test"));
    if (alert.retraction)
        facts << say(QT_TRANSLATE_NOOP("rules", "retracted"));
    if (!alert.classification.empty()) {
        const QString score = quantities::number(alert.classificationScore.value, 2);
        facts << (score.isEmpty() ? plain(alert.classification) : plain(alert.classification) + u' ' + score);
    }
    if (alert.area90.has())
        facts << quantities::area(alert.area90.value);
    if (alert.distanceMpc.has())
        facts << quantities::number(alert.distanceMpc.value, 0) + u" Mpc"_s;
    if (alert.mag.has())
        facts << (alert.band.empty() ? QString() : plain(alert.band) + u' ') + quantities::number(alert.mag.value, 1) + u" mag"_s;
    if (alert.errorRadius.has() && !alert.area90.has())
        facts << u"± "_s + quantities::angle(alert.errorRadius.value);
    if (!alert.scoreKind.empty() && alert.score.has() && alert.classification.empty())
        facts << plain(alert.scoreKind) + u' ' + quantities::number(alert.score.value, 2);
    if (!alert.subject.empty())
        facts << plain(alert.subject);
    const QString name = nameOf(alert);
    return facts.isEmpty() ? name : name + u": "_s + facts.join(u", "_s);
}

} // namespace tocsin::rules
