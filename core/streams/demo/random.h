// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <span>

namespace tocsin::demo {

// The demo's dice: the same numbers from the same seed on every machine, which the distributions of the
// standard library do not promise. SplitMix64 (Steele, Lea, Flood 2014). A plain value.
class Random
{
public:
    explicit Random(uint64_t seed) : m_state(seed) {}

    uint64_t next()
    {
        uint64_t z = (m_state += 0x9e3779b97f4a7c15ull);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
        return z ^ (z >> 31);
    }
    double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    double uniform(double from, double to) { return from + (to - from) * uniform(); }
    int integer(int from, int to) { return from + static_cast<int>(next() % static_cast<uint64_t>(to - from + 1)); }
    bool chance(double probability) { return uniform() < probability; }
    double normal(double mean, double sigma)
    {
        const double u = 1.0 - uniform(); // never 0, whose logarithm is none
        return mean + sigma * std::sqrt(-2.0 * std::log(u)) * std::cos(2.0 * std::numbers::pi * uniform());
    }
    template <typename T>
    const T &pick(std::span<const T> from)
    {
        return from[next() % from.size()];
    }

private:
    uint64_t m_state;
};

} // namespace tocsin::demo
