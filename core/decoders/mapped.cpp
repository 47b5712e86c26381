// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/mapped.h"

#include "core/decoders/mapping.h"
#include "core/decoders/skytext.h"

#include <charconv>
#include <cmath>
#include <numbers>

namespace tocsin::decoders {

namespace {

using timescale::Scale;

Value itemAt(const Value &list, std::string_view text)
{
    size_t wanted = 0;
    const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), wanted);
    if (wrong != std::errc() || end != text.data() + text.size() || wanted >= list.size())
        return {};
    Value found;
    size_t at = 0;
    list.forEach([&](std::string_view, const Value &item) {
        if (at++ == wanted)
            found = item;
    });
    return found;
}

double factorOf(std::string_view unit)
{
    struct Factor {
        std::string_view unit;
        double factor;
    };
    static constexpr Factor kFactors[] = {
        {"h", 15.0},          {"rad", 180.0 / std::numbers::pi}, {"arcmin", 1 / 60.0},   {"arcsec", 1 / 3600.0}, {"mas", 1 / 3'600'000.0},
        {"1/yr", 1 / (365.25 * 86'400)}, {"1/d", 1 / 86'400.0},  {"1/h", 1 / 3600.0},    {"kpc", 1e-3},          {"Gpc", 1e3},
        {"%", 0.01},          {"uJy", 1e3},                      {"mJy", 1e6},           {"Jy", 1e9},
    };
    for (const Factor &entry : kFactors) {
        if (unit == entry.unit)
            return entry.factor;
    }
    return 1;
}

bool isFlux(std::string_view unit)
{
    return unit.ends_with("Jy");
}

Number numberAs(Alert &alert, const Value &value, const FieldMapping::Rule &rule)
{
    const char *what = rule.field->key;
    const bool isAngle = std::string_view(rule.field->unit) == "deg";
    Number number;
    if (const auto text = value.text(); text && isAngle) {
        const bool hours = rule.unit == "h";
        if (numberIn(*text).has()) {
            number = numberIn(*text).value * factorOf(rule.unit);
        } else {
            // Three parts say their unit themselves; of a right ascension they are hours.
            number = degreesIn(*text, hours || std::string_view(what) == "ra");
            if (!number.has() && text->find_first_not_of(' ') != std::string_view::npos)
                note(alert, std::string(what) + " is no angle");
        }
        return number;
    }
    number = numberFromText(alert, value, what);
    if (!number.has())
        return {};
    if (isFlux(rule.unit)) {
        const double flux = number.value * factorOf(rule.unit); // nJy
        if (flux <= 0) {
            note(alert, std::string(what) + " of a flux that is not positive");
            return {};
        }
        return 31.4 - 2.5 * std::log10(flux);
    }
    return rule.unit.empty() || factorOf(rule.unit) == 1 ? number : Number(number.value * factorOf(rule.unit));
}

UtcTime epochTime(double value, double usPerUnit, Scale scale, int8_t digits)
{
    const double us = value * usPerUnit;
    if (!std::isfinite(us) || std::abs(us) > 2.5e17)
        return {};
    if (scale == Scale::Gps) // counts from its own epoch
        return timescale::fromGps(us / 1e6, digits);
    return timescale::fromFace(UtcTime::fromUs(std::llround(us), digits), scale);
}

UtcTime timeAs(Alert &alert, const Value &value, const FieldMapping::Rule &rule)
{
    const char *what = rule.field->key;
    const std::string_view unit = rule.unit;
    UtcTime time;
    const auto text = value.text();
    if (text && (unit.empty() || unit == "iso"))
        time = timescale::fromFace(UtcTime::fromIso(*text), rule.scale);
    if (!time.isValid() && unit != "iso") {
        const auto plain = value.number();
        const Number number = text ? numberIn(*text) : plain ? Number(*plain) : Number();
        if (unit == "mjd")
            time = timescale::fromFace(timescale::fromMjd(number.value), rule.scale);
        else if (unit == "jd")
            time = timescale::fromFace(UtcTime::fromJd(number.value), rule.scale);
        else if (unit == "s")
            time = epochTime(number.value, 1e6, rule.scale, 6);
        else if (unit == "ms")
            time = epochTime(number.value, 1e3, rule.scale, 3);
        else if (unit == "us")
            time = epochTime(number.value, 1, rule.scale, 6);
        else if (unit == "ns")
            time = epochTime(number.value, 1e-3, rule.scale, 6);
        else if (unit.empty())
            time = timescale::fromFace(timeBySize(number.value), rule.scale);
    }
    if (!time.isValid())
        note(alert, std::string(what) + " is no time");
    return time;
}

std::optional<bool> truth(const Value &value)
{
    if (const auto flag = value.boolean())
        return flag;
    if (const auto number = value.number())
        return *number != 0;
    const std::string word = lower(value.text().value_or(std::string_view()).substr(0, 10));
    if (word == "true" || word == "t" || word == "yes" || word == "1")
        return true;
    if (word == "false" || word == "f" || word == "no" || word == "0" || word.empty())
        return false;
    return std::nullopt;
}

struct Position {
    bool asked = false;
    Number ra;
    Number dec;
};

void apply(const FieldMapping::Rule &rule, const Value &value, Position &position, Alert &alert)
{
    const std::string_view key = rule.field->key;
    if (key == "ra" || key == "dec") {
        (key == "ra" ? position.ra : position.dec) = value.isNull() ? Number() : numberAs(alert, value, rule);
        position.asked = true;
    } else if (key == "timestamp") {
        alert.timestamp = {};
        if (!value.isNull())
            setTime(alert, timeAs(alert, value, rule), alert.timeKind.empty() ? "message" : Text(alert.timeKind).c_str());
    } else if (key == "url") {
        alert.url = urlOf(alert, value, "url");
    } else if (const auto *text = std::get_if<Text Alert::*>(&rule.field->member)) {
        alert.*(*text) = key == "instruments" && value.isArray() ? joined(value) : textOf(alert, value, rule.field->key);
    } else if (const auto *number = std::get_if<Number Alert::*>(&rule.field->member)) {
        alert.*(*number) = value.isNull() ? Number() : numberAs(alert, value, rule);
    } else if (const auto *time = std::get_if<UtcTime Alert::*>(&rule.field->member)) {
        alert.*(*time) = value.isNull() ? UtcTime() : timeAs(alert, value, rule);
    } else if (const auto *flag = std::get_if<bool Alert::*>(&rule.field->member)) {
        alert.*(*flag) = truth(value).value_or(false);
    } else if (const auto *maybe = std::get_if<std::optional<bool> Alert::*>(&rule.field->member)) {
        alert.*(*maybe) = value.isNull() ? std::nullopt : truth(value);
    }
}

} // namespace

Value valueAt(const Value &root, const FieldMapping::Pointer &pointer)
{
    Value at = root;
    for (const std::string &name : pointer)
        at = at.isArray() ? itemAt(at, name) : at[name];
    return at;
}

UtcTime timeBySize(double value)
{
    if (!std::isfinite(value))
        return {};
    if (value > 2'300'000 && value < 2'600'000)
        return UtcTime::fromJd(value);
    if (value > 10'000 && value < 120'000)
        return timescale::fromMjd(value);
    if (value >= 1e8 && value < 1e11)
        return UtcTime::fromUs(static_cast<int64_t>(std::llround(value * 1e6)));
    if (value >= 1e11 && value < 1e14)
        return UtcTime::fromMs(static_cast<int64_t>(value));
    if (value >= 1e14 && value < 1e17)
        return UtcTime::fromUs(static_cast<int64_t>(value));
    if (value >= 1e17 && value < 1e20)
        return UtcTime::fromUs(static_cast<int64_t>(value / 1e3));
    return {};
}

void applyMapping(const FieldMapping &mapping, const Value &record, Alert &alert)
{
    std::erase(alert.problems, kNothingKnown);
    Position position{.asked = false, .ra = alert.ra, .dec = alert.dec};
    for (const FieldMapping::Rule &rule : mapping.rules()) {
        Value value;
        for (const FieldMapping::Pointer &pointer : rule.from) {
            value = valueAt(record, pointer);
            if (!value.isNull())
                break;
        }
        apply(rule, value, position, alert);
    }
    if (position.asked) {
        alert.ra = {};
        alert.dec = {};
        if (!mapping.find("position_kind"))
            alert.positionKind.clear();
        const Text mapped = alert.positionKind;
        if (position.ra.has() && position.dec.has())
            setPosition(alert, position.ra, position.dec);
        if (!mapped.empty())
            alert.positionKind = mapped;
    }
    if (mapping.find("name") && !mapping.find("event"))
        alert.event = alert.name;
}

} // namespace tocsin::decoders
