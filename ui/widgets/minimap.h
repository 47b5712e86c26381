// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <vector>

namespace tocsin::ui {

class AlertTable;
class AlertTableModel;
class RowColours;

// The strip beside the table's scroll bar: a mark where a notable row is, in its colour, however many rows there are. A
// click goes to the nearest one. Drawn anew at most ten times a second while rows arrive. Main thread; owned by the window.
class Minimap final : public QWidget
{
    Q_OBJECT
public:
    Minimap(AlertTable &table, AlertTableModel &model, RowColours &colours, QWidget *parent);
    QSize sizeHint() const override;
    // A pixel's mark; for the tests.
    struct Mark {
        int row = -1; // in the list shown; -1: none
        int kind = -1; // place in RowColours::kinds()
    };
    [[nodiscard]] const std::vector<Mark> &marks() const { return m_marks; }
    [[nodiscard]] QRect track() const; // beside the groove of the scroll bar

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void renewSoon();
    void renew();
    [[nodiscard]] int markNear(int y) const; // -1: none within reach
    [[nodiscard]] QString words(int y) const;

    AlertTable &m_table;
    AlertTableModel &m_model;
    RowColours &m_colours;
    std::vector<Mark> m_marks; // one a pixel of the track
    QTimer m_soon;
};

} // namespace tocsin::ui
