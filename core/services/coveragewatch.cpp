// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/coveragewatch.h"

#include "core/base/logging.h"

#include <algorithm>

namespace tocsin::services {

namespace {

// Of one partition; a pathological archive must not hold the ribbon up.
constexpr size_t kMostStretches = 1'000;

// All stretches of one partition, one behind the other.
Outcome addLane(archive::Reader &reader, std::span<const archive::Coverage> lane, int64_t sinceUs, bool newestGeneration, std::vector<CoverageStretch> &into)
{
    if (lane.size() > kMostStretches)
        lane = lane.last(kMostStretches);
    std::vector<archive::TimesAround> around; // at the beginning of each, and at the end of the last
    for (size_t i = 0; i <= lane.size(); ++i) {
        Result<archive::TimesAround> times = reader.timesAround(lane.front().laneNumber, i < lane.size() ? lane[i].from : lane.back().to);
        if (!times)
            return times.error();
        around.push_back(times.value());
    }
    for (size_t i = 0; i < lane.size(); ++i) {
        CoverageStretch one{.what = lane[i], .newest = newestGeneration && i + 1 == lane.size()};
        const bool missed = !one.what.missed.empty();
        // What is missing reaches from the last message before it to the first one behind it; what was received does not.
        UtcTime from = missed ? around[i].before : around[i].after;
        UtcTime to = missed ? around[i + 1].after : around[i + 1].before;
        if (missed && !to.isValid())
            to = one.what.noticed;
        if (!from.isValid())
            from = to;
        if (!to.isValid())
            to = from;
        if (!from.isValid())
            continue; // nothing stored, nothing noticed: a place in time is not known
        one.fromUs = std::min(from.us, to.us);
        one.toUs = std::max(from.us, to.us);
        if (one.toUs >= sinceUs || one.newest)
            into.push_back(std::move(one));
    }
    return Done{};
}

} // namespace

CoverageWatch::CoverageWatch(archive::Archive &archive, QObject *parent) : QObject(parent), m_archive(archive), m_thread([this] { run(); })
{
}

CoverageWatch::~CoverageWatch()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void CoverageWatch::ask(int64_t sinceUs)
{
    {
        const std::lock_guard lock(m_mutex);
        m_asked = true;
        m_since = sinceUs;
    }
    m_changed.notify_all();
}

Result<std::vector<CoverageBand>> CoverageWatch::read(archive::Reader &reader, int64_t sinceUs)
{
    const Result<std::vector<archive::Coverage>> read = reader.coverage();
    if (!read)
        return read.error();
    const std::vector<archive::Coverage> &all = read.value();
    std::vector<CoverageBand> bands;
    for (size_t i = 0; i < all.size();) {
        size_t end = i + 1;
        const auto same = [&](size_t at) { return all[at].streamUuid == all[i].streamUuid && all[at].laneNumber == all[i].laneNumber; };
        while (end < all.size() && same(end))
            ++end;
        const bool newest = end == all.size() || all[end].streamUuid != all[i].streamUuid || all[end].topic != all[i].topic || all[end].partition != all[i].partition;
        if (bands.empty() || bands.back().streamUuid != all[i].streamUuid || bands.back().topic != all[i].topic)
            bands.push_back({.streamUuid = all[i].streamUuid, .stream = all[i].stream, .topic = all[i].topic, .stretches = {}});
        if (const Outcome done = addLane(reader, std::span(all).subspan(i, end - i), sinceUs, newest, bands.back().stretches); !done)
            return done.error();
        i = end;
    }
    return bands;
}

void CoverageWatch::run()
{
    std::unique_ptr<archive::Reader> reader;
    for (;;) {
        int64_t since = 0;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_asked || m_ending; });
            if (m_ending)
                return;
            m_asked = false;
            since = m_since;
        }
        if (!reader) {
            Result<std::unique_ptr<archive::Reader>> made = m_archive.reader();
            if (!made)
                continue; // nothing is kept; or asked again soon
            reader = std::move(made.value());
        }
        Result<std::vector<CoverageBand>> bands = read(*reader, since);
        if (!bands) {
            qCWarning(lcServices) << "the coverage could not be read:" << bands.error().message;
            continue;
        }
        QMetaObject::invokeMethod(
            this,
            [this, given = std::move(bands).value()] {
                m_last = given;
                Q_EMIT told();
            },
            Qt::QueuedConnection);
    }
}

} // namespace tocsin::services
