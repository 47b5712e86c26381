// SPDX-License-Identifier: GPL-3.0-or-later
// What a TOM is sent, and what becomes of it.
#include "core/tom/tomclient.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace tocsin::tom {

using namespace Qt::StringLiterals;

namespace {

constexpr double kNearlyZero = 1e-9; // degrees: TOMs take an exact 0 for missing
constexpr qsizetype kLongestName = 100;

QString say(const char *text)
{
    return QCoreApplication::translate("tom", text);
}

Trouble wrong(const QString &field, const QString &message, const QString &remedy)
{
    return {.kind = Trouble::Kind::Refused, .error = {.kind = ErrorKind::BadArgument, .message = message, .remedy = remedy}, .fields = {{field, message}}};
}

QJsonArray nameList(const QStringList &names)
{
    QJsonArray list;
    for (const QString &name : names)
        list.append(QJsonObject{{u"name"_s, name}});
    return list;
}

// Of the account's own groups only: a name that the TOM does not know would make a new group.
Told<QJsonArray> groupsOf(const Draft &draft, const TomFacts &facts)
{
    QJsonArray groups;
    for (const QString &name : draft.groups) {
        const auto it = facts.groupNumbers.find(name);
        if (it == facts.groupNumbers.end())
            return wrong(u"groups"_s, say(QT_TRANSLATE_NOOP("tom", "This account is not in a group “%1” there.")).arg(name),
                         facts.groups.isEmpty() ? say(QT_TRANSLATE_NOOP("tom", "It is in no group at all; leave the group out."))
                                                : say(QT_TRANSLATE_NOOP("tom", "It is in: %1.")).arg(facts.groups.join(u", "_s)));
        groups.append(QJsonObject{{u"id"_s, qint64(it.value())}});
    }
    return groups;
}

QString key(const QString &time, const QString &band)
{
    return QDateTime::fromString(time, Qt::ISODateWithMs).toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + u' ' + band;
}

} // namespace

Told<TomClient::Created> TomClient::create(const Draft &draft, const TomFacts &facts)
{
    if (draft.name.trimmed().isEmpty() || draft.name.size() > kLongestName)
        return wrong(u"name"_s, say(QT_TRANSLATE_NOOP("tom", "A target's name has 1 to %1 characters; this one has %2.")).arg(kLongestName).arg(draft.name.size()),
                     say(QT_TRANSLATE_NOOP("tom", "Give it another name.")));
    Told<QJsonArray> groups = groupsOf(draft, facts);
    if (const Trouble *trouble = troubleOf(groups))
        return *trouble;
    QJsonObject body{{u"name"_s, draft.name}, {u"type"_s, u"SIDEREAL"_s}, {u"ra"_s, draft.ra}, {u"dec"_s, draft.dec}, {u"epoch"_s, draft.epoch}};
    QString note;
    for (const QString &coordinate : {u"ra"_s, u"dec"_s}) {
        if (body.value(coordinate).toDouble() == 0) {
            body.insert(coordinate, kNearlyZero);
            note = say(QT_TRANSLATE_NOOP("tom", "TOMs refuse coordinates of exactly 0, so 0.000000001 was sent."));
        }
    }
    if (!draft.aliases.isEmpty())
        body.insert(u"aliases"_s, nameList(draft.aliases));
    if (!draft.groups.isEmpty())
        body.insert(u"groups"_s, std::get<QJsonArray>(groups));
    QJsonArray extras;
    const auto add = [&extras](const QString &name, const QString &value) {
        const bool isThere = std::ranges::any_of(extras, [&](const QJsonValue &each) { return each.toObject().value(u"key"_s).toString() == name; });
        if (!isThere) // the same key twice breaks the TOM
            extras.append(QJsonObject{{u"key"_s, name}, {u"value"_s, value}});
    };
    for (auto it = draft.extras.cbegin(); it != draft.extras.cend(); ++it) {
        if (std::ranges::find(facts.extras, it.key(), &TomFacts::Extra::key) != facts.extras.end())
            body.insert(it.key(), it.value());
        else
            add(it.key(), it.value());
    }
    for (const QString &tag : draft.tags)
        add(tag.section(u'=', 0, 0), tag.section(u'=', 1));
    if (!extras.isEmpty())
        body.insert(u"targetextra_set"_s, extras);
    const Told<QJsonDocument> answer = read({.method = "POST", .path = u"/api/targets/"_s, .body = body}, {201});
    if (const Trouble *trouble = troubleOf(answer))
        return *trouble;
    Created created{.target = targetIn(std::get<QJsonDocument>(answer).object()), .note = note};
    if (created.target.id <= 0)
        return Trouble{.kind = Trouble::Kind::Unsure,
                       .error = {.kind = ErrorKind::TimeLimit, .message = say(QT_TRANSLATE_NOOP("tom", "%1 did not say what it has made.")).arg(hostName()), .retriable = true}};
    QStringList missing = draft.aliases;
    missing.removeIf([&](const QString &alias) { return created.target.aliases.contains(alias); });
    if (!missing.isEmpty())
        created.note = say(QT_TRANSLATE_NOOP("tom", "The TOM left out these aliases: %1.")).arg(missing.join(u", "_s));
    return created;
}

Told<TomClient::Created> TomClient::complete(int64_t id, const Draft &draft, const TomFacts &facts)
{
    const Told<QJsonDocument> before = read({.path = targetPathOf(id)});
    if (const Trouble *trouble = troubleOf(before))
        return *trouble;
    const QJsonObject there = std::get<QJsonDocument>(before).object();
    Created created{.target = targetIn(there)};
    Draft missing = draft;
    missing.aliases.removeIf([&](const QString &alias) { return created.target.aliases.contains(alias); });
    for (const QJsonValue &group : there.value(u"groups"_s).toArray())
        missing.groups.removeAll(group.toObject().value(u"name"_s).toString());
    if (missing.aliases.isEmpty() && missing.groups.isEmpty())
        return created;
    Told<QJsonArray> groups = groupsOf(missing, facts);
    if (const Trouble *trouble = troubleOf(groups))
        return *trouble;
    QJsonObject body;
    if (!missing.groups.isEmpty())
        body.insert(u"groups"_s, std::get<QJsonArray>(groups));
    if (!missing.aliases.isEmpty())
        body.insert(u"aliases"_s, nameList(missing.aliases));
    const Told<QJsonDocument> after = read({.method = "PATCH", .path = targetPathOf(id), .body = body});
    if (const Trouble *trouble = troubleOf(after)) {
        created.note = say(QT_TRANSLATE_NOOP("tom", "The TOM broke off while it made the target, and did not take the rest: %1")).arg(trouble->error.message);
        return created;
    }
    created.target = targetIn(std::get<QJsonDocument>(after).object());
    return created;
}

Told<Target> TomClient::addAlias(int64_t id, const QString &alias)
{
    const Told<QJsonDocument> answer = read({.method = "PATCH", .path = targetPathOf(id), .body = QJsonObject{{u"aliases"_s, nameList({alias})}}});
    if (const Trouble *trouble = troubleOf(answer))
        return *trouble;
    Target target = targetIn(std::get<QJsonDocument>(answer).object());
    if (!target.aliases.contains(alias)) // said nothing, did nothing
        return Trouble{.kind = Trouble::Kind::Refused,
                       .error = {.kind = ErrorKind::BadArgument,
                                 .message = say(QT_TRANSLATE_NOOP("tom", "%1 did not take the alias “%2”.")).arg(hostName(), alias),
                                 .remedy = say(QT_TRANSLATE_NOOP("tom", "Another target may have it; look on the pages of the TOM."))}};
    return target;
}

Told<Done> TomClient::deleteAt(const QString &path) const
{
    const Told<web::Reply> answer = ask({.method = "DELETE", .path = path});
    if (const Trouble *trouble = troubleOf(answer))
        return *trouble;
    const auto &reply = std::get<web::Reply>(answer);
    if (reply.status == 204 || reply.status == 200)
        return Done{};
    return troubleIn(reply, addressAt(m_access.url, path), true);
}

Told<Done> TomClient::remove(int64_t id)
{
    return deleteAt(targetPathOf(id));
}

Told<Done> TomClient::removeAlias(int64_t id, const QString &alias)
{
    const Told<QJsonDocument> answer = read({.path = targetPathOf(id)});
    if (const Trouble *trouble = troubleOf(answer))
        return *trouble;
    for (const QJsonValue &each : std::get<QJsonDocument>(answer).object().value(u"aliases"_s).toArray()) {
        if (each.toObject().value(u"name"_s).toString() != alias)
            continue;
        Told<Done> gone = deleteAt(u"/api/targetname/%1/"_s.arg(each.toObject().value(u"id"_s).toInteger()));
        Trouble *trouble = troubleOf(gone) ? &std::get<Trouble>(gone) : nullptr;
        if (trouble && trouble->kind == Trouble::Kind::NotThere) // it was there a moment ago
            trouble->kind = Trouble::Kind::NotPermitted;
        return gone;
    }
    return Trouble{.kind = Trouble::Kind::NotThere, .error = {.kind = ErrorKind::NotFound, .message = say(QT_TRANSLATE_NOOP("tom", "%1 has no such alias.")).arg(hostName())}};
}

Told<std::set<QString>> TomClient::photometryAt(int64_t id) const
{
    const Told<QJsonDocument> answer = read({.path = u"/api/reduceddatums/"_s, .query = "limit=20000&target__id=" + QByteArray::number(qint64(id))});
    if (const Trouble *trouble = troubleOf(answer))
        return *trouble;
    std::set<QString> there;
    for (const QJsonValue &each : std::get<QJsonDocument>(answer).object().value(u"results"_s).toArray()) {
        const QJsonObject point = each.toObject();
        if (point.value(u"target"_s).toInteger() != id)
            continue;
        const QJsonObject value = point.value(u"value"_s).toObject();
        there.insert(key(point.value(u"timestamp"_s).toString(), value.value(value.contains(u"bandpass"_s) ? u"bandpass"_s : u"filter"_s).toString()));
    }
    return there;
}

Told<int> TomClient::addPhotometry(int64_t id, const std::vector<PhotometryPoint> &points, bool again)
{
    std::set<QString> there;
    if (again) {
        Told<std::set<QString>> listed = photometryAt(id);
        if (const Trouble *trouble = troubleOf(listed))
            return *trouble;
        there = std::get<std::set<QString>>(std::move(listed));
    }
    int count = 0;
    for (const PhotometryPoint &point : points) {
        if (point.band.isEmpty() || !point.time.isValid() || (!point.magnitude && !point.limit))
            continue; // a TOM of 3.x breaks without a band
        const QString time = QString::fromStdString(point.time.iso());
        if (!there.insert(key(time, point.band)).second) {
            ++count;
            continue; // one of 2.x breaks at a second one
        }
        QJsonObject value{{u"filter"_s, point.band}};
        if (point.magnitude)
            value.insert(u"magnitude"_s, *point.magnitude);
        if (point.magnitude && point.error)
            value.insert(u"error"_s, *point.error);
        if (point.limit && !point.magnitude)
            value.insert(u"limit"_s, *point.limit);
        if (!point.instrument.isEmpty())
            value.insert(u"instrument"_s, point.instrument);
        const Told<QJsonDocument> answer = read({.method = "POST", .path = u"/api/reduceddatums/"_s,
                                                 .body = QJsonObject{{u"target"_s, qint64(id)}, {u"data_type"_s, u"photometry"_s}, {u"timestamp"_s, time}, {u"value"_s, value},
                                                                     {u"source_name"_s, u"Tocsin"_s}}},
                                                {200, 201});
        if (const Trouble *trouble = troubleOf(answer))
            return *trouble;
        ++count;
    }
    return count;
}

} // namespace tocsin::tom
