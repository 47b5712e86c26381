// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/alertfeed.h"

#include "core/decoders/decoder.h"

#include <algorithm>
#include <iterator>

namespace tocsin::services {

AlertFeed::AlertFeed(size_t capacity, QObject *parent) : QObject(parent), m_capacity(capacity)
{
}

AlertFeed::Drained AlertFeed::drain()
{
    const std::lock_guard lock(m_mutex);
    m_announced = false;
    Drained drained = std::move(m_waiting);
    m_waiting = {};
    m_waiting.lastRow = drained.lastRow;
    return drained;
}

void AlertFeed::alertsCommitted(std::vector<std::shared_ptr<const Alert>> alerts, uint64_t messages, uint64_t replays,
                                uint64_t gaps)
{
    bool announce = false;
    const bool waits = std::ranges::any_of(alerts, [](const auto &alert) { return !alert->error.empty() && decoders::waitsForSchema(*alert); });
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.messages += messages;
        m_waiting.replays += replays;
        m_waiting.gaps += gaps;
        if (!alerts.empty())
            m_waiting.lastRow = std::max(m_waiting.lastRow, alerts.back()->row);
        if (m_waiting.alerts.size() + alerts.size() > m_capacity) {
            m_waiting.alerts.clear();
            m_waiting.skipped = true;
        }
        // After an overflow only what follows the hole would be kept: the archive has it all.
        if (!m_waiting.skipped)
            m_waiting.alerts.insert(m_waiting.alerts.end(), std::make_move_iterator(alerts.begin()),
                                    std::make_move_iterator(alerts.end()));
        announce = !m_announced;
        m_announced = true;
    }
    if (announce)
        Q_EMIT ready();
    if (waits)
        Q_EMIT alertsWait();
}

void AlertFeed::archiveTrouble(const QString &message)
{
    Q_EMIT troubleChanged(message);
}

} // namespace tocsin::services
