// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/fits/skymap.h"

#include "core/decoders/fits/bytestream.h"
#include "core/decoders/fits/distance.h"
#include "core/decoders/fits/fits.h"
#include "core/decoders/fits/flatmap.h"
#include "core/decoders/fits/skycells.h"
#include "core/decoders/fits/skyturn.h"
#include "core/decoders/treebudget.h"

#include <chealpix.h>

#include <algorithm>
#include <bit>
#include <cctype>
#include <cmath>
#include <numeric>
#include <tuple>

namespace tocsin::decoders {

namespace {

constexpr int kMostOrder = 29;
constexpr uint64_t kMostMap = 1u << 30; // bytes of a flat map; a multi-order one is held, and small
constexpr uint64_t kMostWork = 2ull << 30; // of all passes together
constexpr const char *kCut = "is cut, or its header is wrong: its data reach beyond its end";

std::string upper(std::string_view text)
{
    std::string out = printable(text);
    std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return out;
}

std::string errorOf(const ByteStream &stream, const char *otherwise)
{
    return stream.error().empty() ? otherwise : stream.error();
}

// The header of the next unit; the stream stands behind it.
std::string readHeader(ByteStream &stream, std::string &room, bool first)
{
    room.clear();
    for (;;) {
        const size_t at = room.size();
        room.resize(at + kFitsBlock);
        const size_t read = stream.read(room.data() + at, kFitsBlock);
        if (read != kFitsBlock)
            return at == 0 && read == 0 && !first && stream.error().empty() ? "has no table" : errorOf(stream, "ends inside a header");
        const std::string_view block = std::string_view(room).substr(at);
        if (at == 0 && !block.starts_with(first ? "SIMPLE  =" : "XTENSION"))
            return first ? "is no FITS file" : "has no table";
        if (fitsHeaderSize(block))
            return {};
        if (room.size() > kMostFitsHeader)
            return "has too many keywords";
    }
}

void readKeywords(const FitsUnit &unit, SkyMapFacts &facts)
{
    const auto text = [&](const char *keyword) { return printable(unit.text(keyword).value_or("")); };
    facts.ordering = upper(unit.text("ORDERING").value_or(""));
    if (facts.ordering == "NEST")
        facts.ordering = "NESTED";
    facts.coordinates = upper(unit.text("COORDSYS").value_or(""));
    facts.object = text("OBJECT");
    facts.instruments = text("INSTRUME");
    facts.observed = text("DATE-OBS");
    facts.issued = text("DATE");
    facts.creator = text("CREATOR");
    facts.url = text("REFERENC");
    facts.mocOrder = unit.whole("MOCORDER");
    if (!facts.mocOrder)
        facts.mocOrder = unit.whole("MOCORD_S");
    facts.distanceMpc = unit.number("DISTMEAN");
    facts.distanceErrorMpc = unit.number("DISTSTD");
}

bool isMap(const FitsUnit &unit, const FitsTable &table)
{
    return unit.text("PIXTYPE") == "HEALPIX" || unit.text("ORDERING") || table.column("UNIQ") || unit.text("MOCORDER") || unit.text("MOCVERS");
}

std::string measure(const SkyCells &cells, SkyMapFacts &facts)
{
    const auto &[uniq, density] = cells;
    double covered = 0;
    for (size_t i = 0; i < uniq.size(); ++i) {
        facts.total += density[i] * areaOfCell(uniq[i]);
        covered += areaOfCell(uniq[i]);
    }
    if (!(facts.total > 0))
        return "is empty: its probability is 0";
    if (!std::isfinite(facts.total))
        return "holds a probability beyond all numbers";
    if (covered > 4 * M_PI * (1 + 1e-9))
        return "covers more than the sky: its pixels overlap";
    const std::vector<uint32_t> sorted = densestCells(cells, 0.9, facts.total);

    constexpr double kSquareDegrees = (180 / M_PI) * (180 / M_PI);
    double probability = 0;
    double area = 0;
    bool half = false;
    for (const uint32_t i : sorted) {
        const double pixel = areaOfCell(uniq[i]);
        area += pixel;
        probability += density[i] * pixel;
        if (!half && probability >= 0.5 * facts.total) {
            facts.area50 = area * kSquareDegrees;
            half = true;
        }
    }
    facts.area90 = area * kSquareDegrees;
    const auto [least, most] = std::ranges::minmax(uniq);
    facts.orderMin = orderOfCell(least);
    facts.orderMax = orderOfCell(most);
    facts.peakPixel = uniq[sorted.front()];
    const int order = orderOfCell(facts.peakPixel);
    double theta = 0;
    double phi = 0;
    pix2ang_nest64(1LL << order, facts.peakPixel - (4LL << 2 * order), &theta, &phi);
    facts.peakRa = phi * 180 / M_PI;
    facts.peakDec = 90 - theta * 180 / M_PI;
    return {};
}

std::string readMultiOrder(ByteStream &stream, const FitsTable &table, const FitsColumn &uniqColumn, const FitsColumn &valueColumn,
                           SkyMapFacts &facts, SkyCells &cells)
{
    auto &[uniq, density] = cells;
    std::vector<char> row(static_cast<size_t>(table.width()));
    const bool perPixel = valueColumn.name.starts_with("PROB") && !valueColumn.name.starts_with("PROBDENS");
    size_t refused = 0;
    std::optional<MapDistance> distance = facts.distanceMpc ? std::nullopt : MapDistance::of(table);
    for (int64_t i = 0; i < table.rows(); ++i) {
        if (stream.read(row.data(), row.size()) != row.size())
            return errorOf(stream, kCut);
        uniq.push_back(FitsTable::wholeIn(uniqColumn, row.data()));
        density.push_back(FitsTable::numberIn(valueColumn, row.data()));
        if (uniq.back() < 4 || orderOfCell(uniq.back()) > kMostOrder || uniq.back() >= (16LL << 2 * orderOfCell(uniq.back())))
            return "holds an impossible pixel number";
        double &value = density.back();
        if (!std::isfinite(value) || value < 0) {
            value = 0;
            ++refused;
        }
        if (perPixel)
            value /= areaOfCell(uniq.back());
        if (distance)
            distance->add(value * areaOfCell(uniq.back()), row.data());
    }
    if (!stream.drain())
        return stream.error();
    if (refused > 0)
        facts.notes.push_back(std::to_string(refused) + " pixels of the sky map have no probability; they count as 0");
    if (const auto moments = distance ? distance->moments() : std::nullopt)
        std::tie(facts.distanceMpc, facts.distanceErrorMpc) = *moments;
    return measure(cells, facts);
}

std::string readPixels(ByteStream &stream, uint64_t dataAt, const FitsUnit &unit, const FitsTable &table, SkyMapFacts &facts, SkyCells &cells)
{
    const auto uniq = table.column("UNIQ");
    std::optional<FitsColumn> value = table.column("PROBDENSITY");
    for (const char *name : {"PROB", "PROBABILITY"}) {
        if (!value)
            value = table.column(name);
    }
    const bool multiOrder = facts.ordering == "NUNIQ" || facts.ordering == "RANGE" || (facts.ordering.empty() && uniq);
    if (!multiOrder)
        return readFlatMap(stream, dataAt, unit, table, facts);
    if (table.rows() > static_cast<int64_t>(kMostPacketBytes) / table.width())
        return "has a table of more than 64 MiB";
    if (!value) {
        facts.coverage = true;
        return stream.skip(static_cast<uint64_t>(table.rows() * table.width())) ? std::string() : errorOf(stream, kCut);
    }
    if (!uniq || uniq->type == 'E' || uniq->type == 'D')
        return "has no column of pixel numbers";
    return readMultiOrder(stream, table, *uniq, *value, facts, cells);
}

std::string readTable(ByteStream &stream, uint64_t dataAt, const FitsUnit &unit, const FitsTable &table, SkyMapFacts &facts, SkyCells &cells)
{
    readKeywords(unit, facts);
    facts.rows = table.rows();
    for (const std::string_view name : table.names())
        facts.columns.push_back(printable(name));
    const SkyAxes axes = skyAxesOf(facts.coordinates);
    if (axes == SkyAxes::Unknown)
        return "is in coordinates that nobody knows: COORDSYS " + facts.coordinates;
    std::string wrong = readPixels(stream, dataAt, unit, table, facts, cells);
    if (wrong.empty() && !facts.coverage) // areas are the same whatever the axes
        turnToEquator(axes, facts.peakRa, facts.peakDec);
    return wrong;
}

std::string readUnits(ByteStream &stream, SkyMapFacts &facts, SkyCells &cells)
{
    uint64_t at = 0;
    std::string header;
    std::string wrong = "has no table";
    for (size_t i = 0; i < kMostFitsUnits; ++i) {
        if (std::string ended = readHeader(stream, header, i == 0); !ended.empty())
            return ended == "has no table" ? wrong : ended;
        at += header.size();
        const FitsUnit unit = readFitsHeader(header);
        const std::optional<uint64_t> size = fitsDataSize(unit, kMostMap);
        if (!size)
            return kCut;
        if (unit.isTable()) {
            const auto read = FitsTable::layoutOf(unit);
            if (const auto *table = std::get_if<FitsTable>(&read)) {
                if (isMap(unit, *table))
                    return readTable(stream, at, unit, *table, facts, cells);
                wrong = unit.text("ZIMAGE") ? "is a packed image, which is not read" : "has a table, but no HEALPix map in it";
            } else {
                wrong = std::get<std::string>(read);
            }
        }
        const uint64_t padded = (*size + kFitsBlock - 1) / kFitsBlock * kFitsBlock;
        if (!stream.skip(padded))
            return wrong == "has no table" ? errorOf(stream, kCut) : wrong;
        at += padded;
    }
    return "has too many units";
}

} // namespace

int orderOfCell(int64_t uniq)
{
    return (std::bit_width(static_cast<uint64_t>(uniq)) - 1) / 2 - 1;
}

// 4 pi sr over 12 * 4^k pixels.
double areaOfCell(int64_t uniq)
{
    return M_PI / 3 / std::pow(4.0, orderOfCell(uniq));
}

std::vector<uint32_t> densestCells(const SkyCells &cells, double share, double total)
{
    const auto &uniq = cells.uniq;
    const auto &density = cells.density;
    std::vector<uint32_t> sorted(uniq.size());
    std::iota(sorted.begin(), sorted.end(), 0u);
    std::ranges::sort(sorted, [&](uint32_t a, uint32_t b) { return density[a] != density[b] ? density[a] > density[b] : uniq[a] > uniq[b]; });
    double probability = 0;
    size_t count = 0;
    while (count < sorted.size() && (count == 0 || probability < share * total)) {
        const uint32_t i = sorted[count++];
        probability += density[i] * areaOfCell(uniq[i]);
    }
    sorted.resize(count);
    return sorted;
}

std::string readSkyCells(std::string_view fits, SkyMapFacts &facts, SkyCells &cells)
{
    ByteStream stream(fits, kMostWork);
    return readUnits(stream, facts, cells);
}

std::variant<SkyMapFacts, std::string> readSkyMapOrCoverage(std::string_view fits)
{
    SkyMapFacts facts;
    SkyCells cells;
    if (const std::string wrong = readSkyCells(fits, facts, cells); !wrong.empty())
        return "the sky map " + wrong;
    if (!facts.coverage && std::abs(facts.total - 1) > 1e-3)
        facts.notes.push_back("the probability of the sky map adds up to " + std::to_string(facts.total) + ", not 1; its areas are shares of that");
    return facts;
}

std::variant<SkyMapFacts, std::string> readSkyMap(std::string_view fits)
{
    auto read = readSkyMapOrCoverage(fits);
    if (const auto *facts = std::get_if<SkyMapFacts>(&read); facts && facts->coverage)
        return std::string("the sky map is a region without probabilities (MOC)");
    return read;
}

} // namespace tocsin::decoders
