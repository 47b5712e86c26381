// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/fits/flatmap.h"

#include "core/decoders/fits/distance.h"

#include <chealpix.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <tuple>

namespace tocsin::decoders {

namespace {

constexpr int64_t kMostNside = 1 << 15; // 12.9 G pixels: more than any message holds
constexpr int64_t kMostRow = 16 << 20; // bytes
constexpr int64_t kFewPixels = 1 << 18;

// How many pixels there are of values that begin with the same bits, and their sum.
struct Bucket {
    uint64_t pixels = 0;
    double sum = 0;
};

// The search for the pixel in which a share of the probability is reached.
struct Level {
    double share = 0;
    uint64_t prefix = 0; // the bits of its value that are known
    double before = 0; // probability of all greater values
    uint64_t pixels = 0; // the number of them
    std::vector<Bucket> buckets = {};
};

class FlatMap
{
public:
    FlatMap(ByteStream &stream, uint64_t dataAt, const FitsTable &table) : m_stream(stream), m_dataAt(dataAt), m_table(table) {}

    std::string read(const FitsUnit &unit, SkyMapFacts &facts);

private:
    std::string layout(const FitsUnit &unit, SkyMapFacts &facts);
    template <typename Visit> std::string pass(Visit visit);
    std::string count();
    std::string select();
    void peak(SkyMapFacts &facts) const;

    ByteStream &m_stream;
    uint64_t m_dataAt;
    const FitsTable &m_table;
    FitsColumn m_value;
    std::optional<FitsColumn> m_pixel; // of maps that name their pixels
    int64_t m_nside = 0;
    int64_t m_first = 0; // pixel of the first value
    int64_t m_values = 0;
    bool m_nested = false;
    double m_unit = 1; // what makes a probability of a value
    int m_bits = 18; // of a value in one pass; small maps need not have so many buckets

    std::array<Level, 2> m_levels{Level{.share = 0.5}, Level{.share = 0.9}};
    double m_total = 0; // in the unit of the file
    double m_greatest = 0;
    int64_t m_greatestPixel = -1;
    uint64_t m_refused = 0;
    std::optional<MapDistance> m_distance; // where the header does not say it
};

int64_t pixelsOf(int64_t nside)
{
    return 12 * nside * nside;
}

std::optional<FitsColumn> valueColumn(const FitsTable &table)
{
    for (const char *name : {"PROB", "PROBABILITY", "PROBDENSITY"}) {
        if (const auto column = table.column(name))
            return column;
    }
    for (const FitsColumn &column : table.columns()) {
        if (column.unit == "pix-1" || column.unit == "sr-1")
            return column;
    }
    for (const FitsColumn &column : table.columns()) {
        if (column.type == 'E' || column.type == 'D') // writers that know of no probability call it TEMPERATURE
            return column;
    }
    return std::nullopt;
}

std::string FlatMap::layout(const FitsUnit &unit, SkyMapFacts &facts)
{
    const auto value = valueColumn(m_table);
    if (!value)
        return "has no column of probabilities";
    m_value = *value;
    if (facts.ordering != "RING" && facts.ordering != "NESTED")
        return "does not say how its pixels are ordered";
    m_nested = facts.ordering == "NESTED";
    if (m_table.width() > kMostRow)
        return "has rows of more than 16 MiB";
    const int64_t sent = m_table.rows() * m_value.repeat; // both bounded by the size of the data
    m_nside = unit.whole("NSIDE").value_or(std::llround(std::sqrt(static_cast<double>(sent) / 12)));
    if (m_nside < 1 || m_nside > kMostNside || (m_nested && !std::has_single_bit(static_cast<uint64_t>(m_nside))))
        return "has an impossible NSIDE";
    const int64_t pixels = pixelsOf(m_nside);
    m_values = sent;
    for (const char *name : {"PIXEL", "PIX", "IPIX", "INDEX"}) {
        if (!m_pixel)
            m_pixel = m_table.column(name);
    }
    if (m_pixel && (m_pixel->type == 'E' || m_pixel->type == 'D' || m_pixel->repeat != m_value.repeat || sent == pixels))
        m_pixel.reset();
    const int64_t first = unit.whole("FIRSTPIX").value_or(0);
    if (sent > pixels && sent - pixels < m_value.repeat)
        m_values = pixels; // the last row is filled up
    else if (!m_pixel && sent < pixels && first >= 0 && unit.whole("LASTPIX") == first + sent - 1 && first + sent <= pixels)
        m_first = first;
    else if (sent > pixels || (sent < pixels && !m_pixel))
        return "has " + std::to_string(sent) + " pixels, which is no whole sky of NSIDE " + std::to_string(m_nside);
    if (m_value.unit == "sr-1" || m_value.name == "PROBDENSITY")
        m_unit = 4 * M_PI / static_cast<double>(pixels);
    if (m_values < kFewPixels)
        m_bits = 9;
    if (!facts.distanceMpc)
        m_distance = MapDistance::of(m_table);
    facts.nside = m_nside;
    return {};
}

template <typename Visit> std::string FlatMap::pass(Visit visit)
{
    m_stream.rewind();
    if (!m_stream.skip(m_dataAt))
        return m_stream.error().empty() ? "is cut" : m_stream.error();
    const int64_t width = m_table.width();
    const int64_t chunk = std::max<int64_t>(1, (256 << 10) / width);
    std::vector<char> room(static_cast<size_t>(std::min(chunk, m_table.rows()) * width));
    const bool plain = m_value.type == 'E' && m_value.scale == 1 && m_value.zero == 0;
    int64_t at = 0;
    for (int64_t row = 0; row < m_table.rows() && at < m_values; row += chunk) {
        const int64_t rows = std::min(chunk, m_table.rows() - row);
        const auto wanted = static_cast<size_t>(rows * width);
        if (m_stream.read(room.data(), wanted) != wanted)
            return m_stream.error().empty() ? "is cut, or its header is wrong: its data reach beyond its end" : m_stream.error();
        for (int64_t i = 0; i < rows; ++i) {
            const char *bytes = room.data() + i * width;
            const int64_t values = std::min(m_value.repeat, m_values - at);
            for (int64_t k = 0; k < values; ++k) {
                const double value = plain ? fitsNumber(bytes + m_value.offset + k * 4, -32) : FitsTable::numberIn(m_value, bytes, k);
                const int64_t pixel = m_pixel ? FitsTable::wholeIn(*m_pixel, bytes, k) : m_first + at + k;
                if (value != 0)
                    visit(pixel, value, bytes, k);
            }
            at += values;
        }
    }
    return {};
}

uint64_t bitsOf(double value)
{
    return std::bit_cast<uint64_t>(value);
}

// The first pass: everything that is to be known of all pixels, and the first bits of the levels.
std::string FlatMap::count()
{
    std::vector<Bucket> &buckets = m_levels[0].buckets;
    buckets.assign(size_t{1} << m_bits, {});
    bool outside = false;
    const int64_t pixels = pixelsOf(m_nside);
    std::string wrong = pass([&](int64_t pixel, double value, const char *row, int64_t element) {
        if (!(value > 0) || std::isinf(value)) { // also the -1.6e30 that stands for "not seen"
            ++m_refused;
            return;
        }
        outside = outside || pixel < 0 || pixel >= pixels;
        if (m_distance)
            m_distance->add(value, row, element);
        Bucket &bucket = buckets[bitsOf(value) >> (64 - m_bits)];
        ++bucket.pixels;
        bucket.sum += value;
        if (value > m_greatest) {
            m_greatest = value;
            m_greatestPixel = pixel;
        }
    });
    if (wrong.empty() && !m_stream.drain())
        wrong = m_stream.error();
    if (!wrong.empty())
        return wrong;
    for (const Bucket &bucket : buckets)
        m_total += bucket.sum;
    if (outside)
        return "holds an impossible pixel number";
    if (!(m_total > 0))
        return "is empty: its probability is 0";
    if (!std::isfinite(m_total))
        return "holds a probability beyond all numbers";
    m_levels[1].buckets = buckets;
    return {};
}

std::string FlatMap::select()
{
    // Of a number in single precision, no more than the first 35 bits as a double are set; 36 are two or four passes.
    const int all = m_value.type == 'E' && m_value.scale == 1 && m_value.zero == 0 ? 36 : 64;
    int known = 0;
    for (int bits = m_bits;;) {
        for (Level &level : m_levels) {
            // From the greatest values down; rounding must not lead beyond the last.
            size_t found = 0;
            for (size_t i = level.buckets.size(); i-- > 0;) {
                const Bucket &bucket = level.buckets[i];
                if (bucket.pixels == 0)
                    continue;
                found = i;
                if (level.before + bucket.sum >= level.share * m_total)
                    break;
                level.before += bucket.sum;
                level.pixels += bucket.pixels;
            }
            // Past all of them: the last one is the one.
            const Bucket &last = level.buckets[found];
            if (level.before + last.sum < level.share * m_total) {
                level.before -= last.sum;
                level.pixels -= last.pixels;
            }
            level.prefix = level.prefix << bits | found;
            if (known + bits == all) {
                const auto value = std::bit_cast<double>(level.prefix << (64 - all));
                const double more = std::ceil((level.share * m_total - level.before) / value);
                level.pixels += static_cast<uint64_t>(std::clamp(more, 1.0, static_cast<double>(last.pixels)));
            }
        }
        known += bits;
        if (known == all)
            return {};
        bits = std::min(m_bits, all - known);
        for (Level &level : m_levels)
            level.buckets.assign(size_t{1} << bits, {});
        const int shift = 64 - known - bits;
        const uint64_t mask = (uint64_t{1} << bits) - 1;
        const std::string wrong = pass([&](int64_t, double value, const char *, int64_t) {
            if (!(value > 0) || std::isinf(value))
                return;
            const uint64_t key = bitsOf(value) >> shift;
            for (Level &level : m_levels) {
                if (key >> bits != level.prefix)
                    continue;
                Bucket &bucket = level.buckets[key & mask];
                ++bucket.pixels;
                bucket.sum += value;
            }
        });
        if (!wrong.empty())
            return wrong;
    }
}

void FlatMap::peak(SkyMapFacts &facts) const
{
    double theta = 0;
    double phi = 0;
    if (m_nested)
        pix2ang_nest64(m_nside, m_greatestPixel, &theta, &phi);
    else
        pix2ang_ring64(m_nside, m_greatestPixel, &theta, &phi);
    facts.peakRa = phi * 180 / M_PI;
    facts.peakDec = 90 - theta * 180 / M_PI;
    facts.peakPixel = m_greatestPixel;
}

std::string FlatMap::read(const FitsUnit &unit, SkyMapFacts &facts)
{
    std::string wrong = layout(unit, facts);
    if (wrong.empty())
        wrong = count();
    if (wrong.empty())
        wrong = select();
    if (!wrong.empty())
        return wrong;
    const double pixel = 4 * M_PI / static_cast<double>(pixelsOf(m_nside)) * (180 / M_PI) * (180 / M_PI);
    facts.area50 = static_cast<double>(m_levels[0].pixels) * pixel;
    facts.area90 = static_cast<double>(m_levels[1].pixels) * pixel;
    facts.total = m_total * m_unit;
    if (const auto moments = m_distance ? m_distance->moments() : std::nullopt)
        std::tie(facts.distanceMpc, facts.distanceErrorMpc) = *moments;
    if (m_refused > 0)
        facts.notes.push_back(std::to_string(m_refused) + " pixels of the sky map have no probability; they count as 0");
    peak(facts);
    return {};
}

} // namespace

std::string readFlatMap(ByteStream &stream, uint64_t dataAt, const FitsUnit &unit, const FitsTable &table, SkyMapFacts &facts)
{
    return FlatMap(stream, dataAt, table).read(unit, facts);
}

} // namespace tocsin::decoders
