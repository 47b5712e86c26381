// SPDX-License-Identifier: GPL-3.0-or-later
// What a watchlist of a million sources costs on the router's thread, against the yardstick of the same run: the decoding of the
// alerts that are matched. A stream of 2,500 alerts/s leaves 400 us for each.
#include "core/decoders/decoder.h"
#include "core/watch/skypoints.h"
#include "core/watch/watchlist.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <random>
#include <vector>

using namespace tocsin;

namespace {

constexpr int kRounds = 7;
constexpr size_t kSources = 1'000'000;
constexpr size_t kPlaces = 200'000;
constexpr int kPackets = 2'000;

double microseconds(const std::function<void()> &work, size_t count)
{
    std::vector<double> times;
    for (int round = 0; round < kRounds; ++round) {
        QElapsedTimer clock;
        clock.start();
        work();
        times.push_back(static_cast<double>(clock.nsecsElapsed()) * 1e-3 / static_cast<double>(count));
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

std::mt19937_64 &generator()
{
    static std::mt19937_64 random(20260914);
    return random;
}

watch::SkyPoint anywhere()
{
    std::uniform_real_distribution<double> any(0, 1);
    return {any(generator()) * 360, std::asin(2 * any(generator()) - 1) * 57.29577951308232, 2.0 / 3600};
}

void measure(const char *name, const std::vector<watch::SkyPoint> &sources, const std::vector<watch::SkyPoint> &places, double decoding)
{
    const watch::SkyPoints index(sources);
    size_t hits = 0;
    const double match = microseconds([&] {
        hits = 0;
        for (const watch::SkyPoint &place : places)
            hits += index.nearest(place.ra, place.dec) ? 1 : 0;
    }, places.size());
    std::printf("%-44s %8.3f us  %7.3f of decoding  %8.0f /s  %5.1f %% hit\n", name, match, match / decoding, 1e6 / match, 100.0 * static_cast<double>(hits) / static_cast<double>(places.size()));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QFile file(QStringLiteral(TOCSIN_TEST_DATA) + QStringLiteral("/ztf.avro"));
    if (!file.open(QIODevice::ReadOnly)) {
        std::printf("%s cannot be read\n", qPrintable(file.fileName()));
        return 1;
    }
    const QByteArray packet = file.readAll();
    size_t seen = 0;
    const double decoding = microseconds([&] {
        for (int i = 0; i < kPackets; ++i)
            seen += decoders::decode({.value = {packet.constData(), static_cast<size_t>(packet.size())}, .topic = "ztf"}).alerts.size();
    }, kPackets);
    std::printf("%-44s %8.3f us%s\n", "decoding a ZTF packet", decoding, seen > 0 ? "" : "  NOT READ");

    std::vector<watch::SkyPoint> sources(kSources);
    std::ranges::generate(sources, anywhere);
    std::vector<watch::SkyPoint> places(kPlaces);
    std::ranges::generate(places, anywhere);
    // Half of the alerts lie on a source.
    for (size_t i = 0; i < places.size(); i += 2)
        places[i] = {sources[i].ra, std::clamp(sources[i].dec + 1.0 / 3600, -90.0, 90.0)};
    measure("1 M sources of 2 arcsec", sources, places, decoding);
    for (size_t i = 0; i < sources.size(); ++i)
        sources[i].radius = i % 1000 == 0 ? 1.0 : i % 10 == 0 ? 30.0 / 3600 : 2.0 / 3600;
    measure("1 M of 2 and 30 arcsec, 1,000 of 1 deg", sources, places, decoding);
    // All in one field of some degrees, as those of a deep survey.
    std::uniform_real_distribution<double> any(0, 1);
    for (watch::SkyPoint &source : sources)
        source = {149 + any(generator()) * 2, 1 + any(generator()) * 2, 2.0 / 3600};
    for (watch::SkyPoint &place : places)
        place = {149 + any(generator()) * 2, 1 + any(generator()) * 2};
    measure("1 M sources in 4 deg2, alerts there", sources, places, decoding);
    QElapsedTimer clock;
    clock.start();
    const watch::SkyPoints index(sources);
    std::printf("%-44s %8lld ms\n", "making the index of 1 M", static_cast<long long>(clock.elapsed()));
    return index.size() == kSources && seen > 0 ? 0 : 1;
}
