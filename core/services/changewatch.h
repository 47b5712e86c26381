// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace tocsin::services {

// Tells of rows that went or were decoded anew in the archive, by this process or another, a moment later: when sorting and
// folding know of it too. Owns its thread and its reader. Lives on the main thread; the archive outlives it.
class ChangeWatch final : public QObject
{
    Q_OBJECT
public:
    explicit ChangeWatch(archive::Archive &archive, QObject *parent = nullptr);
    ~ChangeWatch() override;

Q_SIGNALS:
    void changed(const tocsin::archive::RowChanges &changes);

private:
    void run();

    archive::Archive &m_archive;
    std::mutex m_mutex;
    std::condition_variable m_ended;
    bool m_ending = false;
    std::thread m_thread; // last: starts when all else is there
};

} // namespace tocsin::services
