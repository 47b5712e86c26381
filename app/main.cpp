// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"
#include "app/cli/commands.h"
#include "app/logoutput.h"
#include "app/windowcommand.h"
#include "core/base/places.h"
#include "core/decoders/schemastore.h"

#include <QApplication>
#include <QLocale>
#include <QLibraryInfo>
#include <QTranslator>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;
using namespace tocsin;

namespace {

int runCommand(const app::CliContext &context)
{
    const QString &name = context.arguments.command->name;
    const QString word = name.section(u' ', 0, 0);
    if (word == u"decode")
        return app::runDecode(context);
    if (word == u"listen")
        return app::runListen(context);
    if (word == u"demo")
        return app::runDemoHeadless(context);
    if (word == u"topics")
        return app::runTopics(context);
    if (word == u"check")
        return app::runCheck(context);
    if (word == u"streams")
        return app::runStreams(context);
    if (word == u"accounts")
        return app::runAccounts(context);
    if (word == u"rules")
        return app::runRules(context);
    if (word == u"export")
        return app::runExportCommand(context);
    if (word == u"target")
        return app::runTarget(context);
    if (word == u"watch")
        return app::runWatch(context);
    if (word == u"triage")
        return app::runTriage(context);
    if (word == u"shift")
        return app::runShift(context);
    return app::runArchive(context);
}

} // namespace

int main(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN); // a reader that has had enough is told by the write itself
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.push_back(QString::fromLocal8Bit(argv[i]));
    const Result<app::CliArguments> parsed = app::parseCommandLine(words);
    QCoreApplication::setApplicationName(u"tocsin"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TOCSIN_VERSION));
    const bool window = parsed && app::wantsWindow(parsed.value());
    const Result<ui::WindowOptions> windowOptions = window ? app::windowOptions(parsed.value()) : Result(ui::WindowOptions{});
    const bool drawn = window && windowOptions;
    if (drawn)
        ui::WindowApp::prepare(windowOptions.value());
    std::unique_ptr<QCoreApplication> application;
    if (drawn && ui::WindowApp::hasDisplay())
        application = std::make_unique<QApplication>(argc, argv);
    else
        application = std::make_unique<QCoreApplication>(argc, argv);
    QTranslator qtWords; // of its dialogs and editors
    if (qtWords.load(QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qtWords);
    QTranslator translator;
    // English has no file of its words, but one of its plurals; it also serves the languages that have none.
    if (translator.load(QLocale(), u"tocsin"_s, u"_"_s, u":/i18n"_s) || translator.load(u":/i18n/tocsin_en.qm"_s))
        QCoreApplication::installTranslator(&translator);
    if (!parsed) {
        // Said again by a parser that can speak the person's language now.
        return app::complain(app::parseCommandLine(words).error());
    }
    const app::CliArguments &arguments = parsed.value();
    if (arguments.has(u"help"_s)) {
        const bool group = !arguments.command && !arguments.positional.isEmpty();
        app::putLine((group ? app::groupHelp(arguments.positional.first()) : app::helpText(arguments.command)).trimmed());
        return 0;
    }
    if (arguments.has(u"version"_s)) {
        app::putLine(u"tocsin "_s + QStringLiteral(TOCSIN_VERSION));
        return 0;
    }
    if (arguments.has(u"man"_s)) {
        app::putLine(app::manPage());
        return 0;
    }
    if (const QString profile = arguments.value(u"profile"_s); arguments.has(u"profile"_s) && !isPlainName(profile))
        return app::complain({.kind = ErrorKind::BadArgument,
                              .message = QCoreApplication::translate("cli", "“%1” cannot be the name of a profile.").arg(profile),
                              .remedy = QCoreApplication::translate("cli", "Use letters, digits, dots, dashes and underscores.")});
    // The demo leaves nothing behind.
    const bool demo = arguments.command && arguments.command->name == u"demo";
    const Result<int> level = app::installLogOutput(arguments.value(u"log-level"_s), demo ? QString() : Places::resolve(arguments.value(u"home"_s)).state);
    if (!level)
        return app::complain(level.error());
    decoders::SchemaStore::instance().setFolder(Places::resolve(arguments.value(u"home"_s)).cache + u"/schemas"_s);
    if (window) {
        // Made again: the first answer came before there was a language to say it in.
        const Result<ui::WindowOptions> options = app::windowOptions(arguments);
        if (!options)
            return app::complain(options.error());
        if (!ui::WindowApp::hasDisplay())
            return app::complain({.kind = ErrorKind::Internal,
                                  .message = QCoreApplication::translate("cli", "There is no display to open a window on."),
                                  .remedy = QCoreApplication::translate("cli", "“tocsin demo --headless” and “tocsin listen” need none.")});
        return app::runWindow(options.value());
    }
    app::CliContext context{.arguments = arguments,
                            .places = Places::resolve(arguments.value(u"home"_s)),
                            .profile = arguments.value(u"profile"_s),
                            .logLevel = level.value()};
    return app::closeOutput(runCommand(context));
}
