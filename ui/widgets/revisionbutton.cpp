// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/revisionbutton.h"

#include "ui/theme/formats.h"
#include "ui/theme/theme.h"

#include <QActionGroup>
#include <QEvent>
#include <QMenu>
#include <QStyleOptionToolButton>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kMostListed = 30; // around the one that is shown

} // namespace

RevisionButton::RevisionButton(QWidget *parent) : QToolButton(parent), m_menu(new QMenu(this))
{
    setAutoRaise(true);
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusPolicy(Qt::TabFocus);
    setFont(Theme::font(Theme::Font::Small));
    setMenu(m_menu);
    setToolTip(tr("All revisions of this event"));
    connect(m_menu, &QMenu::aboutToShow, this, &RevisionButton::fillMenu);
    hide();
}

void RevisionButton::setRevisions(const compare::Revisions &revisions)
{
    m_revisions = revisions;
    QStringList parts;
    if (revisions.list.size() > 1)
        parts << tr("%n revisions", nullptr, static_cast<int>(revisions.list.size()));
    if (revisions.paths > 1)
        parts << tr("%n paths", nullptr, revisions.paths);
    const QString words = parts.join(u" · "_s);
    setText(words + u" ▾"_s);
    setAccessibleName(words);
    setVisible(!parts.isEmpty());
}

void RevisionButton::clear()
{
    m_revisions = {};
    hide();
}

bool RevisionButton::has(int step) const
{
    const auto to = static_cast<qint64>(m_revisions.current) + step;
    return to >= 0 && to < static_cast<qint64>(m_revisions.list.size());
}

void RevisionButton::go(int step)
{
    if (has(step))
        Q_EMIT rowWanted(m_revisions.list[static_cast<size_t>(static_cast<qint64>(m_revisions.current) + step)]->row);
}

void RevisionButton::fillMenu()
{
    m_menu->clear();
    QAction *before = m_menu->addAction(tr("Previous revision"), this, [this] { go(-1); });
    before->setShortcut(Qt::ALT | Qt::Key_PageUp);
    before->setEnabled(has(-1));
    QAction *after = m_menu->addAction(tr("Next revision"), this, [this] { go(1); });
    after->setShortcut(Qt::ALT | Qt::Key_PageDown);
    after->setEnabled(has(1));
    m_menu->addSeparator();
    auto *all = new QActionGroup(m_menu);
    const size_t from = m_revisions.current > kMostListed / 2 ? m_revisions.current - kMostListed / 2 : 0;
    const size_t to = std::min(m_revisions.list.size(), from + kMostListed);
    for (size_t i = from; i < to; ++i) {
        const std::shared_ptr<const Alert> &alert = m_revisions.list[i];
        QAction *each = m_menu->addAction(formats::revisionText(*alert, nullptr).replace(u'&', u"&&"_s));
        each->setCheckable(true);
        each->setChecked(i == m_revisions.current);
        all->addAction(each);
        connect(each, &QAction::triggered, this, [this, row = alert->row] { Q_EMIT rowWanted(row); });
    }
    if (const size_t more = m_revisions.list.size() - (to - from); more > 0)
        m_menu->addAction(tr("%n more", nullptr, static_cast<int>(more)))->setEnabled(false);
}

// The sign of its menu stands in its text: the style's own would lie over it.
void RevisionButton::initStyleOption(QStyleOptionToolButton *option) const
{
    QToolButton::initStyleOption(option);
    option->features &= ~(QStyleOptionToolButton::HasMenu | QStyleOptionToolButton::MenuButtonPopup);
}

void RevisionButton::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        setFont(Theme::font(Theme::Font::Small));
}

} // namespace tocsin::ui
