// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rowtexts.h"

#include "core/export/csv.h"
#include "core/export/jsonline.h"

#include <algorithm>

namespace tocsin::ui {

namespace {

// A clipboard is no file: other programs take all of it at once.
constexpr size_t kMostRows = 100'000;
constexpr size_t kMostBytes = 64u << 20;
constexpr size_t kChunk = 1'000;

} // namespace

RowText csvText(const QStringList &keys)
{
    std::vector<const AlertField *> columns;
    for (const QString &key : keys) {
        if (const AlertField *field = findAlertField(key.toStdString()))
            columns.push_back(field);
    }
    auto writer = std::make_shared<exporting::CsvWriter>(exporting::CsvWriter::Settings{.columns = columns, .lf = true});
    RowText text;
    writer->appendHeader(text.before);
    text.row = [writer](std::string &out, const Alert &alert) {
        if (!alert.error.empty())
            return false; // as in an export
        writer->appendLine(out, alert);
        return true;
    };
    return text;
}

RowText jsonText()
{
    return {.before = {}, .row = [](std::string &out, const Alert &alert) {
                exporting::appendJsonLine(out, alert);
                out += '\n';
                return true;
            }};
}

RowText idText()
{
    return {.before = {}, .row = [](std::string &out, const Alert &alert) {
                if (alert.id.empty())
                    return false;
                out += templates::inOneLine(alert.id);
                out += '\n';
                return true;
            }};
}

RowText cellsText(std::vector<AlertColumnSpec> columns)
{
    return {.before = {}, .row = [columns = std::move(columns)](std::string &out, const Alert &alert) {
                for (size_t i = 0; i < columns.size(); ++i) {
                    if (i > 0)
                        out += '\t';
                    out += cellText(columns[i], alert).toStdString();
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
    text.row = [ready, missing = std::move(missing), now = UtcTime::now()](std::string &out, const Alert &alert) {
        if (!ready.isOfferedFor(alert, now))
            return false;
        std::vector<std::string> none;
        out += ready.text(alert, none);
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
            if (!what.row(text, *alert)) {
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
