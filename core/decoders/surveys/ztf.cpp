// SPDX-License-Identifier: GPL-3.0-or-later
// ZTF alerts of all versions (protocols.md 9.1), whoever sends them: as they are, re-schemed by Fink, shortened by Babamul.
#include "core/decoders/surveys/surveydescription.h"
#include "core/decoders/surveys/surveys.h"

#include "core/decoders/walk.h"

#include <array>

namespace tocsin::decoders {

namespace {

using enum SurveyKey;

constexpr std::array kNotes{
    FieldNote{"timestamp", "candidate.jd (start of the exposure, UTC)"},
    FieldNote{"id", "candid, else candidate.candid"},
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

constexpr auto kFields = fieldsWith(
    std::array{
        SurveyField{Version, "schemavsn"},
        SurveyField{Id, "candid"},
        SurveyField{Id, "candidate.candid"},
        SurveyField{Name, "objectId"},
        SurveyField{Band, "candidate.band"},
        SurveyField{Programme, "candidate.programid"},
    },
    kZtfCandidate);

constexpr std::array kDetection{
    SurveyField{Id, "candid"},      SurveyField{Time, "jd"},           SurveyField{Filter, "fid"},        SurveyField{Band, "band"},
    SurveyField{Mag, "magpsf"},     SurveyField{MagError, "sigmapsf"}, SurveyField{MagLimit, "diffmaglim"}, SurveyField{Flux, "psfFlux"},
    SurveyField{FluxError, "psfFluxErr"}, SurveyField{IsPositive, "isdiffpos"},
};
constexpr std::array kForced{
    SurveyField{Time, "jd"},
    SurveyField{Filter, "fid"},
    SurveyField{Band, "band"},
    SurveyField{Flux, "forcediffimflux"},
    SurveyField{Flux, "psfFlux"},
    SurveyField{FluxError, "forcediffimfluxunc"},
    SurveyField{FluxError, "psfFluxErr"},
    SurveyField{ZeroPoint, "magzpsci"},
    SurveyField{Status, "procstatus"},
};
constexpr std::array kLight{
    LightList{"candidate", LightPoint::Kind::Detection, true, kDetection},
    LightList{"prv_candidates", LightPoint::Kind::Detection, false, kDetection},
    LightList{"prv_nondetections", LightPoint::Kind::Limit, false, kDetection},
    LightList{"fp_hists", LightPoint::Kind::Forced, false, kForced},
};
constexpr std::array<const char *, 4> kFilters{"", "ztf-g", "ztf-r", "ztf-i"};

// The shape of ZTF's schema, which other surveys write too.
bool fits(const AvroSchema &schema)
{
    const bool named = hasField(schema, "objectId") || (schemaName(schema).starts_with("ztf.") && hasField(schema, "alertId")); // objects came later
    return named && (hasField(schema, "candid") || hasField(schema, "candidate.candid")) && hasField(schema, "candidate.jd")
        && hasField(schema, "candidate.magpsf") && hasField(schema, "candidate.programid");
}

constexpr SurveyDescription kZtf{
    .id = "ztf-avro",
    .label = QT_TRANSLATE_NOOP("decoders", "ZTF alert"),
    .help = QT_TRANSLATE_NOOP("decoders", "Detections of the Zwicky Transient Facility in Avro, from any broker."),
    .notes = kNotes,
    .notRead = QT_TRANSLATE_NOOP("decoders", "Catalogue neighbours, image quality and what brokers add stay in the packet."),
    .mission = "ZTF",
    .messenger = "optical",
    .bandPrefix = "ztf-",
    .filters = kFilters,
    .clock = SurveyClock::JdUtc,
    .timeKind = "exposure-start",
    .timePrecision = 0.01, // seven decimals of a day
    .magSystem = "AB",
    .fluxUnit = FluxUnit::ByAlert,
    .urlBefore = "https://alerce.online/object/",
    .schemaPrefix = "ztf.",
    .objectPrefix = "ZTF", // brokers rename the schema, but never the objects
    .fits = fits,
    .fields = kFields,
    .light = kLight,
    .stamps = kZtfStamps,
};

} // namespace

const SchemaFormat &ztfAvro()
{
    static const SurveyFormat format(kZtf);
    return format;
}

} // namespace tocsin::decoders
