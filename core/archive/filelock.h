// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tocsin::archive {

// An advisory lock on a file, held as long as the object lives; the system drops it when the process dies, however it
// dies. A plain value that moves.
class FileLock
{
public:
    FileLock() = default;
    ~FileLock();
    FileLock(FileLock &&other) noexcept;
    FileLock &operator=(FileLock &&other) noexcept;

    // Makes the file and its folder when missing; false: somebody else holds it, or it cannot be made. Whoever holds it alone
    // writes its process number into the file.
    [[nodiscard]] bool tryLock(const QString &path);
    [[nodiscard]] bool tryShare(const QString &path); // with others that share it
    void unlock();
    [[nodiscard]] bool isLocked() const { return m_fd >= 0; }

private:
    [[nodiscard]] bool take(const QString &path, int how);

    int m_fd = -1;
};

// Every writer of an archive shares this one; who needs the archive for itself takes it alone.
[[nodiscard]] QString gatePath(const QString &archiveFolder);
[[nodiscard]] QString writerLockPath(const QString &archiveFolder, int writer);
// The process numbers of those who write into the archive just now.
[[nodiscard]] QStringList writersOf(const QString &archiveFolder);

} // namespace tocsin::archive
