// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/stream.h"

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <set>

namespace tocsin::tests {

// Takes whatever a consumer offers and remembers which offsets came. Thread-safe.
class OffsetSink final : public streams::BatchSink
{
public:
    bool offer(Batch &batch) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_holdsBack)
            return false;
        const auto now = std::chrono::steady_clock::now();
        for (const Packet &packet : batch.packets) {
            m_repeated += m_had[{packet.lane->topic, packet.lane->partition}].insert(packet.position).second ? 0 : 1;
            ++m_total;
        }
        if (!batch.packets.empty()) {
            if (m_total > static_cast<int>(batch.packets.size()))
                m_longestWait = std::max(m_longestWait, now - m_last);
            m_last = now;
        }
        if (const auto origin = batch.origin.lock())
            origin->committed(batch.receipt);
        return true;
    }
    bool waitForRoom(int ms) override
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::milliseconds(ms), [this] { return !m_holdsBack; });
    }
    void holdBack(bool on)
    {
        const std::lock_guard lock(m_mutex);
        m_holdsBack = on;
        m_changed.notify_all();
    }
    [[nodiscard]] int total() const
    {
        const std::lock_guard lock(m_mutex);
        return m_total;
    }
    [[nodiscard]] int repeated() const
    {
        const std::lock_guard lock(m_mutex);
        return m_repeated;
    }
    [[nodiscard]] std::map<std::pair<std::string, int32_t>, std::set<int64_t>> offsets() const
    {
        const std::lock_guard lock(m_mutex);
        return m_had;
    }
    // Between the first and the last of each partition.
    [[nodiscard]] int leftOut() const
    {
        const std::lock_guard lock(m_mutex);
        int64_t missing = 0;
        for (const auto &[lane, offsets] : m_had)
            missing += *offsets.rbegin() - *offsets.begin() + 1 - static_cast<int64_t>(offsets.size());
        return static_cast<int>(missing);
    }
    [[nodiscard]] int64_t longestWaitMs() const
    {
        const std::lock_guard lock(m_mutex);
        return std::chrono::duration_cast<std::chrono::milliseconds>(m_longestWait).count();
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<std::pair<std::string, int32_t>, std::set<int64_t>> m_had;
    std::chrono::steady_clock::time_point m_last;
    std::chrono::steady_clock::duration m_longestWait{0};
    int m_total = 0;
    int m_repeated = 0;
    bool m_holdsBack = false;
};

} // namespace tocsin::tests
