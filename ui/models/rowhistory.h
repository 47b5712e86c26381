// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace tocsin::ui {

// The rows that somebody looked at, by their numbers in the archive, so that filter and order of the table do not matter.
// Looking at another row forgets what lay ahead, as in a browser. A plain value.
class RowHistory
{
public:
    static constexpr size_t kMost = 200;

    void visit(qint64 number);
    [[nodiscard]] bool canGo(int step) const; // -1 back, 1 forward
    qint64 go(int step); // the row there; 0: none

private:
    std::vector<qint64> m_rows;
    size_t m_at = 0; // the row that is looked at
};

} // namespace tocsin::ui
