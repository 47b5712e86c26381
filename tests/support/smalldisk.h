// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QTemporaryDir>

#include <sys/mount.h>

#include <cerrno>
#include <cstring>

namespace tocsin::tests {

// A disk of its own with so many bytes (a tmpfs; only root may mount one), gone with the object.
class SmallDisk
{
public:
    // By the system call: a helper program would mean a fork, which the thread sanitizer does not bear.
    explicit SmallDisk(qint64 bytes)
        : m_mounted(mount("tmpfs", path().constData(), "tmpfs", 0, QByteArray("size=" + QByteArray::number(bytes)).constData()) == 0),
          m_why(m_mounted ? QByteArray() : QByteArray("no small disk can be mounted here: ") + std::strerror(errno))
    {
    }
    ~SmallDisk()
    {
        if (m_mounted)
            umount2(path().constData(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    [[nodiscard]] bool isThere() const { return m_mounted; }
    [[nodiscard]] QByteArray why() const { return m_why; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    bool makeReadOnly() { return mount("tmpfs", path().constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) == 0; }
    // A file of another program.
    bool fill(const QString &name, qint64 bytes)
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(QByteArray(bytes, 'x')) == bytes && file.flush();
    }
    bool clear(const QString &name) { return QFile::remove(path(name)); }

private:
    [[nodiscard]] QByteArray path() const { return QFile::encodeName(m_folder.path()); }

    QTemporaryDir m_folder;
    bool m_mounted = false;
    QByteArray m_why;
};

} // namespace tocsin::tests
