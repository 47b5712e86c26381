// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/stream.h"

#include <QString>

#include <vector>

namespace tocsin::ui {

// What the ribbon shows of one partition in one stretch of time. A plain value.
struct RibbonStretch {
    enum class Kind { Received, Gone, Missed, Fetching }; // painted in this order, so that the rare stays visible
    Kind kind = Kind::Received;
    qint64 fromUs = 0;
    qint64 toUs = 0;
    QString words; // what the tooltip and a screen reader say
    streams::Hole hole; // of Missed and Fetching
};

struct RibbonBand {
    QString uuid; // of the stream
    QString topic;
    std::vector<RibbonStretch> stretches;
};

} // namespace tocsin::ui
