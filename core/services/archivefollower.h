// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"

#include <QObject>
#include <QString>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <set>
#include <thread>

namespace tocsin::services {

// Hands on rows that another process writes into the same archive (decisions.md 7): asks five times a second for rows
// beyond the last one. Owns its thread and its reader; `told` runs on that thread. The archive outlives it.
class ArchiveFollower final
{
public:
    using Told = std::function<void(std::vector<std::shared_ptr<const Alert>>)>;

    // Rows with a number above `afterRow`; -1 = from now on.
    ArchiveFollower(archive::Archive &archive, int64_t afterRow, Told told);
    ~ArchiveFollower();
    ArchiveFollower(const ArchiveFollower &) = delete;
    ArchiveFollower &operator=(const ArchiveFollower &) = delete;

    // Only rows of these streams are told; none = nothing is.
    void follow(const std::string &streamName);

private:
    void run();

    archive::Archive &m_archive;
    int64_t m_last;
    const Told m_told;
    std::mutex m_mutex;
    std::condition_variable m_ended;
    std::set<std::string, std::less<>> m_streams;
    bool m_ending = false;
    std::thread m_thread; // last: starts when all else is there
};

} // namespace tocsin::services
