// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/segmentfile.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <functional>
#include <memory>
#include <string>

namespace tocsin::archive {

// Reads the packet of a row out of its segment, which stays open for the next one. A packet that compaction moves between the
// look-up and the reading is looked up again. Lives on the thread of its connection, and
// ends before it.
class PacketReader
{
public:
    // `found` is told between look-up and reading: tests move the packet there.
    PacketReader(QString folder, QSqlDatabase &db, std::function<void()> found = {}) : m_folder(std::move(folder)), m_db(db), m_found(std::move(found)) {}
    ~PacketReader();
    PacketReader(const PacketReader &) = delete;
    PacketReader &operator=(const PacketReader &) = delete;

    [[nodiscard]] Result<StoredPacket> read(int64_t row);
    // With where it came from, as far as its record tells.
    [[nodiscard]] Result<SegmentRecord> readRecord(int64_t row);

private:
    struct Place {
        QString path;
        qint64 place = 0;
        qint64 size = 0;
        std::string topic;
        std::string registry;

        friend bool operator==(const Place &, const Place &) = default;
    };
    [[nodiscard]] Result<Place> lookUp(int64_t row);
    [[nodiscard]] Result<SegmentRecord> readAt(const Place &place);

    const QString m_folder;
    QSqlDatabase &m_db;
    const std::function<void()> m_found;
    std::unique_ptr<QSqlQuery> m_lookUp;
    QString m_openPath;
    int m_fd = -1;
};

} // namespace tocsin::archive
