// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ribbonpaint.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>

namespace tocsin::ui::ribbon {

namespace {

using Kind = RibbonStretch::Kind;

// A frame of one pixel, as filled rectangles (look.md 9).
void frame(QPainter &painter, const QRect &area, const QColor &colour)
{
    painter.fillRect(QRect(area.left(), area.top(), area.width(), 1), colour);
    painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), colour);
    painter.fillRect(QRect(area.left(), area.top(), 1, area.height()), colour);
    painter.fillRect(QRect(area.right(), area.top(), 1, area.height()), colour);
}

void hatch(QPainter &painter, const QRect &area, const QColor &colour)
{
    painter.save();
    painter.setClipRect(area);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.4));
    // The origin is the widget's, so that the lines do not crawl when a stretch grows.
    const int first = (area.left() - area.height()) / 4 * 4;
    for (int x = first; x < area.right() + area.height(); x += 4)
        painter.drawLine(QPointF(x, area.bottom() + 1), QPointF(x + area.height(), area.top()));
    painter.restore();
}

QString word(Kind kind)
{
    switch (kind) {
    case Kind::Received:
        return QCoreApplication::translate("tocsin::ui::CoverageRibbon", "Received");
    case Kind::Fetching:
        return QCoreApplication::translate("tocsin::ui::CoverageRibbon", "Fetching");
    case Kind::Missed:
        return QCoreApplication::translate("tocsin::ui::CoverageRibbon", "Missed, can be fetched");
    case Kind::Gone:
        break;
    }
    return QCoreApplication::translate("tocsin::ui::CoverageRibbon", "Expired at broker");
}

} // namespace

void paintStretch(QPainter &painter, const QRect &area, Kind kind)
{
    const Palette &colours = Theme::palette();
    switch (kind) {
    case Kind::Received:
        painter.fillRect(area, colours.ribOk);
        if (Theme::scheme() == Scheme::Red) // too dark to be seen by itself there
            frame(painter, area, colours.ribGone);
        return;
    case Kind::Fetching:
        painter.fillRect(area, colours.base);
        painter.fillRect(QRect(area.left(), area.center().y() - 1, area.width(), 3), colours.ribWait);
        return;
    case Kind::Missed:
        painter.fillRect(area, colours.base);
        hatch(painter, area, colours.ribMiss);
        frame(painter, area, colours.ribMiss);
        return;
    case Kind::Gone:
        break;
    }
    painter.fillRect(area, colours.base);
    painter.save();
    painter.setClipRect(area);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.ribGone, 1));
    painter.drawLine(QPointF(area.left(), area.top()), QPointF(area.right() + 1, area.bottom() + 1));
    painter.restore();
    for (int x = area.left(); x <= area.right(); x += 3) {
        painter.fillRect(QRect(x, area.top(), 1, 1), colours.ribGone);
        painter.fillRect(QRect(x, area.bottom(), 1, 1), colours.ribGone);
    }
    for (int y = area.top(); y <= area.bottom(); y += 3) {
        painter.fillRect(QRect(area.left(), y, 1, 1), colours.ribGone);
        painter.fillRect(QRect(area.right(), y, 1, 1), colours.ribGone);
    }
}

void paintFocus(QPainter &painter, const QRect &area)
{
    const QColor &colour = Theme::palette().focus;
    frame(painter, area, colour);
    frame(painter, area.adjusted(1, 1, -1, -1), colour);
}

int paintLegend(QPainter *painter, const QRect &area)
{
    const QFont small = Theme::font(Theme::Font::Small);
    const QFontMetrics metrics(small);
    const int swatch = Theme::scaled(12);
    const int line = metrics.height() + Theme::scaled(4);
    int x = area.left();
    int y = area.top();
    for (const Kind kind : {Kind::Received, Kind::Fetching, Kind::Missed, Kind::Gone}) {
        const QString text = word(kind);
        const int wide = swatch + Theme::scaled(5) + metrics.horizontalAdvance(text);
        if (x > area.left() && x + wide > area.left() + area.width()) {
            x = area.left();
            y += line;
        }
        if (painter) {
            const int high = Theme::scaled(9);
            paintStretch(*painter, QRect(x, y + (metrics.height() - high) / 2, swatch, high), kind);
            painter->setFont(small);
            painter->setPen(Theme::palette().muted);
            painter->drawText(x + swatch + Theme::scaled(5), y + metrics.ascent(), text);
        }
        x += wide + Theme::scaled(14);
    }
    return y + line - area.top();
}

} // namespace tocsin::ui::ribbon
