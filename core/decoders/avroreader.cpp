// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/avroreader.h"

#include "core/decoders/jsonreader.h"

#include <bit>
#include <cstring>

namespace tocsin::decoders {

static_assert(std::endian::native == std::endian::little, "Avro's floats are read as they lie in memory");

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

} // namespace tocsin::decoders
