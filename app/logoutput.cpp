// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logoutput.h"

#include "core/base/logfile.h"
#include "core/base/utctime.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <atomic>
#include <cstdio>

namespace tocsin::app {

using namespace Qt::StringLiterals;

namespace {

// Set once before the first thread starts; never taken down, because threads may log to the end.
std::atomic<LogFile *> logFile{nullptr};
int standardErrorLevel = 4; // as syslog numbers it

int levelOf(QtMsgType type)
{
    return type == QtDebugMsg ? 7 : type == QtInfoMsg ? 6 : type == QtWarningMsg ? 4 : 3;
}

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
    const QByteArray line = QByteArray(word) + ": " + (context.category ? QByteArray(context.category) + ": " : QByteArray()) + message.toUtf8() + '\n';
    if (LogFile *file = logFile) {
        // One line each: what somebody sent must not look like lines of ours.
        QByteArray one = line;
        one.chop(1);
        one.replace('\n', "\\n");
        file->write(QByteArray::fromStdString(UtcTime::now().iso()) + ' ' + QByteArray::number(QCoreApplication::applicationPid()) + ' ' + one + '\n');
    }
    if (levelOf(type) > standardErrorLevel)
        return;
    std::fprintf(stderr, "tocsin: %s", line.constData());
    std::fflush(stderr);
}

} // namespace

Result<int> installLogOutput(const QString &level, const QString &folder)
{
    qInstallMessageHandler(&write);
    struct Level {
        QString name;
        int number;
        QString rules; // the file has everything from "info" on
    };
    const Level levels[] = {
        {u"error"_s, 3, u"tocsin.*.debug=false"_s},
        {u"warning"_s, 4, u"tocsin.*.debug=false"_s},
        {u"info"_s, 6, u"tocsin.*.debug=false"_s},
        {u"debug"_s, 7, u"tocsin.*.debug=true"_s},
    };
    for (const Level &each : levels) {
        if (each.name == (level.isEmpty() ? u"warning"_s : level)) {
            const bool byRules = qEnvironmentVariableIsSet("QT_LOGGING_RULES");
            if (!byRules)
                QLoggingCategory::setFilterRules(each.rules);
            standardErrorLevel = byRules ? 7 : each.number;
            if (!folder.isEmpty())
                logFile = new LogFile(folder);
            return each.number;
        }
    }
    return Error{.kind = ErrorKind::BadArgument,
                 .message = QCoreApplication::translate("cli", "There is no log level “%1”.").arg(level),
                 .remedy = QCoreApplication::translate("cli", "Choose error, warning, info or debug.")};
}

} // namespace tocsin::app
