// SPDX-License-Identifier: GPL-3.0-or-later
// Messages of GraceDB, LVAlert before and igwn-alert now (protocols.md 4.2): events and superevents, their log, labels and
// sign-offs. They are for members of the collaborations; times are GPS.
#include "core/base/timescale.h"
#include "core/decoders/brokers/brokers.h"
#include "core/decoders/gcn/gcn.h"

#include <array>

namespace tocsin::decoders {

namespace {

constexpr std::array kNotes{
    FieldNote{"timestamp", "object.t_0, object.gpstime, else of data (GPS)"},
    FieldNote{"id", "uid; of a bare event or superevent graceid, superevent_id"},
    FieldNote{"name", "likewise"},
    FieldNote{"event", "superevent, else uid"},
    FieldNote{"ra", "object.extra_attributes.GRB.ra (external events)"},
    FieldNote{"dec", "object.extra_attributes.GRB.dec (external events)"},
    FieldNote{"error_radius", "object.extra_attributes.GRB.error_radius"},
    FieldNote{"far", "object.far (Hz), else object.extra_attributes.CoincInspiral.combined_far; FAR of the VOEvent in object.text"},
    FieldNote{"classification", "the VOEvent in object.text"},
    FieldNote{"alert_type", "alert_type, object.voevent_type"},
    FieldNote{"alert_type_raw", "alert_type"},
    FieldNote{"instruments", "object.instruments"},
    FieldNote{"test", "the first letters of uid, category, group, search"},
    FieldNote{"issued", "created"},
};

struct Stage {
    std::string_view sent;
    const char *type;
};
// Types of GraceDB, and those of the VOEvents that it sends.
constexpr std::array kStages{Stage{"new", "initial"}, Stage{"update", "update"}};
constexpr std::array kVoEvents{Stage{"ew", "early-warning"}, Stage{"pr", "preliminary"}, Stage{"in", "initial"}, Stage{"up", "update"}, Stage{"re", "retraction"}};
// What tells of the thing itself; all else only of the work on it.
constexpr std::array<std::string_view, 7> kNews{"new", "update", "voevent", "confirmed_as_gw", "selected_as_preferred", "exposed", "superevent"};

struct Sender {
    std::string_view pipeline;
    const char *messenger;
};
constexpr std::array kSenders{Sender{"fermi", "gamma"},  Sender{"swift", "gamma"},       Sender{"integral", "gamma"}, Sender{"agile", "gamma"},
                              Sender{"svom", "gamma"},   Sender{"chime", "radio"},       Sender{"icecube", "neutrino"}, Sender{"snews", "neutrino"},
                              Sender{"km3net", "neutrino"}, Sender{"hawc", "gamma"},     Sender{"ipn", "gamma"}};

// An event or a superevent by itself, as the database's own pages answer it.
bool isBare(const Value &root)
{
    if (!root.isObject() || !root["uid"].isNull() || !root["alert_type"].isNull())
        return false;
    if (root["superevent_id"].isText())
        return !anyOf(root, {"t_0", "preferred_event", "gw_events", "category"}).isNull();
    return root["graceid"].isText() && !anyOf(root, {"gpstime", "pipeline"}).isNull() && !root["group"].isNull();
}

// A page of them.
Value pageOf(const Value &root)
{
    for (const Name &name : {Name("superevents"), Name("events")}) {
        if (const Value list = root[name]; list.isArray() && isBare(list.first()))
            return list;
    }
    return {};
}

bool isThing(const Value &value)
{
    return value.isObject() && !anyOf(value, {"graceid", "superevent_id", "gpstime", "t_0"}).isNull();
}

// "2018-06-16 17:35:13 UTC"
UtcTime stampOf(const Value &value)
{
    std::string_view text = value.text().value_or(std::string_view());
    if (text.ends_with(" UTC"))
        text.remove_suffix(4);
    return UtcTime::fromIso(text);
}

bool hasLabel(const Value &labels, std::string_view wanted)
{
    bool found = false;
    labels.forEach([&](std::string_view key, const Value &item) { found = found || key == wanted || item.text() == wanted || item["name"].text() == wanted; });
    return found;
}

// MS…, TS…, M…, T… are mock and test, H… injections into the detectors.
bool isTestId(std::string_view uid)
{
    return uid.starts_with('M') || uid.starts_with('T') || uid.starts_with('H');
}

class GraceDb final : public TreeFormat
{
public:
    const char *id() const override { return "gracedb"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "GraceDB message"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "What happens in the candidate database of LIGO, Virgo and KAGRA, for their members (igwn-alert, LVAlert before)."); }
    std::span<const FieldNote> notes() const override { return kNotes; }
    const char *notRead() const override { return QT_TRANSLATE_NOOP("decoders", "Parameters of single detectors, files, the people who signed, and the false alarm rates of coincidences with other observatories (time_coinc_far, space_coinc_far)."); }

    bool fits(const Shape &shape, const Origin &origin) const override
    {
        if (!origin.schema.empty())
            return false;
        const Value &root = shape.root();
        return (shape.has("uid") && shape.has("alert_type") && root["uid"].isText()) || isBare(root) || pageOf(root).isArray();
    }

    void records(const Value &root, Records &out) const override
    {
        if (const Value page = pageOf(root); page.isArray())
            page.forEach([&](std::string_view, const Value &item) { out.push_back(item); });
        else
            out.push_back(root);
    }

    void map(const Value &root, const Origin &, Alert &alert) const override
    {
        alert.format = id();
        alert.access = "restricted";
        alert.messenger = "gw";
        alert.mission = "LVK";
        const bool bare = isBare(root);
        alert.id = textOf(alert, bare ? anyOf(root, {"superevent_id", "graceid"}) : root["uid"], "uid");
        alert.name = alert.id;
        alert.event = alert.id;
        alert.alertTypeRaw = textOf(alert, root["alert_type"], "alert_type");
        const std::string type = lower(alert.alertTypeRaw);
        alert.message = bare || std::ranges::find(kNews, type) != kNews.end() ? "notice" : "log";
        for (const Stage &stage : kStages) {
            if (type == stage.sent)
                alert.alertType = stage.type;
        }
        const Shape notedObject(root["object"]);
        const Shape notedData(root["data"]);
        const Value &object = notedObject.root();
        const Value &data = notedData.root();
        const Value thing = bare ? root : isThing(object) ? object : isThing(data) ? data : Value();
        mapVoEvent(object["voevent_type"].isNull() ? data : object, alert);
        alert.issued = stampOf(data["created"]);
        if (!alert.issued.isValid())
            alert.issued = stampOf(bare ? root["created"] : object["created"]);
        if (thing.isObject())
            mapThing(thing, alert);
        for (const Value &carrier : {object, data})
            mapText(carrier["text"], alert);
        const Value labels = thing["labels"].isNull() ? root["labels"] : thing["labels"];
        const bool injected = hasLabel(labels, "INJ") || data["name"].text() == "INJ";
        alert.test = alert.test || injected || isTestId(alert.id);
        if (alert.test)
            alert.alertTense = injected || alert.id.starts_with('H') ? "injection" : "test";
        alert.url = addressOf(anyOf(thing["links"], {"self"}), alert.id);
    }

private:
    static void mapVoEvent(const Value &voEvent, Alert &alert)
    {
        const std::string type = lower(voEvent["voevent_type"].text().value_or(std::string_view()).substr(0, 20));
        for (const Stage &stage : kVoEvents) {
            if (type == stage.sent)
                alert.alertType = stage.type;
        }
        alert.retraction = alert.alertType == "retraction";
    }

    // The VOEvent that GraceDB sent out, where it comes along: it says what the message itself leaves out. Not the
    // time: that of a message is of what it tells.
    static void mapText(const Value &text, Alert &alert)
    {
        const std::string_view xml = text.text().value_or(std::string_view());
        const Input input{.value = xml};
        const Origin origin{.input = input};
        if (xml.empty() || !voEvent().fitsBytes(xml, origin))
            return;
        TreeBudget budget;
        std::vector<FieldTree> events;
        std::vector<std::string> problems;
        std::string error;
        if (!voEvent().read(xml, budget, events, problems, error) || events.empty())
            return note(alert, "the VOEvent inside cannot be read: " + error);
        Alert event;
        const Shape shape{Value(&events.front())};
        voEvent().map(shape.root(), origin, event);
        for (Number Alert::*key : {&Alert::far, &Alert::classificationScore, &Alert::pBns, &Alert::pNsbh, &Alert::pBbh, &Alert::pTerrestrial, &Alert::hasNs,
                                   &Alert::hasRemnant, &Alert::hasMassGap}) {
            if (!(alert.*key).has())
                alert.*key = event.*key;
        }
        for (Text Alert::*key : {&Alert::classification, &Alert::classificationBy, &Alert::group, &Alert::search, &Alert::pipeline, &Alert::instruments}) {
            if ((alert.*key).empty())
                alert.*key = event.*key;
        }
        if (!alert.significant)
            alert.significant = event.significant;
        alert.test = alert.test || event.test;
    }

    static void mapThing(const Value &thing, Alert &alert)
    {
        const Value preferred = thing["preferred_event_data"];
        const auto either = [&](const Name &name) { return thing[name].isNull() ? preferred[name] : thing[name]; };
        alert.group = textOf(alert, either("group"), "group");
        alert.pipeline = textOf(alert, either("pipeline"), "pipeline");
        alert.search = textOf(alert, either("search"), "search");
        alert.far = numberOf(alert, either("far"), "far");
        if (!alert.far.has()) // what it is made from
            alert.far = numberOf(alert, either("extra_attributes")["CoincInspiral"]["combined_far"], "combined_far");
        alert.instruments = joined(either("instruments"));
        if (alert.instruments.empty())
            alert.instruments = joined(either("extra_attributes")["CoincInspiral"]["ifos"]);
        if (const Value time = anyOf(thing, {"t_0", "gpstime"}); !time.isNull()) {
            const Number gps = numberFromText(alert, time, "the GPS time");
            const UtcTime utc = gps.has() ? timescale::fromGps(gps.value, decimalsOf(time)) : UtcTime{};
            setTime(alert, utc, lower(alert.group) == "cbc" ? "merger" : "trigger");
            if (gps.has() && !utc.isValid())
                note(alert, "the GPS time is no time");
            noteLeapTable(alert, utc);
        }
        if (const Value superevent = anyOf(thing, {"superevent", "superevent_id"}); superevent.isText())
            alert.event = textOf(alert, superevent, "superevent");
        const std::string category = lower(textOf(alert, thing["category"], "category"));
        alert.test = category == "test" || category == "mdc" || lower(alert.group) == "test" || lower(alert.search) == "mdc";
        if (alert.id.starts_with('E') || lower(alert.group) == "external")
            mapExternal(thing["extra_attributes"], alert);
    }

    // Bursts and neutrinos of others, for coincidences.
    static void mapExternal(const Value &attributes, Alert &alert)
    {
        alert.messenger.clear();
        const std::string pipeline = lower(alert.pipeline);
        for (const Sender &sender : kSenders) {
            if (pipeline == sender.pipeline)
                alert.messenger = sender.messenger;
        }
        if (!alert.pipeline.empty())
            alert.mission = alert.pipeline;
        alert.timeKind = alert.timestamp.isValid() ? "trigger" : "";
        attributes.forEach([&](std::string_view, const Value &facts) {
            if (alert.hasPosition() || facts["ra"].isNull() || facts["dec"].isNull())
                return;
            setPositionFromText(alert, facts["ra"], facts["dec"]);
            if (!alert.hasPosition())
                return; // refused, and its circle with it
            setError(alert, numberFromText(alert, facts["error_radius"], "error_radius"), {}, std::nullopt);
            dropPlaceholder(alert);
        });
    }

    // The page of the instance that sent it; its programming interface stands in the links.
    static Text addressOf(const Value &self, std::string_view uid)
    {
        constexpr std::string_view kApi = "/api/";
        const std::string_view link = self.text().value_or(std::string_view());
        const size_t api = link.find(kApi);
        const bool plain = std::ranges::all_of(uid, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
        if (!plain || uid.empty() || uid.size() > 40)
            return {};
        std::string base = "https://gracedb.ligo.org";
        if (link.starts_with("https://") && api != std::string_view::npos && api < 200 && link.substr(0, api).find_first_of("@?#\\ ") == std::string_view::npos)
            base = std::string(link.substr(0, api));
        const bool isSuperevent = uid.find('S') < 2 || uid.find("GW") < 2;
        return base + (isSuperevent ? "/superevents/" : "/events/") + std::string(uid) + "/view/";
    }
};

} // namespace

const TreeFormat &graceDb()
{
    static const GraceDb format;
    return format;
}

} // namespace tocsin::decoders
