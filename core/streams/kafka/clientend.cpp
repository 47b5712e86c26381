// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/kafka/clientend.h"

#include <chrono>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

namespace tocsin::streams::kafka {

using namespace std::chrono_literals;

void endClient(ClientHandle client, std::shared_ptr<MessageCount> held, std::function<void()> helpersEnd)
{
    std::promise<void> ended;
    std::future<void> end = ended.get_future();
    std::thread reaper([client = std::move(client), held = std::move(held), helpersEnd = std::move(helpersEnd), ended = std::move(ended)]() mutable {
        if (helpersEnd)
            helpersEnd();
        helpersEnd = {};
        // An undestroyed message would block for ever; then the handle is left to the process's end, and what its threads use.
        if (held->waitForNone(10s)) {
            client.reset();
        } else {
            endTokens(client);
            static std::mutex mutex;
            static auto *left = new std::vector<ClientHandle>; // never ended: that would block
            const std::lock_guard lock(mutex);
            left->push_back(std::move(client));
        }
        ended.set_value();
    });
    if (end.wait_for(1100ms) == std::future_status::ready)
        reaper.join();
    else
        reaper.detach();
}

} // namespace tocsin::streams::kafka
