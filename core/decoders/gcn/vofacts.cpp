// SPDX-License-Identifier: GPL-3.0-or-later
// What the parameters of a VOEvent say: brightness, rate, classes, pages (protocols.md 3.4).
#include "core/decoders/gcn/noticetext.h"
#include "core/decoders/gcn/senders.h"
#include "core/decoders/gcn/voelements.h"

#include <algorithm>
#include <cmath>

namespace tocsin::decoders::vo {

namespace {

constexpr double kSecondsPerYear = 365.25 * 86'400;

// Unless it says that it is something else: an error, a limit, a slope, a distance modulus.
bool isMagnitude(const Param &param, bool error)
{
    const std::string ucd = lower(param.ucd);
    const std::string name = lower(param.name);
    const bool isError = contains(ucd, "stat.err") || contains(name, "err");
    for (const char *other : {"limit", "lim_", "slope", "ratio", "absolute", "amplitude", "scatter"}) {
        if (contains(name, other))
            return false;
    }
    return isError == error && contains(ucd, "phot.mag") && !contains(ucd, "phot.mag.") && lower(param.unit) == "mag" && param.number().has();
}

} // namespace

void mapBrightness(const Params &params, Alert &alert)
{
    const auto magnitude = std::ranges::find_if(params.all(), [](const Param &param) { return isMagnitude(param, false); });
    if (magnitude != params.all().end()) {
        // Swift counts hundredths and says "mag" all the same.
        const bool hundredths = magnitude->name == "Burst_Mag" && std::abs(magnitude->number().value) >= 100;
        const double scale = hundredths ? 100 : 1;
        const double value = magnitude->number().value / scale;
        if (value > -30 && value < 50)
            alert.mag = value;
        else
            note(alert, "the magnitude " + magnitude->text.substr(0, 40) + " is none");
        const auto error = std::ranges::find_if(
            params.all(), [&](const Param &param) { return param.group == magnitude->group && isMagnitude(param, true); });
        if (alert.mag.has() && error != params.all().end() && error->number().value >= 0)
            alert.magError = error->number().value / scale;
    }
    const auto band = std::ranges::find_if(params.all(), [](const Param &param) { return param.ucd == "instr.bandpass" && !param.text.empty(); });
    if (alert.mag.has() && band != params.all().end() && band->text.size() <= 20 && !alert.mission.empty())
        alert.band = lower(alert.mission) + '-' + band->text;
    const auto flux = std::ranges::find_if(params.all(), [](const Param &param) {
        const std::string name = lower(param.name);
        return param.number().has() && !param.unit.empty() && !contains(name, "err") && !contains(name, "bkg")
            && (param.ucd.starts_with("phot.flux") || contains(param.unit, "erg/cm2/s")) && !contains(lower(param.ucd), "stat.err");
    });
    if (flux != params.all().end()) {
        alert.flux = flux->number();
        alert.fluxUnit = std::string(flux->unit.substr(0, 100));
        const auto error = std::ranges::find_if(params.all(), [&](const Param &param) {
            return param.group == flux->group && param.unit == flux->unit && contains(lower(param.name), "err") && param.number().has();
        });
        if (error != params.all().end() && error->number().value >= 0)
            alert.fluxError = error->number();
    }
}

void mapRate(const Params &params, Alert &alert)
{
    const Param *rate = params.find("FAR");
    if (!rate)
        return;
    const std::string unit = lower(rate->unit);
    const Number number = rate->number();
    if (number.has() && (contains(unit, "hz") || contains(unit, "s^-1") || unit == "1/s" || (unit.empty() && alert.messenger == "gw")))
        alert.far = number;
    else if (number.has() && (contains(unit, "yr") || contains(unit, "year")))
        alert.far = number.value / kSecondsPerYear;
    else if (number.has() && contains(unit, "day"))
        alert.far = number.value / 86'400;
    else
        note(alert, "FAR is no rate");
}

void mapClasses(const Params &params, Alert &alert)
{
    alert.group = std::string(params.text("Group").substr(0, 200));
    alert.search = std::string(params.text("Search").substr(0, 200));
    alert.pipeline = std::string(params.text("Pipeline").substr(0, 200));
    if (const std::string_view word = params.text("Significant"); !word.empty())
        alert.significant = params.isTrue("Significant");
    const auto probability = [&](const char *name) {
        const Param *param = params.find(name);
        const Number number = param ? param->number() : Number();
        return number.has() && number.value >= 0 && number.value <= 1 ? number : Number();
    };
    alert.pBns = probability("BNS");
    alert.pNsbh = probability("NSBH");
    alert.pBbh = probability("BBH");
    alert.pTerrestrial = probability("Terrestrial");
    alert.hasNs = probability("HasNS");
    alert.hasRemnant = probability("HasRemnant");
    alert.hasMassGap = probability("HasMassGap");
    for (const Param &param : params.all()) {
        const Number number = param.number();
        if (param.group == "Classification" && number.has() && number.value <= 1
            && (!alert.classificationScore.has() || number.value > alert.classificationScore.value)) {
            alert.classification = std::string(param.name.substr(0, 200));
            alert.classificationScore = number;
            alert.classificationBy = alert.pipeline;
        }
    }
    // Fermi-GBM's flight software
    const Param *index = params.find("Most_Likely_Index");
    const Param *percent = params.find("Most_Likely_Prob");
    if (index && percent && percent->number().has() && index->number().has() && alert.classification.empty()) {
        alert.classification = std::string(gbmClass(static_cast<int64_t>(std::clamp(index->number().value, -1.0, 1e6))));
        if (!alert.classification.empty())
            alert.classificationScore = percent->number().value / 100;
    }
    if (alert.classification.empty() && *stageOfNotice(alert.alertTypeRaw) == '\0')
        alert.classification = std::string(params.text("Event_Class").substr(0, 200));
}

void mapUrl(const Value &root, const Params &params, Alert &alert)
{
    const auto take = [&](std::string_view address) {
        const std::string scheme = lower(address.substr(0, 8));
        if (alert.url.empty() && address.size() <= 1'000 && (scheme.starts_with("http://") || scheme.starts_with("https://")))
            alert.url = std::string(address);
    };
    for (const char *name : {"EventPage", "skymap_fits", "LocationMap_URL", "LightCurve_URL"})
        take(params.text(name));
    for (const Param &param : params.all()) {
        if (contains(lower(param.ucd), "meta.ref.url"))
            take(param.text);
    }
    for (const char *section : {"What", "How"}) {
        each(root[section]["Reference"], [&](const Value &reference) {
            for (const char *key : {"uri", "value"})
                take(trimmed(reference[key].text().value_or(std::string_view())));
        });
    }
}

} // namespace tocsin::decoders::vo
