// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/domain/packet.h"

#include <QString>

#include <sys/uio.h>

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin::archive {

// Where a stored message came from. It lies beside the message itself, so that an index that is lost can be made anew from
// the packets alone.
struct RecordOrigin {
    Lane lane;
    StreamRef stream;
    int64_t position = -1;
    std::string messageId;
    UtcTime brokerTime;
    UtcTime received;
};

// The record format of segment files: 24 bytes (magic, size of the rest, XXH3-64 of the rest, size of key, size of
// headers), then key, headers, value. Little-endian. Headers: for each, length and bytes of name and value. In "TSG2" the
// last header is no header of the message but its origin; "TSG1", from before there were any, has none.
struct SegmentRecord {
    static constexpr uint32_t kMagic = 0x31475354; // "TSG1"
    static constexpr uint32_t kMagicWithOrigin = 0x32475354; // "TSG2"
    static constexpr int64_t kHeadSize = 24;
    static constexpr int64_t kMostSize = int64_t{1} << 31;

    StoredPacket packet;
    std::optional<RecordOrigin> origin;

    // A record that was checked: views into its bytes.
    struct View {
        std::string_view key;
        std::string_view headers; // packed, the origin among them
        std::string_view value;
        bool hasOrigin = false;

        // The message's and, where it has one, the origin as the last. False: they are cut.
        bool unpackHeaders(Headers &out) const;
    };
    [[nodiscard]] static Result<View> check(std::string_view bytes);

    // Reads and checks the record at `place`; the error says what is wrong with it.
    [[nodiscard]] static Result<SegmentRecord> read(int fd, int64_t place, int64_t size);
    // The same as it lies in the file, for SegmentFile::addRaw().
    [[nodiscard]] static Result<std::string> readRaw(int fd, int64_t place, int64_t size);
    // The bytes of exactly one record.
    [[nodiscard]] static Result<SegmentRecord> parse(std::string_view bytes);
    // The size of the record that may begin with these 24 bytes; 0: none does.
    [[nodiscard]] static int64_t sizeFrom(std::string_view head);
};

// The sentences for a file that cannot be used, from errno.
[[nodiscard]] Error fileError(const QString &path, int number);

// Appends records to one file, straight from the packets' views. A write that fails is cut off again. Used on the
// archive's thread only; owns the descriptor.
class SegmentFile
{
public:
    SegmentFile() = default;
    ~SegmentFile();
    SegmentFile(const SegmentFile &) = delete;
    SegmentFile &operator=(const SegmentFile &) = delete;

    // Opens or makes the file and cuts it to `size`: what lies behind was never indexed.
    [[nodiscard]] Outcome open(const QString &path, int64_t size);
    void close();
    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }
    [[nodiscard]] int64_t size() const { return m_size; } // with what is gathered

    struct Span {
        int64_t place = 0;
        int64_t size = 0;
    };
    // Gathers; the packet's memory must live until write().
    Span add(const Packet &packet);
    Span addRaw(std::string_view record); // a record of another segment; its memory must live as long
    // Writes and syncs what is gathered. On failure the file is as before.
    [[nodiscard]] Outcome write();
    void forget(); // drops what is gathered
    void cut(int64_t size); // what lies behind was written and not indexed

private:
    struct Head {
        uint32_t magic;
        uint32_t bodySize;
        uint64_t hash;
        uint32_t keySize;
        uint32_t headersSize;
    };
    static_assert(sizeof(Head) == SegmentRecord::kHeadSize);

    int m_fd = -1;
    QString m_path;
    int64_t m_written = 0;
    int64_t m_size = 0;
    std::deque<Head> m_heads; // stable addresses
    std::deque<std::string> m_headers;
    std::vector<iovec> m_parts;
};

} // namespace tocsin::archive
