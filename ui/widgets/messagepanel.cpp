// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagepanel.h"

#include "ui/theme/formats.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

struct Look {
    QColor fill;
    QColor edge;
    QString glyph;
};

Look lookOf(MessagePanel::Kind kind)
{
    const Palette &p = Theme::palette();
    switch (kind) {
    case MessagePanel::Kind::Info:
        return {p.accentSoft, p.accent, u"circular"_s};
    case MessagePanel::Kind::Good:
        return {p.goodSoft, p.good, u"okdisc"_s};
    case MessagePanel::Kind::Warn:
        return {p.warnSoft, p.warn, u"degraded"_s};
    case MessagePanel::Kind::Bad:
        return {p.badSoft, p.bad, u"cross"_s};
    }
    Q_UNREACHABLE();
}

constexpr int kStripe = 4;
constexpr int kGlyph = 22;
constexpr int kBoxGlyph = 16;

} // namespace

MessagePanel::MessagePanel(QWidget *parent, Shape shape)
    : QWidget(parent), m_shape(shape), m_title(new QLabel(this)), m_text(new QLabel(this)), m_row(new QHBoxLayout(this))
{
    setAccessibleName(tr("Message"));
    for (QLabel *label : {m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true); // a banner must not hold the window wide
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_title->setFont(Theme::font(Theme::Font::Strong));
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_text);
    if (shape == Shape::Box) {
        m_row->setContentsMargins(12 + Theme::scaled(kBoxGlyph) + 8, 8, 12, 10);
    } else {
        m_row->setContentsMargins(kStripe + 14 + kGlyph + 14, 6, 12, 6);
        setMinimumHeight(48);
    }
    m_row->setSpacing(8);
    m_row->addLayout(words, 1);
}

void MessagePanel::setMessage(Kind kind, const QString &title, const QString &text, const QString &detail)
{
    m_kind = kind;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    if (m_shape == Shape::Box) // the text may have grown meanwhile
        m_row->setContentsMargins(12 + Theme::scaled(kBoxGlyph) + 8, 8, 12, 10);
    setToolTip(formats::plainTip(detail));
    setAccessibleName(title);
    setAccessibleDescription(text);
    update();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString MessagePanel::title() const
{
    return m_title->text();
}

QPushButton *MessagePanel::addButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(false);
    m_row->addWidget(button);
    return button;
}

void MessagePanel::paintEvent(QPaintEvent *)
{
    const Look look = lookOf(m_kind);
    QPainter painter(this);
    if (m_shape == Shape::Box) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(look.edge);
        painter.setBrush(look.fill);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        const int size = Theme::scaled(kBoxGlyph);
        const double line = m_title->y() + (m_title->fontMetrics().height() - size) / 2.0;
        painter.drawPixmap(QPointF(12, line), Theme::glyph(look.glyph, size, look.edge, devicePixelRatioF()));
        return;
    }
    painter.fillRect(rect(), look.fill);
    painter.fillRect(0, 0, width(), 1, look.edge);
    painter.fillRect(0, height() - 1, width(), 1, look.edge);
    painter.fillRect(0, 0, kStripe, height(), look.edge);
    const QPixmap glyph = Theme::glyph(look.glyph, kGlyph, look.edge, devicePixelRatioF());
    painter.drawPixmap(QPointF(kStripe + 14, (height() - kGlyph) / 2.0), glyph);
}

} // namespace tocsin::ui
