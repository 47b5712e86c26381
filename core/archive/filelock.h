// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

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

    // Makes the file and its folder when missing; false: somebody else holds it, or it cannot be made.
    [[nodiscard]] bool tryLock(const QString &path);
    void unlock();
    [[nodiscard]] bool isLocked() const { return m_fd >= 0; }

private:
    int m_fd = -1;
};

} // namespace tocsin::archive
