// SPDX-License-Identifier: GPL-3.0-or-later
// Every decoder from bytes to rows (decode(), as live alerts go), each against a yardstick of the same run over the same bytes:
//   JSON    simdjson's own parse of the whole, with nothing done with it
//   Avro    a memory copy of as many bytes as must be looked at: all but the images, with the schema that came along
//   others  a memory copy of all of them
// The messages lie in a row longer than the caches, as they come from a broker, and are copied to another such row.
// bench_decoders [PART OF A NAME…]: only these.
#include "bench/benchpackets.h"

#include "core/decoders/decoder.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <simdjson.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <functional>

using namespace tocsin;
using bench::Load;
using bench::Yardstick;

namespace {

constexpr size_t kRow = 96u << 20; // bytes of all copies of a message
constexpr int kRounds = 9;

class Copies
{
public:
    explicit Copies(const Load &load)
    {
        size_t all = 0;
        for (size_t i = 0; all < kRow && i < 20'000; ++i) {
            const std::string &bytes = load.variants[i % load.variants.size()];
            m_places.emplace_back(all, bytes.size());
            all += (bytes.size() + simdjson::SIMDJSON_PADDING + 63) / 64 * 64;
        }
        m_bytes.resize(all);
        for (size_t i = 0; i < m_places.size(); ++i)
            load.variants[i % load.variants.size()].copy(m_bytes.data() + m_places[i].first, m_places[i].second);
    }

    [[nodiscard]] size_t count() const { return m_places.size(); }
    [[nodiscard]] std::string_view operator[](size_t i) const { return {m_bytes.data() + m_places[i].first, m_places[i].second}; }
    [[nodiscard]] size_t placeOf(size_t i) const { return m_places[i].first; }
    [[nodiscard]] size_t size() const { return m_bytes.size(); }

private:
    std::vector<std::pair<size_t, size_t>> m_places;
    std::string m_bytes;
};

double seconds(const std::function<void()> &work)
{
    QElapsedTimer clock;
    clock.start();
    work();
    return static_cast<double>(clock.nsecsElapsed()) * 1e-9;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

decoders::Decoded decodeOne(const Load &load, std::string_view bytes)
{
    return decoders::decode({.value = bytes, .key = load.key, .headers = load.headers});
}

// What came out as it should; else nothing of it is worth measuring.
bool isGood(const Load &load)
{
    const decoders::Decoded decoded = decodeOne(load, load.variants.front());
    if (decoded.error.empty() && !decoded.alerts.empty() && decoded.format.starts_with(load.format))
        return true;
    std::printf("%-40s is not read as %s: %s %s\n", load.name.c_str(), load.format.c_str(), decoded.format.c_str(), decoded.error.c_str());
    return false;
}

bool measure(const Load &load)
{
    if (!isGood(load))
        return false;
    const Copies copies(load);
    const size_t size = load.variants.front().size();
    simdjson::dom::parser parser;
    if (load.yardstick == Yardstick::Json && parser.allocate(size) != simdjson::SUCCESS)
        return false;
    const size_t visited = size - load.jumped + load.key.size();
    std::string into(copies.size() + visited, '\0');
    size_t seen = 0; // so that nothing is left out as useless
    const auto ours = [&] {
        for (size_t i = 0; i < copies.count(); ++i)
            seen += decodeOne(load, copies[i]).alerts.size();
    };
    const auto theirs = [&] {
        for (size_t i = 0; i < copies.count(); ++i) {
            const std::string_view text = copies[i];
            if (load.yardstick == Yardstick::Json) {
                simdjson::dom::element root;
                seen += parser.parse(reinterpret_cast<const uint8_t *>(text.data()), text.size(), false).get(root) == simdjson::SUCCESS;
            } else {
                const size_t own = std::min(visited - load.key.size(), text.size());
                std::memcpy(into.data() + copies.placeOf(i), text.data(), own);
                std::memcpy(into.data() + copies.placeOf(i) + own, load.key.data(), load.key.size());
                seen += static_cast<unsigned char>(into[copies.placeOf(i)]);
            }
        }
    };
    // In turn, so that what disturbs disturbs both; the middle of all rounds counts.
    std::vector<double> mine;
    std::vector<double> other;
    ours();
    theirs();
    for (int i = 0; i < kRounds; ++i) {
        mine.push_back(seconds(ours));
        other.push_back(seconds(theirs));
    }
    const double each = median(mine) / static_cast<double>(copies.count());
    const double yardstick = median(other) / static_cast<double>(copies.count());
    const auto rate = [&](double time) { return static_cast<double>(visited) / time * 1e-6; };
    std::printf("%-40s %9zu %9zu %9.2f us %7.0f MB/s %8.0f MB/s %7.1f %%%s\n", load.name.c_str(), size, visited, each * 1e6, rate(each), rate(yardstick),
                100 * yardstick / each, load.must == 0 ? "" : yardstick / each < load.must ? "  below the aim" : "  good");
    std::fflush(stdout);
    return seen > 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const std::string folder = TOCSIN_TEST_DATA;
    bool good = true;
    const auto table = [&](const char *title, const std::vector<Load> &loads) {
        std::printf("%-40s %9s %9s %12s %14s %14s %9s\n", title, "bytes", "looked at", "each", "decoded", "yardstick", "ratio");
        for (const Load &load : loads) {
            const bool wanted = argc < 2 || std::any_of(argv + 1, argv + argc, [&](const char *part) { return load.name.find(part) != std::string::npos; });
            good = (!wanted || measure(load)) && good;
        }
    };
    table("Avro (aim: 25 % of a copy)", bench::avroLoads(folder));
    table("JSON (aim: 50 % of a bare parse)", bench::jsonLoads(folder));
    table("others (beside a copy)", bench::otherLoads(folder));
    return good ? 0 : 1;
}
