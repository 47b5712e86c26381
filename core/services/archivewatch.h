// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace tocsin::services {

// Tells the window how the archive is: size, quota, gaps. Reads on a thread of its own whenever it is
// asked. Lives on the main thread; the archive outlives it.
class ArchiveWatch final : public QObject
{
    Q_OBJECT
public:
    struct News {
        bool known = false; // false: there is no archive to ask, or it did not answer
        archive::Info info = {};
        std::vector<archive::StoredGap> gaps = {}; // the newest, kMostGaps at most; info.gaps counts all
        Error error = {};
    };
    static constexpr size_t kMostGaps = 1'000;

    explicit ArchiveWatch(archive::Archive &archive, QObject *parent = nullptr);
    ~ArchiveWatch() override;

    void ask(); // told() follows
    void setLimits(const archive::Limits &limits); // told() follows, with the error where it could not be done
    [[nodiscard]] const News &last() const { return m_last; }

Q_SIGNALS:
    void told(const tocsin::services::ArchiveWatch::News &news);

private:
    void run();
    [[nodiscard]] static News read(archive::Reader &reader);

    archive::Archive &m_archive;
    News m_last;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<archive::Limits> m_newLimits;
    bool m_asked = true; // once at the start
    bool m_ending = false;
    std::thread m_thread; // last: starts when all else is there
};

} // namespace tocsin::services

Q_DECLARE_METATYPE(tocsin::services::ArchiveWatch::News)
