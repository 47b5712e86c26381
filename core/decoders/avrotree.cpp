// SPDX-License-Identifier: GPL-3.0-or-later
// Whole values out of Avro data, for people and for the formats that have no plan.
#include "core/decoders/avroreader.h"

#include "core/decoders/jsonreader.h"

namespace tocsin::decoders {

bool AvroReader::tree(const AvroSchema &schema, uint32_t index, FieldTree &out, int depth)
{
    if (depth > kMostDepth)
        return fail("the Avro data are nested deeper than 64 levels");
    if (!spend() || !spendTree(TreeBudget::kPerValue))
        return false;
    const AvroSchema::Node &node = schema.node(index);
    std::string_view bytes;
    switch (node.type) {
    case AvroType::Null:
        out = nullptr;
        return true;
    case AvroType::Boolean:
    case AvroType::Int:
    case AvroType::Long:
    case AvroType::Float:
    case AvroType::Double:
    case AvroType::String: {
        AvroScalar value;
        if (!scalar(schema, index, value, depth))
            return false;
        switch (value.kind) {
        case AvroScalar::Kind::Boolean:
            out = value.integer != 0;
            break;
        case AvroScalar::Kind::Integer:
            out = value.integer;
            break;
        case AvroScalar::Kind::Float:
            out = Number(static_cast<float>(value.real)).value;
            break;
        case AvroScalar::Kind::Double: // NaN stays: the mapping says of which key; shown it is null
            out = value.real;
            break;
        case AvroScalar::Kind::Text:
            out = std::string(value.text);
            break;
        case AvroScalar::Kind::Missing:
            out = nullptr;
            break;
        }
        return true;
    }
    case AvroType::Bytes:
    case AvroType::Fixed:
        if (!(node.type == AvroType::Bytes ? readBytes(bytes) : take(node.size, bytes)))
            return false;
        out = FieldTree::binary(std::vector<uint8_t>(bytes.begin(), bytes.end()));
        return true;
    case AvroType::Enum: {
        int64_t symbol = 0;
        if (!readLong(symbol))
            return false;
        if (symbol < 0 || static_cast<size_t>(symbol) >= node.names.size())
            return fail("the Avro data choose an unknown symbol at byte " + std::to_string(m_at));
        // Names are written into the tree again and again, although they stand in the schema once.
        if (!spendTree(node.names[static_cast<size_t>(symbol)].size()))
            return false;
        out = node.names[static_cast<size_t>(symbol)];
        return true;
    }
    case AvroType::Record: {
        out = FieldTree::object();
        auto &members = out.get_ref<FieldTree::object_t &>();
        for (size_t i = 0; i < node.children.size(); ++i) {
            FieldTree member;
            if (!spendTree(node.names[i].size()) || !tree(schema, node.children[i], member, depth + 1))
                return false;
            members.emplace_back(node.names[i], std::move(member));
        }
        return true;
    }
    case AvroType::Union: {
        uint32_t branch = 0;
        return branchOf(node, branch) && tree(schema, branch, out, depth + 1);
    }
    case AvroType::Array:
    case AvroType::Map:
        out = node.type == AvroType::Array ? FieldTree::array() : FieldTree::object();
        for (;;) {
            uint64_t items = 0;
            uint64_t size = 0;
            if (!block(items, size))
                return false;
            if (items == 0)
                return true;
            for (uint64_t i = 0; i < items; ++i) {
                FieldTree item;
                const size_t before = m_at;
                if (node.type == AvroType::Map && !readBytes(bytes))
                    return false;
                const std::string key(bytes);
                if (!tree(schema, node.children.front(), item, depth + 1) || !spendIfEmpty(before))
                    return false;
                if (node.type == AvroType::Array)
                    out.push_back(std::move(item));
                else
                    out.get_ref<FieldTree::object_t &>().emplace_back(key, std::move(item));
            }
        }
    }
    return fail("the Avro schema holds an unknown type");
}

} // namespace tocsin::decoders
