// SPDX-License-Identifier: GPL-3.0-or-later
// `tocsin shift`: what happened, for whoever takes over.
#include "app/cli/commands.h"

#include "app/cli/filterargument.h"
#include "core/archive/archive.h"
#include "core/journal/journal.h"
#include "core/triage/shiftlog.h"

#include <QCoreApplication>
#include <QSaveFile>

#include <chrono>

namespace tocsin::app {

using namespace Qt::StringLiterals;

int runShift(const CliContext &context)
{
    constexpr std::chrono::microseconds kShift = std::chrono::hours(12);
    Result<UtcTime> since = timeArgument(context.arguments, u"since"_s);
    Result<UtcTime> until = timeArgument(context.arguments, u"until"_s);
    if (!since || !until)
        return complain((since ? until : since).error());
    if (!until.value().isValid())
        until = UtcTime::now();
    if (!since.value().isValid())
        since = UtcTime::fromUs(until.value().us - kShift.count());
    if (since.value().us >= until.value().us)
        return complain({.kind = ErrorKind::BadArgument,
                         .message = QCoreApplication::translate("cli", "--since %1 is not before %2.").arg(QString::fromStdString(since.value().iso()), QString::fromStdString(until.value().iso())),
                         .remedy = QCoreApplication::translate("cli", "Times are UTC; without --until the log ends now.")});
    const Result<std::unique_ptr<archive::Archive>> opened = archive::openSqliteArchive({.place = context.places.archive, .readOnly = true});
    if (!opened)
        return complain(opened.error());
    const Result<std::unique_ptr<archive::Reader>> reader = opened.value()->reader();
    if (!reader)
        return complain(reader.error());
    journal::Journal journal(journal::Journal::fileIn(context.places.archive));
    const Result<QString> log = triage::shiftLog(*reader.value(), journal, since.value(), until.value());
    if (!log)
        return complain(log.error());
    const QString path = context.arguments.value(u"output"_s);
    if (path.isEmpty() || path == u"-") {
        putLine(log.value().trimmed());
        return 0;
    }
    QSaveFile file(path);
    const QByteArray text = log.value().toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return complain({.kind = ErrorKind::BadArgument,
                         .message = QCoreApplication::translate("cli", "%1 cannot be written: %2").arg(path, file.errorString()),
                         .remedy = QCoreApplication::translate("cli", "Write to a folder that is there and that has room.")});
    return 0;
}

} // namespace tocsin::app
