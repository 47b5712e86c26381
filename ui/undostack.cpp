// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/undostack.h"

#include <utility>

namespace tocsin::ui {

void UndoStack::push(const QString &what, std::function<void()> undo)
{
    m_deeds.push_back({what, std::move(undo)});
    if (m_deeds.size() > kMost)
        m_deeds.pop_front();
    Q_EMIT changed();
}

void UndoStack::undo()
{
    if (m_deeds.empty())
        return;
    const Deed deed = std::move(m_deeds.back());
    m_deeds.pop_back();
    Q_EMIT changed();
    deed.undo();
}

} // namespace tocsin::ui
