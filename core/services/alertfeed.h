// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"

#include <QObject>

#include <memory>
#include <mutex>
#include <vector>

namespace tocsin::services {

// Carries committed alerts from the archive's thread to the main thread: a bounded list under a lock and one
// ready() per drain, never a signal per alert. When the window falls behind, alerts leave the list but not the
// archive: `lastRow` still tells how far it reaches and the window pages the rest.
// Lives on the main thread; publish side is thread-safe.
class AlertFeed final : public QObject, public archive::CommitListener
{
    Q_OBJECT
public:
    struct Drained {
        std::vector<std::shared_ptr<const Alert>> alerts; // in row order, without holes unless `skipped`
        bool skipped = false; // the list overflowed: ask the archive for rows you do not have
        int64_t lastRow = 0;
        uint64_t messages = 0; // since the last drain
        uint64_t replays = 0;
        uint64_t gaps = 0;
    };

    explicit AlertFeed(size_t capacity = 20'000, QObject *parent = nullptr);
    [[nodiscard]] Drained drain();

    void alertsCommitted(std::vector<std::shared_ptr<const Alert>> alerts, uint64_t messages, uint64_t replays,
                         uint64_t gaps) override;
    void archiveTrouble(const QString &message) override;

Q_SIGNALS:
    void ready(); // once after the list was empty; arrives on the main thread
    void alertsWait(); // among those that were committed some wait for a schema; at most once a commit
    void troubleChanged(const QString &message);

private:
    const size_t m_capacity;
    std::mutex m_mutex;
    Drained m_waiting;
    bool m_announced = false;
};

} // namespace tocsin::services
