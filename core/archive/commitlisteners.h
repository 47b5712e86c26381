// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"

#include <algorithm>
#include <vector>

namespace tocsin::archive {

// One listener for an archive that has several: tells each of them, in their order. Set up before the first append; they
// outlive the archive.
class CommitListeners final : public CommitListener
{
public:
    void add(CommitListener *listener) { m_listeners.push_back(listener); }
    // Another one in the place of one that was added.
    void replace(CommitListener *old, CommitListener *listener) { std::replace(m_listeners.begin(), m_listeners.end(), old, listener); }

    void alertsCommitted(std::vector<std::shared_ptr<const Alert>> alerts, uint64_t messages, uint64_t replays, uint64_t gaps) override
    {
        for (size_t i = 1; i < m_listeners.size(); ++i)
            m_listeners[i]->alertsCommitted(alerts, messages, replays, gaps);
        if (!m_listeners.empty())
            m_listeners.front()->alertsCommitted(std::move(alerts), messages, replays, gaps);
    }
    void alertsReplayed(const std::vector<std::shared_ptr<const Alert>> &alerts) override
    {
        for (CommitListener *each : m_listeners)
            each->alertsReplayed(alerts);
    }
    void archiveTrouble(const QString &message) override
    {
        for (CommitListener *each : m_listeners)
            each->archiveTrouble(message);
    }

private:
    std::vector<CommitListener *> m_listeners;
};

} // namespace tocsin::archive
