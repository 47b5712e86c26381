// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowcommand.h"

#include "app/cli/commandline.h"
#include "app/cli/signals.h"
#include "app/cli/streamarguments.h"
#include "core/options/optiontable.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace tocsin::app {

using namespace Qt::StringLiterals;

namespace {

Error bad(const QString &option, const QString &value, const QString &remedy)
{
    return {.kind = ErrorKind::BadArgument,
            .message = QCoreApplication::translate("cli", "--%1: “%2” does not fit.").arg(option, value),
            .remedy = remedy};
}

// Only with a picture: an ordinary window has its own size and its screen's scale.
Outcome readPicture(const CliArguments &arguments, ui::WindowOptions &options)
{
    options.screenshotFile = arguments.value(u"screenshot"_s);
    for (const QString &option : {u"after"_s, u"scale"_s, u"size"_s}) {
        if (arguments.has(option) && options.screenshotFile.isEmpty())
            return Error{.kind = ErrorKind::BadArgument,
                         .message = QCoreApplication::translate("cli", "--%1 goes with --screenshot.").arg(option),
                         .remedy = QCoreApplication::translate("cli", "Name the picture's file: --screenshot OUT.png")};
    }
    bool ok = true;
    if (arguments.has(u"after"_s))
        options.screenshotAfter = arguments.value(u"after"_s).toLongLong(&ok);
    if (!ok || options.screenshotAfter < 0)
        return bad(u"after"_s, arguments.value(u"after"_s), QCoreApplication::translate("cli", "It is a number of alerts."));
    if (arguments.has(u"scale"_s))
        options.scale = arguments.value(u"scale"_s).toDouble(&ok);
    if (!ok || options.scale < 0.5 || options.scale > 4)
        return bad(u"scale"_s, arguments.value(u"scale"_s), QCoreApplication::translate("cli", "It is a number from 0.5 to 4."));
    if (arguments.has(u"size"_s)) {
        static const QRegularExpression pattern(u"\\A(\\d{3,5})x(\\d{3,5})\\z"_s);
        const QRegularExpressionMatch match = pattern.match(arguments.value(u"size"_s));
        options.size = {match.captured(1).toInt(), match.captured(2).toInt()};
        if (!match.hasMatch() || options.size.width() > 16'000 || options.size.height() > 16'000)
            return bad(u"size"_s, arguments.value(u"size"_s), QCoreApplication::translate("cli", "It is width x height, such as 1600x1000."));
    }
    return Done{};
}

} // namespace

bool wantsWindow(const CliArguments &arguments)
{
    if (arguments.has(u"help"_s) || arguments.has(u"version"_s) || arguments.has(u"man"_s))
        return false;
    return !arguments.command || (arguments.command->name == u"demo" && !arguments.has(u"headless"_s));
}

Result<ui::WindowOptions> windowOptions(const CliArguments &arguments)
{
    ui::WindowOptions options{.places = Places::resolve(arguments.value(u"home"_s)), .profile = arguments.value(u"profile"_s)};
    options.demo = arguments.command != nullptr;
    if (options.demo) {
        const Result<streams::StreamConfig> demo = demoFromArguments(arguments);
        if (!demo)
            return demo.error();
        const streams::StreamType *type = streams::findStreamType(demo.value().type);
        const auto value = [&](const QString &key) { return demo.value().values.value(type->options, key); };
        options.demoSettings.seed = value(u"seed"_s).toULongLong();
        options.demoSettings.speed = value(u"speed"_s).toDouble() / 100;
        bool ok = true;
        if (arguments.has(u"count"_s))
            options.demoSettings.count = arguments.value(u"count"_s).toLongLong(&ok);
        if (!ok || options.demoSettings.count < 0)
            return bad(u"count"_s, arguments.value(u"count"_s), QCoreApplication::translate("cli", "It is a number of alerts."));
    }
    if (arguments.has(u"dark"_s))
        options.scheme = ui::Scheme::Dark;
    if (const Outcome picture = readPicture(arguments, options); !picture)
        return picture.error();
    return options;
}

int runWindow(ui::WindowOptions options)
{
    ui::WindowApp window(std::move(options));
    const Signals signals_;
    QObject::connect(&signals_, &Signals::interrupted, &window, [&window] { window.quit(130); });
    return window.run();
}

} // namespace tocsin::app
