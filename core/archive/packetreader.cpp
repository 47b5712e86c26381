// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/packetreader.h"

#include "core/archive/sqliteschema.h"

#include <QCoreApplication>
#include <QScopeGuard>
#include <QSqlError>
#include <QVariant>

#include <fcntl.h>
#include <unistd.h>

namespace tocsin::archive {

using namespace Qt::StringLiterals;

PacketReader::~PacketReader()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

Result<StoredPacket> PacketReader::read(int64_t row)
{
    Result<SegmentRecord> record = readRecord(row);
    if (!record)
        return record.error();
    return std::move(record.value().packet);
}

Result<SegmentRecord> PacketReader::readRecord(int64_t row)
{
    const Result<Place> place = lookUp(row);
    if (!place)
        return place.error();
    Result<SegmentRecord> packet = readAt(place.value());
    if (packet)
        return packet;
    const Result<Place> now = lookUp(row);
    if (!now)
        return now.error();
    return now.value() == place.value() ? packet : readAt(now.value());
}

Result<PacketReader::Place> PacketReader::lookUp(int64_t row)
{
    if (!m_lookUp) {
        m_lookUp = std::make_unique<QSqlQuery>(m_db);
        m_lookUp->setForwardOnly(true);
        m_lookUp->prepare(u"SELECT g.path, a.place, a.size, l.topic, s.registry FROM alerts a LEFT JOIN segments g ON g.id = a.segment "
                         "JOIN lanes l ON l.id = a.lane LEFT JOIN streams s ON s.id = a.stream WHERE a.row = ?"_s);
    }
    QSqlQuery &query = *m_lookUp;
    const auto done = qScopeGuard([&query] { query.finish(); }); // a statement left open keeps SQLite's log from being shortened
    query.bindValue(0, qlonglong(row));
    if (!query.exec())
        return sqlError(u"packet"_s, query.lastError().text());
    if (!query.next())
        return Error{.kind = ErrorKind::NotFound,
                     .message = QCoreApplication::translate("archive", "Row %1 is not in the archive any more.").arg(row),
                     .remedy = QCoreApplication::translate("archive", "The oldest unmarked rows go when the archive's quota is reached.")};
    const QString path = query.value(0).toString();
    if (path.isEmpty())
        return Error{.kind = ErrorKind::NotFound,
                     .message = QCoreApplication::translate("archive", "The packet of row %1 is lost: its file was missing when the quota was reached.").arg(row)};
    return Place{path, query.value(1).toLongLong(), query.value(2).toLongLong(), query.value(3).toString().toStdString(), query.value(4).toString().toStdString()};
}

Result<SegmentRecord> PacketReader::readAt(const Place &place)
{
    if (m_found)
        m_found();
    if (place.path != m_openPath || m_fd < 0) {
        if (m_fd >= 0)
            ::close(m_fd);
        m_fd = ::open((m_folder + u'/' + place.path).toLocal8Bit().constData(), O_RDONLY | O_CLOEXEC);
        m_openPath = place.path;
    }
    Result<SegmentRecord> record = SegmentRecord::read(m_fd, place.place, place.size);
    if (record) {
        record.value().packet.topic = place.topic;
        record.value().packet.registry = place.registry;
    }
    return record;
}

} // namespace tocsin::archive
