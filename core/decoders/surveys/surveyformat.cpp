// SPDX-License-Identifier: GPL-3.0-or-later
// From what a plan picked to an alert, for every survey that has a description.
#include "core/decoders/surveys/surveydescription.h"

#include "core/base/timescale.h"
#include "core/decoders/schemadiff.h"
#include "core/decoders/walk.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>
#include <unordered_map>

namespace tocsin::decoders {

namespace {

constexpr size_t kMostFields = 48; // of a description
constexpr size_t kMostText = 1'000;

// The plan of a description for a schema, and what the schema alone tells.
struct Compiled {
    AvroPlan plan;
    std::string version;
    bool bySchema; // the schema's name says whose it is
};

bool isText(const AvroScalar &scalar)
{
    return scalar.kind == AvroScalar::Kind::Text && !scalar.text.empty() && scalar.text != "null";
}

class Slots
{
public:
    Slots(const SurveyDescription &survey, std::span<const AvroScalar> slots, Alert &alert) : m_survey(survey), m_slots(slots), m_alert(alert) {}

    // The first field of the key that has a value.
    [[nodiscard]] AvroScalar find(SurveyKey key, const char **path = nullptr) const
    {
        for (size_t i = 0; i < m_slots.size(); ++i) {
            const AvroScalar &slot = m_slots[i];
            if (m_survey.fields[i].key != key || !slot.has() || (slot.kind == AvroScalar::Kind::Text && !isText(slot)))
                continue;
            if (slot.kind == AvroScalar::Kind::Integer && slot.integer == 0 && m_survey.zeroIsNone && isNumbered(key))
                continue;
            if (path)
                *path = m_survey.fields[i].path.data(); // a literal
            return slot;
        }
        return {};
    }

    [[nodiscard]] Number number(SurveyKey key) const
    {
        const char *path = "";
        const AvroScalar slot = find(key, &path);
        Number value;
        switch (slot.kind) {
        case AvroScalar::Kind::Float:
            value = Number(static_cast<float>(slot.real));
            break;
        case AvroScalar::Kind::Double:
            value = Number(slot.real);
            break;
        case AvroScalar::Kind::Integer:
            value = Number(static_cast<double>(slot.integer));
            break;
        default:
            return {};
        }
        if (std::isfinite(value.value))
            return value;
        const std::string_view name(path);
        note(m_alert, std::string(name.substr(name.rfind('.') + 1)) + " is not finite");
        return {};
    }

    // Surveys write -999 and 99 where they have no magnitude.
    [[nodiscard]] Number magnitude(SurveyKey key) const
    {
        const Number value = number(key);
        return std::abs(value.value) < 90 ? value : Number();
    }

    [[nodiscard]] Text text(SurveyKey key) const
    {
        const AvroScalar slot = find(key);
        if (slot.kind == AvroScalar::Kind::Integer)
            return std::to_string(slot.integer);
        return std::string(slot.text.substr(0, kMostText));
    }

private:
    static bool isNumbered(SurveyKey key) { return key == SurveyKey::Id || key == SurveyKey::Name || key == SurveyKey::MovingName; }

    const SurveyDescription &m_survey;
    std::span<const AvroScalar> m_slots;
    Alert &m_alert;
};

void mapTime(const SurveyDescription &survey, const Slots &slots, Alert &alert)
{
    const char *path = "";
    const AvroScalar slot = slots.find(SurveyKey::Time, &path);
    const bool single = slot.kind == AvroScalar::Kind::Float;
    if (single || slot.kind == AvroScalar::Kind::Double) {
        // Of a single precision number the value itself, not its shortest digits: they lie minutes apart.
        const UtcTime time = surveyTime(survey.clock, slot.real);
        setTime(alert, time, survey.timeKind);
        const std::string_view name(path);
        if (!time.isValid())
            note(alert, std::string(name.substr(name.rfind('.') + 1)) + " is no time");
        else if (single)
            alert.timePrecision = 86'400 * (static_cast<double>(std::nextafter(static_cast<float>(slot.real), INFINITY)) - slot.real);
        else if (survey.timePrecision > 0)
            alert.timePrecision = survey.timePrecision;
    }
    if (!alert.timestamp.isValid()) {
        if (const AvroScalar text = slots.find(SurveyKey::TimeText); text.kind == AvroScalar::Kind::Text)
            setTime(alert, UtcTime::fromIso(text.text), "");
    }
    if (const AvroScalar issued = slots.find(SurveyKey::Issued); issued.kind == AvroScalar::Kind::Double)
        alert.issued = surveyTime(survey.clock, issued.real);
}

void mapBrightness(const SurveyDescription &survey, const Slots &slots, Alert &alert)
{
    const Number flux = slots.number(SurveyKey::Flux);
    const Number error = slots.number(SurveyKey::FluxError);
    if (survey.fluxUnit == FluxUnit::NanoJansky) {
        setNanoJansky(alert, flux, error);
    } else if (survey.fluxUnit != FluxUnit::ByAlert) {
        alert.flux = flux;
        alert.fluxError = error;
        if (flux.has() && survey.fluxUnit == FluxUnit::MicroJansky)
            alert.fluxUnit = "uJy";
    }
    if (const Number mag = slots.magnitude(SurveyKey::Mag); mag.has()) {
        alert.mag = mag;
        alert.magError = slots.magnitude(SurveyKey::MagError);
    }
    alert.magLimit = slots.magnitude(SurveyKey::MagLimit);
    if (alert.mag.has() || alert.magLimit.has() || flux.has())
        alert.magKind = "difference";
    if (alert.mag.has() || alert.magLimit.has())
        alert.magSystem = survey.magSystem;
}

void mapScore(const SurveyDescription &survey, const Slots &slots, Alert &alert)
{
    static constexpr std::pair<SurveyKey, const char *> kScores[] = {
        {SurveyKey::Drb, "drb"}, {SurveyKey::RealBogus, "real-bogus"}, {SurveyKey::Reliability, "reliability"}};
    for (const auto &[key, kind] : kScores) {
        const Number score = slots.number(key);
        if (!score.has() || (survey.zeroScoreIsNone && score.value == 0))
            continue;
        alert.score = score;
        alert.scoreKind = kind;
        return;
    }
}

std::optional<bool> truthOf(const AvroScalar &scalar)
{
    switch (scalar.kind) {
    case AvroScalar::Kind::Boolean:
        return scalar.integer != 0;
    case AvroScalar::Kind::Integer:
        return scalar.integer > 0;
    case AvroScalar::Kind::Float:
    case AvroScalar::Kind::Double:
        return scalar.real > 0;
    case AvroScalar::Kind::Text:
        if (scalar.text == "t" || scalar.text == "1" || scalar.text == "true" || scalar.text == "True")
            return true;
        if (scalar.text == "f" || scalar.text == "0" || scalar.text == "-1" || scalar.text == "false" || scalar.text == "False")
            return false;
        return std::nullopt;
    case AvroScalar::Kind::Missing:
        return std::nullopt;
    }
    return std::nullopt;
}

bool isOurs(const SurveyDescription &survey, bool bySchema, const Slots &slots, const Text &name)
{
    if (bySchema || (survey.objectPrefix.empty() && survey.publisherPrefix.empty()))
        return true;
    if (!survey.objectPrefix.empty() && name.starts_with(survey.objectPrefix))
        return true;
    return !survey.publisherPrefix.empty() && lower(slots.text(SurveyKey::Publisher)).starts_with(survey.publisherPrefix);
}

std::shared_ptr<const Compiled> compiledFor(const SurveyDescription &survey, const std::shared_ptr<const AvroSchema> &schema)
{
    struct Key {
        const SurveyDescription *survey;
        const AvroSchema *schema;
        bool operator==(const Key &) const = default;
    };
    struct Hash {
        size_t operator()(const Key &key) const { return std::hash<const void *>()(key.survey) * 31 + std::hash<const void *>()(key.schema); }
    };
    constexpr size_t kMostPlans = 256;
    static std::mutex mutex;
    static std::unordered_map<Key, std::shared_ptr<const Compiled>, Hash> known; // a plan keeps its schema alive
    const std::lock_guard lock(mutex);
    if (const auto it = known.find({&survey, schema.get()}); it != known.end())
        return it->second;
    if (known.size() >= kMostPlans)
        known.clear();
    std::vector<std::string_view> paths;
    for (const SurveyField &field : survey.fields)
        paths.push_back(field.path);
    const std::string_view name = schemaName(*schema);
    auto compiled = std::make_shared<Compiled>(Compiled{AvroPlan(schema, paths), schemaVersion(name),
                                               !survey.schemaPrefix.empty() && name.starts_with(survey.schemaPrefix)});
    return known[{&survey, schema.get()}] = std::move(compiled);
}

} // namespace

std::string schemaVersion(std::string_view text)
{
    for (size_t at = text.find(".v"); at != std::string_view::npos; at = text.find(".v", at + 1)) {
        std::string version;
        for (const char c : text.substr(at + 2)) {
            if ((c < '0' || c > '9') && c != '_')
                break;
            version += c == '_' ? '.' : c;
        }
        if (!version.empty())
            return version;
    }
    return text.empty() || text.front() < '0' || text.front() > '9' ? std::string() : std::string(text.substr(0, 40));
}

bool hasField(const AvroSchema &schema, std::string_view path)
{
    uint32_t at = schema.root();
    while (!path.empty()) {
        const size_t dot = path.find('.');
        const int next = schema.field(at, path.substr(0, dot));
        if (next < 0)
            return false;
        at = static_cast<uint32_t>(next);
        path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
    }
    return true;
}

namespace {

// The key of the alert that a field of a description ends up in; none: it only helps.
const char *alertKey(SurveyKey key)
{
    switch (key) {
    case SurveyKey::Id:
        return "id";
    case SurveyKey::Name:
    case SurveyKey::MovingName:
        return "name";
    case SurveyKey::MovingObject:
        return "solar_system";
    case SurveyKey::Time:
    case SurveyKey::TimeText:
        return "timestamp";
    case SurveyKey::Issued:
        return "issued";
    case SurveyKey::Ra:
        return "ra";
    case SurveyKey::Dec:
        return "dec";
    case SurveyKey::Mag:
        return "mag";
    case SurveyKey::MagError:
        return "mag_error";
    case SurveyKey::MagLimit:
        return "mag_limit";
    case SurveyKey::Flux:
        return "flux";
    case SurveyKey::FluxError:
        return "flux_error";
    case SurveyKey::Band:
    case SurveyKey::Filter:
        return "band";
    case SurveyKey::Drb:
    case SurveyKey::RealBogus:
    case SurveyKey::Reliability:
        return "score";
    case SurveyKey::IsPositive:
    case SurveyKey::IsNegative:
        return "is_negative";
    case SurveyKey::Version:
    case SurveyKey::Publisher:
    case SurveyKey::ZeroPoint:
    case SurveyKey::Status:
    case SurveyKey::Programme:
        break;
    }
    return nullptr;
}

} // namespace

void SurveyFormat::sources(const AvroSchema &schema, std::vector<KeySource> &out) const
{
    const bool hasMag = std::ranges::any_of(m_survey.fields, [](const SurveyField &field) { return field.key == SurveyKey::Mag; });
    for (const SurveyField &field : m_survey.fields) {
        const char *key = alertKey(field.key);
        if (!key || !hasField(schema, field.path))
            continue;
        out.push_back({key, std::string(field.path)});
        if (field.key == SurveyKey::Flux && m_survey.fluxUnit == FluxUnit::NanoJansky && !hasMag)
            out.push_back({"mag", std::string(field.path)});
    }
}

Text surveyBand(const SurveyDescription &survey, std::string_view filter)
{
    std::string band(filter.substr(0, filter.find(' '))); // "g DECam SDSS c0001 4720.0 1520.0"
    if (band.size() > 40)
        band.resize(40);
    if (std::string_view(survey.bandPrefix) == "lsst-")
        band = lower(band); // y was Y once
    return band.empty() ? band : survey.bandPrefix + band;
}

UtcTime surveyTime(SurveyClock clock, double value)
{
    switch (clock) {
    case SurveyClock::JdUtc:
        return UtcTime::fromJd(value);
    case SurveyClock::MjdUtc:
        return timescale::fromMjd(value);
    case SurveyClock::MjdTai:
        // Babamul's lists count the same days from another noon.
        return timescale::fromMjdTai(value > 2'400'000 && value < 2'500'000 ? value - 2'400'000.5 : value);
    }
    return {};
}

bool mapSurvey(const SurveyDescription &survey, bool bySchema, std::span<const AvroScalar> picked, Alert &alert)
{
    const Slots slots(survey, picked, alert);
    alert.format = survey.id;
    alert.message = "detection";
    alert.messenger = survey.messenger;
    alert.id = slots.text(SurveyKey::Id);
    alert.name = slots.text(SurveyKey::Name);
    const bool ours = isOurs(survey, bySchema, slots, alert.name);
    if (ours) {
        alert.mission = survey.mission;
        if (survey.urlBefore && !alert.name.empty())
            alert.url = survey.urlBefore + alert.name + survey.urlAfter;
    }
    if (alert.name.empty())
        alert.name = slots.text(SurveyKey::MovingName);
    alert.event = alert.name;
    mapTime(survey, slots, alert);
    setPosition(alert, slots.number(SurveyKey::Ra), slots.number(SurveyKey::Dec));
    mapBrightness(survey, slots, alert);
    mapScore(survey, slots, alert);
    const AvroScalar filter = slots.find(SurveyKey::Filter);
    if (ours && filter.kind == AvroScalar::Kind::Integer && filter.integer > 0 && static_cast<size_t>(filter.integer) < survey.filters.size())
        alert.band = survey.filters[static_cast<size_t>(filter.integer)];
    else if (const AvroScalar band = slots.find(SurveyKey::Band); isText(band))
        alert.band = ours ? surveyBand(survey, band.text) : std::string(band.text.substr(0, 40));
    if (const auto negative = truthOf(slots.find(SurveyKey::IsNegative)))
        alert.isNegative = *negative;
    else if (const auto positive = truthOf(slots.find(SurveyKey::IsPositive)))
        alert.isNegative = !*positive;
    alert.solarSystem = slots.text(SurveyKey::MovingObject).substr(0, 200);
    if (alert.solarSystem == "NONE" || alert.solarSystem == "None")
        alert.solarSystem.clear();
    if (const AvroScalar programme = slots.find(SurveyKey::Programme); programme.kind == AvroScalar::Kind::Integer && programme.integer != 1)
        alert.access = "restricted";
    return ours;
}

SchemaFormat::Outcome SurveyFormat::readDatum(AvroReader &reader, const std::shared_ptr<const AvroSchema> &schema, bool forced, Alert &alert) const
{
    const auto compiled = compiledFor(m_survey, schema);
    std::array<AvroScalar, kMostFields> slots;
    const std::span<AvroScalar> used = std::span(slots).first(std::min(m_survey.fields.size(), kMostFields));
    if (!reader.pick(compiled->plan, used))
        return Outcome::Broken;
    // Other surveys took the schemas of ZTF over; they are read by their own descriptions or by the usual names of fields.
    if (!mapSurvey(m_survey, compiled->bySchema, used, alert) && !forced)
        return Outcome::NotMine;
    std::string version;
    for (size_t i = 0; i < used.size() && version.empty(); ++i) {
        if (m_survey.fields[i].key == SurveyKey::Version && isText(used[i]))
            version = schemaVersion(used[i].text);
    }
    if (version.empty())
        version = compiled->version;
    if (!version.empty())
        alert.format += ' ' + version;
    return Outcome::Read;
}

} // namespace tocsin::decoders
