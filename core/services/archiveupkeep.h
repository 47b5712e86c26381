// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/compact.h"
#include "core/archive/recover.h"
#include "core/archive/verify.h"

#include <QObject>

#include <atomic>
#include <thread>

namespace tocsin::services {

// Looks after the archive of a folder on a thread of its own: one task, with progress and a cancel that leaves the archive
// whole. Verify and compact may run beside a session on the same archive; recover needs that there is none. Lives on the main
// thread; the owner waits for it only as long as SQLite takes to end a step (some 10 ms) or a file to be copied.
class ArchiveUpkeep final : public QObject
{
    Q_OBJECT
public:
    enum class Task { Verify, Compact, Recover };
    struct End {
        Task task = Task::Verify;
        Error error; // how it ended; Interrupted = cancelled; an empty message = well
        archive::VerifyReport verified;
        archive::CompactReport compacted;
        archive::RecoverReport recovered;
        [[nodiscard]] bool isDone() const { return error.message.isEmpty(); }
    };

    explicit ArchiveUpkeep(QObject *parent = nullptr) : QObject(parent) {}
    ~ArchiveUpkeep() override;

    void start(Task task, const QString &folder); // once; finished() follows
    void cancel() { m_cancelled = true; }

Q_SIGNALS:
    void progressed(double fraction); // negative: not known yet
    void said(const QString &sentence); // what the work needs and how it goes
    void finished(const tocsin::services::ArchiveUpkeep::End &end);

private:
    [[nodiscard]] End work(Task task, const QString &folder);
    [[nodiscard]] bool tell(double fraction); // on the worker's thread; false: it is to end

    std::atomic<bool> m_cancelled{false};
    int m_told = -1; // per mille
    std::thread m_thread;
};

} // namespace tocsin::services
