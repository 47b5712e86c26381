// SPDX-License-Identifier: GPL-3.0-or-later
// GCN notices in the unified JSON schema and its mission schemas (protocols.md 3.6).
#include "core/decoders/gcn/gcn.h"
#include "core/decoders/gcn/senders.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace tocsin::decoders {

namespace {

constexpr std::array kNotes{
    FieldNote{"timestamp", "trigger_time, else observation_start, else alert_datetime"},
    FieldNote{"id", "id (the first of a list)"},
    FieldNote{"name", "event_name (the first of a list), target_name"},
    FieldNote{"ra", "ra; most_probable_direction"},
    FieldNote{"dec", "dec; most_probable_direction"},
    FieldNote{"mag", "mag; of Boom the newest photometry of the target"},
    FieldNote{"url", "data_archive_page, else healpix_url"},
    FieldNote{"revision", "record_number"},
    FieldNote{"error_radius", "ra_dec_error, once ra_uncertainty"},
    FieldNote{"error_containment", "containment_probability, else the schema's default of 0.9"},
    FieldNote{"error_systematic", "systematic_included, else the schema's default of false"},
    FieldNote{"distance_mpc", "luminosity_distance"},
    FieldNote{"far", "far"},
    FieldNote{"classification", "classification, the most probable"},
    FieldNote{"test", "alert_tense; a schema for tests"},
    FieldNote{"issued", "alert_datetime, once datetime_of_notice"},
};

struct MissionMessenger {
    std::string_view word; // in mission, instrument or schema, lower case
    const char *messenger;
};
// The first that is found decides; instruments stand before their missions.
constexpr std::array kMessengers{
    MissionMessenger{"uvot", "optical"},      MissionMessenger{"xrt", "x-ray"},      MissionMessenger{"wxt", "x-ray"},
    MissionMessenger{"maxi", "x-ray"},        MissionMessenger{"einstein", "x-ray"}, MissionMessenger{"fermi", "gamma"},
    MissionMessenger{"swift", "gamma"},       MissionMessenger{"burstcube", "gamma"}, MissionMessenger{"glowbug", "gamma"},
    MissionMessenger{"mxt", "x-ray"},         MissionMessenger{"svom", "gamma"},        MissionMessenger{"chime", "radio"},    MissionMessenger{"dsa110", "radio"},
    MissionMessenger{"dsa-110", "radio"},     MissionMessenger{"icecube", "neutrino"}, MissionMessenger{"km3net", "neutrino"},
    MissionMessenger{"super-kamiokande", "neutrino"}, MissionMessenger{"superk", "neutrino"}, MissionMessenger{"boom", "optical"},
    MissionMessenger{"astrosat", "x-ray"},    MissionMessenger{"blackcat", "x-ray"},
};

constexpr char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

// Two letters as a number, one of its own for each pair.
constexpr size_t kPairs = 32 * 32;
constexpr size_t pairOf(char first, char second)
{
    return static_cast<size_t>(first & 31) * 32 + static_cast<size_t>(second & 31);
}

// Which of the words begin with two letters, as bits.
constexpr std::array<uint32_t, kPairs> kBeginnings = [] {
    static_assert(kMessengers.size() <= 32);
    std::array<uint32_t, kPairs> beginnings{};
    for (size_t i = 0; i < kMessengers.size(); ++i)
        beginnings[pairOf(kMessengers[i].word[0], kMessengers[i].word[1])] |= 1u << i;
    return beginnings;
}();

// The first of kMessengers that stands anywhere in these words, in one pass over them; its size: none does.
size_t firstMessenger(std::string_view words)
{
    size_t first = kMessengers.size();
    char next = words.empty() ? '\0' : folded(words[0]);
    for (size_t at = 0; at + 1 < words.size(); ++at) {
        const char here = std::exchange(next, folded(words[at + 1]));
        for (uint32_t left = kBeginnings[pairOf(here, next)]; left != 0; left &= left - 1) {
            const auto i = static_cast<size_t>(std::countr_zero(left));
            const std::string_view word = kMessengers[i].word;
            if (i < first && std::ranges::equal(words.substr(at, word.size()), word, {}, folded))
                first = i;
        }
    }
    return first;
}

Text messengerOf(const Value &root, const Alert &alert)
{
    const std::string stated = lower(root["messenger"].text().value_or(std::string_view()));
    if (stated == "gw")
        return "gw";
    if (stated == "neutrino")
        return "neutrino";
    size_t first = kMessengers.size();
    for (const std::string_view words : {std::string_view(alert.instruments), std::string_view(alert.mission), root["$schema"].text().value_or(std::string_view())})
        first = std::min(first, firstMessenger(words));
    return first < kMessengers.size() ? kMessengers[first].messenger : "";
}

// Some missions name themselves in the address of their schema alone.
Text missionOf(std::string_view schema)
{
    struct Mission {
        std::string_view folder;
        const char *name;
    };
    static constexpr Mission missions[] = {{"chime", "CHIME"},     {"dsa110", "DSA-110"},         {"einstein_probe", "Einstein Probe"},
                                           {"fermi", "Fermi"},     {"swift", "Swift"},            {"icecube", "IceCube"},
                                           {"km3net", "KM3NeT"},   {"superk", "Super-Kamiokande"}, {"maxi", "MAXI"},
                                           {"svom", "SVOM"},       {"burstcube", "BurstCube"},    {"glowbug", "Glowbug"},
                                           {"boom", "Boom"},       {"heasarc", "HEASARC"},        {"blackcat", "BlackCAT"},
                                           {"astrosat", "AstroSat"}, {"LVK", "LVK"}};
    const size_t at = schema.find("gcn/notices/");
    if (at == std::string_view::npos)
        return {};
    const std::string_view folder = schema.substr(at + 12, schema.find('/', at + 12) - at - 12);
    for (const Mission &mission : missions) {
        if (folder == mission.folder)
            return mission.name;
    }
    return {};
}

class GcnNotice final : public TreeFormat
{
public:
    const char *id() const override { return "gcn-notice"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "GCN notice"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "Notices of NASA's GCN in the unified JSON schema."); }
    std::span<const FieldNote> notes() const override { return kNotes; }
    const char *notRead() const override
    {
        return QT_TRANSLATE_NOOP("decoders", "Spectral fits, detector settings, pointing of the spacecraft and p_astro stay in the packet.");
    }

    // Boom's notices hold several targets, each of which is a row.
    void records(const Value &root, Records &out) const override
    {
        const Value targets = root["data"]["targets"];
        if (!targets.isArray() || targets.size() < 2)
            return out.push_back(root);
        targets.forEach([&](std::string_view, const Value &target) { out.push_back(target); });
    }

    bool fits(const Shape &shape, const Origin &) const override
    {
        if (shape.has("$schema")) {
            const auto schema = shape.root()["$schema"].text();
            if (schema && schema->find("gcn/notices") != std::string_view::npos)
                return true;
        }
        const bool timed = shape.has("trigger_time") || shape.has("alert_datetime") || shape.has("observation_start");
        return timed && (shape.has("alert_type") || shape.has("alert_tense") || shape.has("mission"));
    }

    void map(const Value &record, const Origin &origin, Alert &alert) const override
    {
        const Value root = origin.whole.isAbsent() ? record : origin.whole;
        alert.format = id();
        if (const auto schema = root["$schema"].text()) {
            // ".../schema/v4.1.0/gcn/notices/…": the version is part of the address.
            const size_t at = schema->find("/schema/");
            const size_t end = at == std::string_view::npos ? at : schema->find('/', at + 8);
            if (end != std::string_view::npos && schema->substr(at + 8, end - at - 8) != "gcn") // the first had none
                alert.format.append(1, ' ').append(schema->substr(at + 8, std::min<size_t>(end - at - 8, 40)));
        }
        alert.message = "notice";
        alert.id = textOf(alert, root["id"], "id");
        alert.name = textOf(alert, root["event_name"].isNull() ? root["target_name"] : root["event_name"], "event_name");
        alert.mission = textOf(alert, root["mission"], "mission");
        if (alert.mission.empty())
            alert.mission = missionOf(root["$schema"].text().value_or(std::string_view()));
        alert.instruments = joined(root["instrument"]);
        alert.messenger = messengerOf(root, alert);
        alert.revision = textOf(alert, root["record_number"], "record_number");
        alert.issued = isoTime(alert, either(root, "alert_datetime", "datetime_of_notice"), "alert_datetime");
        setIsoTime(alert, root["trigger_time"], "trigger_time", "trigger");
        // A time that cannot be read is not replaced by another one.
        if (root["trigger_time"].isNull())
            setIsoTime(alert, root["observation_start"], "observation_start", "exposure-start");
        if (root["trigger_time"].isNull() && root["observation_start"].isNull())
            setTime(alert, alert.issued, "message");
        const Value direction = root["most_probable_direction"];
        if (root["ra"].isNull() && direction.isObject())
            mapPosition(direction, alert);
        else
            mapPosition(root, alert);
        mapError(root, alert);
        dropPlaceholder(alert);
        setSkyMap(alert, root["healpix_file"]);
        const std::string type = lower(root["alert_type"].text().value_or(std::string_view()));
        alert.alertTypeRaw = textOf(alert, root["alert_type"], "alert_type");
        if (type == "initial" || type == "subsequent" || type == "update" || type == "retraction" || type == "final")
            alert.alertType = type;
        alert.retraction = type == "retraction";
        const std::string tense = lower(root["alert_tense"].text().value_or(std::string_view()));
        for (const std::string_view known : {"current", "archival", "planned", "injection", "commanded", "test"}) {
            if (tense == known)
                alert.alertTense = tense;
        }
        alert.test = tense == "test" || tense == "injection" || isTestSchema(root["$schema"].text().value_or(std::string_view()));
        alert.url = urlOf(alert, root["data_archive_page"], "data_archive_page");
        for (const Name &key : {Name("healpix_url"), Name("light_curve_url"), Name("mission_page"), Name("url")}) {
            if (alert.url.empty())
                alert.url = urlOf(alert, root[key], key.text());
        }
        alert.pipeline = textOf(alert, root["pipeline"], "pipeline");
        alert.far = numberFromText(alert, root["far"], "far");
        mapClasses(root, alert);
        mapMagnitude(root, alert);
        alert.flux = numberFromText(alert, root["flux"], "flux");
        alert.fluxError = numberFromText(alert, root["flux_error"].isArray() ? root["flux_error"].first() : root["flux_error"], "flux_error");
        alert.fluxUnit = textOf(alert, root["flux_unit"], "flux_unit");
        if (alert.flux.has() && alert.fluxUnit.empty())
            alert.fluxUnit = "erg/cm2/s"; // the schema's default
        alert.distanceMpc = numberFromText(alert, root["luminosity_distance"], "luminosity_distance");
        const Value distanceError = root["luminosity_distance_error"];
        alert.distanceErrorMpc = numberFromText(alert, distanceError.isArray() ? distanceError.first() : distanceError, "luminosity_distance_error");
        if (root["data"].isObject())
            mapTarget(Shape(record["data"].isObject() ? record["data"]["targets"].first() : record).root(), root["data"]["photometry"], alert);
        // The trigger's number is the same in all forms of GCN's notices; a name may come later.
        const Text superevent = textOf(alert, root["ref_ID"], "ref_ID");
        if (!alert.id.empty())
            alert.event = eventKey(alert.mission, alert.id);
        else
            alert.event = !alert.name.empty() ? alert.name : isSuperevent(superevent) ? superevent : Text();
    }

private:
    // A field and what it was called before.
    static Value either(const Value &root, const Name &name, const Name &once)
    {
        const Value value = root[name];
        return value.isNull() ? root[once] : value;
    }

    // ".../icecube/test/gold_bronze_track_alerts.schema.json", ".../burstcube/test.schema.json": for tests and nothing else.
    static bool isTestSchema(std::string_view schema)
    {
        const std::string words = lower(schema.substr(0, 1'000));
        return words.find("/test/") != std::string::npos || words.find("/test.schema") != std::string::npos;
    }

    // "ztfr" -> "ztf-r": how SkyPortal and Boom write a survey and its filter.
    static Text bandOf(const Text &filter)
    {
        for (const std::string_view survey : {"ztf", "atlas", "sdss", "lsst"}) {
            if (filter.size() == survey.size() + 1 && filter.starts_with(survey))
                return std::string(survey) + '-' + filter.back();
        }
        return filter;
    }

    // Numbers, or texts of decimal numbers.
    static void mapPosition(const Value &place, Alert &alert)
    {
        const Value ra = place["ra"];
        const Value dec = place["dec"];
        const auto angle = [](const Value &value) { return value.isText() ? numberIn(value) : Number(); };
        const Number textRa = angle(ra);
        const Number textDec = angle(dec);
        if (textRa.has() && textDec.has())
            setPosition(alert, textRa, textDec);
        else
            setPosition(alert, ra, dec);
    }

    static void mapClasses(const Value &root, Alert &alert)
    {
        const Value classes = root["classification"];
        if (!classes.isObject()) {
            alert.classification = textOf(alert, classes, "classification");
            return;
        }
        setBestClass(alert, classes);
        alert.pBns = numberFromText(alert, classes["BNS"], "BNS");
        alert.pNsbh = numberFromText(alert, classes["NSBH"], "NSBH");
        alert.pBbh = numberFromText(alert, classes["BBH"], "BBH");
        alert.pTerrestrial = numberFromText(alert, classes["Terrestrial"], "Terrestrial");
        const Value properties = root["properties"];
        alert.hasNs = numberFromText(alert, properties["HasNS"], "HasNS");
        alert.hasRemnant = numberFromText(alert, properties["HasRemnant"], "HasRemnant");
        alert.hasMassGap = numberFromText(alert, properties["HasMassGap"], "HasMassGap");
    }

    static void mapMagnitude(const Value &root, Alert &alert)
    {
        alert.mag = numberFromText(alert, root["mag"], "mag");
        alert.magError = numberFromText(alert, root["mag_error"], "mag_error");
        // The schema's default is 5 sigma, and so is what a row calls a limit.
        if (const Number sigma = numberFromText(alert, root["limiting_mag_sigma"], "limiting_mag_sigma"); sigma.has() && sigma.value != 5)
            note(alert, "limiting_mag is of other than 5 sigma");
        else
            alert.magLimit = numberFromText(alert, root["limiting_mag"], "limiting_mag");
        alert.magSystem = textOf(alert, root["mag_system"], "mag_system");
        if (alert.mag.has() || alert.magLimit.has()) {
            alert.magKind = "apparent"; // what the schema says of both
            if (alert.magSystem.empty())
                alert.magSystem = "AB"; // its default
        }
        alert.band = bandOf(textOf(alert, root["filter"], "filter"));
    }

    // Boom: the target, and of its photometry the newest detection.
    static void mapTarget(const Value &target, const Value &photometry, Alert &alert)
    {
        alert.message = "detection";
        alert.name = textOf(alert, target["event_name"], "event_name");
        if (alert.id.empty())
            alert.id = textOf(alert, target["id"], "id");
        mapPosition(target, alert);
        mapError(target, alert);
        setBestClass(alert, target["classification_scores"]);
        UtcTime newest;
        Value best;
        photometry.forEach([&](std::string_view, const Value &point) {
            if (point["mag"].isNull() || (!alert.name.empty() && point["event_name"].text().value_or(alert.name) != alert.name))
                return;
            const UtcTime time = UtcTime::fromIso(point["observation_start"].text().value_or(std::string_view()));
            if (best.isAbsent() || (time.isValid() && (!newest.isValid() || time.us >= newest.us))) {
                best = point;
                newest = time;
            }
        });
        if (best.isAbsent())
            return;
        mapMagnitude(best, alert);
        alert.instruments = joined(best["instrument"]);
        setTime(alert, newest, "exposure-start");
    }

    // Once a list for each coordinate; of a circle one number, the same twice or in the first alone.
    static Value errorOf(const Value &root)
    {
        const Value error = root["ra_dec_error"];
        if (!error.isNull())
            return error;
        const Value once = root["ra_uncertainty"];
        const Value other = root["dec_uncertainty"];
        const bool circle = once.isArray() && once.size() == 1 && (other.isNull() || (other.size() == 1 && other.first().number() == once.first().number()));
        return circle ? once : Value();
    }

    static void mapError(const Value &root, Alert &alert)
    {
        if (!alert.hasPosition())
            return; // of what was refused, or of a map
        const Value error = errorOf(root);
        if (error.isArray() && error.size() == 1) {
            alert.errorRadius = numberFromText(alert, error.first(), "ra_dec_error");
        } else if (error.isArray()) {
            Number *const into[] = {&alert.errorMajor, &alert.errorMinor, &alert.errorPa};
            size_t i = 0;
            error.forEach([&](std::string_view, const Value &part) {
                if (i < std::size(into))
                    *into[i++] = numberFromText(alert, part, "ra_dec_error");
            });
        } else {
            alert.errorRadius = numberFromText(alert, error, "ra_dec_error");
        }
        alert.errorContainment = numberFromText(alert, root["containment_probability"], "containment_probability");
        if (alert.errorContainment.has() && !(alert.errorContainment.value > 0 && alert.errorContainment.value <= 1)) {
            note(alert, "containment_probability is no probability");
            alert.errorContainment = {};
        }
        alert.errorSystematic = root["systematic_included"].boolean();
        // What the core schema says of an error of which nothing is said.
        if (!alert.errorRadius.has() && !alert.errorMajor.has())
            return;
        if (root["containment_probability"].isNull())
            alert.errorContainment = 0.9;
        if (root["systematic_included"].isNull())
            alert.errorSystematic = false;
    }
};

} // namespace

const TreeFormat &gcnNotice()
{
    static const GcnNotice format;
    return format;
}

} // namespace tocsin::decoders
