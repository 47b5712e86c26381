// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/nearest.h"

#include <algorithm>
#include <vector>

namespace tocsin::filter {

namespace {

constexpr size_t kLongest = 64;

// “Error-Radius” and “error_radius” are the same to a person.
std::string plain(std::string_view name)
{
    std::string out;
    for (const char c : name) {
        if (c != '_' && c != '-')
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return out;
}

// Letters to add, drop, change or swap with the neighbour.
size_t distance(const std::string &a, const std::string &b)
{
    std::vector<std::vector<size_t>> cost(a.size() + 1, std::vector<size_t>(b.size() + 1));
    for (size_t i = 0; i <= a.size(); ++i)
        cost[i][0] = i;
    for (size_t j = 0; j <= b.size(); ++j)
        cost[0][j] = j;
    for (size_t i = 1; i <= a.size(); ++i) {
        for (size_t j = 1; j <= b.size(); ++j) {
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost[a.size()][b.size()];
}

} // namespace

std::string nearest(std::string_view written, std::span<const std::string_view> names)
{
    const std::string wanted = plain(written.substr(0, kLongest));
    if (written.size() > kLongest || wanted.empty())
        return {};
    std::string_view best;
    size_t least = wanted.size() <= 2 ? 0 : wanted.size() <= 5 ? 1 : wanted.size() <= 9 ? 2 : 3;
    for (const std::string_view name : names) {
        if (name.size() > kLongest || name == written)
            continue;
        const std::string candidate = plain(name);
        const size_t longer = std::max(candidate.size(), wanted.size());
        if (longer - std::min(candidate.size(), wanted.size()) > least)
            continue;
        const size_t found = distance(wanted, candidate);
        if (found < least || (found == least && best.empty())) {
            least = found;
            best = name;
        }
    }
    if (!best.empty())
        return std::string(best);
    // What was begun or shortened: “classif” for classification.
    for (const std::string_view name : names) {
        if (wanted.size() >= 4 && plain(name).starts_with(wanted))
            return std::string(name);
    }
    return {};
}

} // namespace tocsin::filter
