// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fieldnote.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kGlyph = 12;

}

FieldNote::FieldNote(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAlignment(Qt::AlignTop | Qt::AlignLeft);
    setFont(Theme::font(Theme::Font::Small));
    setForegroundRole(QPalette::WindowText); // whatever it stands on
    present();
}

void FieldNote::setHelp(const QString &help)
{
    m_help = help;
    present();
}

void FieldNote::setProblem(const QString &problem)
{
    if (m_problem == problem)
        return;
    m_problem = problem;
    present();
    if (!problem.isEmpty()) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void FieldNote::present()
{
    const bool wrong = !m_problem.isEmpty();
    setText(wrong ? m_problem : m_help);
    setContentsMargins(wrong ? Theme::scaled(kGlyph) + 4 : 0, 0, 0, 0);
    QPalette colours;
    colours.setColor(QPalette::WindowText, wrong ? Theme::palette().bad : Theme::palette().muted);
    setPalette(colours);
    keepRoom();
}

// A form in a scroll area is made as low as it may be: without this the lines below the first would be cut.
void FieldNote::keepRoom()
{
    setMinimumHeight(0); // else it counts as needed for ever
    setMinimumHeight(std::max(0, heightForWidth(width())));
}

void FieldNote::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    keepRoom();
}

void FieldNote::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        present();
}

void FieldNote::paintEvent(QPaintEvent *event)
{
    QLabel::paintEvent(event);
    if (m_problem.isEmpty())
        return;
    QPainter painter(this);
    const int line = fontMetrics().lineSpacing();
    const int size = Theme::scaled(kGlyph);
    painter.drawPixmap(QPointF(0, (line - size) / 2.0),
                       Theme::glyph(u"degraded"_s, size, Theme::palette().bad, devicePixelRatioF()));
}

} // namespace tocsin::ui
