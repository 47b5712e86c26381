// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/avroschema.h"

#include "core/decoders/jsonreader.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <mutex>
#include <unordered_map>

namespace tocsin::decoders {

namespace {

constexpr size_t kMostNodes = 20'000;
constexpr size_t kMostCached = 256;
constexpr size_t kMostSchemaText = 8u << 20;

} // namespace

// Builds the table; `error` is set when the schema is none.
class SchemaParser
{
public:
    std::string error;

    std::shared_ptr<const AvroSchema> parse(const Value &json)
    {
        auto schema = std::make_shared<AvroSchema>();
        m_schema = schema.get();
        const uint32_t root = node(json, {}, 0);
        if (!error.empty())
            return nullptr;
        schema->m_root = root;
        for (AvroSchema::Node &record : schema->m_nodes) {
            if (record.type != AvroType::Record)
                continue;
            for (const uint32_t field : record.children)
                record.skips.push_back(schema->skipOf(field));
        }
        return schema;
    }

private:
    uint32_t fail(std::string what)
    {
        if (error.empty())
            error = "the Avro schema is wrong: " + std::move(what);
        return 0;
    }

    uint32_t add(AvroType type)
    {
        if (m_schema->m_nodes.size() >= kMostNodes)
            return fail("it has too many types");
        m_schema->m_nodes.emplace_back().type = type;
        return static_cast<uint32_t>(m_schema->m_nodes.size() - 1);
    }

    static std::string fullName(std::string_view name, std::string_view space)
    {
        if (name.find('.') != std::string_view::npos || space.empty())
            return std::string(name);
        return std::string(space) + '.' + std::string(name);
    }

    uint32_t byName(std::string_view name, std::string_view space)
    {
        static constexpr std::pair<std::string_view, AvroType> kPrimitives[] = {
            {"null", AvroType::Null},   {"boolean", AvroType::Boolean}, {"int", AvroType::Int},     {"long", AvroType::Long},
            {"float", AvroType::Float}, {"double", AvroType::Double},   {"bytes", AvroType::Bytes}, {"string", AvroType::String}};
        for (const auto &[word, type] : kPrimitives) {
            if (word == name)
                return add(type);
        }
        for (const std::string &candidate : {fullName(name, space), std::string(name)}) {
            if (const auto it = m_named.find(candidate); it != m_named.end())
                return it->second;
        }
        return fail("there is no type “" + std::string(name.substr(0, 100)) + "”");
    }

    uint32_t node(const Value &json, std::string_view space, int depth)
    {
        if (!error.empty())
            return 0;
        if (depth > kMostDepth)
            return fail("it is nested deeper than 64 levels");
        if (const auto name = json.text())
            return byName(*name, space);
        if (json.isArray()) {
            const uint32_t self = add(AvroType::Union);
            std::vector<uint32_t> branches;
            json.forEach([&](std::string_view, const Value &branch) { branches.push_back(node(branch, space, depth + 1)); });
            if (branches.empty())
                return fail("a union is empty");
            if (error.empty())
                m_schema->m_nodes[self].children = std::move(branches);
            return self;
        }
        if (!json.isObject())
            return fail("a type is neither a name, a list nor an object");
        const Value type = json["type"];
        const auto word = type.text();
        if (!word)
            return node(type, space, depth + 1); // {"type": {…}}
        if (*word == "record" || *word == "error")
            return record(json, space, depth);
        if (*word == "enum" || *word == "fixed")
            return named(json, *word, space);
        if (*word == "array" || *word == "map") {
            const uint32_t self = add(*word == "array" ? AvroType::Array : AvroType::Map);
            const uint32_t item = node(json[*word == "array" ? "items" : "values"], space, depth + 1);
            if (error.empty())
                m_schema->m_nodes[self].children = {item};
            return self;
        }
        return byName(*word, space);
    }

    uint32_t declare(const Value &json, AvroType type, std::string_view &space, std::string &ownSpace)
    {
        const auto name = json["name"].text();
        if (!name || name->empty())
            return fail("a named type has no name");
        if (const auto stated = json["namespace"].text())
            space = *stated;
        const uint32_t self = add(type);
        if (!error.empty())
            return 0;
        const std::string full = fullName(*name, space);
        m_named[full] = self;
        m_schema->m_nodes[self].name = full;
        const size_t dot = full.rfind('.');
        ownSpace = dot == std::string::npos ? std::string() : full.substr(0, dot);
        return self;
    }

    uint32_t record(const Value &json, std::string_view space, int depth)
    {
        std::string ownSpace;
        const uint32_t self = declare(json, AvroType::Record, space, ownSpace);
        const Value fields = json["fields"];
        if (!fields.isArray())
            return fail("a record has no fields");
        std::vector<uint32_t> children;
        std::vector<std::string> names;
        fields.forEach([&](std::string_view, const Value &field) {
            const auto name = field["name"].text();
            if (!name) {
                fail("a field has no name");
                return;
            }
            names.emplace_back(*name);
            children.push_back(node(field["type"], ownSpace, depth + 1));
        });
        if (error.empty()) {
            m_schema->m_nodes[self].children = std::move(children);
            m_schema->m_nodes[self].names = std::move(names);
        }
        return self;
    }

    uint32_t named(const Value &json, std::string_view word, std::string_view space)
    {
        std::string ownSpace;
        const uint32_t self = declare(json, word == "enum" ? AvroType::Enum : AvroType::Fixed, space, ownSpace);
        if (!error.empty())
            return 0;
        if (word == "enum") {
            std::vector<std::string> symbols;
            json["symbols"].forEach([&](std::string_view, const Value &symbol) { symbols.emplace_back(symbol.text().value_or("")); });
            m_schema->m_nodes[self].names = std::move(symbols);
        } else {
            const auto size = json["size"].number();
            if (!size || *size < 0 || *size > (64 << 20))
                return fail("a fixed type has no usable size");
            m_schema->m_nodes[self].size = static_cast<uint32_t>(*size);
        }
        return self;
    }

    AvroSchema *m_schema = nullptr;
    std::map<std::string, uint32_t> m_named;
};

std::variant<std::shared_ptr<const AvroSchema>, std::string> AvroSchema::parse(std::string_view json)
{
    if (json.size() > kMostSchemaText)
        return std::string("the Avro schema is larger than 8 MiB");
    const JsonDocument document = readJson(json);
    if (!document.error.empty())
        return "the Avro schema is no JSON: " + document.error;
    SchemaParser parser;
    if (auto schema = parser.parse(document.root))
        return schema;
    return parser.error;
}

std::variant<std::shared_ptr<const AvroSchema>, std::string> AvroSchema::cached(std::string_view json)
{
    struct Entry {
        std::string text;
        std::shared_ptr<const AvroSchema> schema;
    };
    // A stream's packets bring the same text again and again, a third of their bytes: comparing is all that is done then.
    thread_local Entry last;
    if (last.schema && last.text == json)
        return last.schema;
    static std::mutex mutex;
    static std::unordered_map<uint64_t, Entry> known;
    const uint64_t hash = XXH3_64bits(json.data(), json.size());
    {
        const std::lock_guard lock(mutex);
        if (const auto it = known.find(hash); it != known.end() && it->second.text == json) {
            last = it->second;
            return last.schema;
        }
    }
    auto parsed = parse(json);
    if (const auto *schema = std::get_if<0>(&parsed)) {
        const std::lock_guard lock(mutex);
        if (known.size() >= kMostCached)
            known.clear();
        known[hash] = {std::string(json), *schema};
    }
    return parsed;
}

AvroSchema::Skip AvroSchema::skipOf(uint32_t index) const
{
    using Kind = Skip::Kind;
    const Node &node = m_nodes[index];
    switch (node.type) {
    case AvroType::Boolean:
        return {.kind = Kind::Fixed, .size = 1};
    case AvroType::Float:
        return {.kind = Kind::Fixed, .size = 4};
    case AvroType::Double:
        return {.kind = Kind::Fixed, .size = 8};
    case AvroType::Fixed:
        return node.size == 0 ? Skip{} : Skip{.kind = Kind::Fixed, .size = node.size};
    case AvroType::Int:
    case AvroType::Long:
    case AvroType::Enum:
        return {.kind = Kind::Number};
    case AvroType::Bytes:
    case AvroType::String:
        return {.kind = Kind::Bytes};
    case AvroType::Union: {
        if (node.children.size() != 2)
            return {};
        const bool nullFirst = m_nodes[node.children[0]].type == AvroType::Null;
        if (!nullFirst && m_nodes[node.children[1]].type != AvroType::Null)
            return {};
        const uint32_t inner = node.children[nullFirst ? 1 : 0];
        Skip skip = m_nodes[inner].type == AvroType::Union ? Skip{} : skipOf(inner);
        if (skip.kind == Kind::Other)
            return {};
        skip.kind = skip.kind == Kind::Fixed ? Kind::OptionalFixed : skip.kind == Kind::Number ? Kind::OptionalNumber : Kind::OptionalBytes;
        skip.value = nullFirst ? 2 : 0; // zig-zag of the branch
        skip.none = nullFirst ? 0 : 2;
        return skip;
    }
    case AvroType::Null:
    case AvroType::Record:
    case AvroType::Array:
    case AvroType::Map:
        return {};
    }
    return {};
}

uint32_t AvroSchema::withoutNull(uint32_t index) const
{
    const Node &node = m_nodes[index];
    if (node.type != AvroType::Union)
        return index;
    for (const uint32_t branch : node.children) {
        if (m_nodes[branch].type != AvroType::Null)
            return branch;
    }
    return index;
}

int AvroSchema::field(uint32_t record, std::string_view name) const
{
    const Node &node = m_nodes[withoutNull(record)];
    if (node.type != AvroType::Record)
        return -1;
    const auto it = std::ranges::find(node.names, name);
    return it == node.names.end() ? -1 : static_cast<int>(node.children[static_cast<size_t>(it - node.names.begin())]);
}

} // namespace tocsin::decoders
