// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/format.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace tocsin::decoders {

// What the fields of a survey's packets mean. Of several paths for one key the first that has a value counts: old and new
// names of a field stand one below the other, and nothing else has to know of them.
enum class SurveyKey : uint8_t {
    Version, // of the schema
    Publisher,
    Id,
    Name,
    MovingName, // a number of a moving object; the name where no other is given
    MovingObject, // a designation
    Time,
    TimeText, // ISO, where there is no number
    Issued,
    Ra,
    Dec,
    Mag,
    MagError,
    MagLimit,
    Flux,
    FluxError,
    ZeroPoint, // of the flux
    Status, // of forced photometry; other than "0": no data
    Band,
    Filter, // a number
    Drb,
    RealBogus,
    Reliability,
    IsPositive, // t, 1, true; f, 0, -1, false
    IsNegative,
    Programme, // 1 is public
};

struct SurveyField {
    SurveyKey key;
    std::string_view path; // "candidate.jd"; of a list its last item counts
};

// A list of measurements (or the one that is the alert), its fields named from inside it.
struct LightList {
    std::string_view path;
    LightPoint::Kind kind = LightPoint::Kind::Detection;
    bool current = false;
    std::span<const SurveyField> fields;
};

struct StampField {
    const char *role;
    std::string_view path; // bytes, or an object with stampData
};

// What ZTF calls candidate, and the stamps beside it; several surveys took the names over.
inline constexpr std::array kZtfCandidate{
    SurveyField{SurveyKey::Time, "candidate.jd"},
    SurveyField{SurveyKey::Ra, "candidate.ra"},
    SurveyField{SurveyKey::Dec, "candidate.dec"},
    SurveyField{SurveyKey::Mag, "candidate.magpsf"},
    SurveyField{SurveyKey::MagError, "candidate.sigmapsf"},
    SurveyField{SurveyKey::MagLimit, "candidate.diffmaglim"},
    SurveyField{SurveyKey::Drb, "candidate.drb"},
    SurveyField{SurveyKey::RealBogus, "candidate.rb"},
    SurveyField{SurveyKey::Filter, "candidate.fid"},
    SurveyField{SurveyKey::IsPositive, "candidate.isdiffpos"},
    SurveyField{SurveyKey::MovingObject, "candidate.ssnamenr"},
};
inline constexpr std::array kZtfStamps{
    StampField{"science", "cutoutScience"},
    StampField{"template", "cutoutTemplate"},
    StampField{"difference", "cutoutDifference"},
};

// A survey's own fields before those that it shares with another.
template <size_t N, size_t M>
constexpr std::array<SurveyField, N + M> fieldsWith(const std::array<SurveyField, N> &own, const std::array<SurveyField, M> &shared)
{
    std::array<SurveyField, N + M> all{};
    std::ranges::copy(shared, std::ranges::copy(own, all.begin()).out);
    return all;
}

enum class SurveyClock : uint8_t { JdUtc, MjdUtc, MjdTai };
enum class FluxUnit : uint8_t {
    Unknown, // as sent, and no magnitude of it
    NanoJansky,
    MicroJansky,
    ByZeroPoint, // counts, with a zero point beside each
    ByAlert, // of a scale that the alert's own magnitude tells
};

// One survey, for Avro (by a plan, without a tree), for light curves and for stamps. Static data; shared by all threads.
struct SurveyDescription {
    const char *id;
    const char *label;
    const char *help;
    std::span<const FieldNote> notes;
    const char *notRead;

    const char *mission;
    const char *messenger;
    const char *bandPrefix; // "ztf-"
    std::span<const char *const> filters = {}; // by number, from 0
    SurveyClock clock = SurveyClock::JdUtc;
    const char *timeKind = "";
    double timePrecision = 0; // seconds; 0: by the digits
    const char *magSystem = "";
    FluxUnit fluxUnit = FluxUnit::Unknown;
    bool zeroIsNone = false; // ids and numbers of objects: 0 stands for none
    bool zeroScoreIsNone = false;
    bool singleTimes = false; // the times of its lists have single precision
    const char *urlBefore = nullptr; // of a page by name
    const char *urlAfter = "";
    // Whose packets they are, where others use the same fields: by the schema's name or the object's.
    std::string_view schemaPrefix = {};
    std::string_view objectPrefix = {};
    std::string_view publisherPrefix = {};

    bool (*fits)(const AvroSchema &schema); // by the schema's fields and its name

    std::span<const SurveyField> fields;
    std::span<const LightList> light;
    std::span<const StampField> stamps;
};

// Fills an alert with what a plan picked: `slots` runs parallel to `survey.fields`. False: they are another survey's.
[[nodiscard]] bool mapSurvey(const SurveyDescription &survey, bool bySchema, std::span<const AvroScalar> slots, Alert &alert);

// Light curve and stamps of a whole packet.
void surveyInside(const SurveyDescription &survey, const Value &packet, Inside &inside);

// "lsst.v10_0.alert" -> "10.0"; "4.02" as it is.
[[nodiscard]] std::string schemaVersion(std::string_view text);
// Where a path such as "diaSource.psfFlux" exists in a schema.
[[nodiscard]] bool hasField(const AvroSchema &schema, std::string_view path);

[[nodiscard]] Text surveyBand(const SurveyDescription &survey, std::string_view filter);
[[nodiscard]] UtcTime surveyTime(SurveyClock clock, double value);

// Reads packets by a description.
class SurveyFormat final : public SchemaFormat
{
public:
    explicit SurveyFormat(const SurveyDescription &survey) : m_survey(survey) {}

    [[nodiscard]] const char *id() const override { return m_survey.id; }
    [[nodiscard]] const char *label() const override { return m_survey.label; }
    [[nodiscard]] const char *help() const override { return m_survey.help; }
    [[nodiscard]] std::span<const FieldNote> notes() const override { return m_survey.notes; }
    [[nodiscard]] const char *notRead() const override { return m_survey.notRead; }
    [[nodiscard]] bool fitsSchema(const AvroSchema &schema) const override { return m_survey.fits(schema); }
    void sources(const AvroSchema &schema, std::vector<KeySource> &out) const override;
    [[nodiscard]] Outcome readDatum(AvroReader &reader, const std::shared_ptr<const AvroSchema> &schema, bool forced, Alert &alert) const override;
    void inside(const Value &packet, const Origin &, Inside &inside) const override { surveyInside(m_survey, packet, inside); }

private:
    const SurveyDescription &m_survey;
};

} // namespace tocsin::decoders
