// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/kafka/onkafka.h"

#include "core/options/optiontable.h"
#include "core/streams/kafka/kafkastream.h"

#include <map>

namespace tocsin::streams::kafka {

using namespace Qt::StringLiterals;
using options::OptionSpec;
using options::OptionValues;
using options::Problem;

namespace {

// By the id of the type; filled while the list of types is made, read from then on.
std::map<QString, OnKafka> &kinds()
{
    static std::map<QString, OnKafka> byType;
    return byType;
}

const OnKafka *kindOf(const QString &typeId)
{
    (void)streamTypes(); // is made now, if nobody has asked yet
    const auto kind = kinds().find(typeId);
    return kind == kinds().end() ? nullptr : &kind->second;
}

} // namespace

OptionSpec kafkaOption(const QString &key, const std::function<OptionValues(const OptionValues &)> &toKafka)
{
    OptionSpec spec = *options::findOption(kafkaOptions(), key);
    // Its conditions look at Kafka's options.
    for (auto *condition : {&spec.requiredWhen, &spec.usedWhen}) {
        if (*condition)
            *condition = [toKafka, holds = *condition](const OptionValues &values) { return holds(toKafka(values)); };
    }
    return spec;
}

StreamType typeOnKafka(StreamType shell, OnKafka how)
{
    const StreamType kafka = kafkaStreamType();
    shell.check = [kafka, how, own = shell.check, table = shell.options](const OptionValues &values) {
        std::vector<Problem> problems = own ? own(values) : std::vector<Problem>{};
        if (!problems.empty())
            return problems;
        for (Problem &problem : kafka.check(how.toKafka(values))) {
            if (!options::findOption(table, problem.key))
                problem.key.clear();
            problems.push_back(std::move(problem));
        }
        return problems;
    };
    shell.consumerKey = [kafka](const StreamConfig &config) { return kafka.consumerKey(asKafka(config)); };
    shell.create = kafka.create; // asks asKafka() itself: one client may serve several kinds
    shell.topics = [kafka](const StreamConfig &config, bool withTimes, int timeoutMs) { return kafka.topics(asKafka(config), withTimes, timeoutMs); };
    shell.fetch = [kafka](const FetchRequest &request, const FetchTold &told) {
        FetchRequest inner = request;
        inner.config = asKafka(request.config);
        return kafka.fetch(inner, told);
    };
    shell.ends = [kafka](const StreamConfig &config, const std::vector<Lane> &lanes, int timeoutMs) { return kafka.ends(asKafka(config), lanes, timeoutMs); };
    shell.ladder = [kafka](const StreamConfig &config) { return kafka.ladder(asKafka(config)); };
    kinds()[shell.id] = std::move(how);
    return shell;
}

StreamConfig asKafka(StreamConfig config)
{
    if (const OnKafka *kind = kindOf(config.type))
        config.values = kind->toKafka(config.values);
    return config;
}

QStringList topicsOf(const StreamConfig &config)
{
    return asKafka(config).values.value(kafkaOptions(), u"topics"_s).toStringList();
}

TopicRules topicRulesOf(const StreamConfig &config)
{
    const StreamConfig kafka = asKafka(config);
    return {kafka.values.value(kafkaOptions(), u"topics"_s).toStringList(), kafka.values.value(kafkaOptions(), u"exclude"_s).toStringList()};
}

std::optional<Error> calmTopic(const QString &typeId, rd_kafka_resp_err_t code, const QString &topic)
{
    const OnKafka *kind = kindOf(typeId);
    return kind && kind->calmTopic ? kind->calmTopic(code, topic) : std::nullopt;
}

} // namespace tocsin::streams::kafka
