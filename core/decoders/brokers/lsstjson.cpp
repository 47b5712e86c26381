// SPDX-License-Identifier: GPL-3.0-or-later
// Sources of Rubin in the JSON of brokers (protocols.md 9.2): times are TAI, fluxes nJy.
#include "core/decoders/brokers/lsstjson.h"

#include "core/base/timescale.h"
#include "core/decoders/brokers/brokers.h"

#include <array>

namespace tocsin::decoders {

namespace {

constexpr std::array kNotes{
    FieldNote{"timestamp", "diaSource.midpointMjdTai, once midPointTai (middle of the exposure, TAI)"},
    FieldNote{"id", "alertId, else diaSourceId, else diaSource.diaSourceId"},
    FieldNote{"name", "diaSource.diaObjectId, else diaObject.diaObjectId, else diaSource.ssObjectId"},
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

class Source
{
public:
    Source(const Value &value, std::string_view prefix) : m_noted(value), m_prefix(prefix) {}
    [[nodiscard]] Value operator[](std::initializer_list<Name> names) const { return anyOf(m_noted.root(), m_prefix, names); }

private:
    Shape m_noted;
    std::string_view m_prefix;
};

Text bandOf(Alert &alert, const Value &value)
{
    const Text band = lower(textOf(alert, value, "band"));
    return band.size() == 1 ? "lsst-" + band : band;
}

class LsstJson final : public TreeFormat
{
public:
    const char *id() const override { return "lsst-json"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "Rubin alert as JSON"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "Alerts of the Rubin Observatory that somebody wrote as JSON, field by field."); }
    std::span<const FieldNote> notes() const override { return kNotes; }
    const char *notRead() const override { return QT_TRANSLATE_NOOP("decoders", "Catalogue neighbours, shapes and quality figures of the detection."); }

    bool fits(const Shape &shape, const Origin &origin) const override
    {
        if (!origin.schema.empty() || !shape.has("diaSource"))
            return false;
        const Value source = shape.root()["diaSource"];
        return source.isObject() && !anyOf(source, {"psfFlux", "psFlux", "midpointMjdTai", "midPointTai"}).isNull();
    }

    void map(const Value &root, const Origin &, Alert &alert) const override
    {
        alert.format = id();
        const Value source = root["diaSource"];
        mapLsstSource(source, {}, alert);
        if (const Text number = lsstId(alert, anyOf(root, {"alertId", "diaSourceId"}), "alertId"); !number.empty())
            alert.id = number;
        const Text object = lsstId(alert, root["diaObject"]["diaObjectId"], "diaObjectId");
        if (lsstId(alert, source["diaObjectId"], "diaObjectId").empty() && !object.empty())
            alert.name = object;
        alert.event = alert.name;
        if (const Text page = object.empty() ? lsstId(alert, source["diaObjectId"], "diaObjectId") : object; !page.empty() && page == alert.name)
            alert.url = "https://lasair.lsst.ac.uk/objects/" + page + '/';
        for (const auto &[record, field] : {std::pair{Name("ssSource"), Name("designation")}, {Name("mpc_orbits"), Name("designation")}, {Name("MPCORB"), Name("mpcDesignation")}}) {
            if (alert.solarSystem.empty() && root[record].isObject())
                alert.solarSystem = lsstId(alert, root[record][field], "designation");
        }
        if (const Number processed = numberAt(alert, source, {"timeProcessedMjdTai"}); processed.has())
            alert.issued = timescale::fromMjdTai(processed.value);
    }

    void inside(const Value &root, const Origin &, Inside &out) const override
    {
        LightPoint own = lsstPoint(root["diaSource"], {}, false);
        own.current = true;
        out.light.push_back(std::move(own));
        addLsstPoints(root["prvDiaSources"], {}, false, out);
        addLsstPoints(root["prvDiaForcedSources"], {}, true, out);
    }
};

} // namespace

Text lsstId(Alert &alert, const Value &value, const char *what)
{
    Text text = textOf(alert, value, what);
    return text == "0" || text == "null" || text == "None" ? Text() : text;
}

void mapLsstSource(const Value &value, std::string_view prefix, Alert &alert)
{
    const Source source(value, prefix);
    alert.message = "detection";
    alert.messenger = "optical";
    alert.mission = "LSST";
    alert.id = lsstId(alert, source[{"diaSourceId"}], "diaSourceId");
    alert.name = lsstId(alert, source[{"diaObjectId"}], "diaObjectId");
    if (alert.name.empty())
        alert.name = lsstId(alert, source[{"ssObjectId"}], "ssObjectId");
    alert.event = alert.name;
    if (const Value time = source[{"midpointMjdTai", "midPointMjdTai", "midPointTai"}]; !time.isNull()) {
        const Number mjd = numberFromText(alert, time, "midpointMjdTai");
        const UtcTime utc = mjd.has() ? timescale::fromMjdTai(mjd.value) : UtcTime{};
        setTime(alert, utc, "exposure-mid");
        if (mjd.has() && !utc.isValid())
            note(alert, "midpointMjdTai is no time");
        noteLeapTable(alert, utc);
    }
    setPositionFromText(alert, source[{"ra"}], source[{"dec", "decl"}]);
    setNanoJansky(alert, numberFromText(alert, source[{"psfFlux", "psFlux"}], "psfFlux"),
                  numberFromText(alert, source[{"psfFluxErr", "psFluxErr"}], "psfFluxErr"));
    alert.band = bandOf(alert, source[{"band", "filterName"}]);
    alert.isNegative = flagOf(source[{"isNegative"}]);
    alert.score = numberFromText(alert, source[{"reliability"}], "reliability");
    if (alert.score.has())
        alert.scoreKind = "reliability";
    if (alert.flux.has())
        alert.magKind = "difference";
}

LightPoint lsstPoint(const Value &value, std::string_view prefix, bool forced)
{
    Alert read;
    mapLsstSource(value, prefix, read);
    LightPoint point;
    point.kind = forced ? LightPoint::Kind::Forced : LightPoint::Kind::Detection;
    point.time = read.timestamp;
    point.timeKind = read.timeKind;
    point.band = read.band;
    point.id = read.id;
    point.mag = read.mag;
    point.magError = read.magError;
    point.flux = read.flux;
    point.fluxError = read.fluxError;
    point.fluxUnit = read.fluxUnit;
    point.isNegative = read.isNegative;
    return point;
}

const TreeFormat &lsstJson()
{
    static const LsstJson format;
    return format;
}

void addLsstPoints(const Value &list, std::string_view prefix, bool forced, Inside &out)
{
    if (!list.isArray())
        return;
    list.forEach([&](std::string_view, const Value &item) {
        if (out.light.size() < Inside::kMostPoints)
            out.light.push_back(lsstPoint(item, prefix, forced));
    });
}

} // namespace tocsin::decoders
