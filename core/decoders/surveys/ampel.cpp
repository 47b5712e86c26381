// SPDX-License-Identifier: GPL-3.0-or-later
// Reports that AMPEL makes of survey objects: photometry, classifications of several models, hosts.
#include "core/decoders/surveys/surveys.h"

#include <array>
#include <cmath>

namespace tocsin::decoders {

namespace {

constexpr std::array kNotes{
    FieldNote{"timestamp", "time of the newest point of photometry (JD)"},
    FieldNote{"id", "object.id"},
    FieldNote{"name", "object.external_id, else object.id"},
    FieldNote{"ra", "object.ra"},
    FieldNote{"dec", "object.dec"},
    FieldNote{"classification", "the most probable of classification[].models[].probabilities"},
    FieldNote{"classification_by", "classification[].name, version and model"},
    FieldNote{"mission", "object.source"},
    FieldNote{"revision", "state"},
};

// "P(SLSN-I)" -> "SLSN-I"
std::string_view className(std::string_view name)
{
    if (name.starts_with("P(") && name.ends_with(')'))
        name = name.substr(2, name.size() - 3);
    return name.substr(0, 200);
}

UtcTime newest(const Value &photometry)
{
    double latest = 0;
    photometry.forEach([&](std::string_view, const Value &point) {
        if (const auto time = point["time"].number(); time && *time > latest)
            latest = *time;
    });
    return latest > 0 ? UtcTime::fromJd(latest) : UtcTime{};
}

// Bands as sncosmo names them.
Text bandOf(std::string_view name)
{
    for (const auto &[theirs, ours] : {std::pair<std::string_view, std::string_view>{"lsst", "lsst-"}, {"ztf", "ztf-"}}) {
        if (name.starts_with(theirs) && name.size() == theirs.size() + 1)
            return std::string(ours) + std::string(name.substr(theirs.size()));
    }
    return std::string(name.substr(0, 40));
}

void classify(const Value &root, Alert &alert)
{
    root["classification"].forEach([&](std::string_view, const Value &unit) {
        unit["models"].forEach([&](std::string_view, const Value &model) {
            model["probabilities"].forEach([&](std::string_view name, const Value &value) {
                const auto probability = value.number();
                if (!probability || !std::isfinite(*probability) || (alert.classificationScore.has() && alert.classificationScore.value >= *probability))
                    return;
                alert.classificationScore = *probability;
                alert.classification = className(name);
                alert.classificationBy.clear();
                for (const Value &part : {unit["name"], unit["version"], model["model"]}) {
                    if (const Text text = textOf(alert, part, "the classifier"); !text.empty())
                        alert.classificationBy += (alert.classificationBy.empty() ? "" : " ") + text;
                }
            });
        });
    });
}

class AmpelReport final : public TreeFormat
{
public:
    const char *id() const override { return "ampel"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "AMPEL report"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "What AMPEL found of a survey's object: photometry, classes, hosts."); }
    std::span<const FieldNote> notes() const override { return kNotes; }
    const char *notRead() const override { return QT_TRANSLATE_NOOP("decoders", "Hosts, features and all classes but the best stay in the packet."); }

    bool fits(const Shape &shape, const Origin &) const override
    {
        return shape.has("object") && shape.has("photometry") && shape.has("classification") && shape.has("state") && !shape.root()["object"]["id"].isNull();
    }

    void map(const Value &root, const Origin &, Alert &alert) const override
    {
        const Value object = root["object"];
        alert.format = id();
        alert.message = "other";
        alert.messenger = "optical";
        alert.id = textOf(alert, object["id"], "object.id");
        alert.name = textOf(alert, object["external_id"], "object.external_id");
        if (alert.name.empty())
            alert.name = alert.id;
        alert.event = alert.name;
        alert.mission = textOf(alert, object["source"], "object.source");
        alert.revision = textOf(alert, root["state"], "state");
        setTime(alert, newest(root["photometry"]), "");
        if (alert.timestamp.isValid())
            alert.timePrecision = 0.01;
        setPosition(alert, object["ra"], object["dec"]);
        classify(root, alert);
    }

    void inside(const Value &root, const Origin &, Inside &inside) const override
    {
        root["photometry"].forEach([&](std::string_view, const Value &point) {
            const auto flux = point["flux"].number();
            if (inside.light.size() >= Inside::kMostPoints || !flux || !std::isfinite(*flux))
                return;
            LightPoint made;
            const Value time = point["time"];
            made.time = time.number() ? UtcTime::fromJd(*time.number()) : UtcTime{};
            made.band = bandOf(point["band"].text().value_or(""));
            made.id = point["id"].idText().value_or(Text()).substr(0, 200);
            made.flux = *flux;
            const auto error = point["fluxerr"].number();
            if (error && std::isfinite(*error))
                made.fluxError = *error;
            made.isNegative = *flux < 0;
            const auto zeroPoint = point["zp"].number();
            if (zeroPoint && std::isfinite(*zeroPoint) && point["zpsys"].text().value_or("") == "ab") {
                const double factor = std::pow(10.0, 0.4 * (31.4 - *zeroPoint));
                made.flux = *flux * factor;
                made.fluxError = made.fluxError.value * factor;
                made.fluxUnit = "nJy";
                if (*flux > 0)
                    made.mag = *zeroPoint - 2.5 * std::log10(*flux);
                if (*flux > 0 && error && *error >= 0)
                    made.magError = 2.5 / std::log(10.0) * *error / *flux;
                if (error && *error > 0)
                    made.limit = *zeroPoint - 2.5 * std::log10(5 * *error);
            }
            inside.light.push_back(std::move(made));
        });
    }
};

} // namespace

const TreeFormat &ampelReport()
{
    static const AmpelReport format;
    return format;
}

} // namespace tocsin::decoders
