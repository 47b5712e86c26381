// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/columnfiles.h"

#include <QFile>

#include <sys/stat.h>
#include <unistd.h>

#include <xxhash.h>

#include <bit>
#include <cstring>
#include <utility>

namespace tocsin::archive {

using namespace Qt::StringLiterals;

ColumnFile::~ColumnFile()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

ColumnFile::ColumnFile(ColumnFile &&other) noexcept : m_fd(std::exchange(other.m_fd, -1))
{
}

ColumnFile &ColumnFile::operator=(ColumnFile &&other) noexcept
{
    std::swap(m_fd, other.m_fd);
    return *this;
}

bool ColumnFile::read(int64_t place, void *into, size_t bytes) const
{
    auto *at = static_cast<char *>(into);
    while (bytes > 0) {
        const ssize_t got = m_fd < 0 ? 0 : ::pread(m_fd, at, bytes, place);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return false;
        if (got == 0) {
            std::memset(at, 0, bytes);
            return true;
        }
        at += got;
        place += got;
        bytes -= static_cast<size_t>(got);
    }
    return true;
}

bool ColumnFile::write(int64_t place, const void *from, size_t bytes)
{
    const auto *at = static_cast<const char *>(from);
    while (bytes > 0) {
        const ssize_t put = ::pwrite(m_fd, at, bytes, place);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        at += put;
        place += put;
        bytes -= static_cast<size_t>(put);
    }
    return true;
}

int64_t ColumnFile::size() const
{
    struct stat info = {};
    return m_fd >= 0 && ::fstat(m_fd, &info) == 0 ? info.st_size : 0;
}

QString columnFolder(const QString &archiveFolder)
{
    return archiveFolder + u"/columns"_s;
}

uint64_t currentBoot()
{
    QFile file(u"/proc/sys/kernel/random/boot_id"_s);
    const QByteArray id = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    return XXH3_64bits(id.constData(), static_cast<size_t>(id.size()));
}

} // namespace tocsin::archive
