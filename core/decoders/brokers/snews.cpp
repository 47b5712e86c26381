// SPDX-License-Identifier: GPL-3.0-or-later
// Messages of the Supernova Early Warning System (SNEWS 2.0) on Hopskotch: what neutrino detectors report, in the schemas of
// all versions met, and the alerts that the server makes of them.
#include "core/decoders/brokers/brokers.h"

#include <array>

namespace tocsin::decoders {

namespace {

constexpr std::array kNotes{
    FieldNote{"timestamp", "neutrino_time_utc, neutrino_time, the first of neutrino_times"},
    FieldNote{"id", "id, _id, uuid"},
    FieldNote{"instruments", "detector_name, detector_names"},
    FieldNote{"test", "is_test, is_firedrill"},
    FieldNote{"retraction", "tier, retract_latest, which_tier"},
    FieldNote{"issued", "sent_time_utc, sent_time, machine_time_utc, machine_time"},
};

class Snews final : public TreeFormat
{
public:
    const char *id() const override { return "snews"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "SNEWS message"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "Bursts of neutrinos that detectors report to the Supernova Early Warning System, and its own alerts."); }
    std::span<const FieldNote> notes() const override { return kNotes; }
    const char *notRead() const override { return QT_TRANSLATE_NOOP("decoders", "Probabilities and time series of the detectors; a neutrino burst has no position."); }

    bool fits(const Shape &shape, const Origin &origin) const override
    {
        if (!origin.schema.empty())
            return false;
        const bool time = shape.has("neutrino_time_utc") || shape.has("neutrino_time") || shape.has("machine_time") || shape.has("machine_time_utc");
        if (shape.has("detector_name"))
            return time || shape.has("detector_status") || shape.has("tier") || shape.has("retract_latest") || shape.has("which_tier");
        return shape.has("detector_names") && (shape.has("neutrino_times") || shape.has("alert_type"));
    }

    void map(const Value &root, const Origin &, Alert &alert) const override
    {
        alert.format = id();
        if (const auto version = root["schema_version"].idText())
            alert.format += ' ' + version->substr(0, 40);
        const std::string tier = lower(textOf(alert, anyOf(root, {"tier", "which_tier"}), "tier"));
        // What detectors say of themselves now and then is no report of a burst.
        const bool isStatus = !root["detector_status"].isNull() && root["neutrino_time_utc"].isNull() && root["neutrino_time"].isNull();
        alert.message = isStatus ? "log" : "notice";
        alert.messenger = "neutrino";
        alert.mission = "SNEWS";
        alert.id = textOf(alert, anyOf(root, {"id", "_id", "uuid"}), "id");
        alert.instruments = joined(anyOf(root, {"detector_name", "detector_names"}));
        alert.alertTypeRaw = textOf(alert, anyOf(root, {"alert_type", "tier"}), "tier");
        const Value times = root["neutrino_times"];
        const Value time = anyOf(root, {"neutrino_time_utc", "neutrino_time"});
        setTime(alert, isoTime(alert, time.isNull() ? times.first() : time, "the time of the neutrinos"), "trigger");
        alert.issued = isoTime(alert, anyOf(root, {"sent_time_utc", "sent_time", "machine_time_utc", "machine_time"}), "the time of the message");
        alert.test = flagOf(root["is_test"]).value_or(false) || flagOf(root["is_firedrill"]).value_or(false);
        if (alert.test)
            alert.alertTense = "test";
        alert.retraction = tier == "retraction" || !root["retract_latest"].isNull() || !root["N_retract_latest"].isNull()
            || lower(alert.alertTypeRaw) == "retraction";
        if (alert.retraction)
            alert.alertType = "retraction";
        else if (lower(alert.alertTypeRaw) == "update")
            alert.alertType = "update";
        else if (!root["alert_type"].isNull())
            alert.alertType = "initial";
    }
};

} // namespace

const TreeFormat &snews()
{
    static const Snews format;
    return format;
}

} // namespace tocsin::decoders
