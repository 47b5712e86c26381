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
#include <memory>
#include <mutex>
#include <thread>

namespace tocsin::archive {

// What readers of an open archive may know from its writer; set once at opening.
struct OpenFacts {
    QString folder;
    QString journal;
    QString notice;
    int64_t quotaBytes = 0; // 0 = as the archive's own file says
    int writer = 0; // our number; 0 = this archive only reads
    int64_t rowsBefore = 0; // the last row there was at opening
    // What the quota has cost since the opening; the writer counts, readers tell.
    struct Purged {
        std::atomic<int64_t> rows{0};
        std::atomic<int64_t> bytes{0};
    };
    std::shared_ptr<Purged> purged = std::make_shared<Purged>();
};

// The real archive: SQLite index and segment files in one folder. Any thread may call; one thread of its own writes:
// at the first batch after idle at once, else every 20 ms or 1,000 messages (decisions.md 13). A commit that fails keeps
// its batches and is tried again each second, while the listener knows why.
class SqliteArchive final : public Archive
{
public:
    SqliteArchive(OpenFacts facts, const OpenSettings &settings);
    ~SqliteArchive() override;

    // Opens the index on the archive's thread and waits for the outcome. Not called for commands that only look.
    [[nodiscard]] Outcome startWriting();

    void append(DecodedBatch batch) override;
    size_t queuedBytes() const override { return m_queuedBytes.load(std::memory_order_relaxed); }
    Result<std::unique_ptr<Reader>> reader() override;
    void renameStream(const std::string &uuid, const std::string &name) override;
    void setMarks(std::vector<int64_t> rows, uint8_t set, uint8_t clear, std::function<void(Outcome)> done) override;
    void annotate(std::vector<Annotation> annotations, std::function<void(Result<int64_t>)> done) override;
    void replaceAlerts(std::vector<Redecoded> messages, std::function<void(Result<Replacement>)> done) override;
    void setRegistry(const std::string &streamUuid, const std::string &registry, std::function<void()> done) override;
    Outcome setLimits(const Limits &limits) override;
    void setListener(CommitListener *listener) override;
    bool takeLease(const std::string &stream) override;
    void dropLease(const std::string &stream) override;
    using Archive::close;
    void close(std::chrono::steady_clock::time_point deadline) override;

private:
    using Clock = std::chrono::steady_clock;
    using Job = std::function<void(IndexWriter *)>; // null: the archive is closed

    void run();
    [[nodiscard]] Outcome open();
    [[nodiscard]] bool waitForWork(std::deque<DecodedBatch> &group, std::deque<Job> &jobs);
    void commit(std::deque<DecodedBatch> &group);
    [[nodiscard]] bool commitOnce(std::span<DecodedBatch> group);
    [[nodiscard]] bool mayTry();
    void waitToRetry();
    void refuse(std::span<DecodedBatch> group);
    void maintain();
    [[nodiscard]] bool purge(); // one segment at most; true: it did
    void say(const QString &trouble);
    [[nodiscard]] bool spaceLeft() const;
    [[nodiscard]] QString leasePath(const std::string &stream) const;
    void post(Job job);

    OpenFacts m_facts;
    const OpenSettings m_settings;
    FileLock m_gate; // shared with other writers
    FileLock m_writerLock;
    BusyPatience m_patience; // outlives m_writer's connection

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
    bool m_morePurging = false; // the quota is not kept yet: the next round goes on
    bool m_refusing = false; // closing, and the index does not let us: what is left is refused
    QString m_trouble;

    std::thread m_thread;
};

} // namespace tocsin::archive
