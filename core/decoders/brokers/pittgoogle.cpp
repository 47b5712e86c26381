// SPDX-License-Identifier: GPL-3.0-or-later
// Pitt-Google's lite alerts (protocols.md 6.1): the ids, the detection and the earlier ones, under names that hold for every
// survey.
#include "core/decoders/brokers/brokers.h"
#include "core/decoders/brokers/lsstjson.h"
#include "core/decoders/brokers/ztfjson.h"

#include <array>

namespace tocsin::decoders {

namespace {

constexpr std::array kNotes{
    FieldNote{"timestamp", "source.jd (start of the exposure, UTC), source.midpointMjdTai (TAI)"},
    FieldNote{"id", "alertIds.sourceId"},
    FieldNote{"name", "alertIds.objectId"},
    FieldNote{"ra", "source.ra"},
    FieldNote{"dec", "source.dec"},
    FieldNote{"mag", "source.mag, from source.psfFlux"},
    FieldNote{"mag_error", "source.magerr"},
    FieldNote{"mag_limit", "source.diffmaglim"},
    FieldNote{"score", "source.drb, else source.rb, else source.classtar; source.reliability"},
    FieldNote{"band", "source.filter"},
    FieldNote{"is_negative", "source.isdiffpos"},
};

class PittGoogleLite final : public TreeFormat
{
public:
    const char *id() const override { return "pittgoogle-lite"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "Pitt-Google lite"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "Detections in the short form of the Pitt-Google broker."); }
    std::span<const FieldNote> notes() const override { return kNotes; }
    const char *notRead() const override { return QT_TRANSLATE_NOOP("decoders", "Catalogue matches."); }

    bool fits(const Shape &shape, const Origin &origin) const override
    {
        return origin.schema.empty() && shape.has("alertIds") && shape.has("source") && shape.root()["source"].isObject();
    }

    void map(const Value &root, const Origin &, Alert &alert) const override
    {
        alert.format = id();
        const Value ids = root["alertIds"];
        const Shape noted(root["source"]);
        const Value &source = noted.root();
        if (isLsst(source))
            mapLsstSource(source, {}, alert);
        else
            mapZtfDetection(source, {}, alert);
        if (const Value own = anyOf(ids, {"sourceId", "alertId"}); !own.isNull())
            alert.id = textOf(alert, own, "sourceId");
        if (!isLsst(source)) {
            setZtfObject(alert, ids["objectId"]);
            if (!alert.name.starts_with("ZTF"))
                alert.band.clear(); // the numbers of filters are ZTF's
        } else if (const Text object = lsstId(alert, ids["objectId"], "objectId"); !object.empty()) {
            alert.event = alert.name = object;
        }
    }

    void inside(const Value &root, const Origin &, Inside &out) const override
    {
        const bool lsst = isLsst(root["source"]);
        out.light.push_back(lsst ? lsstPoint(root["source"], {}, false) : ztfPoint(root["source"], {}));
        out.light.back().current = true;
        if (lsst)
            addLsstPoints(root["prvSources"], {}, false, out);
        else
            addZtfPoints(root["prvSources"], {}, out);
    }

private:
    static bool isLsst(const Value &source) { return !anyOf(source, {"midpointMjdTai", "midPointTai", "psfFlux"}).isNull(); }
};

} // namespace

const TreeFormat &pittGoogleLite()
{
    static const PittGoogleLite format;
    return format;
}

} // namespace tocsin::decoders
