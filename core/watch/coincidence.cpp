// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/coincidence.h"

#include "core/decoders/decoder.h"
#include "core/options/duration.h"
#include "core/watch/skypoints.h"
#include "core/watch/watchlist.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

namespace tocsin::watch {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kMostRemembered = 50'000; // of one side
constexpr std::chrono::microseconds kLate = std::chrono::hours(24); // behind the newest: what comes later than that has no mate any more
constexpr std::chrono::hours kLongestWithin{24 * 7};
constexpr double kLevel = 0.9; // of the region that a map tells

Error wrong(const QString &message, const QString &remedy)
{
    return {.kind = ErrorKind::BadArgument, .message = message, .remedy = remedy};
}

Result<filter::Filter> condition(const Coincidence &coincidence, const QString &text)
{
    if (text.trimmed().isEmpty())
        return wrong(QCoreApplication::translate("watch", "Coincidence “%1”: a condition is empty.").arg(coincidence.name),
                     QCoreApplication::translate("watch", "Write conditions A and B in the filter language, such as messenger = \"gamma\"."));
    auto compiled = filter::Filter::compile(text.toStdString(), filter::FieldCatalogue());
    if (const auto *problem = std::get_if<filter::Problem>(&compiled))
        return wrong(QCoreApplication::translate("watch", "Coincidence “%1”, in “%2”: %3").arg(coincidence.name, text, problem->message), problem->expected);
    filter::Filter &filter = std::get<filter::Filter>(compiled);
    if (filter.needsPacket())
        return wrong(QCoreApplication::translate("watch", "Coincidence “%1”: “%2” asks for fields of packets.").arg(coincidence.name, text),
                     QCoreApplication::translate("watch", "Conditions of coincidences go by the keys of an alert alone."));
    return std::move(filter);
}

// The event's time, else when it was sent, else when it came.
int64_t timeOf(const Alert &alert)
{
    for (const UtcTime &time : {alert.timestamp, alert.issued, alert.brokerTime, alert.received}) {
        if (time.isValid())
            return time.us;
    }
    return UtcTime::kNone;
}

bool isSameEvent(const Alert &a, const Alert &b)
{
    if (!a.event.empty() || !b.event.empty())
        return a.event == b.event;
    return (!a.name.empty() && a.name == b.name) || (a.name.empty() && b.name.empty() && a.id == b.id);
}

} // namespace

QString coincidenceFile(const QString &watchFolder)
{
    return QFileInfo(watchFolder).path() + u"/coincidences.json"_s;
}

Outcome checkCoincidence(const Coincidence &coincidence)
{
    static const QRegularExpression kName(u"^[A-Za-z0-9._-]+$"_s);
    if (!kName.match(coincidence.name).hasMatch())
        return wrong(QCoreApplication::translate("watch", "“%1” is no name for a coincidence.").arg(coincidence.name),
                     QCoreApplication::translate("watch", "Use letters without accents, digits, dot, dash and underscore."));
    if (coincidence.within.count() < 0 || coincidence.within > kLongestWithin)
        return wrong(QCoreApplication::translate("watch", "Coincidence “%1”: the times may differ by 7 days at most.").arg(coincidence.name), QCoreApplication::translate("watch", "Write 60s, 10m, 2h …"));
    for (const QString &text : {coincidence.a, coincidence.b}) {
        if (const Result<filter::Filter> compiled = condition(coincidence, text); !compiled)
            return compiled.error();
    }
    return Done{};
}

Result<std::vector<Coincidence>> readCoincidences(const QString &path)
{
    QFile file(path);
    std::vector<Coincidence> list;
    if (!file.exists())
        return list;
    if (!file.open(QIODevice::ReadOnly))
        return wrong(QCoreApplication::translate("watch", "%1 cannot be read: %2").arg(path, file.errorString()), QCoreApplication::translate("watch", "Make the file readable."));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (error.error != QJsonParseError::NoError || !document.isArray())
        return wrong(QCoreApplication::translate("watch", "%1 is no list of coincidences: %2").arg(path, error.errorString()),
                     QCoreApplication::translate("watch", "It is a JSON list of {\"name\", \"a\", \"b\", \"within\", \"radius\", \"anywhere\", \"enabled\"}."));
    for (const QJsonValue &value : document.array()) {
        const QJsonObject entry = value.toObject();
        Coincidence coincidence{.name = entry[u"name"_s].toString(), .a = entry[u"a"_s].toString(), .b = entry[u"b"_s].toString(), .anywhere = entry[u"anywhere"_s].toBool(), .enabled = entry[u"enabled"_s].toBool(true)};
        const auto within = options::parseDuration(entry[u"within"_s].toString(u"60s"_s));
        const Result<double> floor = entry.contains(u"radius"_s) ? radiusIn(entry[u"radius"_s].toString()) : Result<double>(0.0);
        if (!within)
            return wrong(QCoreApplication::translate("watch", "Coincidence “%1”: “%2” is no span of time.").arg(coincidence.name, entry[u"within"_s].toString()), QCoreApplication::translate("watch", "Write 60s, 10m, 2h …"));
        if (!floor)
            return floor.error();
        coincidence.within = *within;
        coincidence.floor = floor.value();
        if (const Outcome good = checkCoincidence(coincidence); !good)
            return good.error();
        list.push_back(std::move(coincidence));
    }
    return list;
}

Outcome writeCoincidences(const QString &path, const std::vector<Coincidence> &list)
{
    QJsonArray array;
    for (const Coincidence &coincidence : list) {
        QJsonObject entry{{u"name"_s, coincidence.name}, {u"a"_s, coincidence.a}, {u"b"_s, coincidence.b}, {u"within"_s, QString::number(static_cast<double>(coincidence.within.count()) / 1000) + u's'}};
        if (coincidence.floor > 0)
            entry.insert(u"radius"_s, QString::number(coincidence.floor, 'g', 12) + u"deg"_s);
        if (coincidence.anywhere)
            entry.insert(u"anywhere"_s, true);
        if (!coincidence.enabled)
            entry.insert(u"enabled"_s, false);
        array << entry;
    }
    const QByteArray text = QJsonDocument(array).toJson();
    QSaveFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return wrong(QCoreApplication::translate("watch", "%1 cannot be written: %2").arg(path, file.errorString()), QCoreApplication::translate("watch", "Make room on the disk, or the folder writable."));
    return Done{};
}

CoincidenceJudge::CoincidenceJudge(const std::vector<Coincidence> &list)
{
    for (const Coincidence &coincidence : list) {
        if (!coincidence.enabled)
            continue;
        Result<filter::Filter> a = condition(coincidence, coincidence.a);
        Result<filter::Filter> b = condition(coincidence, coincidence.b);
        if (a && b)
            m_pairs.push_back({coincidence, std::move(a.value()), std::move(b.value()), {}, {}});
    }
}

std::chrono::milliseconds CoincidenceJudge::longest() const
{
    std::chrono::milliseconds longest{0};
    for (const Pair &pair : m_pairs)
        longest = std::max(longest, pair.what.within);
    return longest;
}

bool CoincidenceJudge::fits(const Pair &pair, const Alert &a, const Known &b)
{
    if (isSameEvent(a, *b.alert))
        return false;
    if (pair.what.anywhere)
        return true;
    if (!a.hasPosition())
        return false;
    if (b.region)
        return b.region->contains(a.ra.value, a.dec.value);
    const double circle = std::max(b.alert->errorRadius.has() ? b.alert->errorRadius.value : 0.0, pair.what.floor);
    return circle > 0 && b.alert->hasPosition() && separation(a.ra.value, a.dec.value, b.alert->ra.value, b.alert->dec.value) <= circle;
}

CoincidenceJudge::Mate CoincidenceJudge::nearest(const Pair &pair, const ByTime &among, const Known &known, bool isA)
{
    const int64_t time = timeOf(*known.alert);
    const int64_t within = std::chrono::microseconds(pair.what.within).count();
    Mate best;
    int64_t bestGap = 0;
    for (auto it = among.lower_bound(time - within); it != among.end() && it->first <= time + within; ++it) {
        const int64_t gap = std::abs(it->first - time);
        if ((!best || gap < bestGap) && (isA ? fits(pair, *known.alert, it->second) : fits(pair, *it->second.alert, known))) {
            best = it->second.alert;
            bestGap = gap;
        }
    }
    return best;
}

void CoincidenceJudge::remember(ByTime &among, const Known &known, int64_t within)
{
    among.emplace(timeOf(*known.alert), known);
    const int64_t oldest = among.rbegin()->first - within - kLate.count();
    while (among.size() > kMostRemembered || among.begin()->first < oldest)
        among.erase(among.begin());
}

CoincidenceJudge::Mate CoincidenceJudge::judge(const std::shared_ptr<const Alert> &alert, const RegionOf &regionOf)
{
    if (timeOf(*alert) == UtcTime::kNone || !alert->error.empty() || alert->retraction)
        return nullptr;
    const UtcTime now = UtcTime::now();
    Known known{.alert = alert, .region = {}};
    bool isAsked = false;
    Mate mate;
    for (Pair &pair : m_pairs) {
        const int64_t within = std::chrono::microseconds(pair.what.within).count();
        const bool isA = pair.a.passes(*alert, now);
        const bool isB = pair.b.passes(*alert, now);
        if (isB && !pair.what.anywhere && !alert->errorRadius.has() && !std::exchange(isAsked, true)) {
            if (alert->area90.has() && regionOf)
                known.region = regionOf(*alert);
            m_withoutCircle += known.region ? 0 : 1;
        }
        if (!mate && isA)
            mate = nearest(pair, pair.bs, known, true);
        if (!mate && isB)
            mate = nearest(pair, pair.as, known, false);
        if (isA)
            remember(pair.as, known, within);
        if (isB)
            remember(pair.bs, known, within);
    }
    return mate;
}

CoincidenceJudge::Region regionIn(const Packet &packet, int64_t record)
{
    const decoders::Decoded decoded = decoders::decode({.value = packet.value, .key = packet.key, .headers = packet.headers, .topic = packet.lane ? std::string_view(packet.lane->topic) : std::string_view()},
                                                       {.inside = true});
    if (record < 0 || static_cast<size_t>(record) >= decoded.insides.size())
        return nullptr;
    const std::string &map = decoded.insides[static_cast<size_t>(record)].skyMap;
    auto region = map.empty() ? std::variant<decoders::SkyRegion, std::string>(std::string()) : decoders::credibleRegion(map, kLevel);
    auto *found = std::get_if<decoders::SkyRegion>(&region);
    return found && !found->isEmpty() ? std::make_shared<const decoders::SkyRegion>(std::move(*found)) : nullptr;
}

std::shared_ptr<const filter::Filter> eitherOf(const std::vector<Coincidence> &list)
{
    QString text;
    for (const Coincidence &coincidence : list) {
        if (!coincidence.enabled)
            continue;
        for (const QString &condition : {coincidence.a, coincidence.b})
            text += (text.isEmpty() ? u"("_s : u" or ("_s) + condition + u')';
    }
    if (text.isEmpty())
        return nullptr;
    auto compiled = filter::Filter::compile(text.toStdString(), filter::FieldCatalogue());
    auto *filter = std::get_if<filter::Filter>(&compiled);
    return filter ? std::make_shared<const filter::Filter>(std::move(*filter)) : nullptr;
}

std::string coincidenceName(const Alert &other)
{
    return !other.name.empty() ? other.name : !other.event.empty() ? other.event : !other.id.empty() ? other.id : "?";
}

} // namespace tocsin::watch
