// SPDX-License-Identifier: GPL-3.0-or-later
// ZTF alerts (protocols.md 9.1), whoever sends them: one table says which field of the packet becomes which key.
#include "core/decoders/surveys/surveys.h"

#include <array>
#include <cmath>
#include <mutex>
#include <unordered_map>

namespace tocsin::decoders {

namespace {

constexpr std::array kNotes{
    FieldNote{"timestamp", "candidate.jd (start of the exposure, UTC)"},
    FieldNote{"id", "candid"},
    FieldNote{"name", "objectId"},
    FieldNote{"ra", "candidate.ra"},
    FieldNote{"dec", "candidate.dec"},
    FieldNote{"mag", "candidate.magpsf"},
    FieldNote{"mag_error", "candidate.sigmapsf"},
    FieldNote{"mag_limit", "candidate.diffmaglim"},
    FieldNote{"score", "candidate.drb, else candidate.rb"},
    FieldNote{"band", "candidate.fid, else candidate.band"},
    FieldNote{"is_negative", "candidate.isdiffpos"},
    FieldNote{"solar_system", "candidate.ssnamenr"},
    FieldNote{"access", "candidate.programid"},
};

enum Slot { SchemaVersion, ObjectId, Candid, Jd, Fid, Band, ProgramId, IsDiffPos, Ra, Dec, MagPsf, SigmaPsf, DiffMagLim, Rb, Drb, SsName, Slots };
constexpr std::array<std::string_view, Slots> kPaths{
    "schemavsn",       "objectId",         "candid",           "candidate.jd",     "candidate.fid",        "candidate.band",
    "candidate.programid", "candidate.isdiffpos", "candidate.ra", "candidate.dec", "candidate.magpsf", "candidate.sigmapsf",
    "candidate.diffmaglim", "candidate.rb", "candidate.drb",    "candidate.ssnamenr"};

Number number(Alert &alert, const AvroScalar &scalar, const char *what)
{
    Number value;
    switch (scalar.kind) {
    case AvroScalar::Kind::Float:
        value = Number(static_cast<float>(scalar.real));
        break;
    case AvroScalar::Kind::Double:
        value = Number(scalar.real);
        break;
    case AvroScalar::Kind::Integer:
        value = Number(static_cast<double>(scalar.integer));
        break;
    default:
        return {};
    }
    if (!std::isfinite(value.value)) {
        note(alert, std::string(what) + " is not finite");
        return {};
    }
    return value;
}

// ZTF writes "null" and "" where it means missing.
std::string_view text(const AvroScalar &scalar)
{
    return scalar.kind == AvroScalar::Kind::Text && scalar.text != "null" ? scalar.text : std::string_view();
}

bool isZtfNamespace(const AvroSchema &schema)
{
    return schema.node(schema.withoutNull(schema.root())).name.starts_with("ztf.");
}

// The plan for a schema; made once and remembered.
std::shared_ptr<const AvroPlan> planOf(const std::shared_ptr<const AvroSchema> &schema)
{
    constexpr size_t kMostPlans = 256;
    static std::mutex mutex;
    static std::unordered_map<const AvroSchema *, std::shared_ptr<const AvroPlan>> known; // a plan keeps its schema alive
    const std::lock_guard lock(mutex);
    if (const auto it = known.find(schema.get()); it != known.end())
        return it->second;
    if (known.size() >= kMostPlans)
        known.clear();
    return known[schema.get()] = std::make_shared<AvroPlan>(schema, kPaths);
}

// One record; false and the reader's error when it is broken. `mission` stays empty when it is not one of ZTF.
bool readZtf(AvroReader &reader, const AvroPlan &plan, Alert &alert)
{
    std::array<AvroScalar, Slots> slots;
    if (!reader.pick(plan, slots))
        return false;
    alert.format = "ztf-avro";
    if (const std::string_view version = text(slots[SchemaVersion]); !version.empty())
        alert.format += ' ' + std::string(version.substr(0, 40));
    alert.message = "detection";
    alert.messenger = "optical";
    alert.name = std::string(text(slots[ObjectId]).substr(0, 1'000));
    alert.event = alert.name;
    if (slots[Candid].kind == AvroScalar::Kind::Integer)
        alert.id = std::to_string(slots[Candid].integer);
    else
        alert.id = std::string(text(slots[Candid]).substr(0, 1'000));
    // ATLAS, PGIR, WINTER, TURBO and others write the same schema: filters, pages and the survey itself are ZTF's only where
    // the packet says so. Brokers rename the schema, but never the objects.
    const bool ofZtf = isZtfNamespace(plan.schema()) || alert.name.starts_with("ZTF");
    if (ofZtf)
        alert.mission = "ZTF";
    if (ofZtf && !alert.name.empty())
        alert.url = "https://alerce.online/object/" + alert.name;
    if (const Number jd = number(alert, slots[Jd], "jd"); jd.has()) {
        setTime(alert, UtcTime::fromJd(jd.value), "exposure-start");
        if (alert.timestamp.isValid())
            alert.timePrecision = 0.01; // seven decimals of a day
        else
            note(alert, "jd is no time");
    }
    setPosition(alert, number(alert, slots[Ra], "ra"), number(alert, slots[Dec], "dec"));
    alert.mag = number(alert, slots[MagPsf], "magpsf");
    alert.magError = number(alert, slots[SigmaPsf], "sigmapsf");
    alert.magLimit = number(alert, slots[DiffMagLim], "diffmaglim");
    alert.magSystem = "AB";
    alert.magKind = "difference";
    if (ofZtf && slots[Fid].kind == AvroScalar::Kind::Integer) {
        static constexpr const char *kBands[] = {"", "ztf-g", "ztf-r", "ztf-i"};
        if (slots[Fid].integer >= 1 && slots[Fid].integer <= 3)
            alert.band = kBands[slots[Fid].integer];
    } else if (const std::string_view band = text(slots[Band]); !band.empty()) {
        alert.band = ofZtf && band.size() == 1 ? "ztf-" + std::string(band) : std::string(band.substr(0, 40));
    }
    alert.score = number(alert, slots[Drb], "drb");
    alert.scoreKind = "drb";
    if (!alert.score.has()) {
        alert.score = number(alert, slots[Rb], "rb");
        alert.scoreKind = alert.score.has() ? "real-bogus" : "";
    }
    if (slots[IsDiffPos].kind == AvroScalar::Kind::Boolean)
        alert.isNegative = slots[IsDiffPos].integer == 0;
    else if (const std::string_view sign = text(slots[IsDiffPos]); !sign.empty())
        alert.isNegative = sign == "f" || sign == "0";
    alert.solarSystem = std::string(text(slots[SsName]).substr(0, 200));
    // 1 is the public survey; partners' and Caltech's alerts are not for everybody.
    if (slots[ProgramId].kind == AvroScalar::Kind::Integer && slots[ProgramId].integer != 1)
        alert.access = "restricted";
    return true;
}

class ZtfAvro final : public SchemaFormat
{
public:
    const char *id() const override { return "ztf-avro"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "ZTF alert"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "Detections of the Zwicky Transient Facility in Avro, from any broker."); }
    std::span<const FieldNote> notes() const override { return kNotes; }

    // The shape of ZTF's schema, which other surveys write too.
    bool fitsSchema(const AvroSchema &schema) const override
    {
        const uint32_t root = schema.root();
        if (schema.field(root, "objectId") < 0 || schema.field(root, "candid") < 0)
            return false;
        const int candidate = schema.field(root, "candidate");
        if (candidate < 0)
            return false;
        for (const char *name : {"jd", "magpsf", "programid"}) {
            if (schema.field(static_cast<uint32_t>(candidate), name) < 0)
                return false;
        }
        return true;
    }

    Outcome readDatum(AvroReader &reader, const std::shared_ptr<const AvroSchema> &schema, bool forced, Alert &alert) const override
    {
        if (!readZtf(reader, *planOf(schema), alert))
            return Outcome::Broken;
        // Other surveys took ZTF's schema over; they are read by the names of their fields.
        return forced || !alert.mission.empty() ? Outcome::Read : Outcome::NotMine;
    }
};

} // namespace

const SchemaFormat &ztfAvro()
{
    static const ZtfAvro format;
    return format;
}

} // namespace tocsin::decoders
