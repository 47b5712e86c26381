// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/kafka/fetchwaker.h"

namespace tocsin::streams::kafka {

FetchWaker::FetchWaker(rd_kafka_t *client) : m_client(client), m_thread([this] { run(); })
{
}

FetchWaker::~FetchWaker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void FetchWaker::setBehind(std::vector<PartitionId> behind)
{
    {
        const std::lock_guard lock(m_mutex);
        m_behind = std::move(behind);
    }
    m_wake.notify_all();
}

void FetchWaker::run()
{
    size_t turn = 0;
    for (;;) {
        PartitionId id;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stop || !m_behind.empty(); });
            // 20 ms between questions: measured best between waking late and asking too much.
            m_wake.wait_for(lock, std::chrono::milliseconds(20), [this] { return m_stop; });
            if (m_stop)
                return;
            if (m_behind.empty())
                continue;
            id = m_behind[turn++ % m_behind.size()];
        }
        int64_t low = 0;
        int64_t high = 0;
        rd_kafka_query_watermark_offsets(m_client, id.first.c_str(), id.second, &low, &high, 500);
    }
}

} // namespace tocsin::streams::kafka
