// SPDX-License-Identifier: GPL-3.0-or-later
// Sources of Rubin in the JSON of brokers (protocols.md 9.2): times are TAI, fluxes nJy.
#include "core/decoders/brokers/lsstjson.h"

#include "core/base/timescale.h"
#include "core/decoders/brokers/brokers.h"

#include <array>

namespace tocsin::decoders {

namespace {

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
