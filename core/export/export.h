// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/base/error.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace tocsin::exporting {

enum class ExportFormat { Csv, JsonLines, Ecsv };

// What to write where. A plain value.
struct ExportJob {
    archive::Selection selection;
    QString file; // "-" = standard output, without provenance
    ExportFormat format = ExportFormat::Csv;
    QStringList columns; // keys; empty = all that are always there
    bool exact = false; // CSV: no guard against spreadsheet formulas
    bool lf = false; // CSV: "\n"
    QString filterText; // for the provenance: what the person asked for
};

struct ExportReport {
    qint64 rows = 0;
    qint64 undecodable = 0; // left out and counted
    qint64 guardedCells = 0;
    QString sha256;
    QString provenanceFile;
};

// Writes beside and renames; a cancel or a failure leaves nothing. CSV and ECSV get FILE.provenance.json (contract, section 5).
// Runs on the reader's thread, never the main one. `progress` gets rows done and of how many (-1 = not known); false
// cancels.
[[nodiscard]] Result<ExportReport> runExport(archive::Reader &reader, const ExportJob &job, const std::function<bool(qint64, qint64)> &progress);

} // namespace tocsin::exporting
