// SPDX-License-Identifier: GPL-3.0-or-later
// Looking for targets that a TOM has: what it answers is judged here once more.
#include "core/tom/tomclient.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace tocsin::tom {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kFuzzyLimit = 10'000ms; // the TOM compares every name it has: 0.6 s for 5,000 targets
constexpr double kArcsec = 1.0 / 3600;
constexpr double kRad = std::numbers::pi / 180;
// From a target at the very place the TOM finds acos(1.0000000000000002) away and leaves it out (one place in 27): it is asked
// a little beside it.
constexpr double kBeside = 0.137 * kArcsec;
constexpr int kMostResults = 1'000;

QByteArray degrees(double value)
{
    return QByteArray::number(value, 'f', 9);
}

} // namespace

Told<std::vector<Target>> TomClient::search(const QByteArray &query, std::chrono::milliseconds limit) const
{
    const Told<QJsonDocument> answer = read({.path = u"/api/targets/"_s, .query = query + "&limit=" + QByteArray::number(kMostResults), .limit = limit});
    if (const Trouble *trouble = troubleOf(answer))
        return *trouble;
    std::vector<Target> found;
    for (const QJsonValue &each : std::get<QJsonDocument>(answer).object().value(u"results"_s).toArray())
        found.push_back(targetIn(each.toObject()));
    return found;
}

// The TOM looks within a square of twice the radius in RA and Dec alike before it measures, and knows no way from 360 to 0: the
// question is made wide enough, asked on both sides, and what comes is measured again.
Told<std::vector<Target>> TomClient::inCone(const Draft &draft, double radiusArcsec) const
{
    const double radius = radiusArcsec * kArcsec;
    const double dec = draft.dec + (draft.dec > 0 ? -kBeside : kBeside);
    // How far the circle reaches in RA; around a pole it reaches everywhere.
    const double edge = std::abs(draft.dec) + radius + kBeside;
    const double reach = edge >= 90 ? 360 : std::asin(std::min(std::sin((radius + kBeside) * kRad) / std::cos(edge * kRad), 1.0)) / kRad;
    const double wide = std::clamp(reach / 2, radius + kBeside, 180.0);
    std::vector<double> places{draft.ra};
    if (draft.ra - 2 * wide < 0)
        places.push_back(draft.ra + 360);
    if (draft.ra + 2 * wide >= 360)
        places.push_back(draft.ra - 360);
    std::vector<Target> found;
    for (const double ra : places) {
        Told<std::vector<Target>> part = search("cone_search=" + degrees(ra) + ',' + degrees(dec) + ',' + degrees(wide));
        if (const Trouble *trouble = troubleOf(part))
            return *trouble;
        for (Target &target : std::get<std::vector<Target>>(part)) {
            if (degreesBetween(draft.ra, draft.dec, target.ra, target.dec) <= radius * (1 + 1e-9))
                found.push_back(std::move(target));
        }
    }
    return found;
}

Told<std::vector<Target>> TomClient::byNames(const QStringList &names, QString &notice)
{
    QStringList whole; // a comma is the TOM's own between names
    std::ranges::copy_if(names, std::back_inserter(whole), [](const QString &name) { return !name.contains(u','); });
    std::vector<Target> found;
    if (!whole.isEmpty()) {
        Told<std::vector<Target>> part = search("name=" + whole.join(u',').toUtf8().toPercentEncoding(","));
        if (const Trouble *trouble = troubleOf(part))
            return *trouble;
        found = std::get<std::vector<Target>>(std::move(part));
    }
    for (const QString &name : names) {
        Told<std::vector<Target>> part = search("name_fuzzy=" + name.toUtf8().toPercentEncoding(), kFuzzyLimit);
        if (const Trouble *trouble = troubleOf(part)) {
            if (trouble->kind != Trouble::Kind::Away)
                return *trouble;
            notice = QCoreApplication::translate("tom", "Names that are only similar were not looked for: %1").arg(trouble->error.message);
            break;
        }
        for (Target &target : std::get<std::vector<Target>>(part)) {
            if (std::ranges::find(found, target.id, &Target::id) != found.end())
                continue;
            // Those who can see no target at all are shown everybody's here.
            const Told<Target> visible = this->target(target.id);
            if (!troubleOf(visible))
                found.push_back(std::move(target));
            else if (std::get<Trouble>(visible).kind != Trouble::Kind::NotThere)
                return std::get<Trouble>(visible);
        }
    }
    return found;
}

Told<Lookup> TomClient::lookUp(const Draft &draft, double radiusArcsec)
{
    QElapsedTimer clock;
    clock.start();
    Lookup lookup{.radiusArcsec = radiusArcsec};
    QStringList names = QStringList{draft.name} + draft.aliases;
    names.removeDuplicates();
    names.removeAll(QString());
    lookup.names = static_cast<int>(names.size());
    std::map<int64_t, Target> all;
    if (radiusArcsec > 0) {
        Told<std::vector<Target>> near = inCone(draft, radiusArcsec);
        if (const Trouble *trouble = troubleOf(near))
            return *trouble;
        for (Target &target : std::get<std::vector<Target>>(near)) {
            target.distanceArcsec = degreesBetween(draft.ra, draft.dec, target.ra, target.dec) / kArcsec;
            all.emplace(target.id, std::move(target));
        }
    }
    Told<std::vector<Target>> named = byNames(names, lookup.notice);
    if (const Trouble *trouble = troubleOf(named))
        return *trouble;
    QStringList simple;
    std::ranges::transform(names, std::back_inserter(simple), simpleName);
    const auto hasSameName = [&](const Target &target) {
        return simple.contains(simpleName(target.name)) || std::ranges::any_of(target.aliases, [&](const QString &alias) { return simple.contains(simpleName(alias)); });
    };
    for (Target &target : std::get<std::vector<Target>>(named)) {
        if (hasSameName(target))
            all.emplace(target.id, std::move(target));
    }
    for (auto &[id, target] : all) {
        target.sameName = hasSameName(target);
        lookup.found.push_back(std::move(target));
    }
    std::ranges::stable_sort(lookup.found, [](const Target &a, const Target &b) {
        const auto rank = [](const Target &t) { return std::make_pair(t.distanceArcsec < 0, t.distanceArcsec); };
        return rank(a) < rank(b);
    });
    lookup.milliseconds = static_cast<int>(clock.elapsed());
    return lookup;
}

Told<std::optional<Target>> TomClient::named(const QString &name)
{
    // By parts of names, and bounded; the fuzzy search is for names that would be commas' or lost among too many.
    std::vector<Target> found;
    for (const QByteArray &question : {"name=" + name.toUtf8().toPercentEncoding(), "name_fuzzy=" + name.toUtf8().toPercentEncoding()}) {
        Told<std::vector<Target>> part = search(question);
        if (const Trouble *trouble = troubleOf(part))
            return *trouble;
        found = std::get<std::vector<Target>>(std::move(part));
        const auto it = std::ranges::find(found, name.trimmed(), &Target::name);
        if (it != found.end()) {
            const Told<Target> visible = target(it->id);
            if (!troubleOf(visible))
                return std::optional(*it);
            if (std::get<Trouble>(visible).kind != Trouble::Kind::NotThere)
                return std::get<Trouble>(visible);
            return std::optional<Target>();
        }
        if (!name.contains(u',') && found.size() < kMostResults)
            break;
    }
    return std::optional<Target>();
}

} // namespace tocsin::tom
