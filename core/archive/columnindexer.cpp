// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/columnindexer.h"

#include "core/archive/sqlitedialect.h"
#include "core/archive/sqliteschema.h"
#include "core/base/logging.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>

namespace tocsin::archive {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr size_t kMostOffered = 20'000; // about 50 MB; beyond it the index is read
constexpr int64_t kRowsAtOnce = 16'384;
constexpr size_t kRowsAtALook = 256; // whether the end has come
constexpr auto kLook = 1s; // for rows of other processes
constexpr auto kSync = 60s;
constexpr int kNice = 10; // of two busy programs it still gets a tenth
constexpr auto kIndexRest = 60s; // after a failure

} // namespace

ColumnIndexer::ColumnIndexer(QString archiveFolder) : m_folder(std::move(archiveFolder)), m_thread([this] { run(); })
{
}

ColumnIndexer::~ColumnIndexer()
{
    stop();
    m_thread.join();
}

void ColumnIndexer::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
}

void ColumnIndexer::offer(std::vector<Stored> alerts)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_offered.size() + alerts.size() > kMostOffered) {
            m_offered.clear();
            m_nudged = true;
        } else {
            m_offered.insert(m_offered.end(), std::make_move_iterator(alerts.begin()), std::make_move_iterator(alerts.end()));
        }
    }
    m_wake.notify_all();
}

void ColumnIndexer::nudge()
{
    {
        const std::lock_guard lock(m_mutex);
        m_nudged = true;
    }
    m_wake.notify_all();
}

bool ColumnIndexer::stopping()
{
    const std::lock_guard lock(m_mutex);
    return m_stop;
}

void ColumnIndexer::run()
{
    // On Linux the priority of process 0 is that of the calling thread.
    ::setpriority(PRIO_PROCESS, 0, kNice);
    auto lastSync = std::chrono::steady_clock::now();
    while (!stopping()) {
        if (const Outcome done = step(); !done) {
            qCInfo(lcArchive).noquote() << "column files:" << done.error().message << done.error().detail;
            m_words.reset();
            m_writer.reset();
            m_lock.unlock();
            std::unique_lock lock(m_mutex);
            m_offered.clear();
            m_wake.wait_for(lock, 10s, [this] { return m_stop; });
        }
        if (m_writer && std::chrono::steady_clock::now() - lastSync > kSync) {
            lastSync = std::chrono::steady_clock::now();
            (void)m_writer->sync();
        }
        if (stepIndexes())
            continue;
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, kLook, [this] { return m_stop || m_nudged || !m_offered.empty(); });
    }
    // Not synced at the end, which may not take long: what a power cut takes is read from the index again.
    m_words.reset();
    m_writer.reset();
    if (m_db.isValid())
        closeIndex(m_db);
}

Outcome ColumnIndexer::step()
{
    if (!m_db.isValid()) {
        Result<OpenedIndex> opened = openIndex(m_folder, false);
        if (!opened)
            return opened.error();
        m_db = std::move(opened.value().db);
    }
    if (!m_writer) {
        if (!m_lock.tryLock(columnFolder(m_folder) + u".lock"_s)) {
            const std::lock_guard lock(m_mutex); // another process does it for us
            m_offered.clear();
            m_nudged = false;
            return Done{};
        }
        auto writer = std::make_unique<ColumnWriter>();
        if (const Outcome done = writer->open(m_folder); !done)
            return done;
        m_writer = std::move(writer);
        makeIndexes();
        m_seenVersion = -1;
    }
    std::deque<Stored> offered;
    bool nudged = false;
    {
        const std::lock_guard lock(m_mutex);
        offered.swap(m_offered);
        nudged = std::exchange(m_nudged, false);
    }
    if (!offered.empty()) {
        if (const Outcome done = takeOffered(std::move(offered)); !done)
            return done;
    }
    // Changes by this connection do not count, by any other they do; ours never writes.
    const Result<int64_t> version = number(u"PRAGMA data_version"_s);
    if (!version)
        return version.error();
    if (version.value() == m_seenVersion && !nudged)
        return Done{};
    m_seenVersion = version.value();
    if (const Outcome done = readChanges(); !done)
        return done;
    const Result<int64_t> last = number(u"SELECT coalesce(max(row), 0) FROM alerts"_s);
    if (!last)
        return last.error();
    return last.value() > m_writer->complete() ? readBehind(last.value()) : Done{};
}

bool ColumnIndexer::stepIndexes()
{
    if (!m_writer || std::chrono::steady_clock::now() < m_rest)
        return false;
    const auto failed = [this](const char *which, const Error &error) {
        qCInfo(lcArchive).noquote() << which << error.message << error.detail;
        makeIndexes();
        m_rest = std::chrono::steady_clock::now() + kIndexRest;
        return false;
    };
    const Result<bool> positions = m_sky->step(m_db, m_writer->complete(), m_writer->change());
    if (!positions)
        return failed("sky index:", positions.error());
    const Result<bool> words = m_words->step(m_db, {.complete = m_writer->complete(), .change = m_writer->change()}, [this] { return stopping(); });
    if (!words)
        return failed("word index:", words.error());
    return positions.value() || words.value();
}

void ColumnIndexer::makeIndexes()
{
    m_words = std::make_unique<WordIndexer>(m_folder);
    m_sky = std::make_unique<SkyIndexer>(m_folder);
}

Outcome ColumnIndexer::takeOffered(std::deque<Stored> offered)
{
    auto at = offered.begin();
    while (at != offered.end() && at->alert->row <= m_writer->complete())
        ++at; // read from the index already
    while (at != offered.end()) {
        // Rows of other processes may lie before it.
        if (at->alert->row > m_writer->complete() + 1) {
            if (const Outcome done = readBehind(at->alert->row - 1); !done)
                return done;
            if (m_writer->complete() < at->alert->row - 1)
                return Done{}; // stopping
        }
        std::vector<ColumnWriter::Entry> entries;
        auto end = at;
        for (; end != offered.end() && (end == at || end->alert->row == std::prev(end)->alert->row + 1); ++end)
            entries.push_back({end->alert->row, end->stream, end->alert.get()});
        const int64_t last = entries.back().row;
        if (const Outcome done = m_writer->append(std::move(entries), last); !done)
            return done;
        at = end;
    }
    return Done{};
}

// The alerts of a range of rows, and what the writer wants to know of them; not all of them when stopping().
Outcome ColumnIndexer::read(int64_t first, int64_t last, Rows &rows)
{
    AlertCursor cursor;
    if (const Outcome done = cursor.prepare(m_db, u"WHERE a.row BETWEEN ? AND ? ORDER BY a.row"_s); !done)
        return done;
    cursor.bind(1, first);
    cursor.bind(2, last);
    for (;;) {
        if (rows.alerts.size() % kRowsAtALook == 0 && stopping())
            return Done{};
        Result<std::shared_ptr<Alert>> alert = cursor.next();
        if (!alert)
            return alert.error();
        if (!alert.value())
            return Done{};
        rows.entries.push_back({alert.value()->row, cursor.streamNumber(), alert.value().get()});
        rows.alerts.push_back(std::move(alert.value()));
    }
}

Outcome ColumnIndexer::readBehind(int64_t last)
{
    // In ranges: a long read would keep SQLite from shortening its log.
    while (m_writer->complete() < last && !stopping()) {
        const int64_t first = m_writer->complete() + 1;
        const int64_t end = std::min(last, first + kRowsAtOnce - 1);
        Rows rows;
        if (const Outcome done = read(first, end, rows); !done)
            return done;
        if (stopping())
            return Done{};
        if (const Outcome done = m_writer->append(std::move(rows.entries), end); !done)
            return done;
    }
    return Done{};
}

Outcome ColumnIndexer::readChanges()
{
    struct Change {
        int64_t id = 0;
        int64_t first = 0;
        int64_t last = 0;
    };
    std::vector<Change> changes;
    {
        QSqlQuery query(m_db);
        query.prepare(u"SELECT id, first_row, last_row FROM changes WHERE id > ? ORDER BY id"_s);
        query.addBindValue(qlonglong(m_writer->change()));
        if (!query.exec())
            return sqlError(u"changes"_s, query.lastError().text());
        while (query.next())
            changes.push_back({query.value(0).toLongLong(), query.value(1).toLongLong(), query.value(2).toLongLong()});
    }
    for (const Change &change : changes) {
        const int64_t end = std::min(change.last, m_writer->complete());
        for (int64_t first = change.first; first <= end; first += kRowsAtOnce) {
            const int64_t last = std::min(end, first + kRowsAtOnce - 1);
            Rows rows;
            if (const Outcome done = read(first, last, rows); !done)
                return done;
            if (stopping())
                return Done{};
            if (const Outcome done = m_writer->replace(std::move(rows.entries), first, last); !done)
                return done;
        }
        if (const Outcome done = m_writer->noteChange(change.id); !done)
            return done;
    }
    return Done{};
}

Result<int64_t> ColumnIndexer::number(const QString &sql)
{
    QSqlQuery query(m_db);
    if (!query.exec(sql) || !query.next())
        return sqlError(sql, query.lastError().text());
    return int64_t{query.value(0).toLongLong()};
}

} // namespace tocsin::archive
