// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/keyedsort.h"

#include "core/archive/mergeruns.h"

#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <span>

namespace tocsin::archive {

namespace {

constexpr size_t kRun = 1u << 17; // fits the processor's cache together with its copy
constexpr int kDigitBits = 11;
constexpr size_t kDigits = 1u << kDigitBits;
constexpr size_t kPasses = 6; // 66 bits

// From the lowest digit to the highest: stable, and without a comparison. Digits that all keys share are passed over.
void sortRun(std::span<Keyed> run, std::vector<Keyed> &scratch)
{
    std::array<std::array<uint32_t, kDigits>, kPasses> counts = {};
    for (const Keyed &entry : run) {
        for (size_t pass = 0; pass < kPasses; ++pass)
            ++counts[pass][entry.key >> (pass * kDigitBits) & (kDigits - 1)];
    }
    std::span<Keyed> from = run;
    std::span<Keyed> to(scratch.data(), run.size());
    for (size_t pass = 0; pass < kPasses; ++pass) {
        std::array<uint32_t, kDigits> &places = counts[pass];
        const auto digitOf = [pass](const Keyed &entry) { return entry.key >> (pass * kDigitBits) & (kDigits - 1); };
        if (places[digitOf(from.front())] == from.size())
            continue;
        uint32_t place = 0;
        for (uint32_t &count : places) {
            const uint32_t here = count;
            count = place;
            place += here;
        }
        for (const Keyed &entry : from)
            to[places[digitOf(entry)]++] = entry;
        std::swap(from, to);
    }
    if (from.data() != run.data())
        std::ranges::copy(from, run.begin());
}

} // namespace

uint64_t orderedKey(double number)
{
    constexpr uint64_t kSign = uint64_t{1} << 63;
    if (std::isnan(number))
        return std::numeric_limits<uint64_t>::max();
    const auto bits = std::bit_cast<uint64_t>(number + 0.0); // -0 + 0 = 0
    return bits & kSign ? ~bits : bits | kSign;
}

bool visitByKey(std::vector<Keyed> &entries, const std::function<bool()> &goOn, const std::function<void(const Keyed &)> &visit)
{
    std::vector<Keyed> scratch(std::min(kRun, entries.size()));
    for (size_t begin = 0; begin < entries.size(); begin += kRun) {
        if (!goOn())
            return false;
        sortRun(std::span(entries).subspan(begin, std::min(kRun, entries.size() - begin)), scratch);
    }
    size_t visited = 0;
    return mergeRuns(
        entries, kRun, [](const Keyed &a, const Keyed &b) { return a.key < b.key; },
        [&](const Keyed &entry) {
            visit(entry);
            return ++visited % kRun != 0 || goOn();
        });
}

} // namespace tocsin::archive
