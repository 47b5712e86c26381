// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/decoders/fits/skyregion.h"
#include "core/filter/filter.h"

#include <QString>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace tocsin::watch {

// “A within dt of B and inside its error circle”, whatever streams they come from; where B sends a sky map and no circle: inside
// the region that holds 90 % of its probability. A plain value.
struct Coincidence {
    QString name; // [A-Za-z0-9._-]+
    QString a; // conditions in the filter language, over keys
    QString b;
    std::chrono::milliseconds within{60'000}; // of each other's times, either way
    double floor = 0; // degrees: no circle is smaller, and those who send none have this one
    bool anywhere = false; // the times alone count
    bool enabled = true;
    friend bool operator==(const Coincidence &, const Coincidence &) = default;
};

// Where the coincidences of a profile stand: a JSON list that people may write themselves.
[[nodiscard]] QString coincidenceFile(const QString &watchFolder);
// No file: none. The error names the entry and what is wrong with it.
[[nodiscard]] Result<std::vector<Coincidence>> readCoincidences(const QString &file);
[[nodiscard]] Outcome writeCoincidences(const QString &file, const std::vector<Coincidence> &list);
[[nodiscard]] Outcome checkCoincidence(const Coincidence &coincidence);

// Judges alerts as they come, in any order within `memory`, against those it remembers. Used on one thread, or under one lock.
class CoincidenceJudge
{
public:
    // A remembered alert that is one of two.
    using Mate = std::shared_ptr<const Alert>;
    // Where an alert lies that tells it by a map alone; null: that is not known. Asked once of each such alert.
    using Region = std::shared_ptr<const decoders::SkyRegion>;
    using RegionOf = std::function<Region(const Alert &)>;

    explicit CoincidenceJudge(const std::vector<Coincidence> &list);
    [[nodiscard]] bool isEmpty() const { return m_pairs.empty(); }
    [[nodiscard]] std::chrono::milliseconds longest() const; // `within` of them all
    // The nearest in time among those that it coincides with; null: none. The alert is remembered; its row may come later.
    [[nodiscard]] Mate judge(const std::shared_ptr<const Alert> &alert, const RegionOf &regionOf = {});
    // Alerts that passed B and told neither a circle nor a map with cells: nothing lies inside them without a radius.
    [[nodiscard]] int64_t withoutCircle() const { return m_withoutCircle; }

private:
    struct Known {
        Mate alert;
        Region region; // of one that passes B, where it has no circle
    };
    using ByTime = std::multimap<int64_t, Known>;
    struct Pair {
        Coincidence what;
        filter::Filter a;
        filter::Filter b;
        ByTime as; // by their times in us
        ByTime bs;
    };
    [[nodiscard]] static bool fits(const Pair &pair, const Alert &a, const Known &b);
    [[nodiscard]] static Mate nearest(const Pair &pair, const ByTime &among, const Known &known, bool isA);
    static void remember(ByTime &among, const Known &known, int64_t within);

    std::vector<Pair> m_pairs;
    int64_t m_withoutCircle = 0;
};

// What the key `coincidence` says of the other one.
[[nodiscard]] std::string coincidenceName(const Alert &other);

// The 90 % region of the map in a packet, of the alert with this number in it; null: it has none that could be used.
[[nodiscard]] CoincidenceJudge::Region regionIn(const Packet &packet, int64_t record);

// What passes A or B of any of them: no other row needs to be judged. Null: none is there.
[[nodiscard]] std::shared_ptr<const filter::Filter> eitherOf(const std::vector<Coincidence> &list);

} // namespace tocsin::watch
