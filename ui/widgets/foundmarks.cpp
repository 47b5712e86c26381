// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/foundmarks.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace tocsin::ui {

QList<std::pair<qsizetype, qsizetype>> FoundMarks::in(const QString &shown, const QString &whole) const
{
    QList<std::pair<qsizetype, qsizetype>> places;
    if (text.isEmpty())
        return places;
    const auto sensitivity = matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive;
    for (qsizetype at = shown.indexOf(text, 0, sensitivity); at >= 0; at = shown.indexOf(text, at + text.size(), sensitivity))
        places << std::pair(at, text.size());
    if (places.isEmpty() && shown != whole && whole.contains(text, sensitivity)) {
        if (const qsizetype cut = shown.indexOf(QChar(0x2026)); cut >= 0)
            places << std::pair(cut, qsizetype(1));
    }
    return places;
}

void FoundMarks::paint(QPainter *painter, const QRect &rect, const QString &whole, Qt::TextElideMode elide, bool current) const
{
    const Palette &colours = Theme::palette();
    const QFontMetricsF metrics(painter->font());
    const QString shown = metrics.elidedText(whole, elide, rect.width());
    const int flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine;
    QList<QRectF> marks;
    for (const auto &[at, length] : in(shown, whole)) {
        const double left = metrics.horizontalAdvance(shown, static_cast<int>(at));
        const double right = metrics.horizontalAdvance(shown, static_cast<int>(at + length));
        const double high = std::min(metrics.height(), rect.height() - 2.0);
        marks << QRectF(rect.left() + left - 1, rect.top() + (rect.height() - high) / 2, right - left + 2, high);
    }
    for (const QRectF &mark : marks) {
        painter->fillRect(mark, current ? colours.accent : colours.accentSoft);
        painter->fillRect(QRectF(mark.left(), mark.bottom() - 1, mark.width(), 1), colours.accent);
    }
    painter->drawText(rect, flags, shown);
    if (!current)
        return;
    for (const QRectF &mark : marks) {
        painter->save();
        painter->setPen(colours.onAccent);
        painter->setClipRect(mark, Qt::IntersectClip);
        painter->drawText(rect, flags, shown);
        painter->restore();
    }
}

} // namespace tocsin::ui
