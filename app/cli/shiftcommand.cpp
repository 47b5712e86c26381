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

namespace {

Result<triage::ShiftSpan> spanOf(const CliArguments &arguments)
{
    const Result<UtcTime> since = timeArgument(arguments, u"since"_s);
    const Result<UtcTime> until = timeArgument(arguments, u"until"_s);
    if (!since || !until)
        return (since ? until : since).error();
    if (!arguments.has(u"night"_s)) {
        if (arguments.has(u"zone"_s))
            return Error{.kind = ErrorKind::BadArgument,
                         .message = QCoreApplication::translate("cli", "--zone is of --night: times are UTC."),
                         .remedy = QCoreApplication::translate("cli", "For example --night last --zone America/Santiago.")};
        triage::ShiftSpan span = triage::lastHours(std::chrono::hours(12), until.value().isValid() ? until.value() : UtcTime::now());
        if (since.value().isValid())
            span.since = since.value();
        if (span.since.us >= span.until.us)
            return Error{.kind = ErrorKind::BadArgument,
                         .message = QCoreApplication::translate("cli", "--since %1 is not before %2.").arg(QString::fromStdString(span.since.iso()), QString::fromStdString(span.until.iso())),
                         .remedy = QCoreApplication::translate("cli", "Times are UTC; without --until the log ends now.")};
        return span;
    }
    if (since.value().isValid() || until.value().isValid())
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("cli", "--night goes without --since and --until."),
                     .remedy = QCoreApplication::translate("cli", "A night goes from noon to noon in the time of --zone (UTC).")};
    const Result<QTimeZone> zone = triage::zoneNamed(arguments.has(u"zone"_s) ? arguments.value(u"zone"_s) : u"UTC"_s);
    return zone ? triage::nightSpan(arguments.value(u"night"_s), zone.value(), UtcTime::now()) : Result<triage::ShiftSpan>(zone.error());
}

} // namespace

int runShift(const CliContext &context)
{
    const Result<triage::ShiftSpan> span = spanOf(context.arguments);
    if (!span)
        return complain(span.error());
    const Result<std::unique_ptr<archive::Archive>> opened = archive::openSqliteArchive({.place = context.places.archive, .readOnly = true});
    if (!opened)
        return complain(opened.error());
    const Result<std::unique_ptr<archive::Reader>> reader = opened.value()->reader();
    if (!reader)
        return complain(reader.error());
    journal::Journal journal(journal::Journal::fileIn(context.places.archive));
    const Result<QString> log = triage::shiftLog(*reader.value(), journal, span.value());
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
