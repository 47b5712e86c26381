// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <functional>

class QDockWidget;
class QMainWindow;

namespace tocsin::ui {

// How wide the docks left and right of the table are. Each wishes for a width at text scale 1; when the table would lose
// its last columns, they give way, the last one first, down to what they must have. A width that a person drags becomes
// the wish, and does not give way. So every change of the text scale and of the window has a way back. Main thread; a
// part of the window.
class DockWidths
{
public:
    struct Dock {
        QDockWidget *dock = nullptr;
        int usual = 0; // at text scale 1, as below
        int least = 0;
        int wished = 0;
        int before = 0; // on the screen, when a person took hold of its edge
    };
    // `table` says what the middle must have.
    DockWidths(QMainWindow *window, QList<Dock> docks, std::function<int()> table);

    void place();
    void reset(); // to the usual widths
    void beginDrag();
    void endDrag();
    [[nodiscard]] QList<int> wishes() const;
    void setWishes(const QList<int> &wishes);

private:
    QMainWindow *m_window;
    QList<Dock> m_docks;
    QList<int> m_tried; // what place() was made from last
    std::function<int()> m_table;
};

} // namespace tocsin::ui
