// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/hopskotch/externalmessage.h"
#include "core/streams/stream.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace tocsin::streams::hopskotch {

// Stands between a consumer and the pipeline: a batch with placeholders waits until the messages they stand for have come, or
// could not be had. While it waits it is "full", so the consumer goes on telling its state and can be stopped; order and
// positions stay. What could not be had stays a placeholder, whose row says where it is. offer() and waitForRoom() are called
// on the consumer's thread; the fetching happens on a thread of its own, which ends with it.
class ExternalSink final : public BatchSink
{
public:
    // Blocks; on the fetching thread.
    using Fetch = std::function<Result<ExternalMessage>(const QUrl &place, std::stop_token stop)>;
    ExternalSink(BatchSink &inner, Fetch fetch);
    ~ExternalSink() override;
    void setFetching(bool on) { m_fetching = on; } // off: everything is handed on as it is

    [[nodiscard]] bool offer(Batch &batch) override;
    bool waitForRoom(int ms) override;

private:
    using Key = std::pair<std::string, int64_t>; // topic, partition and generation in one text; position
    void run(const std::stop_token &stop);

    BatchSink &m_inner;
    const Fetch m_fetch;
    std::atomic<bool> m_fetching = true;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::condition_variable_any m_answered;
    std::deque<std::pair<Key, QUrl>> m_wanted;
    std::map<Key, std::optional<ExternalMessage>> m_answers; // empty: could not be had
    std::map<Key, bool> m_asked;
    std::jthread m_thread; // last
};

} // namespace tocsin::streams::hopskotch
