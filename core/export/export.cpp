// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/export.h"

#include "core/archive/storedfields.h"
#include "core/export/columns.h"
#include "core/export/csv.h"
#include "core/export/jsonline.h"
#include "core/filter/filter.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSet>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace tocsin::exporting {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kFlushBytes = 1u << 20;
constexpr qint64 kProgressRows = 500;

Error cancelledError()
{
    return {.kind = ErrorKind::Interrupted,
            .message = QCoreApplication::translate("export", "The export was cancelled; no file was left."),
            .remedy = {}};
}

Error writeError(const QString &file, const QString &why)
{
    return {.kind = ErrorKind::Internal,
            .message = QCoreApplication::translate("export", "%1 cannot be written: %2.").arg(file, why),
            .remedy = QCoreApplication::translate("export", "Choose another place, or free some space; no half file was left.")};
}

Error placeError(const QString &file, const QString &why)
{
    Error error = writeError(file, why);
    error.kind = ErrorKind::BadArgument;
    error.remedy = QCoreApplication::translate("export", "Choose another place.");
    return error;
}

// A disk that becomes full takes a part and says why only when it is given the rest.
bool writeAll(QIODevice &out, std::string_view bytes)
{
    while (!bytes.empty()) {
        const qint64 written = out.write(bytes.data(), static_cast<qint64>(bytes.size()));
        if (written <= 0)
            return false;
        bytes.remove_prefix(static_cast<size_t>(written));
    }
    return true;
}

void see(std::vector<ExportColumn> &columns, std::span<const decoders::FieldTree> values)
{
    for (size_t i = 0; i < values.size(); ++i) {
        if (columns[i].kind == ExportColumn::Kind::Packet)
            columns[i].see(values[i]);
    }
}

// The rows of a selection, and into `columns` what their packets hold.
Result<std::vector<int64_t>> lookAhead(archive::Reader &reader, const archive::Selection &selection, ColumnValues &values, std::vector<ExportColumn> &columns,
                                       const std::function<bool()> &goOn)
{
    std::vector<int64_t> rows;
    bool cancelled = false;
    const Outcome read = reader.forEach(selection, [&](const Alert &alert) {
        if (static_cast<qint64>(rows.size()) % kProgressRows == 0 && !goOn()) {
            cancelled = true;
            return false;
        }
        rows.push_back(alert.row);
        archive::StoredFields packet(reader, alert.row, static_cast<size_t>(alert.record));
        if (alert.error.empty())
            see(columns, values.of(alert, packet));
        return true;
    });
    if (cancelled)
        return cancelledError();
    if (!read)
        return read.error();
    return rows;
}

std::string provenance(const ExportJob &job, const ExportReport &report, const std::vector<ExportColumn> &columns, const UtcTime &now,
                       const UtcTime &from, const UtcTime &to, const QSet<QString> &streams)
{
    nlohmann::ordered_json json;
    json["program"] = "Tocsin " TOCSIN_VERSION;
    json["created"] = UtcTime::now().iso();
    json["file"] = QFileInfo(job.file).fileName().toStdString();
    json["sha256"] = report.sha256.toStdString();
    json["rows"] = report.rows;
    json["undecodable_left_out"] = report.undecodable;
    json["damaged_left_out"] = report.unread;
    json["damaged_without_fields"] = report.blank;
    if (job.format == ExportFormat::Csv)
        json["guarded_cells"] = report.guardedCells;
    json["restricted_rows"] = report.restricted;
    json["filter"] = job.filterText.isEmpty() ? nlohmann::ordered_json() : nlohmann::ordered_json(job.filterText.toStdString());
    const bool ages = std::ranges::any_of(columns, [](const ExportColumn &column) { return column.kind == ExportColumn::Kind::Age; });
    if (ages || (job.selection.filter && job.selection.filter->usesNow()))
        json["now"] = now.iso();
    const auto time = [](const UtcTime &t) { return t.isValid() ? nlohmann::ordered_json(t.iso()) : nlohmann::ordered_json(); };
    json["since"] = time(job.selection.since);
    json["until"] = time(job.selection.until);
    json["first_timestamp"] = time(from);
    json["last_timestamp"] = time(to);
    QStringList names(streams.begin(), streams.end());
    names.sort();
    json["streams"] = nlohmann::ordered_json::array();
    for (const QString &name : names)
        json["streams"].push_back(name.toStdString());
    if (job.format != ExportFormat::JsonLines || !job.columns.isEmpty()) {
        json["columns"] = nlohmann::ordered_json::array();
        for (const ExportColumn &column : columns)
            json["columns"].push_back(column.name);
    }
    if (job.format == ExportFormat::Csv) {
        json["pandas"] = pandasTypes(columns);
        // Names such as NaN or null are texts; only an empty cell is missing.
        json["pandas_missing"] = "keep_default_na=False, na_values=['']";
        json["pandas_numbers"] = "float_precision='round_trip'"; // pandas rounds otherwise
    }
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

} // namespace

std::optional<ExportFormat> formatNamed(const QString &name)
{
    for (const ExportFormat format : {ExportFormat::Csv, ExportFormat::JsonLines, ExportFormat::Ecsv}) {
        if (name == formatName(format))
            return format;
    }
    return {};
}

QString formatName(ExportFormat format)
{
    return format == ExportFormat::JsonLines ? u"jsonl"_s : format == ExportFormat::Ecsv ? u"ecsv"_s : u"csv"_s;
}

std::optional<ExportFormat> formatOfFile(const QString &file)
{
    return formatNamed(QFileInfo(file).suffix().toLower());
}

Result<ExportReport> runExport(archive::Reader &reader, const ExportJob &job, const std::function<bool(qint64, qint64)> &progress)
{
    Result<std::vector<ExportColumn>> named = columnsNamed(job.columns);
    if (!named)
        return named.error();
    std::vector<ExportColumn> columns = named.value().empty() ? csvColumns() : std::move(named.value());
    const UtcTime now = job.selection.now.isValid() ? job.selection.now : UtcTime::now();
    ColumnValues values(columns, now);

    const bool toStandardOutput = job.file == u"-";
    // A device or a pipe is written to; renaming a file onto it would replace it.
    const QFileInfo target(job.file);
    const bool toDevice = !toStandardOutput && target.exists() && !target.isFile();
    if (toDevice && target.isDir())
        return placeError(job.file, QCoreApplication::translate("export", "it is a folder"));
    std::unique_ptr<QFileDevice> out;
    if (toStandardOutput) {
        auto file = std::make_unique<QFile>();
        if (!file->open(stdout, QIODevice::WriteOnly))
            return writeError(job.file, file->errorString());
        out = std::move(file);
    } else if (toDevice) {
        auto file = std::make_unique<QFile>(job.file);
        if (!file->open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return placeError(job.file, file->errorString());
        out = std::move(file);
    } else {
        auto file = std::make_unique<QSaveFile>(job.file);
        file->setDirectWriteFallback(false);
        if (!file->open(QIODevice::WriteOnly))
            return placeError(job.file, file->errorString());
        out = std::move(file);
    }

    ExportReport report;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    std::string buffer;
    bool failed = false;
    bool cancelled = false;
    const auto flush = [&] {
        hash.addData(QByteArrayView(buffer.data(), static_cast<qsizetype>(buffer.size())));
        failed = failed || !writeAll(*out, buffer);
        buffer.clear();
        return !failed;
    };
    archive::Selection selection = job.selection;
    if (job.format == ExportFormat::Ecsv && values.needsPacket()) {
        // The types stand in front of the first row, and what is in the packets is known behind the last.
        Result<std::vector<int64_t>> rows = lookAhead(reader, selection, values, columns, [&progress] { return !progress || progress(0, -1); });
        if (!rows)
            return rows.error();
        report.unread = static_cast<qint64>(reader.unread().size());
        if (!rows.value().empty())
            selection = {.rows = std::move(rows.value())};
    }
    CsvWriter csv({.columns = columns, .exact = job.exact, .lf = job.lf || job.format == ExportFormat::Ecsv, .ecsv = job.format == ExportFormat::Ecsv});
    if (job.format != ExportFormat::JsonLines)
        csv.appendHeader(buffer);
    const qint64 total = job.selection.rows.empty() ? -1 : static_cast<qint64>(job.selection.rows.size());
    UtcTime from;
    UtcTime to;
    QSet<QString> streams;
    std::string lastStream;
    qint64 visited = 0;
    const Outcome read = reader.forEach(selection, [&](const Alert &alert) {
        if (++visited % kProgressRows == 0 && progress && !progress(visited, total)) {
            cancelled = true;
            return false;
        }
        if (!alert.error.empty()) {
            ++report.undecodable;
            return true;
        }
        archive::StoredFields packet(reader, alert.row, static_cast<size_t>(alert.record));
        const std::span<const decoders::FieldTree> more = values.of(alert, packet);
        report.blank += packet.isUnread() ? 1 : 0;
        if (job.format != ExportFormat::JsonLines) {
            csv.appendLine(buffer, alert, more);
            see(columns, more);
        } else {
            if (job.columns.isEmpty())
                appendJsonLine(buffer, alert);
            else
                appendJsonColumns(buffer, alert, columns, more);
            buffer += '\n';
        }
        ++report.rows;
        if (alert.access == "restricted")
            ++report.restricted;
        if (alert.timestamp.isValid()) {
            if (!from.isValid() || alert.timestamp.us < from.us)
                from = alert.timestamp;
            if (!to.isValid() || alert.timestamp.us > to.us)
                to = alert.timestamp;
        }
        if (alert.stream != lastStream) {
            lastStream = alert.stream;
            streams.insert(QString::fromStdString(lastStream));
        }
        return buffer.size() < kFlushBytes || flush();
    });
    if (cancelled || (progress && !progress(visited, total)))
        return cancelledError();
    if (!read)
        return read.error();
    if (!flush())
        return writeError(job.file, out->errorString());
    report.unread = std::max(report.unread, static_cast<qint64>(reader.unread().size()));
    report.guardedCells = csv.guardedCells();
    report.sha256 = QString::fromLatin1(hash.result().toHex());
    if (toStandardOutput || toDevice) {
        if (!out->flush())
            return writeError(job.file, out->errorString());
        return report;
    }
    // Both are on the disk before either has its name: neither stands without the other, nor takes an older one away.
    report.provenanceFile = job.file + u".provenance.json"_s;
    QSaveFile note(report.provenanceFile);
    note.setDirectWriteFallback(false);
    const std::string text = provenance(job, report, columns, now, from, to, streams);
    if (!note.open(QIODevice::WriteOnly) || !writeAll(note, text) || !note.flush())
        return writeError(report.provenanceFile, note.errorString());
    if (!out->flush() || !static_cast<QSaveFile *>(out.get())->commit())
        return writeError(job.file, out->errorString());
    if (!note.commit()) {
        QFile::remove(job.file);
        return writeError(report.provenanceFile, note.errorString());
    }
    return report;
}

} // namespace tocsin::exporting
