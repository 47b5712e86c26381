// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"

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
};

// Reads rows for the table on a thread of its own: pages of alerts, and the packets of new ones that a filter asks for. The
// newest page replaces those that wait. Lives on the main thread; answers arrive there; the archive outlives it.
class AlertPager final : public QObject
{
    Q_OBJECT
public:
    explicit AlertPager(archive::Archive &archive, QObject *parent = nullptr);
    ~AlertPager() override;

    // Rows behind this one that carry the Seen mark; seenListed() follows, once.
    void listSeen(int64_t afterRow);
    void fetch(std::vector<int64_t> rows); // fetched() follows, unless asked anew
    // Judges stored alerts by their packets; judged() follows for those that pass. Another filter drops what waits.
    void judge(const std::shared_ptr<const filter::Filter> &filter, std::vector<std::shared_ptr<const Alert>> alerts);

Q_SIGNALS:
    void seenListed(const std::vector<int64_t> &rows);
    void fetched(const std::vector<tocsin::ui::AlertRecord> &records);
    void judged(const std::shared_ptr<const tocsin::filter::Filter> &filter, const std::vector<std::shared_ptr<const tocsin::Alert>> &passed);
    void failed(const tocsin::Error &error);

private:
    void run();
    void runSeen(archive::Reader &reader, int64_t afterRow);
    void runFetch(archive::Reader &reader, const std::vector<int64_t> &rows);
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
    std::thread m_thread; // last: starts when all else is there
};

} // namespace tocsin::ui
