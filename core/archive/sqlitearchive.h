// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/archive/columnindexer.h"
#include "core/archive/filelock.h"
#include "core/archive/indexwriter.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

namespace tocsin::archive {

// What readers of an open archive may know from its writer; set once at opening.
struct OpenFacts {
    QString folder;
    QString journal;
    QString notice;
    int64_t quotaBytes = 0;
};

// The real archive: SQLite index and segment files in one folder. Any thread may call; one thread of its own writes:
// at the first batch after idle at once, else every 20 ms or 1,000 messages (decisions.md 13). A commit that fails keeps
// its batches and is tried again each second, while the listener knows why.
class SqliteArchive final : public Archive
{
public:
    SqliteArchive(OpenFacts facts, int64_t reserveBytes);
    ~SqliteArchive() override;

    // Opens the index on the archive's thread and waits for the outcome. Not called for commands that only look.
    [[nodiscard]] Outcome startWriting();

    void append(DecodedBatch batch) override;
    size_t queuedBytes() const override { return m_queuedBytes.load(std::memory_order_relaxed); }
    Result<std::unique_ptr<Reader>> reader() override;
    void renameStream(const std::string &uuid, const std::string &name) override;
    void setMarks(std::vector<int64_t> rows, uint8_t set, uint8_t clear, std::function<void(Outcome)> done) override;
    void setListener(CommitListener *listener) override;
    bool takeLease(const std::string &stream) override;
    void dropLease(const std::string &stream) override;
    void close() override;

private:
    using Clock = std::chrono::steady_clock;
    using Job = std::function<void(IndexWriter &)>;

    void run();
    [[nodiscard]] Outcome open();
    [[nodiscard]] bool waitForWork(std::deque<DecodedBatch> &group, std::deque<Job> &jobs);
    void commit(std::deque<DecodedBatch> &group);
    [[nodiscard]] bool commitOnce(std::span<DecodedBatch> group);
    void maintain();
    void say(const QString &trouble);
    [[nodiscard]] bool spaceLeft() const;
    [[nodiscard]] QString leasePath(const std::string &stream) const;
    void post(Job job);

    OpenFacts m_facts;
    const int64_t m_reserveBytes;
    FileLock m_writerLock;

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<DecodedBatch> m_queue;
    size_t m_queuedMessages = 0;
    std::deque<Job> m_jobs;
    bool m_closing = false;
    bool m_opened = false;
    bool m_finished = false;
    Outcome m_openOutcome = Done{};
    std::atomic<size_t> m_queuedBytes{0};
    std::atomic<CommitListener *> m_listener{nullptr};
    std::map<std::string, FileLock> m_leases; // under m_mutex

    // The archive's thread only.
    std::unique_ptr<IndexWriter> m_writer;
    std::unique_ptr<ColumnIndexer> m_columns;
    Clock::time_point m_lastCommit;
    Clock::time_point m_lastMaintenance;
    int64_t m_bytesSinceMaintenance = 0;
    QString m_trouble;

    std::thread m_thread;
};

} // namespace tocsin::archive
