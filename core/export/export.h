// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/base/error.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace tocsin::exporting {

enum class ExportFormat { Csv, JsonLines, Ecsv };

// “csv”, “jsonl”, “ecsv”: on the command line, and the ending of a file.
[[nodiscard]] std::optional<ExportFormat> formatNamed(const QString &name);
[[nodiscard]] QString formatName(ExportFormat format);
// By the ending of the name; nothing when it is another one.
[[nodiscard]] std::optional<ExportFormat> formatOfFile(const QString &file);

// What to write where. A plain value.
struct ExportJob {
    archive::Selection selection;
    QString file; // "-" = standard output, without provenance
    ExportFormat format = ExportFormat::Csv;
    QStringList columns; // as columnsNamed() takes them; empty = all that are always there, in JSON lines the further ones that are known as well
    bool exact = false; // CSV: no guard against spreadsheet formulas
    bool lf = false; // CSV: "\n"
    QString filterText; // for the provenance: what the person asked for
};

struct ExportReport {
    qint64 rows = 0;
    qint64 undecodable = 0; // left out and counted
    qint64 unread = 0; // left out because their packets, which the filter asks for, are damaged or lost
    qint64 blank = 0; // written without the fields of their packets, for the same reason
    qint64 guardedCells = 0;
    qint64 restricted = 0; // rows that not everybody may see
    QString sha256;
    QString provenanceFile;
};

// The one service behind `tocsin export` and the window's dialog. Writes beside and renames; a cancel or a failure leaves
// nothing, and what stood there before. FILE.provenance.json beside it says where the rows come from (contract, section 5).
// Runs on the reader's thread, never the main one. `progress` gets rows done and of how many (-1 = not known); false
// cancels.
[[nodiscard]] Result<ExportReport> runExport(archive::Reader &reader, const ExportJob &job, const std::function<bool(qint64, qint64)> &progress);

} // namespace tocsin::exporting
