// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/sqliteschema.h"

#include "core/base/logging.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>

#include <sqlite3.h>
#include <sys/vfs.h>

#include <atomic>

static void initArchiveResources()
{
    Q_INIT_RESOURCE(sql); // a static library's resources are not there by themselves
}

namespace tocsin::archive {

using namespace Qt::StringLiterals;

namespace {

// Statements of a step: comments go, `;` at a line's end separates.
QStringList statements(const QString &text)
{
    QString bare;
    for (const QString &line : text.split(u'\n')) {
        const qsizetype comment = line.indexOf(u"--");
        bare += (comment < 0 ? line : line.first(comment)) + u'\n';
    }
    QStringList list;
    for (const QString &statement : bare.split(u';')) {
        if (!statement.trimmed().isEmpty())
            list.push_back(statement.trimmed());
    }
    return list;
}

Outcome run(QSqlDatabase &db, const QString &sql)
{
    QSqlQuery query(db);
    if (!query.exec(sql))
        return sqlError(sql.left(60), query.lastError().text());
    return Done{};
}

Result<int> readVersion(QSqlDatabase &db, const QString &path)
{
    QSqlQuery query(db);
    if (query.exec(u"PRAGMA user_version"_s) && query.next())
        return query.value(0).toInt();
    const QSqlError why = query.lastError();
    const int code = why.nativeErrorCode().toInt() & 0xff; // without the extended part
    if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT)
        return Error{.kind = ErrorKind::Archive,
                     .message = QCoreApplication::translate("archive", "%1 is damaged or no archive: %2.").arg(path, why.text()),
                     .remedy = QCoreApplication::translate("archive", "It was not changed. Move it away to begin a new one.")};
    Error error = sqlError(path, why.text());
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
        error.message = QCoreApplication::translate("archive", "The archive %1 is busy: another program has it locked.").arg(path);
    return error;
}

int userVersion(QSqlDatabase &db)
{
    const Result<int> version = readVersion(db, {});
    return version ? version.value() : -1;
}

Outcome upgrade(QSqlDatabase &db)
{
    initArchiveResources();
    for (int step = userVersion(db) + 1; step <= schemaVersion(); ++step) {
        const QStringList names = QDir(u":/sql"_s).entryList({u"%1_*.sql"_s.arg(step, 3, 10, QLatin1Char('0'))});
        QFile file(u":/sql/"_s + names.value(0));
        if (names.size() != 1 || !file.open(QIODevice::ReadOnly))
            return sqlError(u"schema step %1"_s.arg(step), u"missing"_s);
        if (const Outcome begun = run(db, u"BEGIN IMMEDIATE"_s); !begun)
            return begun;
        if (userVersion(db) >= step) { // another process was faster
            (void)run(db, u"ROLLBACK"_s);
            continue;
        }
        for (const QString &statement : statements(QString::fromUtf8(file.readAll()))) {
            if (const Outcome done = run(db, statement); !done) {
                (void)run(db, u"ROLLBACK"_s);
                return done;
            }
        }
        if (const Outcome done = run(db, u"PRAGMA user_version = %1"_s.arg(step)); !done)
            return done;
        if (const Outcome done = run(db, u"COMMIT"_s); !done)
            return done;
    }
    return Done{};
}

} // namespace

Error sqlError(const QString &doing, const QString &text)
{
    return {.kind = ErrorKind::Archive,
            .message = QCoreApplication::translate("archive", "The archive's index answered: %1.").arg(text),
            .remedy = text.contains(u"database is locked"_s)
                ? QCoreApplication::translate("archive", "Another program is using it; Tocsin tries again by itself.")
                : QCoreApplication::translate("archive", "Run “tocsin archive verify”; nothing was changed."),
            .detail = doing,
            .retriable = true};
}

int schemaVersion()
{
    initArchiveResources();
    return static_cast<int>(QDir(u":/sql"_s).entryList({u"*.sql"_s}).size());
}

bool onNetworkFileSystem(const QString &folder)
{
    struct statfs info = {};
    if (statfs(folder.toLocal8Bit().constData(), &info) != 0)
        return false;
    auto type = static_cast<quint32>(info.f_type);
    bool fake = false;
    if (const uint forced = qEnvironmentVariable("TOCSIN_TEST_FSTYPE").toUInt(&fake, 16); fake)
        type = forced;
    switch (type) {
    case 0x6969: // nfs
    case 0xff534d42: // cifs
    case 0xfe534d42: // smb2
    case 0x517b: // smb
    case 0x0bd00bd0: // lustre
    case 0x47504653: // gpfs
    case 0x5346414f: // afs
    case 0x65735546: // fuse
        return true;
    default:
        return false;
    }
}

Result<OpenedIndex> openIndex(const QString &folder, bool writable)
{
    static std::atomic<int> number{0};
    const QString path = folder + u"/index.sqlite"_s;
    if (writable && !QDir().mkpath(folder))
        return Error{.kind = ErrorKind::Archive,
                     .message = QCoreApplication::translate("archive", "The archive's folder %1 cannot be made.").arg(folder),
                     .remedy = QCoreApplication::translate("archive", "Choose another place with TOCSIN_ARCHIVE or --home.")};
    const bool isNew = !QFileInfo::exists(path) || QFileInfo(path).size() == 0;
    if (isNew && !writable)
        return Error{.kind = ErrorKind::NotFound,
                     .message = QCoreApplication::translate("archive", "There is no archive in %1 yet.").arg(folder),
                     .remedy = QCoreApplication::translate("archive", "Listen to a stream first.")};
    OpenedIndex opened;
    opened.db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"archive-%1"_s.arg(++number));
    opened.db.setDatabaseName(path);
    opened.db.setConnectOptions(writable ? u"QSQLITE_BUSY_TIMEOUT=5000"_s : u"QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_READONLY"_s);
    const auto fail = [&opened](Error error) {
        closeIndex(opened.db);
        return error;
    };
    if (!opened.db.open())
        return fail(sqlError(path, opened.db.lastError().text()));
    if (writable) {
        if (isNew)
            (void)run(opened.db, u"PRAGMA page_size = 8192"_s); // before the journal mode, or it has no effect
        QSqlQuery query(opened.db);
        if (onNetworkFileSystem(folder)) {
            opened.journal = u"DELETE"_s;
            opened.notice = QCoreApplication::translate(
                "archive", "The archive lies on a network file system: it is slower there and only one Tocsin may use it. Set TOCSIN_ARCHIVE to a local folder.");
            // Not locking_mode = EXCLUSIVE: it would lock out our own readers. Only one writer: SqliteArchive::open().
            if (!query.exec(u"PRAGMA journal_mode = DELETE"_s))
                return fail(sqlError(path, query.lastError().text()));
        } else {
            if (!query.exec(u"PRAGMA journal_mode = WAL"_s) || !query.next())
                return fail(sqlError(path, query.lastError().text()));
            opened.journal = query.value(0).toString().toUpper();
        }
        query.finish();
        for (const QString &pragma : {u"PRAGMA synchronous = FULL"_s, u"PRAGMA secure_delete = OFF"_s, u"PRAGMA cache_size = -65536"_s,
                                      u"PRAGMA wal_autocheckpoint = 4000"_s}) {
            if (const Outcome done = run(opened.db, pragma); !done)
                return fail(done.error());
        }
    }
    const Result<int> version = readVersion(opened.db, path);
    if (!version)
        return fail(version.error());
    if (version.value() > schemaVersion())
        return fail(Error{.kind = ErrorKind::Archive,
                          .message = QCoreApplication::translate("archive", "This archive was written by a newer Tocsin (schema %1; this one knows %2).")
                                         .arg(version.value())
                                         .arg(schemaVersion()),
                          .remedy = QCoreApplication::translate("archive", "Install the newer version; nothing was changed.")});
    if (writable) {
        if (const Outcome done = upgrade(opened.db); !done)
            return fail(done.error());
    }
    return opened;
}

void closeIndex(QSqlDatabase &db)
{
    const QString name = db.connectionName();
    db.close();
    db = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

} // namespace tocsin::archive
