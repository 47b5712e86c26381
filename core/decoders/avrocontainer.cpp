// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/avrocontainer.h"

#include "core/decoders/avroreader.h"
#include "core/decoders/treebudget.h"

#include <snappy.h>
#include <zlib.h>

#include <algorithm>
#include <array>

namespace tocsin::decoders {

namespace {

constexpr size_t kRatioJudgedAbove = 16u << 20;
constexpr size_t kMostRatio = 200;
constexpr size_t kMostBlocks = 10'000; // as many as records; empty ones cost time and hold nothing
constexpr size_t kSyncSize = 16;

} // namespace

AvroContainer::AvroContainer(std::string_view bytes) : m_bytes(bytes)
{
    if (!isAvroContainer(bytes)) {
        m_error = "this is no Avro container";
        return;
    }
    AvroReader reader(bytes.substr(4));
    for (;;) {
        int64_t count = 0;
        int64_t size = 0;
        if (!reader.readLong(count))
            break;
        if (count == 0)
            break;
        if (count < 0 && (!reader.readLong(size) || count == INT64_MIN))
            break;
        for (int64_t i = 0; i < std::abs(count); ++i) {
            std::string_view key;
            std::string_view value;
            if (!reader.readBytes(key) || !reader.readBytes(value))
                break;
            if (key == "avro.schema")
                m_schema = value;
            else if (key == "avro.codec")
                m_codec = value;
        }
        if (reader.failed())
            break;
    }
    if (!reader.failed())
        (void)reader.take(kSyncSize, m_sync);
    if (reader.failed()) {
        m_error = "the Avro header is broken: " + reader.error();
        return;
    }
    if (m_schema.empty())
        m_error = "the Avro header has no schema";
    else if (m_codec != "null" && m_codec != "deflate" && m_codec != "snappy")
        m_error = "the Avro codec “" + std::string(m_codec.substr(0, 40)) + "” is not known";
    m_at = 4 + reader.position();
}

bool AvroContainer::next(Block &block)
{
    if (!m_error.empty() || m_at >= m_bytes.size())
        return false;
    if (++m_blocks > kMostBlocks) {
        m_error = "the Avro container has more than 10,000 blocks";
        return false;
    }
    AvroReader reader(m_bytes.substr(m_at));
    std::string_view packed;
    std::string_view sync;
    if (!reader.readLong(block.records) || !reader.readBytes(packed)) {
        m_error = reader.error();
        return false;
    }
    if (block.records < 0) {
        m_error = "a block of the Avro container has a negative count";
        return false;
    }
    if (!reader.take(kSyncSize, sync)) {
        m_error = "the Avro container is cut inside a sync marker";
        return false;
    }
    if (sync != m_sync && m_problem.empty())
        m_problem = "a sync marker of the Avro container differs";
    m_at += reader.position();
    return unpack(packed, block.data);
}

bool AvroContainer::unpack(std::string_view packed, std::string_view &data)
{
    if (m_codec == "null") {
        data = packed;
        return true;
    }
    m_packedTotal += packed.size();
    if (!(m_codec == "deflate" ? inflate(packed) : unsnap(packed)))
        return false;
    m_unpackedTotal += m_buffer.size();
    data = m_buffer;
    return true;
}

bool AvroContainer::tooMuch(size_t unpacked)
{
    const size_t total = m_unpackedTotal + unpacked;
    if (total <= kMostPacketBytes && (total <= kRatioJudgedAbove || total / kMostRatio <= m_packedTotal))
        return false;
    m_error = "the Avro container unpacks to more than is allowed";
    return true;
}

bool AvroContainer::inflate(std::string_view packed)
{
    z_stream stream = {};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) { // raw, without a zlib header
        m_error = "deflate cannot be started";
        return false;
    }
    m_buffer.clear();
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    int result = Z_OK;
    while (result == Z_OK && m_error.empty()) {
        const size_t before = m_buffer.size();
        const size_t room = std::max<size_t>(64u << 10, before);
        m_buffer.resize(before + std::min<size_t>(room, 8u << 20));
        stream.next_out = reinterpret_cast<Bytef *>(m_buffer.data() + before);
        stream.avail_out = static_cast<uInt>(m_buffer.size() - before);
        result = ::inflate(&stream, Z_NO_FLUSH);
        m_buffer.resize(m_buffer.size() - stream.avail_out);
        if (tooMuch(m_buffer.size()))
            break;
        if (result == Z_BUF_ERROR || (result == Z_OK && stream.avail_in == 0 && stream.avail_out > 0))
            m_error = "the deflated Avro block is cut";
    }
    inflateEnd(&stream);
    if (m_error.empty() && result != Z_STREAM_END)
        m_error = "the deflated Avro block is broken";
    return m_error.empty();
}

bool AvroContainer::unsnap(std::string_view packed)
{
    constexpr size_t kCrc = 4;
    size_t size = 0;
    if (packed.size() < kCrc || !snappy::GetUncompressedLength(packed.data(), packed.size() - kCrc, &size)) {
        m_error = "the snappy Avro block is broken";
        return false;
    }
    if (tooMuch(size))
        return false;
    m_buffer.resize(size);
    if (!snappy::RawUncompress(packed.data(), packed.size() - kCrc, m_buffer.data())) {
        m_error = "the snappy Avro block is broken";
        return false;
    }
    const auto *stated = reinterpret_cast<const unsigned char *>(packed.data() + packed.size() - kCrc);
    const uint32_t wanted = uint32_t{stated[0]} << 24 | uint32_t{stated[1]} << 16 | uint32_t{stated[2]} << 8 | uint32_t{stated[3]};
    if (crc32(0, reinterpret_cast<const Bytef *>(m_buffer.data()), static_cast<uInt>(m_buffer.size())) != wanted) {
        m_error = "the checksum of a snappy Avro block differs";
        return false;
    }
    return true;
}

} // namespace tocsin::decoders
