// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rowhistory.h"

namespace tocsin::ui {

void RowHistory::visit(qint64 number)
{
    if (!m_rows.empty() && m_rows[m_at] == number)
        return;
    if (!m_rows.empty())
        m_rows.resize(m_at + 1);
    m_rows.push_back(number);
    if (m_rows.size() > kMost)
        m_rows.erase(m_rows.begin());
    m_at = m_rows.size() - 1;
}

bool RowHistory::canGo(int step) const
{
    return step < 0 ? m_at > 0 : m_at + 1 < m_rows.size();
}

qint64 RowHistory::go(int step)
{
    if (!canGo(step))
        return 0;
    m_at = step < 0 ? m_at - 1 : m_at + 1;
    return m_rows[m_at];
}

} // namespace tocsin::ui
