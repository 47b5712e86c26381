// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/packetnames.h"

#include "core/decoders/decoder.h"
#include "core/triage/names.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace tocsin::triage {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kLargestText = 32u << 10; // bytes of JSON or XML that are looked through; those with images name nobody else's names
constexpr size_t kLargestAvro = 1u << 20;
constexpr size_t kMostNames = 20;

// Under these brokers tell other names of what a packet is about.
constexpr std::array<std::string_view, 12> kKeys{"\"tns_name\"", "\"tns_names\"", "\"tns\"", "\"iau_name\"", "\"internal_names\"", "\"internal_name\"", "\"aliases\"",
                                                 "\"ztf_object_id\"", "\"ztf_id\"", "\"event_name\"", "\"other_names\"", "\"alternate_names\""};
// And senders of VOEvents, in lower case.
constexpr std::array<std::string_view, 12> kParams{"event_name", "grb_name", "source_name", "object_name", "tns_name", "iau_name", "sn_name", "graceid", "superevent_id",
                                                   "alias", "aliases", "other_names"};

// Some join several names with commas.
void take(std::string_view text, std::vector<std::string> &names)
{
    while (!text.empty() && names.size() < kMostNames) {
        const size_t comma = text.find(',');
        std::string_view one = text.substr(0, comma);
        text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
        const size_t begin = one.find_first_not_of(" \t\r\n");
        if (begin == std::string_view::npos)
            continue;
        one = one.substr(begin, one.find_last_not_of(" \t\r\n") - begin + 1);
        if (isEventName(one))
            names.emplace_back(one);
    }
}

// The texts right behind a key: one, or a flat list of them. A text with an escape is no name.
void takeBehind(std::string_view json, std::vector<std::string> &names)
{
    const auto skip = [&json](std::string_view signs) {
        const size_t next = json.find_first_not_of(signs);
        json.remove_prefix(next == std::string_view::npos ? json.size() : next);
    };
    constexpr std::string_view kBlank = " \t\r\n";
    skip(kBlank);
    if (!json.starts_with(':'))
        return;
    json.remove_prefix(1);
    skip(kBlank);
    const bool list = json.starts_with('[');
    if (list)
        skip(" \t\r\n[");
    while (json.starts_with('"') && names.size() < kMostNames) {
        const size_t end = json.find('"', 1);
        if (end == std::string_view::npos)
            return;
        take(json.substr(1, end - 1), names);
        json.remove_prefix(end + 1);
        if (!list)
            return;
        skip(" \t\r\n,");
    }
}

std::vector<std::string> namesInJson(std::string_view json)
{
    std::vector<std::string> names;
    for (const std::string_view key : kKeys) {
        const size_t at = json.find(key);
        if (at != std::string_view::npos && json.find(key, at + 1) == std::string_view::npos) // else several things are told of there
            takeBehind(json.substr(at + key.size()), names);
    }
    return names;
}

// The schema's text in the head of a container (Avro 1.11, “Object Container Files”); empty: there is none.
std::string_view schemaOf(std::string_view container)
{
    constexpr std::string_view kKey = "avro.schema";
    const size_t at = container.substr(0, 4'096).find(kKey);
    if (at == std::string_view::npos)
        return {};
    container.remove_prefix(at + kKey.size());
    uint64_t length = 0;
    for (int shift = 0; shift < 35 && !container.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(container.front());
        container.remove_prefix(1);
        length |= static_cast<uint64_t>(byte & 0x7f) << shift;
        if (!(byte & 0x80))
            return container.substr(0, length / 2); // zigzag
    }
    return {};
}

// Schemas come again and again: each is looked through once by a thread.
bool schemaTellsNames(std::string_view schema)
{
    constexpr size_t kMostKept = 200;
    thread_local std::unordered_map<size_t, bool> known;
    const size_t hash = std::hash<std::string_view>{}(schema);
    if (const auto it = known.find(hash); it != known.end())
        return it->second;
    if (known.size() >= kMostKept)
        known.clear();
    return known[hash] = std::ranges::any_of(kKeys, [schema](std::string_view key) { return schema.find(key) != std::string_view::npos; });
}

void takeFields(const decoders::FieldTree &tree, int depth, std::vector<std::string> &names)
{
    if (!tree.is_object() || depth > 3)
        return;
    for (const auto &[key, value] : tree.items()) {
        const bool tells = std::ranges::any_of(kKeys, [&key](std::string_view known) { return known.substr(1, known.size() - 2) == key; });
        if (tells && value.is_string())
            take(value.get_ref<const std::string &>(), names);
        for (const auto &one : value) {
            if (tells && value.is_array() && one.is_string())
                take(one.get_ref<const std::string &>(), names);
        }
        takeFields(value, depth + 1, names);
    }
}

std::vector<std::string> namesInAvro(std::string_view avro)
{
    std::vector<std::string> names;
    if (!schemaTellsNames(schemaOf(avro)))
        return names;
    const decoders::Decoded decoded = decoders::decode({.value = avro}, {.fields = true});
    if (decoded.trees.size() == 1)
        takeFields(decoded.trees.front(), 0, names);
    return names;
}

// VOEvent 2.0, sections 3.3 and 3.7. External entities are never read and inner ones are bounded by Qt.
std::vector<std::string> namesInXml(std::string_view text)
{
    std::vector<std::string> names;
    QXmlStreamReader xml(QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())));
    bool inferred = false;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (xml.name() == u"Inference") {
            inferred = token == QXmlStreamReader::StartElement;
        } else if (token == QXmlStreamReader::StartElement && inferred && xml.name() == u"Name") {
            take(xml.readElementText(QXmlStreamReader::SkipChildElements).toStdString(), names);
        } else if (token == QXmlStreamReader::StartElement && xml.name() == u"Param") {
            const std::string name = xml.attributes().value(u"name"_s).toString().toLower().toStdString();
            if (std::ranges::find(kParams, name) != kParams.end())
                take(xml.attributes().value(u"value"_s).toString().toStdString(), names);
        }
    }
    return names;
}

} // namespace

std::vector<std::string> otherNamesIn(std::string_view packet)
{
    if (packet.starts_with("Obj\x01"))
        return packet.size() <= kLargestAvro ? namesInAvro(packet) : std::vector<std::string>();
    if (packet.size() > kLargestText)
        return {};
    if (packet.starts_with('{'))
        return namesInJson(packet);
    const size_t begin = packet.find_first_not_of(" \t\r\n");
    if (begin != std::string_view::npos && packet[begin] == '<' && packet.find("VOEvent") != std::string_view::npos)
        return namesInXml(packet.substr(begin));
    return {};
}

} // namespace tocsin::triage
