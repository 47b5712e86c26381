// SPDX-License-Identifier: GPL-3.0-or-later
// check: the connection ladder of a stream, a line a rung.
#include "app/cli/commands.h"

#include "app/cli/secretarguments.h"
#include "app/cli/signals.h"
#include "app/cli/streamarguments.h"
#include "core/ladder/ladder.h"
#include "core/options/duration.h"
#include "core/services/engine.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <algorithm>
#include <cstdio>

namespace tocsin::app {

using namespace Qt::StringLiterals;
using ladder::Rung;
using ladder::RungState;

namespace {

constexpr int kEndMs = 1'500; // for the client to end; the answer has been printed

QString word(RungState state)
{
    switch (state) {
    case RungState::Held:
        return QCoreApplication::translate("cli", "ok");
    case RungState::Failed:
        return QCoreApplication::translate("cli", "failed");
    case RungState::Skipped:
        return QCoreApplication::translate("cli", "skipped");
    case RungState::Waiting:
    case RungState::Running:
        break;
    }
    return QCoreApplication::translate("cli", "not reached");
}

QString line(const Rung &rung)
{
    const QString name = rung.what.toLower() + u' ' + word(rung.state);
    const QString time = rung.milliseconds < 0 ? QString() : QString::number(rung.milliseconds) + u" ms"_s;
    const QString fact = rung.state == RungState::Failed ? rung.problem.message : rung.fact;
    QString text = name.leftJustified(24) + time.rightJustified(8) + u"  "_s + fact;
    while (text.endsWith(u' '))
        text.chop(1);
    return text;
}

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

    Signals signalled;
    QEventLoop loop;
    ladder::Ladder climber;
    bool interrupted = false;
    QObject::connect(&climber, &ladder::Ladder::changed, [&climber](int number) {
        const Rung &rung = climber.rungs()[static_cast<size_t>(number)];
        if (rung.state == RungState::Running)
            return;
        putLine(line(rung));
        std::fflush(stdout);
    });
    QObject::connect(&climber, &ladder::Ladder::finished, &loop, &QEventLoop::quit);
    QObject::connect(&signalled, &Signals::interrupted, &loop, [&] {
        interrupted = true;
        climber.cancel();
        loop.quit();
    });
    climber.climb(type->ladder(config), limit.value());
    loop.exec();
    for (const Rung &rung : climber.rungs()) {
        if (rung.state == RungState::Waiting && !interrupted)
            putLine(line(rung));
    }
    std::fflush(stdout);
    const Rung *failure = climber.failure();
    const int code = interrupted ? exitCode(ErrorKind::Interrupted) : failure ? complain(failure->problem) : 0;
    (void)ladder::Ladder::waitForAll(kEndMs);
    return code;
}

} // namespace tocsin::app
