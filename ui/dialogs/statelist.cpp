// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/statelist.h"

#include "ui/dialogs/dialogparts.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTreeWidget>

#include <algorithm>

namespace tocsin::ui::statelist {

namespace {

constexpr int kGlyph = 14;
constexpr int kHeader = 26;

} // namespace

void setUp(QTreeWidget *list, const QString &name, const QStringList &header, const Columns &columns)
{
    list->setAccessibleName(name);
    list->setHeaderLabels(header);
    list->header()->setAccessibleName(QCoreApplication::translate("statelist", "Columns"));
    list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    list->header()->setSectionResizeMode(columns.stretched, QHeaderView::Stretch);
    for (const int column : columns.chosen)
        list->header()->setSectionResizeMode(column, QHeaderView::Interactive);
    list->header()->setStretchLastSection(false);
    if (columns.least > 0)
        list->header()->setMinimumSectionSize(Theme::scaled(columns.least));
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setFrameShape(QFrame::NoFrame);
    list->setItemDelegate(new StateRowDelegate(list));
    list->setMinimumHeight(Theme::scaled(kHeader + 3 * StateRowDelegate::kHeight));
}

void fitColumns(QTreeWidget *list, const Columns &columns)
{
    for (qsizetype i = 0; i < columns.chosen.size(); ++i) {
        list->resizeColumnToContents(columns.chosen[i]);
        list->setColumnWidth(columns.chosen[i], std::min(list->columnWidth(columns.chosen[i]), Theme::scaled(columns.most[i])));
    }
}

QTreeWidgetItem *addRow(QTreeWidget *list, const QString &key, const QStringList &cells, const QString &glyph, const QColor &colour, const QList<int> &strong)
{
    const Palette &colours = Theme::palette();
    const int state = static_cast<int>(cells.size()) - 1;
    auto *item = new QTreeWidgetItem(list, cells);
    for (int column = 0; column <= state; ++column) {
        item->setToolTip(column, formats::plainTip(cells[column]));
        item->setForeground(column, column == state ? colour : column == 0 || strong.contains(column) ? colours.text : colours.muted);
    }
    item->setData(0, Qt::UserRole, key);
    item->setFont(0, Theme::font(Theme::Font::Strong));
    item->setFont(state, Theme::font(Theme::Font::Medium));
    const QPixmap drawn = Theme::glyph(glyph, Theme::scaled(kGlyph), colour, list->devicePixelRatioF());
    QIcon icon(drawn);
    icon.addPixmap(drawn, QIcon::Selected); // else paled
    item->setIcon(state, icon);
    return item;
}

QString currentKey(const QTreeWidget *list)
{
    const QTreeWidgetItem *item = list->currentItem();
    return item ? item->data(0, Qt::UserRole).toString() : QString();
}

void select(QTreeWidget *list, const QString &key)
{
    for (int i = 0; i < list->topLevelItemCount(); ++i) {
        if (list->topLevelItem(i)->data(0, Qt::UserRole) == key)
            list->setCurrentItem(list->topLevelItem(i));
    }
}

void selectAgain(QTreeWidget *list, const QString &before)
{
    select(list, before);
    if (!list->currentItem() && list->topLevelItemCount() > 0)
        list->setCurrentItem(list->topLevelItem(0));
}

QScrollArea *makeArea(QWidget *inside, QWidget *parent)
{
    inside->setBackgroundRole(QPalette::Base);
    auto *area = new QScrollArea(parent);
    area->setWidget(inside);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return area;
}

QHBoxLayout *makeFooter(const QList<QPushButton *> &buttons, const QPushButton *last)
{
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(16, 10, 16, 10);
    footer->setSpacing(6);
    for (QPushButton *button : buttons) {
        button->setAutoDefault(false);
        footer->addWidget(button);
        if (button == last)
            footer->addStretch();
    }
    return footer;
}

void setUpNone(QLabel *label, const QString &text)
{
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignCenter);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setMargin(24);
    label->setText(text);
}

} // namespace tocsin::ui::statelist
