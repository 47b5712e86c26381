// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/fits/stamp.h"

#include "core/base/gunzip.h"
#include "core/decoders/fits/fits.h"
#include "core/decoders/treebudget.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace tocsin::decoders {

namespace {

constexpr int64_t kMostSide = 4'096; // of a picture that is drawn
constexpr float kNoData = 1e20f; // what cameras write for dead pixels lies beyond
constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

std::variant<QByteArray, std::string> unpacked(std::string_view bytes)
{
    const QByteArray raw = QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
    if (!looksGzipped(raw))
        return raw;
    const auto data = gunzip(raw, static_cast<qint64>(kMostPacketBytes));
    if (!data)
        return data.error().message.toStdString();
    return data.value();
}

// The pixels of an image, in its numbers.
class Pixels
{
public:
    explicit Pixels(const FitsUnit &unit)
        : m_data(unit.data), m_bitpix(unit.whole("BITPIX").value_or(8)), m_scale(unit.number("BSCALE").value_or(1)),
          m_zero(unit.number("BZERO").value_or(0))
    {
        if (m_bitpix > 0)
            m_blank = unit.whole("BLANK");
        m_width = unit.whole("NAXIS1").value_or(0);
        m_height = unit.whole("NAXIS").value_or(0) > 1 ? unit.whole("NAXIS2").value_or(0) : 1;
        // The data are there, as the reader has seen; the axes alone could still be more than them (GCOUNT, random groups).
        const auto size = static_cast<int64_t>(m_data.size());
        const int64_t there = size / (std::abs(m_bitpix) / 8);
        if (m_width < 1 || m_height < 1 || m_height > there / m_width)
            m_width = m_height = 0;
    }
    [[nodiscard]] int64_t width() const { return m_width; }
    [[nodiscard]] int64_t height() const { return m_height; }
    [[nodiscard]] int64_t bitpix() const { return m_bitpix; }
    [[nodiscard]] double at(int64_t index) const
    {
        const char *bytes = m_data.data() + index * (std::abs(m_bitpix) / 8);
        if (m_blank && fitsWhole(bytes, m_bitpix) == *m_blank)
            return std::numeric_limits<double>::quiet_NaN();
        return fitsNumber(bytes, m_bitpix) * m_scale + m_zero;
    }

private:
    std::string_view m_data;
    int64_t m_bitpix;
    double m_scale;
    double m_zero;
    std::optional<int64_t> m_blank;
    int64_t m_width = 0;
    int64_t m_height = 0;
};

FieldTree numberOrNull(double value)
{
    return std::isfinite(value) ? FieldTree(value) : FieldTree(nullptr);
}

FieldTree describe(const FitsUnit &unit)
{
    const std::string_view extension = unit.text("XTENSION").value_or("");
    FieldTree tree{{"type", extension.empty() ? "PrimaryHDU" : extension == "IMAGE" ? "ImageHDU" : extension == "BINTABLE" ? "BinTableHDU" : "TableHDU"}};
    for (const auto &[name, keyword] : {std::pair("naxis1", "NAXIS1"), std::pair("naxis2", "NAXIS2"), std::pair("bitpix", "BITPIX")}) {
        if (const auto number = unit.whole(keyword))
            tree[name] = *number;
    }
    if (!unit.isImage())
        return tree;
    const Pixels pixels(unit);
    const int64_t count = pixels.width() * pixels.height();
    if (count == 0)
        return tree;
    double least = std::numeric_limits<double>::infinity();
    double greatest = -least;
    int64_t nan = 0;
    for (int64_t i = 0; i < count; ++i) {
        const double value = pixels.at(i);
        nan += std::isnan(value) ? 1 : 0;
        if (std::isfinite(value)) {
            least = std::min(least, value);
            greatest = std::max(greatest, value);
        }
    }
    tree["min"] = numberOrNull(least);
    tree["max"] = numberOrNull(greatest);
    tree["nan_pixels"] = nan;
    tree["first_pixel"] = numberOrNull(pixels.at(0));
    tree["centre_pixel"] = numberOrNull(pixels.at(pixels.height() / 2 * pixels.width() + pixels.width() / 2));
    return tree;
}

std::vector<float> finite(const Stamp &stamp)
{
    std::vector<float> values;
    values.reserve(stamp.pixels.size());
    std::ranges::copy_if(stamp.pixels, std::back_inserter(values), [](float value) { return std::isfinite(value); });
    return values;
}

// A straight line by the samples that are good.
struct Line {
    double slope = 0;
    double start = 0;
    [[nodiscard]] double at(size_t i) const { return start + slope * static_cast<double>(i); }
};

Line fitted(const std::vector<float> &samples, const std::vector<bool> &bad)
{
    double n = 0;
    double meanX = 0;
    double meanY = 0;
    for (size_t i = 0; i < samples.size(); ++i) {
        if (bad[i])
            continue;
        ++n;
        meanX += static_cast<double>(i);
        meanY += static_cast<double>(samples[i]);
    }
    meanX /= n;
    meanY /= n;
    double xx = 0;
    double xy = 0;
    for (size_t i = 0; i < samples.size(); ++i) {
        if (bad[i])
            continue;
        const double x = static_cast<double>(i) - meanX;
        xx += x * x;
        xy += x * (static_cast<double>(samples[i]) - meanY);
    }
    const double slope = xx > 0 ? xy / xx : 0;
    return {slope, meanY - slope * meanX};
}

// 2.5 standard deviations of the good samples about the line.
double thresholdOf(const std::vector<float> &samples, const std::vector<bool> &bad, const Line &line)
{
    double n = 0;
    double sum = 0;
    double squares = 0;
    for (size_t i = 0; i < samples.size(); ++i) {
        if (bad[i])
            continue;
        const double off = static_cast<double>(samples[i]) - line.at(i);
        ++n;
        sum += off;
        squares += off * off;
    }
    return 2.5 * std::sqrt(std::max(0.0, squares / n - sum / n * (sum / n)));
}

double medianOf(const std::vector<float> &sorted)
{
    const size_t half = sorted.size() / 2;
    const auto upper = static_cast<double>(sorted[half]);
    return sorted.size() % 2 == 1 ? upper : (static_cast<double>(sorted[half - 1]) + upper) / 2;
}

} // namespace

FieldTree stampTree(std::string_view bytes, std::string &error)
{
    const auto data = unpacked(bytes);
    if (const auto *wrong = std::get_if<std::string>(&data)) {
        error = *wrong;
        return {};
    }
    const auto &raw = std::get<QByteArray>(data);
    const auto file = readFits({raw.constData(), static_cast<size_t>(raw.size())});
    if (const auto *wrong = std::get_if<std::string>(&file)) {
        error = "the FITS file " + *wrong;
        return {};
    }
    const auto &units = std::get<std::vector<FitsUnit>>(file);
    if (std::ranges::none_of(units, &FitsUnit::isImage)) {
        error = "the FITS file holds neither an image nor a sky map";
        return {};
    }
    FieldTree hdus = FieldTree::array();
    for (const FitsUnit &unit : units)
        hdus.push_back(describe(unit));
    return FieldTree{{"hdus", std::move(hdus)}};
}

std::variant<Stamp, std::string> readStamp(std::string_view bytes)
{
    const auto data = unpacked(bytes);
    if (const auto *wrong = std::get_if<std::string>(&data))
        return *wrong;
    const auto &raw = std::get<QByteArray>(data);
    const auto file = readFits({raw.constData(), static_cast<size_t>(raw.size())});
    if (const auto *wrong = std::get_if<std::string>(&file))
        return "the image " + *wrong;
    for (const FitsUnit &unit : std::get<std::vector<FitsUnit>>(file)) {
        if (!unit.isImage() || unit.whole("NAXIS").value_or(0) < 2)
            continue;
        const Pixels pixels(unit);
        if (pixels.width() == 0)
            continue;
        if (pixels.width() > kMostSide || pixels.height() > kMostSide)
            return std::string("the image is larger than 4096 pixels on a side");
        Stamp stamp{.width = static_cast<int>(pixels.width()),
                    .height = static_cast<int>(pixels.height()),
                    .pixels = {},
                    .missing = 0,
                    .unit = printable(unit.text("BUNIT").value_or("")),
                    .sky = SkyFrame::of(unit)};
        const int64_t count = pixels.width() * pixels.height();
        stamp.pixels.reserve(static_cast<size_t>(count));
        for (int64_t i = 0; i < count; ++i) {
            const double value = pixels.at(i);
            const bool sound = std::isfinite(value) && std::abs(value) <= static_cast<double>(kNoData);
            stamp.pixels.push_back(sound ? static_cast<float>(value) : kNan);
            stamp.missing += sound ? 0 : 1;
        }
        return stamp;
    }
    return std::string("no image is in the file");
}

std::optional<Limits> zscale(const Stamp &stamp)
{
    constexpr size_t kSamples = 1'000;
    constexpr double kContrast = 0.25;
    const std::vector<float> values = finite(stamp);
    if (values.empty())
        return std::nullopt;
    const size_t stride = std::max<size_t>(1, values.size() / kSamples);
    std::vector<float> samples;
    for (size_t i = 0; i < values.size() && samples.size() < kSamples; i += stride)
        samples.push_back(values[i]);
    std::ranges::sort(samples);
    const size_t n = samples.size();
    const size_t enough = std::max<size_t>(5, n / 2);
    const size_t grow = std::max<size_t>(1, n / 100);
    std::vector<bool> bad(n, false);
    size_t good = n;
    size_t before = n + 1;
    Line line;
    for (int round = 0; round < 5 && good < before && good >= enough; ++round) {
        line = fitted(samples, bad);
        const double threshold = thresholdOf(samples, bad, line);
        std::vector<bool> grown(n, false);
        for (size_t i = 0; i < n; ++i) {
            if (!bad[i] && std::abs(static_cast<double>(samples[i]) - line.at(i)) <= threshold)
                continue;
            const size_t first = i - std::min(i, (grow - 1) / 2);
            const size_t last = std::min(n - 1, i + grow / 2);
            for (size_t k = first; k <= last; ++k)
                grown[k] = true;
        }
        bad = std::move(grown);
        before = good;
        good = static_cast<size_t>(std::ranges::count(bad, false));
    }
    Limits limits{static_cast<double>(samples.front()), static_cast<double>(samples.back())};
    if (good >= enough) {
        const double slope = line.slope / kContrast;
        const size_t centre = (n - 1) / 2;
        const double median = medianOf(samples);
        limits.low = std::max(limits.low, median - (static_cast<double>(centre) - 1) * slope);
        limits.high = std::min(limits.high, median + static_cast<double>(n - centre) * slope);
    }
    return limits;
}

std::optional<Limits> percentiles(const Stamp &stamp, double low, double high)
{
    std::vector<float> values = finite(stamp);
    if (values.empty())
        return std::nullopt;
    std::ranges::sort(values);
    const auto at = [&](double percent) {
        const double place = std::clamp(percent, 0.0, 100.0) / 100 * static_cast<double>(values.size() - 1);
        const auto below = static_cast<size_t>(place);
        const size_t above = std::min(below + 1, values.size() - 1);
        return std::lerp(static_cast<double>(values[below]), static_cast<double>(values[above]), place - static_cast<double>(below));
    };
    return Limits{at(low), at(high)};
}

std::optional<Limits> commonLimits(std::span<const Stamp> stamps)
{
    std::optional<Limits> common;
    for (const Stamp &stamp : stamps) {
        const auto limits = zscale(stamp);
        if (limits && common)
            common = Limits{std::min(common->low, limits->low), std::max(common->high, limits->high)};
        else if (limits)
            common = limits;
    }
    return common;
}

std::vector<float> stretched(const Stamp &stamp, const Limits &limits, Stretch stretch)
{
    constexpr double kSoft = 0.1; // where asinh turns from linear to logarithmic
    const double width = limits.high > limits.low ? limits.high - limits.low : 1;
    std::vector<float> out(stamp.pixels.size());
    std::ranges::transform(stamp.pixels, out.begin(), [&](float value) {
        if (!std::isfinite(value))
            return kNan;
        double x = std::clamp((static_cast<double>(value) - limits.low) / width, 0.0, 1.0);
        if (stretch == Stretch::Asinh)
            x = std::asinh(x / kSoft) / std::asinh(1 / kSoft);
        return static_cast<float>(x);
    });
    return out;
}

} // namespace tocsin::decoders
