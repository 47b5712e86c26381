// SPDX-License-Identifier: GPL-3.0-or-later
// VOEvent 1.1, 2.0 and 2.1 (protocols.md 3.4, 9.3), as XML and as the JSON that SCiMMA's hop makes of it: one tree, one mapping.
#include "core/decoders/gcn/gcn.h"
#include "core/decoders/gcn/noticetext.h"
#include "core/decoders/gcn/noticetypes.h"
#include "core/decoders/gcn/senders.h"
#include "core/decoders/gcn/xmltree.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace tocsin::decoders {

namespace {

constexpr double kSecondsPerYear = 365.25 * 86'400;
constexpr size_t kMostParams = 2'000;
constexpr int kMostGroups = 8; // of groups in groups

constexpr std::array kNotes{
    FieldNote{"timestamp", "WhereWhen, ISOTime of the ObservationLocation, as it is written; else Who/Date"},
    FieldNote{"id", "ivorn"},
    FieldNote{"name", "GraceID, Source_Name, Why/…/Name, PositionName"},
    FieldNote{"ra", "C1 of the ObservationLocation's Position2D"},
    FieldNote{"dec", "C2 of the same; exchanged where Name1 says so"},
    FieldNote{"error_radius", "Error2Radius"},
    FieldNote{"error_containment", "the description of the parameter that has the same value"},
    FieldNote{"mag", "the first parameter that is a magnitude (ucd phot.mag)"},
    FieldNote{"alert_type", "AlertType, Packet_Type"},
    FieldNote{"retraction", "AlertType, Packet_Type, Retraction, Def_NOT_a_GRB, a citation as retraction"},
    FieldNote{"test", "role, Test, Test_Submission, InternalTest, superevents MS… and TS…"},
    FieldNote{"far", "FAR, per second"},
    FieldNote{"classification", "the group Classification; Most_Likely_Index"},
    FieldNote{"significant", "Significant"},
    FieldNote{"instruments", "Instruments, else by the ivorn"},
    FieldNote{"revision", "Rev, Pkt_Ser_Num"},
    FieldNote{"url", "EventPage, sky maps, parameters and references that are web addresses"},
    FieldNote{"issued", "Who/Date"},
};

// An element that may have attributes beside its text.
std::string_view textIn(const Value &element)
{
    if (const auto text = element.text())
        return trimmed(*text);
    return trimmed(element["#text"].text().value_or(std::string_view()));
}

// Once for an element, for each of several of one name.
void each(const Value &elements, const std::function<void(const Value &)> &visit)
{
    if (elements.isArray())
        elements.forEach([&](std::string_view, const Value &element) { visit(element); });
    else if (!elements.isNull())
        visit(elements);
}

Value firstOf(const Value &elements)
{
    return elements.isArray() ? elements.first() : elements;
}

struct Param {
    std::string_view name;
    std::string_view unit;
    std::string_view ucd;
    std::string_view group;
    std::string text; // JSON may have numbers
    Value element;

    [[nodiscard]] Number number() const { return numberIn(text); }
};

class Params
{
public:
    explicit Params(const Value &what) { collect(what, {}, 0); }

    [[nodiscard]] const std::vector<Param> &all() const { return m_all; }
    // In any case: "FAR" and "far". Null: no such parameter, or nothing in it.
    [[nodiscard]] const Param *find(std::string_view name) const
    {
        const std::string wanted = lower(name);
        const auto it = std::ranges::find_if(m_all, [&](const Param &param) { return lower(param.name) == wanted && !param.text.empty(); });
        return it == m_all.end() ? nullptr : &*it;
    }
    [[nodiscard]] std::string_view text(std::string_view name) const
    {
        const Param *param = find(name);
        return param ? std::string_view(param->text) : std::string_view();
    }
    [[nodiscard]] bool isTrue(std::string_view name) const
    {
        const std::string value = lower(text(name));
        return value == "true" || value == "1" || value == "yes";
    }

private:
    void collect(const Value &parent, std::string_view group, int depth)
    {
        each(parent["Param"], [&](const Value &element) {
            if (m_all.size() >= kMostParams || !element.isObject())
                return;
            Param param;
            param.name = element["name"].text().value_or(std::string_view());
            param.unit = trimmed(element["unit"].text().value_or(std::string_view()));
            param.ucd = trimmed(element["ucd"].text().value_or(std::string_view()));
            param.group = group;
            const Value value = element["value"];
            if (const auto text = value.idText())
                param.text = std::string(trimmed(std::string_view(*text).substr(0, 2'000)));
            else if (value.boolean())
                param.text = *value.boolean() ? "true" : "false";
            if (param.text.empty())
                param.text = std::string(textIn(firstOf(element["Value"])).substr(0, 2'000));
            param.element = element;
            m_all.push_back(std::move(param));
        });
        if (depth >= kMostGroups)
            return;
        each(parent["Group"], [&](const Value &element) {
            std::string_view name = element["name"].text().value_or(std::string_view());
            if (name.empty())
                name = element["type"].text().value_or(std::string_view());
            collect(element, name, depth + 1);
        });
    }

    std::vector<Param> m_all;
};

// The first Name at any depth below Why.
std::string_view nameBelow(const Value &element, int depth = 0)
{
    std::string_view found;
    if (depth > kMostGroups)
        return found;
    if (element.isArray() || element.isObject()) {
        element.forEach([&](std::string_view key, const Value &child) {
            if (!found.empty())
                return;
            if (key == "Name")
                found = textIn(firstOf(child));
            else if (key != "Description" && key != "Concept")
                found = nameBelow(child, depth + 1);
        });
    }
    return found;
}

bool contains(std::string_view text, std::string_view word)
{
    return text.find(word) != std::string_view::npos;
}

class VoEvent final : public ByteFormat
{
public:
    const char *id() const override { return "voevent"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "VOEvent"); }
    const char *help() const override
    {
        return QT_TRANSLATE_NOOP("decoders", "Events in the format of the Virtual Observatory, version 1.1 to 2.1, as XML or as JSON made of it.");
    }
    std::span<const FieldNote> notes() const override { return kNotes; }
    const char *notRead() const override
    {
        return QT_TRANSLATE_NOOP("decoders", "Tables, the observatory's own place, importance and probabilities of a cause stay in the packet.");
    }

    bool fitsBytes(std::string_view bytes, const Origin &) const override
    {
        if (bytes.starts_with("\xef\xbb\xbf"))
            bytes.remove_prefix(3);
        const size_t at = std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size());
        if (at + 1 >= bytes.size() || bytes[at] != '<')
            return false;
        const char next = bytes[at + 1];
        return next == '?' || next == '!' || next == '_' || (next >= 'A' && next <= 'Z') || (next >= 'a' && next <= 'z');
    }

    bool read(std::string_view bytes, TreeBudget &budget, std::vector<FieldTree> &records, std::vector<std::string> &, std::string &error) const override
    {
        if (bytes.starts_with("\xef\xbb\xbf"))
            bytes.remove_prefix(3);
        std::string name;
        FieldTree root;
        if (!readXml(bytes, budget, name, root, error))
            return false;
        if (name == "Transport") {
            FieldTree transport = FieldTree::object();
            transport["Transport"] = std::move(root);
            records.push_back(std::move(transport));
            return true;
        }
        if (name != "VOEvent" || !root.is_object()) {
            error = "the XML is no VOEvent: its root is “" + name.substr(0, 100) + "”";
            return false;
        }
        records.push_back(std::move(root));
        return true;
    }

    // Messages of the line itself: GCN's "imalive", and those of the VOEvent Transport Protocol.
    bool isLifeSign(const Value &root, const Origin &) const override
    {
        if (!root["Transport"].isNull())
            return true;
        return isAliveType(typeOf(Params(root["What"])));
    }

    void map(const Value &root, const Origin &, Alert &alert) const override
    {
        const Params params(root["What"]);
        alert.format = "voevent";
        if (const auto version = root["version"].idText(); version && !version->empty())
            alert.format += ' ' + version->substr(0, 20);
        alert.id = Text(trimmed(textOf(alert, root["ivorn"], "ivorn")));
        alert.issued = dateOf(alert, root["Who"]);
        mapSender(root, params, alert);
        mapName(root, params, alert);
        mapStage(root, params, alert);
        mapWhereWhen(root, alert);
        mapError(params, alert);
        mapBrightness(params, alert);
        mapRate(params, alert);
        mapClasses(params, alert);
        mapUrl(root, params, alert);
    }

private:
    static UtcTime dateOf(Alert &alert, const Value &who)
    {
        const std::string_view text = textIn(firstOf(who["Date"]));
        const UtcTime time = UtcTime::fromIso(text);
        if (!time.isValid() && !text.empty())
            note(alert, "Who/Date is no time");
        return time;
    }

    static int64_t typeOf(const Params &params)
    {
        const Param *type = params.find("Packet_Type");
        const Number number = type ? type->number() : Number();
        return number.has() && std::abs(number.value) < 1e9 ? static_cast<int64_t>(number.value) : 0;
    }

    static void mapSender(const Value &root, const Params &params, Alert &alert)
    {
        // "ivo://nasa.gsfc.gcn/SWIFT#BAT_GRB_Pos_…": the stream and the kind of event. GCN's own name is no sender.
        std::string_view words = alert.id;
        if (words.starts_with("ivo://"))
            words.remove_prefix(6);
        Sender sender = senderOf(words);
        if (!*sender.mission)
            sender = senderOf(noticeTypeName(typeOf(params)));
        if (!*sender.mission)
            sender = senderOf(textIn(firstOf(firstOf(root["Who"]["Author"])["shortName"])));
        setSender(alert, sender);
        if (const std::string_view list = params.text("Instruments"); !list.empty()) {
            alert.instruments = std::string(list.substr(0, 200));
        } else if (const std::string_view one = params.text("Instrument"); !one.empty() && alert.instruments.empty()) {
            alert.instruments = std::string(one.substr(0, 200));
            if (const Sender exact = senderOf(alert.mission + ' ' + alert.instruments); *exact.messenger)
                alert.messenger = exact.messenger;
        }
    }

    static void mapName(const Value &root, const Params &params, Alert &alert)
    {
        std::string_view name = params.text("GraceID");
        if (name.empty())
            name = params.text("Source_Name");
        if (name.empty())
            name = nameBelow(root["Why"]);
        if (name.empty()) {
            // Gaia: a parameter without a name, its value a child of it.
            const auto it = std::ranges::find_if(params.all(), [](const Param &param) { return param.name.empty() && param.ucd == "meta.id"; });
            if (it != params.all().end())
                name = it->text;
        }
        for (const char *key : {"Burst_Name", "GRB_Name"}) {
            if (name.empty())
                name = params.text(key);
        }
        FieldTree text = std::string(name);
        alert.name = textOf(alert, Value(&text), "the name");
        const std::string_view run = params.text("run_id");
        const std::string_view event = params.text("event_id");
        std::string_view trigger = params.text("TrigID");
        if (trigger.empty())
            trigger = params.text("Burst_Id");
        if (isSuperevent(params.text("GraceID")))
            alert.event = std::string(params.text("GraceID"));
        else if (!run.empty() && !event.empty())
            alert.event = eventKey(alert.mission, std::string(run) + '_' + std::string(event));
        else if (!trigger.empty() && trigger != "0" && trigger != "2147483647" && trigger.size() < 200) // the greatest word is none
            alert.event = eventKey(alert.mission, trigger);
        else
            alert.event = citedBy(root, alert);
        for (const char *key : {"Rev", "Pkt_Ser_Num"}) {
            if (alert.revision.empty())
                alert.revision = std::string(params.text(key).substr(0, 40));
        }
    }

    // An event that cites another one belongs to it.
    static Text citedBy(const Value &root, const Alert &alert)
    {
        Text first = alert.id;
        bool found = false;
        each(root["Citations"]["EventIVORN"], [&](const Value &cited) {
            if (const std::string_view ivorn = textIn(cited); !found && !ivorn.empty() && ivorn.size() <= 1'000) {
                first = std::string(ivorn);
                found = true;
            }
        });
        return first;
    }

    static void mapStage(const Value &root, const Params &params, Alert &alert)
    {
        const std::string role = lower(root["role"].text().value_or(std::string_view()).substr(0, 40));
        const int64_t type = typeOf(params);
        alert.message = role == "utility" || type == 4 ? "other" : "notice";
        alert.alertTypeRaw = std::string(params.text("AlertType").substr(0, 200));
        alert.alertType = stageOf(alert.alertTypeRaw);
        if (alert.alertTypeRaw.empty()) {
            alert.alertTypeRaw = std::string(noticeTypeName(type));
            // Types without a number here name their stage behind the "#": "sb25120806_eclairs-wakeup".
            const size_t hash = alert.id.find('#');
            alert.alertType = stageOfNotice(!alert.alertTypeRaw.empty() || hash == Text::npos ? std::string_view(alert.alertTypeRaw)
                                                                                            : std::string_view(alert.id).substr(hash + 1));
        }
        if (alert.alertType.empty() && alert.messenger == "neutrino" && !params.text("Rev").empty())
            alert.alertType = params.text("Rev") == "0" ? "initial" : "update";
        bool cited = false;
        each(root["Citations"]["EventIVORN"],
             [&](const Value &event) { cited = cited || lower(event["cite"].text().value_or(std::string_view()).substr(0, 40)) == "retraction"; });
        alert.retraction = cited || alert.alertType == "retraction" || type == 164 || params.isTrue("Retraction") || params.isTrue("Def_NOT_a_GRB");
        if (alert.retraction)
            alert.alertType = "retraction";
        const bool injected = params.isTrue("HardwareInj");
        const std::string real = lower(params.text("isRealAlert"));
        alert.test = role == "test" || injected || isTestType(type) || isMockSuperevent(params.text("GraceID")) || params.isTrue("Test")
            || params.isTrue("Test_Submission") || params.isTrue("InternalTest") || real == "false" || real == "0";
        if (alert.test)
            alert.alertTense = injected ? "injection" : "test";
        else if (role == "prediction")
            alert.alertTense = "planned";
        if (params.isTrue("internal"))
            alert.access = "restricted";
    }

    static void mapWhereWhen(const Value &root, Alert &alert)
    {
        // The observatory's own place and time stand beside what was observed, sometimes before it.
        const Value where = firstOf(root["WhereWhen"]);
        const Value data = firstOf(where["ObsDataLocation"]);
        const Value coords = firstOf(firstOf((data.isNull() ? where : data)["ObservationLocation"])["AstroCoords"]);
        const Value time = firstOf(coords["Time"]);
        std::string_view written = textIn(firstOf(firstOf(time["TimeInstant"])["ISOTime"]));
        const char *kind = alert.messenger == "gw" ? "merger" : "trigger";
        if (written.empty()) {
            written = textIn(firstOf(firstOf(time["TimeInterval"])["ISOTimeStart"]));
            kind = "exposure-start";
        }
        const UtcTime instant = UtcTime::fromIso(written);
        if (instant.isValid())
            setTime(alert, instant, kind);
        else if (!written.empty())
            note(alert, "ISOTime is no time");
        else
            setTime(alert, alert.issued, "message");
        if (const std::string_view name = textIn(firstOf(coords["PositionName"])); alert.name.empty() && name.size() <= 1'000)
            alert.name = std::string(name);
        if (const Value position = firstOf(coords["Position2D"]); position.isObject())
            mapPosition(coords, position, alert);
    }

    static void mapPosition(const Value &coords, const Value &position, Alert &alert)
    {
        const std::string system = lower(coords["coord_system_id"].text().value_or(std::string_view()).substr(0, 100));
        const std::string unit = lower(position["unit"].text().value_or(std::string_view()).substr(0, 40));
        for (const char *other : {"gal", "ecl", "geod", "altaz", "horiz"}) {
            if (contains(system, other))
                return note(alert, "the position is in the system " + system + ", which is not equatorial");
        }
        if (!unit.empty() && !unit.starts_with("deg"))
            return note(alert, "the position is in " + unit + ", not in degrees");
        const Value value = firstOf(position["Value2"]);
        std::string_view first = textIn(firstOf(value["C1"]));
        std::string_view second = textIn(firstOf(value["C2"]));
        if (lower(textIn(firstOf(position["Name1"])).substr(0, 3)) == "dec")
            std::swap(first, second);
        const auto numberFrom = [&](std::string_view text, const char *element) {
            const Number fromJson = numberOf(alert, firstOf(value[element]).isNumber() ? firstOf(value[element]) : Value(), element);
            return text.empty() ? fromJson : numberIn(text);
        };
        const Number ra = numberFrom(first, "C1");
        const Number dec = numberFrom(second, "C2");
        if (!ra.has() || !dec.has()) {
            if (!value.isNull())
                note(alert, "the position is not given as two numbers");
            return;
        }
        setPosition(alert, ra, dec);
        if (!alert.hasPosition())
            return;
        const Value radius = firstOf(position["Error2Radius"]);
        setError(alert, radius.isNumber() ? numberOf(alert, radius, "Error2Radius") : numberIn(textIn(radius)), {}, std::nullopt);
        // 2.1: an error of each coordinate
        const Value errors = firstOf(position["Error2"]);
        const Number east = numberIn(textIn(firstOf(errors["C1"])));
        const Number north = numberIn(textIn(firstOf(errors["C2"])));
        if (east.has() && north.has() && east.value >= 0 && north.value >= 0) {
            alert.errorMajor = std::max(east.value, north.value);
            alert.errorMinor = std::min(east.value, north.value);
            alert.errorPa = north.value >= east.value ? 0.0 : 90.0;
        }
        dropPlaceholder(alert);
    }

    // "Angular error of the source, statistical only, (90% containment)."
    static void mapError(const Params &params, Alert &alert)
    {
        if (!alert.errorRadius.has() || alert.errorRadius.value <= 0)
            return;
        for (const Param &param : params.all()) {
            if (!contains(lower(param.name), "err") || param.number().value != alert.errorRadius.value)
                continue;
            const std::string words = lower(textIn(firstOf(param.element["Description"])).substr(0, 500));
            const size_t percent = words.find("% containment");
            if (percent == std::string::npos || percent == 0)
                continue;
            const size_t begin = words.find_last_not_of("0123456789.", percent - 1) + 1;
            const Number containment = numberIn(std::string_view(words).substr(begin, percent - begin)).value / 100;
            if (containment.has() && containment.value > 0 && containment.value <= 1)
                alert.errorContainment = containment;
            if (contains(words, "statistical only"))
                alert.errorSystematic = false;
            else if (contains(words, "plus systematic") || contains(words, "including systematic"))
                alert.errorSystematic = true;
            return;
        }
    }

    // Unless it says that it is something else: an error, a limit, a slope, a distance modulus.
    static bool isMagnitude(const Param &param, bool error)
    {
        const std::string ucd = lower(param.ucd);
        const std::string name = lower(param.name);
        const bool isError = contains(ucd, "stat.err") || contains(name, "err");
        for (const char *other : {"limit", "lim_", "slope", "ratio", "absolute", "amplitude", "scatter"}) {
            if (contains(name, other))
                return false;
        }
        return isError == error && contains(ucd, "phot.mag") && !contains(ucd, "phot.mag.") && lower(param.unit) == "mag" && param.number().has();
    }

    static void mapBrightness(const Params &params, Alert &alert)
    {
        const auto magnitude = std::ranges::find_if(params.all(), [](const Param &param) { return isMagnitude(param, false); });
        if (magnitude != params.all().end()) {
            // Swift counts hundredths and says "mag" all the same.
            const bool hundredths = magnitude->name == "Burst_Mag" && std::abs(magnitude->number().value) >= 100;
            const double scale = hundredths ? 100 : 1;
            const double value = magnitude->number().value / scale;
            if (value > -30 && value < 50)
                alert.mag = value;
            else
                note(alert, "the magnitude " + magnitude->text.substr(0, 40) + " is none");
            const auto error = std::ranges::find_if(
                params.all(), [&](const Param &param) { return param.group == magnitude->group && isMagnitude(param, true); });
            if (alert.mag.has() && error != params.all().end() && error->number().value >= 0)
                alert.magError = error->number().value / scale;
        }
        const auto band = std::ranges::find_if(params.all(), [](const Param &param) { return param.ucd == "instr.bandpass" && !param.text.empty(); });
        if (alert.mag.has() && band != params.all().end() && band->text.size() <= 20 && !alert.mission.empty())
            alert.band = lower(alert.mission) + '-' + band->text;
        const auto flux = std::ranges::find_if(params.all(), [](const Param &param) {
            const std::string name = lower(param.name);
            return param.number().has() && !param.unit.empty() && !contains(name, "err") && !contains(name, "bkg")
                && (param.ucd.starts_with("phot.flux") || contains(param.unit, "erg/cm2/s")) && !contains(lower(param.ucd), "stat.err");
        });
        if (flux != params.all().end()) {
            alert.flux = flux->number();
            alert.fluxUnit = std::string(flux->unit.substr(0, 100));
        }
    }

    static void mapRate(const Params &params, Alert &alert)
    {
        const Param *rate = params.find("FAR");
        if (!rate)
            return;
        const std::string unit = lower(rate->unit);
        const Number number = rate->number();
        if (number.has() && (contains(unit, "hz") || contains(unit, "s^-1") || unit == "1/s" || (unit.empty() && alert.messenger == "gw")))
            alert.far = number;
        else if (number.has() && (contains(unit, "yr") || contains(unit, "year")))
            alert.far = number.value / kSecondsPerYear;
        else if (number.has() && contains(unit, "day"))
            alert.far = number.value / 86'400;
        else
            note(alert, "FAR is no rate");
    }

    static void mapClasses(const Params &params, Alert &alert)
    {
        alert.group = std::string(params.text("Group").substr(0, 200));
        alert.search = std::string(params.text("Search").substr(0, 200));
        alert.pipeline = std::string(params.text("Pipeline").substr(0, 200));
        if (const std::string_view word = params.text("Significant"); !word.empty())
            alert.significant = params.isTrue("Significant");
        const auto probability = [&](const char *name) {
            const Param *param = params.find(name);
            const Number number = param ? param->number() : Number();
            return number.has() && number.value >= 0 && number.value <= 1 ? number : Number();
        };
        alert.pBns = probability("BNS");
        alert.pNsbh = probability("NSBH");
        alert.pBbh = probability("BBH");
        alert.pTerrestrial = probability("Terrestrial");
        alert.hasNs = probability("HasNS");
        alert.hasRemnant = probability("HasRemnant");
        alert.hasMassGap = probability("HasMassGap");
        for (const Param &param : params.all()) {
            const Number number = param.number();
            if (param.group == "Classification" && number.has() && number.value <= 1
                && (!alert.classificationScore.has() || number.value > alert.classificationScore.value)) {
                alert.classification = std::string(param.name.substr(0, 200));
                alert.classificationScore = number;
                alert.classificationBy = alert.pipeline;
            }
        }
        // Fermi-GBM's flight software
        const Param *index = params.find("Most_Likely_Index");
        const Param *percent = params.find("Most_Likely_Prob");
        if (index && percent && percent->number().has() && index->number().has() && alert.classification.empty()) {
            alert.classification = std::string(gbmClass(static_cast<int64_t>(std::clamp(index->number().value, -1.0, 1e6))));
            if (!alert.classification.empty())
                alert.classificationScore = percent->number().value / 100;
        }
        if (alert.classification.empty() && *stageOfNotice(alert.alertTypeRaw) == '\0')
            alert.classification = std::string(params.text("Event_Class").substr(0, 200));
    }

    static void mapUrl(const Value &root, const Params &params, Alert &alert)
    {
        const auto take = [&](std::string_view address) {
            const std::string scheme = lower(address.substr(0, 8));
            if (alert.url.empty() && address.size() <= 1'000 && (scheme.starts_with("http://") || scheme.starts_with("https://")))
                alert.url = std::string(address);
        };
        for (const char *name : {"EventPage", "skymap_fits", "LocationMap_URL", "LightCurve_URL"})
            take(params.text(name));
        for (const Param &param : params.all()) {
            if (contains(lower(param.ucd), "meta.ref.url"))
                take(param.text);
        }
        for (const char *section : {"What", "How"}) {
            each(root[section]["Reference"], [&](const Value &reference) {
                for (const char *key : {"uri", "value"})
                    take(trimmed(reference[key].text().value_or(std::string_view())));
            });
        }
    }
};

// The same as JSON.
class VoEventJson final : public TreeFormat
{
public:
    const char *id() const override { return "voevent-json"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "VOEvent as JSON"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "VOEvents as SCiMMA's hop writes them: the elements of the XML by their names."); }
    std::span<const FieldNote> notes() const override { return kNotes; }
    const char *notRead() const override { return m_xml.notRead(); }

    bool fits(const Shape &shape, const Origin &) const override
    {
        if (!shape.has("ivorn"))
            return false;
        return shape.root()["What"].isObject() || shape.root()["WhereWhen"].isObject() || shape.root()["Who"].isObject();
    }
    bool isLifeSign(const Value &root, const Origin &origin) const override { return m_xml.isLifeSign(root, origin); }
    void map(const Value &root, const Origin &origin, Alert &alert) const override { m_xml.map(root, origin, alert); }

private:
    VoEvent m_xml;
};

} // namespace

const ByteFormat &voEvent()
{
    static const VoEvent format;
    return format;
}

const TreeFormat &voEventJson()
{
    static const VoEventJson format;
    return format;
}

} // namespace tocsin::decoders
