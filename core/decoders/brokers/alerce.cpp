// SPDX-License-Identifier: GPL-3.0-or-later
// ALeRCE (protocols.md 7.1, 8): objects and detections of its web service, and what its classifiers send over Kafka, which has
// no coordinates.
#include "core/base/timescale.h"
#include "core/decoders/brokers/brokers.h"
#include "core/decoders/brokers/lsstjson.h"
#include "core/decoders/brokers/ztfjson.h"

#include <array>

namespace tocsin::decoders {

namespace {

constexpr std::array kNotes{
    FieldNote{"timestamp", "mjd of a detection, lastmjd of an object (UTC; of Rubin TAI)"},
    FieldNote{"id", "candid; of Rubin measurement_id"},
    FieldNote{"name", "oid, objectId"},
    FieldNote{"ra", "ra, meanra"},
    FieldNote{"dec", "dec, meandec"},
    FieldNote{"mag", "magpsf; of Rubin from psfFlux"},
    FieldNote{"score", "drb, else rb; of an object or a classifier: the probability of its class"},
    FieldNote{"classification", "class, lc_classification.class, the most probable of probabilities"},
    FieldNote{"classification_by", "classifier and its version"},
};

class Alerce final : public TreeFormat
{
public:
    const char *id() const override { return "alerce"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "ALeRCE"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "Objects, detections and classifications of the ALeRCE broker. Classifications come without a position."); }
    std::span<const FieldNote> notes() const override { return kNotes; }
    const char *notRead() const override { return QT_TRANSLATE_NOOP("decoders", "Features and corrected magnitudes."); }

    bool fits(const Shape &shape, const Origin &) const override
    {
        return ((shape.has("items") || shape.has("detections")) && isPage(shape.root())) || isOne(shape);
    }

    // Pages of objects and light curves are lists.
    void records(const Value &root, Records &out) const override
    {
        if (!isPage(root)) {
            out.push_back(root);
            return;
        }
        anyOf(root, {"items", "detections"}).forEach([&](std::string_view, const Value &item) { out.push_back(item); });
    }

    void map(const Value &root, const Origin &, Alert &alert) const override
    {
        alert.format = id();
        if (isRubin(root)) {
            mapRubin(root, alert);
        } else if (!root["mjd"].isNull()) {
            mapZtfDetection(root, {}, alert);
            if (const Text survey = lower(textOf(alert, root["tid"], "tid")); !survey.empty() && !survey.starts_with("ztf")) {
                alert.mission = textOf(alert, root["tid"], "tid");
                alert.band.clear();
            } else {
                alert.mission = "ZTF";
            }
        } else {
            alert.message = "detection";
            alert.messenger = "optical";
            alert.id = textOf(alert, root["candid"], "candid");
            setPositionFromText(alert, root["meanra"], root["meandec"]);
            if (const Number last = numberAt(alert, root, {"lastmjd", "firstmjd"}); last.has()) {
                setTime(alert, timescale::fromMjd(last.value), "exposure-start");
                if (!alert.timestamp.isValid())
                    note(alert, "lastmjd is no time");
            }
        }
        if (const Value name = anyOf(root, {"oid", "objectId"}); !name.isNull() && !isRubin(root))
            setZtfObject(alert, name);
        mapClass(root, alert);
    }

    void inside(const Value &root, const Origin &, Inside &out) const override
    {
        if (root["mjd"].isNull())
            return;
        out.light.push_back(isRubin(root) ? lsstPoint(root, {}, false) : ztfPoint(root, {}));
        out.light.back().current = true;
        if (isRubin(root)) {
            Alert read;
            mapRubin(root, read);
            out.light.back().time = read.timestamp;
            out.light.back().band = read.band;
            out.light.back().id = read.id;
        }
    }

private:
    // Detections and objects of Rubin; ALeRCE numbers its bands and its surveys there.
    static bool isRubin(const Value &root)
    {
        if (lower(root["survey_id"].text().value_or(std::string_view())) == "lsst")
            return true;
        return root["oid"].isNumber() && (!root["measurement_id"].isNull() || !root["sid"].isNull()) && root["candid"].isNull();
    }

    static void mapRubin(const Value &root, Alert &alert)
    {
        mapLsstSource(root, {}, alert);
        if (alert.id.empty())
            alert.id = lsstId(alert, root["measurement_id"], "measurement_id");
        if (const Text object = lsstId(alert, root["oid"], "oid"); !object.empty())
            alert.name = object;
        alert.event = alert.name;
        if (!alert.hasPosition())
            setPositionFromText(alert, root["meanra"], root["meandec"]);
        if (const Number mjd = numberAt(alert, root, {"mjd", "lastmjd", "firstmjd"}); mjd.has() && !alert.timestamp.isValid()) {
            setTime(alert, timescale::fromMjdTai(mjd.value), "exposure-mid");
            if (!alert.timestamp.isValid())
                note(alert, "mjd is no time");
        }
        static constexpr std::array kBands{"lsst-u", "lsst-g", "lsst-r", "lsst-i", "lsst-z", "lsst-y"};
        static constexpr std::array kOrder{1, 2, 3, 4, 5, 0}; // g is 1, u is 6
        if (const auto number = root["band"].number(); number && *number >= 1 && *number <= 6)
            alert.band = kBands[static_cast<size_t>(kOrder[static_cast<size_t>(*number) - 1])];
        else if (number)
            alert.band.clear();
        alert.url = alert.name.empty() ? Text() : "https://lasair.lsst.ac.uk/objects/" + alert.name + '/';
    }

    static bool isPage(const Value &root)
    {
        if (!root.isObject())
            return false;
        const Value list = anyOf(root, {"items", "detections"});
        return list.isArray() && list.first().isObject() && isOne(Shape(list.first()));
    }

    static bool isOne(const Shape &shape)
    {
        if (shape.has("lc_classification") || (shape.has("probabilities") && shape.has("candid")))
            return shape.has("oid") || shape.has("objectId");
        if (shape.has("oid"))
            return shape.has("meanra") || shape.has("firstmjd") || shape.has("lastmjd") || ((shape.has("candid") || shape.has("measurement_id")) && shape.has("mjd"));
        if (!shape.has("mjd") || !shape.has("fid"))
            return false;
        return (shape.has("candid") && shape.has("magpsf")) || (shape.has("tid") && shape.has("diffmaglim")); // the second: nothing was seen
    }

    static void mapClass(const Value &root, Alert &alert)
    {
        const Value curve = root["lc_classification"];
        const Value probabilities = curve["probabilities"].isNull() ? root["probabilities"] : curve["probabilities"];
        if (probabilities.isObject())
            setBestClass(alert, probabilities);
        if (const Value best = curve["class"].isNull() ? root["class"] : curve["class"]; best.isText()) {
            const Text name = textOf(alert, best, "class");
            if (name != alert.classification)
                alert.classificationScore = numberFromText(alert, probabilities[name], "probability");
            alert.classification = name;
        }
        if (const Value probability = root["probability"]; !probability.isNull())
            alert.classificationScore = numberFromText(alert, probability, "probability");
        if (alert.classification.empty())
            return;
        alert.classificationBy = textOf(alert, anyOf(root, {"classifier", "classifier_name"}), "classifier");
        if (alert.classificationBy.empty())
            alert.classificationBy = curve.isObject() ? "ALeRCE lc_classifier" : probabilities.isObject() ? "ALeRCE stamp_classifier" : "ALeRCE";
        if (const Text version = textOf(alert, anyOf(root, {"classifier_version", "model_version"}), "classifier_version"); !version.empty())
            alert.classificationBy += ' ' + version;
        if (!alert.score.has() && alert.classificationScore.has()) {
            alert.score = alert.classificationScore;
            alert.scoreKind = "class-probability";
        }
    }
};

} // namespace

const TreeFormat &alerce()
{
    static const Alerce format;
    return format;
}

} // namespace tocsin::decoders
