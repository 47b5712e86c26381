// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tom/targettext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tocsin::tom {

using namespace Qt::StringLiterals;

namespace {

QJsonValue numberOrNull(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

std::optional<double> optionalNumber(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

QStringList listIn(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &each : value.toArray())
        list << each.toString();
    return list;
}

UtcTime timeIn(const QJsonValue &value)
{
    return UtcTime::fromIso(value.toString().toStdString());
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray textOf(const Draft &draft)
{
    QJsonArray photometry;
    for (const PhotometryPoint &point : draft.photometry)
        photometry.append(QJsonObject{{u"time"_s, QString::fromStdString(point.time.iso())}, {u"magnitude"_s, numberOrNull(point.magnitude)}, {u"error"_s, numberOrNull(point.error)},
                                      {u"limit"_s, numberOrNull(point.limit)}, {u"band"_s, point.band}, {u"instrument"_s, point.instrument}});
    QJsonObject extras;
    for (auto it = draft.extras.cbegin(); it != draft.extras.cend(); ++it)
        extras.insert(it.key(), it.value());
    return compact({{u"name"_s, draft.name}, {u"ra"_s, draft.ra}, {u"dec"_s, draft.dec}, {u"epoch"_s, draft.epoch}, {u"aliases"_s, QJsonArray::fromStringList(draft.aliases)},
                    {u"groups"_s, QJsonArray::fromStringList(draft.groups)}, {u"tags"_s, QJsonArray::fromStringList(draft.tags)}, {u"extras"_s, extras}, {u"photometry"_s, photometry},
                    {u"row"_s, qint64(draft.row)}, {u"event"_s, draft.event}, {u"restricted"_s, draft.restricted}, {u"doubt"_s, draft.doubt}, {u"refusal"_s, draft.refusal},
                    {u"error_radius"_s, draft.errorRadius}});
}

Draft draftFrom(const QByteArray &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    Draft draft{.name = object.value(u"name"_s).toString(), .ra = object.value(u"ra"_s).toDouble(), .dec = object.value(u"dec"_s).toDouble(),
                .epoch = object.value(u"epoch"_s).toDouble(2000), .aliases = listIn(object.value(u"aliases"_s)), .groups = listIn(object.value(u"groups"_s)),
                .tags = listIn(object.value(u"tags"_s)), .row = object.value(u"row"_s).toInteger(), .event = object.value(u"event"_s).toString(),
                .restricted = object.value(u"restricted"_s).toBool(), .doubt = object.value(u"doubt"_s).toString(), .refusal = object.value(u"refusal"_s).toString(),
                .errorRadius = object.value(u"error_radius"_s).toDouble()};
    const QJsonObject extras = object.value(u"extras"_s).toObject();
    for (auto it = extras.begin(); it != extras.end(); ++it)
        draft.extras.insert(it.key(), it.value().toString());
    for (const QJsonValue &each : object.value(u"photometry"_s).toArray()) {
        const QJsonObject point = each.toObject();
        draft.photometry.push_back({.time = timeIn(point.value(u"time"_s)), .magnitude = optionalNumber(point.value(u"magnitude"_s)), .error = optionalNumber(point.value(u"error"_s)),
                                    .limit = optionalNumber(point.value(u"limit"_s)), .band = point.value(u"band"_s).toString(), .instrument = point.value(u"instrument"_s).toString()});
    }
    return draft;
}

QByteArray textOf(const Target &target)
{
    return compact({{u"id"_s, qint64(target.id)}, {u"name"_s, target.name}, {u"ra"_s, target.ra}, {u"dec"_s, target.dec}, {u"aliases"_s, QJsonArray::fromStringList(target.aliases)},
                    {u"url"_s, target.url.toString()}, {u"created"_s, QString::fromStdString(target.created.iso())}, {u"owner"_s, target.owner},
                    {u"distance"_s, target.distanceArcsec}, {u"same_name"_s, target.sameName}});
}

Target targetFrom(const QByteArray &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    return {.id = object.value(u"id"_s).toInteger(), .name = object.value(u"name"_s).toString(), .ra = object.value(u"ra"_s).toDouble(), .dec = object.value(u"dec"_s).toDouble(),
            .aliases = listIn(object.value(u"aliases"_s)), .url = QUrl(object.value(u"url"_s).toString()), .created = timeIn(object.value(u"created"_s)),
            .owner = object.value(u"owner"_s).toString(), .distanceArcsec = object.value(u"distance"_s).toDouble(-1), .sameName = object.value(u"same_name"_s).toBool()};
}

} // namespace tocsin::tom
