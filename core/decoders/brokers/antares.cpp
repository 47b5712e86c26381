// SPDX-License-Identifier: GPL-3.0-or-later
// ANTARES (protocols.md 0.3, 8): loci as BSON under zlib. The same packing is used by hop's store of large messages, without
// zlib; who maps the tree is decided by what stands in it.
#include "core/base/timescale.h"
#include "core/decoders/brokers/brokers.h"
#include "core/decoders/brokers/bsonreader.h"
#include "core/decoders/brokers/lsstjson.h"
#include "core/decoders/brokers/ztfjson.h"

#include <zlib.h>

#include <array>
#include <memory>

namespace tocsin::decoders {

namespace {

constexpr std::array kNotes{
    FieldNote{"timestamp", "properties.newest_alert_observation_time (MJD); of an alert its own time; else the newest of alerts"},
    FieldNote{"id", "properties.newest_alert_id, else the locus; of an alert its id"},
    FieldNote{"name", "properties.survey.lsst.dia_object_id, else properties.ztf_object_id, else the locus"},
    FieldNote{"event", "id of the locus"},
    FieldNote{"ra", "attributes.ra"},
    FieldNote{"dec", "attributes.dec"},
    FieldNote{"mag", "properties.newest_alert_magnitude; of an alert ztf_magpsf, or from lsst_diaSource_psfFlux"},
    FieldNote{"classification", "attributes.tags, the first"},
};

bool isZlib(std::string_view bytes)
{
    if (bytes.size() < 2 || bytes[0] != '\x78')
        return false;
    const auto flags = static_cast<unsigned char>(bytes[1]);
    return flags == 0x01 || flags == 0x5e || flags == 0x9c || flags == 0xda;
}

bool unpack(std::string_view packed, std::string &out, std::string &error)
{
    constexpr size_t kJudgeRatioAbove = 16u << 20;
    constexpr size_t kMostRatio = 200;
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK) {
        error = "the unpacker could not be started";
        return false;
    }
    const std::unique_ptr<z_stream, decltype(&inflateEnd)> guard(&stream, &inflateEnd);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    std::array<char, 1 << 16> chunk;
    int result = Z_OK;
    do {
        stream.next_out = reinterpret_cast<Bytef *>(chunk.data());
        stream.avail_out = static_cast<uInt>(chunk.size());
        result = inflate(&stream, Z_NO_FLUSH);
        out.append(chunk.data(), chunk.size() - stream.avail_out);
        if (out.size() > kMostPacketBytes || (out.size() > kJudgeRatioAbove && out.size() / packed.size() > kMostRatio)) {
            error = "the message unpacks to more than is allowed";
            return false;
        }
    } while (result == Z_OK);
    if (result != Z_STREAM_END) {
        error = "the zlib data are damaged or cut short";
        return false;
    }
    if (stream.avail_in > 0) {
        error = std::to_string(stream.avail_in) + " bytes follow behind the zlib data";
        return false;
    }
    return true;
}

class Bson final : public ByteFormat
{
public:
    const char *id() const override { return "bson"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "BSON"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "Binary JSON, also under zlib: what ANTARES sends and what SCiMMA keeps large messages as."); }
    std::span<const FieldNote> notes() const override { return {}; } // what is in it is decoded by its content
    bool mapsItself() const override { return false; }
    void map(const Value &, const Origin &, Alert &) const override {}

    bool fitsBytes(std::string_view bytes, const Origin &) const override { return isZlib(bytes) || looksLikeBson(bytes); }

    bool read(std::string_view bytes, TreeBudget &budget, std::vector<FieldTree> &records, std::vector<std::string> &, std::string &error) const override
    {
        std::string unpacked;
        if (isZlib(bytes)) {
            if (!unpack(bytes, unpacked, error))
                return false;
            bytes = unpacked;
            if (!looksLikeBson(bytes)) {
                error = "what is under zlib is no BSON";
                return false;
            }
        }
        return readBson(bytes, budget, records.emplace_back(), error);
    }
};

class Antares final : public TreeFormat
{
public:
    const char *id() const override { return "antares"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "ANTARES locus"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "Places on the sky that filters of the ANTARES broker picked, with what is known of them."); }
    std::span<const FieldNote> notes() const override { return kNotes; }
    const char *notRead() const override { return QT_TRANSLATE_NOOP("decoders", "Catalogue matches and the properties that filters computed."); }

    bool fits(const Shape &shape, const Origin &origin) const override
    {
        if (!origin.schema.empty())
            return false;
        if (shape.has("locus_id"))
            return shape.has("properties") || shape.has("ra");
        const Value data = shape.root()["data"];
        return !data.isAbsent() && isLocus(data.isArray() ? data.first() : data);
    }

    // The web service answers one locus or a page of them.
    void records(const Value &root, Records &out) const override
    {
        if (root["data"].isArray())
            root["data"].forEach([&](std::string_view, const Value &item) { out.push_back(item); });
        else
            out.push_back(root);
    }

    void map(const Value &root, const Origin &, Alert &alert) const override
    {
        alert.format = id();
        alert.message = "detection";
        alert.messenger = "optical";
        const Value data = root["data"].isObject() ? root["data"] : root;
        if (data["type"].text() == "alert")
            return mapAlert(data, alert);
        const Value attributes = data["attributes"].isObject() ? data["attributes"] : root;
        const Shape noted(attributes["properties"]);
        const Value &properties = noted.root();
        const Text locus = textOf(alert, data["id"].isNull() ? root["locus_id"] : data["id"], "locus_id");
        alert.event = locus;
        alert.id = textOf(alert, properties["newest_alert_id"], "newest_alert_id");
        if (alert.id.empty())
            alert.id = locus;
        const Value lsst = properties["survey"]["lsst"]["dia_object_id"];
        alert.name = textOf(alert, lsst, "dia_object_id");
        if (!alert.name.empty()) {
            alert.mission = "LSST";
        } else {
            const Value ztf = anyOf(properties, {"ztf_object_id", "ztf_object"});
            alert.name = textOf(alert, ztf.isNull() ? properties["survey"]["ztf"]["id"] : ztf, "ztf_object_id");
            if (!alert.name.empty())
                alert.mission = "ZTF";
        }
        if (alert.name.empty())
            alert.name = locus;
        setPositionFromText(alert, attributes["ra"], attributes["dec"]);
        if (const Value time = properties["newest_alert_observation_time"]; !time.isNull()) {
            const Number mjd = numberFromText(alert, time, "newest_alert_observation_time");
            const UtcTime utc = mjd.has() ? timescale::fromMjd(mjd.value) : UtcTime{};
            setTime(alert, utc, "exposure-start");
            if (mjd.has() && !utc.isValid())
                note(alert, "newest_alert_observation_time is no time");
        }
        alert.mag = numberFromText(alert, properties["newest_alert_magnitude"], "newest_alert_magnitude");
        if (alert.mag.has())
            alert.magSystem = "AB";
        if (!alert.timestamp.isValid())
            mapNewest(anyOf(root, {"alerts", "included"}), alert);
        alert.classification = textOf(alert, attributes["tags"], "tags");
        if (!alert.classification.empty())
            alert.classificationBy = "ANTARES";
        if (!locus.empty() && locus.size() < 100 && locus.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") == Text::npos)
            alert.url = "https://antares.noirlab.edu/loci/" + locus;
    }

    // One of the alerts of a locus, under the survey's names with a prefix.
    static void mapAlert(const Value &data, Alert &alert)
    {
        const Shape noted(data["attributes"]["properties"]);
        const Value &properties = noted.root();
        mapMeasurement(properties, alert);
        if (!alert.timestamp.isValid()) {
            if (const Number mjd = numberAt(alert, data["attributes"], {"mjd"}); mjd.has())
                setTime(alert, timescale::fromMjd(mjd.value), "exposure-start");
        }
        if (!properties["ztf_object_id"].isNull())
            setZtfObject(alert, properties["ztf_object_id"]);
        alert.id = textOf(alert, data["id"], "id");
    }

    static void mapMeasurement(const Value &properties, Alert &alert)
    {
        if (properties["lsst_diaSource_midpointMjdTai"].isNull())
            mapZtfDetection(properties, "ztf_", alert);
        else
            mapLsstSource(properties, "lsst_diaSource_", alert);
    }

    // A locus that says nothing of its newest alert itself.
    static void mapNewest(const Value &list, Alert &alert)
    {
        Alert newest;
        list.forEach([&](std::string_view, const Value &item) {
            const Value inner = item["attributes"]["properties"];
            const Shape noted(inner.isObject() ? inner : item);
            Alert read;
            mapMeasurement(noted.root(), read);
            if (read.timestamp.isValid() && (!newest.timestamp.isValid() || read.timestamp.us > newest.timestamp.us))
                newest = std::move(read);
        });
        if (!newest.timestamp.isValid())
            return;
        alert.timestamp = newest.timestamp;
        alert.timeKind = newest.timeKind;
        alert.timePrecision = newest.timePrecision;
        alert.band = newest.band;
        alert.flux = newest.flux;
        alert.fluxError = newest.fluxError;
        alert.fluxUnit = newest.fluxUnit;
        if (alert.mag.has())
            return;
        alert.mag = newest.mag;
        alert.magError = newest.magError;
        alert.magSystem = newest.magSystem;
        alert.magKind = newest.magKind;
    }

    static bool isLocus(const Value &data)
    {
        return data["attributes"].isObject() && data["attributes"]["properties"].isObject() && !data["id"].isNull();
    }

    void inside(const Value &root, const Origin &, Inside &out) const override
    {
        const Value list = anyOf(root, {"alerts", "included"});
        if (!list.isArray())
            return;
        list.forEach([&](std::string_view, const Value &item) {
            if (out.light.size() >= Inside::kMostPoints)
                return;
            Alert unused;
            const Value facts = item["attributes"].isObject() ? item["attributes"] : item;
            const Value properties = facts["properties"];
            LightPoint point;
            point.id = textOf(unused, anyOf(item, {"alert_id", "id"}), "alert_id");
            if (const Number mjd = numberAt(unused, facts, {"mjd"}); mjd.has())
                point.time = timescale::fromMjd(mjd.value);
            point.timeKind = "exposure-start";
            point.mag = numberAt(unused, properties, {"ant_mag", "ztf_magpsf"});
            point.magError = numberAt(unused, properties, {"ant_magerr", "ztf_sigmapsf"});
            point.limit = numberAt(unused, properties, {"ant_maglim", "ztf_diffmaglim"});
            const Text band = lower(textOf(unused, properties["ant_passband"], "ant_passband"));
            point.band = band.size() == 1 ? (properties["ztf_jd"].isNull() && properties["ztf_candid"].isNull() ? band : "ztf-" + band) : band;
            point.kind = point.mag.has() ? LightPoint::Kind::Detection : LightPoint::Kind::Limit;
            out.light.push_back(std::move(point));
        });
    }
};

} // namespace

const ByteFormat &bson()
{
    static const Bson format;
    return format;
}

const TreeFormat &antares()
{
    static const Antares format;
    return format;
}

} // namespace tocsin::decoders
