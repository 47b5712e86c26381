// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/stream.h"

#include <memory>

namespace tocsin::streams::kafka {

class KafkaWorker;

// One librdkafka client for all streams with the same consumer key. The face on the main thread; the work happens
// in KafkaWorker's own thread, which it owns.
class KafkaConsumer final : public Consumer
{
    Q_OBJECT
public:
    explicit KafkaConsumer(const ConsumerContext &context);
    ~KafkaConsumer() override;

    void setStreams(const std::vector<Assignment> &streams) override;
    void stop() override;

private:
    std::unique_ptr<KafkaWorker> m_worker;
};

} // namespace tocsin::streams::kafka
