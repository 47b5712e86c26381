// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/utctime.h"
#include "core/ladder/reach.h"
#include "core/streams/kafka/kafkaerrors.h"
#include "core/streams/kafka/kafkaclient.h"
#include "core/streams/stream.h"
#include "core/streams/topicrules.h"

#include <map>
#include <string>
#include <vector>

namespace tocsin::streams::kafka {

// What the rungs of one ladder to a Kafka broker hand on: the connection before the sign-in, then a client of librdkafka, then
// what is there. On the climbing thread alone, which also ends it.
struct KafkaClimb {
    explicit KafkaClimb(const StreamConfig &stream);

    struct Place {
        std::string topic;
        int32_t partition = 0;
        int64_t low = 0;
        int64_t high = 0;
    };
    struct Topic {
        rd_kafka_resp_err_t error = RD_KAFKA_RESP_ERR_NO_ERROR;
        std::vector<int32_t> partitions;
    };

    [[nodiscard]] QVariant option(const QString &key) const;
    [[nodiscard]] bool usesSasl() const { return option(QStringLiteral("security")).toString().startsWith(QLatin1String("SASL")); }
    [[nodiscard]] bool usesTls() const { return option(QStringLiteral("security")).toString().endsWith(QLatin1String("SSL")); }
    [[nodiscard]] QString serverNames() const; // of those that are left

    // Makes the client; waits until it is let in.
    [[nodiscard]] std::optional<Error> open(const ladder::Climb &climb);
    // Asks until an answer came; null: `complaint` says why not. An empty name: all topics.
    [[nodiscard]] MetadataHandle metadata(const std::string &topic, const ladder::Climb &climb);
    // Where the partitions begin and end; those without an answer go.
    void askEnds(std::vector<Place> &asked, const ladder::Climb &climb);
    // Reads on from these places: what came first of each, until all have answered or the time is over. A message, or an error;
    // the end of a partition is one.
    using Came = std::function<void(const Place &, const rd_kafka_message_t &)>;
    void fetch(const std::vector<Place> &from, const ladder::Climb &climb, const Came &came);

    const StreamConfig config;
    const TopicRules rules;
    ladder::ReachPtr reach;
    ClientComplaint complaint;
    bool groupRefused = false;
    tokens::TokenSourcePtr tokens; // found by the token's rung
    QString principal; // whom the token is of
    size_t readable = 0; // topics; none where the stream's kind waits for them calmly
    std::vector<Place> places; // of the topics that may be read
    ClientHandle client; // last: ends before what its callbacks use
};

// Whether there is a token, and what it is good for.
[[nodiscard]] ladder::RungEnd climbToken(KafkaClimb &state, const ladder::Climb &climb);
// Which topics may be read, and whether the group may be used.
[[nodiscard]] ladder::RungEnd climbRights(KafkaClimb &state, const ladder::Climb &climb);
// How much is there, and how old the newest of it is.
[[nodiscard]] ladder::RungEnd climbRecords(KafkaClimb &state, const ladder::Climb &climb);

} // namespace tocsin::streams::kafka
