// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowpanes.h"

#include "ui/widgets/docktitle.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QShortcut>
#include <QWidget>

namespace tocsin::ui {

WindowPanes::WindowPanes(QWidget *window) : QObject(window)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { handleFocus(now); });
    // Qt knows the menu key only, and many keyboards have none.
    connect(new QShortcut(Qt::SHIFT | Qt::Key_F10, window), &QShortcut::activated, this, [] {
        QWidget *focus = QApplication::focusWidget();
        if (!focus)
            return;
        const QPoint at = focus->inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, at, focus->mapToGlobal(at));
        QApplication::sendEvent(focus, &asked);
    });
}

void WindowPanes::add(QWidget *area, QWidget *target, DockTitle *title)
{
    m_panes << Pane{area, target, title};
}

int WindowPanes::paneOf(const QWidget *widget) const
{
    for (qsizetype i = 0; i < m_panes.size(); ++i) {
        if (widget && (m_panes[i].area == widget || m_panes[i].area->isAncestorOf(widget)))
            return static_cast<int>(i);
    }
    return -1;
}

int WindowPanes::current() const
{
    return paneOf(QApplication::focusWidget());
}

void WindowPanes::move(int step)
{
    const auto count = static_cast<int>(m_panes.size());
    int at = current();
    if (at < 0)
        at = step > 0 ? -1 : count;
    for (int tried = 0; tried < count; ++tried) {
        at = (at + step + count) % count;
        if (!m_panes[at].area->isVisible())
            continue;
        m_panes[at].target->window()->activateWindow(); // a dock may float
        m_panes[at].target->setFocus(Qt::ShortcutFocusReason);
        return;
    }
}

void WindowPanes::handleFocus(QWidget *now)
{
    if (!now)
        return; // another window: the mark stays where the focus comes back
    const int at = paneOf(now);
    for (qsizetype i = 0; i < m_panes.size(); ++i) {
        if (m_panes[i].title)
            m_panes[i].title->setActive(i == at);
    }
}

} // namespace tocsin::ui
