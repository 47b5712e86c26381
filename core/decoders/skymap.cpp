// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/skymap.h"

#include <chealpix.h>
#include <fitsio.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <memory>
#include <mutex>
#include <numeric>
#include <variant>
#include <vector>

namespace tocsin::decoders {

namespace {

constexpr size_t kBlock = 2880;
constexpr size_t kCard = 80;
constexpr long kMostRows = 20'000'000;
constexpr int kMostOrder = 29;
constexpr int kMostUnits = 16;

// cfitsio 4.2 reads behind the end of a file in memory whose header promises too much (science.md 3), so every unit's end is
// reckoned from its header first. Returns "" when all fits.
std::string checkUnits(std::string_view fits)
{
    size_t at = 0;
    int units = 0;
    while (at < fits.size()) {
        if (++units > kMostUnits)
            return "the sky map has too many units";
        double bits = 0;
        double pcount = 0;
        double gcount = 1;
        double elements = 1;
        long axes = 0;
        bool ended = false;
        bool anyAxis = false;
        size_t card = at;
        for (; !ended; card += kCard) {
            if (card + kCard > fits.size())
                return "the sky map ends inside a header";
            const std::string_view line = fits.substr(card, kCard);
            const std::string_view key = line.substr(0, 8);
            if (key == "END     ") {
                ended = true;
                continue;
            }
            if (line.substr(8, 2) != "= ")
                continue;
            std::string_view text = line.substr(10, 20);
            while (text.starts_with(' '))
                text.remove_prefix(1);
            double value = 0;
            if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc())
                continue;
            if (key == "BITPIX  ")
                bits = std::abs(value);
            else if (key == "NAXIS   ")
                axes = static_cast<long>(value);
            else if (key.starts_with("NAXIS") && key[5] >= '1' && key[5] <= '9') {
                if (value < 0)
                    return "an axis of the sky map is negative";
                elements *= value;
                anyAxis = true;
            } else if (key == "PCOUNT  ")
                pcount = value;
            else if (key == "GCOUNT  ")
                gcount = value;
        }
        const double bytes = axes == 0 || !anyAxis ? 0 : bits / 8 * gcount * (pcount + elements);
        const size_t header = (card - at + kBlock - 1) / kBlock * kBlock;
        if (!(bytes >= 0) || static_cast<double>(at + header) + bytes > static_cast<double>(fits.size()))
            return "the sky map is cut: its table reaches beyond its end";
        at += header + (static_cast<size_t>(bytes) + kBlock - 1) / kBlock * kBlock;
    }
    return {};
}

struct FitsCloser {
    void operator()(fitsfile *file) const
    {
        int status = 0;
        fits_close_file(file, &status);
    }
};

std::optional<double> keyword(fitsfile *file, const char *name)
{
    double value = 0;
    int status = 0;
    if (fits_read_key(file, TDOUBLE, name, &value, nullptr, &status) != 0 || !std::isfinite(value))
        return std::nullopt;
    return value;
}

} // namespace

std::variant<SkyMapFacts, std::string> readSkyMap(std::string_view fits)
{
    if (!fits.starts_with("SIMPLE  ="))
        return std::string("the sky map is no FITS file");
    if (std::string wrong = checkUnits(fits); !wrong.empty())
        return wrong;
    // Debian's cfitsio is not built to be called from several threads at once.
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    void *memory = const_cast<char *>(fits.data());
    size_t size = fits.size();
    int status = 0;
    fitsfile *opened = nullptr;
    if (fits_open_memfile(&opened, "map.fits", READONLY, &memory, &size, 0, nullptr, &status) != 0)
        return std::string("the sky map cannot be opened");
    const std::unique_ptr<fitsfile, FitsCloser> file(opened);
    int kind = 0;
    long rows = 0;
    int uniqColumn = 0;
    int densityColumn = 0;
    if (fits_movabs_hdu(opened, 2, &kind, &status) != 0 || kind != BINARY_TBL || fits_get_num_rows(opened, &rows, &status) != 0)
        return std::string("the sky map has no table");
    char uniqName[] = "UNIQ";
    char densityName[] = "PROBDENSITY";
    if (fits_get_colnum(opened, CASEINSEN, uniqName, &uniqColumn, &status) != 0
        || fits_get_colnum(opened, CASEINSEN, densityName, &densityColumn, &status) != 0)
        return std::string("the sky map is no multi-order map");
    if (rows < 1 || rows > kMostRows)
        return std::string("the sky map has no usable number of rows");
    std::vector<long long> uniq(static_cast<size_t>(rows));
    std::vector<double> density(static_cast<size_t>(rows));
    if (fits_read_col(opened, TLONGLONG, uniqColumn, 1, 1, rows, nullptr, uniq.data(), nullptr, &status) != 0
        || fits_read_col(opened, TDOUBLE, densityColumn, 1, 1, rows, nullptr, density.data(), nullptr, &status) != 0)
        return std::string("the sky map's columns cannot be read");

    const auto orderOf = [](long long u) { return (std::bit_width(static_cast<unsigned long long>(u)) - 1) / 2 - 1; };
    for (size_t i = 0; i < uniq.size(); ++i) {
        if (uniq[i] < 4 || orderOf(uniq[i]) > kMostOrder || uniq[i] >= (16LL << 2 * orderOf(uniq[i])))
            return std::string("the sky map holds an impossible pixel number");
        if (!std::isfinite(density[i]) || density[i] < 0)
            return std::string("the sky map holds a probability that is no number");
    }
    // 4 pi sr over 12 * 4^k pixels.
    const auto areaOf = [&](long long u) { return M_PI / 3 / std::pow(4.0, orderOf(u)); };
    double total = 0;
    for (size_t i = 0; i < uniq.size(); ++i)
        total += density[i] * areaOf(uniq[i]);
    if (!(total > 0))
        return std::string("the sky map is empty: its probability is 0");
    std::vector<uint32_t> sorted(uniq.size());
    std::iota(sorted.begin(), sorted.end(), 0u);
    std::ranges::sort(sorted, [&](uint32_t a, uint32_t b) { return density[a] > density[b]; });

    SkyMapFacts facts;
    constexpr double kSquareDegrees = (180 / M_PI) * (180 / M_PI);
    double probability = 0;
    double area = 0;
    bool half = false;
    for (const uint32_t i : sorted) {
        const double pixel = areaOf(uniq[i]);
        area += pixel;
        probability += density[i] * pixel;
        if (!half && probability >= 0.5 * total) {
            facts.area50 = area * kSquareDegrees;
            half = true;
        }
        if (probability >= 0.9 * total)
            break;
    }
    facts.area90 = area * kSquareDegrees;
    const long long peak = uniq[sorted.front()];
    const int order = orderOf(peak);
    double theta = 0;
    double phi = 0;
    pix2ang_nest64(1LL << order, peak - (4LL << 2 * order), &theta, &phi);
    facts.peakRa = phi * 180 / M_PI;
    facts.peakDec = 90 - theta * 180 / M_PI;
    facts.distanceMpc = keyword(opened, "DISTMEAN");
    facts.distanceErrorMpc = keyword(opened, "DISTSTD");
    return facts;
}

} // namespace tocsin::decoders
