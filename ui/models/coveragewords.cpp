// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/coveragewords.h"

#include "ui/models/streamwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace tocsin::ui::coveragewords {

using namespace Qt::StringLiterals;
using Kind = RibbonStretch::Kind;

namespace {

QString tr(const char *text, qint64 n = -1)
{
    return QCoreApplication::translate("tocsin::ui::coveragewords", text, nullptr, static_cast<int>(std::min<qint64>(n, std::numeric_limits<int>::max())));
}

QString reason(const std::string &why)
{
    if (why == "skipped")
        return tr("the stream was to begin later");
    if (why == "refused")
        return tr("the archive did not take them");
    if (why == "expired")
        return tr("the broker had thrown them away before they were read");
    if (why == "too-large")
        return tr("larger than 64 MiB");
    if (why == "topic-recreated")
        return tr("the topic was deleted and made anew");
    return tr("the reason is not known");
}

// Null: nobody asked.
const streams::LaneEnds *endsOf(const archive::Coverage &what, const std::vector<streams::LaneEnds> &ends)
{
    const auto it = std::ranges::find_if(ends, [&](const streams::LaneEnds &e) { return e.source == what.source && e.topic == what.topic && e.partition == what.partition; });
    return it == ends.end() ? nullptr : &*it;
}

QString words(const services::CoverageStretch &stretch, const RibbonStretch &one, const services::GapFetch::State &fetch, const streams::LaneEnds *ends, UtcTime now)
{
    const archive::Coverage &what = stretch.what;
    const auto time = [now](qint64 us) { return streamwords::clock(UtcTime::fromUs(us), now); };
    QStringList lines;
    lines << tr("%1, partition %2, %3 to %4 UT").arg(QString::fromStdString(what.topic)).arg(what.partition).arg(time(one.fromUs), time(one.toUs));
    const qint64 count = what.to - what.from;
    // Offsets are counted: some of them may hold no message.
    const QString offsets = count == 1 ? tr("Message %1").arg(streamwords::count(what.from))
                                       : tr("Messages %1 to %2").arg(streamwords::count(what.from), streamwords::count(what.to - 1));
    if (one.kind == Kind::Received) {
        lines << tr("Received: %1.").arg(offsets);
        return lines.join(u'\n');
    }
    lines << tr("Missed: %1 (%2), %3.").arg(offsets, streamwords::count(count), reason(what.missed));
    if (one.kind == Kind::Gone)
        lines << tr("Can no longer be fetched.");
    else if (one.kind == Kind::Fetching)
        lines << tr("Being fetched: %1 of %2 done.").arg(streamwords::count(fetch.progress.done), streamwords::count(fetch.progress.wanted));
    else if (!ends)
        lines << tr("Perhaps still at the broker. Click to fetch.");
    else if (ends->low <= what.from)
        lines << tr("Still at the broker. Click to fetch.");
    else
        lines << tr("Still at the broker from %1 on. Click to fetch.").arg(streamwords::count(ends->low));
    if (ends && one.kind != Kind::Gone) {
        // Of what is missing and still there, the first goes first.
        const UtcTime first = UtcTime::fromUs(ends->low <= what.from ? one.fromUs : now.us - ends->keptForMs * 1'000);
        if (const UtcTime until = ends->keptUntil(first); until.isValid() && until.us > now.us)
            lines << tr("Can be fetched until about %1 UT.").arg(time(until.us));
        else if (until.isValid())
            lines << tr("The broker may throw the first of them away at any moment.");
    }
    return lines.join(u'\n');
}

bool overlaps(const streams::Hole &a, const streams::Hole &b)
{
    return a.lane.topic == b.lane.topic && a.lane.partition == b.lane.partition && a.lane.generation == b.lane.generation && a.from < b.to && b.from < a.to;
}

} // namespace

RibbonBand band(const services::CoverageBand &from, const services::GapFetch::State &fetch, const std::vector<streams::LaneEnds> &ends, qint64 liveUs,
                UtcTime now)
{
    RibbonBand band{.uuid = QString::fromStdString(from.streamUuid), .topic = QString::fromStdString(from.topic), .stretches = {}};
    for (const services::CoverageStretch &stretch : from.stretches) {
        RibbonStretch one{.fromUs = stretch.fromUs, .toUs = stretch.toUs};
        const archive::Coverage &what = stretch.what;
        const streams::LaneEnds *there = endsOf(what, ends);
        if (what.missed.empty()) {
            if (stretch.newest)
                one.toUs = std::max<qint64>(one.toUs, liveUs);
        } else if (!archive::mayBeThere(what.missed) || (there && (there->low >= what.to || there->high <= what.from))) {
            one.kind = Kind::Gone;
        } else {
            one.hole = {{what.source, what.topic, static_cast<int32_t>(what.partition), what.generation}, what.from, what.to};
            const bool running = fetch.running && std::ranges::any_of(fetch.holes, [&](const streams::Hole &hole) { return overlaps(hole, one.hole); });
            one.kind = running ? Kind::Fetching : Kind::Missed;
        }
        one.words = words(stretch, one, fetch, there, now);
        band.stretches.push_back(std::move(one));
    }
    std::ranges::stable_sort(band.stretches, {}, &RibbonStretch::kind);
    return band;
}

QString fetching(const services::GapFetch::State &fetch)
{
    if (!fetch.running)
        return {};
    if (fetch.progress.wanted == 0)
        return tr("fetching what was missed");
    return tr("fetching what was missed, %1 of %2").arg(streamwords::count(fetch.progress.done), streamwords::count(fetch.progress.wanted));
}

QString outcome(const QString &stream, const services::GapFetch::State &fetch)
{
    const streams::FetchProgress &done = fetch.progress;
    if (done.wanted == 0)
        return tr("%1 misses nothing that its broker could still have.").arg(stream);
    QString text = tr("%1: %2 missed messages were fetched.").arg(stream, streamwords::count(done.messages));
    if (done.gone > 0)
        text += u' ' + tr("Gone at the broker: %1.").arg(streamwords::count(done.gone));
    return text;
}

} // namespace tocsin::ui::coveragewords
