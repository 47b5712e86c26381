// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/work.h"

#include <QThreadPool>

#include <mutex>

namespace tocsin::tokens {

namespace {

constexpr int kMostThreads = 16; // they wait for servers
constexpr int kEndMs = 1'000;

// Never deleted: what hangs in it at the end may still hang.
struct Workshop {
    QThreadPool pool;
    std::stop_source ending;
};

Workshop *theWorkshop = nullptr;

void close()
{
    theWorkshop->ending.request_stop();
    theWorkshop->pool.waitForDone(kEndMs);
}

Workshop &workshop()
{
    static std::once_flag once;
    std::call_once(once, [] {
        theWorkshop = new Workshop;
        theWorkshop->pool.setMaxThreadCount(kMostThreads);
        qAddPostRoutine(&close);
    });
    return *theWorkshop;
}

} // namespace

void startWork(std::function<void(const std::stop_token &ending)> work)
{
    Workshop &shop = workshop();
    shop.pool.start([work = std::move(work), ending = shop.ending.get_token()] { work(ending); });
}

} // namespace tocsin::tokens
