// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/decoders/fieldpick.h"

#include <QSqlDatabase>
#include <QString>

#include <functional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

struct sqlite3;

namespace tocsin::archive {

// Reads the packets of many rows for those who want a few fields of each: one statement for all, whole stretches of the
// segments at a time, each message decoded once however many records it holds, and of its tree only what was asked for.
// Lives on the thread of its connection; beside the index it holds a stretch of a segment.
class PacketScan
{
public:
    // `reader` is asked for a packet that moved away meanwhile; null: then it cannot be had.
    PacketScan(QString folder, QSqlDatabase &db, Reader *reader, decoders::FieldPick pick);
    ~PacketScan();
    PacketScan(const PacketScan &) = delete;
    PacketScan &operator=(const PacketScan &) = delete;

    // Told the place in `rows`, the fields (null: the packet cannot be had, or holds no such record), and whether the packet is
    // damaged or lost.
    using Take = std::function<void(size_t index, const decoders::FieldTree *fields, bool unread)>;
    // Visits ascending rows, a few thousand at most, in the order in which their packets lie; those that are gone are left out.
    [[nodiscard]] Outcome visit(std::span<const int64_t> rows, const Take &take);

private:
    struct Place {
        size_t index = 0;
        int64_t segment = 0; // 0: lost
        int64_t place = 0;
        int64_t size = 0;
        int64_t lane = 0;
        int64_t stream = 0;
        size_t record = 0;
    };
    [[nodiscard]] Outcome readPlaces(std::span<const int64_t> rows);
    [[nodiscard]] Outcome readNames();
    // The bytes of m_places[at]; empty: they cannot be read.
    [[nodiscard]] std::string_view bytesOf(size_t at);
    [[nodiscard]] bool openSegment(int64_t segment);
    void decode(const Place &place, std::string_view bytes, int64_t row);

    const QString m_folder;
    QSqlDatabase &m_db;
    Reader *const m_reader;
    const decoders::FieldPick m_pick;

    std::vector<Place> m_places;
    std::unordered_map<int64_t, QString> m_paths; // of segments
    std::unordered_map<int64_t, std::string> m_topics; // of lanes
    std::unordered_map<int64_t, std::string> m_registries; // of streams
    int m_fd = -1;
    int64_t m_open = 0;
    std::vector<char> m_buffer;
    int64_t m_bufferBegin = 0;
    int64_t m_bufferSize = 0;
    std::vector<decoders::FieldTree> m_trees; // of the message at hand
    Headers m_headers; // of the packet that is read
    bool m_unread = false; // and whether it could not be read
};

} // namespace tocsin::archive
