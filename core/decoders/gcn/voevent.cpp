// SPDX-License-Identifier: GPL-3.0-or-later
// VOEvent 1.1, 2.0 and 2.1 (protocols.md 3.4, 9.3), as XML and as the JSON that SCiMMA's hop makes of it: one tree, one mapping.
#include "core/decoders/brokers/brokers.h"
#include "core/decoders/gcn/gcn.h"
#include "core/decoders/gcn/noticetext.h"
#include "core/decoders/gcn/noticetypes.h"
#include "core/decoders/gcn/senders.h"
#include "core/decoders/gcn/voelements.h"
#include "core/decoders/gcn/xmltree.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tocsin::decoders {

using namespace vo;

namespace {

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
        if (at + 1 >= bytes.size() || bytes[at] != '<' || isXmppStanza(bytes.substr(at)))
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
        // Where a spacecraft or its telescope looks, not what it saw.
        if (isPointingType(typeOf(params)) || lower(params.text("Coords_String")) == "pointing_direction") {
            if (alert.hasPosition())
                alert.positionKind = "pointing";
            if (alert.timeKind == "trigger")
                alert.timeKind = "exposure-start";
        }
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
        if (name == "(null)") // what a program writes that had no name at hand
            name = {};
        FieldTree text = std::string(name);
        alert.name = textOf(alert, Value(&text), "the name");
        const std::string_view run = params.text("run_id");
        const std::string_view event = params.text("event_id");
        std::string_view trigger;
        for (const char *key : {"TrigID", "Burst_Id", "Trans_Num"}) {
            if (trigger.empty())
                trigger = params.text(key);
        }
        // Candidates of before 2019 have a number of GraceDB and no superevent; who follows a superevent up names it elsewhere.
        if (const std::string_view candidate = params.text("GraceID"); !candidate.empty() && candidate.size() < 100)
            alert.event = std::string(candidate);
        else if (isSuperevent(event) || isMockSuperevent(event))
            alert.event = std::string(event);
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
        for (const char *key : {"AlertType", "Event_status"}) {
            if (alert.alertTypeRaw.empty())
                alert.alertTypeRaw = std::string(params.text(key).substr(0, 200));
        }
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
        alert.test = role == "test" || injected || isTestType(type) || isMockSuperevent(alert.event) || params.isTrue("Test")
            || params.isTrue("Test_Submission") || params.isTrue("InternalTest") || real == "false" || real == "0";
        if (alert.test)
            alert.alertTense = injected ? "injection" : "test";
        else if (role == "prediction")
            alert.alertTense = "planned";
        if (params.isTrue("internal"))
            alert.access = "restricted";
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
