// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journalfile.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>

#include <sys/vfs.h>

#include <atomic>
#include <chrono>
#include <thread>

static void initJournalResources()
{
    Q_INIT_RESOURCE(journal); // a static library's resources are not there by themselves
}

namespace tocsin::journal {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kBusy = 5s; // for what another program of this home writes

QStringList steps()
{
    initJournalResources();
    return QDir(u":/journal"_s).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
}

Result<int> versionOf(QSqlDatabase &db)
{
    QSqlQuery query(db);
    if (query.exec(u"PRAGMA user_version"_s) && query.next())
        return query.value(0).toInt();
    return journalError(u"version"_s, query.lastError().text());
}

// Statements end with ";" at the end of a line, so that triggers may hold some; lines of comment go.
QStringList statements(const QString &text)
{
    QStringList list;
    QString statement;
    for (const QString &line : text.split(u'\n')) {
        const QString bare = line.section(u"--"_s, 0, 0);
        statement += bare + u'\n';
        if (bare.trimmed().endsWith(u';') && !bare.startsWith(u' ')) {
            list.push_back(statement.trimmed());
            statement.clear();
        }
    }
    if (!statement.trimmed().isEmpty())
        list.push_back(statement.trimmed());
    return list;
}

Outcome takeStep(QSqlDatabase &db, int version, const QString &name)
{
    QFile file(u":/journal/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return journalError(name, file.errorString());
    for (const QString &statement : statements(QString::fromUtf8(file.readAll()))) {
        if (const Outcome done = run(db, statement); !done)
            return done;
    }
    return run(db, u"PRAGMA user_version = %1"_s.arg(version));
}

Outcome upgrade(QSqlDatabase &db)
{
    const QStringList names = steps();
    const Result<int> before = versionOf(db);
    if (!before)
        return before.error();
    if (before.value() > names.size())
        return Error{.kind = ErrorKind::Archive,
                     .message = QCoreApplication::translate("journal", "The journal was written by a newer Tocsin (version %1; this one knows %2).").arg(before.value()).arg(names.size()),
                     .remedy = QCoreApplication::translate("journal", "Install the newer version; nothing was changed.")};
    if (before.value() == names.size())
        return Done{};
    if (const Outcome begun = run(db, u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    const Result<int> now = versionOf(db); // another program may have been faster
    for (qsizetype step = now ? now.value() : 0; step < names.size(); ++step) {
        if (const Outcome done = takeStep(db, static_cast<int>(step) + 1, names[step]); !done) {
            (void)run(db, u"ROLLBACK"_s);
            return done;
        }
    }
    return run(db, u"COMMIT"_s);
}

// WAL needs memory that the programs share; where that may not work SQLite's older journal does.
bool mayUseWal(const QString &file)
{
    struct statfs info = {};
    if (statfs(QFileInfo(file).absolutePath().toLocal8Bit().constData(), &info) != 0)
        return false;
    switch (static_cast<quint32>(info.f_type)) {
    case 0xef53: // ext
    case 0x9123683e: // btrfs
    case 0x58465342: // xfs
    case 0x01021994: // tmpfs
    case 0x794c7630: // overlay
    case 0x2fc12fc1: // zfs
    case 0xf2f52010: // f2fs
        return true;
    default:
        return false;
    }
}

// Two programs that meet at a new file: SQLite tells the second one at once that it is busy here, whatever time it was given.
Outcome setMode(QSqlDatabase &db, const QString &mode)
{
    QDeadlineTimer patience(kBusy);
    while (true) {
        const Outcome done = run(db, u"PRAGMA journal_mode = "_s + mode);
        if (done || !done.error().retriable || patience.hasExpired())
            return done;
        std::this_thread::sleep_for(10ms);
    }
}

} // namespace

Error journalError(const QString &doing, const QString &text)
{
    const bool isBusy = text.contains(u"database is locked"_s);
    if (text.contains(u"readonly database"_s))
        return {.kind = ErrorKind::Archive,
                .message = QCoreApplication::translate("journal", "The journal of what was done about alerts cannot be written, so nothing was done."),
                .remedy = QCoreApplication::translate("journal", "Check the rights of the archive's folder and its disk, or choose another place with --home."),
                .detail = doing};
    return {.kind = ErrorKind::Archive,
            .message = QCoreApplication::translate("journal", "The journal of what was done about alerts answered: %1.").arg(text.trimmed()),
            .remedy = isBusy ? QCoreApplication::translate("journal", "Another program is using it; try again in a moment.")
                             : QCoreApplication::translate("journal", "Look at journal.sqlite in the archive's folder: is the disk full, or the file damaged? When it is moved away, a new one is made."),
            .detail = doing,
            .retriable = isBusy};
}

Outcome run(QSqlDatabase &db, const QString &sql)
{
    QSqlQuery query(db);
    if (!query.exec(sql))
        return journalError(sql.left(60), query.lastError().text());
    return Done{};
}

Result<QSqlDatabase> openJournal(const QString &file)
{
    static std::atomic<int> number{0};
    if (!file.isEmpty() && !QDir().mkpath(QFileInfo(file).absolutePath()))
        return journalError(file, QCoreApplication::translate("journal", "its folder cannot be made"));
    QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"journal-%1"_s.arg(++number));
    db.setDatabaseName(file.isEmpty() ? u":memory:"_s : file);
    db.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(kBusy.count()));
    const auto fail = [&db](const Error &error) {
        closeJournal(db);
        return error;
    };
    // A home on a disk that is read-only can be looked at. What a program left in the WAL there is read through it.
    const bool onlyReads = QFile::exists(file) && !QFileInfo(file).isWritable();
    if (onlyReads) {
        const QString immutable = QFile::exists(file + u"-wal"_s) ? QString() : u"?immutable=1"_s;
        db.setDatabaseName(QString::fromUtf8(QUrl::fromLocalFile(file).toEncoded()) + immutable);
        db.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s);
    }
    if (!db.open())
        return fail(journalError(file, db.lastError().text()));
    if (!file.isEmpty() && !onlyReads) {
        if (const Outcome done = setMode(db, mayUseWal(file) ? u"WAL"_s : u"DELETE"_s); !done)
            return fail(done.error());
        if (const Outcome done = run(db, u"PRAGMA synchronous = FULL"_s); !done)
            return fail(done.error());
    }
    if (const Outcome done = upgrade(db); !done)
        return fail(done.error());
    return db;
}

void closeJournal(QSqlDatabase &db)
{
    const QString name = db.connectionName();
    db.close();
    db = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

} // namespace tocsin::journal
