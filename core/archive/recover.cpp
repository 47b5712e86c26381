// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/recover.h"

#include "core/archive/columnfiles.h"
#include "core/archive/filelock.h"
#include "core/archive/reindex.h"
#include "core/archive/salvage.h"
#include "core/archive/sqliteschema.h"
#include "core/archive/sqlitestop.h"
#include "core/base/logging.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>
#include <QSqlError>
#include <QSqlQuery>
#include <QStorageInfo>
#include <QVariant>
#include <QtEndian>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

namespace tocsin::archive {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kReserve = 64ll << 20;
constexpr qint64 kPiece = 4ll << 20; // of the copy, between two looks at whether to go on
// How much of the work each step has done when it ends: what the person sees.
constexpr double kCopied = 0.05;
constexpr double kSalvaged = 0.45;
constexpr double kReindexed = 0.95;

Error cannotMove(const QString &name)
{
    return {.kind = ErrorKind::Archive,
            .message = QCoreApplication::translate("archive", "%1 cannot be moved or written.").arg(name),
            .remedy = QCoreApplication::translate("archive", "Check the rights of the archive's folder and run “tocsin archive recover” again; nothing is lost.")};
}

// Names are on the disk when this returns.
void syncFolder(const QString &folder)
{
    const int fd = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_CLOEXEC | O_DIRECTORY);
    if (fd < 0)
        return;
    (void)::fsync(fd);
    ::close(fd);
}

// One run. The folder `recovering` holds all that is made: `old` (a copy to read from), `index.sqlite` (the new one), and in
// the end `ready` with the name that the old index gets: from then on only files are moved.
class Recovery
{
public:
    Recovery(const RecoverSettings &settings, RecoverReport &report) : m_settings(settings), m_report(report), m_work(recoveryFolder(settings.folder)) {}

    Outcome run()
    {
        if (!QFile::exists(m_work + u"/ready"_s)) {
            if (isSound()) {
                m_report.wasSound = true;
                return Done{};
            }
            if (m_stopped)
                return stoppedBeforeTheEnd();
            QDir(m_work).removeRecursively();
            if (const Outcome enough = checkSpace(); !enough)
                return enough;
            if (const Outcome made = makeIndex(); !made) {
                if (!m_stopped)
                    return made;
                QDir(m_work).removeRecursively();
                return stoppedBeforeTheEnd();
            }
            reached("made");
            if (const Outcome ready = sayReady(); !ready)
                return ready;
        }
        return moveFiles();
    }

private:
    [[nodiscard]] QString indexFile() const { return m_settings.folder + u"/index.sqlite"_s; }

    [[nodiscard]] qint64 indexSize() const { return QFileInfo(indexFile()).size() + QFileInfo(indexFile() + u"-wal"_s).size(); } // with its log

    void reached(const char *step) const
    {
        if (m_settings.reached)
            m_settings.reached(step);
    }

    void say(const QString &sentence) const
    {
        if (m_settings.say)
            m_settings.say(sentence);
    }

    [[nodiscard]] bool goOn(double fraction)
    {
        m_fraction = std::max(m_fraction, fraction);
        m_stopped = m_stopped || (m_settings.goOn && !m_settings.goOn(m_fraction));
        return !m_stopped;
    }

    [[nodiscard]] bool isSound()
    {
        Result<OpenedIndex> opened = openIndex(m_settings.folder, false);
        if (!opened)
            return false;
        bool sound = false;
        {
            const SqliteStop stop(opened.value().db, [this] { return goOn(0); });
            QSqlQuery query(opened.value().db);
            sound = query.exec(u"PRAGMA integrity_check(1)"_s) && query.next() && query.value(0).toString() == u"ok"
                && query.exec(u"SELECT count(*) FROM alerts, segments, positions WHERE 0"_s);
        }
        closeIndex(opened.value().db);
        return sound;
    }

    // The copy, and the new index with its log.
    Outcome checkSpace() const
    {
        const qint64 needed = 3 * indexSize() + kReserve;
        const qint64 free = m_settings.freeBytes >= 0 ? m_settings.freeBytes : QStorageInfo(m_settings.folder).bytesAvailable();
        const QLocale locale;
        if (free < needed)
            return Error{.kind = ErrorKind::Archive,
                         .message = QCoreApplication::translate("archive", "Recovering needs up to %1 of free space; %2 are there.")
                                        .arg(locale.formattedDataSize(needed), locale.formattedDataSize(free)),
                         .remedy = QCoreApplication::translate("archive", "Nothing was changed. Free some space on the archive's disk.")};
        say(QCoreApplication::translate("archive", "Up to %1 of free space is used; %2 is there.").arg(locale.formattedDataSize(needed), locale.formattedDataSize(free)));
        return Done{};
    }

    Outcome makeIndex()
    {
        const QString old = m_work + u"/old/index.sqlite"_s;
        if (!QDir().mkpath(m_work + u"/old"_s))
            return cannotMove(m_work);
        if (const Outcome copied = copyOld(old); !copied)
            return copied;
        if (const Outcome known = checkVersion(old); !known)
            return known;
        Result<OpenedIndex> opened = openIndex(m_work, true);
        if (!opened)
            return opened.error();
        const Outcome done = fill(opened.value().db, old);
        closeIndex(opened.value().db);
        return done;
    }

    // In pieces: an index of many gigabytes takes minutes, and whoever waits may think again.
    Outcome copyOld(const QString &old)
    {
        qint64 done = 0;
        const auto all = static_cast<double>(std::max<qint64>(1, indexSize()));
        for (const QString &ending : {QString(), u"-wal"_s}) {
            QFile from(indexFile() + ending);
            if (!from.exists())
                continue;
            QFile to(old + ending);
            if (!from.open(QIODevice::ReadOnly) || !to.open(QIODevice::WriteOnly))
                return cannotMove(to.fileName());
            QByteArray piece(kPiece, Qt::Uninitialized);
            for (;;) {
                const qint64 size = from.read(piece.data(), kPiece);
                if (size < 0 || to.write(piece.constData(), size) != size)
                    return cannotMove(to.fileName());
                if (size == 0)
                    break;
                done += size;
                if (!goOn(kCopied * std::min(1.0, static_cast<double>(done) / all)))
                    return stoppedBeforeTheEnd();
            }
            if (!to.flush())
                return cannotMove(to.fileName());
        }
        return goOn(kCopied) ? Outcome(Done{}) : Outcome(stoppedBeforeTheEnd());
    }

    // By the header alone: it may be all that there is.
    Outcome checkVersion(const QString &old) const
    {
        QFile file(old);
        QByteArray head = file.open(QIODevice::ReadOnly) ? file.read(100) : QByteArray();
        const auto version = head.startsWith("SQLite format 3") && head.size() == 100 ? qFromBigEndian<qint32>(head.constData() + 60) : 0;
        if (version > schemaVersion() && version < 1'000)
            return Error{.kind = ErrorKind::Archive,
                         .message = QCoreApplication::translate("archive", "This archive was written by a newer Tocsin (schema %1; this one knows %2).")
                                        .arg(version)
                                        .arg(schemaVersion()),
                         .remedy = QCoreApplication::translate("archive", "Install the newer version; nothing was changed.")};
        return Done{};
    }

    Outcome fill(QSqlDatabase &db, const QString &old)
    {
        const auto exec = [&db](const QString &sql) -> Outcome {
            QSqlQuery query(db);
            if (!query.exec(sql))
                return sqlError(sql.left(60), query.lastError().text());
            return Done{};
        };
        // Nobody needs half of it after a power cut.
        if (const Outcome done = exec(u"PRAGMA synchronous = OFF"_s); !done)
            return done;
        const SqliteStop stop(db, [this] { return goOn(0); });
        Salvage salvage(db, old, firstPageFile(m_settings.folder), [this](double done) { return goOn(kCopied + done * (kSalvaged - kCopied)); });
        if (const Outcome done = salvage.run(); !done)
            return done;
        if (m_stopped)
            return stoppedBeforeTheEnd(); // what could not be read was perhaps only stopped
        m_report.rowsRead = salvage.rows();
        say(QCoreApplication::translate("archive", "%1 rows could be read from the old index.").arg(salvage.rows()));
        // Numbers are never used again: targets and logs point at them. The column files tell it where nothing else does.
        const qint64 highest = std::max<qint64>(salvage.highestRow(), columnRows(m_settings.folder));
        QSqlQuery query(db);
        if (!query.exec(u"DELETE FROM sqlite_sequence WHERE name = 'alerts'"_s)
            || !query.exec(u"INSERT INTO sqlite_sequence (name, seq) VALUES ('alerts', %1)"_s.arg(highest)))
            return sqlError(u"numbers"_s, query.lastError().text());
        query.finish();
        {
            Reindex reindex(db, m_settings, m_report, [this](double done) { return goOn(kSalvaged + done * (kReindexed - kSalvaged)); });
            if (const Outcome done = reindex.run(); !done)
                return done;
        }
        for (const QString &sql : {u"DROP TABLE lost"_s, u"PRAGMA synchronous = FULL"_s, u"PRAGMA wal_checkpoint(TRUNCATE)"_s}) {
            if (const Outcome done = exec(sql); !done)
                return done;
        }
        if (!query.exec(u"PRAGMA integrity_check(1)"_s) || !query.next() || query.value(0).toString() != u"ok")
            return sqlError(u"new index"_s, query.lastError().text() + query.value(0).toString());
        return Done{};
    }

    static qint64 columnRows(const QString &folder)
    {
        ColumnReader columns;
        return columns.open(folder) ? columns.complete() : 0;
    }

    Outcome sayReady()
    {
        // The new index was written without syncing on the way.
        const int fd = ::open(QFile::encodeName(m_work + u"/index.sqlite"_s).constData(), O_RDWR | O_CLOEXEC);
        const bool synced = fd >= 0 && ::fsync(fd) == 0;
        if (fd >= 0)
            ::close(fd);
        QSaveFile ready(m_work + u"/ready"_s);
        // Two recoveries may come within a second.
        const QString date = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'hhmmss"_s);
        const auto taken = [this](const QString &one) {
            const QString path = m_settings.folder + u'/' + one;
            return QFile::exists(path) || QFile::exists(path + u"-wal"_s);
        };
        QString name = u"index-damaged-%1.sqlite"_s.arg(date);
        for (int more = 2; taken(name); ++more)
            name = u"index-damaged-%1-%2.sqlite"_s.arg(date).arg(more);
        if (!synced || !ready.open(QIODevice::WriteOnly) || ready.write(name.toLatin1()) < 0 || !ready.commit())
            return cannotMove(ready.fileName());
        syncFolder(m_work);
        reached("ready");
        return Done{};
    }

    // Every step may have been done by a run that died.
    Outcome moveFiles()
    {
        QFile ready(m_work + u"/ready"_s);
        if (!ready.open(QIODevice::ReadOnly))
            return cannotMove(ready.fileName());
        const QString name = m_settings.folder + u'/' + QString::fromLatin1(ready.readAll());
        const QString made = m_work + u"/index.sqlite"_s;
        if (QFile::exists(made)) {
            // The log first: it must never lie beside an index that it does not belong to.
            for (const QString &ending : {u"-wal"_s, QString()}) {
                if (QFile::exists(indexFile() + ending) && !QFile::rename(indexFile() + ending, name + ending))
                    return cannotMove(name + ending);
                reached("moved");
            }
            QFile::remove(indexFile() + u"-shm"_s);
            if (!QFile::rename(made, indexFile()))
                return cannotMove(indexFile());
            syncFolder(m_settings.folder);
            reached("placed");
        }
        if (QFile::exists(name))
            m_report.oldIndex = name;
        QDir(columnFolder(m_settings.folder)).removeRecursively(); // of other rows; made anew
        QFile::remove(firstPageFile(m_settings.folder)); // the next start keeps the new one's
        if (!QDir(m_work).removeRecursively())
            return cannotMove(m_work);
        return Done{};
    }

    const RecoverSettings &m_settings;
    RecoverReport &m_report;
    const QString m_work;
    double m_fraction = 0;
    bool m_stopped = false;
};

} // namespace

bool recoveryHelps(const Error &error)
{
    // The command is never translated; whoever names it as the remedy is of this opinion.
    return error.kind == ErrorKind::Archive && error.remedy.contains(u"tocsin archive recover"_s);
}

Result<RecoverReport> recoverArchive(const RecoverSettings &settings)
{
    if (!QFileInfo(settings.folder).isDir())
        return Error{.kind = ErrorKind::NotFound,
                     .message = QCoreApplication::translate("archive", "There is no archive in %1 yet.").arg(settings.folder),
                     .remedy = QCoreApplication::translate("archive", "Listen to a stream first.")};
    FileLock gate;
    if (!gate.tryLock(gatePath(settings.folder))) {
        const QStringList writers = writersOf(settings.folder);
        return Error{.kind = ErrorKind::Archive,
                     .message = writers.isEmpty()
                         ? QCoreApplication::translate("archive", "The archive in %1 is in use, or cannot be written.").arg(settings.folder)
                         : QCoreApplication::translate("archive", "The archive in %1 is in use by another Tocsin (process %2).").arg(settings.folder, writers.join(u", "_s)),
                     .remedy = QCoreApplication::translate("archive", "Close the window, end every “tocsin listen”, and recover it then.")};
    }
    RecoverReport report;
    if (const Outcome done = Recovery(settings, report).run(); !done)
        return done.error();
    return report;
}

} // namespace tocsin::archive
