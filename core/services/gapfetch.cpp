// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/gapfetch.h"

#include "core/archive/archive.h"

#include <algorithm>
#include <deque>
#include <mutex>
#include <thread>

namespace tocsin::services {

using streams::FetchProgress;
using streams::Hole;

// One stream's fetching. Shared by the main thread and the run's own; the thread ends before the object does.
struct GapFetch::Run {
    const streams::StreamConfig config;
    std::thread thread; // main thread only

    std::mutex mutex; // guards all below
    std::deque<std::vector<Hole>> waiting;
    std::vector<Hole> now;
    FetchProgress before; // of what is done already
    FetchProgress progress;
    Error error;
    bool cancelled = false;
    bool over = false; // takes nothing more
    bool told = false; // deliver() is on its way

    explicit Run(streams::StreamConfig from) : config(std::move(from)) {}
};

GapFetch::GapFetch(const streams::ConsumerContext &context, QObject *parent) : QObject(parent), m_context(context)
{
}

GapFetch::~GapFetch()
{
    cancelAll();
    for (const auto &[uuid, run] : m_runs) {
        if (run->thread.joinable())
            run->thread.join();
    }
}

bool GapFetch::canFetch(const streams::StreamConfig &config)
{
    const streams::StreamType *type = streams::findStreamType(config.type);
    return type && type->fetch;
}

Result<std::vector<Hole>> GapFetch::holesOf(const QString &uuid, archive::Archive &archive)
{
    const Result<std::unique_ptr<archive::Reader>> reader = archive.reader();
    if (!reader)
        return reader.error();
    const Result<std::vector<archive::StoredGap>> gaps = reader.value()->gaps();
    if (!gaps)
        return gaps.error();
    std::vector<Hole> holes;
    for (const archive::StoredGap &gap : gaps.value()) {
        if (gap.streamUuid == uuid.toStdString() && gap.mayBeThere())
            holes.push_back({{gap.source, gap.topic, static_cast<int32_t>(gap.partition), gap.generation}, gap.from, gap.to});
    }
    return holes;
}

void GapFetch::fetch(const streams::StreamConfig &config, std::vector<Hole> holes)
{
    if (!canFetch(config) || !m_context.archive || !m_context.sink)
        return;
    if (const auto it = m_runs.find(config.uuid); it != m_runs.end()) {
        Run &run = *it->second;
        {
            const std::lock_guard lock(run.mutex);
            if (!run.over && run.cancelled) {
                m_after[config.uuid] = std::move(holes);
                return;
            }
            if (!run.over) {
                run.waiting.push_back(std::move(holes));
                return;
            }
        }
        run.thread.join(); // at its end
    }
    auto run = std::make_shared<Run>(config);
    run->waiting.push_back(std::move(holes));
    m_runs[config.uuid] = run;
    State &state = m_states[config.uuid];
    state = {};
    state.running = true;
    state.holes = run->waiting.front();
    run->thread = std::thread([this, run] { work(run); });
    Q_EMIT changed(config.uuid);
}

// The run's thread. This object outlives it: the destructor waits.
void GapFetch::work(const std::shared_ptr<Run> &run)
{
    const auto tell = [this, &run](bool last) {
        {
            const std::lock_guard lock(run->mutex);
            if (run->told && !last)
                return;
            run->told = true;
        }
        QMetaObject::invokeMethod(this, [this, run] { deliver(run); }, Qt::QueuedConnection);
    };
    const streams::StreamType *type = streams::findStreamType(run->config.type);
    for (;;) {
        std::vector<Hole> holes;
        {
            const std::lock_guard lock(run->mutex);
            if (run->waiting.empty() || run->cancelled) {
                run->over = true;
                break;
            }
            holes = std::move(run->waiting.front());
            run->waiting.pop_front();
        }
        Error failed;
        if (holes.empty()) {
            Result<std::vector<Hole>> all = holesOf(run->config.uuid, *m_context.archive);
            if (all)
                holes = std::move(all).value();
            else
                failed = all.error();
        }
        {
            const std::lock_guard lock(run->mutex);
            run->now = holes;
            run->before = run->progress;
            run->before.hole = {};
        }
        if (!holes.empty()) {
            const Result<FetchProgress> done = type->fetch(
                {.config = run->config, .holes = std::move(holes), .sink = m_context.sink, .archive = m_context.archive},
                [&](const FetchProgress &progress) {
                    bool goOn = true;
                    {
                        const std::lock_guard lock(run->mutex);
                        run->progress = progress;
                        run->progress.wanted += run->before.wanted;
                        run->progress.done += run->before.done;
                        run->progress.gone += run->before.gone;
                        run->progress.messages += run->before.messages;
                        goOn = !run->cancelled;
                    }
                    tell(false);
                    return goOn;
                });
            if (!done)
                failed = done.error();
        }
        const std::lock_guard lock(run->mutex);
        run->now.clear();
        if (!failed.message.isEmpty())
            run->error = std::move(failed);
    }
    tell(true);
}

void GapFetch::deliver(const std::shared_ptr<Run> &run)
{
    const QString uuid = run->config.uuid;
    if (const auto it = m_runs.find(uuid); it == m_runs.end() || it->second != run)
        return; // a late word of a run that another followed
    bool ended = false;
    {
        const std::lock_guard lock(run->mutex);
        run->told = false;
        State &state = m_states[uuid];
        ended = run->over && state.running;
        state.running = !run->over;
        state.progress = run->progress;
        state.error = run->error;
        state.holes = run->now;
        for (const std::vector<Hole> &more : run->waiting)
            state.holes.insert(state.holes.end(), more.begin(), more.end());
    }
    if (ended) {
        run->thread.join();
        m_runs.erase(uuid);
    }
    Q_EMIT changed(uuid);
    if (!ended)
        return;
    Q_EMIT finished(uuid);
    if (const auto next = m_after.find(uuid); next != m_after.end()) {
        std::vector<Hole> holes = std::move(next->second);
        m_after.erase(next);
        fetch(run->config, std::move(holes));
    }
}

void GapFetch::refuse(const QString &uuid, const Error &why)
{
    if (m_runs.contains(uuid))
        return; // one of before goes on, and says its own end
    m_states[uuid] = {.error = why};
    Q_EMIT changed(uuid);
    Q_EMIT finished(uuid);
}

void GapFetch::cancel(const QString &uuid)
{
    m_after.erase(uuid);
    if (const auto it = m_runs.find(uuid); it != m_runs.end()) {
        const std::lock_guard lock(it->second->mutex);
        it->second->cancelled = true;
    }
}

void GapFetch::cancelAll()
{
    m_after.clear();
    for (const auto &[uuid, run] : m_runs) {
        const std::lock_guard lock(run->mutex);
        run->cancelled = true;
    }
}

bool GapFetch::isRunning() const
{
    return !m_runs.empty();
}

GapFetch::State GapFetch::state(const QString &uuid) const
{
    const auto it = m_states.find(uuid);
    return it == m_states.end() ? State{} : it->second;
}

} // namespace tocsin::services
