// SPDX-License-Identifier: GPL-3.0-or-later
// Light curves and stamps by the description of a survey; the slow way, over the tree of the packet.
#include "core/decoders/surveys/surveydescription.h"

#include <QByteArray>

#include <cmath>

namespace tocsin::decoders {

namespace {

constexpr double kNanoJansky = 31.4; // AB magnitude of 1 nJy

Value at(const Value &root, std::string_view path)
{
    Value value = root;
    while (!path.empty() && !value.isAbsent()) {
        const size_t dot = path.find('.');
        value = value[path.substr(0, dot)];
        path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
    }
    return value;
}

// One measurement, its fields by key.
class Entry
{
public:
    Entry(std::span<const SurveyField> fields, const Value &value) : m_fields(fields), m_value(value) {}

    [[nodiscard]] Value find(SurveyKey key) const
    {
        for (const SurveyField &field : m_fields) {
            if (field.key != key)
                continue;
            if (const Value value = at(m_value, field.path); !value.isNull())
                return value;
        }
        return {};
    }
    [[nodiscard]] Number number(SurveyKey key) const
    {
        const auto value = find(key).number();
        return value && std::isfinite(*value) ? Number(*value) : Number();
    }
    [[nodiscard]] Number magnitude(SurveyKey key) const
    {
        const Number value = number(key);
        return std::abs(value.value) < 90 ? value : Number();
    }
    [[nodiscard]] std::optional<bool> truth(SurveyKey key) const
    {
        const Value value = find(key);
        if (const auto plain = value.boolean())
            return plain;
        if (const auto number = value.number())
            return *number > 0;
        const std::string_view text = value.text().value_or("");
        if (text == "t" || text == "1")
            return true;
        if (text == "f" || text == "0" || text == "-1")
            return false;
        return std::nullopt;
    }

private:
    std::span<const SurveyField> m_fields;
    Value m_value;
};

// What is needed beside an entry to make a point of it.
struct Scale {
    const SurveyDescription &survey;
    Number byAlert; // zero point that the alert's own flux and magnitude tell
    size_t noData = 0; // entries that say so of themselves
};

Number zeroPointOf(const Scale &scale, const Entry &entry)
{
    switch (scale.survey.fluxUnit) {
    case FluxUnit::NanoJansky:
        return kNanoJansky;
    case FluxUnit::MicroJansky:
        return 23.9;
    case FluxUnit::ByZeroPoint:
        return entry.number(SurveyKey::ZeroPoint);
    case FluxUnit::ByAlert: {
        const Number own = entry.number(SurveyKey::ZeroPoint);
        return own.has() ? own : scale.byAlert;
    }
    case FluxUnit::Unknown:
        return {};
    }
    return {};
}

Text bandOf(const SurveyDescription &survey, const Entry &entry)
{
    if (const auto number = entry.find(SurveyKey::Filter).number(); number && *number >= 1 && *number < static_cast<double>(survey.filters.size()))
        return survey.filters[static_cast<size_t>(*number)];
    return surveyBand(survey, entry.find(SurveyKey::Band).text().value_or(""));
}

// Flux in nJy where its scale is known, else as it was sent; magnitude and limit of it.
void measureFlux(const Scale &scale, const Entry &entry, LightPoint &point)
{
    const Number flux = entry.number(SurveyKey::Flux);
    const Number error = entry.number(SurveyKey::FluxError);
    const Number zeroPoint = zeroPointOf(scale, entry);
    point.flux = flux;
    point.fluxError = error;
    if (!zeroPoint.has())
        return;
    const double factor = std::pow(10.0, 0.4 * (kNanoJansky - zeroPoint.value));
    if (flux.has())
        point.flux = flux.value * factor;
    if (error.has())
        point.fluxError = error.value * factor;
    if (flux.has() || error.has())
        point.fluxUnit = "nJy";
    if (error.has() && error.value > 0)
        point.limit = zeroPoint.value - 2.5 * std::log10(5 * error.value);
    // Packets that give magnitudes of their detections give them of the amount of the change, whatever its sign.
    const bool amount = scale.survey.fluxUnit == FluxUnit::ByAlert && point.kind == LightPoint::Kind::Detection;
    const double bright = amount ? std::abs(flux.value) : flux.value;
    if (!flux.has() || !(bright > 0))
        return;
    point.mag = zeroPoint.value - 2.5 * std::log10(bright);
    if (error.has() && error.value >= 0)
        point.magError = 2.5 / std::log(10.0) * error.value / bright;
}

UtcTime timeOf(const SurveyDescription &survey, const Entry &entry)
{
    // A tree has single precision numbers with their shortest digits, which for a day are minutes off the value.
    if (const auto number = entry.find(SurveyKey::Time).number())
        return surveyTime(survey.clock, survey.singleTimes ? static_cast<double>(static_cast<float>(*number)) : *number);
    return UtcTime::fromIso(entry.find(SurveyKey::TimeText).text().value_or(""));
}

void addPoint(Scale &scale, const LightList &list, const Value &value, Inside &inside)
{
    constexpr double kNoData = -99'999; // ZTF's sentinel
    const Entry entry(list.fields, value);
    const auto status = entry.find(SurveyKey::Status).idText();
    if ((status && *status != "0") || entry.number(SurveyKey::Flux).value == kNoData) {
        ++scale.noData;
        return;
    }
    LightPoint point;
    point.kind = list.kind;
    point.current = list.current;
    point.time = timeOf(scale.survey, entry);
    if (point.time.isValid())
        point.timeKind = scale.survey.timeKind;
    point.band = bandOf(scale.survey, entry);
    point.id = entry.find(SurveyKey::Id).idText().value_or(Text()).substr(0, 200);
    measureFlux(scale, entry, point);
    if (const Number limit = entry.magnitude(SurveyKey::MagLimit); limit.has())
        point.limit = limit;
    if (const Number mag = entry.magnitude(SurveyKey::Mag); mag.has()) {
        point.mag = mag;
        point.magError = entry.magnitude(SurveyKey::MagError);
    }
    if (const auto negative = entry.truth(SurveyKey::IsNegative))
        point.isNegative = *negative;
    else if (const auto positive = entry.truth(SurveyKey::IsPositive))
        point.isNegative = !*positive;
    else if (point.flux.has())
        point.isNegative = point.flux.value < 0;
    if (point.kind == LightPoint::Kind::Detection && !point.mag.has() && !point.flux.has()) {
        if (!point.limit.has() && !list.current)
            return;
        if (!list.current)
            point.kind = LightPoint::Kind::Limit; // nothing was seen: the list holds both
    }
    // Some lists hold the alert's own measurement again.
    if (!list.current && !point.id.empty() && !inside.light.empty() && inside.light.front().current && inside.light.front().id == point.id
        && inside.light.front().time == point.time && inside.light.front().band == point.band)
        return;
    inside.light.push_back(std::move(point));
}

void addList(Scale &scale, const LightList &list, const Value &packet, Inside &inside)
{
    const Value value = at(packet, list.path);
    if (value.isObject())
        return addPoint(scale, list, value, inside);
    size_t left = 0;
    value.forEach([&](std::string_view, const Value &item) {
        if (inside.light.size() >= Inside::kMostPoints)
            ++left;
        else if (item.isObject())
            addPoint(scale, list, item, inside);
    });
    if (left > 0)
        inside.problems.push_back(std::to_string(left) + " measurements of " + std::string(list.path) + " were left out: the packet has more than 20,000");
}

void addStamp(const StampField &field, const Value &packet, Inside &inside)
{
    Value value = at(packet, field.path);
    if (value.isObject())
        value = value["stampData"];
    if (value.isNull())
        return;
    if (const auto bytes = value.binary()) {
        if (!bytes->empty())
            inside.stamps.push_back({field.role, std::string(*bytes)});
    } else if (const auto text = value.text()) { // JSON
        const auto decoded = QByteArray::fromBase64Encoding(QByteArray::fromRawData(text->data(), static_cast<qsizetype>(text->size())),
                                                            QByteArray::AbortOnBase64DecodingErrors);
        if (decoded && !(*decoded).isEmpty())
            inside.stamps.push_back({field.role, (*decoded).toStdString()});
        else
            inside.problems.push_back("the " + std::string(field.role) + " stamp is no base64");
    }
}

} // namespace

void surveyInside(const SurveyDescription &survey, const Value &packet, Inside &inside)
{
    Scale scale{.survey = survey, .byAlert = {}};
    if (survey.fluxUnit == FluxUnit::ByAlert) {
        for (const LightList &list : survey.light) {
            if (!list.current)
                continue;
            const Entry entry(list.fields, at(packet, list.path));
            const Number mag = entry.magnitude(SurveyKey::Mag);
            const Number flux = entry.number(SurveyKey::Flux);
            if (mag.has() && flux.has() && flux.value != 0)
                scale.byAlert = mag.value + 2.5 * std::log10(std::abs(flux.value));
        }
    }
    for (const LightList &list : survey.light)
        addList(scale, list, packet, inside);
    if (scale.noData > 0)
        inside.problems.push_back(std::to_string(scale.noData) + " measurements say that they are no data");
    for (const StampField &stamp : survey.stamps)
        addStamp(stamp, packet, inside);
}

} // namespace tocsin::decoders
