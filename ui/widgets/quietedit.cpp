// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/quietedit.h"

#include "ui/theme/formats.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace tocsin::ui {

namespace {

constexpr int kOfQt = 2; // QLineEdit's own, left of its text

} // namespace

QuietEdit::QuietEdit(QWidget *parent) : QLineEdit(parent)
{
    setFrame(false);
    setTextMargins(kInset - kOfQt, 0, kInset - kOfQt, 0);
}

bool QuietEdit::isElided() const
{
    return !hasFocus() && fontMetrics().horizontalAdvance(text()) > width() - 2 * kInset;
}

bool QuietEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && isElided()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), formats::plainTip(text()), this);
        return true;
    }
    return QLineEdit::event(event);
}

void QuietEdit::paintEvent(QPaintEvent *event)
{
    const Palette &colours = Theme::palette();
    if (!isElided())
        QLineEdit::paintEvent(event);
    QPainter painter(this);
    if (isElided()) {
        const QRect room = rect().adjusted(kInset, 0, -kInset, 0);
        painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::Text));
        painter.drawText(room, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), fontMetrics().elidedText(text(), Qt::ElideMiddle, room.width()));
    }
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
