// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/elidedlabel.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLeastLetters = 4;
constexpr int kSlack = 2; // Qt measures a text document a little wider than its letters

}

ElidedLabel::ElidedLabel(Qt::TextElideMode mode, QWidget *parent) : QLabel(parent), m_mode(mode)
{
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
}

void ElidedLabel::setFullText(const QString &text)
{
    m_full = text;
    m_address.clear();
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    present();
    updateGeometry();
}

void ElidedLabel::setLink(const QUrl &address, const QString &text)
{
    m_full = text;
    m_address = address.toString(QUrl::FullyEncoded);
    setTextFormat(Qt::RichText); // our own anchor round an address that is escaped
    setTextInteractionFlags(Qt::TextBrowserInteraction);
    setOpenExternalLinks(true);
    present();
    updateGeometry();
}

QSize ElidedLabel::sizeHint() const
{
    const QMargins around = contentsMargins();
    return {fontMetrics().horizontalAdvance(m_full) + kSlack + around.left() + around.right(),
            fontMetrics().height() + around.top() + around.bottom()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), fontMetrics().averageCharWidth() * kLeastLetters), sizeHint().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    present();
}

void ElidedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        present();
    if (event->type() == QEvent::PaletteChange && !m_address.isEmpty()) {
        setText({}); // the text it has keeps the former colour of links
        present();
    }
}

void ElidedLabel::paintEvent(QPaintEvent *event)
{
    QLabel::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::palette().focus, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
}

void ElidedLabel::present()
{
    const QString shown = fontMetrics().elidedText(m_full, m_mode, std::max(0, contentsRect().width() - kSlack + 1));
    setText(m_address.isEmpty() ? shown : u"<a href=\"%1\">%2</a>"_s.arg(m_address.toHtmlEscaped(), shown.toHtmlEscaped()));
    setToolTip(!m_address.isEmpty() ? m_address.toHtmlEscaped() : shown == m_full ? QString() : m_full.toHtmlEscaped());
    setAccessibleDescription(m_full);
}

} // namespace tocsin::ui
