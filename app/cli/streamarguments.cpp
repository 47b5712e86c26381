// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/streamarguments.h"

#include "core/options/optiontable.h"
#include "core/streams/demo/demostream.h"
#include "core/streams/kafka/kafkastream.h"

#include <QCoreApplication>

namespace tocsin::app {

using namespace Qt::StringLiterals;

namespace {

// seed=1&speed=2&count=3, each as the demo's own options want it.
Result<streams::StreamConfig> demoFromQuery(const QString &query)
{
    streams::StreamConfig config = demo::demoStreamConfig(1, 1.0, 0);
    const streams::StreamType *type = streams::findStreamType(config.type);
    for (const QString &pair : query.split(u'&', Qt::SkipEmptyParts)) {
        const QString key = pair.section(u'=', 0, 0);
        const options::OptionSpec *spec = options::findOption(type->options, key);
        const Result<QVariant> value = spec ? options::parseOption(*spec, pair.section(u'=', 1))
                                            : Error{.message = QCoreApplication::translate("cli", "There is no option “%1”.").arg(key)};
        if (!value)
            return Error{.kind = ErrorKind::BadArgument,
                         .message = value.error().message,
                         .remedy = QCoreApplication::translate("cli", "Write demo:?seed=1&speed=10&count=100.")};
        config.values.set(spec->key, value.value());
    }
    const std::vector<options::Problem> problems = options::validate(type->options, config.values);
    if (!problems.empty())
        return Error{.kind = ErrorKind::BadArgument,
                     .message = problems.front().message,
                     .remedy = QCoreApplication::translate("cli", "Write demo:?seed=1&speed=10&count=100.")};
    return config;
}

} // namespace

Result<NamedStream> streamFromArgument(const QString &argument, const services::StreamStore &store)
{
    if (argument.startsWith(u"kafka:")) {
        Result<streams::StreamConfig> config = streams::kafka::streamFromKafkaUrl(argument);
        if (!config)
            return config.error();
        const streams::StreamType *type = streams::findStreamType(config.value().type);
        std::vector<options::Problem> problems = options::validate(type->options, config.value().values);
        if (problems.empty() && type->check)
            problems = type->check(config.value().values);
        if (!problems.empty())
            return Error{.kind = ErrorKind::BadArgument,
                         .message = problems.front().key.isEmpty() ? problems.front().message : problems.front().key + u": "_s + problems.front().message,
                         .remedy = QCoreApplication::translate("cli", "“tocsin streams types” describes every option.")};
        return NamedStream{.config = std::move(config.value()), .isUrl = true};
    }
    if (argument == u"demo:" || argument.startsWith(u"demo:?")) {
        Result<streams::StreamConfig> config = demoFromQuery(argument.mid(6));
        if (!config)
            return config.error();
        return NamedStream{.config = std::move(config).value(), .isUrl = true, .isDemo = true};
    }
    if (argument.contains(u"://"))
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("cli", "“%1” is no URL of a stream.").arg(argument),
                     .remedy = QCoreApplication::translate("cli", "Write kafka://HOST:9092/TOPIC or demo:.")};
    if (const streams::StreamConfig *config = store.find(argument))
        return NamedStream{.config = *config};
    return Error{.kind = ErrorKind::NotFound,
                 .message = QCoreApplication::translate("cli", "There is no stream “%1”.").arg(argument),
                 .remedy = QCoreApplication::translate("cli", "“tocsin streams list” shows those there are; “tocsin streams add” sets one up.")};
}

QString withAnyTopic(QString argument)
{
    const qsizetype question = argument.indexOf(u'?');
    const QString path = question < 0 ? argument : argument.first(question);
    if (path.startsWith(u"kafka://") && path.count(u'/') < 3)
        argument.insert(path.size(), u"/*"_s);
    else if (path.startsWith(u"kafka://") && path.endsWith(u'/'))
        argument.insert(path.size(), u'*');
    return argument;
}

Result<streams::StreamConfig> demoFromArguments(const CliArguments &arguments)
{
    const auto number = [&](const QString &option, double otherwise, double least) -> Result<double> {
        if (!arguments.has(option))
            return otherwise;
        bool ok = false;
        const double value = arguments.value(option).toDouble(&ok);
        if (!ok || value < least)
            return Error{.kind = ErrorKind::BadArgument,
                         .message = QCoreApplication::translate("cli", "--%1: “%2” is no number that fits.").arg(option, arguments.value(option)),
                         .remedy = QCoreApplication::translate("cli", "It must be %1 or more.").arg(least)};
        return value;
    };
    const Result<double> seed = number(u"seed"_s, 1, 0);
    const Result<double> speed = number(u"speed"_s, 1, 0.01);
    if (!seed)
        return seed.error();
    if (!speed)
        return speed.error();
    return demo::demoStreamConfig(static_cast<qint64>(seed.value()), speed.value(), 0);
}

} // namespace tocsin::app
