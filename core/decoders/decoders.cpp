// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/avrocontainer.h"
#include "core/decoders/fieldpick.h"
#include "core/decoders/jsonreader.h"
#include "core/decoders/treeformat.h"
#include "core/decoders/ztf.h"

#include <algorithm>
#include <array>
#include <exception>

namespace tocsin::decoders {

namespace {

constexpr size_t kMostRecords = 10'000; // alerts in one message

// The list: a new format is its own file and one line here. What stands first is tried first.
const std::array<const TreeFormat *, 4> &jsonFormats()
{
    static const std::array<const TreeFormat *, 4> formats{&gwAlert(), &gcnCircular(), &gcnNotice(), &plainJson()};
    return formats;
}

const std::array<const TreeFormat *, 2> &avroFormats()
{
    static const std::array<const TreeFormat *, 2> formats{&gwAlert(), &plainAvro()};
    return formats;
}

void keep(std::shared_ptr<Alert> alert, const Value &root, TreeBudget &budget, const Wanted &wanted, Decoded &out)
{
    if (wanted.pick) {
        out.trees.push_back(wanted.pick->treeOf(root, budget));
    } else if (wanted.fields) {
        out.trees.push_back(toFieldTree(root, budget));
        if (budget.isSpent())
            note(*alert, "the packet has too many values to show them all");
    }
    out.format = alert->format;
    out.alerts.push_back(std::move(alert));
}

template <size_t N>
const TreeFormat *choose(const std::array<const TreeFormat *, N> &formats, const Value &root, std::string_view forced)
{
    for (const TreeFormat *format : formats) {
        if (forced.empty() ? format->fits(root) : forced == format->id())
            return format;
    }
    return nullptr;
}

void decodeJson(const Input &input, const Wanted &wanted, Decoded &out)
{
    out.format = "json";
    const JsonDocument document = readJson(input.value);
    if (!document.error.empty()) {
        out.error = document.error;
        return;
    }
    if (wanted.format.empty() && isHeartbeat(document.root, input.topic)) {
        out.heartbeat = true;
        out.format = "heartbeat";
        return;
    }
    TreeBudget budget;
    const auto one = [&](const Value &root) {
        const TreeFormat *format = choose(jsonFormats(), root, wanted.format);
        if (!format || !root.isObject() || root.size() == 0) {
            out.error = "the JSON is well formed, but no alert is in it";
            return;
        }
        if (wanted.pick) {
            out.trees.push_back(wanted.pick->treeOf(root, budget));
            return;
        }
        auto alert = std::make_shared<Alert>();
        alert->problems = document.problems;
        format->map(root, *alert);
        keep(std::move(alert), root, budget, wanted, out);
    };
    if (!document.root.isArray())
        return one(document.root);
    if (document.root.size() == 0)
        out.error = "the JSON is well formed, but no alert is in it";
    document.root.forEach([&](std::string_view, const Value &item) {
        if (out.error.empty() && std::max(out.alerts.size(), out.trees.size()) < kMostRecords)
            one(item);
    });
    if (document.root.size() > kMostRecords)
        out.error = "the message holds more than 10,000 records";
}

// One datum of a schema. False: the reader says what is wrong, or `out.error` does.
bool decodeDatum(AvroReader &reader, AvroBudget &budget, std::string_view data, const std::shared_ptr<const AvroSchema> &schema,
                 const Wanted &wanted, Decoded &out)
{
    const size_t begin = reader.position();
    auto alert = std::make_shared<Alert>();
    FieldTree tree;
    const bool forced = wanted.format == "ztf-avro";
    if ((forced || wanted.format.empty()) && isZtfSchema(*schema)) {
        if (!readZtf(reader, *ztfPlan(schema), *alert))
            return false;
        // Other surveys took ZTF's schema over; they are read by the names of their fields.
        if (forced || !alert->mission.empty()) {
            if (wanted.fields || wanted.pick) {
                AvroReader again(data.substr(begin), budget);
                if (!again.tree(*schema, schema->root(), tree)) {
                    note(*alert, "the fields cannot be shown: " + again.error());
                    tree = nullptr;
                }
            }
            keep(std::move(alert), Value(&tree), budget.shown, wanted, out);
            return true;
        }
        reader.goBack(begin);
        alert = std::make_shared<Alert>();
    }
    if (!reader.tree(*schema, schema->root(), tree))
        return false;
    const Value root(&tree);
    const TreeFormat *format = choose(avroFormats(), root, wanted.format);
    if (!format || !root.isObject() || root.size() == 0) {
        out.error = "the Avro data are well formed, but no alert is in them";
        return false;
    }
    format->map(root, *alert);
    keep(std::move(alert), root, budget.shown, wanted, out);
    return true;
}

// The records of one block of a container.
void decodeBlock(const AvroContainer::Block &block, AvroBudget &budget, const std::shared_ptr<const AvroSchema> &schema, const Wanted &wanted,
                 Decoded &out)
{
    AvroReader reader(block.data, budget);
    for (int64_t i = 0; i < block.records; ++i) {
        if (out.alerts.size() >= kMostRecords) {
            out.error = "the message holds more than 10,000 records";
            return;
        }
        const bool noneLeft = reader.atEnd();
        if (decodeDatum(reader, budget, block.data, schema, wanted, out))
            continue;
        if (!out.error.empty())
            return;
        if (out.alerts.empty() || !noneLeft)
            out.error = reader.error();
        else // every record was read: only the count was wrong
            note(*out.alerts.back(), "the Avro block promises more records than it holds");
        return;
    }
    if (reader.atEnd())
        return;
    const std::string rest = std::to_string(reader.left()) + " bytes of an Avro block stand behind its last record and were not read";
    if (out.alerts.empty())
        out.error = rest;
    else
        note(*out.alerts.back(), rest);
}

void decodeContainer(const Input &input, const Wanted &wanted, Decoded &out)
{
    out.format = "avro";
    AvroContainer container(input.value);
    if (!container.error().empty()) {
        out.error = container.error();
        return;
    }
    auto parsed = AvroSchema::cached(container.schemaText());
    if (const auto *wrong = std::get_if<std::string>(&parsed)) {
        out.error = *wrong;
        return;
    }
    const auto &schema = std::get<0>(parsed);
    AvroContainer::Block block;
    AvroBudget budget;
    while (out.error.empty() && container.next(block))
        decodeBlock(block, budget, schema, wanted, out);
    if (out.error.empty())
        out.error = container.error();
    if (out.error.empty() && out.alerts.empty())
        out.error = "the Avro container holds no record";
    if (!container.problem().empty()) {
        for (const auto &alert : out.alerts)
            note(*alert, container.problem());
    }
}

// A datum whose schema came from elsewhere, bare or behind the five bytes of a schema registry. The data say nothing of
// themselves, so only what ends where the packet ends is believed.
void decodeBare(const Input &input, const Wanted &wanted, Decoded &out)
{
    constexpr size_t kRegistryBytes = 5; // 0, then the number of the schema
    out.format = "avro";
    auto parsed = AvroSchema::cached(wanted.schema);
    if (const auto *wrong = std::get_if<std::string>(&parsed)) {
        out.error = *wrong;
        return;
    }
    const auto attempt = [&](std::string_view data) {
        Decoded result;
        result.format = out.format;
        AvroBudget budget;
        AvroReader reader(data, budget);
        if (!decodeDatum(reader, budget, data, std::get<0>(parsed), wanted, result)) {
            if (result.error.empty())
                result.error = reader.error();
        } else if (!reader.atEnd()) {
            result.error = std::to_string(reader.left()) + " bytes follow behind the Avro datum";
        }
        return result;
    };
    Decoded bare = attempt(input.value);
    if (!bare.error.empty() && input.value.size() > kRegistryBytes && input.value.front() == '\0') {
        Decoded behind = attempt(input.value.substr(kRegistryBytes));
        if (behind.error.empty())
            bare = std::move(behind);
        else
            bare.error += "; behind a schema id: " + behind.error;
    }
    out = std::move(bare);
}

bool looksLikeJson(std::string_view bytes)
{
    const size_t at = bytes.find_first_not_of(" \t\r\n\xef\xbb\xbf");
    return at != std::string_view::npos && std::string_view("{[\"-0123456789tfnNI").find(bytes[at]) != std::string_view::npos;
}

bool isBlank(std::string_view bytes)
{
    return bytes.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

void decodeByContent(const Input &input, const Wanted &wanted, Decoded &out)
{
    const std::string_view bytes = input.value;
    if (bytes.size() > kMostPacketBytes)
        out.error = "the message has " + std::to_string(bytes.size()) + " bytes, more than 64 MiB";
    else if (bytes.empty() || (wanted.schema.empty() && isBlank(bytes))) // a number of Avro may be a blank
        out.error = "the message is empty";
    else if (isAvroContainer(bytes))
        decodeContainer(input, wanted, out);
    else if (!wanted.schema.empty())
        decodeBare(input, wanted, out);
    else if (looksLikeJson(bytes) || (!wanted.format.empty() && wanted.format != "ztf-avro" && wanted.format != "avro"))
        decodeJson(input, wanted, out);
    else if (bytes.front() == '\0' && bytes.size() > 5)
        out.error = "this may be Avro with a schema id in front, but its schema is not known here";
    else if (bytes.starts_with("Obj"))
        out.error = "this begins like an Avro container, but its version is not known";
    else if (bytes.front() == '<')
        out.error = "this is XML, which no decoder reads";
    else
        out.error = "no decoder knows these bytes";
}

} // namespace

std::span<const Decoder *const> all()
{
    static const std::array<const Decoder *, 6> decoders{&gwAlert(), &gcnCircular(), &gcnNotice(), &ztfAvro(), &plainAvro(), &plainJson()};
    return decoders;
}

Decoded decode(const Input &input, const Wanted &wanted)
{
    Decoded out;
    if (!wanted.format.empty() && std::ranges::none_of(all(), [&](const Decoder *decoder) { return wanted.format == decoder->id(); })) {
        out.error = "there is no format “" + std::string(wanted.format.substr(0, 100)) + "”";
        return out;
    }
    try {
        if (wanted.pick && input.value.size() > kMostPickedBytes)
            decodeByContent(input, {.fields = true, .pick = nullptr, .format = wanted.format, .schema = wanted.schema}, out);
        else
            decodeByContent(input, wanted, out);
    } catch (const std::exception &exception) {
        // Only memory can run out here; a packet must never end the program.
        out.error = std::string("the packet could not be held: ") + exception.what();
    }
    if (!out.error.empty()) {
        out.alerts.clear();
        out.trees.clear();
        out.heartbeat = false;
    }
    return out;
}

} // namespace tocsin::decoders
