// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/demo/demobroker.h"

#include "core/base/logging.h"
#include "core/base/utctime.h"
#include "core/streams/demo/night.h"

#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>

#include <QCoreApplication>

#include <chrono>

namespace tocsin::demo {

namespace {

constexpr int64_t kFurthestAhead = 4 << 20;

void destroyProducer(rd_kafka_s *producer)
{
    // The night is invented: nothing is worth waiting for, and the cluster ends with its handle.
    rd_kafka_purge(producer, RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT | RD_KAFKA_PURGE_F_NON_BLOCKING);
    rd_kafka_flush(producer, 200);
    rd_kafka_destroy(producer);
}

Error startError(const QString &detail)
{
    return {.kind = ErrorKind::Internal,
            .message = QCoreApplication::translate("demo", "The demo's own broker did not start."),
            .remedy = QCoreApplication::translate("demo", "Check that programs may listen on 127.0.0.1."),
            .detail = detail};
}

} // namespace

DemoBroker::DemoBroker(const Settings &settings) : m_settings(settings), m_producer(nullptr, &destroyProducer)
{
}

DemoBroker::~DemoBroker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

Result<std::string> DemoBroker::start()
{
    char text[512] = {};
    rd_kafka_conf_t *conf = rd_kafka_conf_new();
    for (const auto &[key, value] : {std::pair{"test.mock.num.brokers", "1"}, {"linger.ms", "2"}, {"message.max.bytes", "4000000"},
                                     {"log_level", "3"}}) {
        if (rd_kafka_conf_set(conf, key, value, text, sizeof text) != RD_KAFKA_CONF_OK) {
            rd_kafka_conf_destroy(conf);
            return startError(QString::fromUtf8(text));
        }
    }
    rd_kafka_t *producer = rd_kafka_new(RD_KAFKA_PRODUCER, conf, text, sizeof text);
    if (!producer) {
        rd_kafka_conf_destroy(conf);
        return startError(QString::fromUtf8(text));
    }
    m_producer.reset(producer);
    rd_kafka_mock_cluster_t *cluster = rd_kafka_handle_mock_cluster(producer);
    if (!cluster)
        return startError(QStringLiteral("no mock cluster"));
    for (const DemoTopic &topic : Night::topics()) {
        const rd_kafka_resp_err_t error = rd_kafka_mock_topic_create(cluster, topic.name, topic.partitions, 1);
        if (error != RD_KAFKA_RESP_ERR_NO_ERROR)
            return startError(QString::fromUtf8(rd_kafka_err2str(error)));
    }
    std::string address = rd_kafka_mock_cluster_bootstraps(cluster);
    m_thread = std::thread([this] { run(); });
    return address;
}

void DemoBroker::taken(size_t bytes)
{
    {
        const std::lock_guard lock(m_mutex);
        m_ahead -= static_cast<int64_t>(bytes);
    }
    m_wake.notify_all();
}

void DemoBroker::run()
{
    using Clock = std::chrono::steady_clock;
    Night night(m_settings.seed, UtcTime::now().us, m_settings.speed);
    const Clock::time_point start = Clock::now();
    int64_t alerts = 0;
    while (m_settings.count == 0 || alerts < m_settings.count) {
        const DemoMessage message = night.next();
        const auto due = start + std::chrono::microseconds(static_cast<int64_t>(static_cast<double>(message.dueMs) * 1000 / m_settings.speed));
        {
            std::unique_lock lock(m_mutex);
            if (m_wake.wait_until(lock, due, [this] { return m_stop; }))
                return;
            m_wake.wait(lock, [this] { return m_stop || m_ahead < kFurthestAhead; });
            if (m_stop)
                return;
            m_ahead += static_cast<int64_t>(message.value.size());
        }
        rd_kafka_headers_t *headers = rd_kafka_headers_new(message.headers.size());
        for (const auto &[name, value] : message.headers)
            rd_kafka_header_add(headers, name.c_str(), -1, value.data(), static_cast<ssize_t>(value.size()));
        const rd_kafka_resp_err_t error = rd_kafka_producev(
            m_producer.get(), RD_KAFKA_V_TOPIC(message.topic.c_str()), RD_KAFKA_V_PARTITION(message.partition),
            RD_KAFKA_V_KEY(message.key.empty() ? nullptr : message.key.data(), message.key.size()),
            RD_KAFKA_V_VALUE(const_cast<char *>(message.value.data()), message.value.size()),
            RD_KAFKA_V_MSGFLAGS(RD_KAFKA_MSG_F_COPY), RD_KAFKA_V_HEADERS(headers), RD_KAFKA_V_END);
        if (error != RD_KAFKA_RESP_ERR_NO_ERROR) {
            rd_kafka_headers_destroy(headers);
            qCWarning(lcDemo, "a message of the night was not sent: %s", rd_kafka_err2str(error));
        }
        rd_kafka_poll(m_producer.get(), 0);
        if (!message.heartbeat)
            ++alerts;
    }
    rd_kafka_flush(m_producer.get(), 5'000);
}

} // namespace tocsin::demo
