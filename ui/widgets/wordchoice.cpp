// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wordchoice.h"

#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/quietedit.h"

#include <QAction>
#include <QMenu>
#include <QPainter>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kArrow = 12;
constexpr int kLeast = 120; // at text scale 1

QString withoutMnemonic(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

} // namespace

WordChoice::WordChoice(const QString &none, QWidget *parent) : QToolButton(parent), m_none(none), m_menu(new QMenu(this))
{
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMenu(m_menu);
    present();
}

void WordChoice::setWords(const QStringList &words)
{
    m_words = words;
    fill();
}

void WordChoice::setChosen(const QStringList &chosen)
{
    m_chosen = chosen;
    fill();
}

void WordChoice::fill()
{
    m_menu->clear();
    QStringList all = m_words;
    for (const QString &word : m_chosen) {
        if (!all.contains(word))
            all << word;
    }
    for (const QString &word : all) {
        QAction *action = m_menu->addAction(withoutMnemonic(word));
        action->setCheckable(true);
        action->setChecked(m_chosen.contains(word));
        connect(action, &QAction::toggled, this, [this, word](bool on) {
            m_chosen.removeAll(word);
            if (on)
                m_chosen << word;
            present();
            Q_EMIT chosenChanged();
        });
    }
    setEnabled(!all.isEmpty());
    present();
}

void WordChoice::present()
{
    const QString text = m_chosen.isEmpty() ? m_none : m_chosen.join(u", "_s);
    setText(withoutMnemonic(text));
    setToolTip(formats::plainTip(text));
    setAccessibleDescription(text);
    update();
}

void WordChoice::paintEvent(QPaintEvent *)
{
    const Palette &colours = Theme::palette();
    QPainter painter(this);
    const int arrow = Theme::scaled(kArrow);
    const QRect inside = rect().adjusted(QuietEdit::kInset, 0, -QuietEdit::kInset, 0);
    const QString text = m_chosen.isEmpty() ? m_none : m_chosen.join(u", "_s);
    painter.setFont(font());
    painter.setPen(!isEnabled() ? colours.disabled : m_chosen.isEmpty() ? colours.muted : colours.text);
    const QRect words = inside.adjusted(0, 0, -arrow - 4, 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
    if (isEnabled())
        painter.drawPixmap(inside.right() + 1 - arrow, (height() - arrow) / 2, Theme::glyph(u"go-down"_s, arrow, colours.muted, devicePixelRatioF()));
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colours.focus, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    } else if (isEnabled()) {
        painter.fillRect(QRect(inside.left(), height() - 1, inside.width(), 1), underMouse() ? colours.lineStrong : colours.line);
    }
}

QSize WordChoice::sizeHint() const
{
    return minimumSizeHint().expandedTo(QSize(fontMetrics().horizontalAdvance(text()) + 2 * QuietEdit::kInset + Theme::scaled(kArrow) + 4, 0));
}

QSize WordChoice::minimumSizeHint() const
{
    return {Theme::scaled(kLeast), fontMetrics().height() + 6};
}

} // namespace tocsin::ui
