// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"

#include <QObject>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace tocsin::ui {

// Work on stored rows that must not hold up the window: what is copied and opened. One job at a time on a thread of its own;
// the newest ends the one that runs. Lives on the main thread, where answers arrive; the archive outlives it.
class RowWork final : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void()>; // called on the main thread; empty: nothing to say
    using Stale = std::function<bool()>; // the job is to end: nobody waits for it any more
    using Job = std::function<Result<Answer>(archive::Reader &, const Stale &)>;

    explicit RowWork(archive::Archive &archive, QObject *parent = nullptr);
    ~RowWork() override;
    void run(Job job);

Q_SIGNALS:
    void failed(const tocsin::Error &error);

private:
    void work();
    [[nodiscard]] bool isStale();

    archive::Archive &m_archive;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_ending = false;
    Job m_job;
    std::thread m_thread; // last: starts when all else is there
};

} // namespace tocsin::ui
