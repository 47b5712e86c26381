// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/filterargument.h"

#include <QCoreApplication>

namespace tocsin::app {

using namespace Qt::StringLiterals;

Result<std::shared_ptr<const filter::Filter>> filterArgument(const CliArguments &arguments)
{
    if (!arguments.has(u"filter"_s))
        return std::shared_ptr<const filter::Filter>();
    const std::string text = arguments.value(u"filter"_s).toStdString();
    auto compiled = filter::Filter::compile(text, filter::FieldCatalogue());
    if (auto *filter = std::get_if<filter::Filter>(&compiled))
        return std::make_shared<const filter::Filter>(std::move(*filter));
    const auto &problem = std::get<filter::Problem>(compiled);
    const qsizetype place = problem.utf16(text).position + 1;
    QString remedy;
    if (!problem.suggestion.empty()) {
        std::string better = text;
        better.replace(problem.position, problem.length, problem.suggestion);
        remedy = QCoreApplication::translate("cli", "Write: %1").arg(QString::fromStdString(better));
    } else if (!problem.expected.isEmpty()) {
        remedy = QCoreApplication::translate("cli", "Expected here: %1.").arg(problem.expected);
    } else {
        remedy = QCoreApplication::translate("cli", "docs/filter.md describes the language.");
    }
    return Error{.kind = ErrorKind::BadArgument,
                 .message = QCoreApplication::translate("cli", "--filter, character %1: %2").arg(place).arg(problem.message),
                 .remedy = remedy};
}

Result<UtcTime> timeArgument(const CliArguments &arguments, const QString &option)
{
    if (!arguments.has(option))
        return UtcTime{};
    const UtcTime time = UtcTime::fromIso(arguments.value(option).toStdString());
    if (!time.isValid())
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("cli", "--%1: “%2” is no time.").arg(option, arguments.value(option)),
                     .remedy = QCoreApplication::translate("cli", "Write 2026-09-14T22:00:00 (UTC).")};
    return time;
}

} // namespace tocsin::app
