// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace tocsin::watch {

constexpr double kDefaultRadius = 2.0 / 3600; // degrees

// A place that somebody watches. A plain value; degrees, ICRS.
struct WatchSource {
    std::string name;
    double ra = 0; // [0, 360)
    double dec = 0;
    double radius = kDefaultRadius;
    friend bool operator==(const WatchSource &, const WatchSource &) = default;
};

// What a file of places held.
struct Watchlist {
    std::vector<WatchSource> sources;
    QStringList problems; // the first of those lines that were left out, each with its number
    qsizetype leftOut = 0; // lines
    QString form; // for people: how the file was read
};

// Reads CSV (own separators, a header or none) or VOTable (TABLEDATA, BINARY, BINARY2); `radius`: degrees, of rows that bring none.
// Nothing usable in it = an error. Pure function, for any thread but the main one.
[[nodiscard]] Result<Watchlist> readWatchlist(const QByteArray &bytes, double radius = kDefaultRadius);

// A radius as people write it: 2, 2arcsec, 0.5', 1.5deg; a bare number counts in `unit` (degrees). Degrees, or nothing.
[[nodiscard]] Result<double> radiusIn(const QString &text, double unit = 1.0 / 3600);

} // namespace tocsin::watch
