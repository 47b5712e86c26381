// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tom/drafts.h"

#include "core/tom/tomclient.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace tocsin::tom {

using namespace Qt::StringLiterals;

namespace {

constexpr double kArcmin = 1.0 / 60;
constexpr double kWide = 0.5; // degrees: a target there is a region, not a place
constexpr int kMostNodes = 20'000; // of a packet, looked at for names
constexpr int kDeepest = 32;
constexpr size_t kMostPoints = 500;
constexpr qsizetype kLongestName = 100; // a TOM's limit

QString say(const char *text)
{
    return QCoreApplication::translate("tom", text);
}

// How a survey's objects are called where others than the survey read it; {id} is the object as the survey numbers it. The first
// that fits is taken.
struct NameTemplate {
    const char *mission; // "": any
    bool onlyNumbers; // names that are bare numbers
    const char *text;
};
constexpr NameTemplate kNames[] = {
    {"LSST", true, "LSST {id}"},
    {"", true, "{mission} {id}"},
    {"", false, "{id}"},
};

bool isNumber(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c.isDigit(); });
}

// J123456.78-012345.6, as the IAU would have it: cut, not rounded.
QString nameOfPlace(double ra, double dec)
{
    const auto tenths = static_cast<qlonglong>(std::floor(std::abs(dec) * 36'000));
    const auto hundredths = static_cast<qlonglong>(std::floor(ra / 15 * 360'000));
    return u"J%1%2%3.%4%5%6%7%8.%9"_s.arg(hundredths / 360'000, 2, 10, QChar(u'0'))
        .arg(hundredths / 6'000 % 60, 2, 10, QChar(u'0'))
        .arg(hundredths / 100 % 60, 2, 10, QChar(u'0'))
        .arg(hundredths % 100, 2, 10, QChar(u'0'))
        .arg(dec < 0 ? QChar(u'-') : QChar(u'+'))
        .arg(tenths / 36'000, 2, 10, QChar(u'0'))
        .arg(tenths / 600 % 60, 2, 10, QChar(u'0'))
        .arg(tenths / 10 % 60, 2, 10, QChar(u'0'))
        .arg(tenths % 10);
}

QString nameOf(const Alert &alert)
{
    const QString id = QString::fromStdString(!alert.name.empty() ? alert.name : !alert.event.empty() ? alert.event : alert.id).simplified();
    if (id.isEmpty())
        return alert.hasPosition() ? nameOfPlace(alert.ra.value, alert.dec.value) : QString();
    for (const NameTemplate &name : kNames) {
        if ((*name.mission && alert.mission != name.mission) || (name.onlyNumbers && !isNumber(id)))
            continue;
        QString text = QString::fromUtf8(name.text);
        text.replace(u"{mission}"_s, QString::fromStdString(alert.mission));
        return text.replace(u"{id}"_s, id).simplified().left(kLongestName);
    }
    return id.left(kLongestName);
}

// "AT 2026abc" for every spelling of it; empty: this is no name of the Transient Name Server.
QString tnsName(const QString &text)
{
    static const QRegularExpression pattern(u"^(AT|SN|TDE|FRB) ?((?:19|20)\\d\\d[A-Za-z]{1,6})$"_s);
    const QRegularExpressionMatch match = pattern.match(text.trimmed());
    return match.hasMatch() ? match.captured(1) + u' ' + match.captured(2) : QString();
}

// Brokers write the name into fields of their own, whose keys all speak of it.
void findTnsNames(const decoders::FieldTree &node, bool isNamed, int depth, int &left, QStringList &names)
{
    if (--left < 0 || depth > kDeepest)
        return;
    if (node.is_string() && isNamed) {
        if (const QString name = tnsName(QString::fromStdString(node.get<std::string>())); !name.isEmpty() && !names.contains(name))
            names << name;
    } else if (node.is_object()) {
        for (const auto &[key, value] : node.items()) {
            const QString word = QString::fromStdString(key).toLower();
            findTnsNames(value, isNamed || word.contains(u"tns"), depth + 1, left, names);
        }
    } else if (node.is_array()) {
        for (const auto &each : node)
            findTnsNames(each, isNamed, depth + 1, left, names);
    }
}

QStringList otherNames(const Alert &alert, const decoders::FieldTree *fields)
{
    QStringList names;
    for (const Text &each : {alert.name, alert.event}) {
        if (const QString name = tnsName(QString::fromStdString(each)); !name.isEmpty())
            names << name;
    }
    if (fields) {
        int left = kMostNodes;
        findTnsNames(*fields, false, 0, left, names);
    }
    // Keys of our own ("swift:1700001") and bare numbers are nobody's names.
    const QString event = QString::fromStdString(alert.event).simplified();
    if (!alert.name.empty() && !event.isEmpty() && !event.contains(u':') && !event.contains(u'/') && !isNumber(event))
        names << event;
    return names;
}

std::vector<PhotometryPoint> photometryOf(const Alert &alert, const Inside *inside)
{
    std::vector<PhotometryPoint> points;
    const QString instrument = QString::fromStdString(alert.mission);
    if (inside) {
        for (const LightPoint &light : inside->light) {
            if (!light.time.isValid() || light.band.empty() || light.isNegative.value_or(false))
                continue;
            PhotometryPoint point{.time = light.time, .band = QString::fromStdString(light.band), .instrument = instrument};
            if (light.kind == LightPoint::Kind::Limit) {
                if (!light.limit.has())
                    continue;
                point.limit = light.limit.value;
            } else {
                if (!light.mag.has())
                    continue;
                point.magnitude = light.mag.value;
                if (light.magError.has())
                    point.error = light.magError.value;
            }
            points.push_back(std::move(point));
        }
        std::ranges::stable_sort(points, {}, [](const PhotometryPoint &point) { return point.time.us; });
        if (points.size() > kMostPoints)
            points.erase(points.begin(), points.end() - kMostPoints); // the newest
    }
    if (points.empty() && alert.mag.has() && !alert.band.empty() && alert.timestamp.isValid() && !alert.isNegative.value_or(false))
        points.push_back({.time = alert.timestamp, .magnitude = alert.mag.value, .error = alert.magError.has() ? std::optional(alert.magError.value) : std::nullopt,
                          .band = QString::fromStdString(alert.band), .instrument = instrument});
    return points;
}

QString doubtAbout(const Alert &alert)
{
    QStringList doubts;
    if (alert.retraction)
        doubts << say(QT_TRANSLATE_NOOP("tom", "The sender has taken this alert back."));
    if (alert.test)
        doubts << say(QT_TRANSLATE_NOOP("tom", "This is a test alert."));
    if (alert.positionKind == "map-peak")
        doubts << say(QT_TRANSLATE_NOOP("tom", "The place is only the peak of a sky map."));
    else if (alert.positionKind == "pointing")
        doubts << say(QT_TRANSLATE_NOOP("tom", "The place is only where the instrument pointed."));
    else if (alert.positionKind != "measured")
        doubts << say(QT_TRANSLATE_NOOP("tom", "Nobody says that the place was measured."));
    if (alert.errorRadius.has() && alert.errorRadius.value > kWide)
        doubts << say(QT_TRANSLATE_NOOP("tom", "The place is uncertain by %1 degrees.")).arg(alert.errorRadius.value, 0, 'g', 3);
    return doubts.join(u' ');
}

} // namespace

QStringList tidyAliases(const QString &name, const QStringList &aliases)
{
    QStringList tidy;
    QStringList taken{simpleName(name)};
    for (const QString &alias : aliases) {
        const QString plain = alias.simplified();
        if (plain.isEmpty() || plain.size() > kLongestName || taken.contains(simpleName(plain)))
            continue;
        taken << simpleName(plain);
        tidy << plain;
    }
    return tidy;
}

bool isPlaceTooUncertain(const Draft &draft)
{
    return draft.errorRadius > kArcmin;
}

Draft draftOf(const Alert &alert, const Inside *inside, const decoders::FieldTree *fields)
{
    Draft draft{.name = nameOf(alert), .row = alert.row, .event = QString::fromStdString(alert.event), .restricted = alert.access != "public"};
    draft.aliases = tidyAliases(draft.name, otherNames(alert, fields));
    if (alert.hasPosition()) {
        draft.ra = alert.ra.value;
        draft.dec = alert.dec.value;
    }
    draft.errorRadius = alert.errorRadius.has() ? std::max(alert.errorRadius.value, 0.0) : 0;
    if (!alert.classification.empty())
        draft.tags << u"classification="_s + QString::fromStdString(alert.classification);
    if (!alert.event.empty() && alert.event != alert.name)
        draft.tags << u"event="_s + draft.event;
    draft.photometry = photometryOf(alert, inside);
    if (!alert.hasPosition())
        draft.refusal = say(QT_TRANSLATE_NOOP("tom", "This alert tells no place, so there is nothing to point at."));
    else if (!alert.solarSystem.empty())
        draft.refusal = say(QT_TRANSLATE_NOOP("tom", "%1 moves among the stars: a target with one place would be wrong tomorrow.")).arg(QString::fromStdString(alert.solarSystem));
    else if (!alert.error.empty())
        draft.refusal = say(QT_TRANSLATE_NOOP("tom", "This message could not be read, so its place is not known."));
    else
        draft.doubt = doubtAbout(alert);
    return draft;
}

} // namespace tocsin::tom
