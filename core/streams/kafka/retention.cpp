// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/kafka/retention.h"

#include <QByteArray>

#include <algorithm>
#include <chrono>
#include <limits>
#include <map>
#include <set>
#include <string>

namespace tocsin::streams::kafka {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kSliceMs = 100;

struct AdminDeleter {
    void operator()(rd_kafka_AdminOptions_t *options) const { rd_kafka_AdminOptions_destroy(options); }
    void operator()(rd_kafka_event_t *event) const { rd_kafka_event_destroy(event); }
    void operator()(rd_kafka_ConfigResource_t *resource) const { rd_kafka_ConfigResource_destroy(resource); }
};

// 0: it does not say, or size decides as well.
int64_t keptFor(const rd_kafka_ConfigResource_t *topic)
{
    size_t count = 0;
    const rd_kafka_ConfigEntry_t **entries = rd_kafka_ConfigResource_configs(topic, &count);
    int64_t ms = 0;
    for (size_t i = 0; i < count; ++i) {
        const QByteArray name = rd_kafka_ConfigEntry_name(entries[i]);
        const QByteArray value = rd_kafka_ConfigEntry_value(entries[i]);
        bool ok = false;
        const qlonglong number = value.toLongLong(&ok);
        if (name == "retention.bytes" && ok && number >= 0)
            return 0;
        if (name == "retention.ms" && ok)
            ms = number < 0 ? std::numeric_limits<int64_t>::max() : number;
    }
    return ms;
}

void askSettings(rd_kafka_t *client, std::vector<LaneEnds> &ends, int timeoutMs)
{
    std::set<std::string> topics;
    for (const LaneEnds &one : ends)
        topics.insert(one.topic);
    std::vector<std::unique_ptr<rd_kafka_ConfigResource_t, AdminDeleter>> owned;
    std::vector<rd_kafka_ConfigResource_t *> wanted;
    for (const std::string &topic : topics) {
        owned.emplace_back(rd_kafka_ConfigResource_new(RD_KAFKA_RESOURCE_TOPIC, topic.c_str()));
        wanted.push_back(owned.back().get());
    }
    const std::unique_ptr<rd_kafka_AdminOptions_t, AdminDeleter> options(rd_kafka_AdminOptions_new(client, RD_KAFKA_ADMIN_OP_DESCRIBECONFIGS));
    (void)rd_kafka_AdminOptions_set_request_timeout(options.get(), timeoutMs, nullptr, 0);
    const QueueHandle queue(rd_kafka_queue_new(client));
    rd_kafka_DescribeConfigs(client, wanted.data(), wanted.size(), options.get(), queue.get());
    const std::unique_ptr<rd_kafka_event_t, AdminDeleter> event(rd_kafka_queue_poll(queue.get(), timeoutMs));
    const rd_kafka_DescribeConfigs_result_t *result = event ? rd_kafka_event_DescribeConfigs_result(event.get()) : nullptr;
    if (!result)
        return; // not allowed, or too old a broker
    size_t count = 0;
    const rd_kafka_ConfigResource_t **found = rd_kafka_DescribeConfigs_result_resources(result, &count);
    for (size_t i = 0; i < count; ++i) {
        if (rd_kafka_ConfigResource_error(found[i]) != RD_KAFKA_RESP_ERR_NO_ERROR)
            continue;
        for (LaneEnds &one : ends) {
            if (one.topic == rd_kafka_ConfigResource_name(found[i]))
                one.keptForMs = keptFor(found[i]);
        }
    }
}

// What was thrown away before the oldest message tells how old messages become.
void askOldest(rd_kafka_t *client, std::vector<LaneEnds> &ends, Clock::time_point deadline)
{
    const PartitionList wanted(rd_kafka_topic_partition_list_new(4));
    std::map<std::pair<std::string, int32_t>, LaneEnds *> silent;
    for (LaneEnds &one : ends) {
        if (one.keptForMs != 0 || one.low <= 0 || one.high <= one.low)
            continue;
        rd_kafka_topic_partition_list_add(wanted.get(), one.topic.c_str(), one.partition)->offset = one.low;
        silent[{one.topic, one.partition}] = &one;
    }
    if (silent.empty())
        return;
    rd_kafka_assign(client, wanted.get());
    while (!silent.empty() && Clock::now() < deadline) {
        const MessageHandle message(rd_kafka_consumer_poll(client, kSliceMs));
        if (!message || !message->rkt)
            continue;
        const auto it = silent.find({rd_kafka_topic_name(message->rkt), message->partition});
        if (it == silent.end())
            continue;
        const int64_t stamp = rd_kafka_message_timestamp(message.get(), nullptr);
        const int64_t age = UtcTime::now().us / 1'000 - stamp;
        if (message->err == RD_KAFKA_RESP_ERR_NO_ERROR && stamp > 0 && age > 0)
            it->second->keptForMs = age;
        silent.erase(it);
    }
    rd_kafka_assign(client, nullptr);
}

} // namespace

void findRetention(rd_kafka_t *client, std::vector<LaneEnds> &ends, int timeoutMs)
{
    if (ends.empty() || timeoutMs <= 0)
        return;
    const auto deadline = Clock::now() + std::chrono::milliseconds(timeoutMs);
    askSettings(client, ends, std::max(1, timeoutMs / 2));
    askOldest(client, ends, deadline);
}

} // namespace tocsin::streams::kafka
