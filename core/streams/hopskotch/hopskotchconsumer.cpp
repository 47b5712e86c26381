// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/hopskotch/hopskotchconsumer.h"

#include "core/ladder/proxy.h"
#include "core/streams/hopskotch/announcedserver.h"
#include "core/streams/hopskotch/hopskotchstream.h"
#include "core/streams/kafka/kafkaconsumer.h"
#include "core/streams/kafka/kafkastream.h"
#include "core/streams/kafka/onkafka.h"

#include <algorithm>

namespace tocsin::streams::hopskotch {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds kAskLimit(10);
constexpr std::chrono::minutes kAnnouncementHolds(30); // as long as hop's own clients believe it

QNetworkProxy proxyOf(const QString &option)
{
    if (option == kafka::kNoProxy)
        return {QNetworkProxy::NoProxy};
    const Result<ladder::ProxyAddress> proxy = ladder::parseProxy(option);
    if (!proxy)
        return {QNetworkProxy::DefaultProxy};
    return {proxy.value().kind == ladder::ProxyAddress::Kind::Http ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy, proxy.value().host, proxy.value().port};
}

} // namespace

HopskotchConsumer::HopskotchConsumer(const ConsumerContext &context)
    : m_sink(std::make_unique<ExternalSink>(*context.sink, [this](const QUrl &place, const std::stop_token &stop) { return fetch(place, stop); })),
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

Result<ExternalMessage> HopskotchConsumer::fetch(const QUrl &place, const std::stop_token &stop)
{
    StreamConfig config;
    {
        const std::lock_guard lock(m_mutex);
        config = m_config;
    }
    const auto now = std::chrono::steady_clock::now();
    if (m_announced.isEmpty() || now - m_announcedAt > kAnnouncementHolds) {
        const Result<QUrl> announced = announcedServer(config, kAskLimit, stop);
        if (!announced)
            return announced.error();
        m_announced = announced.value();
        m_announcedAt = now;
    }
    const auto text = [&config](const QString &key) { return config.values.value(kafka::kafkaOptions(), key).toString(); };
    const bool signsIn = text(u"security"_s).startsWith(u"SASL");
    return fetchExternal(place, m_announced,
                         {.user = signsIn ? text(u"user"_s) : QString(), .password = text(u"password"_s), .mechanism = text(u"mechanism"_s)},
                         {.proxy = proxyOf(text(u"proxy"_s))}, stop);
}

} // namespace tocsin::streams::hopskotch
