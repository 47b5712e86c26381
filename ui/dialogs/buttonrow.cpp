// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/buttonrow.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QHBoxLayout>
#include <QPushButton>

namespace tocsin::ui {

QLayout *makeButtonRow(QDialog &dialog, QPushButton *verb)
{
    auto *cancel = new QPushButton(QCoreApplication::translate("dialogs", "Cancel"), &dialog);
    cancel->setAutoDefault(false);
    QObject::connect(cancel, &QPushButton::clicked, &dialog, &QDialog::reject);
    verb->setDefault(true);
    Theme::setPrimary(verb, true);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(verb);
    return row;
}

} // namespace tocsin::ui
