// SPDX-License-Identifier: GPL-3.0-or-later
// check: the connection ladder of a stream, a line a rung.
#include "app/cli/commands.h"

#include "app/cli/climbing.h"
#include "app/cli/secretarguments.h"
#include "app/cli/streamarguments.h"
#include "core/options/duration.h"
#include "core/services/engine.h"

#include <QCoreApplication>

#include <algorithm>

namespace tocsin::app {

using namespace Qt::StringLiterals;

namespace {

Result<int> limitFrom(const CliArguments &arguments)
{
    if (!arguments.has(u"timeout"_s))
        return 0;
    const auto limit = options::parseDuration(arguments.value(u"timeout"_s));
    if (!limit || limit->count() <= 0)
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("cli", "--timeout: “%1” is no time.").arg(arguments.value(u"timeout"_s)),
                     .remedy = QCoreApplication::translate("cli", "Write 5s, 1m …")};
    return static_cast<int>(std::min<qint64>(limit->count(), 3'600'000));
}

} // namespace

int runCheck(const CliContext &context)
{
    services::StreamStore store(services::Engine::streamsFile(context.places, context.profile));
    if (const Outcome loaded = store.load(); !loaded)
        return complain(loaded.error());
    const Result<int> limit = limitFrom(context.arguments);
    if (!limit)
        return complain(limit.error());
    Result<NamedStream> stream = streamFromArgument(withAnyTopic(context.arguments.positional.first()), store);
    if (!stream)
        return complain(stream.error());
    streams::StreamConfig &config = stream.value().config;
    const streams::StreamType *type = streams::findStreamType(config.type);
    if (!type || !type->ladder)
        return complain({.kind = ErrorKind::BadArgument,
                         .message = QCoreApplication::translate("cli", "“%1” has no connection to check.").arg(config.name)});
    if (const Outcome given = SecretGiver(context).give(config); !given)
        return complain(given.error());

    return climbHere(type->ladder(config), limit.value());
}

} // namespace tocsin::app
