// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/sqliteschema.h"

#include "core/base/logging.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>

#include <sqlite3.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>

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

Error damagedIndex(const QString &path, const QString &why)
{
    return {.kind = ErrorKind::Archive,
            .message = QCoreApplication::translate("archive", "The archive's index is damaged."),
            .remedy = QCoreApplication::translate("archive", "End every Tocsin, then run “tocsin archive recover”."),
            .detail = path + u": "_s + why};
}

bool hasPackets(const QString &folder)
{
    QDirIterator files(folder + u"/segments"_s, {u"*.seg"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        if (files.fileInfo().size() > 0)
            return true;
    }
    return false;
}

constexpr qint64 kCheckedWhole = 24 << 20; // 0.1 s

// See openIndex().
Outcome lookForDamage(QSqlDatabase &db, const QString &path)
{
    QSqlQuery query(db);
    query.setForwardOnly(true);
    const auto ask = [&](const QString &sql) -> Outcome {
        if (query.exec(sql) && (query.next() || !query.lastError().isValid()))
            return Done{};
        const QString why = query.lastError().databaseText();
        return meansDamage(why) ? damagedIndex(path, why) : sqlError(sql.left(60), why);
    };
    if (QFileInfo(path).size() <= kCheckedWhole) {
        if (const Outcome done = ask(u"PRAGMA quick_check(1)"_s); !done)
            return done;
        const QString answer = query.value(0).toString();
        return answer == u"ok" ? Outcome(Done{}) : Outcome(damagedIndex(path, answer.simplified()));
    }
    for (const auto &[table, key] : {std::pair{u"sources"_s, u"id"_s}, {u"lanes"_s, u"id"_s}, {u"streams"_s, u"id"_s}, {u"segments"_s, u"id"_s},
                                     {u"alerts"_s, u"row"_s}, {u"memberships"_s, u"row"_s}, {u"positions"_s, u"stream"_s}, {u"gaps"_s, u"id"_s},
                                     {u"marks"_s, u"row"_s}}) {
        for (const QString &order : {u"ASC"_s, u"DESC"_s}) {
            if (const Outcome done = ask(u"SELECT * FROM %1 ORDER BY %2 %3 LIMIT 1"_s.arg(table, key, order)); !done)
                return done;
        }
    }
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
        return damagedIndex(path, why.databaseText());
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

// Once for each version: a step that goes wrong, or somebody who goes back to the older program, has it.
Outcome copyBefore(QSqlDatabase &db, const QString &folder, int version)
{
    const QString name = u"%1/index-before-%2.sqlite"_s.arg(folder).arg(version + 1);
    if (QFile::exists(name))
        return Done{};
    // SQLite's own copy is a consistent one whatever other programs do; it is made beside and renamed, so that it is whole.
    const QString half = name + u".part"_s;
    QFile::remove(half);
    QSqlQuery query(db);
    query.prepare(u"VACUUM INTO ?"_s);
    query.addBindValue(half);
    if (!query.exec())
        return sqlError(u"copy before the schema changes"_s, query.lastError().text());
    if (!QFile::rename(half, name) && !QFile::exists(name))
        return sqlError(u"copy before the schema changes"_s, name);
    return Done{};
}

// For tests: the process ends without a word after the statement of this number, counted over all steps.
void stopHere(int &statement)
{
    static const int last = qEnvironmentVariableIntValue("TOCSIN_TEST_KILL_MIGRATION");
    if (last > 0 && ++statement == last)
        ::kill(::getpid(), SIGKILL);
}

Outcome upgrade(QSqlDatabase &db, const QString &folder)
{
    initArchiveResources();
    int count = 0;
    if (const int version = userVersion(db); version > 0 && version < schemaVersion()) {
        if (const Outcome copied = copyBefore(db, folder, version); !copied)
            return copied;
        stopHere(count);
    }
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
            stopHere(count);
        }
        if (const Outcome done = run(db, u"PRAGMA user_version = %1"_s.arg(step)); !done)
            return done;
        stopHere(count);
        if (const Outcome done = run(db, u"COMMIT"_s); !done)
            return done;
        stopHere(count);
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
                : meansDamage(text) ? QCoreApplication::translate("archive", "End every Tocsin and run “tocsin archive recover”; the old index is kept.")
                                    : QCoreApplication::translate("archive", "Run “tocsin archive verify”; nothing was changed."),
            .detail = doing,
            .retriable = true};
}

bool meansDamage(const QString &sqliteText)
{
    return sqliteText.contains(u"malformed"_s) || sqliteText.contains(u"not a database"_s) || sqliteText.contains(u"no such table"_s);
}

QString recoveryFolder(const QString &folder)
{
    return folder + u"/recovering"_s;
}

QString firstPageFile(const QString &folder)
{
    return folder + u"/index.head"_s;
}

void keepFirstPage(QSqlDatabase &db, const QString &folder)
{
    constexpr qsizetype kHeader = 100; // of it counters change with each transaction; behind it lies the schema
    // Through the connection's own descriptor: to close another one would drop the locks that this process holds on the
    // index, and the next program that looks in would take the log away.
    const QVariant handle = db.driver()->handle();
    sqlite3_file *index = nullptr;
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0
        || sqlite3_file_control(*static_cast<sqlite3 *const *>(handle.constData()), "main", SQLITE_FCNTL_FILE_POINTER, &index) != SQLITE_OK
        || !index || !index->pMethods)
        return;
    QByteArray page(8192, '\0');
    if (index->pMethods->xRead(index, page.data(), static_cast<int>(page.size()), 0) != SQLITE_OK)
        return;
    QFile kept(firstPageFile(folder));
    const bool same = kept.open(QIODevice::ReadOnly) && kept.readAll().mid(kHeader) == page.mid(kHeader);
    if (same || !page.startsWith("SQLite format 3"))
        return;
    kept.close();
    QSaveFile made(kept.fileName());
    if (made.open(QIODevice::WriteOnly) && made.write(page) == page.size())
        made.commit();
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
    if (QFile::exists(recoveryFolder(folder) + u"/ready"_s))
        return Error{.kind = ErrorKind::Archive,
                     .message = QCoreApplication::translate("archive", "The recovery of the archive in %1 was interrupted.").arg(folder),
                     .remedy = QCoreApplication::translate("archive", "Run “tocsin archive recover” again; it goes on where it was.")};
    if (isNew && hasPackets(folder))
        return damagedIndex(path, QCoreApplication::translate("archive", "it is missing, while the packets are there"));
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
    const auto broken = [&](const QSqlError &why) {
        return fail(meansDamage(why.databaseText()) ? damagedIndex(path, why.databaseText()) : sqlError(path, why.text()));
    };
    if (!opened.db.open())
        return broken(opened.db.lastError());
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
                return broken(query.lastError());
        } else {
            if (!query.exec(u"PRAGMA journal_mode = WAL"_s) || !query.next())
                return broken(query.lastError());
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
    // What the step adds would be read as if its names were texts.
    if (!writable && version.value() < schemaVersion()) {
        closeIndex(opened.db);
        Result<OpenedIndex> brought = openIndex(folder, true);
        if (!brought)
            return brought.error();
        closeIndex(brought.value().db);
        return openIndex(folder, false);
    }
    if (writable) {
        if (version.value() > 0) {
            if (const Outcome sound = lookForDamage(opened.db, path); !sound)
                return fail(sound.error());
        }
        if (const Outcome done = upgrade(opened.db, folder); !done)
            return fail(done.error());
        if (version.value() < schemaVersion())
            (void)run(opened.db, u"PRAGMA wal_checkpoint(PASSIVE)"_s);
        keepFirstPage(opened.db, folder);
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
