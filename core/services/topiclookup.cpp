// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/topiclookup.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace tocsin::services {

namespace {

// Threads that are still at it; those of cancelled questions too.
std::mutex runningMutex;
std::condition_variable runningChanged;
int running = 0;

} // namespace

struct TopicLookup::Question {
    std::mutex mutex;
    TopicLookup *asker = nullptr; // null: nobody waits for the answer
};

TopicLookup::TopicLookup(QObject *parent) : QObject(parent)
{
}

TopicLookup::~TopicLookup()
{
    cancel();
}

void TopicLookup::cancel()
{
    if (!m_question)
        return;
    {
        const std::lock_guard lock(m_question->mutex);
        m_question->asker = nullptr;
    }
    m_question.reset();
}

void TopicLookup::ask(const streams::StreamType &type, const streams::StreamConfig &config)
{
    start([topics = type.topics, config]() -> Tell {
        return [answer = topics(config, true, kTimeLimitMs)](TopicLookup &asker) {
            if (answer)
                Q_EMIT asker.found(answer.value());
            else
                Q_EMIT asker.failed(answer.error());
        };
    });
}

void TopicLookup::askEnds(const streams::StreamType &type, const streams::StreamConfig &config, const std::vector<Lane> &lanes)
{
    start([ends = type.ends, config, lanes]() -> Tell {
        return [answer = ends(config, lanes, kTimeLimitMs), uuid = config.uuid](TopicLookup &asker) {
            if (answer)
                Q_EMIT asker.endsFound(uuid, answer.value());
            else
                Q_EMIT asker.failed(answer.error());
        };
    });
}

void TopicLookup::start(std::function<Tell()> work)
{
    cancel();
    auto question = std::make_shared<Question>();
    question->asker = this;
    m_question = question;
    {
        const std::lock_guard lock(runningMutex);
        ++running;
    }
    // Detached: librdkafka's question for metadata cannot be called off, only outwaited.
    std::thread([question, work = std::move(work)] {
        Tell tell = work();
        {
            const std::lock_guard lock(question->mutex);
            if (TopicLookup *asker = question->asker) {
                QMetaObject::invokeMethod(
                    asker,
                    [asker, question, tell = std::move(tell)] {
                        if (asker->m_question != question)
                            return; // a late answer to an old question
                        asker->m_question.reset();
                        tell(*asker);
                    },
                    Qt::QueuedConnection);
            }
        }
        const std::lock_guard lock(runningMutex);
        --running;
        runningChanged.notify_all();
    }).detach();
}

bool TopicLookup::waitForAll(int ms)
{
    std::unique_lock lock(runningMutex);
    return runningChanged.wait_for(lock, std::chrono::milliseconds(ms), [] { return running == 0; });
}

} // namespace tocsin::services
