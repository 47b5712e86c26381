// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/filter/filter.h"

#include <QString>

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace tocsin::watch {

// “A within dt of B and inside its error circle”, whatever streams they come from. A plain value.
struct Coincidence {
    QString name; // [A-Za-z0-9._-]+
    QString a; // conditions in the filter language, over keys
    QString b;
    std::chrono::milliseconds within{60'000}; // of each other's times, either way
    double floor = 0; // degrees: no circle is smaller, and those who send none have this one
    bool anywhere = false; // the times alone count
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

    explicit CoincidenceJudge(const std::vector<Coincidence> &list);
    [[nodiscard]] bool isEmpty() const { return m_pairs.empty(); }
    [[nodiscard]] std::chrono::milliseconds longest() const; // `within` of them all
    // The nearest in time among those that it coincides with; null: none. The alert is remembered; its row may come later.
    [[nodiscard]] Mate judge(const std::shared_ptr<const Alert> &alert);

private:
    using ByTime = std::multimap<int64_t, Mate>;
    struct Pair {
        Coincidence what;
        filter::Filter a;
        filter::Filter b;
        ByTime as; // by their times in us
        ByTime bs;
    };
    [[nodiscard]] static bool fits(const Pair &pair, const Alert &a, const Alert &b);
    [[nodiscard]] static Mate nearest(const Pair &pair, const ByTime &among, const Alert &alert, bool isA);
    static void remember(ByTime &among, const Mate &alert, int64_t within);

    std::vector<Pair> m_pairs;
};

// What the key `coincidence` says of the other one.
[[nodiscard]] std::string coincidenceName(const Alert &other);

} // namespace tocsin::watch
