// SPDX-License-Identifier: GPL-3.0-or-later
// LIGO-Virgo-KAGRA public alerts (igwn.gwalert) in JSON or Avro (protocols.md 4.4).
#include "core/decoders/gcn/gcn.h"

#include <array>

namespace tocsin::decoders {

namespace {

constexpr std::array kNotes{
    FieldNote{"timestamp", "event.time; in a retraction time_created"},
    FieldNote{"id", "superevent_id"},
    FieldNote{"name", "superevent_id"},
    FieldNote{"ra", "the densest pixel of event.skymap"},
    FieldNote{"dec", "the densest pixel of event.skymap"},
    FieldNote{"alert_type", "alert_type"},
    FieldNote{"classification", "event.classification, the most probable"},
    FieldNote{"far", "event.far"},
    FieldNote{"significant", "event.significant"},
    FieldNote{"area50", "event.skymap, else external_coinc.combined_skymap: credible area"},
    FieldNote{"area90", "likewise"},
    FieldNote{"distance_mpc", "event.skymap, DISTMEAN"},
    FieldNote{"url", "urls.gracedb"},
    FieldNote{"issued", "time_created"},
};

struct Stage {
    const char *sent;
    const char *type;
};
constexpr std::array kStages{Stage{"earlywarning", "early-warning"}, Stage{"preliminary", "preliminary"}, Stage{"initial", "initial"},
                             Stage{"update", "update"}, Stage{"retraction", "retraction"}};

class GwAlert final : public TreeFormat
{
public:
    const char *id() const override { return "igwn-gwalert"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "Gravitational-wave alert"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "Public alerts of LIGO, Virgo and KAGRA with their sky maps, in JSON or Avro."); }
    std::span<const FieldNote> notes() const override { return kNotes; }
    const char *notRead() const override
    {
        return QT_TRANSLATE_NOOP("decoders", "A coincidence with another observatory (external_coinc: who, when, and both false alarm rates of the pair; far is that of the gravitational waves alone), and the duration and frequency of bursts. The combined map is read where the event itself has none.");
    }

    bool fits(const Shape &shape, const Origin &) const override { return shape.has("superevent_id") && shape.has("alert_type"); }

    void map(const Value &root, const Origin &, Alert &alert) const override
    {
        alert.format = id();
        if (const auto version = root["schema_version"].idText())
            alert.format.append(1, ' ').append(*version, 0, 40);
        alert.message = "notice";
        alert.messenger = "gw";
        alert.mission = "LVK";
        alert.id = textOf(alert, root["superevent_id"], "superevent_id");
        alert.name = alert.id;
        alert.event = alert.id;
        alert.alertTypeRaw = textOf(alert, root["alert_type"], "alert_type");
        std::string sent = lower(alert.alertTypeRaw);
        std::erase(sent, '_'); // EARLY_WARNING in drafts
        for (const Stage &stage : kStages) {
            if (sent == stage.sent)
                alert.alertType = stage.type;
        }
        alert.retraction = alert.alertType == "retraction";
        alert.url = urlOf(alert, root["urls"]["gracedb"], "urls.gracedb");
        alert.issued = isoTime(alert, root["time_created"], "time_created");
        alert.revision = textOf(alert, root["event_revision"], "event_revision");
        // MS… and TS… are mock and test superevents (product.md 2.2).
        alert.test = alert.id.starts_with('M') || alert.id.starts_with('T') || root["is_injection"].boolean().value_or(false);
        if (alert.test)
            alert.alertTense = "test";
        const Shape noted(root["event"]);
        const Value &event = noted.root();
        if (event.isObject())
            mapEvent(event, alert);
        else if (!event.isNull())
            note(alert, "event is no object");
        if (!alert.area50.has() && event["skymap"].isNull())
            setSkyMap(alert, root["external_coinc"]["combined_skymap"]);
        if (!alert.timestamp.isValid())
            setTime(alert, alert.issued, "message");
    }

private:
    static void mapEvent(const Value &event, Alert &alert)
    {
        setIsoTime(alert, event["time"], "event.time", "merger");
        alert.far = numberFromText(alert, event["far"], "event.far");
        alert.significant = event["significant"].boolean();
        alert.instruments = joined(event["instruments"]);
        alert.group = textOf(alert, event["group"], "event.group");
        alert.pipeline = textOf(alert, event["pipeline"], "event.pipeline");
        alert.search = textOf(alert, event["search"], "event.search");
        const Value classes = event["classification"];
        setBestClass(alert, classes);
        if (!alert.classification.empty())
            alert.classificationBy = alert.pipeline;
        alert.pBns = numberOf(alert, classes["BNS"], "BNS");
        alert.pNsbh = numberOf(alert, classes["NSBH"], "NSBH");
        alert.pBbh = numberOf(alert, classes["BBH"], "BBH");
        alert.pTerrestrial = numberOf(alert, classes["Terrestrial"], "Terrestrial");
        const Value properties = event["properties"];
        alert.hasNs = numberOf(alert, properties["HasNS"], "HasNS");
        alert.hasRemnant = numberOf(alert, properties["HasRemnant"], "HasRemnant");
        alert.hasMassGap = numberOf(alert, properties["HasMassGap"], "HasMassGap");
        setSkyMap(alert, event["skymap"]);
    }
};

} // namespace

const TreeFormat &gwAlert()
{
    static const GwAlert format;
    return format;
}

} // namespace tocsin::decoders
