// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/filterargument.h"
#include "app/cli/listening.h"
#include "app/cli/secretarguments.h"
#include "app/cli/streamarguments.h"
#include "core/options/duration.h"
#include "core/options/startat.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>

namespace tocsin::app {

using namespace Qt::StringLiterals;

namespace {

Error bad(const QString &message, const QString &remedy)
{
    return {.kind = ErrorKind::BadArgument, .message = message, .remedy = remedy};
}

Result<int64_t> countArgument(const CliArguments &arguments)
{
    if (!arguments.has(u"count"_s))
        return int64_t{0};
    bool ok = false;
    const qint64 count = arguments.value(u"count"_s).toLongLong(&ok);
    if (!ok || count < 1)
        return bad(QCoreApplication::translate("cli", "--count: “%1” is no number above 0.").arg(arguments.value(u"count"_s)),
                   QCoreApplication::translate("cli", "For example --count 10."));
    return int64_t{count};
}

Result<ListenPlan> planOf(const CliContext &context)
{
    const CliArguments &arguments = context.arguments;
    ListenPlan plan;
    plan.engine.places = context.places;
    plan.engine.profile = context.profile;
    plan.logLevel = context.logLevel;
    plan.untilEnd = arguments.has(u"until-end"_s);
    plan.quiet = arguments.has(u"quiet"_s);
    plan.rules = arguments.has(u"rules"_s);
    plan.allFields = arguments.has(u"all-fields"_s);
    plan.engine.keepNothing = arguments.has(u"no-archive"_s);
    plan.printing.includeTests = arguments.has(u"include-tests"_s);
    plan.printing.silent = plan.quiet;
    Result<std::shared_ptr<const filter::Filter>> filter = filterArgument(arguments);
    if (!filter)
        return filter.error();
    plan.filter = std::move(filter).value();
    const Result<int64_t> count = countArgument(arguments);
    if (!count)
        return count.error();
    plan.count = plan.printing.most = count.value();
    if (arguments.has(u"for"_s)) {
        const auto limit = options::parseDuration(arguments.value(u"for"_s));
        if (!limit)
            return bad(QCoreApplication::translate("cli", "--for: “%1” is no duration.").arg(arguments.value(u"for"_s)),
                       QCoreApplication::translate("cli", "Write 90s, 10m or 2h."));
        if (limit->count() <= 0)
            return bad(QCoreApplication::translate("cli", "--for: “%1” is over before it begins.").arg(arguments.value(u"for"_s)),
                       QCoreApplication::translate("cli", "Write 90s, 10m or 2h."));
        plan.limit = *limit;
    }
    if (arguments.has(u"format"_s)) {
        const QString format = arguments.value(u"format"_s);
        if (format != u"jsonl" && format != u"table")
            return bad(QCoreApplication::translate("cli", "There is no format “%1”.").arg(format), QCoreApplication::translate("cli", "Choose jsonl or table."));
        plan.printing.table = format == u"table";
    }
    const QString from = arguments.value(u"from"_s);
    if (arguments.has(u"from"_s)) {
        const auto start = options::StartAt::parse(from);
        if (!start)
            return bad(QCoreApplication::translate("cli", "--from: “%1” is no start.").arg(from),
                       QCoreApplication::translate("cli", "Write live, resume, recent, earliest, an ISO time in UTC, or last:N."));
        if (start->kind == options::StartAt::Kind::Resume && plan.engine.keepNothing)
            return bad(QCoreApplication::translate("cli", "--no-archive keeps no positions, so it cannot resume."),
                       QCoreApplication::translate("cli", "Leave one of them out, or choose --from live, earliest, a time or last:N."));
    }
    services::StreamStore store(services::Engine::streamsFile(context.places, context.profile));
    if (const Outcome loaded = store.load(); !loaded)
        return loaded.error();
    QStringList names = arguments.positional;
    if (names.isEmpty()) {
        for (const streams::StreamConfig &config : store.streams()) {
            if (config.enabled)
                names.push_back(config.name);
        }
        if (names.isEmpty())
            return bad(store.streams().empty() ? QCoreApplication::translate("cli", "No stream is set up yet.")
                                               : QCoreApplication::translate("cli", "Every stream is disabled."),
                       QCoreApplication::translate("cli", "Name one: tocsin listen kafka://HOST:9092/TOPIC, or set one up with “tocsin streams add”."));
    }
    SecretGiver secrets(context);
    for (const QString &name : names) {
        Result<NamedStream> stream = streamFromArgument(name, store);
        if (!stream)
            return stream.error();
        streams::StreamConfig &config = stream.value().config;
        if (stream.value().isDemo && !plan.engine.keepNothing)
            return bad(QCoreApplication::translate("cli", "The demo's alerts never go into an archive of real ones."),
                       QCoreApplication::translate("cli", "Use “tocsin demo --headless”, or add --no-archive."));
        if (const Outcome given = secrets.give(config); !given)
            return given.error();
        const bool again = std::ranges::any_of(plan.streams, [&](const streams::Assignment &a) { return a.config.uuid == config.uuid; });
        if (again)
            continue;
        const streams::StreamType *type = streams::findStreamType(config.type);
        QString start = from;
        if (start.isEmpty() && stream.value().isUrl && !config.values.contains(u"start"_s))
            start = plan.untilEnd ? u"earliest"_s : u"live"_s;
        if (start.isEmpty() && plan.engine.keepNothing && type && config.values.value(type->options, u"start"_s).toString() == u"resume")
            return bad(QCoreApplication::translate("cli", "“%1” is set up to resume, which --no-archive cannot.").arg(config.name),
                       QCoreApplication::translate("cli", "Add --from live, earliest, a time or last:N."));
        if (const auto named = options::StartAt::parse(start))
            plan.takesHistory = plan.takesHistory || named->kind == options::StartAt::Kind::Earliest || named->kind == options::StartAt::Kind::Time || named->kind == options::StartAt::Kind::Last;
        plan.streams.push_back({.config = config, .startOverride = start, .untilEnd = plan.untilEnd});
    }
    return plan;
}

} // namespace

int runListen(const CliContext &context)
{
    Result<ListenPlan> plan = planOf(context);
    if (!plan)
        return complain(plan.error());
    return listen(std::move(plan.value()));
}

int runDemoHeadless(const CliContext &context)
{
    const CliArguments &arguments = context.arguments;
    ListenPlan plan;
    const Result<streams::StreamConfig> demo = demoFromArguments(arguments);
    if (!demo)
        return complain(demo.error());
    const Result<int64_t> count = countArgument(arguments);
    if (!count)
        return complain(count.error());
    const QTemporaryDir home;
    if (!home.isValid())
        return complain({.kind = ErrorKind::Internal, .message = home.errorString()});
    plan.engine.places = Places::resolve(home.path());
    plan.engine.places.archive = plan.engine.places.data + u"/archive"_s;
    plan.logLevel = context.logLevel;
    plan.count = plan.printing.most = count.value();
    plan.printing.includeTests = true;
    plan.streams.push_back({.config = demo.value()});
    return listen(std::move(plan));
}

} // namespace tocsin::app
