// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/kafka/kafkaclimb.h"

#include "core/options/optiontable.h"
#include "core/streams/kafka/kafkasettings.h"
#include "core/streams/kafka/kafkastream.h"

#include <algorithm>
#include <set>

namespace tocsin::streams::kafka {

using namespace Qt::StringLiterals;
using ladder::Climb;

namespace {

constexpr int kSliceMs = 100; // a climb that is given up ends so soon

void takeError(rd_kafka_t *client, int code, const char *reason, void *opaque)
{
    auto &state = ClientParts::userOf<KafkaClimb>(opaque);
    if (code == RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED)
        state.groupRefused = true; // a question of its own
    else
        state.complaint.note(client, code, reason);
}

} // namespace

KafkaClimb::KafkaClimb(const StreamConfig &stream)
    : config(stream), rules(option(u"topics"_s).toStringList(), option(u"exclude"_s).toStringList()),
      reach(std::make_shared<ladder::Reach>(option(u"servers"_s).toStringList(), 9092))
{
    reach->caFile = option(u"ca"_s).toString();
    reach->crlFile = option(u"crl"_s).toString();
    reach->leadThrough(proxyOf(config.values));
}

QVariant KafkaClimb::option(const QString &key) const
{
    return config.values.value(kafkaOptions(), key);
}

QString KafkaClimb::serverNames() const
{
    QStringList names;
    for (const ladder::Server *server : reach->alive())
        names << server->name();
    return names.join(u',');
}

std::optional<Error> KafkaClimb::open(const Climb &climb)
{
    complaint.servers = serverNames();
    options::OptionValues values = config.values;
    values.set(u"servers"_s, complaint.servers.split(u','));
    Result<ClientSettings> settings = clientSettings(values);
    if (!settings)
        return settings.error();
    rd_kafka_conf_t *conf = settings.value().conf.get();
    rd_kafka_conf_set_error_cb(conf, &takeError);
    char text[256] = {};
    rd_kafka_conf_set(conf, "fetch.wait.max.ms", "50", text, sizeof text); // an empty partition is to say so at once
    rd_kafka_conf_set(conf, "fetch.max.bytes", "1048576", text, sizeof text);
    rd_kafka_conf_set(conf, "max.partition.fetch.bytes", "65536", text, sizeof text);
    Result<ClientHandle> made = makeClient(settings.value(), this, tokens);
    if (!made)
        return made.error();
    client = std::move(made).value();
    const struct rd_kafka_metadata *raw = nullptr;
    while (!raw && !complaint.isFinal() && !climb.over()) {
        rd_kafka_metadata(client.get(), 0, nullptr, &raw, kSliceMs);
        rd_kafka_poll(client.get(), 0);
    }
    if (raw) {
        rd_kafka_metadata_destroy(raw);
        complaint.first = {};
        return std::nullopt;
    }
    const Error problem = complaint.orSilence();
    client.reset(); // tries no more
    return problem;
}

MetadataHandle KafkaClimb::metadata(const std::string &topic, const Climb &climb)
{
    const TopicHandle handle(topic.empty() ? nullptr : rd_kafka_topic_new(client.get(), topic.c_str(), nullptr));
    const struct rd_kafka_metadata *raw = nullptr;
    while (!raw && !complaint.isFinal() && !climb.over()) {
        rd_kafka_metadata(client.get(), topic.empty() ? 1 : 0, handle.get(), &raw, 5 * kSliceMs);
        rd_kafka_poll(client.get(), 0);
    }
    return MetadataHandle(raw);
}

void KafkaClimb::askEnds(std::vector<Place> &asked, const Climb &climb)
{
    const PartitionList list(rd_kafka_topic_partition_list_new(static_cast<int>(asked.size())));
    std::map<std::pair<std::string, int32_t>, Place *> byName;
    for (Place &place : asked) {
        place.high = -1;
        place.low = -1;
        byName[{place.topic, place.partition}] = &place;
        rd_kafka_topic_partition_list_add(list.get(), place.topic.c_str(), place.partition);
    }
    // ListOffsets takes the two ends in a time's place: one question to each broker for all of its partitions.
    for (const int64_t end : {int64_t(RD_KAFKA_OFFSET_BEGINNING), int64_t(RD_KAFKA_OFFSET_END)}) {
        for (int i = 0; i < list->cnt; ++i)
            list->elems[i].offset = end;
        rd_kafka_offsets_for_times(client.get(), list.get(), std::max(1, climb.left() / 2));
        for (int i = 0; i < list->cnt; ++i) {
            const rd_kafka_topic_partition_t &answer = list->elems[i];
            const auto it = byName.find({answer.topic, answer.partition});
            if (it != byName.end() && answer.err == RD_KAFKA_RESP_ERR_NO_ERROR && answer.offset >= 0)
                (end == RD_KAFKA_OFFSET_END ? it->second->high : it->second->low) = answer.offset;
        }
    }
    std::erase_if(asked, [](const Place &place) { return place.high < 0 || place.low < 0; });
}

void KafkaClimb::fetch(const std::vector<Place> &from, const Climb &climb, const Came &came)
{
    const PartitionList list(rd_kafka_topic_partition_list_new(static_cast<int>(from.size())));
    std::map<std::pair<std::string, int32_t>, const Place *> silent;
    for (const Place &place : from) {
        rd_kafka_topic_partition_list_add(list.get(), place.topic.c_str(), place.partition)->offset = place.high;
        silent[{place.topic, place.partition}] = &place;
    }
    rd_kafka_assign(client.get(), list.get());
    while (!silent.empty() && !climb.over()) {
        const MessageHandle message(rd_kafka_consumer_poll(client.get(), kSliceMs));
        if (!message)
            continue;
        if (message->err == RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED)
            groupRefused = true;
        if (!message->rkt)
            continue;
        const auto it = silent.find({rd_kafka_topic_name(message->rkt), message->partition});
        if (it == silent.end())
            continue;
        came(*it->second, *message);
        silent.erase(it);
    }
    rd_kafka_assign(client.get(), nullptr);
}

} // namespace tocsin::streams::kafka
