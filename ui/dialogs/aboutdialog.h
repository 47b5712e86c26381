// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace tocsin::ui {

// Which version this is, under which licence, and where its things lie. Deletes itself.
class AboutDialog final : public QDialog
{
    Q_OBJECT
public:
    AboutDialog(const QString &configFolder, const QString &archiveFolder, QWidget *parent);
};

} // namespace tocsin::ui
