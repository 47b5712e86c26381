// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/secretarguments.h"
#include "app/cli/streamarguments.h"
#include "core/services/engine.h"
#include "core/streams/topicrules.h"

#include <QCoreApplication>

namespace tocsin::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTimeLimitMs = 30'000;

}

int runTopics(const CliContext &context)
{
    services::StreamStore store(services::Engine::streamsFile(context.places, context.profile));
    if (const Outcome loaded = store.load(); !loaded)
        return complain(loaded.error());
    Result<NamedStream> stream = streamFromArgument(withAnyTopic(context.arguments.positional.first()), store);
    if (!stream)
        return complain(stream.error());
    streams::StreamConfig &config = stream.value().config;
    const streams::StreamType *type = streams::findStreamType(config.type);
    if (!type || !type->topics)
        return complain({.kind = ErrorKind::BadArgument,
                         .message = QCoreApplication::translate("cli", "“%1” has no list of topics.").arg(config.name),
                         .remedy = QCoreApplication::translate("cli", "Only streams of a broker have one.")});
    if (const Outcome given = SecretGiver(context).give(config); !given)
        return complain(given.error());
    const Result<std::vector<streams::TopicInfo>> topics = type->topics(config, true, kTimeLimitMs);
    if (!topics)
        return complain(topics.error());
    const QString pattern = context.arguments.value(u"match"_s);
    const streams::TopicRules rules({pattern.isEmpty() ? u"*"_s : pattern}, {});
    if (const QString problem = rules.problem(); !problem.isEmpty())
        return complain({.kind = ErrorKind::BadArgument, .message = u"--match: "_s + problem, .remedy = QCoreApplication::translate("cli", "Write a name, * or ^regex.")});
    int shown = 0;
    for (const streams::TopicInfo &topic : topics.value()) {
        if (!rules.matches(topic.name))
            continue;
        putLine(QStringList{topic.name, QString::number(topic.partitions), topic.error.isEmpty() ? QString::fromStdString(topic.newest.iso()) : topic.error}.join(u'\t'));
        ++shown;
    }
    if (shown == 0)
        return complain({.kind = ErrorKind::NotFound,
                         .message = QCoreApplication::translate("cli", "No topic matches."),
                         .remedy = QCoreApplication::translate("cli", "Leave out --match to see all that this credential may see.")});
    return 0;
}

} // namespace tocsin::app
