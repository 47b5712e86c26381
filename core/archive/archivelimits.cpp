// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/archivelimits.h"

#include "core/archive/columnfiles.h"
#include "core/archive/sqlitereader.h"
#include "core/base/logging.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSaveFile>
#include <QStorageInfo>

#include <sys/stat.h>

#include <algorithm>

namespace tocsin::archive {

using namespace Qt::StringLiterals;

namespace {

constexpr int64_t kMostQuota = 20'000'000'000;
constexpr int64_t kColumnRoom = 8'000'000; // of the column files of a small archive
constexpr int64_t kMostDays = 36'500;

QString quotaFile(const QString &folder)
{
    return folder + u"/quota"_s;
}

QString ageFile(const QString &folder)
{
    return folder + u"/age"_s;
}

// The positive number in the file's first line; 0 = none.
int64_t numberIn(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    bool ok = false;
    const qint64 number = file.readLine(64).trimmed().toLongLong(&ok);
    return ok && number > 0 ? number : 0;
}

Outcome writeNumber(const QString &name, int64_t number)
{
    QSaveFile file(name);
    if (file.open(QIODevice::WriteOnly) && file.write(QByteArray::number(qlonglong(number)) + '\n') > 0 && file.commit())
        return Done{};
    return Error{.kind = ErrorKind::Archive,
                 .message = QCoreApplication::translate("archive", "The limits of the archive cannot be written: %1.").arg(file.errorString()),
                 .remedy = QCoreApplication::translate("archive", "Check the rights of %1 and the free space there.").arg(name)};
}

} // namespace

Limits readLimits(const QString &folder)
{
    return {.bytes = numberIn(quotaFile(folder)), .days = static_cast<int>(std::min(numberIn(ageFile(folder)), kMostDays))};
}

Outcome writeLimits(const QString &folder, const Limits &limits)
{
    if (const Outcome done = writeNumber(quotaFile(folder), limits.bytes); !done)
        return done;
    return writeNumber(ageFile(folder), limits.days);
}

Limits decideLimits(const QString &folder, bool writable)
{
    Limits limits = readLimits(folder);
    if (limits.bytes > 0)
        return limits;
    const QStorageInfo disk(folder);
    const int64_t free = disk.isValid() ? disk.bytesAvailable() : 0;
    // An archive from before this file keeps what it has: column files come to it, and leave half of all to the packets.
    const int64_t had = folderBytes(folder);
    limits.bytes = std::max(had > 1'000'000 ? 2 * had + kColumnRoom : had, std::min(kMostQuota, (free + had) / 10));
    if (writable) {
        if (const Outcome done = writeNumber(quotaFile(folder), limits.bytes); !done)
            qCWarning(lcArchive).noquote() << done.error().message;
    }
    return limits;
}

int64_t columnBytes(const QString &folder)
{
    int64_t bytes = 0;
    QDirIterator files(columnFolder(folder), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        struct stat info = {};
        if (::stat(QFile::encodeName(files.next()).constData(), &info) == 0)
            bytes += int64_t{info.st_blocks} * 512;
    }
    return bytes;
}

} // namespace tocsin::archive
