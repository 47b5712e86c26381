// SPDX-License-Identifier: GPL-3.0-or-later
// The rung of the rights: a topic that may not be read is told from one that is not there, a group from both.
#include "core/filter/nearest.h"
#include "core/streams/kafka/kafkaclimb.h"
#include "core/streams/kafka/onkafka.h"

#include <QCoreApplication>

#include <algorithm>

namespace tocsin::streams::kafka {

using namespace Qt::StringLiterals;
using ladder::Climb;
using ladder::RungEnd;

namespace {

constexpr size_t kMostTried = 64; // topics of which one partition is read from
constexpr size_t kMostPlaces = 2'000;
constexpr int kFetchMs = 3'000;
constexpr int kBrokerMs = 2'000;

QString say(const char *text)
{
    return QCoreApplication::translate("ladder", text);
}

std::map<std::string, KafkaClimb::Topic> topicsOf(const struct rd_kafka_metadata &metadata)
{
    std::map<std::string, KafkaClimb::Topic> topics;
    for (int t = 0; t < metadata.topic_cnt; ++t) {
        const struct rd_kafka_metadata_topic &topic = metadata.topics[t];
        KafkaClimb::Topic &known = topics[topic.topic];
        known.error = topic.err;
        for (int p = 0; p < topic.partition_cnt; ++p)
            known.partitions.push_back(topic.partitions[p].id);
    }
    return topics;
}

// Brokers send clients on to where the partitions are, under names of their own.
std::optional<Error> lostOnTheWay(KafkaClimb &state, const struct rd_kafka_metadata &metadata, const Climb &climb)
{
    QStringList others;
    const std::vector<ladder::Server *> alive = state.reach->alive();
    for (int b = 0; b < metadata.broker_cnt; ++b) {
        const ladder::Server broker{.host = QString::fromUtf8(metadata.brokers[b].host), .port = static_cast<quint16>(metadata.brokers[b].port)};
        if (std::ranges::any_of(alive, [&broker](const ladder::Server *known) { return known->name() == broker.name(); }))
            return std::nullopt;
        others << broker.name();
    }
    if (others.isEmpty())
        return std::nullopt;
    ladder::Reach reach(others, 9092);
    reach.leadThrough(alive.front()->proxy);
    ladder::lookUp(reach.alive(), climb.within(kBrokerMs));
    ladder::connectTo(reach.alive(), climb.within(kBrokerMs));
    if (!reach.alive().empty())
        return std::nullopt;
    Error problem = reach.problem();
    problem.message = say(QT_TRANSLATE_NOOP("ladder", "%1 sends its readers on to %2, and there: %3")).arg(state.serverNames(), others.join(u", "_s), problem.message);
    problem.remedy = say(QT_TRANSLATE_NOOP("ladder", "Its people have to announce names that can be reached from here (advertised.listeners); some want a VPN."));
    return problem;
}

Error missingTopic(const KafkaClimb &state, const QString &topic, const std::map<std::string, KafkaClimb::Topic> &visible)
{
    Error error = topicProblem(RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART, topic, state.complaint.servers);
    std::vector<std::string_view> names;
    for (const auto &[name, known] : visible)
        names.push_back(name);
    if (const std::string near = filter::nearest(topic.toStdString(), names); !near.empty())
        error.remedy = say(QT_TRANSLATE_NOOP("ladder", "There is %1: check the spelling. Else nothing may have been sent there yet.")).arg(QString::fromStdString(near));
    return error;
}

Error refusedGroup(const KafkaClimb &state, const QString &group)
{
    const QString user = state.option(u"user"_s).toString();
    Error error{.kind = ErrorKind::NotAuthorised, .message = say(QT_TRANSLATE_NOOP("ladder", "This user may not use the consumer group %1")).arg(group)};
    error.remedy = user.isEmpty() || group.startsWith(user + u'-')
        ? say(QT_TRANSLATE_NOOP("ladder", "Ask the broker's people which groups are yours, or empty the option “Group”: Tocsin needs none."))
        : say(QT_TRANSLATE_NOOP("ladder", "Many brokers want the user's name first: %1-%2. Or empty the option “Group”: Tocsin needs none.")).arg(user, group);
    return error;
}

// Coordinators tell about a group only when they are asked for its offsets.
bool isGroupRefused(KafkaClimb &state, const KafkaClimb::Place &place, const Climb &climb)
{
    const PartitionList list(rd_kafka_topic_partition_list_new(1));
    rd_kafka_topic_partition_list_add(list.get(), place.topic.c_str(), place.partition);
    while (!state.groupRefused && !climb.over()) {
        const rd_kafka_resp_err_t code = rd_kafka_committed(state.client.get(), list.get(), 100);
        rd_kafka_poll(state.client.get(), 0);
        const MessageHandle message(rd_kafka_consumer_poll(state.client.get(), 0));
        if (code == RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED || (message && message->err == RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED))
            state.groupRefused = true;
        if (code == RD_KAFKA_RESP_ERR_NO_ERROR)
            break;
    }
    return state.groupRefused;
}

RungEnd heldWith(const KafkaClimb &state, const QStringList &taken, qsizetype asked, qsizetype visible, const QStringList &missing, const QStringList &forbidden)
{
    QString fact = taken.size() == 1 && !state.rules.hasPatterns() ? say(QT_TRANSLATE_NOOP("ladder", "%1 may be read")).arg(taken.first())
        : state.rules.hasPatterns() ? say(QT_TRANSLATE_NOOP("ladder", "%1 of %2 topics fit and may be read")).arg(taken.size()).arg(visible)
                                    : say(QT_TRANSLATE_NOOP("ladder", "%1 of %2 topics may be read")).arg(taken.size()).arg(asked);
    if (!missing.isEmpty())
        fact += say(QT_TRANSLATE_NOOP("ladder", "; not there yet: %1")).arg(missing.join(u", "_s));
    if (!forbidden.isEmpty())
        fact += say(QT_TRANSLATE_NOOP("ladder", "; not permitted: %1")).arg(forbidden.join(u", "_s));
    return RungEnd::held(fact);
}

} // namespace

RungEnd climbRights(KafkaClimb &state, const Climb &climb)
{
    const MetadataHandle all = state.metadata({}, climb);
    if (!all)
        return RungEnd::failed(state.complaint.orSilence());
    if (const auto lost = lostOnTheWay(state, *all, climb))
        return RungEnd::failed(*lost);
    std::map<std::string, KafkaClimb::Topic> visible = topicsOf(*all);
    std::map<std::string, KafkaClimb::Topic> wanted;
    for (const auto &[name, topic] : visible) {
        if (state.rules.matches(QString::fromStdString(name)))
            wanted.insert({name, topic});
    }
    const qsizetype fitting = static_cast<qsizetype>(wanted.size());
    // A list leaves out what may not be seen: who asks by name is told which it is.
    for (const QString &name : state.rules.exactNames()) {
        if (wanted.contains(name.toStdString()) || !state.rules.matches(name))
            continue;
        const MetadataHandle one = state.metadata(name.toStdString(), climb);
        if (!one)
            return RungEnd::failed(state.complaint.orSilence());
        wanted.merge(topicsOf(*one));
    }
    QStringList missing;
    QStringList forbidden;
    for (const auto &[name, topic] : wanted) {
        const QString shown = QString::fromStdString(name);
        if (topic.error == RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED && !calmTopic(state.config.type, topic.error, shown))
            return RungEnd::failed(topicProblem(topic.error, shown, state.complaint.servers), u"topics"_s);
        if (topic.error == RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED)
            forbidden << shown;
        if (topic.error == RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART)
            missing << shown;
    }
    if (missing.size() + forbidden.size() == static_cast<qsizetype>(wanted.size())) {
        if (!forbidden.isEmpty())
            return RungEnd::failed(*calmTopic(state.config.type, RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED, forbidden.first()), u"topics"_s);
        if (const auto calm = missing.isEmpty() ? std::nullopt : calmTopic(state.config.type, RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART, missing.first()))
            return RungEnd::held(calm->message);
        if (!missing.isEmpty())
            return RungEnd::failed(missingTopic(state, missing.first(), visible), u"topics"_s);
        return RungEnd::failed({.kind = ErrorKind::UnknownTopic,
                                .message = say(QT_TRANSLATE_NOOP("ladder", "None of the %1 topics that this user may see fits yet")).arg(visible.size()),
                                .remedy = say(QT_TRANSLATE_NOOP("ladder", "Check the patterns; a topic that appears later is read from its first message."))},
                               u"topics"_s);
    }
    for (const auto &[name, topic] : wanted) {
        for (const int32_t partition : topic.partitions) {
            if (topic.error == RD_KAFKA_RESP_ERR_NO_ERROR && state.places.size() < kMostPlaces)
                state.places.push_back({.topic = name, .partition = partition});
        }
        if (topic.error == RD_KAFKA_RESP_ERR_NO_ERROR)
            ++state.readable;
    }
    state.askEnds(state.places, climb);
    // To see a topic is one right, to read it another.
    std::vector<KafkaClimb::Place> tries;
    for (const KafkaClimb::Place &place : state.places) {
        if (tries.size() < kMostTried && (tries.empty() || tries.back().topic != place.topic))
            tries.push_back(place);
    }
    const qsizetype unseen = forbidden.size();
    state.fetch(tries, climb.within(kFetchMs), [&forbidden](const KafkaClimb::Place &place, const rd_kafka_message_t &message) {
        if (message.err == RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED)
            forbidden << QString::fromStdString(place.topic);
    });
    // What is asked for by name must be readable; a pattern takes what it may.
    for (const QString &topic : std::as_const(forbidden)) {
        const std::optional<Error> calm = calmTopic(state.config.type, RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED, topic);
        if ((state.rules.exactNames().contains(topic) && !calm) || forbidden.size() - unseen == static_cast<qsizetype>(tries.size()))
            return RungEnd::failed(calm.value_or(topicProblem(RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED, topic, state.complaint.servers)), u"topics"_s);
    }
    std::erase_if(state.places, [&forbidden](const KafkaClimb::Place &place) { return forbidden.contains(QString::fromStdString(place.topic)); });
    const QString group = state.option(u"group"_s).toString();
    if (!group.isEmpty() && !state.places.empty() && isGroupRefused(state, state.places.front(), climb.within(kFetchMs)))
        return RungEnd::failed(refusedGroup(state, group), u"group"_s);
    QStringList taken;
    for (const auto &[name, topic] : wanted) {
        if (topic.error == RD_KAFKA_RESP_ERR_NO_ERROR && !forbidden.contains(QString::fromStdString(name)))
            taken << QString::fromStdString(name);
    }
    return heldWith(state, taken, std::max(fitting, static_cast<qsizetype>(wanted.size())), static_cast<qsizetype>(visible.size()), missing, forbidden);
}

} // namespace tocsin::streams::kafka
