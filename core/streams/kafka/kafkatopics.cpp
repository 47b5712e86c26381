// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/kafka/kafkatopics.h"

#include "core/streams/kafka/kafkaerrors.h"
#include "core/streams/kafka/kafkasettings.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <set>
#include <string>

namespace tocsin::streams::kafka {

namespace {

// The stamp of the newest message of each topic: the last message of each partition is fetched.
void readNewest(rd_kafka_t *client, const struct rd_kafka_metadata &metadata, std::vector<TopicInfo> &topics, const QElapsedTimer &clock, int timeoutMs)
{
    PartitionList wanted(rd_kafka_topic_partition_list_new(16));
    for (int t = 0; t < metadata.topic_cnt; ++t) {
        const struct rd_kafka_metadata_topic &topic = metadata.topics[t];
        for (int p = 0; topic.err == RD_KAFKA_RESP_ERR_NO_ERROR && p < topic.partition_cnt && clock.elapsed() < timeoutMs; ++p) {
            int64_t low = 0;
            int64_t high = 0;
            const int32_t partition = topic.partitions[p].id;
            const int left = std::max<int>(100, timeoutMs - static_cast<int>(clock.elapsed()));
            if (rd_kafka_query_watermark_offsets(client, topic.topic, partition, &low, &high, left) == RD_KAFKA_RESP_ERR_NO_ERROR && high > low)
                rd_kafka_topic_partition_list_add(wanted.get(), topic.topic, partition)->offset = high - 1;
        }
    }
    if (wanted->cnt == 0)
        return;
    std::set<std::pair<std::string, int32_t>> silent;
    for (int i = 0; i < wanted->cnt; ++i)
        silent.insert({wanted->elems[i].topic, wanted->elems[i].partition});
    rd_kafka_assign(client, wanted.get());
    while (!silent.empty() && clock.elapsed() < timeoutMs) {
        MessageHandle message(rd_kafka_consumer_poll(client, 100));
        if (!message || !message->rkt)
            continue;
        if (message->err == RD_KAFKA_RESP_ERR_NO_ERROR) {
            const QString name = QString::fromUtf8(rd_kafka_topic_name(message->rkt));
            const int64_t stamp = rd_kafka_message_timestamp(message.get(), nullptr);
            const auto it = std::ranges::find(topics, name, &TopicInfo::name);
            if (it != topics.end() && stamp > 0 && (!it->newest.isValid() || it->newest.us < stamp * 1000))
                it->newest = UtcTime::fromMs(stamp);
        }
        // A message, the end of a partition (a transaction's marker was last) or an error: either way it has answered.
        silent.erase({rd_kafka_topic_name(message->rkt), message->partition});
    }
    rd_kafka_assign(client, nullptr);
}

} // namespace

Result<std::vector<TopicInfo>> listTopics(const StreamConfig &config, bool withTimes, int timeoutMs)
{
    QElapsedTimer clock;
    clock.start();
    Result<ClientSettings> settings = clientSettings(config.values);
    if (!settings)
        return settings.error();
    ClientComplaint trouble{.first = {}, .servers = settings.value().servers};
    rd_kafka_conf_set_error_cb(settings.value().conf.get(), &ClientComplaint::take);
    Result<ClientHandle> client = makeClient(settings.value(), &trouble, config);
    if (!client)
        return client.error();
    rd_kafka_t *handle = client.value().get();
    const struct rd_kafka_metadata *raw = nullptr;
    while (!raw && clock.elapsed() < timeoutMs) {
        const int slice = static_cast<int>(std::min<qint64>(500, std::max<qint64>(1, timeoutMs - clock.elapsed())));
        rd_kafka_metadata(handle, 1, nullptr, &raw, slice);
        rd_kafka_poll(handle, 0);
        if (!raw && trouble.isFinal())
            break;
    }
    if (!raw)
        return trouble.orSilence();
    const MetadataHandle metadata(raw);
    std::vector<TopicInfo> topics;
    for (int t = 0; t < metadata->topic_cnt; ++t) {
        const struct rd_kafka_metadata_topic &topic = metadata->topics[t];
        TopicInfo info{.name = QString::fromUtf8(topic.topic), .partitions = topic.partition_cnt};
        if (topic.err != RD_KAFKA_RESP_ERR_NO_ERROR)
            info.error = QString::fromUtf8(rd_kafka_err2str(topic.err));
        topics.push_back(std::move(info));
    }
    std::ranges::sort(topics, {}, &TopicInfo::name);
    if (withTimes)
        readNewest(handle, *metadata, topics, clock, timeoutMs);
    return topics;
}

} // namespace tocsin::streams::kafka
