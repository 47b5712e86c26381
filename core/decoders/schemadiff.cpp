// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/schemadiff.h"

#include "core/decoders/surveys/surveydescription.h"
#include "core/decoders/walk.h"

#include <xxhash.h>

#include <algorithm>

namespace tocsin::decoders {

namespace {

constexpr size_t kMostFields = 10'000;
constexpr size_t kMostType = 200; // bytes
constexpr size_t kMostSampled = 2'000; // fields of one packet

class Flattener
{
public:
    Flattener(const AvroSchema &schema, std::vector<SchemaField> &out) : m_schema(schema), m_out(out) {}

    void fields(uint32_t index, const std::string &path)
    {
        const AvroSchema::Node &node = m_schema.node(index);
        switch (node.type) {
        case AvroType::Record:
            if (std::ranges::find(m_above, index) != m_above.end())
                return; // inside of itself
            m_above.push_back(index);
            for (size_t i = 0; i < node.children.size() && m_out.size() < kMostFields; ++i) {
                const std::string name = path.empty() ? node.names[i] : path + '.' + node.names[i];
                m_out.push_back({name, type(node.children[i]).substr(0, kMostType)});
                fields(node.children[i], name);
            }
            m_above.pop_back();
            return;
        case AvroType::Union:
        case AvroType::Array:
        case AvroType::Map:
            for (const uint32_t child : node.children)
                fields(child, path);
            return;
        default:
            return;
        }
    }

private:
    [[nodiscard]] std::string type(uint32_t index, int depth = 0) const
    {
        static constexpr const char *kWords[] = {"null", "boolean", "int", "long", "float", "double", "bytes", "string", "record"};
        const AvroSchema::Node &node = m_schema.node(index);
        if (depth > 8)
            return "record";
        switch (node.type) {
        case AvroType::Enum: {
            std::string text = "one of";
            for (size_t i = 0; i < node.names.size() && text.size() < kMostType; ++i)
                text += (i == 0 ? " " : ", ") + node.names[i];
            return text;
        }
        case AvroType::Array:
            return "list of " + (node.children.empty() ? std::string("null") : type(node.children.front(), depth + 1));
        case AvroType::Map:
            return "map of " + (node.children.empty() ? std::string("null") : type(node.children.front(), depth + 1));
        case AvroType::Fixed:
            return std::to_string(node.size) + " bytes";
        case AvroType::Union: {
            std::string text;
            bool mayBeMissing = false;
            for (const uint32_t child : node.children) {
                if (m_schema.node(child).type == AvroType::Null)
                    mayBeMissing = true;
                else
                    text += (text.empty() ? "" : " or ") + type(child, depth + 1);
            }
            return text.empty() ? "null" : mayBeMissing ? text + " or null" : text;
        }
        default:
            return kWords[static_cast<size_t>(node.type)];
        }
    }

    const AvroSchema &m_schema;
    std::vector<SchemaField> &m_out;
    std::vector<uint32_t> m_above;
};

std::string typeOf(const FieldTree &value)
{
    if (value.is_object())
        return value.contains("media") ? "image or map" : "record";
    if (value.is_array())
        return "list";
    return value.is_string() ? "text" : value.is_boolean() ? "true or false" : value.is_number() ? "number" : "null";
}

void addFields(const FieldTree &value, const std::string &path, int depth, std::vector<SchemaField> &out)
{
    constexpr int kDeepest = 12;
    constexpr size_t kMostItems = 5; // of a list: they are alike
    if (depth > kDeepest)
        return;
    if (value.is_array()) {
        for (size_t i = 0; i < std::min(value.size(), kMostItems); ++i)
            addFields(value[i], path, depth + 1, out);
    } else if (value.is_object() && !value.contains("media")) {
        for (const auto &[name, member] : value.items()) {
            if (out.size() >= kMostSampled)
                return;
            const std::string below = path.empty() ? name : path + '.' + name;
            out.push_back({below, typeOf(member)});
            addFields(member, below, depth + 1, out);
        }
    }
}

// "https://gcn.nasa.gov/schema/v4.1.0/gcn/notices/swift/bat/guano.schema.json" -> "gcn/notices/swift/bat/guano"
std::string kindIn(const FieldTree &packet)
{
    if (!packet.is_object() || !packet.contains("$schema") || !packet["$schema"].is_string())
        return {};
    const auto address = packet["$schema"].get<std::string>();
    const size_t schema = address.find("/schema/");
    const size_t begin = schema == std::string::npos ? schema : address.find('/', schema + 8);
    if (begin == std::string::npos)
        return {};
    std::string kind = address.substr(begin + 1, kMostType);
    if (const size_t end = kind.rfind(".schema.json"); end != std::string::npos)
        kind.resize(end);
    return kind;
}

// "lsst.v11_0.alert" -> "lsst.alert"
std::string withoutVersion(std::string_view name)
{
    for (size_t at = name.find(".v"); at != std::string_view::npos; at = name.find(".v", at + 1)) {
        size_t end = at + 2;
        while (end < name.size() && ((name[end] >= '0' && name[end] <= '9') || name[end] == '_'))
            ++end;
        if (end > at + 2)
            return std::string(name.substr(0, at)) + std::string(name.substr(end));
    }
    return std::string(name);
}

// As a schema names fields: without places in lists, and a pointer with points.
std::string fieldPath(std::string_view path)
{
    std::string out;
    std::string step;
    const auto take = [&] {
        const bool isPlace = !step.empty() && step.find_first_not_of("0123456789") == std::string::npos;
        if (!step.empty() && !isPlace)
            out += (out.empty() ? "" : ".") + step;
        step.clear();
    };
    for (const char c : path) {
        if (c == '.' || c == '/' || c == '[' || c == ']')
            take();
        else if (c != '"')
            step += c;
    }
    take();
    return out;
}

const SchemaField *find(const std::vector<SchemaField> &fields, std::string_view path)
{
    const auto it = std::ranges::lower_bound(fields, path, {}, &SchemaField::path);
    return it != fields.end() && it->path == path ? &*it : nullptr;
}

// Whether a record around this field is missing in `other` as well: then that one says it.
bool isBelowMissing(std::string_view path, const std::vector<SchemaField> &own, const std::vector<SchemaField> &other)
{
    for (size_t dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.', dot + 1)) {
        const std::string_view above = path.substr(0, dot);
        if (find(own, above) && !find(other, above))
            return true;
    }
    return false;
}

} // namespace

bool SchemaShape::has(std::string_view path) const
{
    return find(fields, path) != nullptr;
}

uint64_t SchemaShape::hash() const
{
    std::string all;
    for (const SchemaField &field : fields)
        all += field.path + '\n' + field.type + '\n';
    return XXH3_64bits(all.data(), all.size());
}

SchemaShape shapeOf(const AvroSchema &schema)
{
    SchemaShape shape;
    const std::string_view name = schemaName(schema);
    shape.survey = withoutVersion(name);
    shape.version = schemaVersion(name);
    Flattener(schema, shape.fields).fields(schema.root(), {});
    // Branches of a union may have fields of the same name.
    std::ranges::stable_sort(shape.fields, {}, &SchemaField::path);
    const auto same = [](const SchemaField &left, const SchemaField &right) { return left.path == right.path; };
    shape.fields.erase(std::unique(shape.fields.begin(), shape.fields.end(), same), shape.fields.end());
    for (const SchemaFormat *format : FormatList::instance().schemas) {
        if (format->fitsSchema(schema)) {
            format->sources(schema, shape.keys);
            break;
        }
    }
    return shape;
}

SchemaShape shapeOf(const FieldTree &packet, const std::string &format, const std::string &topic)
{
    const size_t space = format.find(' ');
    SchemaShape shape{.survey = kindIn(packet), .version = space == std::string::npos ? std::string() : format.substr(space + 1), .isSampled = true};
    if (shape.survey.empty())
        shape.survey = !topic.empty() ? topic : format.substr(0, space);
    addFields(packet, {}, 0, shape.fields);
    std::ranges::stable_sort(shape.fields, {}, &SchemaField::path);
    const auto same = [](const SchemaField &left, const SchemaField &right) { return left.path == right.path; };
    shape.fields.erase(std::unique(shape.fields.begin(), shape.fields.end(), same), shape.fields.end());
    return shape;
}

SchemaDiff difference(const SchemaShape &was, const SchemaShape &is)
{
    SchemaDiff diff;
    for (const SchemaField &field : is.fields) {
        const SchemaField *before = find(was.fields, field.path);
        if (!before && !isBelowMissing(field.path, is.fields, was.fields))
            diff.added.push_back(field);
        else if (before && before->type != field.type && !(is.isSampled && (before->type == "null" || field.type == "null")))
            diff.changed.push_back({field.path, before->type, field.type});
    }
    for (const SchemaField &field : was.fields) {
        if (!find(is.fields, field.path) && !isBelowMissing(field.path, was.fields, is.fields))
            diff.removed.push_back(field);
    }
    return diff;
}

std::vector<KeySource> brokenKeys(const SchemaShape &was, const SchemaShape &is)
{
    std::vector<KeySource> broken;
    for (const KeySource &source : was.keys) {
        const auto isSame = [&](const KeySource &other) { return other.key == source.key; };
        if (std::ranges::none_of(is.keys, isSame) && std::ranges::none_of(broken, isSame))
            broken.push_back(source);
    }
    return broken;
}

bool isBroken(std::string_view path, const SchemaShape &was, const SchemaShape &is)
{
    const std::string field = fieldPath(path);
    return !field.empty() && was.has(field) && !is.has(field);
}

} // namespace tocsin::decoders
