// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/columns.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin::exporting {

// RFC 4180 lines from alerts (contract, section 5). A plain value; one per export.
class CsvWriter
{
public:
    struct Settings {
        std::vector<ExportColumn> columns; // empty = csvColumns(); of ECSV with their types
        bool exact = false; // no guard against formulas
        bool lf = false; // "\n" instead of "\r\n"
        bool ecsv = false; // with the preamble, never guarded: no spreadsheet reads it
    };

    explicit CsvWriter(Settings settings);

    void appendHeader(std::string &out) const;
    // `values`: those of ColumnValues; may be empty when all columns are keys.
    void appendLine(std::string &out, const Alert &alert, std::span<const decoders::FieldTree> values = {});
    // Text cells that got a leading apostrophe because a spreadsheet would run them.
    [[nodiscard]] int64_t guardedCells() const { return m_guarded; }
    [[nodiscard]] const std::vector<ExportColumn> &columns() const { return m_settings.columns; }

private:
    friend struct CsvCell;
    void appendText(std::string &out, std::string_view text);
    void appendValue(std::string &out, const decoders::FieldTree &value);
    [[nodiscard]] const char *word(bool value) const;

    Settings m_settings;
    int64_t m_guarded = 0;
};

// The keys that are always there, `timestamp` … `error`, in the order of the contract.
[[nodiscard]] std::vector<ExportColumn> csvColumns();

// The `dtype=` argument for pandas.read_csv: ids stay text, offsets are Int64.
[[nodiscard]] std::string pandasTypes(const std::vector<ExportColumn> &columns);

// The comment lines in front of an ECSV table (Enhanced Character Separated Values 1.0, APE 6): type, unit and meaning of
// every column, for astropy and TOPCAT.
[[nodiscard]] std::string ecsvPreamble(const std::vector<ExportColumn> &columns);

// Whether the whole text is a number as spreadsheets read it.
[[nodiscard]] bool looksLikeNumber(std::string_view text);

} // namespace tocsin::exporting
