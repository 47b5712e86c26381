// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/columnfiles.h"
#include "core/archive/filelock.h"
#include "core/archive/skyindex.h"
#include "core/archive/wordindexer.h"

#include <QSqlDatabase>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace tocsin::archive {

// Keeps the column files in step with the index, a moment behind it: on a thread of its own and of low priority, so that
// storing alerts never waits. Takes them from memory while it keeps up, else from the index. Of the processes that share
// an archive one does it, for the rows of all. The indexes of words and positions follow when there is nothing else to do.
// Owned by the archive, which calls from its own thread.
class ColumnIndexer
{
public:
    explicit ColumnIndexer(QString archiveFolder);
    ~ColumnIndexer(); // stop(), and waits
    void stop(); // ends soon, wherever it is: what is missing is read from the index next time

    struct Stored {
        std::shared_ptr<const Alert> alert; // with its row
        uint32_t stream = 0;
    };
    // In the order of rows.
    void offer(std::vector<Stored> alerts);
    // Something in the index changed that was not offered.
    void nudge();

private:
    void run();
    [[nodiscard]] Outcome step();
    [[nodiscard]] bool stepIndexes(); // of words and positions; true: there is more to do
    void makeIndexes();
    [[nodiscard]] Outcome takeOffered(std::deque<Stored> offered);
    struct Rows {
        std::vector<std::shared_ptr<Alert>> alerts;
        std::vector<ColumnWriter::Entry> entries;
    };
    [[nodiscard]] Outcome read(int64_t first, int64_t last, Rows &rows);
    [[nodiscard]] Outcome readBehind(int64_t last); // from the index, up to and with this row
    [[nodiscard]] Outcome readChanges();
    [[nodiscard]] Result<int64_t> number(const QString &sql);
    [[nodiscard]] bool stopping();

    const QString m_folder;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Stored> m_offered;
    bool m_nudged = true;
    bool m_stop = false;

    // The thread's own.
    FileLock m_lock;
    std::unique_ptr<ColumnWriter> m_writer;
    QSqlDatabase m_db;
    int64_t m_seenVersion = -1;
    std::unique_ptr<WordIndexer> m_words; // beside m_writer
    std::unique_ptr<SkyIndexer> m_sky; // likewise
    std::chrono::steady_clock::time_point m_rest; // until then they are left alone

    std::thread m_thread; // last: starts when all else is there
};

} // namespace tocsin::archive
