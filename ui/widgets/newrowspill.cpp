// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/newrowspill.h"

#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kAir = 12; // left and right of the content
constexpr int kGap = 8;
constexpr int kGlyph = 14;

} // namespace

NewRowsPill::NewRowsPill(QWidget *parent) : QPushButton(parent)
{
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_Hover);
}

void NewRowsPill::setCount(qint64 count)
{
    setText(tr("%1 new, press End").arg(QLocale().toString(count)));
    resize(sizeHint());
}

QSize NewRowsPill::sizeHint() const
{
    const QFontMetrics metrics(Theme::font(Theme::Font::Medium));
    return {metrics.horizontalAdvance(text()) + Theme::scaled(2 * kAir + kGap + kGlyph), metrics.height() + Theme::scaled(8)};
}

void NewRowsPill::paintEvent(QPaintEvent *)
{
    const Palette &colours = Theme::palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.accent, 1));
    painter.setBrush(isDown() ? colours.accentSoft : underMouse() ? colours.hover : colours.raised);
    const qreal radius = height() / 2.0 - 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    const int size = Theme::scaled(kGlyph);
    const int left = Theme::scaled(kAir);
    painter.drawPixmap(left, (height() - size) / 2, Theme::glyph(u"go-down"_s, size, colours.accent, devicePixelRatioF()));
    painter.setFont(Theme::font(Theme::Font::Medium));
    painter.setPen(colours.accent);
    painter.drawText(rect().adjusted(left + size + Theme::scaled(kGap), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
}

} // namespace tocsin::ui
