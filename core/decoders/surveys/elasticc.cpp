// SPDX-License-Identifier: GPL-3.0-or-later
// What brokers said of ELAsTiCC's alerts: classes by number, of one classifier a message or (once) of several.
#include "core/decoders/surveys/surveys.h"

#include <array>
#include <cmath>

namespace tocsin::decoders {

namespace {

constexpr std::array kNotes{
    FieldNote{"id", "alertId"},
    FieldNote{"name", "diaObjectId, else diaSourceId"},
    FieldNote{"classification", "classId of the greatest probability"},
    FieldNote{"classification_score", "probability"},
    FieldNote{"classification_by", "classifierName and brokerName, brokerVersion"},
    FieldNote{"issued", "brokerIngestTimestamp, else elasticcPublishTimestamp"},
};

// Microseconds or milliseconds since 1970: the unit stands in the schema only, and the size tells them apart.
UtcTime stampOf(const Value &value)
{
    const auto number = value.number();
    if (!number || !(*number >= 1e11) || !(*number < 1e17))
        return {};
    return *number < 1e14 ? UtcTime::fromMs(static_cast<int64_t>(*number)) : UtcTime::fromUs(static_cast<int64_t>(*number));
}

class ElasticcClassification final : public TreeFormat
{
public:
    const char *id() const override { return "elasticc-class"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "ELAsTiCC classification"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "What a broker says of a simulated alert: classes and their probabilities."); }
    std::span<const FieldNote> notes() const override { return kNotes; }
    const char *notRead() const override { return QT_TRANSLATE_NOOP("decoders", "All classes but the best stay in the packet."); }

    bool fits(const Shape &shape, const Origin &) const override
    {
        return shape.has("alertId") && shape.has("classifications") && shape.has("elasticcPublishTimestamp");
    }

    void map(const Value &root, const Origin &, Alert &alert) const override
    {
        alert.format = id();
        alert.message = "other";
        alert.mission = "ELAsTiCC";
        alert.id = textOf(alert, root["alertId"], "alertId");
        alert.name = textOf(alert, root["diaObjectId"], "diaObjectId");
        if (alert.name.empty() || alert.name == "0")
            alert.name = textOf(alert, root["diaSourceId"], "diaSourceId");
        alert.event = alert.name;
        alert.issued = stampOf(root["brokerIngestTimestamp"]);
        if (!alert.issued.isValid())
            alert.issued = stampOf(root["elasticcPublishTimestamp"]);
        Text by = textOf(alert, root["classifierName"], "classifierName");
        root["classifications"].forEach([&](std::string_view, const Value &item) {
            const auto probability = item["probability"].number();
            if (!probability || !std::isfinite(*probability) || (alert.classificationScore.has() && alert.classificationScore.value >= *probability))
                return;
            alert.classificationScore = *probability;
            alert.classification = textOf(alert, item["classId"], "classId");
            if (!item["classifierName"].isNull())
                by = textOf(alert, item["classifierName"], "classifierName");
        });
        if (!alert.classificationScore.has())
            return;
        const Text broker = textOf(alert, root["brokerName"], "brokerName");
        const Text version = textOf(alert, root["brokerVersion"], "brokerVersion");
        if (!broker.empty())
            by += (by.empty() ? "" : ", ") + broker + (version.empty() ? "" : " " + version);
        alert.classificationBy = by;
    }
};

} // namespace

const TreeFormat &elasticcClassification()
{
    static const ElasticcClassification format;
    return format;
}

} // namespace tocsin::decoders
