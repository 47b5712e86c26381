// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/archiveupkeep.h"
#include "app/cli/filterargument.h"
#include "app/cli/secretarguments.h"
#include "app/cli/streamarguments.h"
#include "core/archive/archive.h"
#include "core/archive/verify.h"
#include "core/export/columns.h"
#include "core/export/export.h"
#include "core/options/optiontable.h"
#include "core/services/engine.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <map>

namespace tocsin::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int kBrokerLimitMs = 8'000; // for what one broker still has

int showInfo(archive::Reader &reader)
{
    const Result<archive::Info> read = reader.info();
    if (!read)
        return complain(read.error());
    const archive::Info &info = read.value();
    const auto line = [](const char *key, const QString &value) { putLine(QString::fromLatin1(key) + u'\t' + value); };
    line("place", info.place);
    line("schema", QString::number(info.schemaVersion));
    line("journal", info.journal);
    line("rows", QString::number(info.rows));
    line("messages", QString::number(info.messages));
    line("undecoded", QString::number(info.undecoded));
    line("gaps", QString::number(info.gaps));
    line("bytes", QString::number(info.bytes));
    line("quota", QString::number(info.quotaBytes));
    line("age", info.keepDays == 0 ? u"none"_s : QString::number(info.keepDays) + u'd');
    line("free", QString::number(info.freeBytes));
    line("oldest", QString::fromStdString(info.oldest.iso()));
    line("newest", QString::fromStdString(info.newest.iso()));
    if (!info.notice.isEmpty())
        line("notice", info.notice);
    const Result<std::vector<archive::StoredGap>> gaps = reader.gaps();
    if (!gaps)
        return complain(gaps.error());
    for (const archive::StoredGap &gap : gaps.value()) {
        if (gap.why == "skipped")
            continue; // on purpose; “archive coverage” has it
        line("gap", QStringList{QString::fromStdString(gap.stream), QString::fromStdString(gap.topic), QString::number(gap.partition), QString::number(gap.from),
                                QString::number(gap.to), QString::fromStdString(gap.why), QString::fromStdString(gap.detail)}
                        .join(u'\t'));
    }
    return 0;
}

int showIds(archive::Reader &reader)
{
    std::string out;
    const Outcome done = reader.forEachId([&](const archive::StoredId &id) {
        out += id.stream + '\t' + id.topic + '\t' + (id.partition >= 0 ? std::to_string(id.partition) : std::string()) + '\t'
            + (id.offset >= 0 ? std::to_string(id.offset) : id.messageId) + '\n';
        if (out.size() > (1u << 16)) {
            if (std::fwrite(out.data(), 1, out.size(), stdout) != out.size())
                return false;
            out.clear();
        }
        return true;
    });
    std::fwrite(out.data(), 1, out.size(), stdout);
    return done ? 0 : complain(done.error());
}

// Of each stream that misses something a broker may still have: what the broker has now, or why it was not asked.
using BrokerAnswers = std::map<std::string, Result<std::vector<streams::LaneEnds>>>;

BrokerAnswers askBrokers(const std::vector<archive::Coverage> &coverage, const CliContext &context)
{
    std::map<std::string, std::pair<QString, std::vector<Lane>>> questions; // by uuid
    for (const archive::Coverage &one : coverage) {
        if (one.missed.empty() || !archive::mayBeThere(one.missed))
            continue;
        auto &[name, lanes] = questions[one.streamUuid];
        name = QString::fromStdString(one.stream);
        if (lanes.empty() || lanes.back().topic != one.topic || lanes.back().partition != one.partition)
            lanes.push_back({one.source, one.topic, static_cast<int32_t>(one.partition), one.generation});
    }
    BrokerAnswers answers;
    SecretGiver secrets(context, SecretGiver::Asking::Never); // a command that only looks does not stop to ask
    services::StreamStore store(services::Engine::streamsFile(context.places, context.profile));
    const Outcome loaded = store.load();
    for (auto &[uuid, question] : questions) {
        const auto ask = [&, &name = question.first, &lanes = question.second]() -> Result<std::vector<streams::LaneEnds>> {
            if (context.arguments.has(u"offline"_s))
                return Error{.message = QCoreApplication::translate("cli", "the broker was not asked")};
            if (!loaded)
                return loaded.error();
            // A stream from a URL has the URL for its name.
            Result<NamedStream> stream = streamFromArgument(name, store);
            if (!stream)
                return stream.error();
            if (stream.value().config.uuid.toStdString() != uuid)
                return Error{.message = QCoreApplication::translate("cli", "the stream is no longer set up")};
            const streams::StreamType *type = streams::findStreamType(stream.value().config.type);
            if (!type || !type->ends)
                return Error{.message = QCoreApplication::translate("cli", "only a broker keeps messages for later")};
            if (const Outcome given = secrets.give(stream.value().config); !given)
                return given.error();
            return type->ends(stream.value().config, lanes, kBrokerLimitMs);
        };
        answers.emplace(uuid, ask());
    }
    return answers;
}

QString whetherThere(const archive::Coverage &one, const Result<std::vector<streams::LaneEnds>> &answer)
{
    const QString unknown = u"unknown: "_s;
    if (!answer)
        return unknown + answer.error().message;
    const auto ends = std::ranges::find_if(answer.value(), [&](const streams::LaneEnds &e) { return e.topic == one.topic && e.partition == one.partition; });
    if (ends == answer.value().end())
        return unknown + QCoreApplication::translate("cli", "the broker did not answer for this partition");
    if (ends->source != one.source)
        return unknown + QCoreApplication::translate("cli", "it was missed at another broker");
    if (ends->low >= one.to || ends->high <= one.from)
        return u"gone"_s;
    return ends->low <= one.from ? u"fetchable"_s : u"fetchable from %1"_s.arg(ends->low);
}

// The line of `--json`: all keys always present, null where nothing is known.
QString coverageJson(const archive::Coverage &one, const archive::TimesAround &begin, const archive::TimesAround &end, const Result<std::vector<streams::LaneEnds>> *answer)
{
    using Json = nlohmann::ordered_json;
    const auto time = [](const UtcTime &when) { return when.isValid() ? Json(when.iso()) : Json(); };
    const bool missed = !one.missed.empty();
    // As the window's ribbon has it: what is missing reaches from the message before it to the first one behind it.
    const UtcTime since = missed ? (begin.before.isValid() ? begin.before : begin.after) : begin.after;
    const UtcTime until = missed ? (end.after.isValid() ? end.after : one.noticed) : end.before;
    Json line{{"stream", one.stream}, {"topic", one.topic}, {"partition", one.partition}, {"first", one.from}, {"last", one.to - 1},
              {"since", time(since)}, {"until", time(until)}, {"state", missed ? "missed" : "received"}, {"why", missed ? Json(one.missed) : Json()},
              {"at_broker", Json()}, {"fetchable_until", Json()}};
    if (missed && !archive::mayBeThere(one.missed))
        line["at_broker"] = "gone";
    if (answer) {
        line["at_broker"] = whetherThere(one, *answer).toStdString();
        if (*answer) {
            const auto ends = std::ranges::find_if(answer->value(), [&](const streams::LaneEnds &e) { return e.source == one.source && e.topic == one.topic && e.partition == one.partition; });
            if (ends != answer->value().end() && ends->low <= one.from)
                line["fetchable_until"] = time(ends->keptUntil(since));
        }
    }
    return QString::fromStdString(line.dump(-1, ' ', false, Json::error_handler_t::replace));
}

int showCoverage(archive::Reader &reader, const CliContext &context)
{
    const Result<std::vector<archive::Coverage>> coverage = reader.coverage();
    if (!coverage)
        return complain(coverage.error());
    const BrokerAnswers answers = askBrokers(coverage.value(), context);
    for (const archive::Coverage &one : coverage.value()) {
        if (context.arguments.has(u"json"_s)) {
            const Result<archive::TimesAround> begin = reader.timesAround(one.laneNumber, one.from);
            const Result<archive::TimesAround> end = reader.timesAround(one.laneNumber, one.to);
            if (!begin || !end)
                return complain((begin ? end : begin).error());
            const auto answer = answers.find(one.streamUuid);
            const bool asked = answer != answers.end() && !one.missed.empty() && archive::mayBeThere(one.missed);
            putLine(coverageJson(one, begin.value(), end.value(), asked ? &answer->second : nullptr));
            continue;
        }
        QStringList line{QString::fromStdString(one.stream), QString::fromStdString(one.topic), QString::number(one.partition),
                         QString::number(one.from), QString::number(one.to - 1)};
        if (one.missed.empty())
            line << u"received"_s;
        else
            line << u"missed"_s << QString::fromStdString(one.missed);
        if (const auto answer = answers.find(one.streamUuid); !one.missed.empty() && archive::mayBeThere(one.missed) && answer != answers.end())
            line << whetherThere(one, answer->second);
        putLine(line.join(u'\t'));
    }
    return 0;
}

int verify(const QString &folder)
{
    const Result<archive::VerifyReport> verified = archive::verifyArchive(folder, {});
    if (!verified)
        return complain(verified.error());
    const archive::VerifyReport &report = verified.value();
    for (const QString &complaint : report.complaints)
        sayLine(complaint);
    putLine(QCoreApplication::translate("cli", "%1 rows, %2 packets, %3 bytes checked, %4 damaged.")
                .arg(report.rows)
                .arg(report.packets)
                .arg(report.bytes)
                .arg(report.damaged));
    if (report.sound())
        return 0;
    return complain({.kind = ErrorKind::Archive,
                     .message = QCoreApplication::translate("cli", "The archive is damaged."),
                     .remedy = report.indexDamaged
                         ? QCoreApplication::translate("archive", "End every Tocsin and run “tocsin archive recover”; the old index is kept.")
                         : QCoreApplication::translate("cli", "Nothing was changed; the rows stay, but their damaged packets cannot be shown.")});
}

// Between commas, but for those inside the quotes of fields["a,b"].
QStringList namesIn(const QString &text)
{
    QStringList names{QString()};
    bool quoted = false;
    bool escaped = false;
    for (const QChar c : text) {
        quoted = quoted != (c == u'"' && !escaped);
        escaped = quoted && c == u'\\' && !escaped;
        if (c == u',' && !quoted)
            names << QString();
        else
            names.back() += c;
    }
    names.removeIf([](const QString &name) { return name.trimmed().isEmpty(); });
    return names;
}

} // namespace

int runArchive(const CliContext &context)
{
    const QString what = context.arguments.command->name.section(u' ', 1);
    if (what == u"fetch")
        return runArchiveFetch(context);
    if (what == u"find")
        return runArchiveFind(context);
    if (what == u"redecode")
        return runArchiveRedecode(context);
    if (what == u"verify")
        return verify(context.places.archive);
    if (what == u"limit")
        return limitArchive(context);
    if (what == u"compact")
        return compactArchive(context);
    if (what == u"recover")
        return recoverArchive(context);
    const Result<std::unique_ptr<archive::Archive>> opened = archive::openSqliteArchive({.place = context.places.archive, .readOnly = true});
    if (!opened)
        return complain(opened.error());
    const Result<std::unique_ptr<archive::Reader>> reader = opened.value()->reader();
    if (!reader)
        return complain(reader.error());
    if (what == u"coverage")
        return showCoverage(*reader.value(), context);
    return what == u"ids" ? showIds(*reader.value()) : showInfo(*reader.value());
}

int runExportCommand(const CliContext &context)
{
    const CliArguments &arguments = context.arguments;
    const auto bad = [](const QString &message, const QString &remedy) {
        return complain({.kind = ErrorKind::BadArgument, .message = message, .remedy = remedy});
    };
    exporting::ExportJob job;
    job.file = arguments.value(u"output"_s);
    if (job.file.isEmpty())
        return bad(QCoreApplication::translate("cli", "Where to is missing."), QCoreApplication::translate("cli", "Add -o FILE."));
    // Without a word the file's ending tells.
    if (arguments.has(u"format"_s)) {
        const QString name = arguments.value(u"format"_s);
        const std::optional<exporting::ExportFormat> format = exporting::formatNamed(name);
        if (!format)
            return bad(QCoreApplication::translate("cli", "There is no format “%1”.").arg(name), QCoreApplication::translate("cli", "Choose csv, jsonl or ecsv."));
        job.format = *format;
    } else {
        const std::optional<exporting::ExportFormat> format = exporting::formatOfFile(job.file);
        const QFileInfo target(job.file);
        const bool isPipe = job.file == u"-" || (target.exists() && !target.isFile()); // those have no ending
        if (!format && !isPipe && !target.suffix().isEmpty())
            return bad(QCoreApplication::translate("cli", "The ending “.%1” names no format.").arg(target.suffix()),
                       QCoreApplication::translate("cli", "End the name in .csv, .jsonl or .ecsv, or add --format csv, jsonl or ecsv."));
        job.format = format.value_or(exporting::ExportFormat::Csv);
    }
    if (const QString eol = arguments.value(u"eol"_s); arguments.has(u"eol"_s)) {
        if (eol != u"lf" && eol != u"crlf")
            return bad(QCoreApplication::translate("cli", "--eol %1 is not known.").arg(eol), QCoreApplication::translate("cli", "Write --eol lf."));
        job.lf = eol == u"lf";
    }
    Result<std::shared_ptr<const filter::Filter>> filter = filterArgument(arguments);
    if (!filter)
        return complain(filter.error());
    job.selection.filter = std::move(filter).value();
    job.selection.now = UtcTime::now();
    job.filterText = arguments.value(u"filter"_s);
    job.exact = arguments.has(u"exact"_s);
    if (arguments.has(u"columns"_s)) {
        job.columns = namesIn(arguments.value(u"columns"_s));
        if (job.columns.isEmpty())
            return bad(QCoreApplication::translate("cli", "--columns names no column."),
                       QCoreApplication::translate("cli", "For example --columns name,ra,dec,mag; without --columns all keys are written."));
        if (const auto columns = exporting::columnsNamed(job.columns); !columns)
            return complain(columns.error());
    }
    const Result<UtcTime> since = timeArgument(arguments, u"since"_s);
    const Result<UtcTime> until = timeArgument(arguments, u"until"_s);
    if (!since)
        return complain(since.error());
    if (!until)
        return complain(until.error());
    job.selection.since = since.value();
    job.selection.until = until.value();
    const Result<std::unique_ptr<archive::Archive>> opened = archive::openSqliteArchive({.place = context.places.archive, .readOnly = true});
    if (!opened)
        return complain(opened.error());
    const Result<std::unique_ptr<archive::Reader>> reader = opened.value()->reader();
    if (!reader)
        return complain(reader.error());
    const Result<exporting::ExportReport> report = exporting::runExport(*reader.value(), job, {});
    if (!report)
        return complain(report.error());
    sayLine(QCoreApplication::translate("cli", "%1 rows written, %2 that could not be decoded left out.").arg(report.value().rows).arg(report.value().undecodable));
    if (report.value().restricted > 0)
        sayLine(QCoreApplication::translate("cli", "Restricted rows among them: %1. Whoever gets the file gets them too; look at who may have them.").arg(report.value().restricted));
    const auto damaged = [](const QString &what) {
        return complain({.kind = ErrorKind::Archive,
                         .message = what,
                         .remedy = QCoreApplication::translate("cli", "“tocsin archive verify” tells which packets; everything else is written.")});
    };
    if (const int unread = static_cast<int>(report.value().unread); unread > 0)
        return damaged(QCoreApplication::translate("cli", "%n row(s) could not be read and are left out: their packets are damaged, and the filter asks for them.",
                                                   nullptr, unread));
    if (const int blank = static_cast<int>(report.value().blank); blank > 0)
        return damaged(QCoreApplication::translate("cli", "%n row(s) are written without the fields of their packets: these are damaged.", nullptr, blank));
    if (report.value().rows > 0)
        return 0;
    const QString widen = QCoreApplication::translate("cli", "Widen --filter, --since and --until.");
    const bool header = job.file != u"-" && job.format != exporting::ExportFormat::JsonLines;
    return complain({.kind = ErrorKind::NotFound,
                     .message = QCoreApplication::translate("cli", "No alert matches."),
                     .remedy = header ? QCoreApplication::translate("cli", "The file holds only the header. %1").arg(widen)
                         : job.file != u"-" ? QCoreApplication::translate("cli", "The file is empty. %1").arg(widen)
                                            : widen});
}

} // namespace tocsin::app
