// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>

#include <string>
#include <vector>

namespace tocsin::tests {

// librdkafka's mock cluster with one broker, for what needs no real broker's behaviour. Used from one thread.
class MockBroker
{
public:
    MockBroker()
    {
        char text[256];
        rd_kafka_conf_t *conf = rd_kafka_conf_new();
        rd_kafka_conf_set(conf, "test.mock.num.brokers", "1", text, sizeof text);
        rd_kafka_conf_set(conf, "linger.ms", "0", text, sizeof text);
        m_producer = rd_kafka_new(RD_KAFKA_PRODUCER, conf, text, sizeof text);
        m_cluster = rd_kafka_handle_mock_cluster(m_producer);
    }
    ~MockBroker() { rd_kafka_destroy(m_producer); }
    MockBroker(const MockBroker &) = delete;
    MockBroker &operator=(const MockBroker &) = delete;

    [[nodiscard]] QString servers() const { return QString::fromUtf8(rd_kafka_mock_cluster_bootstraps(m_cluster)); }
    void createTopic(const char *name, int partitions = 1) { rd_kafka_mock_topic_create(m_cluster, name, partitions, 1); }
    void produce(const char *topic, int count, int32_t partition = 0)
    {
        for (int i = 0; i < count; ++i) {
            std::string value = "{\"id\":\"" + std::to_string(++m_sent) + "\"}";
            rd_kafka_producev(m_producer, RD_KAFKA_V_TOPIC(topic), RD_KAFKA_V_PARTITION(partition), RD_KAFKA_V_VALUE(value.data(), value.size()),
                              RD_KAFKA_V_MSGFLAGS(RD_KAFKA_MSG_F_COPY), RD_KAFKA_V_END);
        }
        rd_kafka_flush(m_producer, 10'000);
    }
    void refuseListOffsets(int times)
    {
        const std::vector<rd_kafka_resp_err_t> errors(static_cast<size_t>(times), RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED);
        rd_kafka_mock_push_request_errors_array(m_cluster, kListOffsets, errors.size(), errors.data());
    }

private:
    static constexpr int16_t kListOffsets = 2; // of the Kafka protocol

    rd_kafka_t *m_producer = nullptr;
    rd_kafka_mock_cluster_t *m_cluster = nullptr;
    int m_sent = 0;
};

} // namespace tocsin::tests
