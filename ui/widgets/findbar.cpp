// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/findbar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 260; // of the box, at text scale 1
constexpr int kMostText = 200; // characters; more than any name has

// Says itself when its words change: nothing else tells who cannot see them.
void say(ElidedLabel *label, const QString &text)
{
    if (label->fullText() == text)
        return;
    label->setFullText(text);
    label->setVisible(!text.isEmpty());
    if (text.isEmpty())
        return;
    QAccessibleEvent event(label, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace

FindBar::FindBar(QWidget *parent)
    : QWidget(parent), m_text(new QLineEdit(this)), m_previous(addButton(u"go-up"_s, tr("Find previous (Shift+F3)"))),
      m_next(addButton(u"go-down"_s, tr("Find next (F3)"))), m_matchCase(addButton({}, tr("Match case"))),
      m_found(new ElidedLabel(Qt::ElideRight, this)), m_note(new ElidedLabel(Qt::ElideRight, this)),
      m_close(addButton(u"window-close"_s, tr("Close (Esc)")))
{
    auto *label = new QLabel(tr("Find"), this);
    label->setBuddy(m_text);
    label->setForegroundRole(QPalette::WindowText);
    m_text->setAccessibleName(tr("Find"));
    m_text->setPlaceholderText(tr("Name, ID, class, subject, stream, topic"));
    m_text->setClearButtonEnabled(true);
    m_text->setMaxLength(kMostText);
    if (auto *clear = m_text->findChild<QToolButton *>())
        clear->setAccessibleName(tr("Clear"));
    m_previous->setAccessibleName(tr("Find previous"));
    m_next->setAccessibleName(tr("Find next"));
    m_matchCase->setText(tr("Aa"));
    m_matchCase->setCheckable(true);
    for (ElidedLabel *words : {m_found, m_note}) {
        words->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
        words->setForegroundRole(QPalette::WindowText);
        words->hide();
    }
    m_close->setAccessibleName(tr("Close the find bar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 8, 4);
    row->setSpacing(6);
    row->addWidget(label);
    row->addWidget(m_text, 1'000); // as far as it may grow
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_matchCase);
    row->addSpacing(6);
    row->addWidget(m_found, 1'000); // as much as it needs before the rest is left empty
    row->addWidget(m_note, 1'000);
    row->addStretch(1);
    row->addWidget(m_close);
    useLook();
    setFocusProxy(m_text);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) { Q_EMIT wanted(text, m_matchCase->isChecked()); });
    connect(m_matchCase, &QToolButton::toggled, this, [this](bool on) { Q_EMIT wanted(m_text->text(), on); });
    connect(m_previous, &QToolButton::clicked, this, [this] { Q_EMIT stepped(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { Q_EMIT stepped(1); });
    connect(m_close, &QToolButton::clicked, this, &FindBar::closed);
}

QToolButton *FindBar::addButton(const QString &icon, const QString &what)
{
    auto *button = new QToolButton(this);
    if (!icon.isEmpty())
        button->setIcon(Theme::icon(icon));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(what);
    button->setToolTip(what);
    return button;
}

void FindBar::useLook()
{
    m_text->setMaximumWidth(Theme::scaled(kWidth));
    m_text->setMinimumWidth(Theme::scaled(kWidth / 3));
    QPalette colours;
    colours.setColor(QPalette::WindowText, m_none ? Theme::palette().warn : Theme::palette().text);
    m_found->setPalette(colours);
    colours.setColor(QPalette::WindowText, Theme::palette().muted);
    m_note->setPalette(colours);
}

void FindBar::open()
{
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

QString FindBar::text() const
{
    return m_text->text();
}

bool FindBar::matchCase() const
{
    return m_matchCase->isChecked();
}

void FindBar::setFound(const QString &found, bool none)
{
    m_none = none;
    useLook();
    say(m_found, found);
    m_previous->setEnabled(!none && !found.isEmpty());
    m_next->setEnabled(!none && !found.isEmpty());
}

void FindBar::setNote(const QString &note)
{
    say(m_note, note);
}

QString FindBar::found() const
{
    return m_found->fullText();
}

QString FindBar::note() const
{
    return m_note->fullText();
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        Q_EMIT closed();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT stepped(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
        return;
    case Qt::Key_Up:
        Q_EMIT stepped(-1);
        return;
    case Qt::Key_Down:
        Q_EMIT stepped(1);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void FindBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        useLook();
}

// A hairline towards the table.
void FindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), Theme::palette().line);
}

} // namespace tocsin::ui
