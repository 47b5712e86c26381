// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/styleparts.h"

#include "ui/theme/theme.h"

#include <QDateTime>
#include <QPainter>
#include <QStyleOption>
#include <QTimer>

namespace tocsin::ui::styleparts {

using namespace Qt::StringLiterals;

bool has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

void roundedBox(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &edge, qreal width, qreal radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge.isValid() ? QPen(edge, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal half = edge.isValid() ? width / 2 : 0;
    painter->drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), radius, radius);
    painter->restore();
}

void drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const Palette &colours = Theme::palette();
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool primary = Theme::isPrimary(widget);
    QColor fill = primary ? colours.accent : colours.raised;
    QColor edge = primary ? colours.accent : colours.lineStrong;
    if (!enabled) {
        fill = colours.window;
        edge = colours.line;
    } else if (has(option, QStyle::State_Sunken) || has(option, QStyle::State_On)) {
        fill = primary ? Palette::mix(colours.text, colours.accent, 0.2) : colours.accentSoft;
        edge = colours.accent;
    } else if (has(option, QStyle::State_MouseOver)) {
        fill = primary ? Palette::mix(colours.text, colours.accent, 0.1) : colours.hover;
    }
    const bool focus = has(option, QStyle::State_HasFocus);
    roundedBox(painter, option->rect, fill, focus && !primary ? colours.focus : edge, focus && !primary ? 2 : 1);
    if (focus && primary)
        roundedBox(painter, option->rect.adjusted(2, 2, -2, -2), {}, colours.onAccent, 1, kRadius - 1);
}

void drawIconAndWord(const QStyleOptionButton *button, QPainter *painter, bool primary)
{
    constexpr int kGap = 6;
    const Palette &colours = Theme::palette();
    const bool enabled = has(button, QStyle::State_Enabled);
    const int word = button->fontMetrics.size(Qt::TextShowMnemonic, button->text).width();
    const int left = button->rect.left() + (button->rect.width() - button->iconSize.width() - kGap - word) / 2;
    const QRect icon(QPoint(left, button->rect.center().y() - button->iconSize.height() / 2), button->iconSize);
    if (primary && enabled) { // our shapes have one colour, and here it is the word's
        QPixmap picture = button->icon.pixmap(button->iconSize, painter->device()->devicePixelRatioF());
        QPainter tint(&picture);
        tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
        tint.fillRect(picture.rect(), colours.onAccent);
        tint.end();
        painter->drawPixmap(icon, picture);
    } else {
        button->icon.paint(painter, icon, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    painter->setPen(!enabled ? colours.disabled : primary ? colours.onAccent : colours.text);
    painter->drawText(QRect(icon.right() + 1 + kGap, button->rect.top(), word + 2, button->rect.height()), Qt::AlignVCenter | Qt::TextShowMnemonic, button->text);
}

void drawField(const QStyleOption *option, QPainter *painter)
{
    const Palette &colours = Theme::palette();
    const bool focus = has(option, QStyle::State_HasFocus);
    const bool enabled = has(option, QStyle::State_Enabled);
    roundedBox(painter, option->rect, enabled ? colours.base : colours.window, focus ? colours.focus : enabled ? colours.lineStrong : colours.line, focus ? 2 : 1);
}

void drawToolButton(const QStyleOption *option, QPainter *painter)
{
    const Palette &colours = Theme::palette();
    const bool on = has(option, QStyle::State_On) || has(option, QStyle::State_Sunken);
    if (on)
        roundedBox(painter, option->rect.adjusted(1, 1, -1, -1), colours.accentSoft, colours.accent);
    else if (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
        roundedBox(painter, option->rect.adjusted(1, 1, -1, -1), colours.hover, colours.line);
    if (has(option, QStyle::State_HasFocus))
        roundedBox(painter, option->rect.adjusted(1, 1, -1, -1), {}, colours.focus, 2);
}

void drawHeader(const QStyleOption *option, QPainter *painter)
{
    const Palette &colours = Theme::palette();
    painter->fillRect(option->rect, has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled) ? colours.hover : colours.window);
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), colours.line);
}

void drawTab(const QStyleOptionTab *tab, QPainter *painter)
{
    const Palette &colours = Theme::palette();
    const bool current = has(tab, QStyle::State_Selected);
    painter->fillRect(tab->rect, !current && has(tab, QStyle::State_MouseOver) ? colours.hover : colours.base);
    painter->fillRect(QRect(tab->rect.left(), tab->rect.bottom(), tab->rect.width(), 1), colours.line);
    if (current)
        painter->fillRect(QRect(tab->rect.left() + 4, tab->rect.bottom() - 2, tab->rect.width() - 8, 3), colours.accent);
    if (has(tab, QStyle::State_HasFocus))
        roundedBox(painter, tab->rect.adjusted(2, 4, -2, -4), {}, colours.focus, 2);
}

void drawBusy(QPainter *painter, const QRect &room, const QWidget *widget)
{
    constexpr int kRoundMs = 1'800;
    constexpr int kStepMs = 40;
    const double phase = static_cast<double>(QDateTime::currentMSecsSinceEpoch() % kRoundMs) / kRoundMs;
    const double way = phase < 0.5 ? 2 * phase : 2 - 2 * phase;
    const int length = room.width() / 4;
    roundedBox(painter, QRect(room.left() + qRound(way * (room.width() - length)), room.top(), length, room.height()), Theme::palette().accent, {}, 1, 2);
    if (auto *bar = const_cast<QWidget *>(widget))
        QTimer::singleShot(kStepMs, bar, qOverload<>(&QWidget::update));
}

void drawCheck(const QStyleOption *option, QPainter *painter, bool round)
{
    const Palette &colours = Theme::palette();
    const bool partly = !round && has(option, QStyle::State_NoChange);
    const bool on = has(option, QStyle::State_On) || partly;
    const bool enabled = has(option, QStyle::State_Enabled);
    const QColor edge = !enabled ? colours.line : on || has(option, QStyle::State_HasFocus) ? colours.accent : colours.lineStrong;
    const qreal radius = round ? option->rect.width() / 2.0 : 3;
    roundedBox(painter, option->rect, on && !round && enabled ? colours.accent : colours.base, edge, has(option, QStyle::State_HasFocus) ? 2 : 1.4, radius);
    if (!on)
        return;
    if (partly) {
        const QPoint middle = option->rect.center();
        painter->fillRect(QRect(middle.x() - 3, middle.y(), 8, 2), enabled ? colours.onAccent : colours.disabled);
    } else if (round) {
        const int inset = option->rect.width() / 4 + 1;
        roundedBox(painter, option->rect.adjusted(inset, inset, -inset, -inset), enabled ? colours.accent : colours.disabled, {}, 1, radius);
    } else {
        const QRect inside = option->rect.adjusted(2, 2, -2, -2);
        painter->drawPixmap(inside, Theme::glyph(u"tick"_s, inside.width(), enabled ? colours.onAccent : colours.disabled,
                                                 painter->device()->devicePixelRatioF()));
    }
}

void drawSortTriangle(const QStyleOptionHeader &header, const QRect &label, QPainter *painter)
{
    const double width = Theme::scaled(8);
    const double height = width * 0.6;
    const int word = QFontMetrics(Theme::font(Theme::Font::SmallStrong)).horizontalAdvance(header.text);
    const bool right = header.textAlignment & Qt::AlignRight;
    const double left = right ? label.right() + Theme::scaled(kSortRoom) - width + 1 : std::min<double>(label.left() + word + Theme::scaled(4), label.right() - width);
    const double top = label.center().y() - height / 2 + 1;
    const bool up = header.sortIndicator == QStyleOptionHeader::SortDown; // as Qt calls ascending
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(Theme::palette().accent);
    const double base = up ? top + height : top;
    painter->drawPolygon(QPolygonF{QPointF(left, base), QPointF(left + width, base), QPointF(left + width / 2, up ? top : top + height)});
    painter->restore();
}

} // namespace tocsin::ui::styleparts
