// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/avroschema.h"

#include <functional>
#include <string>
#include <string_view>

namespace tocsin::decoders {

[[nodiscard]] inline bool isAvroContainer(std::string_view bytes)
{
    return bytes.starts_with(std::string_view("Obj\x01", 4));
}

// An Avro object container (protocols.md 0.3): header, then blocks in the codec null, deflate or snappy. Reads the header
// when made, then block by block; unpacking is bounded (decisions.md 19). Views into the packet or into its own buffer.
class AvroContainer
{
public:
    explicit AvroContainer(std::string_view bytes);

    [[nodiscard]] const std::string &error() const { return m_error; }
    [[nodiscard]] std::string_view schemaText() const { return m_schema; }
    [[nodiscard]] std::string_view codec() const { return m_codec; }

    struct Block {
        int64_t records = 0;
        std::string_view data; // unpacked; valid until the next block
    };
    // False at the end or on an error.
    bool next(Block &block);
    // What was odd and yet readable: a sync marker that differs.
    [[nodiscard]] const std::string &problem() const { return m_problem; }

private:
    bool unpack(std::string_view packed, std::string_view &data);
    // Judges all blocks so far together: many small bombs are a large one.
    bool tooMuch(size_t unpacked);
    bool inflate(std::string_view packed);
    bool unsnap(std::string_view packed);

    std::string_view m_bytes;
    size_t m_at = 0;
    std::string_view m_schema;
    std::string_view m_codec = "null";
    std::string_view m_sync;
    std::string m_error;
    std::string m_problem;
    std::string m_buffer;
    size_t m_blocks = 0;
    size_t m_packedTotal = 0; // the present block included
    size_t m_unpackedTotal = 0; // of the blocks before
};

} // namespace tocsin::decoders
