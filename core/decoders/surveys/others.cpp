// SPDX-License-Identifier: GPL-3.0-or-later
// Surveys that write schemas of their own, most of them after ZTF's: ATLAS, Palomar Gattini-IR, WINTER, TURBO, DECAT, DESIRT.
#include "core/decoders/surveys/surveydescription.h"
#include "core/decoders/surveys/surveys.h"

#include "core/decoders/walk.h"

#include <array>

namespace tocsin::decoders {

namespace {

using enum SurveyKey;

constexpr const char *kNotRead = QT_TRANSLATE_NOOP("decoders", "Catalogue neighbours, shapes and image quality stay in the packet.");

constexpr std::array kStamps{
    StampField{"science", "cutoutScience"},       StampField{"science", "cutout_science"},       StampField{"template", "cutoutTemplate"},
    StampField{"template", "cutout_template"},    StampField{"difference", "cutoutDifference"}, StampField{"difference", "cutout_difference"},
};

// --- Those that took over ZTF's fields ---

constexpr std::array kNotes{
    FieldNote{"timestamp", "candidate.jd (UTC)"},
    FieldNote{"id", "candid, else candidate.candid"},
    FieldNote{"name", "objectId, objectid"},
    FieldNote{"ra", "candidate.ra"},
    FieldNote{"dec", "candidate.dec"},
    FieldNote{"mag", "candidate.magpsf"},
    FieldNote{"mag_error", "candidate.sigmapsf"},
    FieldNote{"mag_limit", "candidate.diffmaglim"},
    FieldNote{"score", "candidate.drb, else candidate.rb"},
    FieldNote{"band", "candidate.fid where its numbers are known"},
    FieldNote{"is_negative", "candidate.isdiffpos"},
    FieldNote{"solar_system", "candidate.ssnamenr"},
};
constexpr auto kFields = fieldsWith(
    std::array{
        SurveyField{Version, "schemavsn"},
        SurveyField{Publisher, "publisher"},
        SurveyField{Id, "candid"},
        SurveyField{Id, "candidate.candid"},
        SurveyField{Name, "objectId"},
        SurveyField{Name, "objectid"},
    },
    kZtfCandidate);
constexpr std::array kDetection{
    SurveyField{Id, "candid"},         SurveyField{Time, "jd"},           SurveyField{Filter, "fid"},        SurveyField{Mag, "magpsf"},
    SurveyField{MagError, "sigmapsf"}, SurveyField{MagLimit, "diffmaglim"}, SurveyField{IsPositive, "isdiffpos"},
};
constexpr std::array kLight{
    LightList{"candidate", LightPoint::Kind::Detection, true, kDetection},
    LightList{"prv_candidates", LightPoint::Kind::Detection, false, kDetection},
};

bool isOf(const AvroSchema &schema, std::string_view survey)
{
    return schemaName(schema).starts_with(survey) && hasField(schema, "candidate.jd") && hasField(schema, "candidate.magpsf");
}

constexpr SurveyDescription kPgir{
    .id = "pgir-avro",
    .label = QT_TRANSLATE_NOOP("decoders", "Palomar Gattini-IR alert"),
    .help = QT_TRANSLATE_NOOP("decoders", "Detections of the near-infrared survey at Palomar, in J, in Avro."),
    .notes = kNotes,
    .notRead = kNotRead,
    .mission = "PGIR",
    .messenger = "infrared",
    .bandPrefix = "pgir-",
    .clock = SurveyClock::JdUtc,
    .timePrecision = 0.01,
    .magSystem = "Vega", // calibrated with 2MASS
    .fits = [](const AvroSchema &schema) { return isOf(schema, "pgir."); },
    .fields = kFields,
    .light = kLight,
    .stamps = kStamps,
};

constexpr std::array<const char *, 4> kWinterFilters{"", "winter-Y", "winter-J", "winter-Hs"};
constexpr SurveyDescription kWinter{
    .id = "winter-avro",
    .label = QT_TRANSLATE_NOOP("decoders", "WINTER alert"),
    .help = QT_TRANSLATE_NOOP("decoders", "Detections of the Wide-field Infrared Transient Explorer at Palomar, in Avro."),
    .notes = kNotes,
    .notRead = kNotRead,
    .mission = "WINTER",
    .messenger = "infrared",
    .bandPrefix = "winter-",
    .filters = kWinterFilters,
    .clock = SurveyClock::JdUtc,
    .timePrecision = 0.01,
    .fits = [](const AvroSchema &schema) { return isOf(schema, "winter."); },
    .fields = kFields,
    .light = kLight,
    .stamps = kStamps,
};

// Its schema is called "alert" and nothing else, so that its publisher must say it.
constexpr SurveyDescription kTurbo{
    .id = "turbo-avro",
    .label = QT_TRANSLATE_NOOP("decoders", "TURBO alert"),
    .help = QT_TRANSLATE_NOOP("decoders", "Detections of the TURBO telescopes, in Avro."),
    .notes = kNotes,
    .notRead = kNotRead,
    .mission = "TURBO",
    .messenger = "optical",
    .bandPrefix = "turbo-",
    .clock = SurveyClock::JdUtc,
    .timePrecision = 0.01,
    .schemaPrefix = "turbo.",
    .publisherPrefix = "turbo",
    .fits = [](const AvroSchema &schema) { return isOf(schema, "turbo.") || (isOf(schema, "alert") && hasField(schema, "publisher")); },
    .fields = kFields,
    .light = kLight,
    .stamps = kStamps,
};

// --- ATLAS ---

constexpr std::array kAtlasNotes{
    FieldNote{"timestamp", "candidate.mjd (UTC)"},
    FieldNote{"id", "candid"},
    FieldNote{"name", "objectId"},
    FieldNote{"ra", "candidate.RA"},
    FieldNote{"dec", "candidate.Dec"},
    FieldNote{"mag", "candidate.Mag"},
    FieldNote{"mag_error", "candidate.Dmag"},
    FieldNote{"flux", "candidate.flux (uJy)"},
    FieldNote{"band", "candidate.filter"},
    FieldNote{"score", "candidate.rb where it is more than 0"},
    FieldNote{"is_negative", "candidate.isdiffpos"},
};
constexpr std::array kAtlasFields{
    SurveyField{Version, "schemavsn"},
    SurveyField{Id, "candid"},
    SurveyField{Id, "candidate.candid"},
    SurveyField{Name, "objectId"},
    SurveyField{Time, "candidate.mjd"},
    SurveyField{Band, "candidate.filter"},
    SurveyField{Ra, "candidate.RA"},
    SurveyField{Dec, "candidate.Dec"},
    SurveyField{Mag, "candidate.Mag"},
    SurveyField{MagError, "candidate.Dmag"},
    SurveyField{Flux, "candidate.flux"},
    SurveyField{FluxError, "candidate.Dflux"},
    SurveyField{RealBogus, "candidate.rb"},
    SurveyField{IsPositive, "candidate.isdiffpos"},
};
constexpr std::array kAtlasDetection{
    SurveyField{Id, "candid"},        SurveyField{Time, "mjd"},        SurveyField{Band, "filter"},       SurveyField{Mag, "Mag"},
    SurveyField{MagError, "Dmag"},    SurveyField{Flux, "flux"},       SurveyField{FluxError, "Dflux"},   SurveyField{IsPositive, "isdiffpos"},
};
constexpr std::array kAtlasLight{
    LightList{"candidate", LightPoint::Kind::Detection, true, kAtlasDetection},
    LightList{"prv_candidates", LightPoint::Kind::Detection, false, kAtlasDetection},
};

constexpr SurveyDescription kAtlas{
    .id = "atlas-avro",
    .label = QT_TRANSLATE_NOOP("decoders", "ATLAS alert"),
    .help = QT_TRANSLATE_NOOP("decoders", "Detections of the Asteroid Terrestrial-impact Last Alert System, in Avro."),
    .notes = kAtlasNotes,
    .notRead = kNotRead,
    .mission = "ATLAS",
    .messenger = "optical",
    .bandPrefix = "atlas-",
    .clock = SurveyClock::MjdUtc,
    .timePrecision = 0.1, // six decimals of a day
    .magSystem = "AB",
    .fluxUnit = FluxUnit::MicroJansky,
    .zeroScoreIsNone = true,
    .fits = [](const AvroSchema &schema) {
        return schemaName(schema).starts_with("atlas.") && hasField(schema, "candidate.RA") && hasField(schema, "candidate.mjd");
    },
    .fields = kAtlasFields,
    .light = kAtlasLight,
    .stamps = kStamps,
};

// --- DECAT ---

// An object with all its sources, of which one triggered; the last of them where the packet does not say.
constexpr std::array kDecatNotes{
    FieldNote{"timestamp", "mjd of the source that triggered (single precision: to some minutes), else tdisc"},
    FieldNote{"id", "sourceid of the source that triggered"},
    FieldNote{"name", "objectid"},
    FieldNote{"ra", "ra"},
    FieldNote{"dec", "dec"},
    FieldNote{"mag", "mag of the source that triggered"},
    FieldNote{"mag_error", "magerr"},
    FieldNote{"mag_limit", "limmag"},
    FieldNote{"score", "rb of the source that triggered"},
    FieldNote{"band", "filter, its first word"},
};
constexpr std::array kDecatFields{
    SurveyField{Id, "triggersource.sourceid"},
    SurveyField{Id, "sources.sourceid"},
    SurveyField{Name, "objectid"},
    SurveyField{Time, "triggersource.mjd"},
    SurveyField{Time, "sources.mjd"},
    SurveyField{TimeText, "tdisc"},
    SurveyField{Ra, "ra"},
    SurveyField{Ra, "triggersource.ra"},
    SurveyField{Dec, "dec"},
    SurveyField{Dec, "triggersource.dec"},
    SurveyField{Mag, "triggersource.mag"},
    SurveyField{Mag, "sources.mag"},
    SurveyField{MagError, "triggersource.magerr"},
    SurveyField{MagError, "sources.magerr"},
    SurveyField{MagLimit, "triggersource.limmag"},
    SurveyField{MagLimit, "sources.limmag"},
    SurveyField{RealBogus, "triggersource.rb"},
    SurveyField{RealBogus, "sources.rb"},
    SurveyField{Band, "triggersource.filter"},
    SurveyField{Band, "sources.filter"},
};
constexpr std::array kDecatSource{
    SurveyField{Id, "sourceid"},       SurveyField{Time, "mjd"},        SurveyField{Band, "filter"}, SurveyField{Mag, "mag"},
    SurveyField{MagError, "magerr"},   SurveyField{MagLimit, "limmag"},
};
constexpr std::array kDecatLight{
    LightList{"triggersource", LightPoint::Kind::Detection, true, kDecatSource},
    LightList{"sources", LightPoint::Kind::Detection, false, kDecatSource},
};
constexpr std::array kDecatStamps{
    StampField{"science", "triggersource.scicutout"},
    StampField{"template", "triggersource.refcutout"},
    StampField{"difference", "triggersource.diffcutout"},
};

constexpr SurveyDescription kDecat{
    .id = "decat-avro",
    .label = QT_TRANSLATE_NOOP("decoders", "DECAT alert"),
    .help = QT_TRANSLATE_NOOP("decoders", "Objects of the DECam Alliance for Transients with all their sources, in Avro."),
    .notes = kDecatNotes,
    .notRead = QT_TRANSLATE_NOOP("decoders", "Matches with the Legacy Survey and addresses of images stay in the packet."),
    .mission = "DECAT",
    .messenger = "optical",
    .bandPrefix = "decam-",
    .clock = SurveyClock::MjdUtc,
    .magSystem = "AB",
    .singleTimes = true,
    .fits = [](const AvroSchema &schema) {
        return hasField(schema, "objectid") && hasField(schema, "sources") && (hasField(schema, "triggersource.sourceid") || schemaName(schema).starts_with("decat."));
    },
    .fields = kDecatFields,
    .light = kDecatLight,
    .stamps = kDecatStamps,
};

// --- DESIRT: the differences of DECam that Boom reads ---

constexpr std::array kDesirtNotes{
    FieldNote{"timestamp", "candidate.mjd (start of the exposure, UTC)"},
    FieldNote{"id", "candid"},
    FieldNote{"name", "objectId"},
    FieldNote{"ra", "candidate.ra"},
    FieldNote{"dec", "candidate.dec"},
    FieldNote{"flux", "candidate.psfFlux (nJy, difference)"},
    FieldNote{"mag", "candidate.forcediffimmag, else of the flux where it is positive"},
    FieldNote{"mag_error", "candidate.forcediffimmagunc"},
    FieldNote{"mag_limit", "candidate.diffmaglim"},
    FieldNote{"score", "candidate.reliability"},
    FieldNote{"band", "candidate.band"},
    FieldNote{"is_negative", "candidate.isdiffpos"},
};
constexpr std::array kDesirtFields{
    SurveyField{Publisher, "publisher"},
    SurveyField{Id, "candid"},
    SurveyField{Name, "objectId"},
    SurveyField{Time, "candidate.mjd"},
    SurveyField{Ra, "candidate.ra"},
    SurveyField{Dec, "candidate.dec"},
    SurveyField{Flux, "candidate.psfFlux"},
    SurveyField{FluxError, "candidate.psfFluxErr"},
    SurveyField{Mag, "candidate.forcediffimmag"},
    SurveyField{MagError, "candidate.forcediffimmagunc"},
    SurveyField{MagLimit, "candidate.diffmaglim"},
    SurveyField{Reliability, "candidate.reliability"},
    SurveyField{Band, "candidate.band"},
    SurveyField{IsPositive, "candidate.isdiffpos"},
};
constexpr std::array kDesirtDetection{
    SurveyField{Time, "mjd"},         SurveyField{Band, "band"},         SurveyField{Mag, "forcediffimmag"},
    SurveyField{MagError, "forcediffimmagunc"}, SurveyField{MagLimit, "diffmaglim"}, SurveyField{Flux, "psfFlux"},
    SurveyField{FluxError, "psfFluxErr"}, SurveyField{IsPositive, "isdiffpos"},
};
constexpr std::array kDesirtLight{
    LightList{"candidate", LightPoint::Kind::Detection, true, kDesirtDetection},
    LightList{"fp_hists", LightPoint::Kind::Forced, false, kDesirtDetection},
};

constexpr SurveyDescription kDesirt{
    .id = "desirt-avro",
    .label = QT_TRANSLATE_NOOP("decoders", "DESIRT alert"),
    .help = QT_TRANSLATE_NOOP("decoders", "Differences of images of the Dark Energy Camera, with forced photometry of the place, in Avro."),
    .notes = kDesirtNotes,
    .notRead = kNotRead,
    .mission = "DESIRT",
    .messenger = "optical",
    .bandPrefix = "decam-",
    .clock = SurveyClock::MjdUtc,
    .timeKind = "exposure-start",
    .timePrecision = 0.001, // eight decimals of a day
    .magSystem = "AB",
    .fluxUnit = FluxUnit::NanoJansky,
    .fits = [](const AvroSchema &schema) {
        return schemaName(schema).starts_with("desirt.") && hasField(schema, "candidate.mjd") && hasField(schema, "candidate.psfFlux");
    },
    .fields = kDesirtFields,
    .light = kDesirtLight,
    .stamps = kStamps,
};

template <const SurveyDescription &Survey>
const SchemaFormat &formatOf()
{
    static const SurveyFormat format(Survey);
    return format;
}

} // namespace

const SchemaFormat &atlasAvro()
{
    return formatOf<kAtlas>();
}

const SchemaFormat &pgirAvro()
{
    return formatOf<kPgir>();
}

const SchemaFormat &winterAvro()
{
    return formatOf<kWinter>();
}

const SchemaFormat &turboAvro()
{
    return formatOf<kTurbo>();
}

const SchemaFormat &decatAvro()
{
    return formatOf<kDecat>();
}

const SchemaFormat &desirtAvro()
{
    return formatOf<kDesirt>();
}

} // namespace tocsin::decoders
