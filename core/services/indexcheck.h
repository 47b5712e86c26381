// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QObject>

#include <atomic>
#include <chrono>
#include <thread>

namespace tocsin::services {

// Has the whole index of an archive checked now and then (reliability.md A3, fault 32), on a thread that gives way to all
// others: at most once a week, which a file in the archive's folder remembers. Says something only when the index is bad. Lives
// on the main thread; ends within a step of SQLite's (some 10 ms).
class IndexCheck final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::hours kPause{7 * 24};

    explicit IndexCheck(QString folder, QObject *parent = nullptr);
    ~IndexCheck() override;

    void start(); // nothing when one runs, or the last good one is not long ago
    [[nodiscard]] static QString noteFile(const QString &folder); // its time is that of the last good check

Q_SIGNALS:
    void damaged(const tocsin::Error &error);
    void ended(bool checked); // false: not due, or given up

private:
    [[nodiscard]] bool work(Error &damage);

    const QString m_folder;
    std::atomic<bool> m_ending{false};
    std::atomic<bool> m_running{false};
    std::thread m_thread;
};

} // namespace tocsin::services
