// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QTextBrowser;

namespace tocsin::ui {

// A help page that the core makes of its own tables: the filter language, the formats. Opened with open(), deletes itself.
class HelpPageDialog final : public QDialog
{
    Q_OBJECT
public:
    HelpPageDialog(const QString &title, const QString &markdown, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fitHeadings();
    void useLook();

    QTextBrowser *m_page;
};

} // namespace tocsin::ui
