// SPDX-License-Identifier: GPL-3.0-or-later
// Lasair (protocols.md 8): what its filters send. The person chooses the attributes; "UTC" is when the filter ran, "decl" the
// declination. With Rubin the whole alert may come along.
#include "core/base/timescale.h"
#include "core/decoders/brokers/brokers.h"
#include "core/decoders/brokers/lsstjson.h"
#include "core/decoders/brokers/ztfjson.h"

#include <array>

namespace tocsin::decoders {

namespace {

constexpr std::array kNotes{
    FieldNote{"timestamp", "the newest of alert.diaSourcesList (TAI), lastDiaSourceMjdTai, jdmax, mjdmax, else UTC"},
    FieldNote{"id", "diaSourceId of the newest source, candid"},
    FieldNote{"name", "diaObjectId, objectId; object of a cone"},
    FieldNote{"ra", "ra, ramean"},
    FieldNote{"dec", "decl, decmean"},
    FieldNote{"mag", "from psfFlux of the newest source; gmag, rmag"},
    FieldNote{"classification", "classification"},
    FieldNote{"issued", "UTC"},
};

Value newestOf(const Value &list)
{
    Value newest;
    double last = 0;
    list.forEach([&](std::string_view, const Value &source) {
        const Number mjd = numberIn(anyOf(source, {"midpointMjdTai", "midPointMjdTai", "midPointTai"}));
        if (newest.isAbsent() || (mjd.has() && mjd.value > last)) {
            newest = source;
            last = mjd.has() ? mjd.value : last;
        }
    });
    return newest;
}

class Lasair final : public TreeFormat
{
public:
    const char *id() const override { return "lasair"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "Lasair"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "What filters of the Lasair broker send: the attributes that were chosen, sometimes with the alert."); }
    std::span<const FieldNote> notes() const override { return kNotes; }
    const char *notRead() const override { return QT_TRANSLATE_NOOP("decoders", "Attributes beyond the usual ones; annotations and host galaxies."); }

    bool fits(const Shape &shape, const Origin &origin) const override
    {
        if (!origin.schema.empty())
            return false;
        // What Lasair keeps of an alert of Rubin, and what it answers to a cone.
        if (shape.has("diaSourcesList") || (shape.has("object") && shape.has("separation") && shape.root().size() <= 4))
            return true;
        if (!(shape.has("objectId") || shape.has("diaObjectId")))
            return false;
        if (shape.has("diaObjectId") && shape.has("lastDiaSourceMjdTai") && shape.has("nDiaSources"))
            return true;
        if (shape.has("UTC"))
            return true;
        const Value alert = shape.root()["alert"];
        if (alert["diaSourcesList"].isArray())
            return true;
        // The page of an object, or a row of its table of objects.
        if (shape.has("objectData") && shape.root()["objectData"].isObject())
            return true;
        return shape.has("ramean") && shape.has("decmean");
    }

    void map(const Value &root, const Origin &, Alert &alert) const override
    {
        alert.format = id();
        const Value packet = root["alert"].isObject() ? root["alert"] : root;
        if (!root["separation"].isNull() && !root["object"].isNull())
            mapNeighbour(root, alert);
        else if (root["objectData"].isObject() && root["candidates"].isArray())
            mapObject(root, alert);
        else if (isLsst(root))
            mapLsst(root, packet, alert);
        else
            mapZtf(root, alert);
        const UtcTime run = isoTime(alert, root["UTC"], "UTC");
        alert.issued = run;
        if (!alert.timestamp.isValid())
            setTime(alert, run, "message");
        const Value best = anyOf(root, {"classification", "predicted_classification"});
        const Text name = textOf(alert, best.isNull() ? root["sherlock"]["classification"] : best, "classification");
        if (!name.empty()) {
            alert.classification = name;
            alert.classificationBy = "Lasair Sherlock";
        }
    }

    void inside(const Value &root, const Origin &, Inside &out) const override
    {
        const Value packet = root["alert"].isObject() ? root["alert"] : root;
        addLsstPoints(packet["diaSourcesList"], {}, false, out);
        addLsstPoints(packet["diaForcedSourcesList"], {}, true, out);
        addZtfPoints(root["candidates"], {}, out);
    }

private:
    static bool isLsst(const Value &root)
    {
        return !root["diaObjectId"].isNull() || root["alert"].isObject() || !root["diaSourcesList"].isNull();
    }

    static void mapLsst(const Value &root, const Value &packet, Alert &alert)
    {
        const Value newest = newestOf(packet["diaSourcesList"]);
        mapLsstSource(newest.isAbsent() ? root : newest, {}, alert);
        alert.name = lsstId(alert, root["diaObjectId"].isNull() ? packet["diaObject"]["diaObjectId"] : root["diaObjectId"], "diaObjectId");
        alert.event = alert.name;
        for (const Value &place : {root, packet["diaObject"]}) {
            if (!alert.hasPosition())
                setPositionFromText(alert, anyOf(place, {"ra", "ramean"}), anyOf(place, {"decl", "dec", "decmean"}));
        }
        dropPlaceholder(alert);
        if (!alert.timestamp.isValid()) {
            if (const Number mjd = numberAt(alert, root, {"lastDiaSourceMjdTai", "mjdmax"}); mjd.has())
                setTime(alert, timescale::fromMjdTai(mjd.value), "exposure-mid");
        }
        if (!alert.name.empty())
            alert.url = "https://lasair.lsst.ac.uk/objects/" + alert.name + '/';
    }

    // An object near the place that was asked for: a name and nothing else.
    static void mapNeighbour(const Value &root, Alert &alert)
    {
        alert.message = "detection";
        alert.messenger = "optical";
        setZtfObject(alert, root["object"]);
        if (!alert.mission.empty() || alert.name.empty())
            return;
        alert.mission = "LSST";
        alert.url = "https://lasair.lsst.ac.uk/objects/" + alert.name + '/';
    }

    // What the web service knows of an object of ZTF: its newest detection, at the mean place of all.
    static void mapObject(const Value &root, Alert &alert)
    {
        Value newest;
        double last = 0;
        root["candidates"].forEach([&](std::string_view, const Value &candidate) {
            Alert unused;
            const Number time = numberAt(unused, candidate, {"mjd", "jd"});
            if (!candidate["candid"].isNull() && time.has() && time.value > last) {
                newest = candidate;
                last = time.value;
            }
        });
        mapZtfDetection(newest, {}, alert);
        setZtfObject(alert, root["objectId"]);
        const Value facts = root["objectData"];
        if (!facts["ramean"].isNull() && !facts["decmean"].isNull())
            setPositionFromText(alert, facts["ramean"], facts["decmean"]);
    }

    static void mapZtf(const Value &root, Alert &alert)
    {
        const Value candidate = root["candidate"];
        mapZtfDetection(candidate.isObject() ? candidate : root, {}, alert);
        setZtfObject(alert, root["objectId"]);
        if (!alert.timestamp.isValid()) {
            if (const Number jd = numberAt(alert, root, {"jdmax", "jd_max"}); jd.has())
                setTime(alert, UtcTime::fromJd(jd.value), "exposure-start");
            else if (const Number mjd = numberAt(alert, root, {"mjdmax"}); mjd.has())
                setTime(alert, timescale::fromMjd(mjd.value), "exposure-start");
        }
        if (alert.mag.has())
            return;
        // An object has the last magnitude of each band.
        for (const auto &[name, band] : {std::pair{"rmag", "ztf-r"}, {"gmag", "ztf-g"}}) {
            alert.mag = numberAt(alert, root, {name});
            if (alert.mag.has()) {
                alert.band = band;
                alert.magSystem = "AB";
                alert.magKind = "difference";
                return;
            }
        }
    }
};

} // namespace

const TreeFormat &lasair()
{
    static const Lasair format;
    return format;
}

} // namespace tocsin::decoders
