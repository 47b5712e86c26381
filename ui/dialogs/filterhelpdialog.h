// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QTextBrowser;

namespace tocsin::ui {

// The filter language on one page. Opened with open(), deletes itself.
class FilterHelpDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit FilterHelpDialog(QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void useLook();

    QTextBrowser *m_page;
};

} // namespace tocsin::ui
