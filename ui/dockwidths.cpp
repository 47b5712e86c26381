// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dockwidths.h"

#include "ui/theme/theme.h"

#include <QDockWidget>
#include <QMainWindow>

#include <algorithm>
#include <utility>

namespace tocsin::ui {

namespace {

constexpr int kMostPercent = 24; // of the window, that a dock must have

bool takesWidth(const QMainWindow &window, QDockWidget *dock)
{
    const Qt::DockWidgetArea area = window.dockWidgetArea(dock);
    return dock->isVisible() && !dock->isFloating() && (area == Qt::LeftDockWidgetArea || area == Qt::RightDockWidgetArea);
}

} // namespace

DockWidths::DockWidths(QMainWindow *window, QList<Dock> docks, std::function<int()> table)
    : m_window(window), m_docks(std::move(docks)), m_table(std::move(table))
{
    reset();
}

void DockWidths::reset()
{
    for (Dock &dock : m_docks)
        dock.wished = dock.usual;
}

void DockWidths::place()
{
    QList<QDockWidget *> docks;
    QList<int> widths;
    QList<int> least;
    QList<int> tried{m_window->width()};
    const QMargins frame = m_window->contentsMargins();
    int room = m_window->width() - frame.left() - frame.right() - m_table();
    for (const Dock &dock : m_docks) {
        if (!takesWidth(*m_window, dock.dock))
            continue;
        docks << dock.dock;
        widths << Theme::scaled(dock.wished);
        least << std::min(widths.last(), dock.wished != dock.usual
                                             ? dock.wished
                                             : std::min(Theme::scaled(dock.least), m_window->width() * kMostPercent / 100));
        tried << dock.dock->minimumSizeHint().width();
        room -= widths.last() + 1;
    }
    for (qsizetype i = docks.size(); i-- > 0;) {
        const int given = std::clamp(-room, 0, widths[i] - least[i]);
        widths[i] -= given;
        room += given;
    }
    // What cannot be had is not tried again and again.
    tried << widths;
    if (!docks.isEmpty() && std::exchange(m_tried, tried) != tried)
        m_window->resizeDocks(docks, widths, Qt::Horizontal);
}

void DockWidths::beginDrag()
{
    for (Dock &dock : m_docks)
        dock.before = dock.dock->width();
}

void DockWidths::endDrag()
{
    for (Dock &dock : m_docks) {
        if (takesWidth(*m_window, dock.dock) && dock.dock->width() != dock.before)
            dock.wished = qRound(dock.dock->width() * 100.0 / Theme::scaled(100));
    }
    m_tried.clear();
}

QList<int> DockWidths::wishes() const
{
    QList<int> list;
    for (const Dock &dock : m_docks)
        list << dock.wished;
    return list;
}

void DockWidths::setWishes(const QList<int> &wishes)
{
    for (qsizetype i = 0; i < std::min(m_docks.size(), wishes.size()); ++i)
        m_docks[i].wished = wishes[i];
}

} // namespace tocsin::ui
