// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/hopskotch/announcedserver.h"
#include "core/streams/hopskotch/externalsink.h"
#include "core/streams/stream.h"

#include <memory>
#include <mutex>

namespace tocsin::streams::hopskotch {

// Kafka's consumer with a sink before the pipeline's that fetches what was too large for the broker. Lives on the main thread.
class HopskotchConsumer final : public Consumer
{
    Q_OBJECT
public:
    explicit HopskotchConsumer(const ConsumerContext &context);
    ~HopskotchConsumer() override;

    void setStreams(const std::vector<Assignment> &streams) override;
    void stop() override;

private:
    std::mutex m_mutex;
    StreamConfig m_config; // with Kafka's options; of any of the streams: server and sign-in are the same
    ExternalFetcher m_fetcher; // of the fetching thread
    std::unique_ptr<ExternalSink> m_sink;
    std::unique_ptr<Consumer> m_kafka; // last: ends before its sink
};

} // namespace tocsin::streams::hopskotch
