// SPDX-License-Identifier: GPL-3.0-or-later
// Messages of Hermes (protocols.md 7.4): targets and measurements that people send through Hopskotch. Numbers are mostly
// texts, positions may be sexagesimal, 0 stands for a missing brightness.
#include "core/base/timescale.h"
#include "core/decoders/brokers/brokers.h"
#include "core/decoders/brokers/hopmarks.h"

#include <array>
#include <cmath>

namespace tocsin::decoders {

namespace {

constexpr std::array kNotes{
    FieldNote{"timestamp", "data.photometry of the first target, date_obs of the newest brightness, else the newest (ISO, JD or MJD)"},
    FieldNote{"id", "uuid, else header _id"},
    FieldNote{"name", "data.targets, name of the first, else data.event_id"},
    FieldNote{"ra", "data.targets, ra of the first"},
    FieldNote{"dec", "data.targets, dec of the first"},
    FieldNote{"error_radius", "data.targets, ra_error and dec_error with their units"},
    FieldNote{"mag", "data.photometry of the first target, the newest brightness in magnitudes"},
    FieldNote{"mag_limit", "data.photometry, limiting_brightness"},
    FieldNote{"band", "data.photometry, bandpass"},
    FieldNote{"event", "data.event_id, else the name"},
    FieldNote{"subject", "title"},
};

bool isMagnitude(std::string_view unit)
{
    return unit.empty() || lower(unit).find("mag") != std::string::npos;
}

const char *systemOf(std::string_view unit)
{
    const std::string word = lower(unit);
    return word.starts_with("ab") ? "AB" : word.starts_with("vega") ? "Vega" : "";
}

UtcTime dateOf(const Value &value)
{
    const auto text = value.text();
    if (text) {
        if (const UtcTime time = UtcTime::fromIso(*text); time.isValid())
            return time;
    }
    const auto plain = value.number();
    const Number number = text ? numberIn(*text) : plain ? Number(*plain) : Number();
    if (number.value > 2'300'000 && number.value < 2'600'000)
        return UtcTime::fromJd(number.value);
    if (number.value > 10'000 && number.value < 120'000)
        return timescale::fromMjd(number.value);
    return {};
}

// Of a unit of angles; NaN for one that nobody knows.
double degreesPer(std::string_view unit)
{
    const std::string word = lower(unit);
    if (word.empty() || word.starts_with("deg"))
        return 1;
    if (word.starts_with("arcm"))
        return 1 / 60.0;
    if (word.starts_with("arcs"))
        return 1 / 3600.0;
    if (word == "mas")
        return 1 / 3'600'000.0;
    return std::numeric_limits<double>::quiet_NaN();
}

// 0 counts as missing.
Number brightnessOf(const Value &point, const Name &name)
{
    const Number value = numberIn(point[name]);
    return value.value == 0 ? Number() : value;
}

std::string_view unitOf(const Value &point, const Name &name)
{
    return point[name].text().value_or(std::string_view()).substr(0, 100);
}

class Hermes final : public TreeFormat
{
public:
    const char *id() const override { return "hermes"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "Hermes message"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "Targets and measurements that observers share through Hermes."); }
    std::span<const FieldNote> notes() const override { return kNotes; }
    const char *notRead() const override { return QT_TRANSLATE_NOOP("decoders", "Spectra, astrometry, further targets, references and orbital elements."); }

    bool fits(const Shape &shape, const Origin &origin) const override
    {
        if (!origin.schema.empty() || !shape.has("title") || !(shape.has("submitter") || shape.has("topic") || shape.has("authors")))
            return false;
        return shape.has("message_text") || shape.root()["data"].isObject();
    }

    void map(const Value &root, const Origin &origin, Alert &alert) const override
    {
        alert.format = id();
        alert.message = "notice";
        alert.subject = textOf(alert, root["title"], "title");
        alert.id = textOf(alert, root["uuid"], "uuid");
        for (const auto &[name, value] : origin.input.headers) {
            if (name == "_id" && alert.id.empty())
                alert.id = uuidText(value);
        }
        if (alert.id.size() == 36 && alert.id.find_first_not_of("0123456789abcdefABCDEF-") == Text::npos)
            alert.url = "https://hermes.lco.global/message/" + alert.id;
        const Value data = root["data"];
        mapTarget(Shape(data["targets"].first()).root(), alert);
        const Text event = textOf(alert, data["event_id"], "event_id");
        if (alert.name.empty())
            alert.name = event;
        alert.event = event.empty() ? alert.name : event;
        if (data["photometry"].isArray())
            mapPhotometry(data["photometry"], alert);
        alert.issued = dateOf(anyOf(root, {"published", "created", "timestamp"}));
    }

    void inside(const Value &root, const Origin &, Inside &out) const override
    {
        const Value list = root["data"]["photometry"];
        if (!list.isArray())
            return;
        list.forEach([&](std::string_view, const Value &item) {
            if (out.light.size() >= Inside::kMostPoints)
                return;
            Alert unused;
            LightPoint point;
            point.time = dateOf(item["date_obs"]);
            point.band = textOf(unused, item["bandpass"], "bandpass");
            const Number brightness = brightnessOf(item, "brightness");
            const Number error = brightnessOf(item, "brightness_error");
            if (isMagnitude(unitOf(item, "brightness_unit"))) {
                point.mag = brightness;
                point.magError = error;
            } else {
                point.flux = brightness;
                point.fluxError = error;
                point.fluxUnit = textOf(unused, item["brightness_unit"], "brightness_unit");
            }
            if (isMagnitude(unitOf(item, "limiting_brightness_unit")))
                point.limit = brightnessOf(item, "limiting_brightness");
            point.kind = brightness.has() ? LightPoint::Kind::Detection : LightPoint::Kind::Limit;
            out.light.push_back(std::move(point));
        });
    }

private:
    static void mapTarget(const Value &target, Alert &alert)
    {
        if (!target.isObject())
            return;
        alert.name = textOf(alert, target["name"], "name");
        setPositionFromText(alert, target["ra"], target["dec"]);
        if (target["orbital_elements"].isObject())
            alert.solarSystem = alert.name;
        const auto errorOf = [&](const char *name, const char *unitName) -> Number {
            const Number value = numberFromText(alert, target[name], name);
            return value.has() && value.value > 0 ? Number(value.value * degreesPer(unitOf(target, unitName))) : Number();
        };
        const Number ra = errorOf("ra_error", "ra_error_units");
        const Number dec = errorOf("dec_error", "dec_error_units");
        if (ra.has() && dec.has() && ra.value != dec.value) {
            alert.errorMajor = std::max(ra.value, dec.value);
            alert.errorMinor = std::min(ra.value, dec.value);
            alert.errorPa = ra.value > dec.value ? 90.0 : 0.0;
        } else if (ra.has() || dec.has()) {
            setError(alert, ra.has() ? ra : dec, {}, std::nullopt);
        }
        const Number distance = numberFromText(alert, target["distance"], "distance");
        const std::string unit = lower(unitOf(target, "distance_units"));
        if (distance.has() && distance.value > 0 && unit == "mpc")
            alert.distanceMpc = distance;
        alert.classification = textOf(alert, target["discovery_info"]["transient_type"], "transient_type");
    }

    struct Newest {
        Value point;
        UtcTime time;
    };
    // Of the target that the row is of, where the points say whose they are.
    template <typename Wanted>
    static Newest newestOf(const Value &list, const Text &target, const Wanted &isWanted)
    {
        Newest newest;
        list.forEach([&](std::string_view, const Value &point) {
            const auto of = point["target_name"].text();
            if (!isWanted(point) || (of && !of->empty() && !target.empty() && *of != target))
                return;
            const UtcTime time = dateOf(point["date_obs"]);
            if (newest.point.isAbsent() || (time.isValid() && (!newest.time.isValid() || time.us > newest.time.us)))
                newest = {point, time};
        });
        return newest;
    }

    static void mapPhotometry(const Value &list, Alert &alert)
    {
        // The newest magnitude, else the newest flux, with the time that it is of; of those of one time the first.
        const Newest magnitude = newestOf(list, alert.name, [](const Value &point) { return brightnessOf(point, "brightness").has() && isMagnitude(unitOf(point, "brightness_unit")); });
        const Newest seen = magnitude.point.isAbsent() ? newestOf(list, alert.name, [](const Value &point) { return brightnessOf(point, "brightness").has(); }) : magnitude;
        if (!seen.point.isAbsent()) {
            const std::string_view unit = unitOf(seen.point, "brightness_unit");
            const Number brightness = brightnessOf(seen.point, "brightness");
            const Number error = brightnessOf(seen.point, "brightness_error");
            if (isMagnitude(unit)) {
                alert.mag = brightness;
                alert.magError = error;
                alert.magSystem = systemOf(unit);
                alert.magKind = "apparent";
            } else {
                alert.flux = brightness;
                alert.fluxError = error;
                alert.fluxUnit = textOf(alert, seen.point["brightness_unit"], "brightness_unit");
            }
            setMeasured(seen.point, alert);
            setObserved(seen, alert);
            return;
        }
        // Nothing was seen: the newest limit says how deep.
        const Newest limit = newestOf(list, alert.name, [](const Value &) { return true; });
        setObserved(limit, alert);
        const Value first = limit.point;
        if (isMagnitude(unitOf(first, "limiting_brightness_unit"))) {
            alert.magLimit = brightnessOf(first, "limiting_brightness");
            alert.magSystem = alert.magLimit.has() ? systemOf(unitOf(first, "limiting_brightness_unit")) : "";
            setMeasured(first, alert);
        }
    }

    // A night alone is known to a day.
    static void setObserved(const Newest &newest, Alert &alert)
    {
        const Value date = newest.point["date_obs"];
        if (date.isText() && UtcTime::fromIso(*date.text()).isValid())
            setIsoTime(alert, date, "date_obs", "exposure-start");
        else
            setTime(alert, newest.time, "exposure-start");
    }

    static void setMeasured(const Value &point, Alert &alert)
    {
        alert.band = textOf(alert, point["bandpass"], "bandpass");
        alert.instruments = textOf(alert, point["instrument"], "instrument");
        alert.mission = textOf(alert, point["telescope"], "telescope");
        if (isMagnitude(unitOf(point, "limiting_brightness_unit")))
            alert.magLimit = brightnessOf(point, "limiting_brightness");
    }
};

} // namespace

const TreeFormat &hermes()
{
    static const Hermes format;
    return format;
}

} // namespace tocsin::decoders
