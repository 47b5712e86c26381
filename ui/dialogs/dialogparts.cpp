// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dialogparts.h"

#include "ui/theme/theme.h"

namespace tocsin::ui {

QWidget *makeHairline(QWidget *parent)
{
    auto *line = new QWidget(parent);
    line->setFixedHeight(1);
    line->setBackgroundRole(QPalette::Mid);
    line->setAutoFillBackground(true);
    return line;
}

QSize StateRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index).expandedTo({0, Theme::scaled(kHeight)});
}

void StateRowDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->palette.setColor(QPalette::HighlightedText, option->palette.color(QPalette::Text));
}

} // namespace tocsin::ui
