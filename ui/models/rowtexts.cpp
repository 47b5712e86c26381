// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rowtexts.h"

#include "core/archive/storedfields.h"
#include "core/export/columns.h"
#include "core/export/csv.h"
#include "core/export/jsonline.h"
#include "ui/models/packetcell.h"

#include <algorithm>

namespace tocsin::ui {

namespace {

// A clipboard is no file: other programs take all of it at once.
constexpr size_t kMostRows = 100'000;
constexpr size_t kMostBytes = 64u << 20;
constexpr size_t kChunk = 1'000;

} // namespace

RowText csvText(const QStringList &columns)
{
    std::vector<exporting::ExportColumn> wanted;
    for (const QString &name : columns) {
        if (Result<std::vector<exporting::ExportColumn>> column = exporting::columnsNamed({name}))
            wanted.push_back(std::move(column.value().front()));
    }
    auto values = std::make_shared<exporting::ColumnValues>(wanted, UtcTime::now());
    auto writer = std::make_shared<exporting::CsvWriter>(exporting::CsvWriter::Settings{.columns = std::move(wanted), .lf = true});
    RowText text;
    writer->appendHeader(text.before);
    text.row = [writer, values](std::string &out, const Alert &alert, filter::PacketFields &packet) {
        if (!alert.error.empty())
            return false; // as in an export
        writer->appendLine(out, alert, values->of(alert, packet));
        return true;
    };
    return text;
}

RowText jsonText()
{
    return {.before = {}, .row = [](std::string &out, const Alert &alert, filter::PacketFields &) {
                exporting::appendJsonLine(out, alert);
                out += '\n';
                return true;
            }};
}

RowText idText()
{
    return {.before = {}, .row = [](std::string &out, const Alert &alert, filter::PacketFields &) {
                if (alert.id.empty())
                    return false;
                out += templates::inOneLine(alert.id);
                out += '\n';
                return true;
            }};
}

RowText cellsText(std::vector<AlertColumnSpec> columns)
{
    return {.before = {}, .row = [columns = std::move(columns)](std::string &out, const Alert &alert, filter::PacketFields &packet) {
                for (size_t i = 0; i < columns.size(); ++i) {
                    if (i > 0)
                        out += '\t';
                    const bool field = columns[i].kind == CellKind::Packet;
                    out += (field ? packetText(packetCell(packet.tree(), columns[i].path), columns[i].format) : cellText(columns[i], alert)).toStdString();
                }
                out += '\n';
                return true;
            }};
}

RowText templateText(const templates::ReadyTemplate &ready, std::shared_ptr<std::set<std::string>> missing)
{
    RowText text;
    if (!ready.spec().before.isEmpty())
        text.before = ready.spec().before.toStdString() + '\n';
    text.row = [ready, missing = std::move(missing), now = UtcTime::now()](std::string &out, const Alert &alert, filter::PacketFields &packet) {
        if (!ready.isOfferedFor(alert, now))
            return false;
        std::vector<std::string> none;
        out += ready.text(alert, none, &packet);
        out += '\n';
        missing->insert(none.begin(), none.end());
        return true;
    };
    return text;
}

Result<WrittenRows> writeRows(archive::Reader &reader, std::span<const int64_t> rows, const RowText &what, const RowWork::Stale &stale)
{
    WrittenRows done;
    std::string text = what.before;
    const size_t most = std::min(rows.size(), kMostRows);
    done.full = most < rows.size();
    for (size_t at = 0; at < most && text.size() < kMostBytes; at += kChunk) {
        if (stale())
            return WrittenRows(); // nobody looks at it
        const auto alerts = reader.alerts(rows.subspan(at, std::min(kChunk, most - at)));
        if (!alerts)
            return alerts.error();
        for (const auto &alert : alerts.value()) {
            if (text.size() >= kMostBytes) {
                done.full = true;
                break;
            }
            archive::StoredFields packet(reader, alert->row, static_cast<size_t>(alert->record));
            if (!what.row(text, *alert, packet)) {
                ++done.leftOut;
                continue;
            }
            ++done.rows;
            done.restricted += alert->access == "restricted" ? 1 : 0;
        }
    }
    if (text.ends_with('\n'))
        text.pop_back(); // pasted into a line, it stays one
    done.text = QString::fromStdString(text);
    return done;
}

} // namespace tocsin::ui
