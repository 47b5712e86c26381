// SPDX-License-Identifier: GPL-3.0-or-later
// When and where of a VOEvent (protocols.md 3.4, 9.3).
#include "core/decoders/gcn/noticetext.h"
#include "core/decoders/gcn/voelements.h"

#include <algorithm>

namespace tocsin::decoders::vo {

namespace {

void mapPosition(const Value &coords, const Value &position, Alert &alert)
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

} // namespace

void mapWhereWhen(const Value &root, Alert &alert)
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

// "Angular error of the source, statistical only, (90% containment)."
void mapError(const Params &params, Alert &alert)
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

} // namespace tocsin::decoders::vo
