// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"

#include <QObject>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace tocsin::ui {

// Asks the archive on a thread of its own. The newest question counts: it drops the one that waits, and tells the one that
// runs that nobody wants it any more. Lives on the main thread; the archive outlives it.
class NewestJob final : public QObject
{
    Q_OBJECT
public:
    // Runs on the thread; gives up as soon as stale() says so. Answers go out by tell().
    struct Call {
        archive::Reader &reader;
        const std::function<bool()> stale;
        const std::function<void(std::function<void()>)> tell; // runs on the main thread, unless asked anew meanwhile
    };
    using Job = std::function<Outcome(const Call &)>;

    explicit NewestJob(archive::Archive &archive, QObject *parent = nullptr);
    ~NewestJob() override;

    void ask(Job job);
    void cancel();

Q_SIGNALS:
    void failed(const tocsin::Error &error); // of the newest question

private:
    void run();
    [[nodiscard]] bool isStale(quint64 ticket);

    archive::Archive &m_archive;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_ending = false;
    quint64 m_ticket = 0; // of the newest question
    std::optional<Job> m_job; // it waits
    std::thread m_thread; // last: starts when all else is there
};

} // namespace tocsin::ui
