// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/columns.h"

#include <span>
#include <string>
#include <string_view>

namespace tocsin::exporting {

// One alert as a JSON line (contract, section 3): every key in its order, null where unknown, numbers with the shortest
// digits that read back the same, times with six decimals. No line end. `fields` is JSON text of the whole packet, or
// empty.
void appendJsonLine(std::string &out, const Alert &alert, std::string_view fields = {});
// The same of some columns only, in the order given; `values` are those of ColumnValues.
void appendJsonColumns(std::string &out, const Alert &alert, std::span<const ExportColumn> columns, std::span<const decoders::FieldTree> values);

// The shortest decimal that reads back as the same number (single precision when the number was sent so). "" for NaN
// and infinities.
void appendNumber(std::string &out, const Number &number);
// A JSON string with quotes; broken UTF-8 becomes U+FFFD.
void appendJsonText(std::string &out, std::string_view text);

// UTC MJD with ten decimals, as the key `mjd` writes it.
void appendMjd(std::string &out, double mjd);

} // namespace tocsin::exporting
