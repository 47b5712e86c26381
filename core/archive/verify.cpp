// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/verify.h"

#include "core/archive/recover.h"
#include "core/archive/segmentfile.h"
#include "core/archive/sqliteschema.h"
#include "core/archive/sqlitestop.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <fcntl.h>
#include <unistd.h>

namespace tocsin::archive {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostComplaints = 100;

void complain(VerifyReport &report, const QString &sentence)
{
    if (report.complaints.size() < kMostComplaints)
        report.complaints.push_back(sentence);
}

Result<VerifyReport> verify(QSqlDatabase &db, const QString &folder, const std::function<bool(qint64, qint64)> &progress)
{
    VerifyReport report;
    bool stopped = false;
    const SqliteStop stop(db, [&] {
        stopped = stopped || (progress && !progress(report.packets, report.rows));
        return !stopped;
    });
    QSqlQuery query(db);
    query.setForwardOnly(true);
    const auto failed = [&](const QString &doing) { return stopped ? stoppedBeforeTheEnd() : sqlError(doing, query.lastError().text()); };
    if (!query.exec(u"PRAGMA integrity_check(20)"_s))
        return failed(u"integrity_check"_s);
    while (query.next()) {
        if (const QString line = query.value(0).toString(); line != "ok"_L1) {
            report.indexDamaged = true;
            complain(report, QCoreApplication::translate("archive", "Index: %1").arg(line));
        }
    }
    if (stopped)
        return stoppedBeforeTheEnd();
    if (report.indexDamaged)
        return report; // what it says of the packets cannot be trusted
    if (!query.exec(u"SELECT count(*) FROM alerts"_s) || !query.next())
        return failed(u"count"_s);
    report.rows = query.value(0).toLongLong();
    if (!query.exec(u"SELECT a.row, g.path, a.place, a.size FROM alerts a LEFT JOIN segments g ON g.id = a.segment "
                    "WHERE a.record = 0 ORDER BY a.segment, a.place"_s))
        return failed(u"packets"_s);
    QString open;
    int fd = -1;
    while (query.next()) {
        const QString path = query.value(1).toString();
        if (path != open) {
            if (fd >= 0)
                ::close(fd);
            fd = path.isEmpty() ? -1 : ::open((folder + u'/' + path).toLocal8Bit().constData(), O_RDONLY | O_CLOEXEC);
            open = path;
        }
        ++report.packets;
        report.bytes += query.value(3).toLongLong();
        const Result<SegmentRecord> packet = SegmentRecord::read(fd, query.value(2).toLongLong(), query.value(3).toLongLong());
        if (!packet) {
            ++report.damaged;
            complain(report, QCoreApplication::translate("archive", "Row %1, %2: %3").arg(query.value(0).toString(), path, packet.error().message));
        }
        if (progress && report.packets % 1'000 == 0 && !progress(report.packets, report.rows)) {
            if (fd >= 0)
                ::close(fd);
            return stoppedBeforeTheEnd();
        }
    }
    if (fd >= 0)
        ::close(fd);
    if (stopped)
        return stoppedBeforeTheEnd(); // within a step of SQLite's
    return report;
}

} // namespace

Result<VerifyReport> verifyArchive(const QString &folder, const std::function<bool(qint64, qint64)> &progress)
{
    Result<OpenedIndex> opened = openIndex(folder, false);
    if (!opened)
        return opened.error();
    Result<VerifyReport> report = verify(opened.value().db, folder, progress);
    closeIndex(opened.value().db);
    return report;
}

Result<QString> checkIndex(const QString &folder, const std::function<bool()> &goOn)
{
    Result<OpenedIndex> opened = openIndex(folder, false);
    if (!opened)
        return recoveryHelps(opened.error()) ? Result<QString>(opened.error().detail) : Result<QString>(opened.error());
    const auto check = [&](QSqlDatabase &db) -> Result<QString> {
        bool stopped = false;
        const SqliteStop stop(db, [&] {
            stopped = stopped || (goOn && !goOn());
            return !stopped;
        });
        QSqlQuery query(db);
        QStringList complaints;
        const bool ran = query.exec(u"PRAGMA integrity_check(3)"_s);
        while (ran && query.next()) {
            if (const QString line = query.value(0).toString(); line != "ok"_L1)
                complaints << line;
        }
        if (stopped)
            return stoppedBeforeTheEnd();
        if (const QSqlError error = query.lastError(); error.isValid())
            return meansDamage(error.databaseText()) ? Result<QString>(error.databaseText()) : Result<QString>(sqlError(u"integrity_check"_s, error.text()));
        return complaints.join(u'\n');
    };
    Result<QString> complaint = check(opened.value().db);
    closeIndex(opened.value().db);
    return complaint;
}

} // namespace tocsin::archive
