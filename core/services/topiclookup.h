// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/streams/stream.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace tocsin::services {

// Asks a broker for its topics, or for what it still has of some, without holding up the caller: the blocking question runs on a thread of its own, is
// bounded in time, and its answer is dropped when nobody wants it any more. Lives on the main thread.
class TopicLookup final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kTimeLimitMs = 8'000;

    explicit TopicLookup(QObject *parent = nullptr);
    ~TopicLookup() override;

    // Exactly one of found() and failed() follows, unless cancelled or asked anew: one question at a time.
    void ask(const streams::StreamType &type, const streams::StreamConfig &config);
    // What the broker still has of these partitions: endsFound() or failed() follows.
    void askEnds(const streams::StreamType &type, const streams::StreamConfig &config, const std::vector<Lane> &lanes);
    void cancel();
    [[nodiscard]] bool isAsking() const { return m_question != nullptr; }

    // Waits up to `ms` for the threads of questions that were given up; false when one still runs.
    static bool waitForAll(int ms);

Q_SIGNALS:
    void found(const std::vector<tocsin::streams::TopicInfo> &topics);
    void endsFound(const QString &uuid, const std::vector<tocsin::streams::LaneEnds> &ends);
    void failed(const tocsin::Error &error);

private:
    struct Question;
    using Tell = std::function<void(TopicLookup &)>; // on the main thread
    void start(std::function<Tell()> work);
    std::shared_ptr<Question> m_question;
};

} // namespace tocsin::services
