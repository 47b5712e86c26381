// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/filterhelpdialog.h"

#include "core/filter/helppage.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace tocsin::ui {

FilterHelpDialog::FilterHelpDialog(QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Filter language"));
    resize(820, 640);
    auto *page = new QTextBrowser(this);
    page->setAccessibleName(windowTitle());
    page->setOpenLinks(false);
    page->setMarkdown(filter::helpPage());
    auto *close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->addWidget(page, 1);
    column->addLayout(buttons);
    page->setFocus();
}

} // namespace tocsin::ui
