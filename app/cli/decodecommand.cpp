// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/insidejson.h"
#include "app/cli/schemaargument.h"

#include "core/decoders/decoder.h"
#include "core/decoders/formatpages.h"
#include "core/export/jsonline.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cstdio>

namespace tocsin::app {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostBytes = 64ll << 20; // decisions.md 19

Result<QByteArray> readAll(const QString &name)
{
    QFile file(name);
    const bool opened = name == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("cli", "%1 cannot be read: %2.").arg(name, file.errorString()),
                     .remedy = QCoreApplication::translate("cli", "Check the name and the rights.")};
    const QByteArray bytes = file.read(kMostBytes + 1);
    if (bytes.size() > kMostBytes)
        return Error{.kind = ErrorKind::Undecodable,
                     .message = QCoreApplication::translate("cli", "%1 is larger than 64 MiB, more than any alert.").arg(name),
                     .remedy = QCoreApplication::translate("cli", "Give one message per file.")};
    return bytes;
}

int listFormats()
{
    QString list = decoders::formatList();
    list.chop(1); // putLine() ends the last line
    putLine(list);
    return 0;
}

} // namespace

int runDecode(const CliContext &context)
{
    const CliArguments &arguments = context.arguments;
    if (arguments.has(u"formats"_s))
        return listFormats();
    decoders::Wanted wanted;
    wanted.fields = arguments.has(u"all-fields"_s);
    const std::string format = arguments.value(u"format"_s).toStdString();
    if (!format.empty()) {
        const auto known = decoders::all();
        if (std::ranges::none_of(known, [&](const decoders::Decoder *decoder) { return format == decoder->id(); }))
            return complain({.kind = ErrorKind::BadArgument,
                             .message = QCoreApplication::translate("cli", "There is no format “%1”.").arg(arguments.value(u"format"_s)),
                             .remedy = QCoreApplication::translate("cli", "“tocsin decode --formats” lists them.")});
        wanted.format = format;
    }
    wanted.inside = arguments.has(u"inside"_s);
    SchemaArgument schema;
    if (const QString name = arguments.value(u"schema"_s); !name.isEmpty()) {
        Result<SchemaArgument> opened = SchemaArgument::open(name);
        if (!opened)
            return complain(opened.error());
        schema = std::move(opened).value();
        wanted.schema = schema.text();
        wanted.registry = schema.registry();
    }
    QByteArray key;
    if (const QString name = arguments.value(u"key"_s); !name.isEmpty()) {
        const Result<QByteArray> read = readAll(name);
        if (!read)
            return complain(read.error());
        key = read.value();
    }
    Headers headers;
    for (const QString &header : arguments.values.value(u"header"_s)) {
        const qsizetype equals = header.indexOf(u'=');
        if (equals < 1)
            return complain({.kind = ErrorKind::BadArgument,
                             .message = QCoreApplication::translate("cli", "--header %1: write K=V.").arg(header),
                             .remedy = QCoreApplication::translate("cli", "Repeat --header for each.")});
        headers.emplace_back(header.first(equals).toStdString(), header.sliced(equals + 1).toStdString());
    }
    QStringList files = arguments.positional;
    if (files.isEmpty())
        files.push_back(u"-"_s);
    int code = 0;
    bool unreadable = false;
    const std::string topic = arguments.value(u"topic"_s).toStdString();
    for (const QString &name : files) {
        const Result<QByteArray> read = readAll(name);
        if (!read) {
            const int one = complain(read.error());
            code = code == 0 ? one : std::min(code, one);
            continue;
        }
        const QByteArray &bytes = read.value();
        const decoders::Input input{.value = {bytes.constData(), static_cast<size_t>(bytes.size())},
                                    .key = {key.constData(), static_cast<size_t>(key.size())},
                                    .headers = headers,
                                    .topic = topic};
        decoders::Decoded decoded = decoders::decode(input, wanted);
        if (!decoded.needsSchema.empty() && !schema.registry().empty()) {
            if (const Outcome fetched = schema.fetch(decoded.needsSchema); !fetched) {
                if (complain(fetched.error()) == exitCode(ErrorKind::Interrupted))
                    return exitCode(ErrorKind::Interrupted);
            } else {
                decoded = decoders::decode(input, wanted);
            }
        }
        if (decoded.heartbeat) {
            sayLine(QCoreApplication::translate("cli", "%1: a heartbeat, no alert").arg(name));
            continue;
        }
        if (!decoded.error.empty() || decoded.alerts.empty()) {
            auto row = std::make_shared<Alert>();
            row->message = "other";
            row->format = decoded.format;
            row->error = decoded.error.empty() ? "no alert found" : decoded.error;
            decoded.alerts.assign(1, std::move(row));
            decoded.trees.clear();
        }
        for (const auto &alert : decoded.alerts) { // of an envelope a part may be unreadable, the others not
            if (alert->error.empty())
                continue;
            sayLine(u"tocsin: "_s + name + u": "_s + QString::fromStdString(alert->error));
            unreadable = true;
            if (code == 0)
                code = exitCode(ErrorKind::Undecodable);
        }
        std::string line;
        for (size_t i = 0; i < decoded.alerts.size(); ++i) {
            Alert &alert = *decoded.alerts[i];
            alert.record = static_cast<int64_t>(i);
            alert.topic = topic;
            const std::string fields = i < decoded.trees.size()
                ? decoded.trees[i].dump(-1, ' ', false, decoders::FieldTree::error_handler_t::replace)
                : std::string();
            exporting::appendJsonLine(line, alert, fields);
            if (i < decoded.insides.size()) {
                line.pop_back(); // the brace that closes it
                line += ",\"inside\":" + insideJson(decoded.insides[i]) + '}';
            }
            line += '\n';
        }
        std::fwrite(line.data(), 1, line.size(), stdout);
    }
    if (unreadable)
        sayLine(QCoreApplication::translate("cli", "The line on standard output keeps the reason; “tocsin decode --formats” lists what can be read."));
    return code;
}

} // namespace tocsin::app
