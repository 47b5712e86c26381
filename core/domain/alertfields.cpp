// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/alertfields.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace tocsin {

namespace {

double mjdOf(const Alert &alert)
{
    return alert.timestamp.mjd();
}

// clang-format off
constexpr std::array kFields{
    AlertField{"timestamp", &Alert::timestamp, "", QT_TRANSLATE_NOOP("AlertField", "Time"), QT_TRANSLATE_NOOP("AlertField", "Instant of the event or observation, UTC"), true},
    AlertField{"id", &Alert::id, "", QT_TRANSLATE_NOOP("AlertField", "ID"), QT_TRANSLATE_NOOP("AlertField", "As the sender numbers it; not a unique key"), true},
    AlertField{"name", &Alert::name, "", QT_TRANSLATE_NOOP("AlertField", "Name"), QT_TRANSLATE_NOOP("AlertField", "Object, event or source"), true},
    AlertField{"ra", &Alert::ra, "deg", QT_TRANSLATE_NOOP("AlertField", "RA"), QT_TRANSLATE_NOOP("AlertField", "Right ascension, ICRS"), true},
    AlertField{"dec", &Alert::dec, "deg", QT_TRANSLATE_NOOP("AlertField", "Dec"), QT_TRANSLATE_NOOP("AlertField", "Declination, ICRS"), true},
    AlertField{"mag", &Alert::mag, "mag", QT_TRANSLATE_NOOP("AlertField", "Magnitude"), QT_TRANSLATE_NOOP("AlertField", "Magnitude of this alert"), true},
    AlertField{"score", &Alert::score, "", QT_TRANSLATE_NOOP("AlertField", "Score"), QT_TRANSLATE_NOOP("AlertField", "What the stream calls its score"), true},
    AlertField{"url", &Alert::url, "", QT_TRANSLATE_NOOP("AlertField", "Link"), QT_TRANSLATE_NOOP("AlertField", "Page about the alert"), true},
    AlertField{"score_kind", &Alert::scoreKind, "", QT_TRANSLATE_NOOP("AlertField", "Score kind"), QT_TRANSLATE_NOOP("AlertField", "Meaning of the score"), true},
    AlertField{"mjd", AlertField::Derived{&mjdOf}, "d", QT_TRANSLATE_NOOP("AlertField", "MJD"), QT_TRANSLATE_NOOP("AlertField", "UTC Modified Julian Date of the time"), true},
    AlertField{"time_kind", &Alert::timeKind, "", QT_TRANSLATE_NOOP("AlertField", "Time kind"), QT_TRANSLATE_NOOP("AlertField", "Trigger, merger, exposure start or middle, message"), true},
    AlertField{"time_precision", &Alert::timePrecision, "s", QT_TRANSLATE_NOOP("AlertField", "Time precision"), QT_TRANSLATE_NOOP("AlertField", "True resolution of the time"), true},
    AlertField{"message", &Alert::message, "", QT_TRANSLATE_NOOP("AlertField", "Message"), QT_TRANSLATE_NOOP("AlertField", "Notice, detection, circular, log, upload, other"), true},
    AlertField{"messenger", &Alert::messenger, "", QT_TRANSLATE_NOOP("AlertField", "Messenger"), QT_TRANSLATE_NOOP("AlertField", "What carried the news"), true},
    AlertField{"event", &Alert::event, "", QT_TRANSLATE_NOOP("AlertField", "Event"), QT_TRANSLATE_NOOP("AlertField", "Folding key of what belongs together"), true},
    AlertField{"revision", &Alert::revision, "", QT_TRANSLATE_NOOP("AlertField", "Revision"), QT_TRANSLATE_NOOP("AlertField", "Revision as sent"), true},
    AlertField{"alert_type", &Alert::alertType, "", QT_TRANSLATE_NOOP("AlertField", "Alert type"), QT_TRANSLATE_NOOP("AlertField", "Stage of the alert"), true},
    AlertField{"alert_tense", &Alert::alertTense, "", QT_TRANSLATE_NOOP("AlertField", "Alert tense"), QT_TRANSLATE_NOOP("AlertField", "Current, archival, planned, injection, commanded, test"), true},
    AlertField{"test", &Alert::test, "", QT_TRANSLATE_NOOP("AlertField", "Test"), QT_TRANSLATE_NOOP("AlertField", "Marked as a test by the sender"), true},
    AlertField{"retraction", &Alert::retraction, "", QT_TRANSLATE_NOOP("AlertField", "Retraction"), QT_TRANSLATE_NOOP("AlertField", "Takes an earlier alert back"), true},
    AlertField{"classification", &Alert::classification, "", QT_TRANSLATE_NOOP("AlertField", "Class"), QT_TRANSLATE_NOOP("AlertField", "Best class"), true},
    AlertField{"classification_score", &Alert::classificationScore, "", QT_TRANSLATE_NOOP("AlertField", "Class probability"), QT_TRANSLATE_NOOP("AlertField", "Probability of the best class"), true},
    AlertField{"classification_by", &Alert::classificationBy, "", QT_TRANSLATE_NOOP("AlertField", "Classified by"), QT_TRANSLATE_NOOP("AlertField", "Classifier and version"), true},
    AlertField{"significant", &Alert::significant, "", QT_TRANSLATE_NOOP("AlertField", "Significant"), QT_TRANSLATE_NOOP("AlertField", "The sender's own flag"), true},
    AlertField{"far", &Alert::far, "Hz", QT_TRANSLATE_NOOP("AlertField", "FAR"), QT_TRANSLATE_NOOP("AlertField", "False alarm rate"), true},
    AlertField{"error_radius", &Alert::errorRadius, "deg", QT_TRANSLATE_NOOP("AlertField", "Error radius"), QT_TRANSLATE_NOOP("AlertField", "As sent, never rescaled"), true},
    AlertField{"error_containment", &Alert::errorContainment, "", QT_TRANSLATE_NOOP("AlertField", "Containment"), QT_TRANSLATE_NOOP("AlertField", "Probability inside the error radius"), true},
    AlertField{"error_systematic", &Alert::errorSystematic, "", QT_TRANSLATE_NOOP("AlertField", "Systematic included"), QT_TRANSLATE_NOOP("AlertField", "Whether the error includes the systematic part"), true},
    AlertField{"position_kind", &Alert::positionKind, "", QT_TRANSLATE_NOOP("AlertField", "Position kind"), QT_TRANSLATE_NOOP("AlertField", "Measured, map peak, pointing, field"), true},
    AlertField{"mag_error", &Alert::magError, "mag", QT_TRANSLATE_NOOP("AlertField", "Magnitude error"), QT_TRANSLATE_NOOP("AlertField", "One sigma"), true},
    AlertField{"mag_system", &Alert::magSystem, "", QT_TRANSLATE_NOOP("AlertField", "Magnitude system"), QT_TRANSLATE_NOOP("AlertField", "AB or Vega"), true},
    AlertField{"mag_kind", &Alert::magKind, "", QT_TRANSLATE_NOOP("AlertField", "Magnitude kind"), QT_TRANSLATE_NOOP("AlertField", "Difference, apparent, total"), true},
    AlertField{"mag_limit", &Alert::magLimit, "mag", QT_TRANSLATE_NOOP("AlertField", "Limit"), QT_TRANSLATE_NOOP("AlertField", "Five sigma limit"), true},
    AlertField{"band", &Alert::band, "", QT_TRANSLATE_NOOP("AlertField", "Band"), QT_TRANSLATE_NOOP("AlertField", "Filter"), true},
    AlertField{"flux", &Alert::flux, "", QT_TRANSLATE_NOOP("AlertField", "Flux"), QT_TRANSLATE_NOOP("AlertField", "As sent"), true},
    AlertField{"flux_error", &Alert::fluxError, "", QT_TRANSLATE_NOOP("AlertField", "Flux error"), QT_TRANSLATE_NOOP("AlertField", "As sent"), true},
    AlertField{"flux_unit", &Alert::fluxUnit, "", QT_TRANSLATE_NOOP("AlertField", "Flux unit"), QT_TRANSLATE_NOOP("AlertField", "Unit of the flux"), true},
    AlertField{"is_negative", &Alert::isNegative, "", QT_TRANSLATE_NOOP("AlertField", "Negative difference"), QT_TRANSLATE_NOOP("AlertField", "Fainter than the reference"), true},
    AlertField{"mission", &Alert::mission, "", QT_TRANSLATE_NOOP("AlertField", "Mission"), QT_TRANSLATE_NOOP("AlertField", "Sender"), true},
    AlertField{"instruments", &Alert::instruments, "", QT_TRANSLATE_NOOP("AlertField", "Instruments"), QT_TRANSLATE_NOOP("AlertField", "Instruments or detectors"), true},
    AlertField{"solar_system", &Alert::solarSystem, "", QT_TRANSLATE_NOOP("AlertField", "Solar system"), QT_TRANSLATE_NOOP("AlertField", "Designation of a known moving object"), true},
    AlertField{"access", &Alert::access, "", QT_TRANSLATE_NOOP("AlertField", "Access"), QT_TRANSLATE_NOOP("AlertField", "Public or restricted"), true},
    AlertField{"stream", &Alert::stream, "", QT_TRANSLATE_NOOP("AlertField", "Stream"), QT_TRANSLATE_NOOP("AlertField", "Configured stream"), true},
    AlertField{"topic", &Alert::topic, "", QT_TRANSLATE_NOOP("AlertField", "Topic"), QT_TRANSLATE_NOOP("AlertField", "Topic or subscription"), true},
    AlertField{"partition", &Alert::partition, "", QT_TRANSLATE_NOOP("AlertField", "Partition"), QT_TRANSLATE_NOOP("AlertField", "Partition of the topic"), true},
    AlertField{"offset", &Alert::offset, "", QT_TRANSLATE_NOOP("AlertField", "Offset"), QT_TRANSLATE_NOOP("AlertField", "Offset in the partition"), true},
    AlertField{"record", &Alert::record, "", QT_TRANSLATE_NOOP("AlertField", "Record"), QT_TRANSLATE_NOOP("AlertField", "Number inside the message"), true},
    AlertField{"message_id", &Alert::messageId, "", QT_TRANSLATE_NOOP("AlertField", "Message ID"), QT_TRANSLATE_NOOP("AlertField", "Id that the transport gave"), true},
    AlertField{"issued", &Alert::issued, "", QT_TRANSLATE_NOOP("AlertField", "Issued"), QT_TRANSLATE_NOOP("AlertField", "The sender's stamp"), true},
    AlertField{"broker_time", &Alert::brokerTime, "", QT_TRANSLATE_NOOP("AlertField", "Broker time"), QT_TRANSLATE_NOOP("AlertField", "The broker's stamp"), true},
    AlertField{"received", &Alert::received, "", QT_TRANSLATE_NOOP("AlertField", "Received"), QT_TRANSLATE_NOOP("AlertField", "Our stamp"), true},
    AlertField{"format", &Alert::format, "", QT_TRANSLATE_NOOP("AlertField", "Format"), QT_TRANSLATE_NOOP("AlertField", "Decoder and schema version"), true},
    AlertField{"row", &Alert::row, "", QT_TRANSLATE_NOOP("AlertField", "Row"), QT_TRANSLATE_NOOP("AlertField", "Number in the archive"), true},
    AlertField{"problems", &Alert::problems, "", QT_TRANSLATE_NOOP("AlertField", "Problems"), QT_TRANSLATE_NOOP("AlertField", "Values refused or repaired"), true},
    AlertField{"error", &Alert::error, "", QT_TRANSLATE_NOOP("AlertField", "Error"), QT_TRANSLATE_NOOP("AlertField", "Why it could not be decoded"), true},
    AlertField{"error_major", &Alert::errorMajor, "deg", QT_TRANSLATE_NOOP("AlertField", "Error, major axis"), QT_TRANSLATE_NOOP("AlertField", "Semi-major axis"), false},
    AlertField{"error_minor", &Alert::errorMinor, "deg", QT_TRANSLATE_NOOP("AlertField", "Error, minor axis"), QT_TRANSLATE_NOOP("AlertField", "Semi-minor axis"), false},
    AlertField{"error_pa", &Alert::errorPa, "deg", QT_TRANSLATE_NOOP("AlertField", "Error, position angle"), QT_TRANSLATE_NOOP("AlertField", "East of north"), false},
    AlertField{"group", &Alert::group, "", QT_TRANSLATE_NOOP("AlertField", "Group"), QT_TRANSLATE_NOOP("AlertField", "Analysis group"), false},
    AlertField{"search", &Alert::search, "", QT_TRANSLATE_NOOP("AlertField", "Search"), QT_TRANSLATE_NOOP("AlertField", "Search"), false},
    AlertField{"pipeline", &Alert::pipeline, "", QT_TRANSLATE_NOOP("AlertField", "Pipeline"), QT_TRANSLATE_NOOP("AlertField", "Pipeline"), false},
    AlertField{"p_bns", &Alert::pBns, "", QT_TRANSLATE_NOOP("AlertField", "P(BNS)"), QT_TRANSLATE_NOOP("AlertField", "Probability: binary neutron star"), false},
    AlertField{"p_nsbh", &Alert::pNsbh, "", QT_TRANSLATE_NOOP("AlertField", "P(NSBH)"), QT_TRANSLATE_NOOP("AlertField", "Probability: neutron star and black hole"), false},
    AlertField{"p_bbh", &Alert::pBbh, "", QT_TRANSLATE_NOOP("AlertField", "P(BBH)"), QT_TRANSLATE_NOOP("AlertField", "Probability: binary black hole"), false},
    AlertField{"p_terrestrial", &Alert::pTerrestrial, "", QT_TRANSLATE_NOOP("AlertField", "P(terrestrial)"), QT_TRANSLATE_NOOP("AlertField", "Probability: not astrophysical"), false},
    AlertField{"has_ns", &Alert::hasNs, "", QT_TRANSLATE_NOOP("AlertField", "Has NS"), QT_TRANSLATE_NOOP("AlertField", "Probability: a neutron star is involved"), false},
    AlertField{"has_remnant", &Alert::hasRemnant, "", QT_TRANSLATE_NOOP("AlertField", "Has remnant"), QT_TRANSLATE_NOOP("AlertField", "Probability: matter left outside"), false},
    AlertField{"has_mass_gap", &Alert::hasMassGap, "", QT_TRANSLATE_NOOP("AlertField", "Has mass gap"), QT_TRANSLATE_NOOP("AlertField", "Probability: a component in the mass gap"), false},
    AlertField{"area50", &Alert::area50, "deg2", QT_TRANSLATE_NOOP("AlertField", "50 % area"), QT_TRANSLATE_NOOP("AlertField", "Area of the 50 % credible region"), false},
    AlertField{"area90", &Alert::area90, "deg2", QT_TRANSLATE_NOOP("AlertField", "90 % area"), QT_TRANSLATE_NOOP("AlertField", "Area of the 90 % credible region"), false},
    AlertField{"distance_mpc", &Alert::distanceMpc, "Mpc", QT_TRANSLATE_NOOP("AlertField", "Distance"), QT_TRANSLATE_NOOP("AlertField", "Mean distance"), false},
    AlertField{"distance_error_mpc", &Alert::distanceErrorMpc, "Mpc", QT_TRANSLATE_NOOP("AlertField", "Distance error"), QT_TRANSLATE_NOOP("AlertField", "One sigma"), false},
    AlertField{"alert_type_raw", &Alert::alertTypeRaw, "", QT_TRANSLATE_NOOP("AlertField", "Alert type as sent"), QT_TRANSLATE_NOOP("AlertField", "The sender's own word"), false},
    AlertField{"subject", &Alert::subject, "", QT_TRANSLATE_NOOP("AlertField", "Subject"), QT_TRANSLATE_NOOP("AlertField", "Subject line of a circular"), false},
    AlertField{"watch", &Alert::watch, "", QT_TRANSLATE_NOOP("AlertField", "Watch"), QT_TRANSLATE_NOOP("AlertField", "Source of a watchlist within its radius, the nearest"), false},
    AlertField{"watch_sep", &Alert::watchSep, "deg", QT_TRANSLATE_NOOP("AlertField", "Watch, separation"), QT_TRANSLATE_NOOP("AlertField", "From the watched source"), false},
    AlertField{"coincidence", &Alert::coincidence, "", QT_TRANSLATE_NOOP("AlertField", "Coincidence"), QT_TRANSLATE_NOOP("AlertField", "Name of the other alert of a coincidence"), false},
    AlertField{"tag", &Alert::tag, "", QT_TRANSLATE_NOOP("AlertField", "Tags"), QT_TRANSLATE_NOOP("AlertField", "Tags that people gave"), false},
    AlertField{"note", &Alert::note, "", QT_TRANSLATE_NOOP("AlertField", "Note"), QT_TRANSLATE_NOOP("AlertField", "What people noted about it"), false},
    AlertField{"ignored", &Alert::ignored, "", QT_TRANSLATE_NOOP("AlertField", "Ignored"), QT_TRANSLATE_NOOP("AlertField", "Of an object that is ignored"), false},
};
// clang-format on

} // namespace

std::span<const AlertField> alertFields()
{
    return kFields;
}

const AlertField *findAlertField(std::string_view key)
{
    const auto it = std::ranges::find_if(kFields, [key](const AlertField &field) { return key == field.key; });
    return it == kFields.end() ? nullptr : &*it;
}

} // namespace tocsin
