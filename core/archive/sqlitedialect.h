// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/segmentfile.h"
#include "core/base/error.h"
#include "core/domain/packet.h"

#include <QSqlDatabase>

#include <atomic>
#include <chrono>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace tocsin::archive {

// How long the writer waits for an index that another connection has locked: `patience` for each statement, but never
// beyond a moment that may be set while it waits. Used on the archive's thread; endBy() may be called from any.
class BusyPatience
{
public:
    using Clock = std::chrono::steady_clock;

    explicit BusyPatience(std::chrono::milliseconds patience) : m_patience(patience) {}
    // In place of the connection's own timeout; this object outlives the connection.
    [[nodiscard]] Outcome install(QSqlDatabase &db);
    void endBy(Clock::time_point end); // the earliest of several counts
    [[nodiscard]] bool isOver() const { return Clock::now() >= m_end.load(); }

private:
    static int wait(void *self, int count);

    const std::chrono::milliseconds m_patience;
    std::atomic<Clock::time_point> m_end{Clock::time_point::max()};
    Clock::time_point m_since; // of the statement that waits
};

// What is SQLite's own: the one hot INSERT, bound natively through the driver's handle, because Qt Sql's QVariants
// halve the speed (measured: 475,000 against 237,000 rows/s). Lives on the archive's thread.
class HotInsert
{
public:
    HotInsert() = default;
    ~HotInsert();
    HotInsert(const HotInsert &) = delete;
    HotInsert &operator=(const HotInsert &) = delete;

    [[nodiscard]] Outcome prepare(QSqlDatabase &db);

    struct Where {
        int64_t lane = 0;
        int64_t stream = 0;
        int64_t segment = 0;
        SegmentFile::Span span;
    };
    // The new row's number, or 0 when the message was there already.
    [[nodiscard]] Result<int64_t> insert(const Alert &alert, const Packet &packet, int64_t night, const Where &where);
    // Whether the first record of this message is there.
    [[nodiscard]] Result<bool> exists(int64_t lane, const Packet &packet);
    void finish();

private:
    [[nodiscard]] Error failure() const;

    sqlite3 *m_db = nullptr;
    sqlite3_stmt *m_insert = nullptr;
    sqlite3_stmt *m_exists = nullptr;
};

// Writes over the columns of rows there are, adds further records of their messages and removes those that are no more. Lives for one transaction.
class RowReplace
{
public:
    RowReplace() = default;
    ~RowReplace();
    RowReplace(const RowReplace &) = delete;
    RowReplace &operator=(const RowReplace &) = delete;

    [[nodiscard]] Outcome prepare(QSqlDatabase &db);
    struct Row {
        int64_t row = 0;
        int64_t record = 0;
        bool isMarked = false; // by a person: starred or pinned
    };
    // All rows of the message that this row belongs to, by record; none: it is gone.
    [[nodiscard]] Result<std::vector<Row>> rowsBeside(int64_t row);
    [[nodiscard]] Outcome update(int64_t row, const Alert &alert);
    // One more record beside this row, with its memberships; its number, or 0 when it is there already.
    [[nodiscard]] Result<int64_t> add(int64_t beside, const Alert &alert);
    [[nodiscard]] Outcome remove(int64_t row); // with what hangs on it

private:
    [[nodiscard]] Outcome step(sqlite3_stmt *statement) const;
    [[nodiscard]] Error failure() const;

    sqlite3 *m_db = nullptr;
    sqlite3_stmt *m_beside = nullptr;
    sqlite3_stmt *m_update = nullptr;
    sqlite3_stmt *m_insert = nullptr;
    sqlite3_stmt *m_memberships = nullptr;
    sqlite3_stmt *m_segment = nullptr;
    sqlite3_stmt *m_leave = nullptr;
    sqlite3_stmt *m_unmark = nullptr;
    sqlite3_stmt *m_remove = nullptr;
};

// Reads whole alerts, natively for the same reason. Lives on the thread of its connection.
class AlertCursor
{
public:
    AlertCursor() = default;
    ~AlertCursor();
    AlertCursor(const AlertCursor &) = delete;
    AlertCursor &operator=(const AlertCursor &) = delete;

    // `where` follows the FROM clause, with ? for `values` (numbers as int64, else text). Names: a = alerts, l = lanes,
    // s = streams.
    [[nodiscard]] Outcome prepare(QSqlDatabase &db, const QString &where);
    void bind(int index, int64_t value);
    void bind(int index, const std::string &value);
    // The next alert, or null at the end.
    [[nodiscard]] Result<std::shared_ptr<Alert>> next();
    // The number of the stream of the alert that next() gave.
    [[nodiscard]] uint32_t streamNumber() const { return m_streamNumber; }
    void reset();

private:
    sqlite3 *m_db = nullptr;
    sqlite3_stmt *m_statement = nullptr;
    uint32_t m_streamNumber = 0;
};

} // namespace tocsin::archive
