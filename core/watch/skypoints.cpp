// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/skypoints.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace tocsin::watch {

namespace {

constexpr double kRadians = 0.017453292519943295; // in a degree
constexpr double kLeastHeight = 0.02; // of a zone: of a million points some hundred lie in one
constexpr double kSlack = 1e-9; // degrees; more than rounding takes away, less than anybody measures

// One group for each factor of eight from 4 arcsec on.
int groupOf(double radius)
{
    return std::max(0, static_cast<int>(std::ceil(std::log2(std::max(radius, 1e-12) / (4.0 / 3600)) / 3)));
}

} // namespace

double separation(double ra1, double dec1, double ra2, double dec2)
{
    const double a = dec1 * kRadians;
    const double b = dec2 * kRadians;
    const double turn = (ra2 - ra1) * kRadians;
    const double across = std::cos(b) * std::sin(turn);
    const double along = std::cos(a) * std::sin(b) - std::sin(a) * std::cos(b) * std::cos(turn);
    const double towards = std::sin(a) * std::sin(b) + std::cos(a) * std::cos(b) * std::cos(turn);
    return std::atan2(std::hypot(across, along), towards) / kRadians;
}

SkyPoints::SkyPoints(const std::vector<SkyPoint> &points) : m_size(points.size())
{
    std::map<int, std::vector<Entry>> byReach;
    for (size_t i = 0; i < points.size(); ++i)
        byReach[groupOf(points[i].radius)].push_back({points[i], static_cast<uint32_t>(i)});
    for (auto &[number, entries] : byReach) {
        Group group;
        for (const Entry &entry : entries)
            group.reach = std::max(group.reach, entry.point.radius);
        group.height = std::max(group.reach, kLeastHeight);
        std::ranges::sort(entries, [&group](const Entry &a, const Entry &b) {
            const int zoneA = group.zoneOf(a.point.dec);
            const int zoneB = group.zoneOf(b.point.dec);
            return zoneA != zoneB ? zoneA < zoneB : a.point.ra < b.point.ra;
        });
        group.begins.assign(static_cast<size_t>(group.zoneOf(90)) + 2, 0);
        for (const Entry &entry : entries)
            ++group.begins[static_cast<size_t>(group.zoneOf(entry.point.dec)) + 1];
        for (size_t zone = 1; zone < group.begins.size(); ++zone)
            group.begins[zone] += group.begins[zone - 1];
        group.entries = std::move(entries);
        m_groups.push_back(std::move(group));
    }
}

std::optional<SkyPoints::Match> SkyPoints::nearest(double ra, double dec) const
{
    std::optional<Match> best;
    if (std::isfinite(ra) && std::isfinite(dec)) {
        for (const Group &group : m_groups)
            group.look(ra, dec, best);
    }
    return best;
}

int SkyPoints::Group::zoneOf(double dec) const
{
    return static_cast<int>(std::floor((std::clamp(dec, -90.0, 90.0) + 90.0) / height));
}

void SkyPoints::Group::look(double ra, double dec, std::optional<Match> &best) const
{
    const double far = reach + kSlack;
    const int first = zoneOf(dec - far);
    const int last = zoneOf(dec + far);
    // How far in right ascension a circle of this radius about the place reaches; over a pole, all around.
    double width = 360;
    if (std::abs(dec) + far < 90)
        width = std::asin(std::min(1.0, std::sin(far * kRadians) / std::cos(dec * kRadians))) / kRadians + kSlack;
    for (int zone = first; zone <= last; ++zone) {
        if (width >= 180) {
            look(zone, 0, 360, ra, dec, best);
            continue;
        }
        look(zone, ra - width, ra + width, ra, dec, best);
        if (ra - width < 0)
            look(zone, ra - width + 360, 360, ra, dec, best);
        if (ra + width >= 360)
            look(zone, 0, ra + width - 360, ra, dec, best);
    }
}

void SkyPoints::Group::look(int zone, double from, double to, double ra, double dec, std::optional<Match> &best) const
{
    const auto begin = entries.begin() + begins[static_cast<size_t>(zone)];
    const auto end = entries.begin() + begins[static_cast<size_t>(zone) + 1];
    for (auto it = std::lower_bound(begin, end, from, [](const Entry &entry, double least) { return entry.point.ra < least; }); it != end && it->point.ra <= to; ++it) {
        if (std::abs(it->point.dec - dec) > it->point.radius + kSlack)
            continue;
        const double far = separation(it->point.ra, it->point.dec, ra, dec);
        // A hair of rounding, so that a place at exactly the radius is inside.
        if (far > it->point.radius + 1e-12)
            continue;
        if (!best || far < best->separation || (far == best->separation && it->index < best->index))
            best = Match{it->index, far};
    }
}

} // namespace tocsin::watch
