// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace tocsin::ui {

// The filter language on one page. Opened with open(), deletes itself.
class FilterHelpDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit FilterHelpDialog(QWidget *parent);
};

} // namespace tocsin::ui
