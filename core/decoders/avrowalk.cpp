// SPDX-License-Identifier: GPL-3.0-or-later
// The way of Avro: containers, bare data, and which format reads them.
#include "core/decoders/schemastore.h"
#include "core/decoders/walk.h"

#include <variant>

namespace tocsin::decoders {

std::string_view schemaName(const AvroSchema &schema)
{
    const std::string &name = schema.node(schema.withoutNull(schema.root())).name;
    return name.empty() ? std::string_view("avro") : std::string_view(name);
}

// A datum straight from its bytes. `read` stays false when it is another format's after all.
bool Walk::datumBySchema(const SchemaFormat &format, AvroReader &reader, AvroBudget &budget, std::string_view data,
                         const std::shared_ptr<const AvroSchema> &schema, const Origin &origin, bool &read)
{
    const size_t begin = reader.position();
    auto alert = std::make_shared<Alert>();
    switch (format.readDatum(reader, schema, m_wanted.format == format.id(), *alert)) {
    case SchemaFormat::Outcome::Broken:
        return false;
    case SchemaFormat::Outcome::NotMine:
        reader.goBack(begin);
        return true;
    case SchemaFormat::Outcome::Read:
        break;
    }
    read = true;
    FieldTree tree;
    if (m_wanted.fields || m_wanted.inside || m_wanted.pick || isMapped(format.id())) {
        AvroReader again(data.substr(begin), budget);
        if (!again.tree(*schema, schema->root(), tree)) {
            note(*alert, "the fields cannot be shown: " + again.error());
            tree = nullptr;
        }
    }
    add(std::move(alert), format, Value(&tree), origin, budget.shown);
    return true;
}

// One datum of a schema. False: the reader says what is wrong, or m_out.error does.
bool Walk::datum(AvroReader &reader, AvroBudget &budget, std::string_view data, const std::shared_ptr<const AvroSchema> &schema, const Origin &origin)
{
    for (const SchemaFormat *format : FormatList::instance().schemas) {
        if (!m_wanted.format.empty() && m_depth == 0 && m_wanted.format != format->id())
            continue;
        if (!format->fitsSchema(*schema))
            continue;
        bool read = false;
        if (!datumBySchema(*format, reader, budget, data, schema, origin, read))
            return false;
        if (read)
            return true;
    }
    FieldTree tree;
    if (!reader.tree(*schema, schema->root(), tree))
        return false;
    this->tree(Shape(Value(&tree)), nullptr, origin, {}, budget.shown);
    return m_out.error.empty();
}

// The records of one block of a container.
void Walk::block(const AvroContainer::Block &block, AvroBudget &budget, const std::shared_ptr<const AvroSchema> &schema, const Origin &origin)
{
    AvroReader reader(block.data, budget);
    for (int64_t i = 0; i < block.records; ++i) {
        if (tooMany())
            return;
        const bool noneLeft = reader.atEnd();
        if (datum(reader, budget, block.data, schema, origin))
            continue;
        if (!m_out.error.empty())
            return;
        if (m_out.alerts.empty() || !noneLeft)
            m_out.error = reader.error();
        else if (Alert *last = m_out.alerts.back().get()) // every record was read: only the count was wrong
            note(*last, "the Avro block promises more records than it holds");
        return;
    }
    if (reader.atEnd())
        return;
    const std::string rest = std::to_string(reader.left()) + " bytes of an Avro block stand behind its last record and were not read";
    if (m_out.alerts.empty())
        m_out.error = rest;
    else if (Alert *last = m_out.alerts.back().get())
        note(*last, rest);
}

void Walk::container(const Input &input)
{
    m_out.format = "avro";
    AvroContainer container(input.value);
    if (!container.error().empty()) {
        m_out.error = container.error();
        return;
    }
    auto parsed = AvroSchema::cached(container.schemaText());
    if (const auto *wrong = std::get_if<std::string>(&parsed)) {
        m_out.error = *wrong;
        return;
    }
    const auto &schema = std::get<0>(parsed);
    m_out.schema = schema;
    const Origin origin{.input = input, .schema = schemaName(*schema)};
    const size_t before = m_out.alerts.size();
    AvroContainer::Block block;
    AvroBudget budget;
    while (m_out.error.empty() && container.next(block))
        this->block(block, budget, schema, origin);
    if (m_out.error.empty())
        m_out.error = container.error();
    if (m_out.error.empty() && m_out.alerts.size() == before && !m_out.heartbeat)
        m_out.error = "the Avro container holds no record";
    if (!container.problem().empty()) {
        for (size_t i = before; i < m_out.alerts.size(); ++i) {
            if (Alert *alert = m_out.alerts[i].get())
                note(*alert, container.problem());
        }
    }
}

bool isSchema(std::string_view key)
{
    const size_t at = key.find_first_not_of(" \t\r\n");
    if (at == std::string_view::npos || (key[at] != '{' && key[at] != '[') || key.find("\"fields\"") == std::string_view::npos)
        return false;
    return AvroSchema::cached(key).index() == 0;
}

// A datum that fills its bytes, or why it is none: bare data say nothing of themselves, so only what ends where they end is
// believed.
std::string Walk::wholeDatum(const Input &input, std::string_view data, const std::shared_ptr<const AvroSchema> &schema)
{
    const Origin origin{.input = input, .schema = schemaName(*schema)};
    const size_t before = m_out.alerts.size();
    AvroBudget budget;
    AvroReader reader(data, budget);
    std::string error;
    if (!datum(reader, budget, data, schema, origin))
        error = m_out.error.empty() ? reader.error() : m_out.error;
    else if (!reader.atEnd())
        error = std::to_string(reader.left()) + " bytes follow behind the Avro datum";
    if (!error.empty()) {
        forget(before);
        m_out.error.clear();
        m_out.heartbeat = false;
    } else {
        m_out.schema = schema;
    }
    return error;
}

namespace {

constexpr size_t kRegistryBytes = 5; // 0, then the number of the schema
constexpr size_t kSingleObjectBytes = 10; // C3 01, then the fingerprint of the schema
constexpr std::string_view kSingleObject{"\xc3\x01", 2};

} // namespace

// A datum whose schema came from elsewhere: bare, or behind a few bytes that name its schema.
void Walk::bare(const Input &input, std::string_view schemaText)
{
    m_out.format = "avro";
    auto parsed = AvroSchema::cached(schemaText);
    if (const auto *wrong = std::get_if<std::string>(&parsed)) {
        m_out.error = *wrong;
        return;
    }
    const auto &schema = std::get<0>(parsed);
    std::string wrong = wholeDatum(input, input.value, schema);
    const size_t behind = input.value.starts_with('\0') ? kRegistryBytes : input.value.starts_with(kSingleObject) ? kSingleObjectBytes : 0;
    if (!wrong.empty() && behind > 0 && input.value.size() > behind) {
        const std::string second = wholeDatum(input, input.value.substr(behind), schema);
        if (second.empty())
            wrong.clear();
        else
            wrong += "; behind a schema id: " + second;
    }
    m_out.error = std::move(wrong);
}

// A datum behind the number or the fingerprint of its schema. True: it was one, and m_out has what became of it.
bool Walk::framed(const Input &input)
{
    constexpr uint32_t kGreatestId = 1'000'000;
    const std::string_view bytes = input.value;
    const auto byteAt = [&](size_t i) { return static_cast<unsigned char>(bytes[i]); };
    std::shared_ptr<const AvroSchema> schema;
    size_t behind = 0;
    if (bytes.size() > kSingleObjectBytes && bytes.starts_with(kSingleObject)) {
        uint64_t fingerprint = 0;
        for (size_t i = 0; i < 8; ++i)
            fingerprint |= static_cast<uint64_t>(byteAt(2 + i)) << (8 * i);
        behind = kSingleObjectBytes;
        schema = SchemaStore::instance().byFingerprint(fingerprint);
        if (!schema)
            m_out.error = "this is one Avro datum, but nobody here knows the schema that its first bytes name";
        m_out.format = "avro";
    } else if (bytes.size() > kRegistryBytes && byteAt(0) == 0) {
        const uint32_t id = static_cast<uint32_t>(byteAt(1)) << 24 | static_cast<uint32_t>(byteAt(2)) << 16 | static_cast<uint32_t>(byteAt(3)) << 8 | byteAt(4);
        if (id == 0 || id > kGreatestId)
            return false;
        behind = kRegistryBytes;
        schema = SchemaStore::instance().byId(m_wanted.registry, id);
        m_out.format = "avro-registry " + std::to_string(id);
        if (!schema) {
            m_out.needsSchema = std::to_string(id);
            m_out.error = waitingText(id);
        }
    } else {
        return false;
    }
    if (schema)
        m_out.error = wholeDatum(input, bytes.substr(behind), schema);
    return true;
}

} // namespace tocsin::decoders
