// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/places.h"
#include "core/watch/skypoints.h"
#include "core/watch/watchlist.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tocsin::watch {

// The sources of all lists, to be asked what a place lies on. Does not change after it was made: any thread may ask.
class WatchIndex
{
public:
    struct Named {
        QString list;
        Watchlist watchlist;
    };
    struct Hit {
        std::string name; // of the source; its list in front where there are several
        double separation = 0; // degrees
    };

    WatchIndex() = default;
    explicit WatchIndex(const std::vector<Named> &lists);
    [[nodiscard]] size_t size() const { return m_points.size(); }
    [[nodiscard]] std::optional<Hit> match(double ra, double dec) const;

private:
    std::vector<std::string> m_names;
    SkyPoints m_points;
};

// A list as it is kept, a CSV; readWatchlist() gives the same sources again.
[[nodiscard]] QByteArray watchlistText(const Watchlist &list);

// The watchlists of a profile: copies of what people gave, each a CSV of its own in a folder of the profile, so that window and
// command line have the same ones and people can look at them. Reads and writes files: not on the main thread.
class Watchlists
{
public:
    explicit Watchlists(QString folder) : m_folder(std::move(folder)) {}
    [[nodiscard]] static QString folderOf(const Places &places, const QString &profile);
    [[nodiscard]] const QString &folder() const { return m_folder; }

    [[nodiscard]] QStringList names() const; // sorted
    [[nodiscard]] Result<Watchlist> read(const QString &name) const;
    // In place of one of that name. A name is [A-Za-z0-9._-]+.
    [[nodiscard]] Outcome add(const QString &name, const Watchlist &list) const;
    [[nodiscard]] Outcome remove(const QString &name) const;
    // All of them; lists that cannot be read are left out, and said.
    [[nodiscard]] std::shared_ptr<const WatchIndex> index(QStringList *problems = nullptr) const;

private:
    [[nodiscard]] QString fileOf(const QString &name) const;

    const QString m_folder;
};

} // namespace tocsin::watch
