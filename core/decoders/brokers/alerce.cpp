// SPDX-License-Identifier: GPL-3.0-or-later
// ALeRCE (protocols.md 7.1, 8): objects and detections of its web service, and what its classifiers send over Kafka, which has
// no coordinates.
#include "core/base/timescale.h"
#include "core/decoders/brokers/brokers.h"
#include "core/decoders/brokers/ztfjson.h"

#include <array>

namespace tocsin::decoders {

namespace {

constexpr std::array kNotes{
    FieldNote{"timestamp", "mjd of a detection (UTC), lastmjd of an object"},
    FieldNote{"id", "candid"},
    FieldNote{"name", "oid, objectId"},
    FieldNote{"ra", "ra, meanra"},
    FieldNote{"dec", "dec, meandec"},
    FieldNote{"mag", "magpsf"},
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
        if (!root["mjd"].isNull()) {
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
        if (const Value name = anyOf(root, {"oid", "objectId"}); !name.isNull())
            setZtfObject(alert, name);
        mapClass(root, alert);
    }

    void inside(const Value &root, const Origin &, Inside &out) const override
    {
        if (root["mjd"].isNull())
            return;
        out.light.push_back(ztfPoint(root, {}));
        out.light.back().current = true;
    }

private:
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
            return shape.has("meanra") || shape.has("firstmjd") || shape.has("lastmjd") || (shape.has("candid") && shape.has("mjd"));
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
