// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace tocsin::decoders {

// The bytes of a message from the begin to the end, as often as wanted; gzip (all members) is unpacked on the way and never
// held as a whole. All passes together give no more than `most` bytes. A view: the message must outlive it. One thread.
class ByteStream
{
public:
    ByteStream(std::string_view bytes, uint64_t most);
    ~ByteStream();
    ByteStream(const ByteStream &) = delete;
    ByteStream &operator=(const ByteStream &) = delete;

    void rewind();
    // Fewer than asked for only at the end or where something is wrong: then error() says it.
    [[nodiscard]] size_t read(char *to, size_t bytes);
    [[nodiscard]] bool skip(uint64_t bytes);
    // To the end of the message: damage behind what was needed is told as well.
    [[nodiscard]] bool drain();
    [[nodiscard]] const std::string &error() const { return m_error; }

private:
    struct Inflater;
    [[nodiscard]] size_t unpack(char *to, size_t bytes);

    std::string_view m_bytes;
    uint64_t m_left; // of `most`
    size_t m_at = 0; // in plain bytes
    std::unique_ptr<Inflater> m_inflater; // of packed ones
    std::string m_error;
};

} // namespace tocsin::decoders
