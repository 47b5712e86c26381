// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tableplace.h"

#include "ui/models/alerttablemodel.h"

#include <QItemSelectionModel>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace tocsin::ui {

namespace {

constexpr size_t kMostKept = 1'000'000; // selected rows

} // namespace

void TablePlace::rest()
{
    m_isResting = m_current > 0 || !m_selected.empty();
    m_restsView = m_isResting && m_holdsView;
    m_holdsView = false;
}

void TablePlace::forget()
{
    m_isResting = m_restsView = false;
    m_selected.clear();
    m_current = 0;
    m_holdsView = false;
}

void TablePlace::keep(bool holdsView)
{
    const QItemSelectionModel *chosen = m_table.selectionModel();
    m_isResting = false;
    if (std::exchange(m_restsView, false) && !chosen->hasSelection()) {
        m_holdsView = true; // where it was before a filter hid the rows that held it
        return;
    }
    for (const QItemSelectionRange &range : chosen->selection()) {
        for (int row = range.top(); row <= range.bottom() && m_selected.size() < kMostKept; ++row)
            m_selected.push_back(m_model.numberAt(row));
    }
    const QModelIndex current = chosen->currentIndex();
    if (current.isValid()) {
        m_current = m_model.numberAt(current.row());
        m_column = current.column();
    }
    if (!holdsView || m_model.rowCount() == 0)
        return;
    m_holdsView = true;
    const int top = std::max(0, m_table.rowAt(0));
    const int last = m_table.rowAt(m_table.viewport()->height() - 1);
    const bool currentInSight = current.isValid() && current.row() >= top && (last < 0 || current.row() <= last);
    const int anchor = currentInSight ? current.row() : top;
    m_anchor = m_model.numberAt(anchor);
    m_above = anchor - top;
    m_top = top;
    m_anchorIsCurrent = currentInSight;
}

void TablePlace::set(int64_t current, int64_t top)
{
    forget();
    if (current > 0) {
        m_current = current;
        m_selected.push_back(current);
    }
    m_anchor = top;
    m_above = m_top = 0;
    m_holdsView = top > 0;
}

void TablePlace::restore(const std::function<void(int row)> &move)
{
    QItemSelectionModel *chosen = m_table.selectionModel();
    // In a folded list another row may stand for it.
    const auto rowOf = [this](int64_t number) {
        const int row = m_model.indexOf(number);
        return row >= 0 ? row : m_model.indexOf(m_model.standInFor(number));
    };
    if (const int row = m_current > 0 ? rowOf(m_current) : -1; row >= 0) {
        chosen->setCurrentIndex(m_model.index(row, m_column), QItemSelectionModel::NoUpdate);
        m_current = 0;
    }
    if (!m_selected.empty()) {
        std::vector<int> rows;
        std::erase_if(m_selected, [&](int64_t number) {
            const int row = rowOf(number);
            if (row >= 0)
                rows.push_back(row);
            return row >= 0;
        });
        std::ranges::sort(rows);
        QItemSelection found;
        for (size_t from = 0, to = 0; from < rows.size(); from = to) {
            for (to = from + 1; to < rows.size() && rows[to] <= rows[to - 1] + 1;)
                ++to;
            found.append(QItemSelectionRange(m_model.index(rows[from], 0), m_model.index(rows[to - 1], m_model.columnCount() - 1)));
        }
        if (!found.isEmpty())
            chosen->select(found, QItemSelectionModel::Select);
    }
    if (m_holdsView && m_model.rowCount() > 0) {
        const int stands = rowOf(m_anchor);
        int row = stands >= 0 ? stands : m_model.firstFrom(m_anchor);
        if (stands < 0 && m_model.isSorted())
            row = m_top + m_above; // its neighbours are elsewhere
        move(std::max(0, std::min(row, m_model.rowCount() - 1) - m_above));
    }
}

} // namespace tocsin::ui
