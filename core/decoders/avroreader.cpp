// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/avroreader.h"

#include "core/decoders/jsonreader.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>

namespace tocsin::decoders {

static_assert(std::endian::native == std::endian::little, "Avro's floats are read as they lie in memory");

AvroPlan::AvroPlan(std::shared_ptr<const AvroSchema> schema, std::span<const std::string_view> paths) : m_schema(std::move(schema))
{
    m_root = compile(m_schema->root(), {}, paths, 0);
}

AvroPlan::Step AvroPlan::compile(uint32_t index, const std::string &prefix, std::span<const std::string_view> paths, int depth) const
{
    Step step;
    const AvroSchema::Node *node = &m_schema->node(m_schema->withoutNull(index));
    const bool list = node->type == AvroType::Array;
    if (list)
        node = &m_schema->node(m_schema->withoutNull(node->children.front()));
    if (node->type != AvroType::Record || depth > 8)
        return step;
    bool any = false;
    step.steps.resize(node->names.size());
    for (size_t i = 0; i < node->names.size(); ++i) {
        const std::string path = prefix + node->names[i];
        if (const auto it = std::ranges::find(paths, path); it != paths.end())
            step.steps[i].action = static_cast<int>(it - paths.begin());
        else if (std::ranges::any_of(paths, [&](std::string_view wanted) { return wanted.starts_with(path + '.'); }))
            step.steps[i] = compile(node->children[i], path + '.', paths, depth + 1);
        any = any || step.steps[i].action != kSkip;
    }
    if (any)
        step.action = kInside;
    if (list && any) {
        for (size_t i = 0; i < paths.size(); ++i) {
            if (paths[i].starts_with(prefix))
                step.slots.push_back(i);
        }
    }
    return step;
}

bool AvroReader::fail(std::string what)
{
    if (m_error.empty())
        m_error = std::move(what);
    return false;
}

bool AvroReader::tooManyValues()
{
    return fail("the Avro data promise more values than are allowed");
}

bool AvroReader::spend()
{
    if (m_budget.visits == 0)
        return tooManyValues();
    --m_budget.visits;
    return true;
}

bool AvroReader::spendTree(size_t bytes)
{
    return m_budget.tree.spend(bytes) || tooManyValues();
}

// Nothing but the budget ends a list of a billion nulls: no byte is read on the way.
bool AvroReader::spendIfEmpty(size_t before)
{
    if (m_at > before)
        return true;
    if (m_budget.emptyItems == 0)
        return tooManyValues();
    --m_budget.emptyItems;
    return true;
}

bool AvroReader::readLong(int64_t &value)
{
    uint64_t gathered = 0;
    for (int shift = 0; shift < 64; shift += 7) {
        if (atEnd())
            return fail("the Avro data end at byte " + std::to_string(m_at) + " inside a number");
        const auto byte = static_cast<unsigned char>(m_bytes[m_at++]);
        gathered |= static_cast<uint64_t>(byte & 0x7f) << shift;
        if ((byte & 0x80) == 0) {
            value = static_cast<int64_t>(gathered >> 1) ^ -static_cast<int64_t>(gathered & 1);
            return true;
        }
    }
    return fail("an Avro number at byte " + std::to_string(m_at) + " does not end");
}

bool AvroReader::take(size_t size, std::string_view &bytes)
{
    if (size > left())
        return fail("the Avro data end at byte " + std::to_string(m_bytes.size()) + ", " + std::to_string(size - left()) + " bytes are missing");
    bytes = m_bytes.substr(m_at, size);
    m_at += size;
    return true;
}

bool AvroReader::readBytes(std::string_view &bytes)
{
    int64_t size = 0;
    if (!readLong(size))
        return false;
    if (size < 0)
        return fail("a length in the Avro data is negative at byte " + std::to_string(m_at));
    return take(static_cast<size_t>(size), bytes);
}

bool AvroReader::branchOf(const AvroSchema::Node &node, uint32_t &branch)
{
    int64_t index = 0;
    if (!readLong(index))
        return false;
    if (index < 0 || static_cast<size_t>(index) >= node.children.size())
        return fail("the Avro data choose branch " + std::to_string(index) + " of a union of " + std::to_string(node.children.size()) + " at byte "
                    + std::to_string(m_at));
    branch = node.children[static_cast<size_t>(index)];
    return true;
}

bool AvroReader::block(uint64_t &items, uint64_t &skippable)
{
    int64_t count = 0;
    if (!readLong(count))
        return false;
    skippable = 0;
    if (count < 0) {
        int64_t size = 0;
        if (!readLong(size))
            return false;
        if (size < 0 || static_cast<uint64_t>(size) > left())
            return fail("a block of the Avro data has an impossible size at byte " + std::to_string(m_at));
        if (count == INT64_MIN)
            return fail("a block of the Avro data has an impossible count at byte " + std::to_string(m_at));
        count = -count;
        skippable = static_cast<uint64_t>(size);
    }
    items = static_cast<uint64_t>(count);
    return true;
}

namespace {

// Past a number; null when it does not end in time.
const char *pastNumber(const char *at, const char *end)
{
    for (const char *last = end - at > 10 ? at + 10 : end; at < last;) {
        if ((*at++ & 0x80) == 0)
            return at;
    }
    return nullptr;
}

// Past a length and what it counts; null for anything but a short, good length.
const char *pastBytes(const char *at, const char *end)
{
    uint64_t size = 0;
    for (int shift = 0; shift < 35 && at < end; shift += 7) {
        const auto byte = static_cast<unsigned char>(*at++);
        size |= static_cast<uint64_t>(byte & 0x7f) << shift;
        if ((byte & 0x80) != 0)
            continue;
        if ((size & 1) != 0 || size / 2 > static_cast<uint64_t>(end - at))
            return nullptr; // negative, or longer than there is
        return at + size / 2;
    }
    return nullptr;
}

const char *past(const AvroSchema::Skip &skip, const char *at, const char *end)
{
    using Kind = AvroSchema::Skip::Kind;
    switch (skip.kind) {
    case Kind::Fixed:
        return static_cast<size_t>(end - at) >= skip.size ? at + skip.size : nullptr;
    case Kind::Number:
        return pastNumber(at, end);
    case Kind::Bytes:
        return pastBytes(at, end);
    case Kind::OptionalFixed: {
        if (at == end)
            return nullptr;
        const bool has = *at == skip.value;
        if (!has && *at != skip.none)
            return nullptr;
        const size_t size = 1 + (has ? skip.size : 0);
        return static_cast<size_t>(end - at) >= size ? at + size : nullptr;
    }
    case Kind::OptionalNumber:
    case Kind::OptionalBytes:
        if (at == end || (*at != skip.value && *at != skip.none))
            return nullptr;
        if (*at == skip.none)
            return at + 1;
        return skip.kind == Kind::OptionalNumber ? pastNumber(at + 1, end) : pastBytes(at + 1, end);
    case Kind::Other:
        return nullptr;
    }
    return nullptr;
}

} // namespace

// Fields that take a byte or more each, so that no budget but the packet's length is needed; what is not plain or not good
// goes the long way, which says what is wrong.
bool AvroReader::skipFields(const AvroSchema &schema, const AvroSchema::Node &record, size_t first, size_t end, int depth)
{
    const char *const begin = m_bytes.data();
    const char *const stop = begin + m_bytes.size();
    const char *at = begin + m_at;
    for (size_t i = first; i < end; ++i) {
        if (const char *next = past(record.skips[i], at, stop)) {
            at = next;
            continue;
        }
        m_at = static_cast<size_t>(at - begin);
        if (!skip(schema, record.children[i], depth + 1))
            return false;
        at = begin + m_at;
    }
    m_at = static_cast<size_t>(at - begin);
    return true;
}

bool AvroReader::skip(const AvroSchema &schema, uint32_t index, int depth)
{
    if (depth > kMostDepth)
        return fail("the Avro data are nested deeper than 64 levels");
    if (!spend())
        return false;
    const AvroSchema::Node &node = schema.node(index);
    int64_t number = 0;
    std::string_view bytes;
    switch (node.type) {
    case AvroType::Null:
        return true;
    case AvroType::Boolean:
        return take(1, bytes);
    case AvroType::Int:
    case AvroType::Long:
    case AvroType::Enum:
        return readLong(number);
    case AvroType::Float:
        return take(4, bytes);
    case AvroType::Double:
        return take(8, bytes);
    case AvroType::Bytes:
    case AvroType::String:
        return readBytes(bytes);
    case AvroType::Fixed:
        return take(node.size, bytes);
    case AvroType::Record:
        return skipFields(schema, node, 0, node.children.size(), depth);
    case AvroType::Union: {
        uint32_t branch = 0;
        return branchOf(node, branch) && skip(schema, branch, depth + 1);
    }
    case AvroType::Array:
    case AvroType::Map:
        for (;;) {
            uint64_t items = 0;
            uint64_t size = 0;
            if (!block(items, size))
                return false;
            if (items == 0)
                return true;
            if (size > 0) {
                if (!take(size, bytes))
                    return false;
                continue;
            }
            for (uint64_t i = 0; i < items; ++i) {
                const size_t before = m_at;
                if (node.type == AvroType::Map && !readBytes(bytes))
                    return false;
                if (!skip(schema, node.children.front(), depth + 1) || !spendIfEmpty(before))
                    return false;
            }
        }
    }
    return fail("the Avro schema holds an unknown type");
}

bool AvroReader::scalar(const AvroSchema &schema, uint32_t index, AvroScalar &out, int depth)
{
    const AvroSchema::Node &node = schema.node(index);
    std::string_view bytes;
    switch (node.type) {
    case AvroType::Union: {
        uint32_t branch = 0;
        return depth < kMostDepth && branchOf(node, branch) && scalar(schema, branch, out, depth + 1);
    }
    case AvroType::Boolean:
        if (!take(1, bytes))
            return false;
        out.kind = AvroScalar::Kind::Boolean;
        out.integer = bytes[0] != 0;
        return true;
    case AvroType::Int:
    case AvroType::Long:
        out.kind = AvroScalar::Kind::Integer;
        return readLong(out.integer);
    case AvroType::Float: {
        float value = 0;
        if (!take(4, bytes))
            return false;
        std::memcpy(&value, bytes.data(), 4);
        out.kind = AvroScalar::Kind::Float;
        out.real = static_cast<double>(value);
        return true;
    }
    case AvroType::Double:
        if (!take(8, bytes))
            return false;
        std::memcpy(&out.real, bytes.data(), 8);
        out.kind = AvroScalar::Kind::Double;
        return true;
    case AvroType::String:
        out.kind = AvroScalar::Kind::Text;
        return readBytes(out.text);
    default:
        return skip(schema, index, depth + 1);
    }
}

bool AvroReader::pick(const AvroPlan &plan, std::span<AvroScalar> slots)
{
    return pickRecord(plan.schema(), plan.schema().root(), plan.root(), slots, 0);
}

bool AvroReader::pickRecord(const AvroSchema &schema, uint32_t index, const AvroPlan::Step &step, std::span<AvroScalar> slots, int depth)
{
    const AvroSchema::Node *node = &schema.node(index);
    if (node->type == AvroType::Union) {
        uint32_t branch = 0;
        if (!branchOf(*node, branch))
            return false;
        // The steps were compiled for the record of this union; null and any other branch are passed over.
        if (schema.withoutNull(index) != branch)
            return skip(schema, branch, depth + 1);
        node = &schema.node(branch);
        index = branch;
    }
    if (step.action != AvroPlan::kInside)
        return skip(schema, index, depth + 1);
    if (node->type == AvroType::Array)
        return pickLast(schema, node->children.front(), step, slots, depth);
    for (size_t i = 0; i < node->children.size(); ++i) {
        const uint32_t child = node->children[i];
        const AvroPlan::Step &inner = step.steps[i];
        if (inner.action == AvroPlan::kSkip) {
            size_t end = i + 1;
            while (end < node->children.size() && step.steps[end].action == AvroPlan::kSkip)
                ++end;
            if (!skipFields(schema, *node, i, end, depth))
                return false;
            i = end - 1;
            continue;
        }
        const bool good = inner.action >= 0 ? scalar(schema, child, slots[static_cast<size_t>(inner.action)], depth + 1)
                                            : pickRecord(schema, child, inner, slots, depth + 1);
        if (!good)
            return false;
    }
    return true;
}

bool AvroReader::pickLast(const AvroSchema &schema, uint32_t item, const AvroPlan::Step &step, std::span<AvroScalar> slots, int depth)
{
    for (;;) {
        uint64_t items = 0;
        uint64_t size = 0;
        if (!block(items, size))
            return false;
        if (items == 0)
            return true;
        for (uint64_t i = 0; i < items; ++i) {
            for (const size_t slot : step.slots)
                slots[slot] = {};
            const size_t before = m_at;
            if (!spend() || !pickRecord(schema, item, step, slots, depth + 1) || !spendIfEmpty(before))
                return false;
        }
    }
}

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
