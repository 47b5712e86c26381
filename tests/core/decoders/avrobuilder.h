// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <snappy.h>
#include <zlib.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace tocsin::test {

inline std::string avroLong(int64_t value)
{
    auto zigzag = static_cast<uint64_t>(value) << 1 ^ static_cast<uint64_t>(value >> 63);
    std::string out;
    while (zigzag >= 0x80) {
        out += static_cast<char>(zigzag | 0x80);
        zigzag >>= 7;
    }
    return out += static_cast<char>(zigzag);
}

inline std::string avroText(std::string_view text)
{
    return avroLong(static_cast<int64_t>(text.size())) + std::string(text);
}

inline std::string avroDouble(double value)
{
    return {reinterpret_cast<const char *>(&value), sizeof value};
}

inline std::string deflated(std::string_view data)
{
    z_stream stream = {};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, data.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(data.data()));
    stream.avail_in = static_cast<uInt>(data.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

inline std::string snapped(std::string_view data)
{
    std::string out;
    snappy::Compress(data.data(), data.size(), &out);
    const uLong sum = crc32(0, reinterpret_cast<const Bytef *>(data.data()), static_cast<uInt>(data.size()));
    for (const int shift : {24, 16, 8, 0})
        out += static_cast<char>(sum >> shift);
    return out;
}

// An Avro object container, block by block.
class AvroContainerBuilder
{
public:
    explicit AvroContainerBuilder(std::string_view schema, std::string_view codec = "null")
        : bytes("Obj\x01", 4), m_codec(codec)
    {
        bytes += avroLong(2) + avroText("avro.schema") + avroText(schema) + avroText("avro.codec") + avroText(codec) + avroLong(0) + kSync;
    }
    void block(int64_t records, std::string_view data)
    {
        packedBlock(records, m_codec == "deflate" ? deflated(data) : m_codec == "snappy" ? snapped(data) : std::string(data));
    }
    void packedBlock(int64_t records, std::string_view packed) { bytes += avroLong(records) + avroText(packed) + kSync; }

    std::string bytes;

private:
    static constexpr const char *kSync = "sixteen bytes...";
    std::string m_codec;
};

} // namespace tocsin::test
