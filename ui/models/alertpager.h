// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "ui/models/packetcell.h"

#include <QObject>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace tocsin::ui {

struct AlertRecord {
    std::shared_ptr<const Alert> alert;
    uint8_t marks = 0;
    std::shared_ptr<const PacketCells> packet = {}; // null: not read
};

// What a page has brought. A plain value.
struct FetchedRows {
    std::vector<AlertRecord> records;
    std::vector<int64_t> gone; // asked for, and not in the archive any more
};

// Reads rows for the table on a thread of its own: pages of alerts with the fields of packets that are shown, the older rows
// of an event, and the packets of new alerts that a filter asks for. The newest page replaces those that wait. Lives on the main thread; answers arrive there; the archive outlives it.
class AlertPager final : public QObject
{
    Q_OBJECT
public:
    explicit AlertPager(archive::Archive &archive, QObject *parent = nullptr);
    ~AlertPager() override;

    // Rows behind this one that carry the Seen mark; seenListed() follows, once.
    void listSeen(int64_t afterRow);
    // fetched() follows, unless asked anew: at first without the fields of packets, then with them.
    void fetch(std::vector<int64_t> rows, std::shared_ptr<const PacketColumns> columns);
    // Earlier rows of the event that this row belongs to, those that pass the filter (null: all); eventRead() follows.
    void readEvent(int64_t row, std::shared_ptr<const filter::Filter> filter);
    void drop(std::shared_ptr<void> records) // frees them on its own thread
    {
        {
            const std::lock_guard lock(m_mutex);
            m_dropped.push_back(std::move(records));
        }
        m_changed.notify_all();
    }
    // Judges stored alerts by their packets; judged() follows for those that pass, and for those whose packets are damaged or
    // lost. Another filter drops what waits.
    void judge(const std::shared_ptr<const filter::Filter> &filter, std::vector<std::shared_ptr<const Alert>> alerts);

Q_SIGNALS:
    void seenListed(const std::vector<int64_t> &rows);
    void fetched(const tocsin::ui::FetchedRows &rows);
    void eventRead(qint64 row, const std::vector<tocsin::ui::AlertRecord> &earlier); // the newest first
    void judged(const std::shared_ptr<const tocsin::filter::Filter> &filter, const std::vector<std::shared_ptr<const tocsin::Alert>> &passed,
                const std::vector<int64_t> &unread);
    void failed(const tocsin::Error &error);

private:
    void run();
    void runSeen(archive::Reader &reader, int64_t afterRow);
    void runFetch(archive::Reader &reader, const std::vector<int64_t> &rows, const std::shared_ptr<const PacketColumns> &columns);
    void readPackets(archive::Reader &reader, std::vector<AlertRecord> records, const std::shared_ptr<const PacketColumns> &columns);
    void runEvent(archive::Reader &reader, int64_t row, const std::shared_ptr<const filter::Filter> &filter);
    [[nodiscard]] Result<std::vector<AlertRecord>> records(archive::Reader &reader, const std::vector<int64_t> &rows);
    [[nodiscard]] bool isPageWanted();
    void tell(const Error &error);
    void runJudge(archive::Reader &reader, const std::shared_ptr<const filter::Filter> &filter,
                  const std::vector<std::shared_ptr<const Alert>> &alerts);

    archive::Archive &m_archive;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_ending = false;
    std::optional<int64_t> m_seenAsked;
    std::shared_ptr<const filter::Filter> m_filter; // of m_unjudged
    std::deque<std::shared_ptr<const Alert>> m_unjudged;
    std::vector<int64_t> m_rows;
    std::shared_ptr<const PacketColumns> m_columns; // of m_rows
    std::deque<std::pair<int64_t, std::shared_ptr<const filter::Filter>>> m_events; // asked for
    std::vector<std::shared_ptr<void>> m_dropped;
    std::thread m_thread; // last: starts when all else is there
};

} // namespace tocsin::ui
