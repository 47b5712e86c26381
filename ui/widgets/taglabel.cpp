// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/taglabel.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace tocsin::ui {

TagLabel::TagLabel(bool dashed, QWidget *parent) : QLabel(parent), m_dashed(dashed)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

void TagLabel::setTag(const QString &word, const QColor &colour)
{
    m_colour = colour;
    setFont(Theme::font(Theme::Font::TinyStrong));
    setText(word);
    setVisible(!word.isEmpty());
    update();
}

QSize TagLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 12, fontMetrics().height() + 4};
}

void TagLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(m_colour);
    if (m_dashed)
        pen.setDashPattern({3, 2});
    painter.setPen(pen);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setPen(m_colour);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace tocsin::ui
