// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/hopskotch/externalsink.h"

#include "core/base/logging.h"

#include <algorithm>

namespace tocsin::streams::hopskotch {

namespace {

constexpr std::chrono::minutes kRest(5); // after a server did not answer: one message of many must not hold up the others

// What the batch's views look into: what was there before, and the messages that came instead.
struct Kept {
    std::shared_ptr<void> before;
    std::vector<std::unique_ptr<ExternalMessage>> messages;
};

} // namespace

ExternalSink::ExternalSink(BatchSink &inner, Fetch fetch)
    : m_inner(inner), m_fetch(std::move(fetch)), m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

ExternalSink::~ExternalSink()
{
    m_thread.request_stop();
    m_thread.join();
}

bool ExternalSink::offer(Batch &batch)
{
    if (!m_fetching)
        return m_inner.offer(batch);
    std::vector<std::pair<Packet *, Key>> external;
    for (Packet &packet : batch.packets) {
        if (const auto place = placeOf(packet)) {
            const Key key{packet.lane->topic + '\n' + std::to_string(packet.lane->partition) + '\n' + std::to_string(packet.lane->generation), packet.position};
            external.emplace_back(&packet, key);
            const std::lock_guard lock(m_mutex);
            if (m_asked.try_emplace(key, true).second) {
                m_wanted.emplace_back(key, *place);
                m_wake.notify_all();
            }
        }
    }
    if (external.empty())
        return m_inner.offer(batch);
    // As they were, should the pipeline have no room: it takes a batch or leaves it untouched.
    const std::vector<Packet> packets = batch.packets;
    const std::shared_ptr<void> keepAlive = batch.keepAlive;
    const size_t bytes = batch.bytes;
    auto kept = std::make_shared<Kept>();
    kept->before = keepAlive;
    {
        const std::lock_guard lock(m_mutex);
        if (std::ranges::any_of(external, [this](const auto &one) { return !m_answers.contains(one.second); }))
            return false;
        for (const auto &[packet, key] : external) {
            const std::optional<ExternalMessage> &answer = m_answers[key];
            if (!answer)
                continue;
            kept->messages.push_back(std::make_unique<ExternalMessage>(*answer));
            const ExternalMessage &message = *kept->messages.back();
            packet->value = {message.value.constData(), static_cast<size_t>(message.value.size())};
            if (!message.key.isEmpty())
                packet->key = {message.key.constData(), static_cast<size_t>(message.key.size())};
            packet->headers = message.headers;
            batch.bytes += packet->value.size();
        }
    }
    batch.keepAlive = kept;
    if (!m_inner.offer(batch)) {
        batch.packets = packets;
        batch.keepAlive = keepAlive;
        batch.bytes = bytes;
        return false;
    }
    const std::lock_guard lock(m_mutex);
    for (const auto &[packet, key] : external) {
        m_answers.erase(key);
        m_asked.erase(key);
    }
    return true;
}

bool ExternalSink::waitForRoom(int ms)
{
    {
        std::unique_lock lock(m_mutex);
        if (m_answers.size() < m_asked.size()) {
            m_answered.wait_for(lock, std::chrono::milliseconds(ms));
            return true;
        }
    }
    return m_inner.waitForRoom(ms);
}

void ExternalSink::run(const std::stop_token &stop)
{
    auto restsUntil = std::chrono::steady_clock::time_point::min();
    for (;;) {
        std::pair<Key, QUrl> wanted;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return !m_wanted.empty(); }))
                return;
            wanted = std::move(m_wanted.front());
            m_wanted.pop_front();
        }
        std::optional<ExternalMessage> answer;
        if (std::chrono::steady_clock::now() >= restsUntil) {
            Result<ExternalMessage> fetched = m_fetch(wanted.second, stop);
            if (fetched)
                answer = std::move(fetched).value();
            else if (!stop.stop_requested())
                qCWarning(lcKafka, "the message at %s was not fetched: %s", qPrintable(wanted.second.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery)),
                          qPrintable(fetched.error().message));
            if (!fetched && fetched.error().retriable)
                restsUntil = std::chrono::steady_clock::now() + kRest;
        }
        {
            const std::lock_guard lock(m_mutex);
            m_answers[wanted.first] = std::move(answer);
        }
        m_answered.notify_all();
    }
}

} // namespace tocsin::streams::hopskotch
