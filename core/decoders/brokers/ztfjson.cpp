// SPDX-License-Identifier: GPL-3.0-or-later
// Detections of ZTF as JSON (protocols.md 8, 9.1): whole packets that a broker wrote out, and the tables of ALeRCE, Fink,
// Pitt-Google and BigQuery, which carry the same facts under names of their own.
#include "core/decoders/brokers/ztfjson.h"

#include "core/base/timescale.h"
#include "core/decoders/brokers/brokers.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tocsin::decoders {

namespace {

constexpr std::array kNotes{
    FieldNote{"timestamp", "candidate.jd (start of the exposure, UTC)"},
    FieldNote{"id", "candid"},
    FieldNote{"name", "objectId"},
    FieldNote{"ra", "candidate.ra"},
    FieldNote{"dec", "candidate.dec"},
    FieldNote{"mag", "candidate.magpsf"},
    FieldNote{"mag_error", "candidate.sigmapsf"},
    FieldNote{"mag_limit", "candidate.diffmaglim"},
    FieldNote{"score", "candidate.drb, else candidate.rb, else candidate.classtar"},
    FieldNote{"band", "candidate.fid"},
    FieldNote{"is_negative", "candidate.isdiffpos"},
    FieldNote{"solar_system", "candidate.ssnamenr"},
    FieldNote{"access", "candidate.programid"},
};

// One fact and the names that it goes by, the most usual first.
enum Fact { Id, Jd, Mjd, Ra, Dec, Mag, MagError, Limit, Filter, Sign, Drb, Rb, Star, SolarSystem, Programme, Facts };
constexpr std::array<std::array<Name, 3>, Facts> kNames{{
    {"candid", "sourceId", ""},
    {"jd", "", ""},
    {"mjd", "", ""},
    {"ra", "meanra", "ramean"},
    {"dec", "decl", "decmean"},
    {"magpsf", "mag", ""},
    {"sigmapsf", "magerr", "e_mag"},
    {"diffmaglim", "", ""},
    {"fid", "filter", "band"},
    {"isdiffpos", "", ""},
    {"drb", "", ""},
    {"rb", "", ""},
    {"classtar", "", ""},
    {"ssnamenr", "", ""},
    {"programid", "", ""},
}};

// Looks facts up under all their names.
class Detection
{
public:
    Detection(const Value &value, std::string_view prefix) : m_noted(value), m_value(m_noted.root()), m_prefix(prefix) {}

    [[nodiscard]] Value operator[](Fact fact) const
    {
        const auto &names = kNames[fact];
        const auto end = std::ranges::find_if(names, [](const Name &name) { return name.text().empty(); });
        return anyOf(m_value, m_prefix, {names.begin(), end});
    }
    [[nodiscard]] Number number(Alert &alert, Fact fact) const { return numberFromText(alert, (*this)[fact], kNames[fact][0].text()); }

private:
    Shape m_noted;
    const Value &m_value;
    std::string_view m_prefix;
};

UtcTime timeOf(const Detection &detection)
{
    if (const Number jd = numberIn(detection[Jd]); jd.has())
        return UtcTime::fromJd(jd.value);
    if (const Number mjd = numberIn(detection[Mjd]); mjd.has())
        return timescale::fromMjd(mjd.value);
    return {};
}

const char *bandOf(const Value &filter)
{
    struct Band {
        std::array<std::string_view, 3> sent;
        const char *name;
    };
    static constexpr std::array kBands{Band{{"1", "g", "zg"}, "ztf-g"}, Band{{"2", "r", "zr"}, "ztf-r"}, Band{{"3", "i", "zi"}, "ztf-i"}};
    const std::string text = lower(filter.idText().value_or(std::string()).substr(0, 10));
    for (const Band &band : kBands) {
        if (std::ranges::find(band.sent, text) != band.sent.end())
            return band.name;
    }
    return "";
}

std::optional<bool> isNegative(const Value &sign)
{
    const auto positive = flagOf(sign);
    return positive ? std::optional(!*positive) : std::nullopt;
}

// ZTF writes "null", brokers "None" where there is nothing.
Text sentText(Alert &alert, const Value &value, const char *what)
{
    Text text = textOf(alert, value, what);
    return text == "null" || text == "None" || text == "-" ? Text() : text;
}

class ZtfJson final : public TreeFormat
{
public:
    const char *id() const override { return "ztf-json"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "ZTF alert as JSON"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "Detections of the Zwicky Transient Facility that a broker wrote as JSON."); }
    std::span<const FieldNote> notes() const override { return kNotes; }
    const char *notRead() const override { return QT_TRANSLATE_NOOP("decoders", "Catalogue neighbours, shapes and quality figures of the detection."); }

    bool fits(const Shape &shape, const Origin &origin) const override
    {
        if (!origin.schema.empty())
            return false;
        const Value candidate = packetOf(shape.root())["candidate"];
        if (candidate.isObject() && !candidate["jd"].isNull() && !anyOf(candidate, {"magpsf", "candid", "classtar"}).isNull())
            return shape.has("objectId") || !packetOf(shape.root())["objectId"].isNull() || !candidate["pdiffimfilename"].isNull(); // objects came later
        // "Lite": what is asked of a candidate stands flat beside its object.
        return shape.has("objectId") && shape.has("candid") && shape.has("jd") && (shape.has("magpsf") || shape.has("classtar"));
    }

    // Boom's web service answers a packet as data.
    static Value packetOf(const Value &root)
    {
        return root["candidate"].isNull() && root["data"]["candidate"].isObject() ? root["data"] : root;
    }

    void map(const Value &answer, const Origin &, Alert &alert) const override
    {
        const Value root = packetOf(answer);
        alert.format = id();
        if (const auto version = root["schemavsn"].idText())
            alert.format += ' ' + version->substr(0, 40);
        const Value candidate = root["candidate"];
        mapZtfDetection(candidate.isObject() ? candidate : root, {}, alert);
        if (const Value candid = root["candid"]; !candid.isNull())
            alert.id = textOf(alert, candid, "candid");
        setZtfObject(alert, root["objectId"]);
        if (alert.mission.empty() && alert.name.empty())
            alert.mission = "ZTF";
        // SuperNNova and its kin, beside the alert.
        if (const Value probability = root["prob_class0"]; !probability.isNull()) {
            const Number first = numberOf(alert, probability, "prob_class0");
            alert.classification = first.value >= 0.5 ? "Ia" : "non-Ia";
            alert.classificationScore = first.value >= 0.5 ? first : Number(1 - first.value);
            alert.classificationBy = "SuperNNova";
        }
    }

    void inside(const Value &answer, const Origin &, Inside &out) const override
    {
        const Value root = packetOf(answer);
        const Value candidate = root["candidate"];
        LightPoint own = ztfPoint(candidate.isObject() ? candidate : root, {});
        own.current = true;
        out.light.push_back(std::move(own));
        addZtfPoints(root["prv_candidates"], {}, out);
        for (const auto &[member, role] : {std::pair{"cutoutScience", "science"}, {"cutoutTemplate", "template"}, {"cutoutDifference", "difference"}}) {
            const Value stamp = root[member]["stampData"];
            if (const auto text = stamp.text()) {
                if (auto bytes = fromBase64(*text))
                    out.stamps.push_back({role, std::move(*bytes)});
            }
        }
    }
};

} // namespace

void mapZtfDetection(const Value &value, std::string_view prefix, Alert &alert)
{
    const Detection detection(value, prefix);
    alert.message = "detection";
    alert.messenger = "optical";
    alert.id = textOf(alert, detection[Id], "candid");
    const UtcTime time = timeOf(detection);
    if (time.isValid()) {
        setTime(alert, time, "exposure-start");
        alert.timePrecision = 0.01; // seven decimals of a day
    } else if (!detection[Jd].isNull() || !detection[Mjd].isNull()) {
        note(alert, "the Julian date is no time");
    }
    setPositionFromText(alert, detection[Ra], detection[Dec]);
    alert.mag = detection.number(alert, Mag);
    alert.magError = detection.number(alert, MagError);
    alert.magLimit = detection.number(alert, Limit);
    if (alert.mag.has() || alert.magLimit.has()) {
        alert.magSystem = "AB";
        alert.magKind = "difference";
    }
    alert.band = bandOf(detection[Filter]);
    for (const auto &[fact, kind] : {std::pair{Drb, "drb"}, {Rb, "real-bogus"}, {Star, "classtar"}}) {
        alert.score = detection.number(alert, fact);
        if (alert.score.has()) {
            alert.scoreKind = kind;
            break;
        }
    }
    alert.isNegative = isNegative(detection[Sign]);
    alert.solarSystem = sentText(alert, detection[SolarSystem], "ssnamenr");
    // 1 is the public survey; partners' and Caltech's alerts are not for everybody.
    if (const Value programme = detection[Programme]; !programme.isNull() && programme.idText().value_or("1") != "1")
        alert.access = "restricted";
}

void setZtfObject(Alert &alert, const Value &name)
{
    alert.name = sentText(alert, name, "objectId");
    alert.event = alert.name;
    if (!alert.name.starts_with("ZTF"))
        return;
    alert.mission = "ZTF";
    alert.url = "https://alerce.online/object/" + alert.name;
}

LightPoint ztfPoint(const Value &value, std::string_view prefix)
{
    Alert refused; // a point has no place for notes
    const Detection detection(value, prefix);
    LightPoint point;
    point.time = timeOf(detection);
    point.timeKind = "exposure-start";
    point.band = bandOf(detection[Filter]);
    point.id = textOf(refused, detection[Id], "candid");
    point.mag = detection.number(refused, Mag);
    point.magError = detection.number(refused, MagError);
    point.limit = detection.number(refused, Limit);
    point.isNegative = isNegative(detection[Sign]);
    point.kind = point.mag.has() ? LightPoint::Kind::Detection : LightPoint::Kind::Limit;
    return point;
}

void addZtfPoints(const Value &list, std::string_view prefix, Inside &out)
{
    if (!list.isArray())
        return;
    list.forEach([&](std::string_view, const Value &item) {
        if (out.light.size() < Inside::kMostPoints)
            out.light.push_back(ztfPoint(item, prefix));
    });
}

const TreeFormat &ztfJson()
{
    static const ZtfJson format;
    return format;
}

} // namespace tocsin::decoders
