// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/watchlist.h"

#include <QString>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin::watch {

// Where in a row the parts of a source stand; -1: it has none.
struct WatchColumns {
    int name = -1;
    int ra = -1;
    int dec = -1;
    int radius = -1;
    bool raHours = false; // a bare number of right ascension counts hours
    double angle = 1; // degrees of the unit of bare ra and dec
    double radiusUnit = 1.0 / 3600; // degrees of the unit of a bare radius

    // Takes the column for what its name says, where that is free.
    void learn(int column, std::string_view name);
    [[nodiscard]] bool havePosition() const { return ra >= 0 && dec >= 0; }
};

// What both readers do with a row of cells: a source, or a problem with the number of its line.
class WatchRows
{
public:
    WatchRows(WatchColumns columns, double radius) : m_columns(columns), m_radius(radius) {}
    void add(const std::vector<std::string> &cells, qint64 line);
    void refuse(qint64 line, const QString &why);
    [[nodiscard]] Result<Watchlist> finish(const QString &form);

private:
    const WatchColumns m_columns;
    const double m_radius;
    Watchlist m_list;
};

[[nodiscard]] Result<Watchlist> readCsv(std::string_view text, double radius);
[[nodiscard]] Result<Watchlist> readVotable(const QByteArray &bytes, double radius);

} // namespace tocsin::watch
