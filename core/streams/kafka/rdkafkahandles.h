// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <librdkafka/rdkafka.h>

#include <memory>

namespace tocsin::streams::kafka {

// librdkafka's C handles with their ends. A leaked list or message makes rd_kafka_destroy() wait for ever.
struct RdKafkaDeleter {
    void operator()(rd_kafka_conf_t *conf) const { rd_kafka_conf_destroy(conf); }
    void operator()(rd_kafka_message_t *message) const { rd_kafka_message_destroy(message); }
    void operator()(rd_kafka_topic_partition_list_t *list) const { rd_kafka_topic_partition_list_destroy(list); }
    void operator()(rd_kafka_topic_t *topic) const { rd_kafka_topic_destroy(topic); }
    void operator()(rd_kafka_queue_t *queue) const { rd_kafka_queue_destroy(queue); }
    void operator()(const struct rd_kafka_metadata *metadata) const { rd_kafka_metadata_destroy(metadata); }
    void operator()(rd_kafka_error_t *error) const { rd_kafka_error_destroy(error); }
};

using ConfHandle = std::unique_ptr<rd_kafka_conf_t, RdKafkaDeleter>;
using MessageHandle = std::unique_ptr<rd_kafka_message_t, RdKafkaDeleter>;
using PartitionList = std::unique_ptr<rd_kafka_topic_partition_list_t, RdKafkaDeleter>;
using TopicHandle = std::unique_ptr<rd_kafka_topic_t, RdKafkaDeleter>;
using QueueHandle = std::unique_ptr<rd_kafka_queue_t, RdKafkaDeleter>;
using MetadataHandle = std::unique_ptr<const struct rd_kafka_metadata, RdKafkaDeleter>;
using ErrorHandle = std::unique_ptr<rd_kafka_error_t, RdKafkaDeleter>;

} // namespace tocsin::streams::kafka
