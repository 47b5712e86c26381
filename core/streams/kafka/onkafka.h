// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/kafka/kafkaerrors.h"
#include "core/streams/stream.h"
#include "core/streams/topicrules.h"

namespace tocsin::streams::kafka {

// What a kind of stream that stands on Kafka adds to it: a table of its own, and how that becomes the options of the Kafka
// type. Consumer, topic list, ladder and the fetch of what was missed are Kafka's. A plain value; its functions are pure and
// called from any thread.
struct OnKafka {
    // Every Kafka option that the kind does not leave to its default.
    std::function<options::OptionValues(const options::OptionValues &)> toKafka;
    // Its own words for a topic that the broker does not hand out; nothing where Kafka's are right. Such a topic is part of
    // life there and no trouble of the stream.
    std::function<std::optional<Error>(rd_kafka_resp_err_t code, const QString &topic)> calmTopic = {};
};

// `shell` has id, label, help, options, and `check` for rules across its own options (Kafka's are checked behind them); the
// rest is filled in.
[[nodiscard]] StreamType typeOnKafka(StreamType shell, OnKafka how);

// An option of the Kafka type for the table of a kind that stands on it: shown, asked for and used when it is there.
[[nodiscard]] options::OptionSpec kafkaOption(const QString &key, const std::function<options::OptionValues(const options::OptionValues &)> &toKafka);

// The stream with the options of the Kafka type, whatever kind it is of; behind this all of them are alike. Not to be done twice.
[[nodiscard]] StreamConfig asKafka(StreamConfig config);

// Which topics it reads, as rules; without what it excludes.
[[nodiscard]] QStringList topicsOf(const StreamConfig &config);
[[nodiscard]] TopicRules topicRulesOf(const StreamConfig &config);

// The words of the stream's kind for a topic that cannot be read, where it takes that calmly.
[[nodiscard]] std::optional<Error> calmTopic(const QString &typeId, rd_kafka_resp_err_t code, const QString &topic);

} // namespace tocsin::streams::kafka
