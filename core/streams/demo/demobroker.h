// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

struct rd_kafka_s;

namespace tocsin::demo {

// librdkafka's mock cluster inside this process, and a thread that sends it the night. Within the mock's limits: it
// keeps about 5 MiB per partition and drops older data in silence, so the sender never runs more than 4 MiB ahead
// of what the reader has taken. Loopback only, memory only. Owned by DemoConsumer.
class DemoBroker
{
public:
    struct Settings {
        uint64_t seed = 1;
        double speed = 1; // times life
        int64_t count = 0; // stop sending after so many alerts; 0 = no end
    };

    explicit DemoBroker(const Settings &settings);
    ~DemoBroker();
    DemoBroker(const DemoBroker &) = delete;
    DemoBroker &operator=(const DemoBroker &) = delete;

    // Starts the cluster, makes the topics, starts sending; the address to connect to.
    Result<std::string> start();
    // Told by the reader; any thread.
    void taken(size_t bytes);

private:
    void run();

    const Settings m_settings;
    std::unique_ptr<rd_kafka_s, void (*)(rd_kafka_s *)> m_producer;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    int64_t m_ahead = 0; // bytes sent and not yet taken
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace tocsin::demo
