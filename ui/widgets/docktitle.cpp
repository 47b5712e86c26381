// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/docktitle.h"

#include "ui/theme/theme.h"

#include <QDockWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

QToolButton *smallButton(const QString &icon, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(Theme::icon(icon));
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

} // namespace

DockTitle::DockTitle(const QString &title, QDockWidget *dock, bool withButtons)
    : QWidget(dock), m_title(new QLabel(title, this)), m_info(new QLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 2, withButtons ? 4 : 12, 2);
    row->setSpacing(4);
    row->addWidget(m_title);
    row->addStretch();
    row->addWidget(m_info);
    m_title->setFont(Theme::font(Theme::Font::SmallBold));
    m_info->setFont(Theme::font(Theme::Font::Small));
    m_info->setForegroundRole(QPalette::PlaceholderText);
    if (withButtons) {
        auto *detach = smallButton(u"window-restore"_s, tr("Detach %1").arg(title), this);
        auto *close = smallButton(u"window-close"_s, tr("Close %1").arg(title), this);
        row->addWidget(detach);
        row->addWidget(close);
        connect(detach, &QToolButton::clicked, dock, [dock] { dock->setFloating(!dock->isFloating()); });
        connect(close, &QToolButton::clicked, dock, &QDockWidget::close);
    }
    present();
}

void DockTitle::setInfo(const QString &info)
{
    m_info->setText(info);
}

void DockTitle::setActive(bool active)
{
    if (m_active == active)
        return;
    m_active = active;
    present();
}

void DockTitle::present()
{
    m_title->setForegroundRole(m_active ? QPalette::WindowText : QPalette::PlaceholderText);
    setFixedHeight(Theme::scaled(26));
    for (QToolButton *button : findChildren<QToolButton *>()) {
        button->setIconSize({Theme::scaled(14), Theme::scaled(14)});
        button->setFixedSize(Theme::scaled(22), Theme::scaled(22));
    }
    update();
}

void DockTitle::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        present();
}

void DockTitle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Palette &colours = Theme::palette();
    painter.fillRect(rect(), colours.window);
    painter.fillRect(0, height() - 1, width(), 1, colours.line);
    if (m_active)
        painter.fillRect(0, 0, width(), 2, colours.accent);
}

} // namespace tocsin::ui
