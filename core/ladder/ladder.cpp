// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ladder/ladder.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace tocsin::ladder {

namespace {

constexpr int kTickMs = 10;

std::mutex runningMutex;
std::condition_variable runningChanged;
int running = 0;

} // namespace

bool Climb::waitFor(const std::function<bool()> &done) const
{
    QEventLoop loop; // makes this thread's dispatcher, which the timer needs
    QTimer tick;
    tick.start(kTickMs);
    while (!done()) {
        if (over())
            return false;
        loop.processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

struct Ladder::Run {
    std::mutex mutex;
    Ladder *climber = nullptr; // null: nobody waits
    std::shared_ptr<std::atomic<bool>> cancelled = std::make_shared<std::atomic<bool>>(false);

    // On the main thread, unless it was given up meanwhile.
    void tell(const std::shared_ptr<Run> &self, const std::function<void(Ladder &)> &what)
    {
        const std::lock_guard lock(mutex);
        if (!climber)
            return;
        QMetaObject::invokeMethod(
            climber,
            [to = climber, self, what] {
                if (to->m_run == self)
                    what(*to);
            },
            Qt::QueuedConnection);
    }
};

Ladder::Ladder(QObject *parent) : QObject(parent)
{
}

Ladder::~Ladder()
{
    cancel();
}

void Ladder::cancel()
{
    if (!m_run)
        return;
    *m_run->cancelled = true;
    {
        const std::lock_guard lock(m_run->mutex);
        m_run->climber = nullptr;
    }
    m_run.reset();
}

void Ladder::climb(std::vector<Step> steps, int limitMs)
{
    cancel();
    m_rungs.clear();
    for (const Step &step : steps)
        m_rungs.push_back({.what = step.what});
    auto run = std::make_shared<Run>();
    run->climber = this;
    m_run = run;
    {
        const std::lock_guard lock(runningMutex);
        ++running;
    }
    // Detached: a name server or a broker that is silent may outlast whoever asked.
    std::thread([run, steps = std::move(steps), limitMs]() mutable {
        for (size_t i = 0; i < steps.size() && !*run->cancelled; ++i) {
            const int number = static_cast<int>(i);
            Rung rung{.what = steps[i].what, .state = RungState::Running};
            run->tell(run, [=](Ladder &ladder) { ladder.take(number, rung); });
            QElapsedTimer clock;
            clock.start();
            const RungEnd end = steps[i].go(Climb(limitMs > 0 ? limitMs : steps[i].limitMs, run->cancelled));
            rung = {.what = rung.what, .state = end.state, .fact = end.fact, .milliseconds = clock.elapsed(), .problem = end.problem, .option = end.option};
            run->tell(run, [=](Ladder &ladder) { ladder.take(number, rung); });
            if (end.state == RungState::Failed)
                break;
        }
        run->tell(run, [](Ladder &ladder) {
            ladder.m_run.reset();
            Q_EMIT ladder.finished();
        });
        steps.clear(); // connections end here
        const std::lock_guard lock(runningMutex);
        --running;
        runningChanged.notify_all();
    }).detach();
}

void Ladder::take(int rung, const Rung &now)
{
    m_rungs[static_cast<size_t>(rung)] = now;
    Q_EMIT changed(rung);
}

const Rung *Ladder::failure() const
{
    const auto it = std::ranges::find(m_rungs, RungState::Failed, &Rung::state);
    return it == m_rungs.end() ? nullptr : &*it;
}

qint64 Ladder::milliseconds() const
{
    qint64 sum = 0;
    for (const Rung &rung : m_rungs)
        sum += std::max<qint64>(0, rung.milliseconds);
    return sum;
}

bool Ladder::waitForAll(int ms)
{
    std::unique_lock lock(runningMutex);
    return runningChanged.wait_for(lock, std::chrono::milliseconds(ms), [] { return running == 0; });
}

} // namespace tocsin::ladder
