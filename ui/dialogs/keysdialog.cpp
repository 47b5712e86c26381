// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/keysdialog.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

QTreeWidgetItem *group(QTreeWidget *list, const QString &title)
{
    auto *item = new QTreeWidgetItem(list, {title});
    item->setFirstColumnSpanned(true);
    item->setExpanded(true);
    return item;
}

} // namespace

KeysDialog::KeysDialog(const QList<QAction *> &actions, const QList<Key> &tableKeys, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keys"));
    resize(520, 560);
    auto *list = new QTreeWidget(this);
    list->setAccessibleName(tr("Keys"));
    list->setColumnCount(2);
    list->setHeaderLabels({tr("What it does"), tr("Keys")});
    list->header()->setAccessibleName(tr("Columns"));
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    list->header()->setStretchLastSection(false);
    QTreeWidgetItem *everywhere = group(list, tr("Everywhere"));
    for (QAction *action : actions) {
        QStringList keys;
        for (const QKeySequence &key : action->shortcuts()) {
            const QString text = key.toString(QKeySequence::NativeText);
            if (!text.isEmpty() && !keys.contains(text))
                keys << text;
        }
        QString text = action->text();
        new QTreeWidgetItem(everywhere, {text.remove(u'&').remove(u'…'), keys.join(u", "_s)});
    }
    QTreeWidgetItem *table = group(list, tr("In the table"));
    for (const Key &key : tableKeys)
        new QTreeWidgetItem(table, {key.what, key.keys});
    QTreeWidgetItem *filter = group(list, tr("In the filter"));
    new QTreeWidgetItem(filter, {tr("Apply, back to the table"), tr("Enter")});
    new QTreeWidgetItem(filter, {tr("Back to the table, keep the text"), tr("Esc")});
    new QTreeWidgetItem(filter, {tr("Write the correction"), tr("Alt+Enter")});
    new QTreeWidgetItem(filter, {tr("What may be written here"), tr("Ctrl+Space")});
    new QTreeWidgetItem(filter, {tr("Complete"), tr("Tab")});
    new QTreeWidgetItem(filter, {tr("Earlier filters, while the box is empty"), tr("Up, Down")});
    new QTreeWidgetItem(filter, {tr("The filter language"), tr("F1")});
    new QTreeWidgetItem(filter, {tr("Saved filters"), tr("Ctrl+1 … Ctrl+9")});
    QTreeWidgetItem *find = group(list, tr("In the find bar"));
    new QTreeWidgetItem(find, {tr("Next, previous"), tr("Enter, Shift+Enter")});
    new QTreeWidgetItem(find, {tr("Close it, back to the table"), tr("Esc")});
    QTreeWidgetItem *streams = group(list, tr("In the streams"));
    new QTreeWidgetItem(streams, {tr("Fold and unfold topics"), tr("Left, Right")});
    new QTreeWidgetItem(streams, {tr("Edit stream"), tr("Enter")});
    new QTreeWidgetItem(streams, {tr("Menu of the stream"), tr("Menu, Shift+F10")});
    auto *close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->addWidget(list, 1);
    column->addLayout(buttons);
}

} // namespace tocsin::ui
