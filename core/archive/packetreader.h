// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <memory>

namespace tocsin::archive {

// Reads the packet of a row out of its segment, which stays open for the next one. Lives on the thread of its connection, and
// ends before it.
class PacketReader
{
public:
    PacketReader(QString folder, QSqlDatabase &db) : m_folder(std::move(folder)), m_db(db) {}
    ~PacketReader();
    PacketReader(const PacketReader &) = delete;
    PacketReader &operator=(const PacketReader &) = delete;

    [[nodiscard]] Result<StoredPacket> read(int64_t row);

private:
    const QString m_folder;
    QSqlDatabase &m_db;
    std::unique_ptr<QSqlQuery> m_place;
    QString m_openPath;
    int m_fd = -1;
};

} // namespace tocsin::archive
