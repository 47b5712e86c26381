// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/packetfields.h"
#include "core/templates/templates.h"
#include "ui/models/alertcells.h"
#include "ui/models/rowwork.h"

#include <set>
#include <span>

namespace tocsin::ui {

// What is to stand on the clipboard: something in front, then each row. A plain value; `row` is called on the worker's
// thread, once for each alert, and says whether it wrote anything.
struct RowText {
    std::string before;
    std::function<bool(std::string &out, const Alert &alert, filter::PacketFields &packet)> row;
};

[[nodiscard]] RowText csvText(const QStringList &columns); // as the export writes it; none: all keys
[[nodiscard]] RowText jsonText(); // as `tocsin listen` prints them
[[nodiscard]] RowText idText();
[[nodiscard]] RowText cellsText(std::vector<AlertColumnSpec> columns); // as the table shows them, between tabs
[[nodiscard]] RowText templateText(const templates::ReadyTemplate &ready, std::shared_ptr<std::set<std::string>> missing);

struct WrittenRows {
    QString text;
    qint64 rows = 0; // of which something was written
    qint64 leftOut = 0; // nothing to write
    qint64 restricted = 0; // of those written: not everybody may see them
    bool full = false; // the bound was reached
};

// Rows of the archive as one text, in the order given, up to a bound. For RowWork.
[[nodiscard]] Result<WrittenRows> writeRows(archive::Reader &reader, std::span<const int64_t> rows, const RowText &what, const RowWork::Stale &stale);

} // namespace tocsin::ui
