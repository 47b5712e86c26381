// SPDX-License-Identifier: GPL-3.0-or-later
// Passing over values: nearly all of a packet is passed over.
#include "core/decoders/avroskip.h"

#include "core/decoders/avroreader.h"
#include "core/decoders/jsonreader.h"

#include <algorithm>
#include <cstring>
#include <optional>

namespace tocsin::decoders {

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

// Past one plain field; null when it is none, ends too late or is broken, which the long way tells. A call for each of some
// thousand fields would cost as much as what it does.
[[gnu::always_inline]] inline const char *pastField(const AvroSchema::Skip &skip, const char *at, const char *end)
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

// `bits` of each byte of a good number or length.
void markVarint(const char *at, char *mask, unsigned char bits)
{
    do
        *mask++ = static_cast<char>(bits);
    while ((*at++ & 0x80) != 0);
}

// The bits of a good field that say how it is made.
void markField(const AvroSchema::Skip &skip, const char *at, char *mask)
{
    using Kind = AvroSchema::Skip::Kind;
    const bool optional = skip.kind == Kind::OptionalFixed || skip.kind == Kind::OptionalNumber || skip.kind == Kind::OptionalBytes;
    if (optional) {
        *mask++ = static_cast<char>(0xff);
        if (*at++ == skip.none)
            return;
    }
    if (skip.kind == Kind::Number || skip.kind == Kind::OptionalNumber)
        markVarint(at, mask, 0x80);
    else if (skip.kind == Kind::Bytes || skip.kind == Kind::OptionalBytes)
        markVarint(at, mask, 0xff);
}

size_t wordsOf(size_t bytes)
{
    return (bytes + sizeof(uint64_t) - 1) / sizeof(uint64_t);
}

} // namespace

AvroRepeat::AvroRepeat(const AvroSchema::Node &record)
{
    const auto isPlain = [&](size_t field) { return record.skips[field].kind != AvroSchema::Skip::Kind::Other; };
    for (size_t first = 0; first < record.skips.size();) {
        size_t end = first + 1;
        while (isPlain(first) && end < record.skips.size() && isPlain(end) && end - first < kMostFields)
            ++end;
        m_runs.push_back({.first = first, .end = end});
        first = end;
    }
}

const char *AvroRepeat::Run::past(const char *at, const char *stop)
{
    const size_t words = wordsOf(size);
    if (size == 0 || static_cast<size_t>(stop - at) < words * sizeof(uint64_t))
        return nullptr;
    uint64_t differs = 0;
    for (size_t i = 0; i < words; ++i) {
        uint64_t word = 0;
        std::memcpy(&word, at + i * sizeof word, sizeof word);
        differs |= (word ^ like[i]) & mask[i];
    }
    if (differs != 0)
        return nullptr;
    missed = 0;
    return at + size;
}

void AvroRepeat::Run::learn(const AvroSchema::Node &record, const char *at, const char *next)
{
    if (size > 0 && ++missed < 2)
        return;
    missed = 0;
    const auto bytes = static_cast<size_t>(next - at);
    const size_t words = wordsOf(bytes);
    size = words <= kWords ? bytes : 0;
    if (size == 0)
        return;
    like[words - 1] = 0;
    std::fill_n(mask.begin(), words, 0);
    std::memcpy(like.data(), at, bytes);
    char *const marks = reinterpret_cast<char *>(mask.data());
    const char *const begin = at;
    for (size_t field = first; field < end; ++field) {
        const char *const behind = pastField(record.skips[field], at, next);
        if (!behind) { // good, but written in an odd way
            size = 0;
            return;
        }
        markField(record.skips[field], at, marks + (at - begin));
        at = behind;
    }
}

// Fields that take a byte or more each, so that no budget but the packet's length is needed; what is not plain or not good
// goes the long way, which says what is wrong.
bool AvroReader::skipFields(const AvroSchema &schema, const AvroSchema::Node &record, size_t first, size_t end, int depth)
{
    const char *const begin = m_bytes.data();
    const char *const stop = begin + m_bytes.size();
    const char *at = begin + m_at;
    for (size_t i = first; i < end; ++i) {
        if (const char *next = pastField(record.skips[i], at, stop)) {
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
        return skipList(schema, node, depth);
    }
    return fail("the Avro schema holds an unknown type");
}

bool AvroReader::skipList(const AvroSchema &schema, const AvroSchema::Node &list, int depth)
{
    const AvroSchema::Node &item = schema.node(list.children.front());
    std::optional<AvroRepeat> repeat;
    std::string_view bytes;
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
        if (!repeat && items > 2 && list.type == AvroType::Array && AvroRepeat::isFor(item))
            repeat.emplace(item);
        for (uint64_t i = 0; i < items; ++i) {
            const size_t before = m_at;
            if (list.type == AvroType::Map && !readBytes(bytes))
                return false;
            if (!(repeat ? spend() && skipLike(schema, item, *repeat, depth + 1) : skip(schema, list.children.front(), depth + 1)) || !spendIfEmpty(before))
                return false;
        }
    }
}

// A record of a list, by what the one before it was like.
bool AvroReader::skipLike(const AvroSchema &schema, const AvroSchema::Node &record, AvroRepeat &repeat, int depth)
{
    if (depth > kMostDepth)
        return fail("the Avro data are nested deeper than 64 levels");
    const char *const begin = m_bytes.data();
    const char *const stop = begin + m_bytes.size();
    for (AvroRepeat::Run &run : repeat.runs()) {
        const char *const at = begin + m_at;
        if (const char *next = run.past(at, stop)) {
            m_at = static_cast<size_t>(next - begin);
            continue;
        }
        if (!skipFields(schema, record, run.first, run.end, depth))
            return false;
        if (record.skips[run.first].kind != AvroSchema::Skip::Kind::Other)
            run.learn(record, at, begin + m_at);
    }
    return true;
}

} // namespace tocsin::decoders
