// SPDX-License-Identifier: GPL-3.0-or-later
// What the table puts on the clipboard.
#include "core/export/jsonline.h"
#include "ui/models/alerttablemodel.h"
#include "ui/theme/formats.h"
#include "ui/widgets/alertheader.h"
#include "ui/widgets/alerttable.h"

#include <QApplication>
#include <QClipboard>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostCopied = 100'000; // rows

} // namespace

void AlertTable::copyPositions(bool sexagesimal)
{
    QStringList lines;
    for (const qint64 number : selectedRows()) {
        const int row = m_model.indexOf(number);
        const AlertRecord *record = row >= 0 ? m_model.recordAt(row) : nullptr;
        if (!record || !record->alert->hasPosition() || lines.size() >= kMostCopied)
            continue;
        const Alert &alert = *record->alert;
        // Plain ASCII: what is copied goes into other programs.
        if (sexagesimal) {
            QString text = formats::raSexagesimal(alert.ra.value) + u' ' + formats::decSexagesimal(alert.dec.value);
            lines << text.replace(QChar(0x2212), u'-');
        } else {
            std::string text;
            exporting::appendNumber(text, alert.ra);
            text += ' ';
            exporting::appendNumber(text, alert.dec);
            lines << QString::fromStdString(text);
        }
    }
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(u'\n'));
}

void AlertTable::copyDegrees()
{
    copyPositions(false);
}

void AlertTable::copySexagesimal()
{
    copyPositions(true);
}

void AlertTable::copyJson()
{
    std::string text;
    for (const qint64 number : selectedRows()) {
        const int row = m_model.indexOf(number);
        if (const AlertRecord *record = row >= 0 ? m_model.recordAt(row) : nullptr) {
            exporting::appendJsonLine(text, *record->alert);
            text += '\n';
        }
    }
    if (!text.empty())
        QApplication::clipboard()->setText(QString::fromStdString(text));
}

void AlertTable::copyCells()
{
    QStringList lines;
    for (const qint64 number : selectedRows()) {
        const int row = m_model.indexOf(number);
        QStringList cells;
        for (int visual = 0; visual < m_header->count(); ++visual) {
            const int column = m_header->logicalIndex(visual);
            if (!isColumnHidden(column) && row >= 0)
                cells << m_model.index(row, column).data().toString();
        }
        lines << cells.join(u'\t');
    }
    QApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace tocsin::ui
