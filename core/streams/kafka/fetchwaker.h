// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/kafka/brokerscout.h"

namespace tocsin::streams::kafka {

// The cure of the fetch stall (reliability 0.2): below librdkafka 2.2 a full local queue makes a broker's thread sleep
// up to a second however soon the queue drains; a cheap question to a partition's leader wakes it. Own thread, because
// the question blocks. Owned by KafkaWorker; ends before the client does.
class FetchWaker
{
public:
    explicit FetchWaker(rd_kafka_t *client);
    ~FetchWaker();

    // Partitions that are behind now; empty = sleep.
    void setBehind(std::vector<PartitionId> behind);

private:
    void run();

    rd_kafka_t *const m_client;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<PartitionId> m_behind;
    bool m_stop = false;
    std::thread m_thread; // last
};

} // namespace tocsin::streams::kafka
