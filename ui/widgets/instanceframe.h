// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/showninstance.h"

#include <QColor>
#include <QMargins>
#include <QRectF>
#include <QWidget>

class QPainter;

namespace tocsin::ui {

// The filled tag at the right end of the menu bar: the word of the instance in its colour. Owned by the menu bar.
class InstanceTag final : public QWidget
{
    Q_OBJECT
public:
    explicit InstanceTag(QWidget *parent);
    void setInstance(const ShownInstance &instance);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ShownInstance m_instance;
};

// What says which world one looks at (look.md 5): a frame of the window with a colour and a pattern of its own (a plain line
// above for production; dashes, hatch or dots on all four sides for what is less real), and the same pattern as a small mark
// beside the name of a stream. Pure functions for paint events.
namespace instanceframe {

[[nodiscard]] QColor colour(const ShownInstance &instance);
[[nodiscard]] QMargins margins(const ShownInstance &instance);
void paint(QPainter &painter, const QRect &window, const ShownInstance &instance);
void paintMark(QPainter &painter, const QRectF &box, const ShownInstance &instance);

} // namespace instanceframe
} // namespace tocsin::ui
