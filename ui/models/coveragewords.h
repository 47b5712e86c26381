// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/coveragewatch.h"
#include "core/services/gapfetch.h"
#include "ui/models/ribbonband.h"

// What the ribbon shows and says of one topic. Pure functions.
namespace tocsin::ui::coveragewords {

// `liveUs`: up to when the stream has certainly missed nothing behind its last message; 0 = not known. `ends`: what the broker
// said that it still has; a partition that is not among them was not asked for.
[[nodiscard]] RibbonBand band(const services::CoverageBand &from, const services::GapFetch::State &fetch, const std::vector<streams::LaneEnds> &ends,
                              qint64 liveUs, UtcTime now);
// "fetching 40 of 118 missed"; empty when nothing is being fetched.
[[nodiscard]] QString fetching(const services::GapFetch::State &fetch);
// What a fetch came to, for the status bar.
[[nodiscard]] QString outcome(const QString &stream, const services::GapFetch::State &fetch);

} // namespace tocsin::ui::coveragewords
