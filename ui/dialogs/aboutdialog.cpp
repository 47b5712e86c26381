// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/aboutdialog.h"

#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

AboutDialog::AboutDialog(const QString &configFolder, const QString &archiveFolder, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Tocsin"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(20, 20, 20, 16);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    auto *title = new QLabel(u"Tocsin "_s + QStringLiteral(TOCSIN_VERSION), this);
    title->setFont(Theme::font(Theme::Font::Heading));
    grid->addWidget(title, 0, 0, 1, 2);
    int row = 1;
    const auto line = [&](const QString &label, const QString &value) {
        auto *name = new QLabel(label, this);
        name->setForegroundRole(QPalette::PlaceholderText);
        auto *text = new QLabel(value, this);
        text->setTextFormat(Qt::PlainText);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        text->setWordWrap(true);
        text->setMinimumWidth(Theme::scaled(420));
        grid->addWidget(name, row, 0, Qt::AlignTop | Qt::AlignRight);
        grid->addWidget(text, row++, 1);
    };
    line(tr("Purpose"), tr("Alerts from every stream in one window, none of them lost."));
    line(tr("Licence"), tr("GNU General Public License, version 3 or later. No warranty."));
    line(tr("Configuration"), configFolder);
    line(tr("Archive"), archiveFolder);
    line(tr("Built on"), u"Qt %1"_s.arg(QLatin1String(qVersion())));
    auto *close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    grid->addWidget(close, row, 1, Qt::AlignRight);
}

} // namespace tocsin::ui
