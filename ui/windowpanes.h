// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QWidget;

namespace tocsin::ui {

class DockTitle;

// The panes that F6 and Shift+F6 go round, in reading order, and the mark on the title of the one that has the focus;
// and Shift+F10, which opens the menu of what has the focus.
// Main thread; owned by the window.
class WindowPanes final : public QObject
{
    Q_OBJECT
public:
    explicit WindowPanes(QWidget *window);

    // `area` is what the pane is made of, `target` what takes the focus first; `title` may be null.
    void add(QWidget *area, QWidget *target, DockTitle *title = nullptr);
    void move(int step);
    [[nodiscard]] int current() const; // -1: the focus is in none

private:
    struct Pane {
        QWidget *area;
        QWidget *target;
        DockTitle *title;
    };
    [[nodiscard]] int paneOf(const QWidget *widget) const;
    void handleFocus(QWidget *now);

    QList<Pane> m_panes;
};

} // namespace tocsin::ui
