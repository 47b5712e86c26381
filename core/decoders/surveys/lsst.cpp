// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts of the Rubin Observatory (protocols.md 9.2): LSST's own of all versions, re-schemed by Fink, and Babamul's. ELAsTiCC,
// the rehearsal with invented skies, wrote the same records with fluxes of a scale of its own.
#include "core/decoders/surveys/surveydescription.h"
#include "core/decoders/surveys/surveys.h"

#include "core/decoders/walk.h"

#include <array>

namespace tocsin::decoders {

namespace {

using enum SurveyKey;

constexpr std::array kNotes{
    FieldNote{"timestamp", "diaSource.midpointMjdTai, once midPointTai (middle of the exposure, TAI)"},
    FieldNote{"id", "alertId, else diaSourceId, else diaSource.diaSourceId"},
    FieldNote{"name", "diaSource.diaObjectId, else diaObject.diaObjectId, else diaSource.ssObjectId (0 is none)"},
    FieldNote{"ra", "diaSource.ra"},
    FieldNote{"dec", "diaSource.dec, once decl"},
    FieldNote{"flux", "diaSource.psfFlux, once psFlux (nJy, difference)"},
    FieldNote{"mag", "AB magnitude of the flux where it is positive"},
    FieldNote{"score", "diaSource.reliability"},
    FieldNote{"band", "diaSource.band, once filterName"},
    FieldNote{"is_negative", "diaSource.isNegative"},
    FieldNote{"solar_system", "ssSource.designation, mpc_orbits.designation, once MPCORB.mpcDesignation"},
    FieldNote{"issued", "diaSource.timeProcessedMjdTai"},
};

constexpr std::array kFields{
    SurveyField{Version, "lsst_schema_version"}, // Fink's
    SurveyField{Id, "alertId"},
    SurveyField{Id, "diaSourceId"},
    SurveyField{Id, "diaSource.diaSourceId"},
    SurveyField{Name, "diaSource.diaObjectId"},
    SurveyField{Name, "diaObject.diaObjectId"},
    SurveyField{MovingName, "diaSource.ssObjectId"},
    SurveyField{MovingName, "ssSource.ssObjectId"},
    SurveyField{MovingName, "ssObject.ssObjectId"},
    SurveyField{MovingName, "MPCORB.ssObjectId"},
    SurveyField{MovingObject, "ssSource.designation"},
    SurveyField{MovingObject, "mpc_orbits.designation"},
    SurveyField{MovingObject, "MPCORB.mpcDesignation"},
    SurveyField{Time, "diaSource.midpointMjdTai"},
    SurveyField{Time, "diaSource.midPointTai"},
    SurveyField{Issued, "diaSource.timeProcessedMjdTai"},
    SurveyField{Ra, "diaSource.ra"},
    SurveyField{Dec, "diaSource.dec"},
    SurveyField{Dec, "diaSource.decl"},
    SurveyField{Flux, "diaSource.psfFlux"},
    SurveyField{Flux, "diaSource.psFlux"},
    SurveyField{FluxError, "diaSource.psfFluxErr"},
    SurveyField{FluxError, "diaSource.psFluxErr"},
    SurveyField{Band, "diaSource.band"},
    SurveyField{Band, "diaSource.filterName"},
    SurveyField{Reliability, "diaSource.reliability"},
    SurveyField{IsNegative, "diaSource.isNegative"},
};

constexpr std::array kSource{
    SurveyField{Id, "diaSourceId"},
    SurveyField{Id, "diaForcedSourceId"},
    SurveyField{Time, "midpointMjdTai"},
    SurveyField{Time, "midPointTai"},
    SurveyField{Band, "band"},
    SurveyField{Band, "filterName"},
    SurveyField{Flux, "psfFlux"},
    SurveyField{Flux, "psFlux"},
    SurveyField{FluxError, "psfFluxErr"},
    SurveyField{FluxError, "psFluxErr"},
    SurveyField{FluxError, "diaNoise"},
    SurveyField{IsNegative, "isNegative"},
};
constexpr std::array kLight{
    LightList{"diaSource", LightPoint::Kind::Detection, true, kSource},
    LightList{"prvDiaSources", LightPoint::Kind::Detection, false, kSource},
    LightList{"prvDiaNondetectionLimits", LightPoint::Kind::Limit, false, kSource},
    LightList{"prvDiaForcedSources", LightPoint::Kind::Forced, false, kSource},
};

// Babamul writes the source flat and the lists as it does for ZTF.
constexpr std::array kBabamulNotes{
    FieldNote{"timestamp", "candidate.midpointMjdTai (middle of the exposure, TAI)"},
    FieldNote{"id", "candid"},
    FieldNote{"name", "objectId"},
    FieldNote{"ra", "candidate.ra"},
    FieldNote{"dec", "candidate.dec"},
    FieldNote{"flux", "candidate.psfFlux (nJy, difference)"},
    FieldNote{"mag", "candidate.magpsf"},
    FieldNote{"score", "candidate.reliability"},
    FieldNote{"band", "candidate.band"},
    FieldNote{"is_negative", "candidate.isNegative, else candidate.isdiffpos"},
};
constexpr std::array kBabamulFields{
    SurveyField{Id, "candid"},
    SurveyField{Id, "candidate.diaSourceId"},
    SurveyField{Name, "objectId"},
    SurveyField{Time, "candidate.midpointMjdTai"},
    SurveyField{Issued, "candidate.timeProcessedMjdTai"},
    SurveyField{Ra, "candidate.ra"},
    SurveyField{Dec, "candidate.dec"},
    SurveyField{Flux, "candidate.psfFlux"},
    SurveyField{FluxError, "candidate.psfFluxErr"},
    SurveyField{Mag, "candidate.magpsf"},
    SurveyField{MagError, "candidate.sigmapsf"},
    SurveyField{MagLimit, "candidate.diffmaglim"},
    SurveyField{Band, "candidate.band"},
    SurveyField{Reliability, "candidate.reliability"},
    SurveyField{IsNegative, "candidate.isNegative"},
    SurveyField{IsPositive, "candidate.isdiffpos"},
};
constexpr std::array kBabamulSource{
    SurveyField{Id, "diaSourceId"},  SurveyField{Time, "midpointMjdTai"},    SurveyField{Band, "band"},
    SurveyField{Flux, "psfFlux"},    SurveyField{FluxError, "psfFluxErr"},   SurveyField{IsNegative, "isNegative"},
};
constexpr std::array kBabamulPoint{
    SurveyField{Time, "jd"}, // the middle of the exposure, TAI
    SurveyField{Band, "band"},
    SurveyField{Flux, "psfFlux"},
    SurveyField{FluxError, "psfFluxErr"},
};
constexpr std::array kBabamulLight{
    LightList{"candidate", LightPoint::Kind::Detection, true, kBabamulSource},
    LightList{"prv_candidates", LightPoint::Kind::Detection, false, kBabamulPoint},
    LightList{"fp_hists", LightPoint::Kind::Forced, false, kBabamulPoint},
};

constexpr std::array kElasticcNotes{
    FieldNote{"timestamp", "diaSource.midPointTai (TAI)"},
    FieldNote{"id", "alertId, else diaSource.diaSourceId"},
    FieldNote{"name", "diaSource.diaObjectId, else diaObject.diaObjectId"},
    FieldNote{"ra", "diaSource.ra"},
    FieldNote{"dec", "diaSource.decl"},
    FieldNote{"flux", "diaSource.psFlux (of the simulation's own scale)"},
    FieldNote{"band", "diaSource.filterName"},
};

bool isElasticc(const AvroSchema &schema)
{
    return hasField(schema, "diaSource.psFlux")
        && (schemaName(schema).starts_with("elasticc.") || hasField(schema, "diaObject.hostgal_ra") || hasField(schema, "diaObject.hostgal_zphot_q50"));
}

// Brokers give the records names of their own; other surveys that took them over have a name space.
bool isLsst(const AvroSchema &schema)
{
    const std::string_view name = schemaName(schema);
    if (name.find('.') != std::string_view::npos && !name.starts_with("lsst.") && !name.starts_with("topLevelRecord"))
        return false;
    return (hasField(schema, "diaSource.psfFlux") && hasField(schema, "diaSource.midpointMjdTai"))
        || (hasField(schema, "diaSource.psFlux") && (hasField(schema, "diaSource.midPointTai") || hasField(schema, "diaSource.midpointMjdTai")));
}

bool isBabamulLsst(const AvroSchema &schema)
{
    return hasField(schema, "objectId") && hasField(schema, "candidate.midpointMjdTai") && hasField(schema, "candidate.psfFlux")
        && hasField(schema, "candidate.magpsf");
}

constexpr SurveyDescription kLsst{
    .id = "lsst-avro",
    .label = QT_TRANSLATE_NOOP("decoders", "LSST alert"),
    .help = QT_TRANSLATE_NOOP("decoders",
                              "Detections of the Rubin Observatory in Avro, as a container or with the number of its schema in front, from any broker."),
    .notes = kNotes,
    .notRead = QT_TRANSLATE_NOOP("decoders", "Shapes, flags, orbits, statistics of the object and what brokers add stay in the packet."),
    .mission = "LSST",
    .messenger = "optical",
    .bandPrefix = "lsst-",
    .clock = SurveyClock::MjdTai,
    .timeKind = "exposure-mid",
    .magSystem = "AB",
    .fluxUnit = FluxUnit::NanoJansky,
    .zeroIsNone = true,
    .urlBefore = "https://lasair.lsst.ac.uk/objects/",
    .urlAfter = "/",
    .fits = isLsst,
    .fields = kFields,
    .light = kLight,
    .stamps = kZtfStamps,
};

constexpr SurveyDescription kBabamul{
    .id = "babamul-lsst",
    .label = QT_TRANSLATE_NOOP("decoders", "LSST alert from Babamul"),
    .help = QT_TRANSLATE_NOOP("decoders", "Detections of the Rubin Observatory in Avro as Babamul sends them."),
    .notes = kBabamulNotes,
    .notRead = QT_TRANSLATE_NOOP("decoders", "Matches with other surveys and statistics of the light curve stay in the packet."),
    .mission = "LSST",
    .messenger = "optical",
    .bandPrefix = "lsst-",
    .clock = SurveyClock::MjdTai,
    .timeKind = "exposure-mid",
    .magSystem = "AB",
    .fluxUnit = FluxUnit::NanoJansky,
    .zeroIsNone = true,
    .urlBefore = "https://babamul.caltech.edu/objects/LSST/",
    .fits = isBabamulLsst,
    .fields = kBabamulFields,
    .light = kBabamulLight,
    .stamps = kZtfStamps,
};

constexpr SurveyDescription kElasticc{
    .id = "elasticc",
    .label = QT_TRANSLATE_NOOP("decoders", "ELAsTiCC alert"),
    .help = QT_TRANSLATE_NOOP("decoders", "Simulated alerts of the Rubin Observatory, from the challenge for brokers and classifiers."),
    .notes = kElasticcNotes,
    .notRead = QT_TRANSLATE_NOOP("decoders", "Fluxes give no magnitude, as their scale is not stated; host galaxies stay in the packet."),
    .mission = "ELAsTiCC",
    .messenger = "optical",
    .bandPrefix = "lsst-",
    .clock = SurveyClock::MjdTai,
    .timeKind = "exposure-mid",
    .fluxUnit = FluxUnit::Unknown,
    .zeroIsNone = true,
    .fits = isElasticc,
    .fields = kFields,
    .light = kLight,
    .stamps = kZtfStamps,
};

} // namespace

const SchemaFormat &lsstAvro()
{
    static const SurveyFormat format(kLsst);
    return format;
}

const SchemaFormat &babamulLsst()
{
    static const SurveyFormat format(kBabamul);
    return format;
}

const SchemaFormat &elasticcAlert()
{
    static const SurveyFormat format(kElasticc);
    return format;
}

} // namespace tocsin::decoders
