// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/packetreader.h"

#include "core/archive/segmentfile.h"
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
    if (!m_place) {
        m_place = std::make_unique<QSqlQuery>(m_db);
        m_place->setForwardOnly(true);
        m_place->prepare(u"SELECT g.path, a.place, a.size, l.topic FROM alerts a LEFT JOIN segments g ON g.id = a.segment JOIN lanes l ON l.id = a.lane "
                          "WHERE a.row = ?"_s);
    }
    QSqlQuery &query = *m_place;
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
    if (path != m_openPath) {
        if (m_fd >= 0)
            ::close(m_fd);
        m_fd = ::open((m_folder + u'/' + path).toLocal8Bit().constData(), O_RDONLY | O_CLOEXEC);
        m_openPath = path;
    }
    Result<StoredPacket> packet = SegmentRecord::read(m_fd, query.value(1).toLongLong(), query.value(2).toLongLong());
    if (packet)
        packet.value().topic = query.value(3).toString().toStdString();
    return packet;
}

} // namespace tocsin::archive
