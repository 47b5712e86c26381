// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/journal/journal.h"
#include "core/triage/aliases.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace tocsin::triage {
class Triage;
}

namespace tocsin::services {

// Keeps which names stand for one event: writes down what alerts have had side by side, shows it on rows that were stored before
// (what is tagged, noted or ignored under one name is so under the others), and looks once through the rows that were stored
// before this version could read names from their packets: a few at a time, with pauses, from where it stopped before. On a thread
// of its own, which it owns; archive and journal outlive it.
class NameKeeper
{
public:
    // `told`, on the keeper's thread: the journal has new names.
    NameKeeper(archive::Archive &archive, journal::Journal &journal, std::function<void()> told);
    ~NameKeeper();

    void keep(std::vector<triage::AliasLink> links); // any thread; returns at once
    // The first does not block; the second does and comes before the archive goes. What was handed in is written down.
    void beginToEnd();
    void stop();
    // Nothing is left to be done just now; any thread.
    [[nodiscard]] bool isIdle() const { return m_idle; }

private:
    void run();
    [[nodiscard]] bool write(); // false: there was nothing
    [[nodiscard]] bool widen(triage::Triage &triage);
    [[nodiscard]] bool searchStored();
    [[nodiscard]] bool isEnding() const;

    archive::Archive &m_archive;
    journal::Journal &m_journal;
    const std::function<void()> m_told;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_ending = false;
    std::vector<triage::AliasLink> m_links; // learned, for the journal
    std::atomic<bool> m_idle{false};
    // The thread's only.
    std::unique_ptr<archive::Reader> m_reader;
    bool m_widens = true; // what was learned before the program began
    bool m_searches = true;
    int64_t m_searched = -1; // up to this row; -1: not asked yet
    std::chrono::steady_clock::time_point m_searchKept;
    std::vector<triage::AliasLink> m_found; // in stored rows, not written yet
    std::thread m_thread; // last: starts when all else is there
};

} // namespace tocsin::services
