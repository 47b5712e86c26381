// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logoutput.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <cstdio>

namespace tocsin::app {

using namespace Qt::StringLiterals;

namespace {

void write(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const char *word = "info";
    switch (type) {
    case QtDebugMsg:
        word = "debug";
        break;
    case QtInfoMsg:
        break;
    case QtWarningMsg:
        word = "warning";
        break;
    case QtCriticalMsg:
    case QtFatalMsg:
        word = "error";
        break;
    }
    std::fprintf(stderr, "tocsin: %s: %s%s%s\n", word, context.category ? context.category : "", context.category ? ": " : "", message.toUtf8().constData());
    std::fflush(stderr);
}

} // namespace

Result<int> installLogOutput(const QString &level)
{
    qInstallMessageHandler(&write);
    struct Level {
        QString name;
        int number;
        QString rules;
    };
    const Level levels[] = {
        {u"error"_s, 3, u"tocsin.*.debug=false\ntocsin.*.info=false\ntocsin.*.warning=false"_s},
        {u"warning"_s, 4, u"tocsin.*.debug=false\ntocsin.*.info=false"_s},
        {u"info"_s, 6, u"tocsin.*.debug=false"_s},
        {u"debug"_s, 7, u"tocsin.*.debug=true"_s},
    };
    for (const Level &each : levels) {
        if (each.name == (level.isEmpty() ? u"warning"_s : level)) {
            if (!qEnvironmentVariableIsSet("QT_LOGGING_RULES"))
                QLoggingCategory::setFilterRules(each.rules);
            return each.number;
        }
    }
    return Error{.kind = ErrorKind::BadArgument,
                 .message = QCoreApplication::translate("cli", "There is no log level “%1”.").arg(level),
                 .remedy = QCoreApplication::translate("cli", "Choose error, warning, info or debug.")};
}

} // namespace tocsin::app
