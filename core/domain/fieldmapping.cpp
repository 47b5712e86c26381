// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fieldmapping.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace tocsin {

namespace {

using Json = nlohmann::ordered_json;

constexpr size_t kMostText = 64u << 10;
constexpr size_t kLongestPointer = 1'000;
constexpr size_t kMostPointers = 16;

constexpr std::array<std::string_view, 4> kScales{"utc", "tai", "tt", "gps"};

// What is known of where a packet came from is not the packet's to say.
constexpr std::array<std::string_view, 14> kNotMapped{"mjd",     "stream",   "topic",    "partition",   "offset", "record", "message_id",
                                                      "broker_time", "received", "format", "row", "problems", "error", "access"};

constexpr std::array<std::string_view, 6> kAngles{"deg", "h", "rad", "arcmin", "arcsec", "mas"};
constexpr std::array<std::string_view, 7> kTimes{"iso", "mjd", "jd", "s", "ms", "us", "ns"};
constexpr std::array<std::string_view, 5> kMagnitudes{"mag", "nJy", "uJy", "mJy", "Jy"};
constexpr std::array<std::string_view, 4> kRates{"Hz", "1/yr", "1/d", "1/h"};
constexpr std::array<std::string_view, 3> kDistances{"Mpc", "kpc", "Gpc"};
constexpr std::array<std::string_view, 2> kShares{"1", "%"};

template <typename Wanted>
bool is(const AlertField &field)
{
    return std::holds_alternative<Wanted Alert::*>(field.member);
}

std::string shown(std::string_view text)
{
    return "“" + std::string(text.substr(0, 100)) + "”";
}

const AlertField *mappedField(std::string_view key)
{
    const auto list = FieldMapping::fields();
    const auto it = std::ranges::find_if(list, [&](const AlertField *field) { return key == field->key; });
    return it == list.end() ? nullptr : *it;
}

std::string listOf(std::span<const std::string_view> words)
{
    std::string out;
    for (const std::string_view word : words)
        out += (out.empty() ? "" : ", ") + std::string(word);
    return out;
}

// One rule; what is wrong with it, or empty.
std::string readRule(const std::string &key, const Json &json, FieldMapping::Rule &rule)
{
    rule.field = mappedField(key);
    if (!rule.field)
        return shown(key) + " is no key that can be mapped";
    const std::string where = "fields." + key + ": ";
    const Json *from = &json;
    if (json.is_object()) {
        from = nullptr;
        for (const auto &[name, value] : json.items()) {
            if (name == "from") {
                from = &value;
            } else if ((name == "unit" || name == "scale") && value.is_string()) {
                continue;
            } else {
                return where + shown(name) + " is not known; write from, unit or scale";
            }
        }
        if (!from)
            return where + "from is missing";
        const std::string unit = json.value("unit", std::string());
        const auto units = FieldMapping::units(*rule.field);
        if (!unit.empty() && std::ranges::find(units, unit) == units.end())
            return where + shown(unit) + (units.empty() ? " is no unit of it: it has none" : " is no unit of it; write one of " + listOf(units));
        rule.unit = unit;
        if (json.contains("scale")) {
            const std::string scale = json.value("scale", std::string());
            const auto it = std::ranges::find(kScales, scale);
            if (!is<UtcTime>(*rule.field))
                return where + "only a time has a scale";
            if (it == kScales.end())
                return where + shown(scale) + " is no scale; write one of " + listOf(kScales);
            rule.scale = static_cast<timescale::Scale>(it - kScales.begin());
        }
    }
    std::vector<const Json *> pointers;
    if (from->is_array()) {
        for (const Json &one : *from)
            pointers.push_back(&one);
    } else {
        pointers.push_back(from);
    }
    if (pointers.empty() || pointers.size() > kMostPointers)
        return where + "from is empty or has more than 16 pointers";
    for (const Json *one : pointers) {
        if (!one->is_string())
            return where + "from is no text";
        const auto &text = one->get_ref<const std::string &>();
        if (!FieldMapping::parsePointer(text, rule.from.emplace_back()))
            return where + shown(text) + " is no JSON pointer; write /name/name";
    }
    return {};
}

} // namespace

std::span<const AlertField *const> FieldMapping::fields()
{
    static const std::vector<const AlertField *> list = [] {
        std::vector<const AlertField *> made;
        for (const AlertField &field : alertFields()) {
            if (std::ranges::find(kNotMapped, std::string_view(field.key)) == kNotMapped.end())
                made.push_back(&field);
        }
        return made;
    }();
    return list;
}

std::span<const std::string_view> FieldMapping::units(const AlertField &field)
{
    const std::string_view key = field.key;
    const std::string_view unit = field.unit;
    if (is<UtcTime>(field))
        return kTimes;
    if (unit == "deg")
        return kAngles;
    if (unit == "Hz")
        return kRates;
    if (unit == "Mpc")
        return kDistances;
    if (key == "mag" || key == "mag_limit")
        return kMagnitudes;
    if (key == "error_containment" || key == "classification_score")
        return kShares;
    return {};
}

std::span<const std::string_view> FieldMapping::scales()
{
    return kScales;
}

bool FieldMapping::parsePointer(std::string_view text, Pointer &out)
{
    out.clear();
    if (text.size() > kLongestPointer || (!text.empty() && text.front() != '/'))
        return false;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '/') {
            out.emplace_back();
        } else if (c != '~') {
            out.back() += c;
        } else if (i + 1 < text.size() && (text[i + 1] == '0' || text[i + 1] == '1')) {
            out.back() += text[++i] == '0' ? '~' : '/';
        } else {
            return false;
        }
    }
    return true;
}

std::string FieldMapping::pointerText(const Pointer &pointer)
{
    std::string out;
    for (const std::string &name : pointer) {
        out += '/';
        for (const char c : name) {
            if (c == '~')
                out += "~0";
            else if (c == '/')
                out += "~1";
            else
                out += c;
        }
    }
    return out;
}

std::variant<std::shared_ptr<const FieldMapping>, std::string> FieldMapping::fromJson(std::string_view text)
{
    constexpr int kMostNesting = 4;
    if (text.size() > kMostText)
        return "the mapping is longer than 64 KiB";
    size_t failedAt = 0;
    Json json;
    try {
        json = Json::parse(text, [](int depth, Json::parse_event_t, Json &) { return depth <= kMostNesting; });
    } catch (const Json::parse_error &error) {
        failedAt = error.byte;
    }
    if (failedAt > 0)
        return "the mapping is no JSON: character " + std::to_string(failedAt);
    if (!json.is_object())
        return "the mapping is no JSON object";
    auto mapping = std::make_shared<FieldMapping>();
    for (const auto &[name, value] : json.items()) {
        if (name == "format" && value.is_string() && !value.get_ref<const std::string &>().empty()) {
            mapping->m_format = value.get<std::string>();
        } else if (name == "fields" && value.is_object()) {
            for (const auto &[key, rule] : value.items()) {
                if (mapping->find(key))
                    return shown(key) + " is mapped twice";
                Rule made;
                if (std::string wrong = readRule(key, rule, made); !wrong.empty())
                    return wrong;
                mapping->m_rules.push_back(std::move(made));
            }
        } else {
            return shown(name) + " is not known; write \"format\": text and \"fields\": {…}";
        }
    }
    if (mapping->m_rules.empty())
        return "the mapping names no field";
    return std::shared_ptr<const FieldMapping>(std::move(mapping));
}

std::shared_ptr<const FieldMapping> FieldMapping::of(std::string format, std::vector<Rule> rules)
{
    auto mapping = std::make_shared<FieldMapping>();
    mapping->m_format = std::move(format);
    mapping->m_rules = std::move(rules);
    return mapping;
}

std::string FieldMapping::toJson() const
{
    Json json = Json::object();
    if (!m_format.empty())
        json["format"] = m_format;
    Json &fields = json["fields"] = Json::object();
    for (const Rule &rule : m_rules) {
        Json from = Json::array();
        for (const Pointer &pointer : rule.from)
            from.push_back(pointerText(pointer));
        if (from.size() == 1)
            from = Json(from.front());
        if (rule.unit.empty() && rule.scale == timescale::Scale::Utc) {
            fields[rule.field->key] = rule.from.size() == 1 ? from : Json{{"from", from}};
            continue;
        }
        Json made{{"from", from}};
        if (!rule.unit.empty())
            made["unit"] = rule.unit;
        if (rule.scale != timescale::Scale::Utc)
            made["scale"] = std::string(kScales[static_cast<size_t>(rule.scale)]);
        fields[rule.field->key] = std::move(made);
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool FieldMapping::appliesTo(std::string_view format) const
{
    const std::string_view id = format.substr(0, format.find(' '));
    if (m_format == "*")
        return true;
    if (m_format.empty())
        return id == "json" || id == "avro";
    return id == m_format;
}

const FieldMapping::Rule *FieldMapping::find(std::string_view key) const
{
    const auto it = std::ranges::find_if(m_rules, [&](const Rule &rule) { return key == rule.field->key; });
    return it == m_rules.end() ? nullptr : &*it;
}

} // namespace tocsin
