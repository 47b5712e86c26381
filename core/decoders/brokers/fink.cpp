// SPDX-License-Identifier: GPL-3.0-or-later
// Fink's web service (protocols.md 8): rows whose names bear the place they come from: "i:" the survey's packet of ZTF, "r:"
// that of Rubin, "d:" and "f:" what Fink added, "v:" what it derives.
#include "core/decoders/brokers/brokers.h"
#include "core/decoders/brokers/lsstjson.h"
#include "core/decoders/brokers/ztfjson.h"

#include <array>

namespace tocsin::decoders {

namespace {

constexpr std::array kNotes{
    FieldNote{"timestamp", "i:jd (start of the exposure, UTC), r:midpointMjdTai (TAI)"},
    FieldNote{"id", "i:candid, r:diaSourceId"},
    FieldNote{"name", "i:objectId, r:diaObjectId"},
    FieldNote{"ra", "i:ra, r:ra"},
    FieldNote{"dec", "i:dec, r:dec"},
    FieldNote{"mag", "i:magpsf, from r:psfFlux"},
    FieldNote{"score", "i:drb, else i:rb; r:reliability"},
    FieldNote{"classification", "v:classification, d:classification, v:finkclass"},
};

class Fink final : public TreeFormat
{
public:
    const char *id() const override { return "fink"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "Fink"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "Detections as the web service of the Fink broker answers them."); }
    std::span<const FieldNote> notes() const override { return kNotes; }
    const char *notRead() const override { return QT_TRANSLATE_NOOP("decoders", "What Fink's science modules added, beside its class; features."); }

    bool fits(const Shape &shape, const Origin &origin) const override
    {
        if (!origin.schema.empty())
            return false;
        return shape.has("i:candid") || shape.has("i:objectId") || shape.has("i:jd") || shape.has("r:diaSourceId") || shape.has("r:diaObjectId")
            || shape.has("r:midpointMjdTai");
    }

    void map(const Value &root, const Origin &, Alert &alert) const override
    {
        alert.format = id();
        if (isLsst(root)) {
            mapLsstSource(root, "r:", alert);
        } else {
            mapZtfDetection(root, "i:", alert);
            setZtfObject(alert, root["i:objectId"]);
        }
        const Text best = textOf(alert, anyOf(root, {"v:classification", "d:classification", "v:finkclass", "f:classification"}), "classification");
        if (!best.empty() && best != "Unknown" && best != "nan" && best != "None") {
            alert.classification = best;
            alert.classificationBy = "Fink";
            if (const Text version = textOf(alert, root["i:fink_science_version"], "fink_science_version"); !version.empty())
                alert.classificationBy += ' ' + version;
        }
    }

    void inside(const Value &root, const Origin &, Inside &out) const override
    {
        out.light.push_back(isLsst(root) ? lsstPoint(root, "r:", false) : ztfPoint(root, "i:"));
        out.light.back().current = true;
    }

private:
    static bool isLsst(const Value &root) { return !anyOf(root, {"r:diaSourceId", "r:diaObjectId", "r:midpointMjdTai"}).isNull(); }
};

} // namespace

const TreeFormat &fink()
{
    static const Fink format;
    return format;
}

} // namespace tocsin::decoders
