// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filtermessage.h"

#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/filterbox.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMark = 12; // room for underline and caret
constexpr int kGap = 2; // from the mark to the fill
constexpr int kMostShown = 60; // characters of a correction in the link

// A correction as a link: underlined, with the focus mark, pressed by Enter and space.
class LinkButton final : public QPushButton
{
public:
    using QPushButton::QPushButton;
    QSize sizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(text()) + 8, std::max(fontMetrics().height() + 4, 22)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        QFont underlined = font();
        underlined.setUnderline(true);
        painter.setFont(underlined);
        painter.setPen(Theme::palette().accent);
        painter.drawText(rect(), Qt::AlignCenter, text());
        if (!hasFocus())
            return;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Theme::palette().focus, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else
            QPushButton::keyPressEvent(event);
    }
};

} // namespace

FilterMessage::FilterMessage(FilterBox *box, QWidget *parent)
    : QWidget(parent), m_box(box), m_text(new ElidedLabel(Qt::ElideRight, this)), m_link(new LinkButton(this)), m_column(new QLabel(this))
{
    m_link->setCursor(Qt::PointingHandCursor);
    m_link->setToolTip(tr("Alt+Enter"));
    m_link->setFocusPolicy(Qt::StrongFocus);
    m_text->setForegroundRole(QPalette::WindowText);
    m_column->setForegroundRole(QPalette::WindowText);
    m_text->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    auto *row = new QHBoxLayout(this);
    row->setSpacing(10);
    row->addWidget(m_text, 1'000); // as much as it needs before the rest is left empty
    row->addWidget(m_link);
    row->addStretch(1);
    row->addWidget(m_column);
    useLook();
    m_box->installEventFilter(this);
    connect(m_box, &QLineEdit::cursorPositionChanged, this, qOverload<>(&QWidget::update));
    connect(m_link, &QPushButton::clicked, this, &FilterMessage::correctionWanted);
}

void FilterMessage::useLook()
{
    m_column->setFont(Theme::font(Theme::Font::Small));
    layout()->setContentsMargins(10, markHeight() + 4, 12, 4);
}

int FilterMessage::markHeight() const
{
    return m_isNote ? kGap : kMark + kGap;
}

void FilterMessage::tell()
{
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void FilterMessage::setNote(const QString &text)
{
    if (m_isNote && text == m_text->fullText())
        return;
    m_isNote = true;
    m_text->setFullText(text);
    m_column->hide();
    m_link->hide();
    setAccessibleName(text);
    setAccessibleDescription({});
    useLook();
    update();
    tell();
}

void FilterMessage::setMessage(qsizetype position, qsizetype length, const QString &text, const QString &correction)
{
    m_position = position;
    m_length = length;
    update();
    const QString column = tr("column %1").arg(position + 1);
    const QString shown = correction.size() > kMostShown ? correction.left(kMostShown - 1) + u'…' : correction;
    const QString link = tr("Write %1 instead").arg(shown);
    if (!m_isNote && text == m_text->fullText() && column == m_column->text() && link == m_link->text())
        return;
    m_isNote = false;
    useLook();
    m_text->setFullText(text);
    m_column->setText(column);
    m_column->show();
    m_link->setText(link);
    m_link->setAccessibleName(tr("Write %1 instead").arg(correction));
    m_link->setVisible(!correction.isEmpty());
    setAccessibleName(text);
    setAccessibleDescription(correction.isEmpty() ? column : column + u", "_s + m_link->accessibleName());
    tell();
}

QString FilterMessage::text() const
{
    return m_text->fullText();
}

QRect FilterMessage::line() const
{
    return rect().adjusted(0, markHeight(), 0, 0);
}

void FilterMessage::paintEvent(QPaintEvent *)
{
    const Palette &colours = Theme::palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_isNote ? colours.warn : colours.bad);
    painter.setBrush(m_isNote ? colours.warnSoft : colours.badSoft);
    painter.drawRoundedRect(QRectF(line()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (m_isNote)
        return;

    // Only what can be seen in the box: the text may be scrolled.
    const int offset = m_box->x() - x();
    const int first = offset + 4;
    const int last = offset + m_box->width() - 4;
    const int from = offset + m_box->xOf(m_position);
    const int to = std::max(offset + m_box->xOf(m_position + m_length), from + m_box->fontMetrics().averageCharWidth());
    const int left = std::clamp(from, first, last);
    const int right = std::clamp(to, first, last);
    if (right <= left)
        return;
    painter.fillRect(left, 1, right - left, 2, colours.bad);
    if (from < first)
        return;
    painter.setPen(QPen(colours.bad, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QPointF caret[] = {{left - 2.5, kMark - 1.5}, {left + 1.0, kMark - 6.0}, {left + 4.5, kMark - 1.5}};
    painter.drawPolyline(caret, 3);
}

void FilterMessage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        useLook();
}

bool FilterMessage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move || event->type() == QEvent::Paint)
        update();
    return QWidget::eventFilter(watched, event);
}

} // namespace tocsin::ui
