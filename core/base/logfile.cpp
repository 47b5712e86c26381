// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logfile.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tocsin {

using namespace Qt::StringLiterals;

LogFile::~LogFile()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

QString LogFile::path() const
{
    return m_folder + u"/tocsin.log"_s;
}

bool LogFile::open()
{
    if (m_fd < 0 && !m_none && QDir().mkpath(m_folder))
        m_fd = ::open(QFile::encodeName(path()).constData(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    m_none = m_fd < 0;
    return !m_none;
}

// Unless another process has done it: then its new file is ours as well.
void LogFile::rotate()
{
    struct stat ours = {};
    struct stat now = {};
    const bool same = ::fstat(m_fd, &ours) == 0 && ::stat(QFile::encodeName(path()).constData(), &now) == 0 && ours.st_ino == now.st_ino;
    ::close(m_fd);
    m_fd = -1;
    if (!same)
        return;
    const auto old = [this](int number) { return QFile::encodeName(path() + u'.' + QString::number(number)); };
    for (int number = kOld - 1; number > 0; --number)
        (void)::rename(old(number).constData(), old(number + 1).constData());
    (void)::rename(QFile::encodeName(path()).constData(), old(1).constData());
}

void LogFile::write(const QByteArray &line)
{
    const std::lock_guard lock(m_mutex);
    if (!open())
        return;
    struct stat info = {};
    if (::fstat(m_fd, &info) == 0 && info.st_size > 0 && info.st_size + line.size() > kBytes) {
        rotate();
        if (!open())
            return;
    }
    // What cannot be written is lost: a log must not stop the program.
    [[maybe_unused]] const auto written = ::write(m_fd, line.constData(), static_cast<size_t>(line.size()));
}

} // namespace tocsin
