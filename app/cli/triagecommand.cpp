// SPDX-License-Identifier: GPL-3.0-or-later
// `tocsin triage …` and `tocsin archive find`: what people judge of alerts, with the same state as the window.
#include "app/cli/commands.h"

#include "app/cli/filterargument.h"
#include "core/archive/archive.h"
#include "core/export/jsonline.h"
#include "core/triage/triage.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace tocsin::app {

using namespace Qt::StringLiterals;
using Json = nlohmann::ordered_json;

namespace {

void put(const Json &line)
{
    putLine(QString::fromStdString(line.dump(-1, ' ', false, Json::error_handler_t::replace)));
}

Json timeOf(const UtcTime &time)
{
    return time.isValid() ? Json(time.iso()) : Json();
}

Result<std::vector<int64_t>> chosenRows(const CliArguments &arguments, archive::Archive &archive)
{
    std::vector<int64_t> rows;
    for (const QString &text : arguments.values.value(u"row"_s)) {
        bool isNumber = false;
        const qlonglong row = QString(text).remove(u'#').toLongLong(&isNumber);
        if (!isNumber || row <= 0)
            return Error{.kind = ErrorKind::BadArgument,
                         .message = QCoreApplication::translate("cli", "“%1” is no row.").arg(text),
                         .remedy = QCoreApplication::translate("cli", "A row is the number under the key row.")};
        rows.push_back(row);
    }
    if (!arguments.has(u"filter"_s)) {
        if (rows.empty())
            return Error{.kind = ErrorKind::BadArgument,
                         .message = QCoreApplication::translate("cli", "Say which rows: --row N or --filter EXPR."),
                         .remedy = QCoreApplication::translate("cli", "For example --row 12, or --filter 'name = \"S260914ab\"'.")};
        return rows;
    }
    archive::Selection selection;
    Result<std::shared_ptr<const filter::Filter>> filter = filterArgument(arguments);
    if (!filter)
        return filter.error();
    selection.filter = std::move(filter.value());
    selection.now = UtcTime::now();
    const Result<std::unique_ptr<archive::Reader>> reader = archive.reader();
    if (!reader)
        return reader.error();
    Result<std::vector<int64_t>> found = reader.value()->rowNumbers(selection, {});
    if (!found)
        return found.error();
    rows.insert(rows.end(), found.value().begin(), found.value().end());
    if (rows.empty())
        return Error{.kind = ErrorKind::NotFound, .message = QCoreApplication::translate("cli", "No row matches.")};
    return rows;
}

int list(triage::Triage &triage)
{
    const Result<std::vector<triage::Said>> tags = triage.tags();
    const Result<std::vector<triage::Said>> notes = triage.notes();
    const Result<std::vector<triage::IgnoredObject>> ignored = triage.ignored();
    if (!tags || !notes || !ignored)
        return complain(!tags ? tags.error() : !notes ? notes.error() : ignored.error());
    for (const triage::Said &tag : tags.value())
        put({{"tag", tag.text}, {"name", tag.name}, {"row", tag.row}, {"when", timeOf(tag.made)}});
    for (const triage::Said &note : notes.value())
        put({{"note", note.text}, {"name", note.name}, {"row", note.row}, {"when", timeOf(note.made)}});
    for (const triage::IgnoredObject &object : ignored.value()) {
        put({{"ignored", object.id}, {"name", object.name}, {"names", object.names}, {"ra", object.ra ? Json(*object.ra) : Json()}, {"dec", object.dec ? Json(*object.dec) : Json()},
             {"row", object.row}, {"when", timeOf(object.made)}});
    }
    return 0;
}

Result<triage::Deed> act(const CliArguments &arguments, archive::Archive &archive, triage::Triage &triage)
{
    const QString word = arguments.command->name.section(u' ', 1);
    if (word == u"restore") {
        std::vector<int64_t> numbers;
        for (const QString &text : arguments.positional) {
            bool isNumber = false;
            numbers.push_back(text.toLongLong(&isNumber));
            if (!isNumber)
                return Error{.kind = ErrorKind::BadArgument,
                             .message = QCoreApplication::translate("cli", "“%1” is no number of an ignored object.").arg(text),
                             .remedy = QCoreApplication::translate("cli", "“tocsin triage list” shows them.")};
        }
        return triage.stopIgnoringObjects(numbers);
    }
    const Result<std::vector<int64_t>> rows = chosenRows(arguments, archive);
    if (!rows)
        return rows.error();
    const bool off = arguments.has(u"off"_s);
    if (word == u"ignore")
        return off ? triage.stopIgnoring(rows.value()) : triage.ignore(rows.value());
    if (word == u"seen")
        return triage.see(rows.value(), !off);
    if (word == u"mark") {
        // What is pinned is marked, as in the window.
        const bool pins = arguments.has(u"pin"_s);
        const auto set = static_cast<uint8_t>(pins ? archive::Pinned | archive::Starred : archive::Starred);
        const auto clear = static_cast<uint8_t>(pins ? archive::Pinned : archive::Starred | archive::Pinned);
        return off ? triage.mark(rows.value(), 0, clear) : triage.mark(rows.value(), set, 0);
    }
    const std::string text = arguments.positional.at(0).toStdString();
    return word == u"tag" ? triage.tag(rows.value(), text, !off) : triage.note(rows.value(), text);
}

} // namespace

int runTriage(const CliContext &context)
{
    const bool looks = context.arguments.command->name == u"triage list";
    const Result<std::unique_ptr<archive::Archive>> opened = archive::openSqliteArchive({.place = context.places.archive, .readOnly = looks});
    if (!opened)
        return complain(opened.error());
    journal::Journal journal(journal::Journal::fileIn(context.places.archive));
    triage::Triage triage(*opened.value(), journal);
    if (looks)
        return list(triage);
    const Result<triage::Deed> deed = act(context.arguments, *opened.value(), triage);
    if (!deed)
        return complain(deed.error());
    if (deed.value().rows == 0 && context.arguments.command->name == u"triage restore")
        return complain({.kind = ErrorKind::NotFound,
                         .message = QCoreApplication::translate("cli", "None of these objects is ignored."),
                         .remedy = QCoreApplication::translate("cli", "“tocsin triage list” shows those that are.")});
    sayLine(deed.value().said);
    putLine(u"rows\t"_s + QString::number(deed.value().rows));
    for (const int64_t number : deed.value().numbers)
        putLine(u"ignored\t"_s + QString::number(number));
    return 0;
}

int runArchiveFind(const CliContext &context)
{
    const Result<std::unique_ptr<archive::Archive>> opened = archive::openSqliteArchive({.place = context.places.archive, .readOnly = true});
    if (!opened)
        return complain(opened.error());
    journal::Journal journal(journal::Journal::fileIn(context.places.archive));
    triage::Triage triage(*opened.value(), journal);
    const Result<triage::Triage::Found> found = triage.find(context.arguments.positional.at(0).toStdString());
    if (!found)
        return complain(found.error());
    QStringList names;
    for (const std::string &name : found.value().names)
        names << QString::fromStdString(name);
    if (names.size() > 1)
        sayLine(QCoreApplication::translate("cli", "Names: %1").arg(names.join(u", "_s)));
    if (found.value().rows.empty())
        return complain({.kind = ErrorKind::NotFound, .message = QCoreApplication::translate("cli", "No row has this name, or another name of the same event.")});
    const Result<std::unique_ptr<archive::Reader>> reader = opened.value()->reader();
    if (!reader)
        return complain(reader.error());
    constexpr size_t kAtOnce = 500;
    const std::span<const int64_t> rows(found.value().rows);
    for (size_t begin = 0; begin < rows.size(); begin += kAtOnce) {
        const auto alerts = reader.value()->alerts(rows.subspan(begin, std::min(kAtOnce, rows.size() - begin)));
        if (!alerts)
            return complain(alerts.error());
        for (const auto &alert : alerts.value()) {
            std::string line;
            exporting::appendJsonLine(line, *alert, {});
            line += '\n';
            if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size())
                return 0; // whoever reads has had enough
        }
    }
    return 0;
}

} // namespace tocsin::app
