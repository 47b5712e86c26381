// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace tocsin::watch {

// Degrees between two places; exact from a hair's breadth to the antipodes (Vincenty's formula on a sphere, as astropy has it).
[[nodiscard]] double separation(double ra1, double dec1, double ra2, double dec2);

struct SkyPoint {
    double ra = 0; // degrees, [0, 360)
    double dec = 0;
    double radius = 0; // that it reaches to
};

// Circles on the sky, to be asked which of them a place lies in. Those of about the same radius stand together, in zones of
// declination sorted by right ascension (zones: Gray, Nieto-Santisteban and Szalay 2006, arXiv:cs/0701171), so that a question
// looks at a handful among a million. Does not change after it was made: any thread may ask.
class SkyPoints
{
public:
    struct Match {
        size_t index = 0; // of the point
        double separation = 0; // degrees
    };

    SkyPoints() = default;
    explicit SkyPoints(const std::vector<SkyPoint> &points);
    [[nodiscard]] size_t size() const { return m_size; }
    // The nearest of the points whose circle holds the place, the first of several at one distance; the edge belongs to it.
    [[nodiscard]] std::optional<Match> nearest(double ra, double dec) const;

private:
    struct Entry {
        SkyPoint point;
        uint32_t index = 0;
    };
    // Points whose radius is at most `reach`.
    struct Group {
        double reach = 0;
        double height = 0; // of a zone, degrees
        std::vector<uint32_t> begins; // of each zone among the entries, and the end
        std::vector<Entry> entries; // by zone and right ascension
        [[nodiscard]] int zoneOf(double dec) const;
        void look(double ra, double dec, std::optional<Match> &best) const;
        void look(int zone, double from, double to, double ra, double dec, std::optional<Match> &best) const;
    };
    std::vector<Group> m_groups;
    size_t m_size = 0;
};

} // namespace tocsin::watch
