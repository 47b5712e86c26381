// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <mutex>

namespace tocsin {

// The log on disk (contract, section 6): `tocsin.log` in a folder, at most kBytes long, with the kOld files before it beside it;
// nobody else may read it. Made at the first line; where nothing can be written there is none. Several processes may write
// into one: each line is one append. Any thread.
class LogFile
{
public:
    static constexpr qint64 kBytes = 2 << 20;
    static constexpr int kOld = 3;

    explicit LogFile(QString folder) : m_folder(std::move(folder)) {}
    ~LogFile();
    LogFile(const LogFile &) = delete;
    LogFile &operator=(const LogFile &) = delete;

    void write(const QByteArray &line); // with its line end
    [[nodiscard]] QString path() const;

private:
    [[nodiscard]] bool open();
    void rotate();

    const QString m_folder;
    std::mutex m_mutex;
    int m_fd = -1;
    bool m_none = false; // it cannot be written
};

} // namespace tocsin
