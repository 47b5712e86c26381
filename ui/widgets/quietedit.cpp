// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/quietedit.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace tocsin::ui {

namespace {

constexpr int kOfQt = 2; // QLineEdit's own, left of its text

} // namespace

QuietEdit::QuietEdit(QWidget *parent) : QLineEdit(parent)
{
    setFrame(false);
    setTextMargins(kInset - kOfQt, 0, kInset - kOfQt, 0);
}

void QuietEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const Palette &colours = Theme::palette();
    QPainter painter(this);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colours.focus, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    } else if (!isReadOnly()) {
        painter.fillRect(QRect(kInset, height() - 1, width() - 2 * kInset, 1), underMouse() ? colours.lineStrong : colours.line);
    }
}

void QuietEdit::enterEvent(QEnterEvent *event)
{
    QLineEdit::enterEvent(event);
    update();
}

void QuietEdit::leaveEvent(QEvent *event)
{
    QLineEdit::leaveEvent(event);
    update();
}

} // namespace tocsin::ui
