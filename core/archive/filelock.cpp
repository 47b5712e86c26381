// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/filelock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <utility>

namespace tocsin::archive {

FileLock::~FileLock()
{
    unlock();
}

FileLock::FileLock(FileLock &&other) noexcept : m_fd(std::exchange(other.m_fd, -1))
{
}

FileLock &FileLock::operator=(FileLock &&other) noexcept
{
    if (this != &other) {
        unlock();
        m_fd = std::exchange(other.m_fd, -1);
    }
    return *this;
}

bool FileLock::take(const QString &path, int how)
{
    unlock();
    QDir().mkpath(QFileInfo(path).path());
    const int fd = ::open(path.toLocal8Bit().constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        return false;
    if (flock(fd, how | LOCK_NB) != 0) {
        ::close(fd);
        return false;
    }
    m_fd = fd;
    return true;
}

bool FileLock::tryLock(const QString &path)
{
    if (!take(path, LOCK_EX))
        return false;
    // For people who ask who it is; without it the lock holds as well.
    const QByteArray number = QByteArray::number(::getpid()) + '\n';
    (void)(::ftruncate(m_fd, 0) == 0 && ::pwrite(m_fd, number.constData(), static_cast<size_t>(number.size()), 0) > 0);
    return true;
}

bool FileLock::tryShare(const QString &path)
{
    return take(path, LOCK_SH);
}

void FileLock::unlock()
{
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = -1;
}

QString gatePath(const QString &archiveFolder)
{
    return archiveFolder + QLatin1String("/archive.lock");
}

QString writerLockPath(const QString &archiveFolder, int writer)
{
    return QStringLiteral("%1/writers/%2.lock").arg(archiveFolder).arg(writer);
}

QStringList writersOf(const QString &archiveFolder)
{
    QStringList numbers;
    const QDir folder(archiveFolder + QLatin1String("/writers"));
    for (const QString &name : folder.entryList({QStringLiteral("*.lock")}, QDir::Files, QDir::Name)) {
        FileLock lock;
        QFile file(folder.filePath(name));
        if (lock.tryShare(file.fileName()) || !file.open(QIODevice::ReadOnly))
            continue; // its writer is gone
        numbers << QString::fromLatin1(file.readLine(32).trimmed());
    }
    return numbers;
}

} // namespace tocsin::archive
