// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/options/startat.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace tocsin::services {

// Hands on rows that another process writes into the same archive (decisions.md 7): asks five times a second for rows
// beyond the last one. What this process writes itself is never told, so a stream whose reading this process takes over
// may stay on the list: nothing is told twice and nothing is missed. Owns its thread and its reader, which is opened
// anew as often as it takes; the calls back run on that thread. The archive outlives it.
class ArchiveFollower final
{
public:
    using Told = std::function<void(std::vector<std::shared_ptr<const Alert>>)>; // in row order
    using CaughtUp = std::function<void(const std::string &uuid)>;

    ArchiveFollower(archive::Archive &archive, Told told, CaughtUp caughtUp = {});
    ~ArchiveFollower();
    ArchiveFollower(const ArchiveFollower &) = delete;
    ArchiveFollower &operator=(const ArchiveFollower &) = delete;

    // Rows of this stream, memberships included, are told from now on; before them those that are there already, as far
    // back as `start` says (for `live` and `resume` none). Then `caughtUp` is called, once.
    void follow(const std::string &streamUuid, const options::StartAt &start = {.kind = options::StartAt::Kind::Live});

    void stop(); // returns at once; nothing is told any more once the call that runs just now has returned

private:
    struct Asked {
        std::string uuid;
        options::StartAt start;
    };

    void run();
    [[nodiscard]] bool isEnding() const;
    // False: the archive did not answer; asked again later.
    [[nodiscard]] bool catchUp(archive::Reader &reader);
    [[nodiscard]] bool tellNew(archive::Reader &reader);
    [[nodiscard]] Result<std::vector<int64_t>> rowsBefore(archive::Reader &reader, const Asked &asked) const;

    archive::Archive &m_archive;
    const Told m_told;
    const CaughtUp m_caughtUp;
    mutable std::mutex m_mutex;
    std::condition_variable m_ended;
    std::vector<Asked> m_asked; // not looked at yet
    bool m_ending = false;

    // The follower's thread only.
    std::vector<std::string> m_live; // uuids
    int64_t m_last = -1; // the row up to which all is told
    std::vector<Asked> m_catching; // their older rows are told now,
    std::vector<int64_t> m_history; // which are these
    size_t m_historyTold = 0;

    std::thread m_thread; // last: starts when all else is there
};

} // namespace tocsin::services
