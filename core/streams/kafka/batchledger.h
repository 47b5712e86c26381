// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/packet.h"
#include "core/streams/kafka/rdkafkahandles.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace tocsin::streams::kafka {

// Counts librdkafka messages that are still in somebody's hands: the client must not be destroyed before.
// Thread-safe; shared by the worker and all its vaults.
class MessageCount
{
public:
    void add(size_t count)
    {
        const std::lock_guard lock(m_mutex);
        m_count += count;
    }
    void drop(size_t count)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_count -= count;
        }
        m_none.notify_all();
    }
    bool waitForNone(std::chrono::milliseconds limit)
    {
        std::unique_lock lock(m_mutex);
        return m_none.wait_for(lock, limit, [this] { return m_count == 0; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_none;
    size_t m_count = 0;
};

// Owns the messages behind one batch's views; the batch's keepAlive. Released on whatever thread lets go last.
class MessageVault
{
public:
    explicit MessageVault(std::shared_ptr<MessageCount> count) : m_count(std::move(count)) {}
    ~MessageVault()
    {
        const size_t held = m_messages.size();
        m_messages.clear();
        m_count->drop(held);
    }
    MessageVault(const MessageVault &) = delete;
    MessageVault &operator=(const MessageVault &) = delete;

    void keep(MessageHandle message)
    {
        m_messages.push_back(std::move(message));
        m_count->add(1);
    }

private:
    std::vector<MessageHandle> m_messages;
    const std::shared_ptr<MessageCount> m_count;
};

// Receipts that are out. The archive's thread answers, the worker's thread collects.
class BatchLedger final : public BatchOrigin
{
public:
    uint64_t open()
    {
        ++m_outstanding;
        const std::lock_guard lock(m_mutex);
        m_since.emplace(++m_last, std::chrono::steady_clock::now());
        return m_last;
    }
    void giveBack() // the last one: a batch that was never taken
    {
        const std::lock_guard lock(m_mutex);
        m_since.erase(m_last);
        --m_outstanding;
    }
    void committed(uint64_t receipt) override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_committed.push_back(receipt);
            m_since.erase(receipt);
        }
        --m_outstanding;
    }
    void refused(uint64_t receipt, const std::string &why) override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_refusal = why;
            m_since.erase(receipt);
        }
        --m_outstanding;
    }
    [[nodiscard]] int outstanding() const { return m_outstanding; }
    // For how long the oldest one has been out.
    [[nodiscard]] std::chrono::steady_clock::duration longestWait()
    {
        const std::lock_guard lock(m_mutex);
        return m_since.empty() ? std::chrono::steady_clock::duration::zero() : std::chrono::steady_clock::now() - m_since.begin()->second;
    }
    [[nodiscard]] std::vector<uint64_t> takeCommitted()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_committed, {});
    }
    [[nodiscard]] std::string takeRefusal()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_refusal, {});
    }

private:
    std::atomic<int> m_outstanding{0};
    uint64_t m_last = 0; // worker only
    std::mutex m_mutex;
    std::vector<uint64_t> m_committed;
    std::map<uint64_t, std::chrono::steady_clock::time_point> m_since; // of what is out, oldest first
    std::string m_refusal;
};

} // namespace tocsin::streams::kafka
