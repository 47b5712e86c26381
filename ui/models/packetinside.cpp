// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/packetinside.h"

#include "core/export/csv.h"
#include "ui/theme/formats.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using decoders::Limits;
using decoders::Stamp;

namespace {

constexpr int64_t kSameUs = 86'400; // 1e-6 days: packets write the same instant in more than one way
constexpr uchar kNoData = 255;

size_t placeOf(const std::string &role)
{
    constexpr std::array kUsual = {"science", "template", "difference"};
    return static_cast<size_t>(std::ranges::find(kUsual, role) - kUsual.begin());
}

// Means of squares of pixels, so many that no side is longer than kMostSide.
Stamp reduced(const Stamp &stamp)
{
    const int step = (std::max(stamp.width, stamp.height) + PacketInside::kMostSide - 1) / PacketInside::kMostSide;
    Stamp out;
    out.width = (stamp.width + step - 1) / step;
    out.height = (stamp.height + step - 1) / step;
    out.pixels.reserve(static_cast<size_t>(out.width) * static_cast<size_t>(out.height));
    for (int y = 0; y < out.height; ++y) {
        for (int x = 0; x < out.width; ++x) {
            double sum = 0;
            int count = 0;
            for (int row = y * step; row < std::min(stamp.height, (y + 1) * step); ++row) {
                for (int column = x * step; column < std::min(stamp.width, (x + 1) * step); ++column) {
                    const float value = stamp.pixels[static_cast<size_t>(row) * static_cast<size_t>(stamp.width) + static_cast<size_t>(column)];
                    sum += std::isfinite(value) ? static_cast<double>(value) : 0;
                    count += std::isfinite(value) ? 1 : 0;
                }
            }
            out.pixels.push_back(count > 0 ? static_cast<float>(sum / count) : std::numeric_limits<float>::quiet_NaN());
        }
    }
    return out;
}

QImage drawn(const Stamp &stamp, const Limits &limits)
{
    QImage image(stamp.width, stamp.height, QImage::Format_Indexed8);
    if (image.isNull())
        return image;
    const std::vector<float> values = decoders::stretched(stamp, limits, decoders::Stretch::Asinh);
    for (int y = 0; y < stamp.height; ++y) {
        uchar *line = image.scanLine(stamp.height - 1 - y); // FITS begins at the bottom
        for (int x = 0; x < stamp.width; ++x) {
            const float value = values[static_cast<size_t>(y) * static_cast<size_t>(stamp.width) + static_cast<size_t>(x)];
            line[x] = std::isnan(value) ? kNoData : static_cast<uchar>(std::lround(value * 254));
        }
    }
    return image;
}

// Four digits are enough to say between what a picture is drawn.
QString words(const Limits &limits, const std::string &unit)
{
    const auto number = [](double value) { return formats::asSent(Number(QString::number(value, 'g', 4).toDouble())); };
    //: limits of a stretch, with the unit where it is known: −5 to 60 DN
    const QString range = QCoreApplication::translate("PacketInside", "%1 to %2").arg(number(limits.low), number(limits.high));
    return unit.empty() ? range : range + u'\u00a0' + formats::plain(unit);
}

void draw(PacketInside &out, const std::function<bool()> &cancelled)
{
    std::optional<Limits> common;
    std::string unit;
    std::vector<std::optional<Limits>> own;
    for (const StampPicture &picture : out.stamps) {
        if (cancelled && cancelled())
            return;
        own.push_back(picture.error.isEmpty() ? decoders::zscale(picture.stamp) : std::nullopt);
        if (!own.back())
            continue;
        common = common ? Limits{std::min(common->low, own.back()->low), std::max(common->high, own.back()->high)} : *own.back();
        if (unit.empty())
            unit = picture.stamp.unit;
    }
    if (common)
        out.limits = words(*common, unit);
    for (size_t i = 0; i < out.stamps.size(); ++i) {
        StampPicture &picture = out.stamps[i];
        if (cancelled && cancelled())
            return;
        if (picture.error.isEmpty() && !own[i])
            picture.error = QCoreApplication::translate("PacketInside", "No pixel of this image has data.");
        if (!picture.error.isEmpty())
            continue;
        const bool large = std::max(picture.stamp.width, picture.stamp.height) > PacketInside::kMostSide;
        const Stamp smaller = large ? reduced(picture.stamp) : Stamp();
        const Stamp &shown = large ? smaller : picture.stamp;
        picture.limits = words(*own[i], picture.stamp.unit);
        picture.shared = drawn(shown, *common);
        picture.own = drawn(shown, *own[i]);
    }
}

void readStamps(PacketInside &out, const Inside &inside, const std::function<bool()> &cancelled)
{
    std::vector<const StampBytes *> stamps;
    for (const StampBytes &stamp : inside.stamps)
        stamps.push_back(&stamp);
    std::ranges::stable_sort(stamps, {}, [](const StampBytes *stamp) { return placeOf(stamp->role); });
    if (stamps.size() > PacketInside::kMostStamps) {
        const int more = static_cast<int>(stamps.size() - PacketInside::kMostStamps);
        out.problems << QCoreApplication::translate("PacketInside", "%Ln more image(s) are not shown.", nullptr, more);
        stamps.resize(PacketInside::kMostStamps);
    }
    for (const StampBytes *bytes : stamps) {
        if (cancelled && cancelled())
            return;
        StampPicture picture;
        picture.role = bytes->role;
        auto read = decoders::readStamp(bytes->bytes);
        if (auto *stamp = std::get_if<Stamp>(&read))
            picture.stamp = std::move(*stamp);
        else
            picture.error = formats::sentence(formats::plain(std::get<std::string>(read)));
        out.stamps.push_back(std::move(picture));
    }
    draw(out, cancelled);
}

bool areSame(const LightPoint &a, const LightPoint &b)
{
    return a.kind == b.kind && a.band == b.band && (a.id == b.id || a.id.empty() || b.id.empty()) && std::abs(a.time.us - b.time.us) <= kSameUs;
}

// The alert's own measurement may stand among the earlier ones as well.
std::vector<LightPoint> sorted(const Inside &inside)
{
    const auto current = std::ranges::find_if(inside.light, &LightPoint::current);
    std::vector<LightPoint> out;
    for (const LightPoint &point : inside.light) {
        const bool again = current != inside.light.end() && !point.current && current->time.isValid() && point.time.isValid() && areSame(*current, point);
        if (!again)
            out.push_back(point);
    }
    std::ranges::stable_sort(out, std::ranges::greater(), [](const LightPoint &point) { return point.time.us; });
    return out;
}

std::string digits(const Number &number)
{
    if (!number.has())
        return {};
    std::array<char, 40> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number.value).ptr;
    return {text.data(), end};
}

// Text of a packet in a table that a spreadsheet may open: quoted where RFC 4180 wants it, never run as a formula.
std::string cell(const std::string &text)
{
    std::string guarded = text;
    if (!text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos && !exporting::looksLikeNumber(text))
        guarded.insert(guarded.begin(), '\'');
    if (guarded.find_first_of(",\"\r\n") == std::string::npos && !exporting::looksLikeNumber(guarded))
        return guarded;
    std::string quoted = "\"";
    for (const char c : guarded)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

QString csvLine(const LightPoint &point)
{
    constexpr std::array kKinds = {"detection", "limit", "forced"};
    const double mjd = point.time.mjd();
    const std::string negative = point.isNegative ? *point.isNegative ? "true" : "false" : "";
    std::string line;
    for (const std::string &part :
         {point.time.iso(), digits(Number(mjd)), cell(point.timeKind), cell(point.band), std::string(kKinds[static_cast<size_t>(point.kind)]), digits(point.mag),
          digits(point.magError), digits(point.limit), digits(point.flux), digits(point.fluxError), cell(point.fluxUnit), negative,
          std::string(point.current ? "true" : "false"), cell(point.id)}) {
        line += part;
        line += ',';
    }
    line.pop_back();
    return QString::fromStdString(line);
}

} // namespace

bool PacketInside::hasLight(const Inside &inside)
{
    return std::ranges::any_of(inside.light, [](const LightPoint &point) { return !point.current; });
}

QString PacketInside::csvHeader()
{
    return u"time,mjd,time_kind,band,kind,mag,mag_error,limit,flux,flux_error,flux_unit,is_negative,current,id"_s;
}

std::shared_ptr<const PacketInside> PacketInside::of(qint64 row, const Inside &inside, const std::string &mission, const std::function<bool()> &cancelled)
{
    auto out = std::make_shared<PacketInside>();
    out->row = row;
    out->topDown = mission == "ZTF"; // no orientation in its headers; the first row on top is north up, as every broker draws it
    for (const std::string &problem : inside.problems)
        out->problems << formats::sentence(formats::plain(problem));
    readStamps(*out, inside, cancelled);
    if (hasLight(inside)) {
        out->light = sorted(inside);
        out->csv.reserve(out->light.size());
        for (const LightPoint &point : out->light)
            out->csv.push_back(csvLine(point));
    }
    if (cancelled && cancelled())
        return nullptr;
    return out;
}

} // namespace tocsin::ui
