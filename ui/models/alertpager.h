// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace tocsin::ui {

struct AlertRecord {
    std::shared_ptr<const Alert> alert;
    uint8_t marks = 0;
};

// Reads rows for the table on a thread of its own: the list of row numbers that match a text, and pages of alerts. The
// newest question replaces those that wait. Lives on the main thread; answers arrive there; the archive outlives it.
class AlertPager final : public QObject
{
    Q_OBJECT
public:
    explicit AlertPager(archive::Archive &archive, QObject *parent = nullptr);
    ~AlertPager() override;

    // listed() follows, unless asked anew. `ticket` tells the answers apart.
    void list(quint64 ticket, const QString &text);
    // Rows behind this one that carry the Seen mark; seenListed() follows, once.
    void listSeen(int64_t afterRow);
    void fetch(std::vector<int64_t> rows); // fetched() follows, unless asked anew

Q_SIGNALS:
    void listed(quint64 ticket, const std::vector<int64_t> &rows);
    void seenListed(const std::vector<int64_t> &rows);
    void fetched(const std::vector<tocsin::ui::AlertRecord> &records);
    void failed(const tocsin::Error &error);

private:
    void run();
    void runList(archive::Reader &reader, quint64 ticket, const std::string &text);
    void runSeen(archive::Reader &reader, int64_t afterRow);
    void runFetch(archive::Reader &reader, const std::vector<int64_t> &rows);

    archive::Archive &m_archive;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_ending = false;
    bool m_listAsked = false;
    std::optional<int64_t> m_seenAsked;
    quint64 m_ticket = 0;
    std::string m_text;
    std::vector<int64_t> m_rows;
    std::thread m_thread; // last: starts when all else is there
};

} // namespace tocsin::ui
