// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/fits/bytestream.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace tocsin::decoders {

struct ByteStream::Inflater {
    z_stream stream{};
    bool ended = false; // with the last member

    ~Inflater() { inflateEnd(&stream); }
};

ByteStream::ByteStream(std::string_view bytes, uint64_t most) : m_bytes(bytes), m_left(most)
{
    if (bytes.size() > 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b') {
        m_inflater = std::make_unique<Inflater>();
        if (inflateInit2(&m_inflater->stream, 15 + 16) != Z_OK)
            m_error = "could not be unpacked";
    }
    rewind();
}

ByteStream::~ByteStream() = default;

void ByteStream::rewind()
{
    m_at = 0;
    if (!m_inflater || !m_error.empty())
        return;
    z_stream &stream = m_inflater->stream;
    if (inflateReset(&stream) != Z_OK)
        m_error = "could not be unpacked";
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(m_bytes.data()));
    stream.avail_in = static_cast<uInt>(std::min<size_t>(m_bytes.size(), UINT32_MAX));
    m_inflater->ended = false;
}

size_t ByteStream::read(char *to, size_t bytes)
{
    if (!m_error.empty())
        return 0;
    size_t read = 0;
    if (m_inflater) {
        read = unpack(to, bytes);
    } else {
        read = std::min(bytes, m_bytes.size() - m_at);
        std::memcpy(to, m_bytes.data() + m_at, read);
        m_at += read;
    }
    if (read > m_left) {
        m_error = "unpacks to more than is allowed";
        return 0;
    }
    m_left -= read;
    return read;
}

size_t ByteStream::unpack(char *to, size_t bytes)
{
    z_stream &stream = m_inflater->stream;
    size_t done = 0;
    while (done < bytes && !m_inflater->ended) {
        const auto want = static_cast<uInt>(std::min<size_t>(bytes - done, 1u << 20));
        stream.next_out = reinterpret_cast<Bytef *>(to + done);
        stream.avail_out = want;
        const int result = inflate(&stream, Z_NO_FLUSH);
        done += want - stream.avail_out;
        if (result == Z_STREAM_END) {
            m_inflater->ended = stream.avail_in == 0;
            if (!m_inflater->ended && inflateReset(&stream) != Z_OK)
                m_error = "is damaged gzip";
        } else if (result != Z_OK) {
            m_error = result == Z_BUF_ERROR ? "is cut short" : "is damaged gzip";
        }
        if (!m_error.empty())
            break;
    }
    return done;
}

bool ByteStream::skip(uint64_t bytes)
{
    if (!m_inflater && bytes <= m_bytes.size() - m_at) {
        m_at += static_cast<size_t>(bytes);
        return true;
    }
    std::array<char, 1 << 16> room;
    while (bytes > 0) {
        const size_t read = this->read(room.data(), static_cast<size_t>(std::min<uint64_t>(bytes, room.size())));
        if (read == 0)
            return false;
        bytes -= read;
    }
    return true;
}

bool ByteStream::drain()
{
    std::array<char, 1 << 16> room;
    while (m_inflater && read(room.data(), room.size()) > 0) {
    }
    return m_error.empty();
}

} // namespace tocsin::decoders
