// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/hopskotch/hopskotchconsumer.h"

#include "core/streams/hopskotch/hopskotchstream.h"
#include "core/streams/kafka/kafkaconsumer.h"
#include "core/streams/kafka/onkafka.h"

#include <algorithm>

namespace tocsin::streams::hopskotch {

HopskotchConsumer::HopskotchConsumer(const ConsumerContext &context)
    : m_sink(std::make_unique<ExternalSink>(*context.sink, [this](const QUrl &place, const std::stop_token &stop) {
          StreamConfig config;
          {
              const std::lock_guard lock(m_mutex);
              config = m_config;
          }
          return m_fetcher.fetch(config, place, stop);
      })),
      m_kafka(std::make_unique<kafka::KafkaConsumer>(ConsumerContext{.sink = m_sink.get(), .archive = context.archive}))
{
    connect(m_kafka.get(), &Consumer::statusChanged, this, &Consumer::statusChanged);
    connect(m_kafka.get(), &Consumer::topicAppeared, this, &Consumer::topicAppeared);
    connect(m_kafka.get(), &Consumer::logged, this, &Consumer::logged);
    connect(m_kafka.get(), &Consumer::stopped, this, &Consumer::stopped);
}

HopskotchConsumer::~HopskotchConsumer() = default;

void HopskotchConsumer::setStreams(const std::vector<Assignment> &streams)
{
    if (!streams.empty()) {
        const std::lock_guard lock(m_mutex);
        m_config = kafka::asKafka(streams.front().config);
    }
    // The consumer key keeps those that want it from those that do not.
    m_sink->setFetching(std::ranges::any_of(streams, [](const Assignment &one) { return fetchesExternal(one.config); }));
    m_kafka->setStreams(streams);
}

void HopskotchConsumer::stop()
{
    m_kafka->stop();
}

} // namespace tocsin::streams::hopskotch
