// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns of the table leave it, when rows are copied and exported.
#include "ui/models/alerttablemodel.h"
#include "ui/widgets/alertheader.h"
#include "ui/widgets/alerttable.h"

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

// The keys behind the columns that are made for reading.
QStringList keysOf(CellKind kind)
{
    switch (kind) {
    case CellKind::Time:
        return {u"timestamp"_s};
    case CellKind::Name:
        return {u"name"_s};
    case CellKind::Class:
        return {u"classification"_s, u"classification_score"_s};
    case CellKind::Mag:
        return {u"mag"_s, u"band"_s};
    case CellKind::Score:
        return {u"score"_s, u"score_kind"_s};
    case CellKind::Ra:
        return {u"ra"_s};
    case CellKind::Dec:
        return {u"dec"_s};
    case CellKind::Error:
        return {u"error_radius"_s};
    case CellKind::Stream:
        return {u"stream"_s, u"topic"_s};
    case CellKind::Delay:
        return {u"broker_time"_s, u"received"_s};
    case CellKind::State:
        return {u"alert_type"_s, u"revision"_s, u"test"_s, u"retraction"_s};
    default:
        return {};
    }
}

} // namespace

std::vector<AlertColumnSpec> AlertTable::shownColumns() const
{
    std::vector<AlertColumnSpec> shown;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        if (!isColumnHidden(column))
            shown.push_back(m_model.column(column));
    }
    return shown;
}

QStringList AlertTable::shownKeys() const
{
    QStringList keys;
    for (const AlertColumnSpec &column : shownColumns()) {
        // Keys and paths of packets are called by their names.
        const bool named = column.kind == CellKind::Key || column.kind == CellKind::Packet;
        keys += named ? QStringList{column.id} : keysOf(column.kind);
    }
    keys.removeDuplicates();
    return keys;
}

} // namespace tocsin::ui
