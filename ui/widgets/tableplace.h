// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

class QTableView;

namespace tocsin::ui {

class AlertTableModel;

// Where somebody was in the table, by the numbers of rows: selection, current row, and the row that holds the view. Another
// filter makes the list anew; what is still in it, or is found later, gets its place back. Owned by the table, as both are.
class TablePlace
{
public:
    TablePlace(QTableView &table, AlertTableModel &model) : m_table(table), m_model(model) {}

    void keep(bool holdsView); // before the list is made anew
    // After rows have come. `move` scrolls the table so that this row is the first in sight.
    void restore(const std::function<void(int row)> &move);
    [[nodiscard]] bool holdsCurrent() const { return m_holdsView && m_anchorIsCurrent; }
    // As it was at another time: applied when the rows are there.
    void set(int64_t current, int64_t top);
    void letGoOfView() { m_holdsView = m_restsView = false; } // somebody scrolls
    // The list is whole: what is not in it waits for another one, and holds nothing meanwhile.
    void rest();
    void forget();
    // Something is selected, or will be when it is found.
    [[nodiscard]] bool isHeld() const { return !m_isResting && !m_selected.empty(); }
    [[nodiscard]] bool isResting() const { return m_isResting; }

private:
    QTableView &m_table;
    AlertTableModel &m_model;
    std::vector<int64_t> m_selected; // not yet selected again
    int64_t m_current = 0; // 0: none, or it is the current one again
    int m_column = 0;
    int64_t m_anchor = 0; // the row that holds the view
    int m_above = 0; // rows in sight above it
    int m_top = 0; // the row that was the first in sight
    bool m_anchorIsCurrent = false;
    bool m_holdsView = false;
    bool m_isResting = false;
    bool m_restsView = false; // it held the view
};

} // namespace tocsin::ui
