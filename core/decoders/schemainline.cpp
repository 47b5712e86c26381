// SPDX-License-Identifier: GPL-3.0-or-later
// One text of many schemas: named types come in where they are first used, and everything that does not matter for reading goes.
// What comes out is Avro's Parsing Canonical Form, so the fingerprint of it is the schema's.
#include "core/decoders/decoder.h"
#include "core/decoders/schemastore.h"

#include <algorithm>
#include <array>
#include <set>

namespace tocsin::decoders {

namespace {

constexpr size_t kMostText = 8u << 20;
constexpr int kMostLevels = 64;

class Inliner
{
public:
    explicit Inliner(const SchemaStore::Named &named) : m_named(named) {}

    std::string text;
    std::string error;

    void run(std::string_view schema)
    {
        const FieldTree json = parse(schema);
        if (error.empty())
            type(json, {}, 0);
    }

private:
    void fail(std::string what)
    {
        if (error.empty())
            error = "the Avro schema is wrong: " + std::move(what);
    }

    FieldTree parse(std::string_view schema)
    {
        m_read += schema.size();
        if (m_read > kMostText) {
            fail("with its named types it is larger than 8 MiB");
            return {};
        }
        FieldTree json = FieldTree::parse(schema, nullptr, false, true);
        if (json.is_discarded()) {
            fail("it is no JSON");
            return {};
        }
        return json;
    }

    void put(std::string_view part)
    {
        text += part;
        if (text.size() > kMostText)
            fail("with its named types it is larger than 8 MiB");
    }

    void putText(std::string_view name) { put(FieldTree(name).dump(-1, ' ', false, FieldTree::error_handler_t::replace)); }

    static const std::string *textIn(const FieldTree &json, const char *key)
    {
        const auto it = json.find(key);
        return it != json.end() && it->is_string() ? it->get_ptr<const std::string *>() : nullptr;
    }

    static std::string fullName(const std::string &name, const std::string &space)
    {
        return name.find('.') != std::string::npos || space.empty() ? name : space + '.' + name;
    }

    void reference(const std::string &name, const std::string &space, int depth)
    {
        static constexpr std::array<std::string_view, 8> kPrimitives{"null", "boolean", "int", "long", "float", "double", "bytes", "string"};
        if (std::ranges::find(kPrimitives, name) != kPrimitives.end())
            return putText(name);
        const std::array<std::string, 2> candidates{fullName(name, space), name};
        for (const std::string &candidate : candidates) {
            if (m_declared.contains(candidate))
                return putText(candidate);
        }
        for (const std::string &candidate : candidates) {
            const std::optional<std::string> found = m_named(candidate);
            if (!found)
                continue;
            const FieldTree json = parse(*found);
            type(json, {}, depth + 1);
            if (error.empty() && !m_declared.contains(candidate))
                fail("what was found for “" + candidate.substr(0, 100) + "” is another type");
            return;
        }
        fail("there is no type “" + name.substr(0, 100) + "”");
    }

    void type(const FieldTree &json, const std::string &space, int depth)
    {
        if (!error.empty())
            return;
        if (depth > kMostLevels)
            return fail("it is nested deeper than 64 levels");
        if (json.is_string())
            return reference(json.get_ref<const std::string &>(), space, depth);
        if (json.is_array()) {
            list(json, [&](const FieldTree &branch) { type(branch, space, depth + 1); });
            return;
        }
        const auto inner = json.is_object() ? json.find("type") : json.end();
        if (!json.is_object() || inner == json.end())
            return fail("a type is neither a name, a list nor an object");
        if (!inner->is_string())
            return type(*inner, space, depth + 1);
        const std::string &word = inner->get_ref<const std::string &>();
        if (word == "record" || word == "error" || word == "enum" || word == "fixed")
            return declaration(json, word, space, depth);
        if (word != "array" && word != "map")
            return reference(word, space, depth);
        const char *key = word == "array" ? "items" : "values";
        const auto item = json.find(key);
        if (item == json.end())
            return fail("a list has no type of its items");
        put(R"({"type":")" + word + R"(",")" + key + R"(":)");
        type(*item, space, depth + 1);
        put("}");
    }

    template <typename One>
    void list(const FieldTree &items, const One &one)
    {
        put("[");
        bool first = true;
        for (const FieldTree &item : items) {
            if (!first)
                put(",");
            first = false;
            one(item);
            if (!error.empty())
                return;
        }
        put("]");
    }

    void declaration(const FieldTree &json, const std::string &word, const std::string &space, int depth)
    {
        const std::string *name = textIn(json, "name");
        if (!name || name->empty())
            return fail("a named type has no name");
        const std::string *stated = textIn(json, "namespace");
        const std::string full = fullName(*name, stated ? *stated : space);
        const std::string own = full.find('.') == std::string::npos ? std::string() : full.substr(0, full.rfind('.'));
        m_declared.insert(full);
        put(R"({"name":)");
        putText(full);
        if (word == "fixed") {
            const auto size = json.find("size");
            put(R"(,"type":"fixed","size":)" + (size == json.end() ? std::string("0") : size->dump()) + "}");
            return;
        }
        const bool isEnum = word == "enum";
        const auto members = json.find(isEnum ? "symbols" : "fields");
        if (members == json.end() || !members->is_array())
            return fail(isEnum ? "an enum has no symbols" : "a record has no fields");
        put(isEnum ? R"(,"type":"enum","symbols":)" : R"(,"type":"record","fields":)");
        list(*members, [&](const FieldTree &member) {
            if (isEnum)
                return putText(member.is_string() ? member.get_ref<const std::string &>() : std::string());
            const std::string *field = member.is_object() ? textIn(member, "name") : nullptr;
            const auto fieldType = field ? member.find("type") : member.end();
            if (!field || fieldType == member.end())
                return fail("a field has no name or no type");
            put(R"({"name":)");
            putText(*field);
            put(R"(,"type":)");
            type(*fieldType, own, depth + 1);
            put("}");
        });
        put("}");
    }

    const SchemaStore::Named &m_named;
    std::set<std::string> m_declared;
    size_t m_read = 0;
};

constexpr uint64_t kEmptyFingerprint = 0xc15d213aa4d7a795; // of the Avro specification

constexpr std::array<uint64_t, 256> kCrcTable = [] {
    std::array<uint64_t, 256> table{};
    for (uint64_t i = 0; i < table.size(); ++i) {
        uint64_t value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value >> 1) ^ ((value & 1) != 0 ? kEmptyFingerprint : 0);
        table[i] = value;
    }
    return table;
}();

} // namespace

SchemaStore::Inlined SchemaStore::inlined(std::string_view schema, const Named &named)
{
    Inliner inliner(named);
    inliner.run(schema);
    return {std::move(inliner.text), std::move(inliner.error)};
}

std::optional<uint64_t> SchemaStore::fingerprintOf(std::string_view schema)
{
    const Inlined canonical = inlined(schema, [](std::string_view) { return std::nullopt; });
    if (!canonical.error.empty())
        return std::nullopt;
    uint64_t value = kEmptyFingerprint;
    for (const char c : canonical.text)
        value = (value >> 8) ^ kCrcTable[(value ^ static_cast<unsigned char>(c)) & 0xff];
    return value;
}

} // namespace tocsin::decoders
