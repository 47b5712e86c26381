// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/demo/fitsfiles.h"

#include <chealpix.h>
#include <fitsio.h>
#include <zlib.h>

#include <cmath>
#include <cstdlib>
#include <numbers>
#include <vector>

namespace tocsin::demo {

namespace {

constexpr double kRadian = std::numbers::pi / 180;

// A FITS file in memory that cfitsio grows by realloc.
class MemoryFits
{
public:
    MemoryFits() { fits_create_memfile(&m_file, &m_buffer, &m_size, 2880 * 16, &std::realloc, &status); }
    ~MemoryFits()
    {
        close();
        std::free(m_buffer);
    }
    MemoryFits(const MemoryFits &) = delete;
    MemoryFits &operator=(const MemoryFits &) = delete;

    [[nodiscard]] fitsfile *get() const { return m_file; }

    void key(const char *name, const std::string &text)
    {
        fits_update_key(m_file, TSTRING, name, const_cast<char *>(text.c_str()), nullptr, &status);
    }
    void key(const char *name, double value) { fits_update_key(m_file, TDOUBLE, name, &value, nullptr, &status); }
    void key(const char *name, int value) { fits_update_key(m_file, TINT, name, &value, nullptr, &status); }

    // The bytes up to the end of the last unit: the buffer itself is larger.
    [[nodiscard]] std::string take()
    {
        fits_flush_file(m_file, &status);
        LONGLONG end = 0;
        fits_get_hduaddrll(m_file, nullptr, nullptr, &end, &status);
        close();
        if (status != 0 || m_buffer == nullptr || static_cast<size_t>(end) > m_size)
            return {};
        return {static_cast<const char *>(m_buffer), static_cast<size_t>(end)};
    }

    int status = 0;

private:
    void close()
    {
        int ignored = 0;
        if (m_file)
            fits_close_file(m_file, &ignored);
        m_file = nullptr;
    }

    fitsfile *m_file = nullptr;
    void *m_buffer = nullptr;
    size_t m_size = 0;
};

std::string gzip(const std::string &plain)
{
    z_stream stream{};
    // 15 + 16: the gzip frame around deflate
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    std::string packed(deflateBound(&stream, plain.size()) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.data()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return done ? packed : std::string();
}

struct Pixel {
    int order;
    int64_t index;
    double raDeg;
    double decDeg;
    double separationDeg; // from the peak
};

Pixel makePixel(int order, int64_t index, const SkyMapSpec &spec)
{
    double theta = 0;
    double phi = 0;
    pix2ang_nest64(int64_t{1} << order, index, &theta, &phi);
    Pixel pixel{order, index, phi / kRadian, 90 - theta / kRadian, 0};
    const double cosine = std::sin(pixel.decDeg * kRadian) * std::sin(spec.decDeg * kRadian)
        + std::cos(pixel.decDeg * kRadian) * std::cos(spec.decDeg * kRadian)
            * std::cos((pixel.raDeg - spec.raDeg) * kRadian);
    pixel.separationDeg = std::acos(std::fmin(1.0, std::fmax(-1.0, cosine))) / kRadian;
    return pixel;
}

// Splits where the blob is bright, as the real maps do: about a thousand pixels in all.
void refine(int order, int64_t index, const SkyMapSpec &spec, std::vector<Pixel> &out)
{
    const Pixel pixel = makePixel(order, index, spec);
    const double sizeDeg = 58.6 / static_cast<double>(int64_t{1} << order);
    const bool split = order < 2
        || (order < 6 && pixel.separationDeg < 2.5 * spec.sigmaDeg + sizeDeg && sizeDeg > spec.sigmaDeg / 2);
    if (!split) {
        out.push_back(pixel);
        return;
    }
    for (int64_t child = 0; child < 4; ++child)
        refine(order + 1, index * 4 + child, spec, out);
}

} // namespace

std::string stampGz(std::span<const float> pixels, int side)
{
    MemoryFits fits;
    long axes[2] = {side, side};
    fits_create_img(fits.get(), FLOAT_IMG, 2, axes, &fits.status);
    fits_write_img(fits.get(), TFLOAT, 1, static_cast<LONGLONG>(pixels.size()), const_cast<float *>(pixels.data()),
                   &fits.status);
    return gzip(fits.take());
}

std::string multiOrderMap(const SkyMapSpec &spec)
{
    std::vector<Pixel> pixels;
    for (int64_t base = 0; base < 12; ++base)
        refine(0, base, spec, pixels);

    std::vector<LONGLONG> uniq;
    std::vector<double> density;
    double total = 0;
    for (const Pixel &pixel : pixels) {
        uniq.push_back(4 * (int64_t{1} << (2 * pixel.order)) + pixel.index);
        density.push_back(std::exp(-0.5 * std::pow(pixel.separationDeg / spec.sigmaDeg, 2)) + 1e-9);
        total += density.back() * 4 * std::numbers::pi / (12.0 * static_cast<double>(int64_t{1} << (2 * pixel.order)));
    }
    for (double &value : density)
        value /= total;
    std::vector<double> mu(pixels.size(), spec.distanceMpc);
    std::vector<double> sigma(pixels.size(), spec.distanceErrorMpc);
    std::vector<double> norm(pixels.size(), 1 / (spec.distanceMpc * spec.distanceMpc));

    MemoryFits fits;
    fits_create_img(fits.get(), BYTE_IMG, 0, nullptr, &fits.status); // the empty primary unit
    const char *names[] = {"UNIQ", "PROBDENSITY", "DISTMU", "DISTSIGMA", "DISTNORM"};
    const char *forms[] = {"1K", "1D", "1D", "1D", "1D"};
    const char *units[] = {"", "sr-1", "Mpc", "Mpc", "Mpc-2"};
    const auto rows = static_cast<LONGLONG>(pixels.size());
    fits_create_tbl(fits.get(), BINARY_TBL, rows, 5, const_cast<char **>(names), const_cast<char **>(forms),
                    const_cast<char **>(units), nullptr, &fits.status);
    fits.key("PIXTYPE", std::string("HEALPIX"));
    fits.key("ORDERING", std::string("NUNIQ"));
    fits.key("COORDSYS", std::string("C"));
    fits.key("INDXSCHM", std::string("EXPLICIT"));
    fits.key("MOCORDER", 6);
    fits.key("OBJECT", spec.object);
    fits.key("INSTRUME", spec.instruments);
    fits.key("DISTMEAN", spec.distanceMpc);
    fits.key("DISTSTD", spec.distanceErrorMpc);
    fits_write_col(fits.get(), TLONGLONG, 1, 1, 1, rows, uniq.data(), &fits.status);
    int column = 2;
    for (std::vector<double> *values : {&density, &mu, &sigma, &norm})
        fits_write_col(fits.get(), TDOUBLE, column++, 1, 1, rows, values->data(), &fits.status);
    return fits.take();
}

} // namespace tocsin::demo
